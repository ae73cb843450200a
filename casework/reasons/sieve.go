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
		for _, mark := range s.tokens[i].marks {
			out.add(mark)
		}
	}
	return out
}

// marksOf are the numbers by which a token is known.
func marksOf(t *token) [3]uint32 {
	m := [3]uint32{markOf(byStem, t.stem), markOf(exactly, t.word)}
	if m[2] = m[1]; len(t.word) >= prefixLength {
		m[2] = markOf(byPrefix, t.word[:prefixLength])
	}
	return m
}

// hasAny says whether a token may be in the sieve.
func (s *sieve) hasAny(marks *[3]uint32) bool {
	for _, n := range marks {
		if s[n/64%sieveWords]&(1<<(n%64)) != 0 {
			return true
		}
	}
	return false
}

// needs lists, for each element after the first that a pattern cannot do without, a sieve of which the sentence must have
// something. The first is what led to the pattern.
func (p *pattern) needs() []sieve {
	var out []sieve
	for _, e := range p.elements[1:] {
		if need, certain := e.need(); certain {
			out = append(out, need)
		}
	}
	return out
}

// need is the sieve of an element; it is not certain where the element may be absent or stands for a class.
func (e *element) need() (sieve, bool) {
	if e.gap > 0 || e.optional {
		return sieve{}, false
	}
	out := e.words
	for _, id := range e.concepts {
		out.add(markOfConcept(id))
	}
	return out, !e.classes
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
