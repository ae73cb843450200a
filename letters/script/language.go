package script

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// scripts are those that need a setter, with the language that words in them are taken for when nobody has said it.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Gurmukhi, "pa"}, {unicode.Devanagari, "hi"}, {unicode.Bengali, "bn"}, {unicode.Gujarati, "gu"}, {unicode.Tamil, "ta"}, {unicode.Arabic, "ar"},
}

// Letters of Arabic writing that only some languages have.
const (
	ofUrdu   = "ٹڈڑںھہےۓ"
	ofPashto = "ټډړږښځڅڼېۍ"
)

// Needs reports whether a text has words in a script that needs a setter. It is asked of every word of a letter, so it
// looks at bytes first: the scripts begin at U+0600, and of what is above only marks such as ’ and – are common.
func Needs(text string) bool {
	for i := range len(text) {
		if b := text[i]; b >= 0xD8 && b != 0xE2 {
			return strings.ContainsFunc(text[i:], needs)
		}
	}
	return false
}

// needs reports whether a character stands in a block of a script that needs a setter, marks and signs included.
func needs(r rune) bool {
	return r >= 0x600 && r <= 0x77F || r >= 0x8A0 && r <= 0xAFF || r >= 0xB80 && r <= 0xBFF || r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// Tag is the language that a letter alone is taken for: empty for one in a script that needs no setter. Words are better
// asked of as a whole: see [LanguageOf].
func Tag(r rune) string { return langOf(r) }

func langOf(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.lang
		}
	}
	return ""
}

// LanguageOf is the language to give words whose language nobody has said, such as a name: by their script, and in Arabic
// writing by the letters that only Urdu or Pashto has. It is empty for words in Latin letters. It is a guess for the sake
// of a screen reader’s voice, and is recorded nowhere.
func LanguageOf(text string) string {
	lang := ""
	for _, r := range text {
		switch {
		case strings.ContainsRune(ofPashto, r):
			return "ps"
		case strings.ContainsRune(ofUrdu, r):
			return "ur"
		case lang == "":
			lang = langOf(r)
		}
	}
	return lang
}

// RightToLeft reports whether a language is written from right to left.
func RightToLeft(lang string) bool {
	return slices.Contains([]string{"ar", "ur", "ps", "fa", "ku", "sd", "he", "yi"}, primary(lang))
}

// Joins reports whether the letters of a language are put together to glyphs with parts, as those of Urdu are: see [Glyph].
func Joins(lang string) bool { return primary(lang) == "ur" }

// primary is a language without its region or script.
func primary(lang string) string {
	language, _, _ := strings.Cut(lang, "-")
	return strings.ToLower(language)
}

// Lost are the characters of a text that no font has, each once, in the order of the text. They must be told of before the
// text is set, which shows nothing in their place.
func (s *Setter) Lost(text string) []rune {
	var lost []rune
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")) {
		if flat(r) != r || ignorable(r) || slices.Contains(lost, r) {
			continue
		}
		if r == '\uFFFD' || !s.has(r) {
			lost = append(lost, r)
		}
	}
	return lost
}

// has reports whether both weights have the character.
func (s *Setter) has(r rune) bool {
	for _, w := range s.weights {
		if w.find(r) == nil {
			return false
		}
	}
	return true
}

// ignorable are characters that steer how others are shown and are not shown themselves.
func ignorable(r rune) bool {
	return r == '\u200B' || r == '\u200C' || r == '\u200D' || r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u2060' || r == '\uFEFF' || r == '\u00AD' || r == '\u061C' || r == '\u00A0'
}
