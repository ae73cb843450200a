package look

import (
	"fmt"
	"math"
	"strconv"
)

// Colour is an sRGB colour, each part from 0 to 255.
type Colour struct{ R, G, B uint8 }

// The colours that every palette stands on; style sheets use the same (a test compares them).
var (
	white   = Colour{0xff, 0xff, 0xff}
	paper   = Colour{0xf7, 0xf5, 0xf0}
	ink     = Colour{0x1d, 0x23, 0x21}
	blackly = Colour{0, 0, 0}
)

// ParseColour reads #rrggbb.
func ParseColour(s string) (Colour, error) {
	if len(s) != 7 || s[0] != '#' {
		return Colour{}, fmt.Errorf("%q is not a colour: write it as #1d4f91", s)
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return Colour{}, fmt.Errorf("%q is not a colour: write it as #1d4f91, six hexadecimal digits after the #", s)
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}

// String writes the colour as #rrggbb.
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Contrast is the contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it.
func Contrast(a, b Colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func (c Colour) luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(part uint8) float64 {
	v := float64(part) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// mix is the colour that lies share (0 to 1) of the way from c to other.
func (c Colour) mix(other Colour, share float64) Colour {
	part := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + (float64(b)-float64(a))*share)) }
	return Colour{part(c.R, other.R), part(c.G, other.G), part(c.B, other.B)}
}
