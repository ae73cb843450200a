package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// About describes a document.
type About struct {
	Title   string
	Author  string
	Subject string
	Creator string
	Lang    string // of the document, as “en-GB”
	At      time.Time
}

// Document is a PDF that is being drawn, and its structure tree.
type Document struct {
	pdf    *gofpdf.Fpdf
	about  About
	tree   *tree
	pages  []*Page
	links  []*link
	fonts  []*embedded
	height float64                    // of a page, in points
	said   map[string]map[rune]string // what characters of whole fonts say, by the font’s name in gofpdf’s file
}

// link is a place on a page that leads somewhere.
type link struct {
	page    int
	box     [4]float64 // in points, from the lower left corner
	uri     string
	says    string
	owner   *Element
	key     int // of the parent tree
	object  int
	pageRef int
}

// New begins a document on A4 whose bytes depend on what is drawn alone.
func New(about About) (*Document, error) {
	if about.Title == "" || about.Lang == "" || about.At.IsZero() {
		return nil, errors.New("begin a tagged document: it needs a title, a language and a time")
	}
	pdf := gofpdf.New("P", "pt", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // Finish compresses, with a compressor that is used again
	pdf.SetCreationDate(about.At.UTC())
	pdf.SetModificationDate(about.At.UTC())
	for _, property := range []struct {
		set  func(string, bool)
		text string
	}{{pdf.SetTitle, about.Title}, {pdf.SetAuthor, about.Author}, {pdf.SetSubject, about.Subject}, {pdf.SetCreator, about.Creator}, {pdf.SetProducer, producer}} {
		if property.text != "" {
			property.set(property.text, true)
		}
	}
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	_, height := pdf.GetPageSize()
	return &Document{pdf: pdf, about: about, tree: newTree(), height: height}, pdf.Error()
}

// producer is who writes the file, in its properties and in its metadata, which must agree.
const producer = "SEND Panel with gofpdf"

// Root is the document’s element, to which all others are added.
func (d *Document) Root() *Element { return d.tree.root }

// NewPage begins a page. The one before it is finished.
func (d *Document) NewPage() *Page {
	d.finishPage()
	d.pdf.AddPage()
	p := &Page{doc: d, number: len(d.pages) + 1, height: d.height, ops: buffers.Get().(*buffer)}
	p.ops.b = p.ops.b[:0]
	d.pages = append(d.pages, p)
	return p
}

func (d *Document) finishPage() {
	if n := len(d.pages); n > 0 {
		d.pages[n-1].finish()
	}
}

// Finish is the whole file. The document, its pages and its elements cannot be used any more after it.
func (d *Document) Finish() ([]byte, error) {
	if len(d.pages) == 0 {
		return nil, errors.New("finish a tagged document: it has no page")
	}
	d.finishPage()
	for _, p := range d.pages {
		if p.err != nil {
			return nil, fmt.Errorf("finish page %d: %w", p.number, p.err)
		}
	}
	if err := d.unmarked(d.tree.root); err != nil {
		return nil, err
	}
	r := &rewriter{doc: d, buffer: buffers.Get().(*buffer)}
	defer buffers.Put(r.buffer)
	r.b = r.b[:0]
	if err := d.pdf.Output(r); err != nil {
		return nil, fmt.Errorf("write the document: %w", err)
	}
	for _, p := range d.pages {
		p.leave()
	}
	d.tree.leave()
	d.tree = nil
	return bytes.Clone(r.b), nil
}

// unmarked looks for an element that nothing was drawn for: a reader would be told of something that is not there.
func (d *Document) unmarked(e *Element) error {
	if len(e.kids) == 0 && e.kind != "TD" && e.kind != "TH" {
		return fmt.Errorf("finish a tagged document: a %s has nothing in it", e.kind)
	}
	for _, k := range e.kids {
		switch {
		case k.content != nil && len(k.content.marks) == 0:
			return fmt.Errorf("finish a tagged document: the content of a %s was not drawn", e.kind)
		case k.element != nil:
			if err := d.unmarked(k.element); err != nil {
				return err
			}
		}
	}
	return nil
}
