package council

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"unicode/utf8"
)

// MaxSize is the largest settings file read, in bytes. A large council with five hundred settings stays far below.
const MaxSize = 4 << 20

// Read reads a council's settings from their JSON, strictly. The error is a [*Faulty] with every fault it could find:
// a field that is unknown, missing, given twice or of the wrong kind; a date that is none; a person, panel or setting
// that does not exist; a panel that cannot reach its quorum; a contact that a lawful notice needs and nobody recorded.
func Read(data []byte) (Council, error) {
	if f := unreadable(data); f != nil {
		return Council{}, &Faulty{Faults: []Fault{*f}}
	}
	var (
		found faults
		c     Council
	)
	fitted, err := fit(bytes.TrimPrefix(data, []byte("\uFEFF")), &found)
	if err != nil {
		return Council{}, fmt.Errorf("read the council’s settings: %w", err)
	}
	if err := json.Unmarshal(fitted, &c); err != nil {
		return Council{}, fmt.Errorf("read the council’s settings: %w", err)
	}
	c.checkValues(&found)
	c.checkReferences(&found)
	if err := found.err(); err != nil {
		return Council{}, err
	}
	return c, nil
}

// ReadStored reads settings that [Read] took before, perhaps in an earlier version of this program: what this one does not
// know is left out, and what that one did not ask for is empty. The error says only that they are no settings at all.
func ReadStored(data []byte) (Council, error) {
	if f := unreadable(data); f != nil {
		return Council{}, &Faulty{Faults: []Fault{*f}}
	}
	var c Council
	fitted, err := fit(bytes.TrimPrefix(data, []byte("\uFEFF")), &faults{})
	if err == nil {
		err = json.Unmarshal(fitted, &c)
	}
	if err != nil {
		return Council{}, fmt.Errorf("read stored settings of the council: %w", err)
	}
	return c, nil
}

// ReadFile reads the settings in a file. The error names the file, and is otherwise that of [Read].
func ReadFile(path string) (Council, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Council{}, fmt.Errorf("read the council’s settings: %w", err)
	}
	c, err := Read(data)
	if err != nil {
		return Council{}, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// unreadable says why nothing can be read from the data at all, or nothing.
func unreadable(data []byte) *Fault {
	switch {
	case len(data) > MaxSize:
		return &Fault{What: fmt.Sprintf("The file is %d bytes long and at most %d are read.", len(data), MaxSize), Mend: "Send the settings only."}
	case len(bytes.TrimSpace(data)) == 0:
		return &Fault{What: "The file is empty.", Mend: "Start from the settings of the invented council."}
	case !utf8.Valid(data):
		return &Fault{What: "The file is not UTF-8 text.", Mend: "Save it again as JSON in UTF-8."}
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var sections map[string]json.RawMessage
	err := json.Unmarshal(data, &sections)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		line, column := position(data, syntax.Offset-1)
		return &Fault{What: fmt.Sprintf("Line %d, column %d is not valid JSON (%s).", line, column, syntax), Mend: "Mend it there and read the file again."}
	case err != nil || sections == nil:
		return &Fault{What: "The outermost part is not an object in braces.", Mend: "Start from the settings of the invented council."}
	}
	return nil
}

// position turns a byte offset into a line and a column, both from 1.
func position(data []byte, offset int64) (line, column int) {
	before := data[:max(0, min(int(offset), len(data)))]
	return 1 + bytes.Count(before, []byte("\n")), len(before) - bytes.LastIndexByte(before, '\n')
}
