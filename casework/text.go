package casework

import (
	"encoding/json"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Text is a leaf of a request, kept as it was typed.
//
// It reads any JSON value, so that a number where words were expected is a thing to mend and not a lost request.
// Cleaning happens here, once, at the door: see [CleanText].
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

// Word is the text as one of the words of a list of choices: “In person” is in_person.
func (t Text) Word() string {
	return strings.ToLower(strings.NewReplacer(" ", "_", "-", "_").Replace(t.Line()))
}

// Yes reports whether the answer is yes, however it was put.
func (t Text) Yes() bool { w := t.Word(); return w == "yes" || w == "true" || w == "y" }

// CleanText cleans a text that comes from outside. Whatever a reader can see is kept as it was typed: accents, emoji,
// any script in either direction, markup, and the signs =, +, - and @ that a spreadsheet takes for a formula (whoever
// writes a spreadsheet must guard them).
//
// What it changes is this, and nothing else:
//   - bytes that are no text, and code points that Unicode reserves for no character, become U+FFFD (�), which
//     [Request.ToMend] names, so that nobody takes the gap for what was meant;
//   - all line ends (CR LF, CR, NEL, U+2028, U+2029) become a line feed; vertical tab and form feed become a space;
//   - other control characters (NUL, escape, backspace …) are dropped: they show nothing and steer terminals and files;
//   - marks that change the direction of writing unseen (Unicode’s Bidi_Control) are dropped: with them “not” can be
//     made to stand elsewhere than where it is read. Right-to-left scripts need none of them here;
//   - zero-width space, word joiner, byte order mark and soft hyphen are dropped: names that look alike must be alike.
//     The zero-width joiners stay, since Urdu, Panjabi and many emoji need them;
//   - letters are composed (NFC), and space at either end is taken off.
func CleanText(s string) Text {
	if isPlain(s) {
		return Text(strings.TrimSpace(s))
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return Text(strings.TrimSpace(norm.NFC.String(strings.Map(visible, s))))
}

// isPlain reports whether there is nothing to clean: ASCII that can be seen. Most text is.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c >= 0x7F) && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// visible is the character as it is kept, or -1 where it is dropped.
func visible(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F, r == '\n', r == '\t':
		return r
	case r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\v', r == '\f':
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return -1
	case r == '\u200B', r == '\u2060', r == '\uFEFF', r == '\u00AD':
		return -1
	case unicode.Is(unicode.Noncharacter_Code_Point, r):
		return '\uFFFD'
	}
	return r
}
