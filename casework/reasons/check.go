package reasons

import (
	"fmt"
	"slices"
	"strings"
)

// passage is a text that was read: its sentences with the concepts found in them.
type passage struct {
	text      string
	sentences []sentence
	lexicon   *lexicon
	agrees    bool // the council will assess
	denies    bool // it puts something aside that a weak reason would use
	weighed   bool // it weighs the child's own facts
	merits    int  // how many things speak for it (see merit)
}

// compiledRule is a rule whose conditions are numbered concepts.
type compiledRule struct {
	rule
	says   [][]condition
	hints  [][]condition
	unless [][]condition
}

// condition is one term of a row: a concept that must, or must not, be in the sentence or near it.
type condition struct {
	concept               int
	not, nearby, anywhere bool
}

// compile gives every pattern of every rule a name in the lexicon, so that all are found in one walk.
func compile(rules []rule) (*table, error) {
	entries := slices.Concat(who, process, relations, supports, pictures, grounds, disclaimers, excuses, outcomes, weighing, parts, aids, general, frames)
	seen := map[string]bool{}
	for i := range rules {
		for _, row := range rules[i].rows() {
			for term := range strings.SplitSeq(row, "&") {
				_, text := readTerm(term)
				if !seen[text] {
					seen[text] = true
					entries = append(entries, entry{text, text})
				}
			}
		}
	}
	lx, err := compileLexicon(entries)
	if err != nil {
		return nil, err
	}
	t := &table{lexicon: lx}
	for _, r := range rules {
		c := compiledRule{rule: r}
		firm, hints := r.barRows()
		for _, row := range slices.Concat(r.Says, firm) {
			c.says = append(c.says, lx.conditions(row))
		}
		for _, row := range slices.Concat(r.Hints, hints) {
			c.hints = append(c.hints, lx.conditions(row))
		}
		for _, row := range r.Unless {
			c.unless = append(c.unless, lx.conditions(row))
		}
		t.rules = append(t.rules, c)
	}
	for i := range t.rules {
		if t.rules[i].ID == "U07" {
			t.fallback = &t.rules[i]
		}
	}
	return t, nil
}

// rows are all conditions of a rule.
func (r rule) rows() []string {
	firm, hints := r.barRows()
	return slices.Concat(r.Says, r.Hints, firm, hints, r.Unless)
}

// barRows writes the relations of each bar out for its concept.
func (r rule) barRows() (firm, hints []string) {
	for _, b := range r.Bars {
		firm = append(firm, writeOut(b.concept, b.firm)...)
		hints = append(hints, writeOut(b.concept, b.hints)...)
	}
	return firm, hints
}

func writeOut(concept string, relations []relation) []string {
	var rows []string
	for _, row := range slices.Concat(relations...) {
		rows = append(rows, strings.ReplaceAll(row, "X", "$"+concept))
	}
	return rows
}

// readTerm reads the marks before a pattern: ! not, ~ in this sentence or beside it, @ anywhere in the text.
func readTerm(term string) (condition, string) {
	var c condition
	term = strings.TrimSpace(term)
	if rest, found := strings.CutPrefix(term, "!"); found {
		c.not, term = true, rest
	}
	if rest, found := strings.CutPrefix(term, "~"); found {
		c.nearby, term = true, rest
	}
	if rest, found := strings.CutPrefix(term, "@"); found {
		c.anywhere, term = true, rest
	}
	return c, term
}

func (lx *lexicon) conditions(row string) []condition {
	var out []condition
	for term := range strings.SplitSeq(row, "&") {
		c, text := readTerm(term)
		c.concept = lx.names[text]
		out = append(out, c)
	}
	return out
}

// read finds the concepts of every sentence.
func (t *table) read(text string, o Options) *passage {
	p := &passage{text: text, sentences: split(text), lexicon: t.lexicon}
	for i := range p.sentences {
		t.lexicon.find(&p.sentences[i])
	}
	p.markTitles(o.Evidence)
	for _, v := range voids {
		p.void(v.name, v.by)
	}
	p.agrees = p.agreement()
	p.denies = p.deniesSomething()
	p.weighed = p.weighs()
	p.merits = p.merit()
	return p
}

// judge says whether a sentence gives the weak reason and is not cleared of it.
func (r *compiledRule) judge(p *passage, at int) (Severity, bool) {
	if r.stands(r.says, p, at) && !r.outweighed(p, at) {
		return r.Severity, true
	}
	if p.weighed || p.denies || p.particulars() > particularVivid && !p.grounded(at) || r.outweighed(p, at) || !r.stands(r.hints, p, at) {
		return "", false
	}
	if r.Softens == nil {
		return r.Severity, true
	}
	return r.Softens(p, at), true
}

// stands says whether one of the rows holds in a sentence and is not cleared.
func (r *compiledRule) stands(rows [][]condition, p *passage, at int) bool {
	for _, row := range rows {
		if sp, holds := p.holds(row, at); holds && !r.cleared(p, at, sp) {
			return true
		}
	}
	return false
}

// cleared says whether the text answers the weak reason that it names at a span.
func (r *compiledRule) cleared(p *passage, at int, sp span) bool {
	if p.asks(at) || p.quoted(at, sp) || p.considered(at, sp) {
		return true
	}
	for _, row := range r.unless {
		if _, holds := p.holds(row, at); holds {
			return true
		}
	}
	return p.answered(at, sp, r.Answers)
}

// holds says whether every condition of a row is met, and where the first one is.
func (p *passage) holds(row []condition, at int) (span, bool) {
	first := span{-1, -1}
	for _, c := range row {
		sp, found := p.has(c, at)
		if found == c.not {
			return span{}, false
		}
		if first.from < 0 && !c.not && !c.nearby && !c.anywhere {
			first = sp
		}
	}
	if first.from < 0 {
		first = span{0, len(p.sentences[at].tokens)}
	}
	return first, true
}

// has finds a concept in a sentence, or also in those beside it.
func (p *passage) has(c condition, at int) (span, bool) {
	if spans := p.sentences[at].found[c.concept]; len(spans) > 0 {
		return spans[0], true
	}
	if c.anywhere {
		for other := range p.sentences {
			if len(p.sentences[other].found[c.concept]) > 0 {
				return span{}, true
			}
		}
	}
	if c.nearby {
		for _, beside := range []int{at - 1, at + 1} {
			if beside >= 0 && beside < len(p.sentences) && len(p.sentences[beside].found[c.concept]) > 0 {
				return span{}, true
			}
		}
	}
	return span{}, false
}

// here gives the spans of a named concept in a sentence.
func (p *passage) here(name string, at int) []span {
	if at < 0 || at >= len(p.sentences) {
		return nil
	}
	id, known := p.lexicon.names[name]
	if !known {
		panic(fmt.Sprintf("no concept is called %q", name))
	}
	return p.sentences[at].found[id]
}

// near says whether a concept is in a sentence or beside it.
func (p *passage) near(name string, at int) bool {
	return len(p.here(name, at)) > 0 || len(p.here(name, at-1)) > 0 || len(p.here(name, at+1)) > 0
}

// quote is the text of a sentence.
func (p *passage) quote(s *sentence) string {
	return p.text[s.tokens[0].start:s.tokens[len(s.tokens)-1].end]
}
