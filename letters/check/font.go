package check

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font is a font of the file with what the pages use of it.
type font struct {
	at        place
	dict      types.Dict
	kind      string // Type0, TrueType, Type1, MMType1, Type3
	composite bool   // two bytes make a code
	known     bool   // how codes are read is known: Identity, or one byte
	used      map[int]bool
	seen      [256]bool      // of the codes of one byte, those in used
	latin     [256]bool      // and those that stand for nothing above U+036F
	unicode   map[int][]rune // what /ToUnicode maps
	mapped    bool           // there is a /ToUnicode
	encoding  encoding       // of a simple font

	below      types.Dict // the dictionary with the descriptor: the font’s own, or the descendant’s
	descriptor types.Dict
	file       *trueType // the embedded font, where it is TrueType
	other      *outlines // the embedded font, where it is not
	glyphs     []byte    // the /CIDToGIDMap, where it is a stream
	widths     map[int]float64
	missing    float64 // width of codes that /W does not name
}

// setFont makes a font of the resources the current one.
func (c *canvas) setFont(name any) {
	c.fonts[len(c.fonts)-1] = c.in.fontOf(c.resource("Font", name))
}

// fontOf reads a font once.
func (in *inspection) fontOf(o types.Object) *font {
	number := numberOf(o)
	if f := in.fonts[number]; f != nil {
		return f
	}
	d := in.dict(o)
	if d == nil {
		return nil
	}
	f := &font{at: place{object: number}, dict: d, kind: in.name(d["Subtype"]), used: map[int]bool{}, below: d}
	if number != 0 {
		in.fonts[number] = f
	} else if in.loose = append(in.loose, f); len(in.loose) > mostPages {
		return nil
	}
	in.readToUnicode(f)
	if f.kind == "Type0" {
		in.readComposite(f)
	} else {
		in.readSimple(f)
	}
	if f.descriptor = in.dict(f.below["FontDescriptor"]); f.descriptor["FontFile2"] != nil {
		in.readFontFile(f)
	} else {
		in.readOutlines(f)
	}
	return f
}

func (in *inspection) readComposite(f *font) {
	f.composite = true
	if a := in.array(f.dict["DescendantFonts"]); len(a) == 1 {
		f.below = in.dict(a[0])
	}
	encoding := in.name(f.dict["Encoding"])
	f.known = encoding == "Identity-H" || encoding == "Identity-V"
	f.missing = 1000
	if dw, ok := in.number(f.below["DW"]); ok {
		f.missing = dw
	}
	f.widths = in.readWidths(f.below["W"])
	if s, ok := in.stream(f.below["CIDToGIDMap"]); ok {
		f.glyphs, _ = in.decoded(s)
		if f.glyphs == nil {
			f.glyphs = []byte{}
		}
	}
}

// readWidths reads the /W of a composite font (ISO 32000-1, 9.7.4.3): code [w w w], or from to w.
func (in *inspection) readWidths(o types.Object) map[int]float64 {
	widths := map[int]float64{}
	a := in.array(o)
	for i := 0; i+1 < len(a); {
		first, _ := in.integer(a[i])
		if list := in.array(a[i+1]); list != nil {
			for j, w := range list {
				widths[first+j], _ = in.number(w)
			}
			i += 2
			continue
		}
		if i+2 >= len(a) {
			break
		}
		last, _ := in.integer(a[i+1])
		w, _ := in.number(a[i+2])
		for code := max(first, 0); code <= min(last, 0xFFFF); code++ {
			widths[code] = w
		}
		i += 3
	}
	return widths
}

func (in *inspection) readSimple(f *font) {
	f.known = true
	f.encoding = in.readEncoding(f)
	first, _ := in.integer(f.dict["FirstChar"])
	widths := in.array(f.dict["Widths"])
	f.widths = make(map[int]float64, len(widths))
	for i, w := range widths {
		f.widths[first+i], _ = in.number(w)
	}
	f.missing, _ = in.number(in.dict(f.dict["FontDescriptor"])["MissingWidth"])
}

func (in *inspection) readFontFile(f *font) {
	s, ok := in.stream(f.descriptor["FontFile2"])
	if !ok {
		return
	}
	var err error
	if f.file, err = in.fontFile(s); err != nil {
		in.fail("font-file", place{object: numberOf(f.descriptor["FontFile2"])}, "the embedded font cannot be read: %v", err)
	}
}

// show notes the codes of a string that is shown, and looks at what stands on this place alone.
func (c *canvas) show(v any) {
	s, ok := v.(literal)
	if !ok {
		return
	}
	f := c.font()
	if f == nil {
		if len(s) > 0 {
			c.once("resource", "text is shown without a font")
		}
		return
	}
	if !f.known {
		return
	}
	step := 1
	if f.composite {
		step = 2
	}
	spoken, artifact := c.isSpoken(), c.isArtifact()
	for i := 0; i+step <= len(s); i += step {
		code := int(s[i])
		if f.composite {
			code = code<<8 | int(s[i+1])
		}
		if code >= len(f.seen) || !f.seen[code] {
			f.use(code)
		}
		if !spoken && !artifact && (code >= len(f.latin) || !f.latin[code]) {
			c.readCharacter(f, code)
		}
	}
	if lang := c.lang(); lang == "" && !artifact {
		c.once("11-001", "text on the page is in no language")
	}
}

// use notes a code that is shown.
func (f *font) use(code int) {
	f.used[code] = true
	if code < len(f.seen) {
		f.seen[code] = true
		f.latin[code] = !slices.ContainsFunc(f.text(code), func(r rune) bool { return r >= 0x370 })
	}
}

// readCharacter looks at one character where no ActualText says what it is.
func (c *canvas) readCharacter(f *font, code int) {
	words := f.text(code)
	for _, r := range words {
		if r < 0x370 {
			continue
		}
		if r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 {
			c.once("A-6.2.11.7.3", "the page shows characters of the private use area, and nothing says what they are")
			continue
		}
		if key := "script " + string(r); !c.told[key] {
			c.told[key] = true
			c.in.checkScript(string(r), c.lang(), c.at)
		}
	}
}

// program is what is asked of an embedded font.
type program interface {
	glyphs() int
	has(glyph int) bool
	advance(glyph int) float64 // in thousandths of an em
}

// program is the embedded font, nil where it cannot be read.
func (f *font) program() program {
	switch {
	case f.file != nil:
		return f.file
	case f.other != nil:
		return f.other
	}
	return nil
}

// text is what a code stands for, as a reader takes it out; nil where that cannot be known.
func (f *font) text(code int) []rune {
	if r, ok := f.unicode[code]; ok || f.composite {
		return r
	}
	r := f.encoding.runes[code]
	if f.other != nil && r == 0 {
		if glyph := f.otherGlyph(code); glyph > 0 && glyph < len(f.other.names) {
			r = glyphNamed(f.other.names[glyph])
		}
	}
	if r != 0 {
		return []rune{r}
	}
	return nil
}

// glyph is the glyph of a code in the embedded font, -1 where it cannot be known.
func (f *font) glyph(code int) int {
	switch {
	case f.other != nil:
		return f.otherGlyph(code)
	case f.file == nil:
		return -1
	case !f.composite:
		return f.file.simple(f.encoding, code)
	case f.glyphs == nil:
		return code // Identity
	case 2*code+1 < len(f.glyphs):
		return int(f.glyphs[2*code])<<8 | int(f.glyphs[2*code+1])
	}
	return 0
}

// width is the width of a code in the font’s dictionary, in thousandths of an em.
func (f *font) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.missing
}
