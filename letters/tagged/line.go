package tagged

import "math"

// Glyph is one glyph of a [Line]: its font, its code there, and its place in ems from the start of the base line, upwards
// as positive.
type Glyph struct {
	Font *TrueType
	Code byte
	X, Y float64
}

// Line is glyphs in their places, prepared once and drawn in any number of documents.
type Line struct{ parts []part }

// part is the glyphs of a line that are in one font at one height.
type part struct {
	font  *TrueType
	x, y  float64
	shown []byte // the array of strings and distances that the operator TJ takes
}

// NewLine prepares a line.
func NewLine(glyphs []Glyph) *Line {
	l := &Line{}
	for len(glyphs) > 0 {
		first, n := glyphs[0], 1
		for n < len(glyphs) && glyphs[n].Font == first.Font && glyphs[n].Y == first.Y {
			n++
		}
		l.parts = append(l.parts, part{first.Font, first.X, first.Y, spaced(glyphs[:n])})
		glyphs = glyphs[n:]
	}
	return l
}

// spaced writes glyphs with the distances, in thousandths of an em, by which they do not stand where the one before ends.
func spaced(glyphs []Glyph) []byte {
	b := []byte{'['}
	var codes []byte
	at := 0
	for _, g := range glyphs {
		place := int(math.Round((g.X - glyphs[0].X) * 1000))
		if place != at {
			if len(codes) > 0 {
				b, codes = appendString(b, codes), codes[:0]
			}
			b = appendInt(b, at-place)
		}
		codes = append(codes, g.Code)
		at = place + g.Font.widths[g.Code]
	}
	return append(appendString(b, codes), ']')
}

// Line draws a prepared line with its base line’s start at x, y.
func (p *Page) Line(l *Line, size, x, y float64, ink Colour) {
	p.drawing()
	p.setInk(ink)
	p.setSpacing(0)
	for _, t := range l.parts {
		p.beginText(t.font, size, x+t.x*size, y-t.y*size)
		p.ops.b = append(append(p.ops.b, t.shown...), "TJ ET\n"...)
	}
}
