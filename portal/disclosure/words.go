package disclosure

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Taken is what stands in place of words that were taken out.
const Taken = "█████"

// Without takes words out of a text, whatever their capitals, however their spaces, apostrophes, dashes and accents are
// written, and says how often.
func Without(text string, words []string) (string, int) {
	taken := 0
	for _, w := range words {
		like := likeWord(w)
		if like == "" {
			continue
		}
		pattern, err := regexp.Compile(`(?i)` + like)
		if err != nil {
			continue // quoted text always compiles
		}
		text = pattern.ReplaceAllStringFunc(text, func(string) string { taken++; return Taken })
	}
	return text, taken
}

const (
	apostrophes = "'’‘ʼ`´"
	dashes      = "-‐‑‒–—\u00ad"
)

// likeWord is a pattern for a word in all the ways in which it may be written, or nothing.
func likeWord(word string) string {
	word = strings.TrimSpace(norm.NFC.String(word))
	var b strings.Builder
	space := false
	for _, r := range word {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteString(`[\s\x{00a0}\x{2007}\x{202f}]+`)
			space = false
		}
		switch {
		case strings.ContainsRune(apostrophes, r):
			b.WriteString("[" + apostrophes + "]")
		case strings.ContainsRune(dashes, r):
			b.WriteString("[" + regexp.QuoteMeta(dashes) + "]")
		default:
			one := string(r)
			if apart := norm.NFD.String(one); apart != one {
				b.WriteString("(?:" + regexp.QuoteMeta(one) + "|" + regexp.QuoteMeta(apart) + ")")
				continue
			}
			b.WriteString(regexp.QuoteMeta(one))
		}
	}
	return b.String()
}

// runOn is how many letters a word needs to be looked for in a text without its spaces too: a PDF may set gaps anywhere, and
// a short word is found by chance where two others meet.
const runOn = 6

// Found are the words that are still in one of the texts: as words by themselves, and long ones also where gaps have come
// between or gone from between their letters.
func Found(texts, words []string) []string {
	var found []string
	for _, w := range words {
		like := likeWord(w)
		if like == "" {
			continue
		}
		pattern, err := regexp.Compile(`(?i)(?:^|[^\pL\pN])` + like + `(?:$|[^\pL\pN])`)
		if err != nil {
			continue // quoted text always compiles
		}
		bare := runTogether(w)
		if slices.ContainsFunc(texts, func(t string) bool {
			return pattern.MatchString(t) || len([]rune(bare)) >= runOn && strings.Contains(runTogether(t), bare)
		}) {
			found = append(found, strings.TrimSpace(w))
		}
	}
	return found
}

// runTogether is a text in small letters, with its letters and digits alone.
func runTogether(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFC.String(text))
}
