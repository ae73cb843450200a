package letters

import (
	"unicode"

	"sendpanel/letters/script"
)

// oneScript is how much of a text is in one script, in bytes, and which language to say it is in: none for Latin script,
// for the words around it are English; for another, which can only be a name or somebody’s own words, the script itself.
func oneScript(text string) (end int, lang string) {
	begun := false
	last := 0 // after the last letter of the script
	for i, r := range text {
		if r < 0x370 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			if r < 0x370 && unicode.IsLetter(r) {
				if begun && lang != "" {
					return last, lang
				}
				begun, last = true, i+len(string(r))
			}
			continue
		}
		tag := scriptTag(r)
		switch {
		case !begun && tag != "" && i > 0: // what stands before it is not part of it
			return i, ""
		case begun && tag != lang:
			if lang == "" {
				return i, ""
			}
			return last, lang
		}
		begun, lang, last = true, tag, i+len(string(r))
	}
	if lang != "" {
		return last, lang
	}
	return len(text), ""
}

// plainly reports whether a text is in Latin letters with the usual marks alone, as nearly all are.
func plainly(text string) bool {
	for _, r := range text {
		if r >= 0x370 && (r < 0x2000 || r >= 0x2070) {
			return false
		}
	}
	return true
}

// scriptTag is the language tag (BCP 47) of letters in a script other than Latin.
func scriptTag(r rune) string {
	switch {
	case unicode.Is(unicode.Greek, r):
		return "und-Grek"
	case unicode.Is(unicode.Cyrillic, r):
		return "und-Cyrl"
	}
	return script.Tag(r)
}
