package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// sameInstant puts letters that were printed at the same instant, by activities that ran beside each other, in one order.
func sameInstant(timeline string) string {
	lines := strings.Split(timeline, "\n")
	isPrinted := func(line string) bool { return strings.Contains(line, "  Letter printed: ") }
	for from := 0; from < len(lines); from++ {
		to := from
		for to < len(lines) && isPrinted(lines[to]) {
			to++
		}
		slices.Sort(lines[from:to])
		from = max(from, to-1)
	}
	return strings.Join(lines, "\n")
}

// TestTheDemonstration runs the program as README.md tells a newcomer to, and compares each timeline that it prints with
// the one beside the example, which the pure player made.
func TestTheDemonstration(t *testing.T) {
	home, out := t.TempDir(), t.TempDir()
	if err := os.CopyFS(filepath.Join(home, "examples"), os.DirFS(filepath.Join("..", "examples"))); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	var said, failed bytes.Buffer
	if status := run(t.Context(), []string{"demo", "--home", home, "--out", filepath.Join(out, "letters")}, nil, &said, &failed); status != 0 {
		t.Fatalf("the demonstration ended with %d:\n%s%s", status, said.String(), failed.String())
	}
	t.Logf("the demonstration took %.1f s", time.Since(began).Seconds())
	if failed.Len() > 0 {
		t.Errorf("it complained:\n%s", failed.String())
	}
	golden, err := filepath.Glob(filepath.Join("..", "examples", "*", "timeline.txt"))
	if err != nil || len(golden) < 3 {
		t.Fatalf("found timelines %v, %v; want at least three", golden, err)
	}
	for _, file := range golden {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(sameInstant(said.String()), sameInstant(strings.TrimSpace(string(want)))) {
			t.Errorf("the demonstration did not print %s as it stands:\n%s", file, said.String())
		}
	}
	letters, err := filepath.Glob(filepath.Join(out, "letters", "*", "*.pdf"))
	if err != nil || len(letters) < 8 {
		t.Errorf("it left letters %v, %v; want at least eight", letters, err)
	}
	refusal := regexp.MustCompile(`_decision-not-to-assess_family-\d+\.pdf`)
	if !refusal.MatchString(strings.Join(letters, "\n")) {
		t.Errorf("no refusal to a family is among %v", letters)
	}
}
