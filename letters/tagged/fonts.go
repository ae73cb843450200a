package tagged

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/jung-kurt/gofpdf"
)

// TrueType is an 8-bit font, prepared once and shared by documents.
type TrueType struct {
	name       string
	ticket     []byte // what gofpdf is told of it
	dictionary []byte // of the font, up to the number of its descriptor
	descriptor []byte // up to the number of its file
	file       []byte // deflated
	size       int    // of the file before
}

// NewTrueType prepares a font: its name, which no other font has; the widths of its 256 codes in thousandths of an em;
// how its codes differ from Windows-1252, as a Differences array has it, or nothing; its measures; and its file, deflated,
// with its size before.
func NewTrueType(name string, widths []int, differences string, desc gofpdf.FontDescType, file []byte, size int) (*TrueType, error) {
	ticket, err := json.Marshal(map[string]string{"Tp": "Core", "Name": name})
	if err != nil {
		return nil, fmt.Errorf("prepare the font %s: %w", name, err)
	}
	encoding := "/WinAnsiEncoding"
	if differences != "" {
		encoding = "<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[" + differences + "]>>"
	}
	dictionary := fmt.Appendf(nil, "<</Type/Font/Subtype/TrueType/BaseFont/%s/Encoding%s/FirstChar 32/LastChar 255/Widths%d/FontDescriptor ", name, encoding, widths[32:256])
	box := desc.FontBBox
	descriptor := fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d/ItalicAngle %d/StemV %d/MissingWidth %d/FontFile2 ",
		name, desc.Flags, box.Xmin, box.Ymin, box.Xmax, box.Ymax, desc.Ascent, desc.Descent, desc.CapHeight, desc.ItalicAngle, desc.StemV, desc.MissingWidth)
	return &TrueType{name: name, ticket: ticket, dictionary: dictionary, descriptor: descriptor, file: file, size: size}, nil
}

// Ticket is what gofpdf is told of the font.
func (f *TrueType) Ticket() []byte { return f.ticket }

// embedded is a font in a document, with the numbers of its new objects.
type embedded struct {
	*TrueType
	descriptorObject, fileObject int
}

// AddFont adds an 8-bit font.
//
// For each document gofpdf would read the font’s description, digest it and write its widths one by one: a tenth of the
// time of a letter for each font. So it gets a ticket, the name of a font that needs no description, and keeps it in its
// books and its pages’ resources. [Document.Finish] puts the font in the ticket’s place.
func (d *Document) AddFont(family, style string, f *TrueType) {
	d.fonts = append(d.fonts, &embedded{TrueType: f})
	d.pdf.AddFontFromBytes(family, style, f.ticket, nil)
}

// AddWholeFont adds a font of which gofpdf takes the glyphs that it sees drawn. It must have outlines (a glyf table);
// gofpdf writes into the bytes, so it gets its own.
func (d *Document) AddWholeFont(family, style string, ttf []byte) {
	d.pdf.AddUTF8FontFromBytes(family, style, bytes.Clone(ttf))
}

// ticketed is the font whose ticket an object is, or nil.
func (d *Document) ticketed(object []byte) *embedded {
	_, dict, _ := bytes.Cut(object, []byte("\n"))
	rest, found := bytes.CutPrefix(dict, []byte("<</Type /Font\n/BaseFont /"))
	if !found {
		return nil
	}
	name := firstLine(rest)
	if string(rest[len(name):]) != "\n/Subtype /Type1\n/Encoding /WinAnsiEncoding\n>>\nendobj\n" {
		return nil
	}
	for _, f := range d.fonts {
		if f.name == name {
			return f
		}
	}
	return nil
}

// writeFont writes a font in the place of its ticket.
func (r *rewriter) writeFont(object int, f *embedded) {
	r.begin(object)
	r.out = appendRef(append(r.out, f.dictionary...), f.descriptorObject)
	r.str(">>")
	r.end()
	r.begin(f.descriptorObject)
	r.out = appendRef(append(r.out, f.descriptor...), f.fileObject)
	r.str(">>")
	r.end()
	r.begin(f.fileObject)
	r.stream(string(appendInt([]byte("/Filter/FlateDecode/Length1 "), f.size)), f.file)
}
