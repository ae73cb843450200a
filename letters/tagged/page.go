package tagged

import (
	"errors"
	"fmt"
	"sync"
)

// Page is a page that is being drawn. All measures are in points, from the page’s upper left corner.
//
// Everything is drawn between Begin or Artifact and End: what stands outside would be neither read out nor passed over.
type Page struct {
	doc      *Document
	number   int
	height   float64
	ops      *buffer    // what stands after what gofpdf drew
	contents []*Content // by marked-content number
	state    state
	font     *TrueType // set in the page, with its size
	size     float64
	spacing  float64
	ink      Colour
	finished bool
	err      error
}

// state is what a page is in the middle of.
type state int

const (
	outside state = iota
	inContent
	inArtifact
)

// Colour is red, green and blue, each from 0 to 255.
type Colour struct{ R, G, B uint8 }

// Artifact is a kind of what is drawn but not read out.
type Artifact string

// The kinds of artifact: furniture of the page, and lines and shapes of the layout.
const (
	Header Artifact = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
	Footer Artifact = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
	Layout Artifact = "/Artifact<</Type/Layout>>BDC\n"
)

var (
	errNested  = errors.New("marked content begins inside other marked content")
	errOutside = errors.New("something is drawn outside marked content")
)

type buffer struct{ b []byte }

// buffers are used again from page to page.
var buffers = sync.Pool{New: func() any { return &buffer{b: make([]byte, 0, 16<<10)} }}

// Begin begins what is to be read out as the content.
func (p *Page) Begin(c *Content) { p.BeginSaying(c, "", "") }

// BeginSaying begins content whose glyphs stand for the actual text, in a language of its own. The content’s element is a
// Span.
func (p *Page) BeginSaying(c *Content, actual, lang string) {
	if p.state != outside {
		p.fail(errNested)
	}
	id := len(p.contents)
	p.contents = append(p.contents, c)
	c.marks = append(c.marks, mark{p.number, id})
	b := append(p.ops.b, '/')
	b = append(b, c.Owner.kind...)
	b = append(b, "<</MCID "...)
	b = appendInt(b, id)
	if actual != "" {
		b = appendSaid(b, actual, lang)
	}
	p.ops.b = append(b, ">>BDC\n"...)
	p.state = inContent
}

// appendSaid writes what content says, and in which language.
func appendSaid(b []byte, actual, lang string) []byte {
	if lang != "" {
		b = appendText(append(b, "/Lang"...), lang)
	}
	return appendUTF16(append(b, "/ActualText"...), actual)
}

// Artifact begins what is not to be read out.
func (p *Page) Artifact(a Artifact) {
	if p.state != outside {
		p.fail(errNested)
	}
	p.ops.b = append(p.ops.b, a...)
	p.state = inArtifact
}

// End ends what Begin or Artifact began.
func (p *Page) End() {
	if p.state == outside {
		p.fail(errOutside)
	}
	p.ops.b = append(p.ops.b, "EMC\n"...)
	p.state = outside
}

// Link says that a part of the page leads somewhere. The element is a Link, and says describes the way to those who do
// not see it.
func (p *Page) Link(e *Element, x, y, w, h float64, uri, says string) {
	l := &link{page: p.number, box: [4]float64{x, p.height - y - h, x + w, p.height - y}, uri: uri, says: says, owner: e}
	e.kids = append(e.kids, kid{link: l})
	p.doc.links = append(p.doc.links, l)
}

func (p *Page) drawing() {
	if p.state == outside {
		p.fail(errOutside)
	}
}

func (p *Page) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// flush hands what has been drawn to gofpdf, before gofpdf draws something itself.
func (p *Page) flush() {
	if len(p.ops.b) > 0 {
		p.doc.pdf.RawWriteStr(string(p.ops.b))
		p.ops.b = p.ops.b[:0]
	}
}

func (p *Page) finish() {
	if p.finished {
		return
	}
	if p.state != outside {
		p.fail(fmt.Errorf("marked content is not ended: %w", errNested))
	}
	p.finished = true
}

// leave gives the page’s memory back.
func (p *Page) leave() {
	buffers.Put(p.ops)
	p.ops = nil
}

// Span begins, inside content of an element that is no Span itself, glyphs that stand for the actual text in a language of
// its own; EndSpan ends it.
func (p *Page) Span(actual, lang string) {
	p.drawing()
	p.ops.b = append(appendSaid(append(p.ops.b, "/Span<<"...), actual, lang), ">>BDC\n"...)
}

// EndSpan ends what Span began.
func (p *Page) EndSpan() { p.ops.b = append(p.ops.b, "EMC\n"...) }
