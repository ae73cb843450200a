package letters

import "sendpanel/letters/tagged"

// The page, in mm from its top left corner. The zones of page 1 are those of GOV.UK Notify for precompiled letters, which
// the windows of ordinary envelopes fit too; outside them nothing stands above bodyTop on page 1.
const (
	pageWidth, pageHeight = 210.0, 297.0
	mmPerPoint            = 25.4 / 72

	left, right = 24.6, 190.0 // of all text: it begins where the address begins
	bodyTop     = 97.0        // page 1; Notify: 95
	nextTop     = 18.0        // later pages
	footLine    = 283.0       // the base line of the foot of a page
	footSpace   = 4.5         // between text and foot

	logoRight            = 125.0 // Notify’s zone for the logo: x 15 to 125, y 5 to 30
	logoTop, logoBottom  = 9.0, 29.4
	nameLine             = 17.0 // base line of the council’s name
	serviceLine          = 23.8
	barTop, barHeight    = 27.4, 1.8
	windowTop            = 39.5 // the address in the window: x 24.6 to 120, y 39.5 to 66.3
	windowWidth          = 95.4
	windowHeight         = 26.8
	senderLeft           = 128.0 // Notify’s zone for the sender: x 125 to 195, y 30 to 95
	senderTop, senderEnd = 31.0, 94.0
)

// tall is a distance down the page in mm: with the letter’s usual spaces, and with the closer ones that may save a page. A
// letter is set once and can be placed on pages either way.
type tall [2]float64

// ways to space a letter.
type spacing int

const (
	usual spacing = iota
	closer
)

func (t tall) plus(other tall) tall { return tall{t[usual] + other[usual], t[closer] + other[closer]} }

func (t tall) most(other tall) tall {
	return tall{max(t[usual], other[usual]), max(t[closer], other[closer])}
}

func (t tall) times(n float64) tall { return tall{n * t[usual], n * t[closer]} }

// op is one mark on a page, placed by its box until the box is placed on a page.
type op struct {
	x, y     float64 // of the base line’s start, or of the top left corner
	in       tall    // from the top of its box
	w, h     float64 // no height: that of its box
	size     float64 // of a text in pt; of a shape, mm to one unit of its own
	text     string
	lang     string          // of the text, where it is not English
	content  *tagged.Content // what it is read out as; nil for what is not read out
	link     *linkTo         // where it leads
	path     string          // of a shape
	kind     opKind
	colour   colour
	bold     bool
	standing bool // words that stand in many letters
	repeats  bool // the head of a table, again on a later page
}

type opKind uint8

const (
	opText opKind = iota
	opBar
	opShape
)

// box is a piece of a page that is never cut: a line of text, or a line across the columns of a table.
type box struct {
	before tall // space above it, left out at the top of a page
	height tall
	keep   bool // stays on one page with the next box
	front  bool // begins a sheet: the front of it, where letters are printed on both sides
	over   bool // begins a page
	ruled  bool // a line to write on, as high as the page has room for
	ops    []op
	head   []box // the head of the table it belongs to, repeated where the table goes on over the page
}

// sheet is one laid-out page.
type sheet struct {
	ops  []op
	ends bool // what follows is a sheet of its own
}

// sheet has place for as many marks as most pages have.
func (r *room) sheet() sheet { return sheet{ops: r.marks.take(96)[:0]} }

// pager places boxes on pages.
type pager struct {
	sheets []sheet
	top, y float64
	bottom float64
	room   *room
	how    spacing
}

// paginate places the boxes: a chain of boxes that keep together moves over as one, unless it is longer than a page.
func paginate(boxes []box, bottom float64, how spacing, in *room) []sheet {
	p := pager{sheets: []sheet{in.sheet()}, top: bodyTop, y: bodyTop, bottom: bottom, room: in, how: how}
	for i := 0; i < len(boxes); {
		n := chain(boxes[i:])
		p.place(boxes[i : i+n])
		i += n
	}
	return p.sheets
}

func (p *pager) place(group []box) {
	switch {
	case group[0].front:
		p.turnToFront()
	case group[0].over && p.y > p.top:
		p.turn(nil)
	case p.y > p.top && p.y+heightOf(group)[p.how] > p.bottom:
		p.turn(group[0].head)
	}
	for _, b := range group {
		if p.y > p.top && p.y+b.before[p.how]+b.height[p.how] > p.bottom {
			p.turn(nil)
		}
		p.put(b, false)
	}
}

// turnToFront begins a sheet. The back of the one before it stays empty where nothing stands on it.
func (p *pager) turnToFront() {
	p.sheets[len(p.sheets)-1].ends = true
	for p.turn(nil); len(p.sheets)%2 == 0; {
		p.turn(nil)
	}
}

// turn begins a page, under the head of the table that goes on there.
func (p *pager) turn(head []box) {
	p.sheets = append(p.sheets, p.room.sheet())
	p.top, p.y = nextTop, nextTop
	for _, h := range head {
		p.put(h, true)
	}
}

func (p *pager) put(b box, again bool) {
	s := &p.sheets[len(p.sheets)-1]
	if p.y > p.top {
		p.y += b.before[p.how]
	}
	for _, o := range b.ops {
		o.y = p.y + o.in[p.how]
		if o.kind == opBar && o.h == 0 {
			o.h = b.height[p.how]
		}
		if again {
			o.content, o.repeats = nil, true
		}
		s.ops = append(s.ops, o)
	}
	p.y += b.height[p.how]
}

// chain is how many boxes from the first keep together.
func chain(boxes []box) int {
	n := 1
	for n < len(boxes) && boxes[n-1].keep {
		n++
	}
	return n
}

func heightOf(boxes []box) (sum tall) {
	for _, b := range boxes {
		sum = sum.plus(b.before).plus(b.height)
	}
	return sum
}
