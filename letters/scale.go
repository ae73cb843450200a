package letters

import (
	"math"
	"strconv"
	"strings"

	"sendpanel/letters/face"
	"sendpanel/letters/script"
	"sendpanel/letters/tagged"
)

// scale is how a letter is set: its typeface, its sizes in pt and its spaces in mm.
type scale struct {
	typeface         *face.Typeface
	body, h1, h2, h3 float64
	leading          tall    // the height of a line by the size of its text
	spacing          float64 // between characters, in ems
	gap              tall    // between paragraphs
	pad              tall    // above and below a row of a table
	naskh            bool    // Urdu is set in naskh
	inked            bool    // no colour and no pale line: only ink shows on paper of any colour
}

// scaleOf follows UKAAF’s clear print (14 pt; 12 at least) and large print (18 pt) standards, and for those who find
// reading hard the British Dyslexia Association’s style guide: letters and lines further apart. Page numbers and
// references are as large as the text.
func scaleOf(p Print) scale {
	s := scale{typeface: face.Atkinson(), body: 14, h1: 19, h2: 16, h3: 14, leading: lines(1.26), gap: gaps(2.3), pad: pads(1.05)}
	switch p {
	case LargePrint:
		s.body, s.h1, s.h2, s.h3 = 18, 23, 20.5, 18.5
		s.gap, s.pad = gaps(3), pads(1.4)
		s.naskh = true // the letters of nastaliq are smaller at the same size, and higher
	case EasierToRead:
		s.typeface = face.Lexend()
		s.h1, s.h2, s.h3 = 18, 16, 14.5
		s.leading, s.spacing, s.gap, s.pad = lines(1.5), 0.025, gaps(3.2), pads(1.5)
	case ColouredPaper:
		s.inked = true
	}
	return s
}

// roomy reports whether letters are larger, or wider apart, than is usual.
func (s scale) roomy() bool { return s.body > 14 || s.spacing > 0 }

// The closer way to space a letter has a little less between lines, paragraphs and rows, and the same characters.
func lines(v float64) tall { return tall{v, v - 0.05} }
func gaps(mm float64) tall { return tall{mm, 0.8 * mm} }
func pads(mm float64) tall { return tall{mm, 0.75 * mm} }
func even(mm float64) tall { return tall{mm, mm} }

// baseline is how far under the middle of a line its base line is, by the size of its text.
const baseline = 0.28

func (s scale) lineHeight(size float64) tall { return s.leading.times(size * mmPerPoint) }

// width is the width of a text in mm.
func (s scale) width(text string, bold bool, size float64) float64 {
	if script.Needs(text) {
		return s.widthIn(script.LanguageOf(text), text, bold, size)
	}
	return s.widthIn("", text, bold, size)
}

// widthIn is the width of a text in a language.
func (s scale) widthIn(lang, text string, bold bool, size float64) float64 {
	if script.Needs(text) {
		return s.shapedSize(text, lang, bold).Width * size * mmPerPoint
	}
	ems, characters := s.typeface.Width(text, bold)
	return (ems + float64(characters)*s.spacing) * size * mmPerPoint
}

// colour is red, green and blue, each from 0 to 255.
type colour = tagged.Colour

var (
	ink   = colour{R: 24, G: 24, B: 27}
	faint = colour{R: 150, G: 154, B: 162}
)

// accentOf reads the council’s colour. One too light to read on white is not used for words.
func accentOf(hex string) colour {
	c, ok := readColour(hex)
	if !ok || onWhite(c) < 7 {
		return ink
	}
	return c
}

func readColour(hex string) (colour, bool) {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		return colour{}, false
	}
	return colour{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}, true
}

// onWhite is the contrast of a colour on white (WCAG 2.2, relative luminance).
func onWhite(c colour) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B) + 0.05)
}
