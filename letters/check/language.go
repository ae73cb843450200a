package check

import (
	"strings"
	"unicode"
)

// scripts are those that a language of the letters is not written in, unless it says so. A word in one of them needs a
// language of its own: a screen reader reads Gurmukhi aloud only when it knows that it is Panjabi.
var scripts = []struct {
	name   string
	table  *unicode.RangeTable
	spoken []string // the languages that are written in it
}{
	{"Arabic", unicode.Arabic, []string{"ar", "ur", "fa", "ps", "ku", "ckb", "sd", "ug", "pnb", "ks", "prs"}},
	{"Gurmukhi", unicode.Gurmukhi, []string{"pa"}},
	{"Devanagari", unicode.Devanagari, []string{"hi", "mr", "ne", "sa", "kok", "mai", "bho"}},
	{"Bengali", unicode.Bengali, []string{"bn", "as", "syl"}},
	{"Gujarati", unicode.Gujarati, []string{"gu"}},
	{"Tamil", unicode.Tamil, []string{"ta"}},
	{"Cyrillic", unicode.Cyrillic, []string{"ru", "uk", "bg", "sr", "mk", "be", "mn"}},
	{"Greek", unicode.Greek, []string{"el", "grc"}},
	{"Hebrew", unicode.Hebrew, []string{"he", "yi"}},
	{"Ethiopic", unicode.Ethiopic, []string{"am", "ti"}},
	{"Han", unicode.Han, []string{"zh", "yue", "ja", "ko"}},
}

// checkScript looks whether words are in a script that their language is written in.
func (in *inspection) checkScript(words, lang string, at place) {
	plain := true
	for i := range len(words) {
		plain = plain && words[i] < 0x80
	}
	if plain {
		return
	}
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if primary == "und" || primary == "mul" || primary == "zxx" {
		return
	}
	for _, r := range words {
		for _, s := range scripts {
			if unicode.Is(s.table, r) && unicode.IsLetter(r) && !isOneOf(primary, s.spoken) {
				in.fail("11-007", at, "words in %s are said to be in %q", s.name, lang)
				return
			}
		}
	}
}

func isOneOf(word string, words []string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
