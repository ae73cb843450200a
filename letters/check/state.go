package check

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// checkHalftone looks at a halftone of a graphics state (6.2.5), and at those that it has for single inks.
func (c *canvas) checkHalftone(o types.Object, ink string, depth int) {
	d := c.in.dict(o)
	if d == nil || depth > 4 {
		return
	}
	kind, _ := c.in.integer(d["HalftoneType"])
	if kind != 1 && kind != 5 {
		c.once("A-6.2.5", "a halftone is of type %d", kind)
	}
	if d["HalftoneName"] != nil {
		c.once("A-6.2.5", "a halftone has a name")
	}
	switch ink {
	case "Default":
	case "", "Cyan", "Magenta", "Yellow", "Black":
		if d["TransferFunction"] != nil {
			c.once("A-6.2.5", "a halftone has a transfer function")
		}
	default:
		if d["TransferFunction"] == nil {
			c.once("A-6.2.5", "the halftone of the ink %q has no transfer function", ink)
		}
	}
	if kind != 5 {
		return
	}
	for name, of := range d {
		switch name {
		case "Type", "HalftoneType", "HalftoneName", "TransferFunction":
		default:
			c.checkHalftone(of, name, depth+1)
		}
	}
}

// overprint is what a page says of printing one ink over another.
type overprint struct {
	mode     int // 1: what is not there of an ink leaves what is below
	on, cmyk bool
}

// overprints looks at a graphics state that prints inks one over the other (6.2.4.2). It does not follow what is undone
// again: a page with such colours has no use for it.
func (c *canvas) overprints(d types.Dict) {
	if mode, ok := c.in.integer(d["OPM"]); ok {
		c.over.mode = max(c.over.mode, mode)
	}
	c.over.on = c.over.on || c.in.truth(d["OP"]) || c.in.truth(d["op"])
	c.checkOverprint()
}

func (c *canvas) checkOverprint() {
	if c.over.mode == 1 && c.over.on && c.over.cmyk {
		c.once("A-6.2.4.2", "inks of a colour profile are printed over others in a mode (/OPM 1) that its colours do not allow")
	}
}

// isInksByProfile reports whether a colour space is of four inks that a profile describes.
func (in *inspection) isInksByProfile(o types.Object) bool {
	a := in.array(o)
	if len(a) < 2 || in.name(a[0]) != "ICCBased" {
		return false
	}
	n, _ := in.integer(in.dict(a[1])["N"])
	return n == 4
}
