package feedback

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// against says why a sentence of the decision must not go into the note, or nothing.
func (g guard) against(sentence string) string {
	if why := g.inTitle(sentence); why != "" {
		return why
	}
	folded := fold(sentence)
	if g.repeats(folded) {
		return repeated
	}
	for _, q := range quoted(sentence) {
		if slices.ContainsFunc(g.said, func(text string) bool { return contains(text, q) }) {
			return "quotes what the family or the child said"
		}
	}
	for _, phrase := range harmless() {
		folded = strings.ReplaceAll(folded, phrase, " ")
	}
	switch {
	case slices.ContainsFunc(toTheFamily(), func(cue string) bool { return matches(folded, cue) }):
		return "is addressed to the family"
	case slices.ContainsFunc(ofHome(), func(cue string) bool { return matches(folded, cue) }):
		return "speaks of the family or of life at home"
	}
	return ""
}

const repeated = "repeats what the family or the child said"

// repeats looks in a folded text for words in a row, or for a whole short sentence, of what the family or the child said.
func (g guard) repeats(folded string) bool {
	for r := range runsOf(folded) {
		if g.runs[r] {
			return true
		}
	}
	return slices.ContainsFunc(g.short, func(s string) bool { return contains(folded, s) })
}

// across says why a sentence must not go with its neighbours, where what was said runs from one into the next.
func (g guard) across(all []string, i int) string {
	for _, n := range []int{i - 1, i} {
		if n >= 0 && n+1 < len(all) && g.repeats(fold(all[n]+" "+all[n+1])) && !g.repeats(fold(all[n])) && !g.repeats(fold(all[n+1])) {
			return repeated
		}
	}
	return ""
}

// inTitle looks for a name or a contact, in a title or in a sentence.
func (g guard) inTitle(text string) string {
	folded := fold(text)
	for _, n := range g.names {
		if contains(folded, n) && (!slices.Contains(ordinary(), n) || capitalised(text, n)) {
			return "names somebody in the family, or somebody else’s paper"
		}
	}
	for _, c := range g.contacts {
		if contains(folded, c) {
			return "gives an address or a number"
		}
	}
	return ""
}

// ordinary are words that are names too: "may" is one only where it is written May.
func ordinary() []string {
	return []string{"will", "may", "mark", "grace", "rose", "hope", "faith", "joy", "dawn", "summer", "april", "june", "august", "autumn", "rich", "bill", "sue", "art", "pat", "grant",
		"dean", "price", "day", "long", "short", "young", "brown", "white", "green", "black", "gray", "king", "little", "small", "best", "love", "hall", "wood", "field", "reading", "marsh",
		"page", "moon", "iris", "ivy", "lily", "daisy", "pearl", "ruby", "jade", "amber", "frank", "drew", "chance", "wells", "rivers", "banks", "shaw", "cook", "baker", "mason", "child"}
}

// capitalised reports whether a word stands in the text with a capital.
func capitalised(text, word string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(first) && strings.EqualFold(w, word)
	})
}

var quotes = regexp.MustCompile(`[“"‘]([^“”"‘]+)[”"’]`)

// quoted lists what stands in quotation marks, folded, where it is more than one word.
func quoted(sentence string) []string {
	var all []string
	for _, m := range quotes.FindAllStringSubmatch(sentence, -1) {
		if f := fold(m[1]); strings.Contains(f, " ") {
			all = append(all, f)
		}
	}
	return all
}

// toTheFamily are words of a sentence that was written to the family.
func toTheFamily() []string { return []string{"you", "your", "yours", "yourself"} }

// ofHome are words that speak of a family's circumstances. "*" stands for any ending.
func ofHome() []string {
	return []string{"family*", "families", "mother*", "father*", "mum", "mums", "dad", "dads", "parent*", "carer*", "stepmother*", "stepfather*", "grandm*", "grandf*",
		"grandparent*", "gran", "nan", "aunt*", "uncle*", "brother*", "sister*", "sibling*", "cousin*", "home", "homes", "household*", "house", "flat", "housing", "evict*", "homeless*",
		"divorc*", "separated", "custody", "court*", "police", "prison", "violen*", "abus*", "refuge*", "asylum", "foster*", "adopt*", "bereave*", "grief", "died", "death",
		"pregnan*", "benefits", "debt*", "alcohol", "drugs", "interpreter*", "social worker", "safeguard*"}
}

// harmless are phrases in which the family is only named as somebody who may ask or is told.
func harmless() []string {
	return []string{"the school or the family can ask", "the family or the school can ask", "the setting or the family can ask", "the family has been told"}
}

func matches(folded, cue string) bool {
	if stem, open := strings.CutSuffix(cue, "*"); open {
		return strings.Contains(" "+folded, " "+stem)
	}
	return contains(folded, cue)
}
