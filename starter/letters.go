package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"sendpanel/letters/check"
)

// LettersCmd looks at letters and puts them right.
type LettersCmd struct {
	Check     LettersCheckCmd     `cmd:"" help:"Check any PDF against PDF/UA-1 (screen readers) and PDF/A-2a (archives), and explain each failure."`
	Plain     LettersPlainCmd     `cmd:"" help:"Read what is written for a family and say what is hard in it, one line of JSON for each text file."`
	Languages LettersLanguagesCmd `cmd:"" help:"Print drafts of the strap-lines and the pages on rights, to be checked by somebody who reads the language."`

	Correct  LettersCorrectCmd  `cmd:"" help:"Put a letter right: a new version names the old one, what has changed, and the dates that now hold."`
	Again    LettersAgainCmd    `cmd:"" help:"Send a letter again, because it came back or could not be read."`
	Withdraw LettersWithdrawCmd `cmd:"" help:"Withdraw a letter that does not count, and tell its reader so."`
	Export   LettersExportCmd   `cmd:"" help:"Write every version of every letter of a case into a folder, with hashes and a manifest that starter verify checks."`
}

// LettersCheckCmd checks PDF files, whoever made them. It is the gate that every letter passes before it is issued.
type LettersCheckCmd struct {
	Files []string `arg:"" name:"file" help:"PDF files; - is standard input."`
	JSON  bool     `name:"json" help:"Write one line of JSON for each file."`

	in io.Reader // standard input, unless a test gives another
}

// longestPDF is the most that is read of a file.
const longestPDF = 64 << 20

// Run checks each file. A file that fails, or cannot be read, is an error after all were checked.
func (cmd *LettersCheckCmd) Run(out *Streams) error {
	failed := 0
	for _, file := range cmd.Files {
		pdf, err := readAtMost(file, cmd.in, longestPDF)
		if err != nil {
			fmt.Fprintf(out.Err, "error: %s: %v\n", file, err)
			failed++
			continue
		}
		findings := check.Check(pdf)
		if len(findings) > 0 {
			failed++
		}
		if err := cmd.tell(out.Out, file, findings); err != nil {
			return fmt.Errorf("writing what was found: %w", err)
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d files did not pass", failed, len(cmd.Files))
	}
	return nil
}

func (cmd *LettersCheckCmd) tell(w io.Writer, file string, findings []check.Finding) error {
	if cmd.JSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		if findings == nil {
			findings = []check.Finding{}
		}
		return enc.Encode(struct {
			File     string          `json:"file"`
			Passes   bool            `json:"passes"`
			Findings []check.Finding `json:"findings"`
		}{file, len(findings) == 0, findings})
	}
	if len(findings) == 0 {
		_, err := fmt.Fprintf(w, "%s: passes. Every check of PDF/UA-1 and PDF/A-2a that a machine can make was made; a person must still look at the reading order and the pictures.\n", file)
		return err
	}
	fmt.Fprintf(w, "%s: %s.\n", file, counted(len(findings), "failure", "failures"))
	for _, f := range findings {
		fmt.Fprintf(w, "\n  %s%s\n    %s\n    To mend it: %s\n    %s\n", capital(f.What), where(f), f.Means, f.Mend, string(f.Rule)+" · "+f.Clause)
	}
	return nil
}

// where says on which page and in which object of the file a failure is.
func where(f check.Finding) string {
	switch {
	case f.Page > 0 && f.Object > 0:
		return fmt.Sprintf(" (page %d, object %d).", f.Page, f.Object)
	case f.Page > 0:
		return fmt.Sprintf(" (page %d).", f.Page)
	case f.Object > 0:
		return fmt.Sprintf(" (object %d).", f.Object)
	}
	return "."
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// readAtMost reads a file, or standard input where it is named “-”, and refuses what is longer.
func readAtMost(file string, in io.Reader, most int64) ([]byte, error) {
	if in == nil {
		in = os.Stdin
	}
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	content, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(content)) > most {
		return nil, fmt.Errorf("it is longer than %d MB", most>>20)
	}
	return content, nil
}
