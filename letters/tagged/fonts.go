package tagged

import (
	"bytes"
	"strconv"
)

// AddFont adds an 8-bit font: gofpdf’s description of it, and its TrueType file, deflated.
//
// gofpdf copies the file three times on its way. So it gets a ticket, a few bytes, and [Document.Finish] puts the file
// in its place.
func (d *Document) AddFont(family, style string, description, file []byte) {
	d.fonts = append(d.fonts, file)
	d.pdf.AddFontFromBytes(family, style, description, strconv.AppendInt([]byte(ticket), int64(len(d.fonts)-1), 10))
}

// AddWholeFont adds a font of which gofpdf takes the glyphs that it sees drawn. It must have outlines (a glyf table);
// gofpdf writes into the bytes, so it gets its own.
func (d *Document) AddWholeFont(family, style string, ttf []byte) {
	d.pdf.AddUTF8FontFromBytes(family, style, bytes.Clone(ttf))
}

const ticket = "font number "

// ticketed is the font whose ticket an object holds, and what else the object says of it; nil for any other object.
func (d *Document) ticketed(object []byte) (font []byte, entries string) {
	const most = 200 // bytes of an object with a ticket
	if len(object) > most {
		return nil, ""
	}
	_, after, found := bytes.Cut(object, []byte("stream\n"+ticket))
	if !found {
		return nil, ""
	}
	number, rest, _ := bytes.Cut(after, []byte("\n"))
	n, err := strconv.Atoi(string(number))
	if err != nil || n < 0 || n >= len(d.fonts) || !bytes.HasPrefix(rest, []byte("endstream")) {
		return nil, ""
	}
	_, length, found := bytes.Cut(object, []byte("/Length1 "))
	if !found {
		return nil, ""
	}
	return d.fonts[n], "/Filter/FlateDecode/Length1 " + firstLine(length)
}
