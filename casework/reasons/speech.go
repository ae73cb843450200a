package reasons

import "strings"

// A sentence may name a weak reason without giving it: it asks, it quotes, it says what was considered.

// asks says whether a sentence is a question that the text goes on to answer.
func (p *passage) asks(at int) bool {
	tokens := p.sentences[at].tokens
	return tokens[len(tokens)-1].word == "?" && at+1 < len(p.sentences)
}

// quoted says whether a span stands in quotation marks: the words are somebody's, and the council looks at them.
func (p *passage) quoted(at int, sp span) bool {
	tokens := p.sentences[at].tokens
	from, to := tokens[sp.from].start, tokens[min(sp.to, len(tokens))-1].end
	before := p.text[:from]
	if open := strings.LastIndex(before, "“"); open >= 0 && !strings.Contains(before[open:], "”") {
		end := strings.Index(p.text[open:], "”")
		return end < 0 || open+end >= to
	}
	if strings.Count(before, `"`)%2 == 1 {
		return strings.Contains(p.text[to:], `"`) && !strings.Contains(p.text[from:to], `"`)
	}
	return false
}

// considering are the verbs whose "whether" opens a question that was put, and not a statement.
var considering = stems("ask consider look decide question wonder check test explore weigh thought examine")

// considered says whether a span stands after "whether": "we considered whether he needs longer" says nothing yet. After
// a comma, the text speaks for itself again.
func (p *passage) considered(at int, sp span) bool {
	tokens := p.sentences[at].tokens
	for i := 1; i < sp.to && i < len(tokens); i++ {
		if tokens[i].word != "whether" {
			continue
		}
		verb := false
		for j := max(0, i-3); j < i; j++ {
			verb = verb || considering[tokens[j].stem]
		}
		if !verb {
			continue
		}
		end := i
		for end < len(tokens) && !closers[tokens[end].word] && tokens[end].segment == tokens[i].segment {
			end++
		}
		if sp.to <= end+1 {
			return true
		}
	}
	return false
}
