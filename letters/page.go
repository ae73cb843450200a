package letters

// The page, in mm from its top left corner. The zones of page 1 are those of GOV.UK Notify for precompiled letters, which
// the windows of ordinary envelopes fit too; outside them nothing stands above bodyTop on page 1.
const (
	pageWidth, pageHeight = 210.0, 297.0
	mmPerPoint            = 25.4 / 72

	left, right = 24.6, 190.0 // of all text: it begins where the address begins
	bodyTop     = 97.0        // page 1; Notify: 95
	nextTop     = 22.0        // later pages
	footLine    = 281.0       // the base line of the foot of a page
	footSpace   = 6.0         // between text and foot

	logoRight            = 125.0 // Notify’s zone for the logo: x 15 to 125, y 5 to 30
	nameLine             = 17.0  // base line of the council’s name
	serviceLine          = 23.8
	barTop, barHeight    = 27.4, 1.8
	windowTop            = 39.5 // the address in the window: x 24.6 to 120, y 39.5 to 66.3
	windowWidth          = 95.4
	windowHeight         = 26.8
	senderLeft           = 128.0 // Notify’s zone for the sender: x 125 to 195, y 30 to 95
	senderTop, senderEnd = 31.0, 94.0
)

// leading is the height of a line by the size of its text: generous, for readers who lose the line.
const leading = 1.32

func lineHeight(size float64) float64 { return size * leading * mmPerPoint }

// scale is the sizes of a letter, in pt, and its spaces, in mm.
type scale struct {
	body, h1, h2, h3 float64
	gap              float64 // between paragraphs
	pad              float64 // above and below a row of a table
}

// scaleOf follows UKAAF’s clear print (14 pt; 12 at least) and large print (18 pt) standards. Page numbers and
// references are as large as the text.
func scaleOf(p Print) scale {
	if p == LargePrint {
		return scale{body: 18, h1: 24, h2: 21, h3: 18.5, gap: 3.6, pad: 1.8}
	}
	return scale{body: 14, h1: 20, h2: 16.5, h3: 14.5, gap: 2.8, pad: 1.5}
}

// colour is red, green and blue, each from 0 to 255.
type colour struct{ r, g, b int }

var (
	ink   = colour{24, 24, 27}
	faint = colour{196, 199, 204}
)

// op is one mark on a page, placed by its box until the box is placed on a page.
type op struct {
	kind   opKind
	x, y   float64 // of the base line’s start, or of the top left corner
	w, h   float64 // of a bar
	text   string
	bold   bool
	size   float64
	colour colour
}

type opKind int

const (
	opText opKind = iota
	opBar
)

// box is a piece of a page that is never cut: a line of text, or a line across the columns of a table.
type box struct {
	before float64 // space above it, left out at the top of a page
	height float64
	keep   bool // stays on one page with the next box
	ops    []op
	head   []box // the head of the table it belongs to, repeated where the table goes on over the page
}

// sheet is one laid-out page.
type sheet struct{ ops []op }

// paginate places the boxes on pages: a chain of boxes that keep together moves over as one, unless it is longer than a
// page.
func paginate(boxes []box, bottom float64) []sheet {
	sheets := []sheet{{}}
	y := bodyTop
	top := bodyTop
	newPage := func() {
		sheets = append(sheets, sheet{})
		y, top = nextTop, nextTop
	}
	put := func(b box) {
		s := &sheets[len(sheets)-1]
		if y > top {
			y += b.before
		}
		for _, o := range b.ops {
			o.y += y
			s.ops = append(s.ops, o)
		}
		y += b.height
	}
	for i := 0; i < len(boxes); {
		n := chain(boxes[i:])
		group := boxes[i : i+n]
		if y > top && y+heightOf(group, false) > bottom {
			newPage()
			for _, h := range group[0].head {
				put(h)
			}
		}
		for _, b := range group {
			if y > top && y+b.before+b.height > bottom {
				newPage()
			}
			put(b)
		}
		i += n
	}
	return sheets
}

// chain is how many boxes from the first keep together.
func chain(boxes []box) int {
	n := 1
	for n < len(boxes) && boxes[n-1].keep {
		n++
	}
	return n
}

func heightOf(boxes []box, atTop bool) float64 {
	var sum float64
	for i, b := range boxes {
		if i > 0 || !atTop {
			sum += b.before
		}
		sum += b.height
	}
	return sum
}
