package letters

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sendpanel/letters/script"
)

// clean makes a text safe to draw: whole UTF-8, letters composed, one line. A character that no face has is replaced
// and reported, never dropped in silence. Characters that nobody sees go.
func clean(s string, has func(rune) bool) (string, []rune) {
	if clear, numbers := alreadyClean(s, has); clear {
		if numbers {
			s = unbroken(s)
		}
		return s, nil
	}
	var lost []rune
	shapes := script.Needs(s)
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == nbsp:
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || invisible(r):
			return -1
		case joiner(r) && shapes:
			return r
		case r == '\uFFFD' || r > 0xFFFF || !has(r):
			lost = append(lost, r)
			return '?'
		}
		return r
	}, s)
	return unbroken(s), lost
}

// alreadyClean reports whether a text holds only composed Latin letters and common marks that a face has, as nearly
// all do, and whether there are numbers among them.
func alreadyClean(s string, has func(rune) bool) (clear, numbers bool) {
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			numbers = true
		case r >= ' ' && r <= '~' || r == nbsp:
		case r > nbsp && r < 0x250 && r != '\u00AD', r >= '–' && r <= '”', r == '…', r == '•', r == '€':
			if !has(r) {
				return false, false
			}
		default:
			return false, false
		}
	}
	return true, numbers
}

// nbsp joins two words that must not be parted at the end of a line.
const nbsp = '\u00A0'

// invisible reports characters that direct or join text and are never drawn in Latin script. A variation selector or a
// joiner belongs to a picture or to another script and is not among them: it is reported with what it stands in.
func invisible(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u200E' || r == '\u200F' || r == '\u2060' || r == '\uFEFF' ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// joiner reports the zero-width characters by which words of some scripts say how their letters join.
func joiner(r rune) bool { return r == '\u200C' || r == '\u200D' }

// cleanIn is words that are cleaned for a way of printing.
type cleanIn struct {
	words string
	print Print
}

// cleanWords keeps standing words as they are when they are clean, which are looked at for every letter. Those that lose a
// character are not kept.
var cleanWords remembered[cleanIn, string]

// tidy cleans every text of the letter and says for each lost character what it is and where it stands.
func (l *Letter) tidy(has func(rune) bool) []Gap {
	var gaps []Gap
	l.eachText(func(place string, s *string, standing bool) {
		if standing {
			if kept, ok := cleanWords.kept(cleanIn{*s, l.Print}); ok {
				*s = kept
				return
			}
		}
		cleaned, lost := clean(*s, has)
		if standing && len(lost) == 0 {
			cleanWords.get(cleanIn{*s, l.Print}, func() string { return cleaned })
			cleanWords.get(cleanIn{cleaned, l.Print}, func() string { return cleaned })
		}
		*s = cleaned
		slices.Sort(lost)
		for _, r := range slices.Compact(lost) {
			gaps = append(gaps, lostIn(place, r))
		}
	})
	return slices.CompactFunc(gaps, func(a, b Gap) bool { return a.What == b.What })
}

func lostIn(place string, r rune) Gap {
	if r == '\uFFFD' {
		return Gap{Element: Typeface, What: place + " has bytes that are no character (U+FFFD)", Mend: "Type the text again from its source."}
	}
	return Gap{Element: Typeface, What: fmt.Sprintf("%s has the character %q (%U), which the letter’s typeface does not have", place, r, r),
		Mend: "Ask the person how their name or words are written in Latin letters, or write the letter by hand."}
}
