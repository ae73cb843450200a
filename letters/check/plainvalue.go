package check

import (
	"bytes"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// value reads any object but a stream.
func (p *plain) value() (types.Object, bool) {
	p.space()
	if p.depth++; p.depth > deepest || p.at >= len(p.b) {
		return nil, false
	}
	defer func() { p.depth-- }()
	switch c := p.b[p.at]; {
	case c == '/':
		return p.name()
	case c == '<' && p.at+1 < len(p.b) && p.b[p.at+1] == '<':
		p.at += 2
		return p.dictionary()
	case c == '<':
		return p.hexadecimal()
	case c == '(':
		return p.literal()
	case c == '[':
		p.at++
		return p.array()
	case c >= '0' && c <= '9':
		return p.numberOrReference()
	case c == '-' || c == '+' || c == '.':
		return p.number()
	case p.word("true"):
		return types.Boolean(true), p.ends()
	case p.word("false"):
		return types.Boolean(false), p.ends()
	case p.word("null"):
		return nil, p.ends()
	}
	return nil, false
}

// ends reports whether a token ends here.
func (p *plain) ends() bool {
	return p.at >= len(p.b) || isSpace(p.b[p.at]) || isDelimiter(p.b[p.at])
}

func (p *plain) regular() []byte {
	start := p.at
	for !p.ends() {
		p.at++
	}
	return p.b[start:p.at]
}

func (p *plain) name() (types.Object, bool) {
	p.at++
	b := p.regular()
	if known, ok := p.names[string(b)]; ok {
		return known, true
	}
	if len(b) == 0 || bytes.IndexByte(b, '#') >= 0 {
		return nil, false
	}
	n := types.Name(b)
	p.names[string(b)] = n
	return n, true
}

// dictionary reads one without a key that stands twice.
func (p *plain) dictionary() (types.Object, bool) {
	d := types.Dict{}
	for {
		p.space()
		if p.word(">>") {
			return d, true
		}
		if p.at >= len(p.b) || p.b[p.at] != '/' {
			return nil, false
		}
		o, ok := p.name()
		if !ok {
			return nil, false
		}
		key := string(o.(types.Name))
		if _, twice := d[key]; twice {
			return nil, false
		}
		v, ok := p.value()
		if !ok || v == nil { // a key of nothing is as no key
			return nil, false
		}
		d[key] = v
	}
}

func (p *plain) array() (types.Object, bool) {
	a := types.Array{}
	for {
		p.space()
		if p.word("]") {
			return a, true
		}
		v, ok := p.value()
		if !ok {
			return nil, false
		}
		a = append(a, v)
	}
}

// numberOrReference reads a whole number, or an object’s number and generation with an R.
func (p *plain) numberOrReference() (types.Object, bool) {
	start := p.at
	n, ok := p.digits(9)
	if !ok || !p.ends() {
		p.at = start
		return p.number()
	}
	after := p.at
	if p.word(" 0 R") && p.ends() {
		return types.IndirectRef{ObjectNumber: types.Integer(n)}, true
	}
	p.at = after
	p.space()
	if _, another := p.digits(9); another { // two numbers may begin a reference in another form
		p.space()
		if p.at < len(p.b) && p.b[p.at] == 'R' {
			return nil, false
		}
	}
	p.at = after
	return types.Integer(n), true
}

// number reads a number as it is usually written: a sign, digits, a point, digits.
func (p *plain) number() (types.Object, bool) {
	const longest = 12
	b := p.regular()
	if len(b) > longest {
		return nil, false
	}
	whole := true
	for i, c := range b {
		switch {
		case c >= '0' && c <= '9':
		case c == '.' && whole && len(b) > 1:
			whole = false
		case i > 0 || c != '-' || len(b) < 2:
			return nil, false
		}
	}
	if whole {
		n, err := strconv.Atoi(string(b))
		return types.Integer(n), err == nil
	}
	f, err := strconv.ParseFloat(string(b), 64)
	return types.Float(f), err == nil
}

// literal reads a string in round brackets, with its escapes as they are.
func (p *plain) literal() (types.Object, bool) {
	start, depth := p.at+1, 0
	for ; p.at < len(p.b); p.at++ {
		switch p.b[p.at] {
		case '\\':
			p.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				p.at++
				return types.StringLiteral(p.b[start : p.at-1]), true
			}
		}
	}
	return nil, false
}

// hexadecimal reads a string of pairs of digits.
func (p *plain) hexadecimal() (types.Object, bool) {
	p.at++
	start := p.at
	for ; p.at < len(p.b); p.at++ {
		switch c := p.b[p.at]; {
		case c >= '0' && c <= '9', c >= 'A' && c <= 'F', c >= 'a' && c <= 'f':
		case c == '>' && (p.at-start)%2 == 0:
			p.at++
			return types.HexLiteral(bytes.ToUpper(p.b[start : p.at-1])), true
		default:
			return nil, false
		}
	}
	return nil, false
}
