package letters

import (
	"math"
	"strings"
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

// council sets the council’s name as large as its zone allows, over a bar in its colour.
func (s *layout) council(h Letterhead) ([]op, error) {
	wide := logoRight - left
	size := 22.0
	for s.faces.width(h.Council, true, size) > wide {
		if size -= 0.5; size < 12 {
			return nil, errTooLong("the council’s name")
		}
	}
	ops := []op{
		{kind: opText, x: left, y: nameLine, text: h.Council, bold: true, size: size, colour: s.accent},
		{kind: opBar, x: left, y: barTop, w: wide, h: barHeight, colour: s.accent},
	}
	if s.faces.width(h.Service, false, 14) > wide {
		return nil, errTooLong("the name of the service")
	}
	return append(ops, op{kind: opText, x: left, y: serviceLine, text: h.Service, size: 14, colour: ink}), nil
}

// window sets the address as large as the window of the envelope allows, up to 12 pt.
func (s *layout) window(address []string) ([]op, error) {
	for size := 12.0; size >= 8; size -= 0.5 {
		if ops, ok := s.stack(asProse(address), left, windowTop, size, windowWidth, windowHeight); ok {
			return ops, nil
		}
	}
	return nil, errTooLong("the address")
}

// sender sets the council’s address, how to reach it, the date and the reference: level with the address
// where there is room. In large print the date and the reference stand in the text instead, as large as it.
func (s *layout) sender(l Letter) ([]op, error) {
	lines := append(asProse(l.Head.Address), nil)
	for _, reach := range []string{l.Head.Phone, l.Head.Email} {
		if reach != "" {
			lines = append(lines, plain(reach))
		}
	}
	if l.Print != LargePrint {
		lines = append(lines, nil, Prose{{Text: long(l.Dated), Bold: true}}, plain("Our reference:"), plain(string(l.Ref)))
	}
	for size := s.scale.body - 2; size >= 9; size -= 0.5 {
		for _, top := range []float64{windowTop, senderTop} {
			if ops, ok := s.stack(lines, senderLeft, top, size, right-senderLeft, senderEnd-top); ok {
				return ops, nil
			}
		}
	}
	return nil, errTooLong("the council’s own address")
}

func asProse(lines []string) []Prose {
	all := make([]Prose, 0, len(lines))
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			all = append(all, plain(l))
		}
	}
	return all
}

// stack sets lines one under the other in a space, and reports whether they fit it unbroken. No line at all is half a
// line of space.
func (s *layout) stack(lines []Prose, x, y, size, width, height float64) ([]op, bool) {
	const tight = 1.25 * mmPerPoint
	var ops []op
	top := y
	for _, p := range lines {
		if p == nil {
			y += 0.5 * size * tight
			continue
		}
		set := s.faces.wrap(p, size, width)
		if len(set) != 1 {
			return nil, false
		}
		for _, sp := range set[0] {
			ops = append(ops, op{kind: opText, x: x + sp.x, y: y + 0.78*size*tight, text: sp.text, bold: sp.bold, size: size, colour: ink})
		}
		y += size * tight
	}
	return ops, y <= top+height
}

// onWhite is the contrast of a colour on white (WCAG 2.2, relative luminance).
func onWhite(c colour) float64 {
	part := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b) + 0.05)
}
