package reasons

import "slices"

// answers are the concepts of a text that answers the law's question, if with few facts.
var lawful = []string{"testwords", "rights", "thelaw", "decidedanyway", "depart", "weasked", "ownmind"}

// facts are the concepts of a text that looks at the child, each with its worth. The outcome counts by either word.
var facts = []struct {
	concept string
	worth   int
}{{"evidencegiven", 2}, {"outcome", 2}, {"provided", 1}, {"quantity", 1}}

// helps are the concepts of help that has a name, and effects those of what came of it.
var (
	helps   = []string{"provided", "aid"}
	effects = []string{"outcome", "effect", "enables"}
)

const (
	weighedFrom = 4 // from here on a text weighs facts
	bareTo      = 2 // up to here it shows next to nothing

)

// weighs says whether a text weighs the child's own facts: evidence is not enough, it must say what was done or what
// came of it.
func (p *passage) weighs() bool {
	if p.shown() || p.particular() && (p.anywhere(effects) || p.done() && p.particulars() >= particularAnyway) {
		return true
	}
	if p.asked() {
		return p.weight() >= weighedFrom-1
	}
	return p.done() && p.weight() >= weighedFrom
}

// done says whether a text says what was done for the child or what came of it.
func (p *passage) done() bool {
	for at := range p.sentences {
		if len(p.references(at)) > 2 || p.saysAny(effects, at) || p.saysAny(helps, at) {
			return true
		}
	}
	return false
}

// shown says whether a help that has a name and what it did for the child stand together, in one sentence or in two that
// follow each other, and nothing is asked or refused there. That is the shortest reason that can be sound: no date and no
// document is needed for it.
func (p *passage) shown() bool {
	for at := range p.sentences {
		if p.saysAny(helps, at) && !p.grounded(at) && (p.saysAny(effects, at) || p.saysAny(effects, at+1) && !p.grounded(at+1)) {
			return true
		}
	}
	return false
}

// saysAny says whether one of the concepts stands in a sentence.
func (p *passage) saysAny(names []string, at int) bool {
	return slices.ContainsFunc(names, func(name string) bool { return p.says(name, at) })
}

// evidenced says whether the text names any evidence.
func (p *passage) evidenced() bool {
	for at := range p.sentences {
		if len(p.here("evidencegiven", at)) > 0 {
			return true
		}
	}
	return false
}

// asked says whether the council looked for itself: it asked, met, visited.
func (p *passage) asked() bool {
	for at := range p.sentences {
		if len(p.here("weasked", at)) > 0 {
			return true
		}
	}
	return false
}

// weight adds up the facts of a text. Each concept counts in two sentences at most, so that a list of papers is not a
// reason.
func (p *passage) weight() int {
	total := 0
	for _, f := range facts {
		in := 0
		for at := range p.sentences {
			if f.concept == "evidencegiven" && len(p.references(at)) > 1 {
				in++
			}
			if in < 2 && (p.says(f.concept, at) || f.concept == "outcome" && p.saysAny(effects, at) || f.concept == "provided" && p.saysAny(helps, at)) {
				in++
			}
		}
		total += min(in, 2) * f.worth
	}
	if !p.done() {
		return min(total, bareTo) // papers are named, and nothing in them
	}
	return total
}

// references are the places of the evidence list that a sentence names.
func (p *passage) references(at int) []span { return p.here("reference", at) }

// stances are the concepts of a text that takes a view against the request.
var stances = []string{"decline", "demand", "little", "minimiser", "return", "order"}

// bare says whether a text names nothing on which a decision about a child could rest, and denies nothing that it
// mentions. Such a text may put its reason into any words whatever: what is missing gives it away.
func (p *passage) bare() bool {
	if p.refusedThereby() {
		return !p.agrees
	}
	if p.particular() || p.anywhere(effects) && !p.viewed() && !p.anywhere(stances) {
		return false
	}
	if weight := p.weight(); p.agrees || weight > bareTo || (weight == bareTo && p.evidenced() && (p.done() || p.particulars() >= particularSaid) || p.affirmsNeed()) && !p.refusesAssessment() {
		return false
	}
	for at := range p.sentences {
		for _, name := range lawful {
			if len(p.here(name, at)) > 0 {
				return false
			}
		}
	}
	return (!p.denies || p.grandly()) && (p.merits <= 1 || p.viewed())
}

// refusedThereby says whether a text draws a refusal from what it says ("for that reason we have decided not to …") and
// has little to draw it from.
func (p *passage) refusedThereby() bool {
	for at := range p.sentences {
		if p.says("cause", at) && (p.says("decline", at) || p.says("verdict", at)) && !p.freed(at) {
			return p.merits < meritsEnough && !p.denies
		}
	}
	return false
}

// grandly says whether a text refuses and has only a denial to show for it: no help, no effect, nothing about the child.
func (p *passage) grandly() bool {
	return p.anywhere([]string{"verdict"}) && p.particulars() == 0 && !p.done()
}

// viewed says whether the text takes a view against the request.
func (p *passage) viewed() bool {
	return p.anywhere([]string{"decline", "verdict", "return", "opinion"})
}

// bareReason names the weak reason of a bare text by what the text talks about, as well as that can be told.
func (t *table) bareReason(p *passage) (Finding, bool) {
	if p.words() < fewestWords || !p.bare() {
		return Finding{}, false
	}
	for r := range t.rules {
		for at := range p.sentences {
			for _, topic := range t.rules[r].Topics {
				if len(p.here(topic, at)) > 0 {
					return p.finding(&t.rules[r], t.rules[r].Severity, at), true
				}
			}
		}
	}
	if at := p.viewAt(); at >= 0 {
		return p.finding(t.fallback, Block, at), true
	}
	return Finding{}, false
}

// viewAt is the sentence that takes a view against the request, or else the last. A few words take none.
func (p *passage) viewAt() int {
	for at := range p.sentences {
		for _, name := range stances {
			if len(p.here(name, at)) > 0 {
				return at
			}
		}
	}
	if p.words() < fewWords {
		return -1
	}
	return len(p.sentences) - 1
}

// fewWords are too few for a reason that takes no view, and fewestWords for any.
const (
	fewWords    = 7
	fewestWords = 3
)

// words counts the words of a text.
func (p *passage) words() int {
	n := 0
	for i := range p.sentences {
		n += len(p.sentences[i].tokens)
	}
	return n
}

// affirmsNeed says whether a text speaks for the child's need, and so may be a reason to assess.
func (p *passage) affirmsNeed() bool {
	for at := range p.sentences {
		if len(p.here("affirms", at)) > 0 {
			return true
		}
	}
	return false
}

// refusesAssessment says whether a text gives a refusal in words, or tells the reader to come back.
func (p *passage) refusesAssessment() bool {
	for at := range p.sentences {
		if len(p.here("decline", at)) > 0 || len(p.here("verdict", at)) > 0 || len(p.here("return", at)) > 0 {
			return true
		}
	}
	return false
}
