package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

// withLetters stores a letter in two versions and records what became of them.
func withLetters(t *testing.T, b *bench) {
	t.Helper()
	s := b.session(t)
	defer s.close()
	c, err := s.desk.Case(t.Context(), b.ref)
	if err != nil {
		t.Fatal(err)
	}
	day := statute.Date(2026, 9, 8)
	for version := 1; version <= 2; version++ {
		key := casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: version}
		stored, err := s.desk.Register.SaveLetters(t.Context(), b.ref, []records.NewLetter{{Key: key, PDF: []byte{'%', byte(version)}, Dated: day, Text: "We have your request."}})
		if err != nil {
			t.Fatal(err)
		}
		bodies := []casework.Body{casework.Issued{Letter: key, SHA256: stored[0].SHA256, Dated: day, By: statute.FirstClass, Wording: &casework.WordingUsed{Paragraphs: []string{"ack.title from 2014-09-01"}, Read: "00"}}}
		if version == 1 {
			bodies = append(bodies, casework.Voided{Letter: key, Why: "Another day."})
		} else {
			bodies = append(bodies, casework.Posted{Letter: key, On: day})
		}
		events := c.Record(bodies, casework.Engine(), day.At(12, 0))
		if c, err = c.Apply(events...); err != nil {
			t.Fatal(err)
		}
		if err := s.desk.Register.Record(t.Context(), b.ref, events); err != nil {
			t.Fatal(err)
		}
	}
}

// verify runs starter verify on a folder.
func (b *bench) verify(t *testing.T, folder string) error {
	t.Helper()
	b.out.Reset()
	var commands struct {
		Verify VerifyCmd `cmd:""`
	}
	parser, err := kong.New(&commands, kong.Bind(&Streams{Out: &b.out, Err: &b.err}, &desk{begin: func() (*session, error) { return b.session(t), nil }}))
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.Parse([]string{"verify", folder})
	if err != nil {
		t.Fatal(err)
	}
	return parsed.Run()
}

// TestLettersLeaveWithTheirProof exports the letters of a case and changes what was exported, one thing at a time: each is
// found without the register.
func TestLettersLeaveWithTheirProof(t *testing.T) {
	b, dir := newBench(t), t.TempDir()
	withLetters(t, b)
	var commands struct {
		Letters LettersCmd `cmd:""`
	}
	folder := filepath.Join(dir, "letters")
	export := func(folder string) error {
		return b.run(t, &commands, "letters", "export", string(b.ref), "--out", folder)
	}
	if err := export(folder); err != nil {
		t.Fatal(err)
	}
	if err := b.verify(t, folder); err != nil || !strings.Contains(b.out.String(), "whole and unchanged") || strings.Count(b.out.String(), "acknowledgement/family-1/1/") != 2 {
		t.Fatalf("%v\n%s", err, &b.out)
	}
	manifest, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"state": "voided"`, `"state": "posted"`, `"replaces": "acknowledgement/family-1/1/1"`, `"posted": "2026-09-08"`, "ack.title from 2014-09-01"} {
		if !strings.Contains(string(manifest), want) {
			t.Errorf("the manifest does not say %s", want)
		}
	}
	if strings.Contains(string(manifest), "Ashworth") {
		t.Error("the manifest names the family")
	}
	if err := export(folder); err == nil || !strings.Contains(err.Error(), "choose another folder") {
		t.Errorf("into a folder that holds something: %v", err)
	}
	replace := func(file, old, new string) func(string) error {
		return func(folder string) error {
			path := filepath.Join(folder, file)
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			changed := strings.Replace(string(data), old, new, 1)
			if changed == string(data) {
				t.Errorf("%s does not hold %q", file, old)
			}
			return os.WriteFile(path, []byte(changed), 0o600)
		}
	}
	const pdf = "letters/002-acknowledgement_family-1_1_2.pdf"
	for name, change := range map[string]func(string) error{
		"a letter's words":       replace("letters/002-acknowledgement_family-1_1_2.txt", "We have", "We lost"),
		"a letter's file":        replace(pdf, "%", "#"),
		"a letter gone":          func(folder string) error { return os.Remove(filepath.Join(folder, pdf)) },
		"a letter more":          func(folder string) error { return os.WriteFile(filepath.Join(folder, "letters/003.pdf"), nil, 0o600) },
		"the day of posting":     replace("manifest.json", `"posted": "2026-09-08"`, `"posted": "2026-09-07"`),
		"the date on it":         replace("manifest.json", `"dated": "2026-09-08"`, `"dated": "2026-09-07"`),
		"the way it went":        replace("manifest.json", `"channel": "first-class"`, `"channel": "email"`),
		"a digest":               replace("manifest.json", `"digest": "`, `"digest": "00`),
		"a letter off the list":  replace("manifest.json", `"key": "acknowledgement/family-1/1/1"`, `"key": "acknowledgement/family-1/1/9"`),
		"what the event tells":   replace("events/0004.json", "family-1", "family-2"),
		"the schema of the list": replace("manifest.json", records.LettersSchema, "another"),
	} {
		folder := filepath.Join(dir, strings.ReplaceAll(name, " ", "-"))
		if err := export(folder); err != nil {
			t.Fatal(err)
		}
		if err := change(folder); err != nil {
			t.Fatal(err)
		}
		if err := b.verify(t, folder); err == nil {
			t.Errorf("%s changed, and it is sound: %s", name, &b.out)
		}
	}
	s := b.session(t)
	defer s.close()
	if reads, err := s.desk.Register.Reads(t.Context(), b.ref); err != nil || len(reads) == 0 || reads[0].What != "export of all letters" {
		t.Errorf("the reads are %v, %v", reads, err)
	}
	if _, err := records.CheckLetters(os.DirFS(t.TempDir())); err == nil || !strings.Contains(err.Error(), "starter letters export") {
		t.Errorf("an empty folder: %v", err)
	}
}
