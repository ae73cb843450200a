package tagged

// Face is a font as a page needs it: an 8-bit font, or a whole one by its family and style in gofpdf’s books.
type Face struct {
	Family, Style string
	Eight         *TrueType // nil for a font that gofpdf itself must write with
}

// Text draws codes of the face with their base line’s start at x, y. An 8-bit face takes its codes; any other takes the
// text in UTF-8, through gofpdf, which must learn which characters of the font the document uses.
func (p *Page) Text(f Face, size, spacing, x, y float64, codes []byte, ink Colour) {
	p.drawing()
	p.setInk(ink)
	p.setSpacing(spacing)
	if f.Eight == nil {
		p.flush()
		p.doc.pdf.SetFont(f.Family, f.Style, size)
		p.doc.pdf.Text(x, y, string(codes))
		p.font = nil
		return
	}
	p.beginText(f.Eight, size, x, y)
	p.ops.b = append(appendString(p.ops.b, codes), "Tj ET\n"...)
}

// beginText begins a text object in an 8-bit font.
func (p *Page) beginText(f *TrueType, size, x, y float64) {
	b := append(p.ops.b, "BT"...)
	if p.font != f || p.size != size {
		p.doc.use(f)
		b = append(b, '/')
		b = append(b, f.resource...)
		b = appendNumbers(append(b, ' '), size)
		b = append(b, " Tf"...)
		p.font, p.size = f, size
	}
	b = appendNumbers(append(b, ' '), x, p.height-y)
	p.ops.b = append(b, " Td"...)
}

// Fill draws a filled rectangle with its upper left corner at x, y.
func (p *Page) Fill(x, y, w, h float64, ink Colour) {
	p.drawing()
	p.setInk(ink)
	p.ops.b = append(appendNumbers(p.ops.b, x, p.height-y-h, w, h), " re f\n"...)
}

// Shape draws filled outlines, given as path operators of PDF in their own measure. A point of theirs at 0, 0 comes to
// stand at x, y, and one unit of theirs is so many points, downwards as on the page.
func (p *Page) Shape(x, y, unit float64, path string, ink Colour) {
	p.drawing()
	p.setInk(ink)
	b := append(p.ops.b, "q "...)
	b = appendNumber(b, unit, 5)
	b = append(b, " 0 0 "...)
	b = appendNumber(b, -unit, 5)
	b = appendNumbers(append(b, ' '), x, p.height-y)
	b = append(append(b, " cm\n"...), path...)
	p.ops.b = append(b, "\nf Q\n"...)
}

func (p *Page) setInk(c Colour) {
	if p.ink == c {
		return
	}
	p.ink = c
	b := p.ops.b
	for _, v := range [3]uint8{c.R, c.G, c.B} {
		b = append(appendNumber(b, float64(v)/255, 3), ' ')
	}
	p.ops.b = append(b, "rg\n"...)
}

func (p *Page) setSpacing(points float64) {
	if p.spacing == points {
		return
	}
	p.spacing = points
	p.ops.b = append(appendNumbers(p.ops.b, points), " Tc\n"...)
}
