package check

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// draw looks at a picture or a form that the page draws.
func (c *canvas) draw(name any) {
	o := c.resource("XObject", name)
	s, ok := c.in.stream(o)
	if !ok {
		return
	}
	if c.in.name(s.Dict["Subtype"]) != "Form" {
		c.painted("Do")
		if s.Dict["SMask"] != nil {
			c.transparent()
		}
		return
	}
	c.drawForm(s, numberOf(o))
}

// drawForm reads a form where it is drawn: what it draws is in the marked content that is open there.
func (c *canvas) drawForm(s types.StreamDict, number int) {
	if c.depth > 8 {
		c.once("too-much", "forms draw forms more than 8 deep")
		return
	}
	inner := &canvas{in: c.in, at: place{c.at.page, number}, container: c.container, resources: c.in.dict(s.Dict["Resources"]), outer: c,
		depth: c.depth + 1, fonts: []*font{c.font()}, told: map[string]bool{}}
	if inner.resources == nil {
		inner.resources, inner.borrowed = c.resources, true
	}
	if s.Dict["StructParents"] != nil {
		inner.container = number
		if c.in.formOwner[number] != 0 {
			c.in.fail("30-002", inner.at, "a form with tagged content is drawn twice")
			return
		}
		c.in.formOwner[number] = c.at.page
	}
	if c.in.dict(s.Dict["Group"]) != nil && c.in.name(c.in.dict(s.Dict["Group"])["S"]) == "Transparency" {
		c.transparent()
	}
	content, err := c.in.decoded(s)
	if err != nil {
		c.in.fail("unreadable", inner.at, "a form cannot be decoded: %v", err)
		return
	}
	inner.read(content)
	inner.closeAll()
}

// transparent looks whether the colours of what shows through are defined (6.2.10).
func (c *canvas) transparent() {
	if c.in.intent != "" || c.at.page < 1 {
		return
	}
	if group := c.in.dict(c.in.pages[c.at.page-1].dict["Group"]); group["CS"] == nil {
		c.once("A-6.2.10", "something on the page is transparent, and neither an output intent nor the page’s group has a colour space")
	}
}

// blendModes are those of ISO 32000-1, 11.3.5.
var blendModes = setOf("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight",
	"Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity")

// setState looks at a graphics state (6.2.5, 6.2.10).
func (c *canvas) setState(name any) {
	o := c.resource("ExtGState", name)
	d := c.in.dict(o)
	if n := c.in.name(d["TR2"]); d["TR"] != nil || d["TR2"] != nil && n != "Default" || d["HTP"] != nil || d["HTO"] != nil {
		c.once("A-6.2.5", "the graphics state has a transfer function or a halftone’s origin")
	}
	c.checkHalftone(d["HT"], "", 0)
	c.overprints(d)
	c.in.checkIntent(c.in.name(d["RI"]), c.at)
	for _, mode := range c.in.items(d["BM"]) {
		if n := c.in.name(mode); !blendModes[n] {
			c.once("A-6.2.10", "the blend mode %q is not one of the standard", n)
		}
	}
	opaque := func(key string) bool {
		v, ok := c.in.number(d[key])
		return !ok || v == 1
	}
	mode := c.in.name(d["BM"])
	if mode != "" && mode != "Normal" && mode != "Compatible" || !opaque("ca") || !opaque("CA") || c.in.dict(d["SMask"]) != nil {
		c.transparent()
	}
	if f := c.in.array(d["Font"]); len(f) == 2 {
		c.fonts[len(c.fonts)-1] = c.in.fontOf(f[0])
	}
}
