package check

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// standardFonts every reader of PDF has; they need no widths of their own, though they must be embedded all the same.
var standardFonts = setOf("Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic", "Helvetica", "Helvetica-Bold", "Helvetica-Oblique",
	"Helvetica-BoldOblique", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique", "Symbol", "ZapfDingbats")

// checkDictionary looks whether a font’s dictionaries are whole (ISO 32000-1, 9.6 and 9.7).
func (in *inspection) checkDictionary(f *font) {
	kinds := []string{"Type1", "MMType1", "TrueType", "Type3", "Type0"}
	in.checkEntries(f.dict, kinds, f)
	if f.composite {
		in.checkEntries(f.below, []string{"CIDFontType0", "CIDFontType2"}, f)
	} else {
		in.checkCodeRange(f)
	}
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		s, ok := in.stream(f.descriptor[key])
		kind := in.name(s.Dict["Subtype"])
		known := slices.Contains([]string{"Type1C", "CIDFontType0C", "OpenType"}, kind)
		if ok && !known && (kind != "" || key == "FontFile3") {
			in.fail("A-6.2.11.2", f.at, "the embedded font is of the form %q, which there is not", kind)
		}
	}
}

func (in *inspection) checkEntries(d types.Dict, kinds []string, f *font) {
	if in.name(d["Type"]) != "Font" {
		in.fail("A-6.2.11.2", f.at, "a font’s dictionary does not say that it is one (/Type /Font)")
	}
	kind, name := in.name(d["Subtype"]), in.name(d["BaseFont"])
	if !slices.Contains(kinds, kind) {
		in.fail("A-6.2.11.2", f.at, "the font is of the kind %q, which there is not", kind)
	}
	if name == "" && kind != "Type3" {
		in.fail("A-6.2.11.2", f.at, "the font has no name (/BaseFont)")
	}
	in.checkName(name, "font", f.at)
}

// checkCodeRange wants a simple font to say which codes it has and how wide each is.
func (in *inspection) checkCodeRange(f *font) {
	if f.kind == "Type1" && standardFonts[in.name(f.dict["BaseFont"])] {
		return
	}
	first, hasFirst := in.integer(f.dict["FirstChar"])
	last, hasLast := in.integer(f.dict["LastChar"])
	if n := len(in.array(f.dict["Widths"])); !hasFirst || !hasLast || n != last-first+1 {
		in.fail("A-6.2.11.2", f.at, "the font has %d widths (/Widths) for the codes that it says it has (/FirstChar, /LastChar)", n)
	}
}
