package rail

// gap is the clear space, in pixels, kept between two labels of a row and between a line and a label.
const gap = 10

// most is how many placings a search tries before it gives up.
const most = 20000

// anchor says which end of a label stands at its mark.
type anchor string

const (
	middle anchor = "middle"
	from   anchor = "start"
	to     anchor = "end"
)

// label is one label of a wide rail: its mark's place and the width of its words, in pixels of the narrowest rail.
type label struct {
	at, width float64
	row       int // 0 is nearest to the rail
	anchor    anchor
}

// box is the stretch that the label covers.
func (l label) box() (left, right float64) {
	switch l.anchor {
	case from:
		return l.at, l.at + l.width
	case to:
		return l.at - l.width, l.at
	}
	return l.at - l.width/2, l.at + l.width/2
}

// clear reports whether two labels stand clear of each other, and of each other's lines.
func (l label) clear(o label) bool {
	left, right := l.box()
	oLeft, oRight := o.box()
	switch {
	case l.row == o.row:
		return right+gap <= oLeft || oRight+gap <= left
	case l.row > o.row: // l's line runs past o's row
		return l.at+gap/2 <= oLeft || oRight+gap/2 <= l.at
	}
	return o.at+gap/2 <= left || right+gap/2 <= o.at
}

// place finds a row and an anchor for each label, in as few rows as will do, at most maxRows; ok is false when none is
// found. Labels keep the order they came in.
func place(labels []label, width float64, maxRows int) (placed []label, rows int, ok bool) {
	if len(labels) == 0 {
		return nil, 0, true
	}
	for rows = 1; rows <= maxRows; rows++ {
		s := search{width: width, rows: rows, left: most}
		if out, found := s.next(nil, labels); found {
			return out, rows, true
		}
	}
	return nil, 0, false
}

type search struct {
	width float64
	rows  int
	left  int
}

func (s *search) next(done, rest []label) ([]label, bool) {
	if len(rest) == 0 {
		return done, true
	}
	for row := range s.rows {
		for _, a := range []anchor{middle, from, to} {
			if s.left--; s.left < 0 {
				return nil, false
			}
			l := rest[0]
			l.row, l.anchor = row, a
			if !s.fits(l, done) {
				continue
			}
			if out, ok := s.next(append(done[:len(done):len(done)], l), rest[1:]); ok {
				return out, true
			}
		}
	}
	return nil, false
}

func (s *search) fits(l label, done []label) bool {
	left, right := l.box()
	if left < 0 || right > s.width {
		return false
	}
	for _, d := range done {
		if !l.clear(d) {
			return false
		}
	}
	return true
}

// textWidth is a bound, in pixels, of the width of words at 16 px bold in Atkinson Hyperlegible Next.
func textWidth(s string) float64 {
	var w float64
	for _, r := range s {
		switch {
		case r == ' ' || r == ',' || r == '.' || r == 'i' || r == 'l' || r == 'j' || r == '’':
			w += 5.4
		case r == 'm' || r == 'w' || r == 'M' || r == 'W':
			w += 15
		case r >= 'A' && r <= 'Z':
			w += 12
		default:
			w += 9.9
		}
	}
	return w
}
