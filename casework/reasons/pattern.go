package reasons

import (
	"fmt"
	"strings"
)

// A pattern is a row of words written as a reader would say them:
//
//	word         the word in any inflection        =word   exactly this form
//	a|b|c        any of these; a_b is two words    word*   any word that begins so
//	$concept     anything the lexicon calls so     ?x      x or nothing
//	..           up to 3 words, no comma           ...     up to 9 words, commas too
//	%n %ref %cap a number, E4, a capitalised word  £       a sum of money
//
// Between any two words, small words ("the", "her", "really") may stand. No pattern crosses "but" or a semicolon.
type pattern struct {
	text     string
	elements []element
}

type element struct {
	gap      int // words that may be skipped; 0 if this is no gap
	commas   bool
	optional bool
	concepts []int // alternatives that are concepts
	choices  []choice
	words    sieve // of the alternatives that are words
	classes  bool  // an alternative is a class of words
}

// choice is one alternative: a concept, or words one after the other.
type choice struct {
	concept int // -1 for words
	words   []word
}

type word struct {
	text string
	how  how
}

type how int

const (
	byStem how = iota
	exactly
	byPrefix
	byClass
)

// prefixLength is how much of a "word*" the index knows it by.
const prefixLength = 4

// parsePattern reads a pattern. names gives the numbers of the concepts.
func parsePattern(text string, names map[string]int) (pattern, error) {
	p := pattern{text: text}
	for _, field := range strings.Fields(text) {
		e, err := parseElement(field, names)
		if err != nil {
			return p, fmt.Errorf("pattern %q: %w", text, err)
		}
		p.elements = append(p.elements, e)
	}
	if len(p.elements) == 0 || p.elements[0].gap > 0 || p.elements[0].optional {
		return p, fmt.Errorf("pattern %q: it must begin with a word", text)
	}
	return p, nil
}

func parseElement(field string, names map[string]int) (element, error) {
	switch field {
	case "..":
		return element{gap: 3}, nil
	case "...":
		return element{gap: 9, commas: true}, nil
	}
	var e element
	if rest, found := strings.CutPrefix(field, "?"); found {
		e.optional, field = true, rest
	}
	mark := ""
	if strings.HasPrefix(field, "=") { // =a|b is exact in both
		mark, field = "=", field[1:]
	}
	for _, part := range strings.Split(field, "|") {
		if mark != "" && part[0] != '$' && part[0] != '%' {
			part = mark + strings.ReplaceAll(strings.TrimPrefix(part, mark), "_", "_"+mark)
		}
		c, err := parseChoice(part, names)
		if err != nil {
			return e, err
		}
		e.add(c)
	}
	return e, nil
}

// add files an alternative.
func (e *element) add(c choice) {
	if c.concept >= 0 {
		e.concepts = append(e.concepts, c.concept)
		return
	}
	e.choices = append(e.choices, c)
	switch w := c.words[0]; w.how {
	case byClass:
		e.classes = true
	case byPrefix:
		e.words.add(markOf(byPrefix, w.text[:prefixLength]))
	default:
		e.words.add(markOf(w.how, w.text))
	}
}

func parseChoice(part string, names map[string]int) (choice, error) {
	if name, found := strings.CutPrefix(part, "$"); found {
		n, known := names[name]
		if !known {
			return choice{}, fmt.Errorf("no concept is called %q", name)
		}
		return choice{concept: n}, nil
	}
	c := choice{concept: -1}
	for _, w := range strings.Split(part, "_") {
		one, err := parseWord(w)
		if err != nil {
			return c, err
		}
		c.words = append(c.words, one)
	}
	return c, nil
}

func parseWord(w string) (word, error) {
	prefix, isPrefix := strings.CutSuffix(w, "*")
	switch {
	case w == "":
		return word{}, fmt.Errorf("an empty word")
	case isPrefix && len(prefix) < prefixLength:
		return word{}, fmt.Errorf("%q: a beginning needs %d letters", w, prefixLength)
	case isPrefix:
		return word{prefix, byPrefix}, nil
	case w[0] == '=':
		return word{w[1:], exactly}, nil
	case w[0] == '%' && len(w) > 1, w == "£":
		return word{w, byClass}, nil
	}
	if n, found := numbers[w]; found {
		return word{fmt.Sprint(n), byStem}, nil
	}
	return word{stem(w), byStem}, nil
}

// is says whether a token is the word.
func (w word) is(t *token) bool {
	switch w.how {
	case exactly:
		return t.word == w.text
	case byPrefix:
		return strings.HasPrefix(t.word, w.text)
	case byClass:
		return t.in(w.text)
	}
	return t.stem == w.text
}

// classes are the classes of words that a pattern may name.
var classes = []string{"%n", "%many", "%ref", "%cap", "£"}

// starters begin sentences with a capital and name nobody.
var starters = set(`the a an we it this that these those there in on at as if when while although though because since for from with without
	our your its no not nothing nobody before after until once and but or so what who which where how most many some any all both each every
	at by to of is are was were may must should i you one two such panel council school section`)

// in says whether a token belongs to a class.
func (t *token) in(class string) bool {
	switch class {
	case "%n":
		return t.kind == numberToken || t.word == "one"
	case "%many":
		return t.kind == numberToken
	case "%ref":
		return t.kind == referenceToken
	case "%cap":
		return t.capital && t.kind == wordToken && !starters[t.word]
	case "£":
		return t.kind == numberToken && t.word == "£"
	}
	return false
}
