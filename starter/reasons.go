package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"sendpanel/casework/reasons"
)

// ReasonsCmd looks at the reasons of a decision.
type ReasonsCmd struct {
	Check ReasonsCheckCmd `cmd:"" help:"Read reasons and say what is weak in them, one line of JSON for each text file."`
}

// ReasonsCheckCmd reads files of plain text. It finds, explains and suggests; it never decides.
type ReasonsCheckCmd struct {
	Files []string `arg:"" name:"file" help:"Text files; - is standard input."`
	Limb  string   `placeholder:"LIMB" help:"The question that the reasons answer: S1, 8a or 8b. Without it, it is read from the text."`

	in io.Reader // standard input, unless a test gives another
}

// longestReason is the most that is read of a file. A reason is a page; this is a book.
const longestReason = 4 << 20

// checkedReason is one line of the output.
type checkedReason struct {
	File     string            `json:"file"`
	Limb     reasons.Limb      `json:"limb"`
	Findings []reasons.Finding `json:"findings"`
}

// Run checks each file. One that cannot be read is named on standard error, and the others are checked all the same.
func (cmd *ReasonsCheckCmd) Run(out *Streams) error {
	limb, known := reasons.ParseLimb(cmd.Limb)
	if !known {
		return fmt.Errorf("--limb %s: give S1, 8a or 8b", cmd.Limb)
	}
	enc := json.NewEncoder(out.Out)
	enc.SetEscapeHTML(false)
	unread := 0
	for _, file := range cmd.Files {
		text, err := cmd.read(file)
		if err != nil {
			fmt.Fprintf(out.Err, "error: %s: %v\n", file, err)
			unread++
			continue
		}
		if err := enc.Encode(checkReason(file, text, limb)); err != nil {
			return fmt.Errorf("writing the findings: %w", err)
		}
	}
	if unread > 0 {
		return fmt.Errorf("%d of %d files could not be read", unread, len(cmd.Files))
	}
	return nil
}

func checkReason(file, text string, limb reasons.Limb) checkedReason {
	if limb == reasons.NoLimb {
		limb = reasons.LimbOf(text)
	}
	return checkedReason{file, limb, reasons.Check(text, reasons.Options{Limb: limb})}
}

func (cmd *ReasonsCheckCmd) read(file string) (string, error) {
	in := cmd.in
	if in == nil {
		in = os.Stdin
	}
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	}
	content, err := io.ReadAll(io.LimitReader(in, longestReason+1))
	if err != nil {
		return "", err
	}
	if len(content) > longestReason {
		return "", fmt.Errorf("it is longer than %d million characters: give one reason in each file", longestReason>>20)
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(content), "\ufffd"), "\ufeff"), nil
}
