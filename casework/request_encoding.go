package casework

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deeply the parts of a request may stand within each other. The shape needs six levels.
const maxDepth = 32

const saveAsUTF8 = "Open it in the program that wrote it, choose “Save as”, and choose UTF-8 as its encoding; then send it again"

// readable returns the JSON without a byte order mark, or says why it cannot be read as JSON at all.
func readable(data []byte) ([]byte, error) {
	if len(data) > MaxRequest {
		return nil, fmt.Errorf("it is %d bytes long and at most %d are read. Send documents as files beside it", len(data), MaxRequest)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errors.New("it is empty. Save the request again and send the new file")
	}
	if err := isUTF8(data); err != nil {
		return nil, err
	}
	if line, column, deep := tooDeep(data); deep {
		return nil, fmt.Errorf("line %d, column %d: its parts stand more than %d deep within each other, and a request needs six. Look at examples/ for the shape", line, column, maxDepth)
	}
	if !json.Valid(data) {
		var whole json.RawMessage
		return nil, brokenAt(data, json.Unmarshal(data, &whole))
	}
	if bytes.TrimLeft(data, " \t\r\n")[0] != '{' {
		return nil, errors.New("its outermost part is not an object in braces. Look at examples/ for the shape")
	}
	return data, nil
}

// isUTF8 says which other encoding the bytes look like, and how to mend it.
func isUTF8(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}), looksUTF16(data):
		return errors.New("it looks like UTF-16, which Windows calls Unicode. " + saveAsUTF8)
	case utf8.Valid(data):
		return nil
	}
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	line, column := place(data, at)
	looks := "Latin-1 (ISO 8859-1)"
	for _, b := range data {
		if b >= 0x80 && b <= 0x9F {
			looks = "Windows-1252 (“ANSI”)"
			break
		}
	}
	if !utf8.FullRune(data[at:]) {
		return fmt.Errorf("line %d, column %d: it breaks off within a letter, so it was cut short on its way. Send the whole of it again", line, column)
	}
	return fmt.Errorf("line %d, column %d: it is not UTF-8 text; it looks like %s. %s", line, column, looks, saveAsUTF8)
}

// looksUTF16 reports whether every other one of the first bytes is zero, as in UTF-16 without its mark.
func looksUTF16(data []byte) bool {
	if len(data) < 4 {
		return false
	}
	return data[0] == 0 && data[2] == 0 && data[1] != 0 && data[3] != 0 || data[1] == 0 && data[3] == 0 && data[0] != 0 && data[2] != 0
}

// tooDeep finds the first bracket that stands deeper than maxDepth, outside of quotation marks.
func tooDeep(data []byte) (line, column int, deep bool) {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				line, column = place(data, i)
				return line, column, true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return 0, 0, false
}

// brokenAt puts an error of the JSON into words: where, what, how to mend.
func brokenAt(data []byte, err error) error {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return fmt.Errorf("it is not valid JSON (%w). Look at examples/ for the shape", err)
	}
	line, column := position(data, syntax.Offset)
	says := syntax.Error()
	at := min(max(int(syntax.Offset)-1, 0), len(data)-1)
	sign, _ := utf8.DecodeRune(data[at:])
	switch {
	case strings.Contains(says, "unexpected end"):
		return fmt.Errorf("line %d, column %d: it breaks off there. A closing bracket, brace or quotation mark is missing, or it was cut short on its way", line, column)
	case strings.Contains(says, "after top-level value"):
		return fmt.Errorf("line %d, column %d: there is more after its end. Send one request at a time, and nothing behind its last brace", line, column)
	case strings.Contains(says, "in string literal") && sign < ' ':
		return fmt.Errorf("line %d, column %d: %s stands between quotation marks. Write a line break as \\n and a tab as \\t", line, column, controlName(sign))
	case sign < ' ':
		return fmt.Errorf("line %d, column %d: %s stands where it does not belong. Take it out", line, column, controlName(sign))
	case sign == '“' || sign == '”' || sign == '’':
		return fmt.Errorf("line %d, column %d: %c is a curly quotation mark. JSON needs straight ones there: \"", line, column, sign)
	}
	return fmt.Errorf("line %d, column %d is not valid JSON (%w). Look there for a comma, a quotation mark or a bracket too many or too few, mend it and send it again", line, column, syntax)
}

func controlName(r rune) string {
	switch r {
	case 0:
		return "a NUL character"
	case '\n', '\r':
		return "a line break"
	case '\t':
		return "a tab"
	}
	return fmt.Sprintf("the control character U+%04X", r)
}

// position turns the offset of a JSON error into a line and a column, both from 1. The offset counts the bytes read, the
// offending one among them.
func position(data []byte, offset int64) (line, column int) { return place(data, int(offset)-1) }

// place turns the index of a byte into a line and a column, both from 1; columns are characters, as an editor shows.
func place(data []byte, at int) (line, column int) {
	before := data[:min(max(at, 0), len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[start:])
}

// aJSON is a kind of JSON value with its article, as encoding/json names kinds.
func aJSON(value string) string {
	switch {
	case strings.HasPrefix(value, "number"):
		return "a number"
	case value == "array":
		return "a list"
	case value == "bool":
		return "true or false"
	default:
		return "a " + value
	}
}
