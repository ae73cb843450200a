package reasons

// A sieve is a small set of words and concepts that may say "perhaps" wrongly and "no" only rightly. It spares the
// matcher every pattern that needs a word the sentence does not have.
type sieve [sieveWords]uint64

const sieveWords = 8

// add puts a number into the sieve.
func (s *sieve) add(n uint32) { s[n/64%sieveWords] |= 1 << (n % 64) }

// meets says whether two sieves may share something.
func (s *sieve) meets(other *sieve) bool {
	for i := range s {
		if s[i]&other[i] != 0 {
			return true
		}
	}
	return false
}

// markOf is the number of a word: one for its stem, one for its exact form, one for its beginning.
func markOf(kind how, text string) uint32 {
	h := uint32(2166136261) ^ uint32(kind)*0x9e3779b1
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h ^ h>>15
}

// markOfConcept is the number of a concept.
func markOfConcept(id int) uint32 { return (uint32(id) + 7) * 2654435761 >> 8 }

// sieve is what a sentence has, before any concept is found.
func (s *sentence) sieve() sieve {
	var out sieve
	for i := range s.tokens {
		t := &s.tokens[i]
		out.add(markOf(byStem, t.stem))
		out.add(markOf(exactly, t.word))
		if len(t.word) >= prefixLength {
			out.add(markOf(byPrefix, t.word[:prefixLength]))
		}
	}
	return out
}

// needs lists, for each element that a pattern cannot do without, a sieve of which the sentence must have something.
func (p *pattern) needs() []sieve {
	var out []sieve
	for _, e := range p.elements {
		if need, certain := e.need(); certain {
			out = append(out, need)
		}
	}
	return out
}

func (e *element) need() (sieve, bool) {
	var out sieve
	if e.gap > 0 || e.optional {
		return out, false
	}
	for _, c := range e.choices {
		switch {
		case c.concept >= 0:
			out.add(markOfConcept(c.concept))
		case c.words[0].how == byClass:
			return out, false
		case c.words[0].how == byPrefix:
			out.add(markOf(byPrefix, c.words[0].text[:prefixLength]))
		default:
			out.add(markOf(c.words[0].how, c.words[0].text))
		}
	}
	return out, true
}

// possible says whether a sentence has something for each need.
func (s *sieve) possible(needs []sieve) bool {
	for i := range needs {
		if !s.meets(&needs[i]) {
			return false
		}
	}
	return true
}
