package casework

import (
	"encoding/json"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Text is a leaf of a request, kept as it was typed.
//
// It reads any JSON scalar, so that a number where words were expected is a thing to mend and not a lost request.
// Cleaning happens here, once, at the door: invalid bytes become U+FFFD, letters are composed (NFC), and control and
// direction characters that a reader cannot see are dropped.
type Text string

// UnmarshalJSON takes a string, number, true, false or null; anything else is kept as its JSON.
func (t *Text) UnmarshalJSON(data []byte) error {
	switch {
	case string(data) == "null":
		*t = ""
		return nil
	case len(data) > 0 && data[0] == '"':
		var s string
		if err := json.Unmarshal(data, &s); err != nil {
			return err
		}
		*t = CleanText(s)
		return nil
	default:
		*t = CleanText(string(data))
		return nil
	}
}

// Empty reports whether nothing but space was typed.
func (t Text) Empty() bool { return strings.TrimSpace(string(t)) == "" }

// Line is the text on one line, with runs of space made one.
func (t Text) Line() string { return strings.Join(strings.Fields(string(t)), " ") }

// CleanText cleans a text that comes from outside.
func CleanText(s string) Text {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return Text(strings.TrimSpace(strings.Map(keepVisible, s)))
}

func keepVisible(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case unicode.IsControl(r):
		return -1
	case r == '\u200B' || r == '\uFEFF' || r == '\u00AD', r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return -1
	}
	return r
}
