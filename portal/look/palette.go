package look

import "fmt"

// Palette is what one council's colour becomes. Each pair that is used together keeps its contrast, whatever the
// colour: a test tries thousands.
type Palette struct {
	Brand Colour // the header, buttons, what is gone on a rail: white on it has 4.5:1 and more
	Deep  Colour // the same, pressed or pointed at: darker
	Link  Colour // links on paper, white and tint: 5:1 and more
	Tint  Colour // a pale ground: ink on it has 12:1 and more, links 4.5:1 and more
	Edge  Colour // lines that carry meaning, on paper and white: 3:1 and more
}

// NewPalette derives the palette of a council's colour. A colour that is light is darkened as far as is needed, and no
// further: the council's hue stays.
func NewPalette(council Colour) Palette {
	p := Palette{Tint: council.mix(white, 0.9)}
	for Contrast(ink, p.Tint) < 12 {
		p.Tint = p.Tint.mix(white, 0.3)
	}
	p.Brand = darkened(council, 4.6, white)
	p.Deep = p.Brand.mix(blackly, 0.3)
	p.Link = darkened(council, 5, paper, p.Tint)
	p.Edge = darkened(council, 3.1, paper, p.Tint)
	return p
}

// darkened is the lightest mix of the colour with black that has the contrast wanted with every ground.
func darkened(c Colour, contrast float64, grounds ...Colour) Colour {
	for step := range 101 {
		mixed := c.mix(blackly, float64(step)/100)
		if enough(mixed, contrast, grounds) {
			return mixed
		}
	}
	return blackly
}

func enough(c Colour, contrast float64, grounds []Colour) bool {
	for _, g := range grounds {
		if Contrast(c, g) < contrast {
			return false
		}
	}
	return true
}

// css writes the palette as custom properties.
func (p Palette) css() string {
	return fmt.Sprintf(":root{--brand:%s;--brand-deep:%s;--link:%s;--brand-tint:%s;--brand-edge:%s}\n", p.Brand, p.Deep, p.Link, p.Tint, p.Edge)
}
