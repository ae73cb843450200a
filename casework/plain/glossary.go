package plain

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed glossary.json
var glossaryFile []byte

// Term is a word of the trade with the plain word to use.
type Term struct {
	Words   []string `json:"words"`   // in small letters, each a way in which it is written; capitals where only those mean it
	Instead string   `json:"instead"` // what to write
	Why     string   `json:"why,omitempty"`
}

// Glossary is the words that are looked for.
var Glossary = sync.OnceValue(func() []Term {
	var all []Term
	if err := json.Unmarshal(glossaryFile, &all); err != nil {
		// The file is compiled in and tested: only a damaged program can come here.
		panic(fmt.Sprintf("plain: the glossary cannot be read: %v", err))
	}
	return all
})

// way is one way of writing a term.
type way struct {
	words []string
	term  Term
}

// ways are all ways of writing, by their first word in small letters, the longest first.
var ways = sync.OnceValue(func() map[string][]way {
	all := map[string][]way{}
	for _, t := range Glossary() {
		for _, w := range t.Words {
			fields := strings.Fields(w)
			first := strings.ToLower(fields[0])
			all[first] = append(all[first], way{fields, t})
		}
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b way) int { return len(b.words) - len(a.words) })
	}
	return all
})

// jargon finds the words of the glossary. Where one is explained in brackets behind it, nobody is told.
func jargon(text string) (notes []Note) {
	words := wordsIn(text, span{0, len(text)})
	for i := 0; i < len(words); {
		n := 1
		for _, w := range ways()[strings.ToLower(words[i].text)] {
			if !w.at(text, words[i:]) {
				continue
			}
			n = len(w.words)
			s := span{words[i].start, words[i+n-1].end}
			if !explained(text[s.end:]) {
				says := "Families may not know this word."
				if w.term.Why != "" {
					says = w.term.Why
				}
				notes = append(notes, note(Jargon, text, s, says, w.term.Instead))
			}
			break
		}
		i += n
	}
	return notes
}

func (w way) at(text string, words []word) bool {
	if len(words) < len(w.words) {
		return false
	}
	for i, want := range w.words {
		got := words[i].text
		if hasCapital(want) && got != want || !strings.EqualFold(got, want) {
			return false
		}
		if i > 0 && strings.TrimSpace(strings.Trim(text[words[i-1].end:words[i].start], "-,")) != "" {
			return false
		}
	}
	return true
}

func hasCapital(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

// explained reports whether a bracket follows.
func explained(after string) bool { return strings.HasPrefix(strings.TrimLeft(after, " \u00A0"), "(") }

// known are abbreviations that everybody reads, or that a letter explains itself.
var known = setOf("EHC", "SEND", "SEN", "NHS", "GP", "UK", "TV", "OK", "PE", "ICT", "IT", "DVD", "GCSE", "BBC", "PDF", "AM", "PM", "ID", "SMS", "USA", "EU")

// abbreviations finds words in capitals that the glossary does not have and that are explained nowhere before.
func abbreviations(text string) (notes []Note) {
	told := map[string]bool{}
	for _, w := range wordsIn(text, span{0, len(text)}) {
		letters := strings.TrimRight(w.text, "s0123456789")
		if len(letters) < 2 || len(letters) > 6 || letters != strings.ToUpper(letters) || strings.ContainsFunc(letters, func(r rune) bool { return !unicode.IsUpper(r) }) {
			continue
		}
		inBrackets := strings.HasSuffix(strings.TrimRight(text[:w.start], " "), "(")
		if known[letters] || told[letters] || inBrackets || inGlossary(letters) || explained(text[w.end:]) {
			told[letters] = true
			continue
		}
		told[letters] = true
		notes = append(notes, note(Short, text, w.span, "Say once what "+letters+" stands for, or do without it.", ""))
	}
	return notes
}

func inGlossary(letters string) bool {
	return slices.ContainsFunc(ways()[strings.ToLower(letters)], func(w way) bool { return len(w.words) == 1 })
}
