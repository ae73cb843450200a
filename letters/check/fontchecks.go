package check

import (
	"maps"
	"math"
	"regexp"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkFonts looks at every font that a page shows text in.
func (in *inspection) checkFonts() {
	for _, number := range slices.Sorted(maps.Keys(in.fonts)) {
		in.checkFont(in.fonts[number])
	}
	for _, f := range in.loose {
		in.checkFont(f)
	}
}

func (in *inspection) checkFont(f *font) {
	in.checkDictionary(f)
	if f.kind == "Type3" { // its glyphs are drawings: embedded by nature
		in.checkCodes(f)
		return
	}
	if d := f.descriptor; d["FontFile"] == nil && d["FontFile2"] == nil && d["FontFile3"] == nil {
		in.fail("31-009", f.at, "the font %s is not embedded", in.name(f.dict["BaseFont"]))
	}
	in.checkNames(f)
	in.checkNamesOf(f)
	if f.composite {
		in.checkComposite(f)
	} else if f.kind == "TrueType" {
		in.checkSimple(f)
	}
	in.checkCodes(f)
}

var subset = regexp.MustCompile(`^[A-Z]{6}\+.`)

// checkNames holds the names of a font to each other. A composite font’s own name may have the CMap’s behind it.
func (in *inspection) checkNames(f *font) {
	own, below, described := in.name(f.dict["BaseFont"]), in.name(f.below["BaseFont"]), in.name(f.descriptor["FontName"])
	if below != described || own != below && own != below+"-"+in.name(f.dict["Encoding"]) {
		in.fail("font-names", f.at, "the font is named %q, its descendant %q, its descriptor %q", own, below, described)
	}
	if len(below) > 7 && below[6] == '+' && !subset.MatchString(below) {
		in.fail("font-names", f.at, "the subset tag of %q is not six capital letters", below)
	}
}

func (in *inspection) checkComposite(f *font) {
	if in.name(f.below["Subtype"]) == "CIDFontType2" {
		_, isStream := in.stream(f.below["CIDToGIDMap"])
		if !isStream && in.name(f.below["CIDToGIDMap"]) != "Identity" {
			in.fail("31-005", f.at, "the font has no /CIDToGIDMap")
		}
	}
	collection := in.dict(f.below["CIDSystemInfo"])
	registry, okR := in.text(collection["Registry"])
	ordering, okO := in.text(collection["Ordering"])
	if _, okS := in.integer(collection["Supplement"]); !okR || !okO || !okS {
		in.fail("31-001", f.at, "the font names no character collection")
	}
	cmap, embedded := in.stream(f.dict["Encoding"])
	if !embedded {
		if !predefined[in.name(f.dict["Encoding"])] {
			in.fail("31-006", f.at, "the font’s CMap %q is neither predefined nor embedded", in.name(f.dict["Encoding"]))
		}
	} else {
		theirs := in.dict(cmap.Dict["CIDSystemInfo"])
		r, _ := in.text(theirs["Registry"])
		o, _ := in.text(theirs["Ordering"])
		if r != registry || o != ordering {
			in.fail("31-001", f.at, "the font is of %s-%s, its CMap of %s-%s", registry, ordering, r, o)
		}
		in.checkCMap(cmap, f.at)
	}
	in.checkSet(f)
}

// predefined are CMaps that every reader has (ISO 32000-1, table 118). Those of the East Asian collections are named by
// their encodings.
var predefined = setOf("Identity-H", "Identity-V", "GB-EUC-H", "GB-EUC-V", "GBK-EUC-H", "GBK-EUC-V", "UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H",
	"UniGB-UTF16-V", "B5pc-H", "B5pc-V", "ETen-B5-H", "ETen-B5-V", "UniCNS-UCS2-H", "UniCNS-UCS2-V", "UniCNS-UTF16-H", "UniCNS-UTF16-V", "90ms-RKSJ-H",
	"90ms-RKSJ-V", "EUC-H", "EUC-V", "H", "V", "UniJIS-UCS2-H", "UniJIS-UCS2-V", "UniJIS-UTF16-H", "UniJIS-UTF16-V", "KSC-EUC-H", "KSC-EUC-V",
	"KSCms-UHC-H", "KSCms-UHC-V", "UniKS-UCS2-H", "UniKS-UCS2-V", "UniKS-UTF16-H", "UniKS-UTF16-V")

// checkSet holds a /CIDSet, where there is one, to the embedded font: it lists each character that the font shows, and no
// other. Where the font’s glyphs are not known, it is held to what the pages use.
func (in *inspection) checkSet(f *font) {
	s, ok := in.stream(f.descriptor["CIDSet"])
	if !ok {
		return
	}
	bits, err := in.decoded(s)
	if err != nil {
		in.fail("31-014", f.at, "the /CIDSet cannot be decoded: %v", err)
		return
	}
	listed := func(code int) bool { return code/8 < len(bits) && bits[code/8]&(0x80>>(code%8)) != 0 }
	for _, code := range slices.Sorted(maps.Keys(f.used)) {
		if !listed(code) {
			in.fail("31-014", f.at, "the /CIDSet leaves out code %04X, which a page uses", code)
			return
		}
	}
	if f.program() == nil {
		return
	}
	for code := 1; code <= mostCID; code++ {
		glyph := f.glyph(code)
		if shows := glyph > 0 && glyph < f.program().glyphs(); shows != listed(code) {
			in.fail("31-014", f.at, "the /CIDSet and the embedded font do not agree on code %04X", code)
			return
		}
	}
}

// checkCodes looks at each code that a page uses: what it stands for, which glyph it shows, how wide that is.
func (in *inspection) checkCodes(f *font) {
	for _, code := range slices.Sorted(maps.Keys(f.used)) {
		in.checkText(f, code)
		glyph := f.glyph(code)
		if glyph < 0 {
			continue
		}
		switch {
		case glyph == 0:
			in.fail("31-030", f.at, "code %04X (%s) shows .notdef in %s", code, shown(f.text(code)), in.name(f.dict["BaseFont"]))
		case glyph >= f.program().glyphs() || !f.program().has(glyph):
			in.fail("31-011", f.at, "code %04X (%s) shows glyph %d, which the embedded font does not have", code, shown(f.text(code)), glyph)
		default:
			if told, is := f.width(code), f.program().advance(glyph); math.Abs(told-is) > 1 {
				in.fail("31-016", f.at, "code %04X (%s) is %.0f wide in the dictionary, and %.0f in the font", code, shown(f.text(code)), told, is)
			}
		}
	}
}

func shown(text []rune) string {
	if len(text) == 0 {
		return "of unknown meaning"
	}
	return string(text)
}

func (in *inspection) checkText(f *font, code int) {
	text := f.text(code)
	if len(text) == 0 {
		in.fail("10-001", f.at, "what code %04X of the font %s stands for cannot be known", code, in.name(f.dict["BaseFont"]))
	}
	for _, r := range text {
		if r == 0 || r == 0xFEFF || r == 0xFFFE {
			in.fail("31-028", f.at, "code %04X is mapped to %U, which is no character", code, r)
		}
	}
}

// checkSimple looks at a simple TrueType font’s encoding (7.21.6).
func (in *inspection) checkSimple(f *font) {
	flags, _ := in.integer(f.descriptor["Flags"])
	symbolic := flags&4 != 0
	base := in.name(f.dict["Encoding"])
	if d, ok := in.get(f.dict["Encoding"]).(types.Dict); ok {
		base = in.name(d["BaseEncoding"])
	}
	switch {
	case symbolic && f.dict["Encoding"] != nil:
		in.fail("31-017", f.at, "a symbolic font has an /Encoding")
	case !symbolic && base != "WinAnsiEncoding" && base != "MacRomanEncoding":
		in.fail("31-017", f.at, "a font of letters has the encoding %q", base)
	}
	for _, name := range f.encoding.strange {
		in.fail("31-017", f.at, "the glyph name %q is not of the Adobe Glyph List", name)
	}
	if f.file == nil {
		return
	}
	switch {
	case !symbolic && len(f.encoding.differs) > 0 && !f.file.windows:
		in.fail("31-017", f.at, "the embedded font has no Unicode cmap")
	case !symbolic && (f.file.cmaps == 0 || f.file.cmaps == 1 && f.file.signs):
		in.fail("31-017", f.at, "the embedded font has no cmap of letters")
	case symbolic && f.file.cmaps != 1 && !f.file.signs:
		in.fail("31-017", f.at, "the embedded font of a symbolic font has %d cmaps, and none of signs", f.file.cmaps)
	}
}
