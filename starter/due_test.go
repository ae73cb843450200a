package main

import (
	"bytes"
	"encoding/csv"
	"io"
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

func TestDueOneDate(t *testing.T) {
	out, problems, err := runDue(t, "T04", "2026-11-23")
	if err != nil || problems != "" {
		t.Fatal(err, problems)
	}
	for _, want := range []string{
		"rule           T04b\n", "due            2027-01-04  Mon 4 Jan 2027\n", "target         2027-01-03  Sun 3 Jan 2027\n",
		"work by        2026-12-31  Thu 31 Dec 2026\n", "effective      2027-01-04  Mon 4 Jan 2027\n", "send by        2026-12-30  Wed 30 Dec 2026\n",
		"6 weeks of Monday 23 November 2026", "To the family: The council must tell you",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
}

func TestDueByChannelSecondDateAndMoment(t *testing.T) {
	for _, tc := range []struct {
		args []string
		want string
	}{
		{[]string{"T04", "2026-11-23", "--channel", "notify"}, "send by        2026-12-29"},
		{[]string{"T18", "2026-10-01", "--second", "2026-11-29"}, "effective      2027-01-04"},
		{[]string{"T04", "2026-06-30T23:30:00Z"}, "from           2026-07-01"},
		{[]string{"T09", "2026-12-18"}, "earliest next  2027-01-02"},
		{[]string{"T04", "2026-11-23", "--format", "json"}, `"by": "last working day on or before"`},
		{[]string{"T29.contents", "2026-11-23", "--beside", "england-2014-09-01"}, "Mon 21 Dec 2026"},
	} {
		if out, _, err := runDue(t, tc.args...); err != nil || !strings.Contains(out, tc.want) {
			t.Errorf("%q: %q is missing (%v) in\n%s", tc.args, tc.want, err, out)
		}
	}
}

func TestDueRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"name a rule and a day":    {"T04"},
		"write 2026-11-23":         {"T04", "23/11/2026"},
		"second date":              {"T18", "2026-11-23", "--second", "soon"},
		"takes no second date":     {"T04", "2026-11-23", "--second", "2026-11-24"},
		"is not a rule":            {"T99", "2026-11-23"},
		"name one: T24.draft":      {"T24", "2026-11-23"},
		"the years whose bank":     {"T04", "2030-12-01"},
		"has been in force since":  {"T04", "2014-01-01"},
		"--out goes with --batch":  {"T04", "2026-11-23", "--out", "x.csv"},
		"the file holds the rules": {"T04", "--batch", "x.csv"},
		"opening the batch":        {"--batch", filepath.Join("no", "such.csv")},
		"needs three days":         {"--window", "2027-07-22", "2027-09-02"},
		"--window ASKED":           {"--window", "2027-07-22", "2027-09-02", "July"},
		"is not after closing":     {"--window", "2027-09-02", "2027-07-22", "2027-07-16"},
		"no rule set":              {"T04", "2026-11-23", "--beside", "wales"},
		"must be one of":           {"T04", "2026-11-23", "--channel", "pigeon"},
	} {
		if out, _, err := runDue(t, args...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v does not say %q; printed %s", args, err, want, out)
		}
	}
}

func TestDueWithoutANumber(t *testing.T) {
	out, problems, err := runDue(t, "T01", "2026-11-23")
	if err != nil || !strings.Contains(problems, "no number") || strings.Contains(out, "due") {
		t.Errorf("%v\n%s\n%s", err, out, problems)
	}
}

func TestDueWindow(t *testing.T) {
	for asked, want := range map[string]string{"2027-07-16": "yes: ", "2027-07-15": "yes: ", "2027-08-26": "yes: ", "2027-07-14": "no: ", "2027-08-27": "no: "} {
		if out, _, err := runDue(t, "--window", "2027-07-22", "2027-09-02", asked); err != nil || !strings.HasPrefix(out, want) {
			t.Errorf("asked %s: %v\n%s", asked, err, out)
		}
	}
}

