package tagged

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/jung-kurt/gofpdf"
)

// TrueType is an 8-bit font, prepared once and shared by documents.
type TrueType struct {
	resource   string // its name in the pages’ resources
	widths     []int  // of its codes, in thousandths of an em
	dictionary []byte // of the font, up to the number of its descriptor
	descriptor []byte // up to the number of its file
	file       []byte // deflated
	size       int    // of the file before
	said       []byte // what its codes say, deflated; nil where that follows from their encoding
	sum        [sha256.Size]byte
}

// NewTrueType prepares a font: its name, which no other font has; the widths of its 256 codes in thousandths of an em;
// how its codes differ from Windows-1252, as a Differences array has it, or nothing; its measures; and its file, deflated,
// with its size before.
func NewTrueType(name string, widths []int, differences string, desc gofpdf.FontDescType, file []byte, size int) *TrueType {
	encoding := "/WinAnsiEncoding"
	if differences != "" {
		encoding = "<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[" + differences + "]>>"
	}
	last := 255
	for last > ' ' && widths[last] == 0 { // what is not listed has the missing width
		last--
	}
	missing := desc.MissingWidth
	if last < 255 {
		missing = 0
	}
	dictionary := fmt.Appendf(nil, "<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding%s/FirstChar 32/LastChar %d/Widths%d/FontDescriptor ", name, encoding, last, widths[32:last+1])
	box := desc.FontBBox
	descriptor := fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d/ItalicAngle %d/StemV %d/MissingWidth %d/FontFile2 ",
		name, desc.Flags, box.Xmin, box.Ymin, box.Xmax, box.Ymax, desc.Ascent, desc.Descent, desc.CapHeight, desc.ItalicAngle, desc.StemV, missing)
	sum := sha256.Sum256([]byte(name))
	return &TrueType{resource: fmt.Sprintf("E%x", sum[:5]), widths: widths, dictionary: dictionary, descriptor: descriptor, file: file, size: size, sum: sha256.Sum256(file)}
}

// Say tells what the font’s codes say, where that is not what their encoding says. It is part of preparing the font.
func (f *TrueType) Say(said map[byte]string) {
	wide := make(map[rune]string, len(said))
	for code, text := range said {
		wide[rune(code)] = text
	}
	f.said = sayings(wide, 1)
}

// embedded is a font in a document, with the numbers of its objects.
type embedded struct {
	*TrueType
	object, descriptorObject, fileObject, saidObject int
}

// use has a document hold an 8-bit font.
//
// gofpdf is not told of it: for each document it would read the font’s description, digest it and write its widths one by
// one, a tenth of the time of a letter for each font. [Document.Finish] adds the font to the resources of the pages.
func (d *Document) use(f *TrueType) {
	if !slices.ContainsFunc(d.fonts, func(e *embedded) bool { return e.TrueType == f }) {
		d.fonts = append(d.fonts, &embedded{TrueType: f})
	}
}

// AddWholeFont adds a font of which gofpdf takes the glyphs that it sees drawn. It must have outlines (a glyf table);
// gofpdf writes into the bytes, so it gets its own.
func (d *Document) AddWholeFont(family, style string, ttf []byte) {
	d.pdf.AddUTF8FontFromBytes(family, style, bytes.Clone(ttf))
}

// Say tells what a character of a whole font says in this document, where it is not what it shows itself. A character
// that says nothing is part of what the one before it says.
func (d *Document) Say(family, style string, char rune, text string) {
	name := nameOfWhole(family, style)
	if d.said == nil {
		d.said = map[string]map[rune]string{}
	}
	if d.said[name] == nil {
		d.said[name] = map[rune]string{}
	}
	d.said[name][char] = text
}

// nameOfWhole is the name that gofpdf gives to a whole font.
func nameOfWhole(family, style string) string { return "utf8" + strings.ToLower(family) + style }

// resources is the number of gofpdf’s object of the resources that all pages share.
const resources = 2

// writeResources writes gofpdf’s resources with the 8-bit fonts beside those that gofpdf knows.
func (r *rewriter) writeResources() error {
	dict, err := r.in.object(resources)
	if err != nil {
		return err
	}
	const list = "/Font <<\n"
	before, after, found := bytes.Cut(dict, []byte(list))
	if !found || bytes.Contains(after, []byte(list)) {
		return badShape("the resources have no list of fonts")
	}
	r.begin(resources)
	r.b = append(append(r.b, before...), list...)
	for _, f := range r.doc.fonts {
		r.str("/")
		r.str(f.resource)
		r.str(" ")
		r.ref(f.object)
		r.str("\n")
	}
	r.b = append(r.b, bytes.TrimSuffix(after, []byte("\n"))...)
	r.end()
	return nil
}

// writeFonts writes the 8-bit fonts.
func (r *rewriter) writeFonts() {
	for _, f := range r.doc.fonts {
		r.begin(f.object)
		r.b = appendRef(append(r.b, f.dictionary...), f.descriptorObject)
		if f.said != nil {
			r.str("/ToUnicode ")
			r.ref(f.saidObject)
		}
		r.str(">>")
		r.end()
		if f.said != nil {
			r.begin(f.saidObject)
			r.stream("/Filter/FlateDecode", f.said)
		}
		r.begin(f.descriptorObject)
		r.b = appendRef(append(r.b, f.descriptor...), f.fileObject)
		r.str(">>")
		r.end()
		r.begin(f.fileObject)
		from := len(r.b)
		r.stream(string(appendInt([]byte("/Filter/FlateDecode/Length1 "), f.size)), f.file)
		r.opaque = append(r.opaque, opaque{from, len(r.b), f.sum})
	}
}
