package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// untagged is a PDF as a library makes it for people who can see it.
func untagged(t *testing.T) []byte {
	t.Helper()
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.AddPage()
	doc.SetFont("Helvetica", "", 12)
	doc.Text(20, 20, "Dear Mrs Smith")
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestLettersCheckExplains(t *testing.T) {
	var stdout, stderr bytes.Buffer
	cmd := &LettersCheckCmd{Files: []string{"-", "no-such-file.pdf"}, in: bytes.NewReader(untagged(t))}
	err := cmd.Run(&Streams{Out: &stdout, Err: &stderr})
	if err == nil || !strings.Contains(err.Error(), "2 of 2 files did not pass") {
		t.Errorf("error %v", err)
	}
	for _, want := range []string{"The document has no tags.", "Embed the font.", "06-001 · ISO 14289-1, 7.1; Matterhorn 06-001", "(page 1, object"} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("the output does not say %q:\n%s", want, stdout.String())
		}
	}
	if !strings.Contains(stderr.String(), "no-such-file.pdf") {
		t.Errorf("the missing file is not named: %s", stderr.String())
	}
}

func TestLettersCheckInJSON(t *testing.T) {
	var stdout bytes.Buffer
	cmd := &LettersCheckCmd{Files: []string{"-"}, JSON: true, in: bytes.NewReader(untagged(t))}
	if err := cmd.Run(&Streams{Out: &stdout, Err: &stdout}); err == nil {
		t.Error("an untagged file passed")
	}
	var line struct {
		Passes   bool
		Findings []struct{ Rule, Clause, What, Mend string }
	}
	if err := json.Unmarshal(stdout.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if line.Passes || len(line.Findings) < 5 || line.Findings[0].Mend == "" {
		t.Errorf("got %+v", line)
	}
}

func TestLettersLanguagesPrintsDrafts(t *testing.T) {
	var stdout, stderr bytes.Buffer
	cmd := &LettersLanguagesCmd{Codes: []string{"polish"}, Phone: "01632 960160"}
	if err := cmd.Run(&Streams{Out: &stdout, Err: &stderr}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"code": "pl"`, "01632 960160", `"checked_by": ""`} {
		if !strings.Contains(stdout.String(), want) {
			t.Errorf("the drafts do not have %s:\n%s", want, stdout.String())
		}
	}
	if !strings.Contains(stderr.String(), "nobody has checked") {
		t.Errorf("it is not said that they are drafts: %s", stderr.String())
	}
	if err := (&LettersLanguagesCmd{Codes: []string{"Klingon"}}).Run(&Streams{Out: &stdout, Err: &stderr}); err == nil {
		t.Error("a language without a draft is not told")
	}
}

func TestLettersPlainAdvises(t *testing.T) {
	var stdout, stderr bytes.Buffer
	cmd := &LettersPlainCmd{Files: []string{"-"}, in: strings.NewReader("It was decided that the provision is enough.")}
	if err := cmd.Run(&Streams{Out: &stdout, Err: &stderr}); err != nil {
		t.Errorf("it stands in the way: %v", err)
	}
	var line struct {
		File  string
		Words int
		Notes []struct{ Kind, Text, Instead string }
	}
	if err := json.Unmarshal(stdout.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if line.File != "-" || line.Words != 8 || len(line.Notes) != 2 || line.Notes[1].Instead != "help, or support" {
		t.Errorf("got %+v", line)
	}
	if err := (&LettersPlainCmd{Files: []string{"no-such-file.txt"}}).Run(&Streams{Out: &stdout, Err: &stderr}); err == nil || !strings.Contains(stderr.String(), "no-such-file.txt") {
		t.Errorf("a missing file: %v, %s", err, stderr.String())
	}
}
