package letters

import (
	"cmp"
	"fmt"
	"slices"

	"sendpanel/letters/face"
	"sendpanel/letters/script"
	"sendpanel/letters/tagged"
)

// Render draws the letter as a tagged PDF, A4, that keeps PDF/UA-1 and PDF/A-2a. Equal letters give equal bytes.
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
	in := rooms.Get().(*room)
	doc, sheets, err := prepare(l, in)
	if err != nil {
		return nil, err
	}
	p := painter{doc: doc, setter: face.Setter{Typeface: typefaceOf(l.Print)}, spacing: scaleOf(l.Print).spacing, naskh: scaleOf(l.Print).naskh, added: map[*face.Font]bool{}, names: map[*script.Font]naming{}, phrases: map[phraseKey]*phrase{}}
	for _, s := range sheets {
		p.sheet(s)
	}
	if pdf, err = doc.Finish(); err != nil {
		return nil, fmt.Errorf("render the letter %s: %w", l.Key, err)
	}
	in.leave()
	return pdf, nil
}

// prepare cleans a letter and lays it out in a new document.
func prepare(l Letter, in *room) (*tagged.Document, []sheet, error) {
	if gaps := l.tidy(shows(l.Print)); len(gaps) > 0 {
		return nil, nil, fmt.Errorf("render: %w", &Withheld{Letter: l.Key, Gaps: gaps})
	}
	if l.Dated.IsZero() {
		return nil, nil, fmt.Errorf("render the letter %s: it has no date", l.Key)
	}
	doc, sheets, err := setIn(l, scaleOf(l.Print), in)
	if err != nil {
		return nil, nil, fmt.Errorf("render the letter %s: %w", l.Key, err)
	}
	return doc, sheets, nil
}

// setIn lays a letter out on a scale.
func setIn(l Letter, s scale, in *room) (*tagged.Document, []sheet, error) {
	doc, err := tagged.New(tagged.About{
		Title: l.Title, Author: l.Head.Council, Creator: "SEND Panel", Lang: "en-GB", At: l.Dated.At(12, 0),
	})
	if err != nil {
		return nil, nil, err
	}
	sheets, err := layOut(l, s, doc.Root(), in)
	return doc, sheets, err
}

// lonely reports whether the last page, or the last before a sheet of its own, holds so little that closer lines may do
// without it.
func lonely(sheets []sheet) bool {
	const little = 70.0 // mm from the upper edge
	for i, s := range sheets {
		last := i == len(sheets)-1 || s.ends
		if i > 0 && last && !slices.ContainsFunc(s.ops, func(o op) bool { return o.content != nil && o.y > little }) {
			return true
		}
	}
	return false
}

func typefaceOf(p Print) *face.Typeface { return scaleOf(p).typeface }

// painter is the second pass: it draws what the first has placed.
type painter struct {
	doc     *tagged.Document
	setter  face.Setter
	spacing float64
	naskh   bool
	added   map[*face.Font]bool
	names   map[*script.Font]naming
	phrases map[phraseKey]*phrase // of this letter alone
	places  []place
	ops     []op // of a group
}

// sheet draws a page: first what is only layout, then the content in the order in which it is read, then the furniture.
func (p *painter) sheet(s sheet) {
	page := p.doc.NewPage()
	p.places = p.places[:0]
	for i := range s.ops {
		p.places = append(p.places, place{rank(&s.ops[i]), i})
	}
	slices.SortFunc(p.places, place.compare)
	for rest := p.places; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].rank == rest[0].rank {
			n++
		}
		p.ops = p.ops[:0]
		for _, at := range rest[:n] {
			p.ops = append(p.ops, s.ops[at.op])
		}
		p.group(page, p.ops)
		rest = rest[n:]
	}
}

// place is where a mark of a page stands in the order in which the page is drawn.
type place struct{ rank, op int }

func (a place) compare(b place) int { return cmp.Or(a.rank-b.rank, a.op-b.op) }

const (
	rankLayout    = -1
	rankFurniture = 1 << 30
)

// rank is an op’s place in the order of a page.
func rank(o *op) int {
	switch {
	case o.content != nil:
		return o.content.Order
	case o.kind == opText:
		return rankFurniture
	}
	return rankLayout
}

// group draws what is read out, or passed over, as one.
func (p *painter) group(page *tagged.Page, ops []op) {
	if ops[0].content != nil {
		p.content(page, ops)
		return
	}
	switch first := ops[0]; {
	case first.kind != opText:
		page.Artifact(tagged.Layout)
	case first.repeats:
		page.Artifact(tagged.Header)
	default:
		page.Artifact(tagged.Footer)
	}
	for i := range ops {
		p.draw(page, &ops[i])
	}
	page.End()
}

// content draws what is read out. Words that are shaped begin and end what is read out themselves, with what they say.
func (p *painter) content(page *tagged.Page, ops []op) {
	begun := false
	for i := range ops {
		o := &ops[i]
		shaped := p.isShaped(o)
		if begun == shaped {
			if begun = !begun; begun {
				page.Begin(o.content)
			} else {
				page.End()
			}
		}
		p.draw(page, o)
	}
	if begun {
		page.End()
	}
	for _, o := range ops {
		if o.link != nil {
			page.Link(o.link.element, points(o.x), points(o.y)-0.8*o.size, points(o.w), o.size, o.link.uri, o.link.says)
		}
	}
}

func (p *painter) draw(page *tagged.Page, o *op) {
	switch o.kind {
	case opText:
		p.text(page, o)
	case opBar:
		page.Fill(points(o.x), points(o.y), points(o.w), points(o.h), o.colour)
	case opShape:
		page.Shape(points(o.x), points(o.y), points(o.size), o.path, o.colour)
	}
}

func (p *painter) text(page *tagged.Page, o *op) {
	if p.isShaped(o) {
		p.shaped(page, o)
		return
	}
	x := points(o.x)
	for _, run := range p.setter.Runs(o.text, o.bold) {
		if !p.added[run.Font] {
			p.added[run.Font] = true
			run.Font.AddTo(p.doc)
		}
		spacing := p.spacing * o.size
		page.Text(run.Font.Face(), o.size, spacing, x, points(o.y), run.Codes, o.colour)
		x += run.Ems*o.size + float64(run.Characters)*spacing
	}
}
