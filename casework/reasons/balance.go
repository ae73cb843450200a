package reasons

// merits are the independent things in a text that speak for a reason, whatever words it uses. Each is one or more concepts
// of the lexicon; one is enough.
var merits = [][]string{
	{"evidencegiven"},                                  // evidence by its author or date
	{"provided", "aid"},                                // the help is named
	{"outcome", "effect", "enables"},                   // what came of it
	{"weasked", "ownmind"},                             // the council made its own enquiry or made up its own mind
	{"depart", "testwords", "thelaw", "decidedanyway"}, // the right question, or a guideline put in its place
	{"familyanswered"},                                 // the family is heard and answered
}

// meritsEnough is how many of them outweigh a weak sign.
const meritsEnough = 3

// merit counts what speaks for the text. An express denial of a bar is one more.
func (p *passage) merit() int {
	total := 0
	for _, names := range merits {
		if p.anywhere(names) {
			total++
		}
	}
	if p.denies {
		total++
	}
	return total
}

// anywhere says whether one of the concepts stands anywhere in the text.
func (p *passage) anywhere(names []string) bool {
	for at := range p.sentences {
		for _, name := range names {
			if len(p.here(name, at)) > 0 {
				return true
			}
		}
	}
	return false
}

// grounded says whether a sentence, or the one after it, makes what it says the ground of a refusal: it refuses, it tells
// the family to come back, or it asks something of the school, the family or the child before the council acts.
func (p *passage) grounded(at int) bool {
	for _, name := range []string{"decline", "verdict", "return", "promise"} {
		if p.says(name, at) || p.says(name, at+1) {
			return true
		}
	}
	return p.says("demand", at) && !p.freed(at)
}

// says says whether a concept stands in a sentence.
func (p *passage) says(name string, at int) bool { return len(p.here(name, at)) > 0 }

// outweighed is the final balance. A sign that a text states and does not build upon gives way where enough speaks for
// the text. A demand, a refusal on that ground and a promise for later do not.
func (r *compiledRule) outweighed(p *passage, at int) bool {
	merits, enough := p.merits, meritsEnough
	denies := p.denies && r.Answers&denied != 0
	if p.denies && !denies {
		merits-- // "has not been relied on" denies nothing where that is the fault
	}
	if denies || p.anywhere(diligence) {
		enough--
	}
	return merits >= enough && !p.grounded(at)
}

// diligence is what hardly any weak reason has: the council asked, thought for itself, or put the law's question. One merit
// less is then enough.
var diligence = []string{"weasked", "ownmind", "depart", "testwords"}
