package reasons

import (
	"strings"
)

// sentence is one sentence of a text with what was found in it.
type sentence struct {
	tokens []token
	found  [][]span // by concept
}

// span is a run of tokens: from, up to but not including to.
type span struct{ from, to int }

// abbreviations end in a full stop that does not end the sentence.
var abbreviations = set("dr mr mrs ms miss prof eg ie e g i etc reg regs s ss para paras no p pp st approx vs ref rev cf sec hon jan feb aug sept oct nov dec")

// breakers begin a new segment: what stands after them answers or limits what stood before.
var breakers = set("; : but however whereas nevertheless nonetheless – — although")

// longestSentence is where a sentence without an end is cut, in words.
const longestSentence = 150

// turners are the breakers after which a sentence takes back what it said.
var turners = set("but however whereas nevertheless nonetheless although")

// split cuts a text into sentences and each sentence into segments.
func split(text string) []sentence {
	var out []sentence
	tokens := tokenise(text)
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, sentence{tokens: segments(tokens[from:to])})
		}
		from = to
	}
	for i := range tokens {
		if i > from && newBlock(text[tokens[i-1].end:tokens[i].start], tokens[i]) {
			cut(i)
		}
		if endsSentence(tokens, i) || i-from >= longestSentence {
			cut(i + 1)
		}
	}
	cut(len(tokens))
	return out
}

// newBlock says whether the space before a token starts a new paragraph or list item.
func newBlock(space string, next token) bool {
	lines := strings.Count(space, "\n")
	return lines >= 2 || lines == 1 && (next.word == "•" || next.word == "-" || next.word == "·")
}

func endsSentence(tokens []token, i int) bool {
	switch t := tokens[i]; t.word {
	case "!", "?", "…":
		return true
	case ".":
		if i+1 == len(tokens) {
			return true
		}
		next := tokens[i+1]
		if next.start == t.end { // s.36, 6.5
			return false
		}
		if i > 0 && abbreviations[tokens[i-1].word] {
			return false
		}
		initial := i > 0 && tokens[i-1].capital && tokens[i-1].end-tokens[i-1].start == 1 && tokens[i-1].word != "i"
		return !initial
	}
	return false
}

func segments(tokens []token) []token {
	n, turns := 0, 0
	for i := range tokens {
		if breakers[tokens[i].word] && i > 0 {
			n++
		}
		if turners[tokens[i].word] && i > 0 {
			turns++
		}
		t := &tokens[i]
		t.segment, t.turns, t.light, t.closes, t.marks = n, turns, isLight(t.word), closers[t.word], marksOf(t)
	}
	return tokens
}

// set makes a set of the words of a line.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
