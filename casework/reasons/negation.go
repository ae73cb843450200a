package reasons

// negators turn what follows them in a clause round.
var negators = set("no not never nobody none nothing neither nor cannot without")

// demands are the words of a demand, by stem.
var demandWords = stems("must need require expect ask insist demand await necessary compulsory prerequisite precondition essential")

// haveTo stands before "to": "has to", "have to", "had to".
var haveTo = set("has have had ought")

// intervening words begin a clause of their own: what they open is not what the negator turns round.
var intervening = set("what that which who enough yet until unless before because so therefore")

// bindings make a negated demand a bar after all: "we need not look until …".
var bindings = set("until unless before without till once first yet")

// negationReach is how many words a negator reaches.
const negationReach = 7

// freed says whether every demand of a sentence is denied: "nobody has to show …", "it is not something a family must bring",
// "no number of cycles is asked for". The child's own need is not a demand: "he does not need a plan" frees nothing.
func (p *passage) freed(at int) bool {
	tokens := p.sentences[at].tokens
	found := false
	for i := range tokens {
		if bindings[tokens[i].word] && !p.councilAfter(at, i) {
			return false
		}
		if !isDemand(tokens, i) {
			continue
		}
		if !p.negated(at, i) {
			return false
		}
		found = true
	}
	return found
}

// isDemand says whether a demand stands at i. "Needs" is often a noun, and "asked" a thing done.
func isDemand(tokens []token, i int) bool {
	t := &tokens[i]
	next, before := "", ""
	if i+1 < len(tokens) {
		next = tokens[i+1].word
	}
	if i > 0 {
		before = tokens[i-1].word
	}
	switch {
	case haveTo[t.word]:
		return next == "to"
	case t.word == "asked":
		return before == "is" || before == "are"
	case t.word == "expected":
		return false
	case t.stem == "need":
		return needsWhat[next] || negators[before] || needers[before]
	}
	return demandWords[t.stem] && !possessives[before]
}

// needsWhat follows a need that is a verb, and needers stand before one.
var (
	needsWhat = set("to not no none show prove bring wait be have")
	needers   = set("we you law family families parent parents one must test act")
)

// possessives stand before a need that is a noun.
var possessives = set("her his their our your its the a any special of child's educational")

// negated says whether a negator of the same clause governs the word at i. A need that is the child's own is not meant.
func (p *passage) negated(at, i int) bool {
	tokens := p.sentences[at].tokens
	for j := i - 1; j >= 0 && j >= i-negationReach; j-- {
		t := &tokens[j]
		if closers[t.word] || t.segment != tokens[i].segment || intervening[t.word] {
			return false
		}
		if negators[t.word] {
			return !p.childBefore(at, j) && !p.processNear(at, i)
		}
	}
	return i+1 < len(tokens) && (tokens[i+1].word == "not" || tokens[i+1].word == "no") && !p.childBefore(at, i) && !p.processNear(at, i)
}

// childBefore says whether the child is the subject of the negation at i.
func (p *passage) childBefore(at, i int) bool {
	for _, sp := range p.here("child", at) {
		if sp.to <= i && sp.to >= i-2 {
			return true
		}
	}
	return false
}

// processNear says whether the assessment or the plan itself is what is not needed: it stands just before or after.
func (p *passage) processNear(at, i int) bool {
	for _, name := range []string{"assess", "plan"} {
		for _, sp := range p.here(name, at) {
			if sp.from > i && sp.from <= i+4 || sp.to <= i && sp.to >= i-4 {
				return true
			}
		}
	}
	return false
}

// councilAfter says whether what binds at i is the council's own step: "… before we assess".
func (p *passage) councilAfter(at, i int) bool {
	for _, name := range []string{"assess", "request", "council"} {
		for _, sp := range p.here(name, at) {
			if sp.from > i && sp.from <= i+2 {
				return true
			}
		}
	}
	return false
}

// stems makes a set of the stems of the words of a line.
func stems(words string) map[string]bool {
	out := map[string]bool{}
	for w := range set(words) {
		out[stem(w)] = true
	}
	return out
}
