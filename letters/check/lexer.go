package check

import (
	"bytes"
	"encoding/hex"
	"strconv"
)

// The operands of content streams and CMaps, as the lexer gives them: float64, literal (a string), symbol (a name),
// []any, map[string]any, bool, nil, or keyword.
type (
	literal []byte
	symbol  string
	keyword string
)

// lexer reads the syntax of content streams, and of CMaps, which is alike. It stops at the end of its bytes and never
// fails: what is no token is a keyword that no operator has.
type lexer struct {
	b     []byte
	at    int
	words map[string]any // what was read before: pages say the same words and numbers again and again
	names map[string]any
}

func newLexer(b []byte) *lexer {
	return &lexer{b: b, words: map[string]any{}, names: map[string]any{}}
}

// mostWords is how many words a lexer remembers.
const mostWords = 4096

// readAgain is what some bytes were read as before, or are read as now.
func readAgain(words map[string]any, b []byte, read func([]byte) any) any {
	if v, ok := words[string(b)]; ok {
		return v
	}
	v := read(b)
	if len(words) < mostWords {
		words[string(b)] = v
	}
	return v
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skip() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next gives the next token; false at the end.
func (l *lexer) next(depth int) (any, bool) {
	l.skip()
	if l.at >= len(l.b) {
		return nil, false
	}
	c := l.b[l.at]
	switch {
	case c == '/':
		l.at++
		return readAgain(l.names, l.regular(), symbolOf), true
	case c == '(':
		return l.literal(), true
	case c == '<' && l.at+1 < len(l.b) && l.b[l.at+1] == '<':
		l.at += 2
		return l.dictionary(depth + 1), true
	case c == '<':
		return l.hexadecimal(), true
	case c == '[':
		l.at++
		return l.list(depth + 1), true
	case isDelimiter(c):
		l.at++
		if c == '>' && l.at < len(l.b) && l.b[l.at] == '>' {
			l.at++
			return keyword(">>"), true
		}
		return keyword(string(c)), true
	}
	return readAgain(l.words, l.regular(), word), true
}

// regular reads up to the next space or delimiter.
func (l *lexer) regular() []byte {
	start := l.at
	for l.at < len(l.b) && !isSpace(l.b[l.at]) && !isDelimiter(l.b[l.at]) {
		l.at++
	}
	return l.b[start:l.at]
}

func word(b []byte) any {
	if c := b[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if f, err := strconv.ParseFloat(string(b), 64); err == nil {
			return f
		}
	}
	switch string(b) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return keyword(b)
}

func symbolOf(b []byte) any {
	for i := range b {
		if b[i] == '#' {
			return unhashed(b)
		}
	}
	return symbol(b)
}

func unhashed(b []byte) symbol {
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) {
			if v, err := strconv.ParseUint(string(b[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, b[i])
	}
	return symbol(out)
}

func (l *lexer) hexadecimal() literal {
	l.at++
	var digits []byte
	for l.at < len(l.b) && l.b[l.at] != '>' {
		if !isSpace(l.b[l.at]) {
			digits = append(digits, l.b[l.at])
		}
		l.at++
	}
	l.at++
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	n, _ := hex.Decode(digits, digits)
	return literal(digits[:n])
}

// literal reads a string in round brackets (ISO 32000-1, 7.3.4.2).
func (l *lexer) literal() literal {
	l.at++
	if end := bytes.IndexAny(l.b[l.at:], "()\\"); end >= 0 && l.b[l.at+end] == ')' {
		out := l.b[l.at : l.at+end : l.at+end]
		l.at += end + 1
		return literal(out)
	}
	out, depth := literal{}, 1
	for ; l.at < len(l.b); l.at++ {
		switch c := l.b[l.at]; c {
		case '\\':
			l.at++
			out = l.escape(out)
		case '(':
			depth++
			out = append(out, c)
		case ')':
			if depth--; depth == 0 {
				l.at++
				return out
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return out
}

// escape adds what a backslash and what follows it stand for, and leaves the lexer on the last byte of it.
func (l *lexer) escape(out literal) literal {
	if l.at >= len(l.b) {
		return out
	}
	switch c := l.b[l.at]; c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
			l.at++
		}
		return out
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := 0
		start := l.at
		for l.at < len(l.b) && l.at < start+3 && l.b[l.at] >= '0' && l.b[l.at] <= '7' {
			v = v*8 + int(l.b[l.at]-'0')
			l.at++
		}
		l.at--
		return append(out, byte(v))
	default:
		return append(out, c)
	}
}

func (l *lexer) list(depth int) []any {
	var out []any
	for {
		v, ok := l.next(depth)
		if !ok || v == keyword("]") || depth > deepest {
			return out
		}
		out = append(out, v)
	}
}

func (l *lexer) dictionary(depth int) map[string]any {
	out := map[string]any{}
	for {
		key, ok := l.next(depth)
		if !ok || key == keyword(">>") || depth > deepest {
			return out
		}
		value, ok := l.next(depth)
		if !ok || value == keyword(">>") {
			return out
		}
		if s, isName := key.(symbol); isName {
			out[string(s)] = value
		}
	}
}
