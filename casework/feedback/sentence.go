package feedback

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sendpanel/casework"
)

// sentences picks from a reason the sentences that rest on what the setting may see and give nothing away.
func (b *builder) sentences(where, reason string, relied []casework.DocumentID) []string {
	var kept []string
	for _, paragraph := range strings.Split(reason, "\n\n") {
		basis := cited(paragraph)
		if len(basis) == 0 {
			basis = relied
		}
		kept = append(kept, b.passing(where, paragraph, func(s string) string {
			if own := cited(s); len(own) > 0 {
				return b.restsOnOther(own)
			}
			return b.restsOnOther(basis)
		})...)
	}
	return kept
}

// passing gives the sentences of a paragraph that may go: each check finds nothing against them, and they do not lean on
// one that was left out.
func (b *builder) passing(where, paragraph string, checks ...func(string) string) []string {
	var kept []string
	gap, all := false, split(paragraph)
	for i, s := range all {
		why := b.guard.across(all, i)
		for _, check := range append(checks, b.guard.against) {
			if why == "" {
				why = check(s)
			}
		}
		if why == "" && gap && leans(s) {
			why = "leans on a sentence that was left out"
		}
		if gap = why != ""; gap {
			b.note.hold(where, s, why)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// leans reports whether a sentence begins with a word that points back.
func leans(s string) bool {
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	return slices.Contains([]string{"he", "she", "they", "it", "his", "her", "their", "its", "this", "that", "these", "those", "there", "so", "therefore", "but", "and", "also", "both", "neither"}, strings.Trim(first, ",“‘"))
}

// restsOnOther says why papers are no ground for the note, or nothing where the setting may see them all.
func (b *builder) restsOnOther(ids []casework.DocumentID) string {
	if len(ids) == 0 {
		return "names no evidence, so that nobody can say on whose it rests"
	}
	for _, id := range ids {
		if !b.maySee(id) {
			return "rests on " + string(id) + ", which the setting may not see, or on what the family or the child said"
		}
	}
	return ""
}

var (
	numberShape = regexp.MustCompile(`\bE([1-9][0-9]{0,3})\b`)
	rangeShape  = regexp.MustCompile(`\bE([1-9][0-9]{0,3}) ?(?:to|–|-) ?E?([1-9][0-9]{0,3})\b`)
)

// cited lists the papers that a text names by number, those between "E2 to E4" among them.
func cited(text string) []casework.DocumentID {
	var ids []casework.DocumentID
	add := func(n int) {
		if id := casework.DocumentID("E" + strconv.Itoa(n)); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, m := range rangeShape.FindAllStringSubmatch(text, -1) {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		for n := from; n <= to; n++ {
			add(n)
		}
	}
	for _, m := range numberShape.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		add(n)
	}
	return ids
}

// abbreviations are words whose full stop ends no sentence.
func abbreviations() []string {
	return []string{"mr", "mrs", "ms", "mx", "dr", "st", "no", "approx", "e.g", "i.e", "etc", "vs"}
}

// split makes sentences of a text. Where it is unsure it does not split, so that what is checked together stays together.
func split(text string) []string {
	var all []string
	runes := []rune(strings.Join(strings.Fields(text), " "))
	start := 0
	for i, r := range runes {
		if r != '.' && r != '!' && r != '?' {
			continue
		}
		end := i + 1
		for end < len(runes) && strings.ContainsRune("’”)\"'", runes[end]) {
			end++
		}
		if end < len(runes)-1 && runes[end] == ' ' && begins(runes[end+1]) && !abbreviated(runes[start:i]) {
			all = append(all, strings.TrimSpace(string(runes[start:end])))
			start = end
		}
	}
	if last := strings.TrimSpace(string(runes[start:])); last != "" {
		all = append(all, last)
	}
	return all
}

func begins(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '“' || r == '‘' }

func abbreviated(before []rune) bool {
	words := strings.Fields(string(before))
	return len(words) > 0 && slices.Contains(abbreviations(), strings.ToLower(words[len(words)-1]))
}
