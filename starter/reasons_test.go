package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// runReasons runs the command over files with the given standard input.
func runReasons(t *testing.T, stdin, limb string, files ...string) (lines []checkedReason, problems string, err error) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := &ReasonsCheckCmd{Files: files, Limb: limb, in: strings.NewReader(stdin)}
	err = cmd.Run(&Streams{Out: &stdout, Err: &stderr})
	for line := range strings.Lines(stdout.String()) {
		var one checkedReason
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("line %q: %v", line, err)
		}
		if !strings.Contains(line, `"findings":[`) {
			t.Errorf("findings is not a list in %s", line)
		}
		lines = append(lines, one)
	}
	return lines, stderr.String(), err
}

func TestReasonsCheckFindsAndPasses(t *testing.T) {
	dir := t.TempDir()
	weak, sound := filepath.Join(dir, "weak.txt"), filepath.Join(dir, "sound.txt")
	write := func(file, text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(weak, "The school must complete two cycles before we can assess.")
	write(sound, "No diagnosis is needed for an assessment.")
	lines, problems, err := runReasons(t, "", "", weak, sound)
	if err != nil || problems != "" {
		t.Fatalf("problems %q, error %v", problems, err)
	}
	if len(lines) != 2 || len(lines[0].Findings) == 0 || len(lines[1].Findings) != 0 {
		t.Errorf("lines: %+v", lines)
	}
}

func TestReasonsCheckNamesTheLimb(t *testing.T) {
	lines, _, err := runReasons(t, "It may not be necessary to make it under a plan.", "", "-")
	if err != nil || lines[0].File != "-" || lines[0].Limb != "8b" {
		t.Errorf("lines %+v, error %v", lines, err)
	}
	lines, _, err = runReasons(t, "anything", "8a", "-")
	if err != nil || lines[0].Limb != "8a" {
		t.Errorf("lines %+v, error %v", lines, err)
	}
	if _, _, err := runReasons(t, "anything", "9z", "-"); err == nil {
		t.Error("an unknown limb passed")
	}
}

func TestReasonsCheckGoesOnPastAnUnreadableFile(t *testing.T) {
	lines, problems, err := runReasons(t, "The budget is overspent.", "", filepath.Join(t.TempDir(), "missing.txt"), "-")
	if err == nil || !strings.HasPrefix(problems, "error: ") {
		t.Errorf("problems %q, error %v", problems, err)
	}
	if len(lines) != 1 {
		t.Errorf("the readable file was not checked: %+v", lines)
	}
}

func TestReasonsParses(t *testing.T) {
	var cmd ReasonsCmd
	parser, err := kong.New(&cmd, kong.Name("reasons"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse([]string{"check", "--limb", "8b", "a.txt", "-"}); err != nil {
		t.Fatal(err)
	}
	if len(cmd.Check.Files) != 2 || cmd.Check.Limb != "8b" {
		t.Errorf("parsed %+v", cmd.Check)
	}
}
