package check

import (
	"errors"
	"math"
)

// outlines is what is read of an embedded font that is not TrueType: a CFF font (Adobe Technical Note 5176) or a Type 1 font.
type outlines struct {
	names   []string  // of the glyphs; empty ones in a font of numbered characters
	widths  []float64 // in thousandths of an em; not a number where it cannot be known
	byName  map[string]int
	byCID   map[int]int // of a font of numbered characters; nil in any other
	builtIn map[int]int // which glyph each code is, where the font says it itself
	byRune  map[rune]int
}

// glyphOf is the glyph of a character by its name, -1 where there is none.
func (o *outlines) glyphOf(r rune) int {
	if o.byRune == nil {
		o.byRune = map[rune]int{}
		for glyph := len(o.names) - 1; glyph >= 0; glyph-- {
			if named := glyphNamed(o.names[glyph]); named != 0 {
				o.byRune[named] = glyph
			}
		}
	}
	if glyph, has := o.byRune[r]; has {
		return glyph
	}
	return -1
}

func (o *outlines) glyphs() int               { return len(o.widths) }
func (o *outlines) has(glyph int) bool        { return glyph < len(o.widths) }
func (o *outlines) advance(glyph int) float64 { return o.widths[glyph] }

var errNoCFF = errors.New("it is no CFF font")

// cff is a CFF font being read. Every read is within bounds: what is outside reads as nothing.
type cff struct {
	b       table
	strings [][]byte
	global  [][]byte
	top     cffDict
	private []cffPrivate // one, or one for each part of a font of numbered characters
	part    []byte       // which part each glyph is in
	scale   float64      // from the font’s units to thousandths of an em
	steps   int          // of glyphs’ programs that were taken
}

// cffPrivate is what glyphs of one part share.
type cffPrivate struct {
	usual, nominal float64 // widths
	local          [][]byte
}

const mostCFFGlyphs = 1 << 16

// readCFF reads a CFF font.
func readCFF(b []byte) (*outlines, error) {
	f := &cff{b: b, scale: 1}
	if len(b) < 4 || b[0] != 1 {
		return nil, errNoCFF
	}
	_, at := f.index(int(b[2]))
	tops, at := f.index(at)
	if len(tops) != 1 {
		return nil, errNoCFF
	}
	f.strings, at = f.index(at)
	f.global, _ = f.index(at)
	f.top = readCFFDict(tops[0])
	charstrings, _ := f.index(f.top.integer(opCharStrings))
	if len(charstrings) == 0 {
		return nil, errNoCFF
	}
	if m := f.top[opFontMatrix]; len(m) == 6 && m[0] > 0 {
		f.scale = m[0] * 1000
	}
	f.readPrivates(len(charstrings))
	out := &outlines{names: make([]string, len(charstrings)), byName: map[string]int{}}
	f.readCharset(out)
	for glyph, program := range charstrings {
		out.widths = append(out.widths, f.width(glyph, program))
	}
	if out.byCID == nil {
		f.readEncoding(out)
	}
	return out, nil
}

// index reads an INDEX, and gives where what follows it begins.
func (f *cff) index(at int) (items [][]byte, after int) {
	n := f.b.u16(at)
	if n == 0 || at <= 0 || at+3 > len(f.b) {
		return nil, at + 2
	}
	size := int(f.b[at+2])
	offset := func(i int) (v int) {
		for k := range size {
			if p := at + 3 + i*size + k; p < len(f.b) {
				v = v<<8 | int(f.b[p])
			}
		}
		return v
	}
	if size < 1 || size > 4 || at+3+(n+1)*size > len(f.b) {
		return nil, len(f.b)
	}
	data := at + 3 + (n+1)*size - 1
	for i := range n {
		from, to := data+offset(i), data+offset(i+1)
		if from > to || from <= at || to > len(f.b) {
			return items, len(f.b)
		}
		items = append(items, f.b[from:to])
	}
	return items, data + offset(n)
}

// readPrivates reads what glyphs share, for the font or for each of its parts.
func (f *cff) readPrivates(glyphs int) {
	parts, _ := f.index(f.top.integer(opFDArray))
	if f.top[opROS] == nil {
		f.private = []cffPrivate{f.readPrivate(f.top)}
		return
	}
	for _, p := range parts {
		f.private = append(f.private, f.readPrivate(readCFFDict(p)))
	}
	f.part = make([]byte, glyphs)
	at := f.top.integer(opFDSelect)
	switch sub := f.b.from(at); {
	case at == 0 || len(sub) == 0:
	case sub[0] == 0:
		copy(f.part, sub[1:])
	case sub[0] == 3:
		done := 0
		for i := range sub.u16(1) {
			first, last := sub.u16(3+3*i), min(sub.u16(6+3*i), glyphs)
			for g := max(first, done); g < last && 5+3*i < len(sub); g++ {
				f.part[g] = sub[5+3*i]
			}
			done = max(done, last)
		}
	}
}

func (f *cff) readPrivate(d cffDict) cffPrivate {
	place := d[opPrivate]
	if len(place) != 2 {
		return cffPrivate{}
	}
	at := int(place[1])
	sub := f.b.from(at)
	own := readCFFDict(sub[:max(min(int(place[0]), len(sub)), 0)])
	p := cffPrivate{usual: own.number(opDefaultWidth), nominal: own.number(opNominalWidth)}
	if subrs := own.integer(opSubrs); subrs > 0 {
		p.local, _ = f.index(at + subrs)
	}
	return p
}

// width is the width of a glyph in thousandths of an em.
func (f *cff) width(glyph int, program []byte) float64 {
	var p cffPrivate
	part := 0
	if f.part != nil {
		part = int(f.part[glyph])
	}
	if part < len(f.private) {
		p = f.private[part]
	}
	c := charstring{local: p.local, global: f.global, lost: f.steps > mostStepsOfFont}
	if !c.lost {
		c.run(program, 0)
		f.steps += c.steps
	}
	switch {
	case c.lost:
		return math.NaN()
	case c.wide:
		return (p.nominal + c.width) * f.scale
	}
	return p.usual * f.scale
}

// text is a string by its number.
func (f *cff) text(sid int) string {
	if sid < len(standardStrings) {
		return standardStrings[sid]
	}
	if n := sid - len(standardStrings); n < len(f.strings) {
		return string(f.strings[n])
	}
	return ""
}
