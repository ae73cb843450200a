package reasons

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// ordinaryText lists, one a line, the stems that reasons of any kind are made of: the words that stand in more than one
// of the weak paragraphs of the corpus. Run the tests with -update to write it again.
//
//go:embed ordinary.txt
var ordinaryText string

var ordinary = sync.OnceValue(func() map[string]bool { return set(ordinaryText) })

// officialText lists the words of the law, of offices, of psychology and of kindness. They are seldom in any one reason and
// so are not counted, yet they say nothing about a child: a reason in a grand manner shows no more than a plain one.
//
//go:embed officialese.txt
var officialText string

var official = sync.OnceValue(func() map[string]bool { return stems(officialText) })

// abstract endings make the name of an idea: no child is seen in "corroboration" or "suitability".
var abstract = []string{"ation", "ition", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ology", "ional", "ative", "itive"}

func isAbstract(word string) bool {
	word = strings.TrimSuffix(word, "s")
	return slices.ContainsFunc(abstract, func(end string) bool { return len(word) > len(end)+2 && strings.HasSuffix(word, end) })
}

// shortestParticular is how many letters a word has that can say something particular.
const shortestParticular = 3

// particulars counts the words of a text that hardly any weak reason uses: a ramp, insulin, the hand dryer, nine days. A
// reason that could stand in anybody's letter is made of the same few hundred words; one that looks at a child is not.
func (p *passage) particulars() int {
	seen := map[string]bool{}
	for at := range p.sentences {
		for _, t := range p.sentences[at].tokens {
			if t.particular() {
				seen[t.stem] = true
			}
		}
	}
	return len(seen)
}

// particular says whether a text speaks of this child and takes no stance against the request. Where a
// word of it could be a stance and need not be, it takes more particulars.
func (p *passage) particular() bool {
	n := p.particulars()
	if p.viewed() {
		return n >= particularVivid && !p.refusesAssessment()
	}
	if p.anywhere(stances) {
		return n >= particularAnyway
	}
	return n >= particularFrom
}

const (
	particularFrom   = 2 // so many words that weak reasons do not use, and a text speaks of this child
	particularAnyway = 4
	particularVivid  = 4 // so many, and an opinion beside them does no harm
	particularSaid   = 1 // so many in what somebody is quoted as saying
)

func (t *token) particular() bool {
	return t.kind == wordToken && !t.capital && len(t.stem) >= shortestParticular && !strings.ContainsAny(t.stem, "0123456789'’") &&
		!ordinary()[t.stem] && !official()[t.stem] && !isAbstract(t.word)
}