func TestBatchNamesEachBadRowAndComputesTheRest(t *testing.T) {
	path := writeCSV(t, [][]string{
		{"rule", "trigger_date", "second_date"},
		{"T04", "2026-11-23", ""},
		{"T04", "23/11/2026", ""},
		{"T99", "2026-11-23", ""},
		{"T01", "2026-11-23", ""},
		{"T04", "2026-11-23", "2026-11-24"},
		{"T04", "2026-11-23", "", "and more"},
		{"T04", ""},
		{"T18", "2026-10-01", "2026-11-29"},
		{"T04", "2026-11-22T23:50"},
	})
	out, problems, err := runDue(t, "--batch", path)
	if err == nil || !strings.Contains(err.Error(), "5 of 9 rows") {
		t.Errorf("the command ended with %v", err)
	}
	want := `rule,trigger_date,second_date,statutory_due,target_due,effective_due,work_by,send_by,earliest_next
T04,2026-11-23,,2027-01-04,2027-01-03,2027-01-04,2026-12-31,2026-12-30,
T04,23/11/2026,,,,,,,
T99,2026-11-23,,,,,,,
T01,2026-11-23,,,,,,,
T04,2026-11-23,2026-11-24,,,,,,
T04,2026-11-23,,,,,,,
T04,,,,,,,,
T18,2026-10-01,2026-11-29,2026-12-29,,2027-01-04,,,
T04,2026-11-22T23:50,,2027-01-03,2027-01-02,2026-12-31,2026-12-31,2026-12-29,
`
	if diff := cmp.Diff(want, out); diff != "" {
		t.Error(diff)
	}
	for _, line := range []string{
		"line 3: trigger date: \"23/11/2026\"", "line 4: \"T99\" is not a rule", "line 5: T01", "line 6: T04b takes no second date",
		"line 7: more cells", "line 8: trigger date: \"\"",
	} {
		if !strings.Contains(problems, line) {
			t.Errorf("%q is missing in\n%s", line, problems)
		}
	}
}

func TestBatchHeaders(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "does not name the column \"rule\"",
		"T04,2026-11-23,\n":             "does not name the column \"rule\"",
		"rule,second_date\nT04,\n":      "does not name the column \"trigger_date\"",
		"\"rule\nT04,2026-11-23\n":      "reading the header",
		"rule,trigger_date\nT04,\"2026": "1 of 1 rows",
	} {
		if _, _, err := runDue(t, "--batch", writeText(t, text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v does not say %q", text, err, want)
		}
	}
	for _, text := range []string{
		"\ufeffrule,trigger_date,second_date\r\nT04,2026-11-23,\r\n", "trigger_date,rule\n2026-11-23, T04 \n", "Rule,Trigger_Date\nT04,2026-11-23\n\n",
	} {
		if out, _, err := runDue(t, "--batch", writeText(t, text)); err != nil || !strings.Contains(out, "T04,2026-11-23,,2027-01-04") {
			t.Errorf("%q: %v\n%s", text, err, out)
		}
	}
}

func TestBatchOverItself(t *testing.T) {
	path := writeText(t, "rule,trigger_date,second_date\nT04,2026-11-23,\n")
	if _, _, err := runDue(t, "--batch", path, "--out", path); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || !strings.Contains(string(got), "2027-01-04") {
		t.Errorf("%s, %v", got, err)
	}
	if _, _, err := runDue(t, "--batch", path, "--out", filepath.Join(path, "no")); err == nil {
		t.Error("a file was written below a file")
	}
}

func writeText(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func FuzzBatch(f *testing.F) {
	f.Add("rule,trigger_date,second_date\nT04,2026-11-23,\nT18,2026-10-01,2026-11-29\n")
	f.Add("\ufeffrule,trigger_date\r\n\"T04\",x\r\n\"")
	f.Fuzz(func(_ *testing.T, text string) {
		cmd := DueCmd{Batch: "fuzz.csv", Channel: "first-class"}
		_ = cmd.rows(strings.NewReader(text), io.Discard, io.Discard)
	})
}
