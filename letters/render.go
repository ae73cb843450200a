package letters

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/jung-kurt/gofpdf"
)

const family = "Atkinson"

// Render draws the letter as a PDF, A4. Equal letters give equal bytes.
//
// It draws nothing it cannot draw whole: a character without a glyph, or an address that does not fit its window, is an
// error that says so.
func Render(l Letter) (pdf []byte, err error) {
	defer func() {
		// gofpdf panics on input that it cannot encode. What [Letter.tidy] lets through cannot do that; should it
		// happen all the same, one letter fails and the worker does not.
		if r := recover(); r != nil {
			pdf, err = nil, fmt.Errorf("render the letter %s: the PDF library failed: %v", l.Key, r)
		}
	}()
	if gaps := l.tidy(embeddedFaces().has); len(gaps) > 0 {
		return nil, fmt.Errorf("render: %w", &Withheld{Letter: l.Key, Gaps: gaps})
	}
	if l.Dated.IsZero() {
		return nil, fmt.Errorf("render the letter %s: it has no date", l.Key)
	}
	sheets, err := layOut(l)
	if err != nil {
		return nil, fmt.Errorf("render the letter %s: %w", l.Key, err)
	}
	doc := newDocument(l)
	for _, s := range sheets {
		doc.AddPage()
		for _, o := range s.ops {
			draw(doc, o)
		}
	}
	var out bytes.Buffer
	if err := errors.Join(doc.Error(), doc.Output(&out)); err != nil {
		return nil, fmt.Errorf("render the letter %s: %w", l.Key, err)
	}
	return out.Bytes(), nil
}

// newDocument prepares a PDF whose bytes depend on the letter alone: sorted catalogue, the letter’s own date. The font
// bytes are copied because gofpdf writes into them.
func newDocument(l Letter) *gofpdf.Fpdf {
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.SetCatalogSort(true)
	noon := l.Dated.At(12, 0).UTC()
	doc.SetCreationDate(noon)
	doc.SetModificationDate(noon)
	doc.SetTitle(l.Title, true)
	doc.SetAuthor(l.Head.Council, true)
	doc.SetCreator("SEND Panel", true)
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.AddUTF8FontFromBytes(family, "", bytes.Clone(regularTTF))
	doc.AddUTF8FontFromBytes(family, "B", bytes.Clone(boldTTF))
	return doc
}

func draw(doc *gofpdf.Fpdf, o op) {
	switch o.kind {
	case opText:
		style := ""
		if o.bold {
			style = "B"
		}
		doc.SetFont(family, style, o.size)
		doc.SetTextColor(o.colour.r, o.colour.g, o.colour.b)
		doc.Text(o.x, o.y, strings.ReplaceAll(o.text, string(nbsp), " "))
	case opBar:
		doc.SetFillColor(o.colour.r, o.colour.g, o.colour.b)
		doc.Rect(o.x, o.y, o.w, o.h, "F")
	}
}
