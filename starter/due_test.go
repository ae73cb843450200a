package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"
)

// runDue parses the arguments as the command line does, and runs the command.
func runDue(t *testing.T, args ...string) (out, problems string, err error) {
	t.Helper()
	var cmd DueCmd
	parser, err := kong.New(&cmd, kong.Name("due"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(args); err != nil {
		return "", "", err
	}
	var stdout, stderr bytes.Buffer
	err = cmd.Run(&Streams{Out: &stdout, Err: &stderr})
	return stdout.String(), stderr.String(), err
}

// TestBatchAgainstIndependentDates holds every column against dates worked out by another program, which counts day
// by day with holidays of its own making.
func TestBatchAgainstIndependentDates(t *testing.T) {
	path := filepath.Join("testdata", "independent.csv")
	if other := os.Getenv("INDEPENDENT"); other != "" {
		path = other
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out.csv")
	if _, problems, err := runDue(t, "--batch", questions(t, want), "--out", out); err != nil || problems != "" {
		t.Fatalf("%v\n%s", err, problems)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("(-independent +ours)\n%s", diff)
	}
}

// questions writes the first three columns of a computed batch to a file of their own.
func questions(t *testing.T, computed []byte) string {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(computed)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i := range records {
		records[i] = records[i][:3]
	}
	return writeCSV(t, records)
}

func writeCSV(t *testing.T, records [][]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.csv")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := csv.NewWriter(file).WriteAll(records); err != nil {
		t.Fatal(err)
	}
	return path
}
