package letters

import (
	"fmt"
	"strings"

	"sendpanel/letters/script"
	"sendpanel/letters/vector"
)

// head is what stands above the text of page 1: the council, the address in the window, and the sender with the date.
func (s *layout) head(l Letter) ([]op, error) {
	name, err := s.council(l.Head)
	if err != nil {
		return nil, err
	}
	window, err := s.window(l.To)
	if err != nil {
		return nil, err
	}
	sender, err := s.sender(l)
	if err != nil {
		return nil, err
	}
	return append(append(name, window...), sender...), nil
}

// council sets the council’s logo, if it has one, or else its name as large as its zone allows over a bar in its colour.
func (s *layout) council(h Letterhead) ([]op, error) {
	wide := logoRight - left
	at := left
	var ops []op
	if h.Logo != nil {
		logo, width, err := s.logo(*h.Logo)
		if err != nil {
			return nil, err
		}
		ops, at = logo, left+width+5
	}
	size := 22.0
	for s.scale.width(h.Council, true, size) > left+wide-at {
		if size -= 0.5; size < 12 {
			return nil, errTooLong("the council’s name")
		}
	}
	if s.scale.width(h.Service, false, 14) > left+wide-at {
		return nil, errTooLong("the name of the service")
	}
	ops = append(ops, s.oneLine(h.Council, true, size, at, nameLine, s.accent), s.oneLine(h.Service, false, 14, at, serviceLine, ink))
	if h.Logo == nil {
		ops = append(ops, op{kind: opBar, x: left, y: barTop, w: wide, h: barHeight, colour: s.accent})
	}
	return ops, nil
}

// logo fits the council’s mark between the upper edge and the window.
func (s *layout) logo(g Logo) (ops []op, width float64, err error) {
	const most = 45.0 // mm, so that the name has room beside it
	unit := min((logoBottom-logoTop)/g.Height, most/g.Width)
	width = unit * g.Width
	figure := s.root.Add("Figure").Alt(g.Alt).Box(points(left), points(pageHeight-logoTop-unit*g.Height), points(left+width), points(pageHeight-logoTop))
	content := figure.Content()
	for _, shape := range g.Shapes {
		path, err := outline(shape.Path)
		if err != nil {
			return nil, 0, fmt.Errorf("lay out the letter: %w", err)
		}
		c, ok := readColour(shape.Colour)
		switch {
		case ok && s.scale.inked && onWhite(c) < 3: // light shapes are left in the paper’s own colour
			c = colour{R: 255, G: 255, B: 255}
		case !ok || s.scale.inked:
			c = ink
		}
		ops = append(ops, op{kind: opShape, x: left, y: logoTop, w: width, h: unit * g.Height, size: unit, path: path, colour: c, content: content})
	}
	return ops, width, nil
}

// outlines keep the logos’ shapes as a page takes them.
var outlines remembered[string, string]

// outline reads a shape’s path once for all letters.
func outline(svg string) (string, error) {
	var failed error
	path := outlines.get(svg, func() string {
		path, err := vector.Path(svg)
		failed = err
		return string(path)
	})
	if path == "" && failed == nil { // it failed before
		_, failed = vector.Path(svg)
	}
	return path, failed
}

// oneLine is a paragraph of one line at a base line.
func (s *layout) oneLine(text string, bold bool, size, x, y float64, c colour) op {
	return op{kind: opText, x: x, y: y, w: s.scale.width(text, bold, size), text: text, bold: bold, size: size, colour: c, content: s.root.Add("P").Content()}
}

// window sets the address as large as the window of the envelope allows, up to 12 pt.
func (s *layout) window(address []string) ([]op, error) {
	lines := asProse(address)
	for size := 12.0; size >= 8; size -= 0.5 {
		if s.fits(lines, size, windowWidth, windowHeight) {
			return s.stack(lines, left, windowTop, size), nil
		}
	}
	return nil, errTooLong("the address")
}

// datedInHead reports whether the date and the reference stand beside the address. Where letters are larger or wider,
// they stand in the text instead, as large as it.
func (s *layout) datedInHead(p Print) bool { return p != LargePrint && p != EasierToRead }

// sender sets the council’s address, how to reach it, the date and the reference: level with the address
// where there is room.
func (s *layout) sender(l Letter) ([]op, error) {
	lines := append(asProse(l.Head.Address), nil)
	for _, reach := range []string{l.Head.Phone, l.Head.Email} {
		if reach != "" {
			lines = append(lines, plain(reach))
		}
	}
	if s.datedInHead(l.Print) {
		lines = append(lines, nil, Prose{{Text: long(l.Dated), Bold: true}}, plain("Our reference:"), plain(string(l.Ref)))
	}
	for size := s.scale.body - 2; size >= 9; size -= 0.5 {
		for _, top := range []float64{windowTop, senderTop} {
			if s.fits(lines, size, right-senderLeft, senderEnd-top) {
				return s.stack(lines, senderLeft, top, size), nil
			}
		}
	}
	return nil, errTooLong("the council’s own address")
}

func asProse(lines []string) []Prose {
	all := make([]Prose, 0, len(lines)+8)
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			all = append(all, plain(l))
		}
	}
	return all
}

// tight is the height of a line of a stack by its size.
const tight = 1.25 * mmPerPoint

// fits reports whether lines one under the other fit a space unbroken. No line at all is half a line of space.
func (s *layout) fits(lines []Prose, size, width, height float64) bool {
	var tall float64
	for _, p := range lines {
		tall += size * tight
		if p == nil {
			tall -= 0.5 * size * tight
			continue
		}
		if s.scale.width(p[0].Text, p[0].Bold, size) > width {
			return false
		}
		above, below := s.stacked(p[0].Text, p[0].Bold, size)
		tall += above + below
	}
	return tall <= height
}

// stack sets lines one under the other as one paragraph.
func (s *layout) stack(lines []Prose, x, y, size float64) []op {
	const oneLine = 1000.0
	var ops []op
	e := s.root.Add("P")
	for _, p := range lines {
		if p == nil {
			y += 0.5 * size * tight
			continue
		}
		parts := stretches(p)
		tag(e, parts)
		above, below := s.stacked(p[0].Text, p[0].Bold, size)
		y += above
		for _, l := range s.wrapper.wrap(parts, size, oneLine) {
			l[len(l)-1].spaced = true
			from := len(ops)
			ops = s.spans(ops, l, parts, size, x, ink)
			for i := range ops[from:] {
				ops[from+i].y = y + 0.78*size*tight
			}
		}
		y += size*tight + below
	}
	return ops
}

// stacked is how much more than others a line of a stack takes, in mm, above and below.
func (s *layout) stacked(text string, bold bool, size float64) (above, below float64) {
	if !script.Needs(text) {
		return 0, 0
	}
	room, line := s.scale.shapedSize(text, script.LanguageOf(text), bold), tight/mmPerPoint
	return max(0, room.Up-0.78*line) * size * mmPerPoint, max(0, room.Down-0.22*line) * size * mmPerPoint
}

func points(mm float64) float64 { return mm / mmPerPoint }
