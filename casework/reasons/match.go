package reasons

import "strings"

// light words may stand between any two words of a pattern.
var light = set(`a an the any some his her hers its their our your my this these those very quite rather really still also
	yet already such both all own sort kind of indeed simply too more most as s - ( ) in for`)

// closers end a clause: a short gap does not cross them.
var closers = set(", ; : ( ) . ? !")

// isLight says whether a word may be skipped: a small word, or how something is done.
func isLight(w string) bool { return light[w] || strings.HasSuffix(w, "ly") && len(w) > 4 }

// stepsPerStart bounds the work of one pattern at one place, so that no text can make a check slow.
const stepsPerStart = 600

// matcher tries one pattern at one place of a sentence.
type matcher struct {
	s     *sentence
	has   sieve // words of the sentence, and concepts found so far
	steps int
}

// at returns the end of the pattern's match that starts at token i, or -1.
func (m *matcher) at(p *pattern, i int) int {
	m.steps = stepsPerStart
	return m.rest(p.elements, i, true)
}

// rest matches elements from token i on.
func (m *matcher) rest(elements []element, i int, first bool) int {
	if len(elements) == 0 {
		return i
	}
	if m.steps--; m.steps < 0 {
		return -1
	}
	e := &elements[0]
	if e.gap > 0 {
		return m.gap(e, elements[1:], i)
	}
	if end := m.element(e, elements[1:], i, first); end >= 0 {
		return end
	}
	if e.optional {
		return m.rest(elements[1:], i, first)
	}
	return -1
}

// gap tries the rest after 0, 1, 2 … skipped words.
func (m *matcher) gap(e *element, rest []element, i int) int {
	for k := 0; k <= e.gap && i+k <= len(m.s.tokens); k++ {
		if end := m.rest(rest, i+k, false); end >= 0 {
			return end
		}
		if i+k == len(m.s.tokens) || m.blocks(e, i, i+k) {
			return -1
		}
	}
	return -1
}

func (m *matcher) blocks(e *element, from, at int) bool {
	t := &m.s.tokens[at]
	if from > 0 && t.segment != m.s.tokens[from-1].segment {
		return true
	}
	return !e.commas && t.closes
}

// element tries each alternative at i, and past the light words that stand there.
func (m *matcher) element(e *element, rest []element, i int, first bool) int {
	for j := i; j < len(m.s.tokens) && j <= i+4; j++ {
		if end := m.here(e, rest, j); end >= 0 {
			return end
		}
		t := &m.s.tokens[j]
		if first || !t.light {
			return -1
		}
	}
	return -1
}

// here tries each alternative of an element at i.
func (m *matcher) here(e *element, rest []element, i int) int {
	for _, concept := range e.concepts {
		for _, sp := range m.s.found[concept] {
			if sp.from == i {
				if end := m.rest(rest, sp.to, false); end >= 0 {
					return end
				}
			}
		}
	}
	if !e.classes && !e.words.hasAny(&m.s.tokens[i].marks) {
		return -1
	}
	for c := range e.choices {
		if end := m.words(e.choices[c].words, i); end >= 0 {
			if end = m.rest(rest, end, false); end >= 0 {
				return end
			}
		}
	}
	return -1
}

// words matches words one after the other and returns where they end, or -1.
func (m *matcher) words(words []word, i int) int {
	for k := range words {
		if i+k >= len(m.s.tokens) || !words[k].is(&m.s.tokens[i+k]) {
			return -1
		}
	}
	return i + len(words)
}
