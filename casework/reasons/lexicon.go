package reasons

import (
	"fmt"
	"slices"
	"strings"
)

// entry gives a concept its name and the ways it is said, one pattern a line.
type entry struct {
	name string
	says string
}

// lexicon is a compiled list of entries: it finds every concept of a sentence in one walk.
//
// Concepts that are made of others stand on a later level than those.
type lexicon struct {
	names  map[string]int
	levels []level
}

// level is what is looked for after all earlier levels are known, by the first word.
type level struct {
	byStem, bySurface, byPrefix map[string][]indexed
	byClass                     map[string][]indexed
	byConcept                   map[int][]indexed
	concepts                    []int // the keys of byConcept, in the order of the lexicon
}

type indexed struct {
	concept int
	pattern *pattern
	needs   []sieve
}

// compileLexicon reads the entries. An entry may use only concepts that stand before it.
func compileLexicon(entries []entry) (*lexicon, error) {
	lx := &lexicon{names: map[string]int{}}
	depth := []int{}
	for _, e := range entries {
		id := len(depth)
		if _, twice := lx.names[e.name]; twice {
			return nil, fmt.Errorf("the concept %q stands twice in the lexicon", e.name)
		}
		patterns, deepest, err := lx.parseEntry(e, depth)
		if err != nil {
			return nil, fmt.Errorf("the concept %q: %w", e.name, err)
		}
		lx.names[e.name] = id
		depth = append(depth, deepest)
		for _, p := range patterns {
			lx.add(deepest, indexed{id, p, p.needs()})
		}
	}
	return lx, nil
}

// parseEntry reads the patterns of an entry and finds the level they stand on.
func (lx *lexicon) parseEntry(e entry, depth []int) (patterns []*pattern, deepest int, err error) {
	for line := range strings.Lines(e.says) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		p, err := parsePattern(line, lx.names)
		if err != nil {
			return nil, 0, err
		}
		for _, el := range p.elements {
			for _, id := range el.concepts {
				deepest = max(deepest, depth[id]+1)
			}
		}
		patterns = append(patterns, &p)
	}
	return patterns, deepest, nil
}

// add files a pattern under each word it may begin with.
func (lx *lexicon) add(at int, ix indexed) {
	for len(lx.levels) <= at {
		lx.levels = append(lx.levels, level{map[string][]indexed{}, map[string][]indexed{}, map[string][]indexed{}, map[string][]indexed{}, map[int][]indexed{}, nil})
	}
	l := &lx.levels[at]
	first := &ix.pattern.elements[0]
	for _, id := range first.concepts {
		if len(l.byConcept[id]) == 0 {
			l.concepts = append(l.concepts, id)
		}
		l.byConcept[id] = append(l.byConcept[id], ix)
	}
	for _, c := range first.choices {
		switch w := c.words[0]; w.how {
		case byStem:
			l.byStem[w.text] = append(l.byStem[w.text], ix)
		case exactly:
			l.bySurface[w.text] = append(l.bySurface[w.text], ix)
		case byPrefix:
			l.byPrefix[w.text[:prefixLength]] = append(l.byPrefix[w.text[:prefixLength]], ix)
		case byClass:
			l.byClass[w.text] = append(l.byClass[w.text], ix)
		}
	}
}

// find fills s.found.
func (lx *lexicon) find(s *sentence) {
	s.found = make([][]span, len(lx.names))
	m := &matcher{s: s, has: s.sieve()}
	for l := range lx.levels {
		lx.levels[l].find(m)
	}
}

func (l *level) find(m *matcher) {
	for i := range m.s.tokens {
		t := &m.s.tokens[i]
		m.tryAll(l.byStem[t.stem], i)
		m.tryAll(l.bySurface[t.word], i)
		if len(t.word) >= prefixLength {
			m.tryAll(l.byPrefix[t.word[:prefixLength]], i)
		}
		for _, class := range classes {
			if t.in(class) {
				m.tryAll(l.byClass[class], i)
			}
		}
	}
	for _, concept := range l.concepts {
		for _, sp := range m.s.found[concept] {
			m.tryAll(l.byConcept[concept], sp.from)
		}
	}
}

func (m *matcher) tryAll(list []indexed, i int) {
	for k := range list {
		ix := &list[k]
		if !m.has.possible(ix.needs) {
			continue
		}
		end := m.at(ix.pattern, i)
		if sp := (span{i, end}); end > i && !slices.Contains(m.s.found[ix.concept], sp) {
			m.s.found[ix.concept] = append(m.s.found[ix.concept], sp)
			m.has.add(markOfConcept(ix.concept))
		}
	}
}
