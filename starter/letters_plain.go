package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"sendpanel/casework/plain"
)

// LettersPlainCmd reads what officers write for families. It advises; it stands in nobody's way.
type LettersPlainCmd struct {
	Files []string `arg:"" name:"file" help:"Text files; - is standard input."`

	in io.Reader // standard input, unless a test gives another
}

// readPlain is one line of the output.
type readPlain struct {
	File string `json:"file"`
	plain.Report
}

// Run reads each file. One that cannot be read is named on standard error, and the others are read all the same.
func (cmd *LettersPlainCmd) Run(out *Streams) error {
	enc := json.NewEncoder(out.Out)
	enc.SetEscapeHTML(false)
	unread := 0
	for _, file := range cmd.Files {
		content, err := readAtMost(file, cmd.in, longestReason)
		if err != nil {
			fmt.Fprintf(out.Err, "error: %s: %v\n", file, err)
			unread++
			continue
		}
		text := strings.TrimPrefix(strings.ToValidUTF8(string(content), "\ufffd"), "\ufeff")
		if err := enc.Encode(readPlain{file, plain.Check(text)}); err != nil {
			return fmt.Errorf("writing what was found: %w", err)
		}
	}
	if unread > 0 {
		return fmt.Errorf("%d of %d files could not be read", unread, len(cmd.Files))
	}
	return nil
}
