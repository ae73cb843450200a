package reasons

import "strings"

// denialsReach is how many sentences later a denial may point back.
const denialsReach = 3

// denials are the concepts that put a weak reason aside.
var denials = []string{"notdemanding", "notdemanded", "disclaimed"}

// agreement says whether the text agrees to assess. A promise with a condition is no agreement.
func (p *passage) agreement() bool {
	for at := range p.sentences {
		for _, sp := range p.here("agree", at) {
			if !p.inSegment("condition", at, sp) && !p.touches("decline", at, sp) {
				return true
			}
		}
	}
	return false
}

// answered says whether the text answers what stands at a span in one of the given ways.
func (p *passage) answered(at int, sp span, ways answers) bool {
	return ways&agreement != 0 && p.agrees ||
		ways&denied != 0 && p.denied(at, sp) ||
		ways&reported != 0 && p.reportedSpeech(at, sp) ||
		ways&conceded != 0 && p.conceded(at, sp) ||
		ways&evidenced != 0 && p.weighed
}

// denied: "we do not require", "that is no reason", in the same part of the sentence, in a later part or in the next
// sentence that points back.
func (p *passage) denied(at int, sp span) bool {
	if p.freed(at) {
		return true
	}
	for _, name := range denials {
		for _, d := range p.here(name, at) {
			if p.turn(at, d) >= p.turn(at, sp) && p.realDenial(name, at, d) {
				return true
			}
		}
		for later := at + 1; later <= at+denialsReach; later++ {
			for _, d := range p.here(name, later) {
				if p.pointsBack(later) && p.realDenial(name, later, d) {
					return true
				}
			}
		}
	}
	return false
}

// deniesSomething says whether anything at all is denied in the text.
func (p *passage) deniesSomething() bool {
	for at := range p.sentences {
		if p.freed(at) {
			return true
		}
		for _, name := range denials {
			for _, d := range p.here(name, at) {
				if p.realDenial(name, at, d) {
					return true
				}
			}
		}
	}
	return false
}

// realDenial is false where what is denied is the need for the assessment or the plan itself.
func (p *passage) realDenial(name string, at int, d span) bool {
	if p.refuses(at, d) {
		return false
	}
	from, to := d.from, d.to
	switch name {
	case "notdemanding":
		if d.from > 0 && relative[p.sentences[at].tokens[d.from-1].word] {
			return false
		}
		to += 4
		from = d.to
	case "notdemanded":
		from -= 4
		if tokens := p.sentences[at].tokens; d.to < len(tokens) && tokens[d.to].word == "to" {
			to += 5 // "it is not necessary to secure an assessment" refuses one
		}
	default:
		return true
	}
	for _, thing := range []string{"assess", "plan"} {
		for _, sp := range p.here(thing, at) {
			if sp.from >= from && sp.from < to {
				return false
			}
		}
	}
	return true
}

// relative words open a clause that only describes: "reports which we did not ask for" denies nothing.
var relative = set("which whom that who")

// refuses says whether a denial is a refusal: "we cannot treat it as evidence" puts nothing aside.
func (p *passage) refuses(at int, d span) bool {
	tokens := p.sentences[at].tokens
	for i := max(0, d.from-1); i < d.to-1; i++ {
		if (tokens[i].stem == "can" || tokens[i].stem == "could") && tokens[i+1].stem == "not" {
			return !isPart(tokens[i+2:])
		}
	}
	return false
}

// isPart says whether "be a …" or "be part …" follows: "that cannot be a reason" does put something aside.
func isPart(tokens []token) bool {
	return len(tokens) > 1 && tokens[0].stem == "be" && (tokens[1].word == "a" || tokens[1].word == "the" || tokens[1].word == "part")
}

// pointsBack says whether a sentence begins by pointing at the one before.
func (p *passage) pointsBack(at int) bool {
	for _, sp := range p.here("pointsback", at) {
		if sp.from <= 1 {
			return true
		}
	}
	return false
}

// reportedSpeech: a family or a school says it, and the council does not make it its own.
func (p *passage) reportedSpeech(at int, sp span) bool {
	for _, r := range p.here("reported", at) {
		if r.from <= sp.from && !p.within("generalrule", at, r) && p.segment(at, r) == p.segment(at, sp) {
			return true
		}
	}
	return false
}

// conceded: "although no …", in the part of the sentence that the word governs.
func (p *passage) conceded(at int, sp span) bool {
	tokens := p.sentences[at].tokens
	for _, c := range p.here("concession", at) {
		if c.from > sp.from {
			continue
		}
		end := c.from
		for end < len(tokens) && tokens[end].word != "," {
			end++
		}
		if sp.from < end {
			return true
		}
	}
	return false
}

// touches says whether a concept overlaps a span or stands just before it.
func (p *passage) touches(name string, at int, sp span) bool {
	for _, other := range p.here(name, at) {
		if other.from < sp.to && other.to+2 >= sp.from {
			return true
		}
	}
	return false
}

// within says whether a span begins inside a concept: in "schools are asked to wait" nobody reports what schools say.
func (p *passage) within(name string, at int, sp span) bool {
	for _, other := range p.here(name, at) {
		if other.from <= sp.from && sp.from < other.to {
			return true
		}
	}
	return false
}

func (p *passage) turn(at int, sp span) int { return p.sentences[at].tokens[sp.from].turns }

func (p *passage) segment(at int, sp span) int { return p.sentences[at].tokens[sp.from].segment }

func (p *passage) inSegment(name string, at int, sp span) bool {
	for _, other := range p.here(name, at) {
		if p.segment(at, other) == p.segment(at, sp) {
			return true
		}
	}
	return false
}

// resourcesShown: "the school can meet these needs" is weaker where evidence is named close by, and
// weakest where none is.
func resourcesShown(p *passage, at int) Severity {
	if p.near("evidencegiven", at) {
		return Warn
	}
	return Block
}

// neverAsked: a gap in the papers is worse where nobody asked for what is missing.
func neverAsked(p *passage, at int) Severity {
	if p.asked() {
		return Warn
	}
	return Block
}

// markTitles counts the titles of the evidence as references wherever the text names them.
func (p *passage) markTitles(titles []string) {
	for i := range p.sentences {
		s := &p.sentences[i]
		quote := strings.ToLower(p.quote(s))
		for _, title := range titles {
			if len(title) > 3 && strings.Contains(quote, strings.ToLower(title)) {
				for _, name := range []string{"strongevidence", "evidencegiven"} {
					id := p.lexicon.names[name]
					s.found[id] = append(s.found[id], span{0, len(s.tokens)})
				}
			}
		}
	}
}
