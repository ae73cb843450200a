package check

import "strings"

// readOutlines reads an embedded font that is not TrueType.
func (in *inspection) readOutlines(f *font) {
	key := "FontFile"
	if f.descriptor["FontFile3"] != nil {
		key = "FontFile3"
	}
	s, ok := in.stream(f.descriptor[key])
	if !ok {
		return
	}
	at := place{object: numberOf(f.descriptor[key])}
	content, err := in.decoded(s)
	if err == nil {
		switch kind := in.name(s.Dict["Subtype"]); {
		case key == "FontFile":
			f.other, err = readType1(content)
		case kind == "OpenType":
			err = f.readOpenType(content)
		default:
			f.other, err = readCFF(content)
		}
	}
	if err != nil {
		in.fail("font-file", at, "the embedded font cannot be read: %v", err)
	}
}

// readOpenType reads a font of either kind of outlines.
func (f *font) readOpenType(content []byte) (err error) {
	whole := table(content)
	for i := range min(whole.u16(4), 64) {
		entry := whole.from(12 + 16*i)
		if len(entry) >= 16 && string(entry[:4]) == "CFF " {
			at, n := entry.u32(8), entry.u32(12)
			if at+n > len(content) {
				return errNoCFF
			}
			f.other, err = readCFF(content[at : at+n])
			return err
		}
	}
	f.file, err = readTrueType(content)
	return err
}

// otherGlyph is the glyph of a code in a font that is not TrueType, 0 where there is none, -1 where it cannot be known.
func (f *font) otherGlyph(code int) int {
	o := f.other
	if f.composite {
		if o.byCID != nil {
			return o.byCID[code]
		}
		return code
	}
	if name := f.encoding.named[code]; name != "" {
		return o.byName[name]
	}
	if o.builtIn != nil && !f.encoding.based {
		if glyph, has := o.builtIn[code]; has {
			return glyph
		}
		return 0
	}
	r := f.encoding.runes[code]
	if r == 0 {
		return -1
	}
	return o.glyphOf(r)
}

// checkNamesOf holds a /CharSet, where a cut font has one, to the embedded font: it lists each of its glyphs.
func (in *inspection) checkNamesOf(f *font) {
	listed, has := in.text(f.descriptor["CharSet"])
	if !has || f.other == nil || !subset.MatchString(in.name(f.dict["BaseFont"])) {
		return
	}
	names := setOf(strings.Split(listed, "/")...)
	for _, name := range f.other.names {
		if name != ".notdef" && !names[name] {
			in.fail("31-012", f.at, "the font’s list of glyphs (/CharSet) leaves out %q", name)
			return
		}
	}
}
