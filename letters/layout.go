package letters

import (
	"fmt"
	"strconv"
	"strings"
)

// layout is the first of two passes: it sets every block, so that the second knows how many pages there are.
type layout struct {
	faces  faces
	scale  scale
	accent colour // of headings and bars
	boxes  []box
}

// layOut places a letter on pages. The error names what does not fit where it must stand.
func layOut(l Letter) ([]sheet, error) {
	s := &layout{faces: embeddedFaces(), scale: scaleOf(l.Print), accent: accentOf(l.Head.Colour)}
	if l.Sample != "" {
		s.notice(l.Sample)
	}
	if l.Print == LargePrint {
		s.paragraph(Prose{{Text: long(l.Dated), Bold: true}}, false)
		s.paragraph(plain("Our reference: "+string(l.Ref)), false)
		s.space(s.scale.gap)
	}
	for i, b := range l.Blocks {
		s.keepSignature(l.Blocks, i)
		s.block(b)
	}
	sheets := paginate(s.boxes, footLine-lineHeight(s.scale.body)-footSpace+2)
	head, err := s.head(l)
	if err != nil {
		return nil, err
	}
	sheets[0].ops = append(head, sheets[0].ops...)
	for i := range sheets {
		sheets[i].ops = append(sheets[i].ops, s.foot(l, i+1, len(sheets))...)
	}
	return sheets, nil
}

// keepSignature keeps the paragraph before a signature with it: a name never stands alone on a page.
func (s *layout) keepSignature(blocks []Block, i int) {
	if _, ok := blocks[i].(Signature); !ok || len(s.boxes) == 0 {
		return
	}
	s.boxes[len(s.boxes)-1].keep = true
}

func (s *layout) block(b Block) {
	switch b := b.(type) {
	case Heading:
		s.heading(b)
	case Paragraph:
		s.paragraph(b.Text, b.Leads)
	case List:
		s.list(b)
	case FactTable:
		s.facts(b)
	case EvidenceList:
		s.evidence(b)
	case Steps:
		s.steps(b)
	case Contact:
		s.contact(b)
	case Signature:
		s.signature(b)
	}
}

// text makes boxes of lines at a distance from the left. Two lines at the least stay together at either end.
func (s *layout) text(p Prose, size, indent, before float64, c colour) []box {
	lines := s.faces.wrap(p, size, right-left-indent)
	boxes := make([]box, len(lines))
	for i, l := range lines {
		boxes[i] = box{height: lineHeight(size), ops: s.spans(l, size, left+indent, c), keep: len(lines) > 1 && (i == 0 || i == len(lines)-2)}
	}
	if len(boxes) > 0 {
		boxes[0].before = before
	}
	return boxes
}

// spans draws a line with its base line at three quarters of its height.
func (s *layout) spans(l line, size, x float64, c colour) []op {
	ops := make([]op, len(l))
	for i, sp := range l {
		ops[i] = op{kind: opText, x: x + sp.x, y: 0.74 * lineHeight(size), text: sp.text, bold: sp.bold, size: size, colour: c}
	}
	return ops
}

func keepAll(boxes []box) []box {
	for i := range boxes {
		boxes[i].keep = true
	}
	return boxes
}

func (s *layout) heading(h Heading) {
	size, before, c := s.scale.h3, 2*s.scale.gap, ink
	switch h.Level {
	case 1:
		size, before, c = s.scale.h1, s.scale.gap, s.accent
	case 2:
		size, before, c = s.scale.h2, 2.7*s.scale.gap, s.accent
	}
	boxes := keepAll(s.text(Prose{{Text: h.Text, Bold: true}}, size, 0, before, c))
	if n := len(boxes); n > 0 && h.Level == 1 {
		boxes[n-1].height += s.scale.gap
	}
	s.boxes = append(s.boxes, boxes...)
}

func (s *layout) paragraph(p Prose, leads bool) {
	boxes := s.text(p, s.scale.body, 0, s.scale.gap, ink)
	if leads {
		keepAll(boxes)
	}
	s.boxes = append(s.boxes, boxes...)
}

func (s *layout) list(l List) {
	const indent = 6.0
	for _, item := range l.Items {
		boxes := s.text(item.Text, s.scale.body, indent, 0.6*s.scale.gap, ink)
		if len(boxes) > 0 {
			boxes[0].ops = append(s.spans(line{{text: "•"}}, s.scale.body, left+1, s.accent), boxes[0].ops...)
		}
		s.boxes = append(s.boxes, boxes...)
	}
}

// contact stands between two spaces beside a thin bar in the council’s colour, and is not parted.
func (s *layout) contact(c Contact) {
	const indent = 6.0
	boxes := s.text(Prose{{Text: c.Name, Bold: true}}, s.scale.body, indent, 1.2*s.scale.gap, ink)
	for _, way := range c.Ways {
		boxes = append(boxes, s.text(Prose{{Text: way.Label + ": "}, {Text: way.Value}}, s.scale.body, indent, 0, ink)...)
	}
	for i := range boxes {
		boxes[i].keep = i < len(boxes)-1
		boxes[i].ops = append(boxes[i].ops, op{kind: opBar, x: left + 1, y: 0, w: 0.9, h: boxes[i].height, colour: s.accent})
	}
	s.boxes = append(s.boxes, boxes...)
	s.space(0.6 * s.scale.gap)
}

func (s *layout) signature(g Signature) {
	boxes := s.text(plain(g.Close), s.scale.body, 0, 3*s.scale.gap, ink)
	name := s.text(Prose{{Text: g.Name, Bold: true}}, s.scale.body, 0, 3*s.scale.gap, ink)
	boxes = append(boxes, name...)
	for _, l := range g.Lines {
		boxes = append(boxes, s.text(plain(l), s.scale.body, 0, 0, ink)...)
	}
	for i := range boxes {
		boxes[i].keep = i < len(boxes)-1
	}
	s.boxes = append(s.boxes, boxes...)
}

// space adds height under the last box.
func (s *layout) space(mm float64) {
	if n := len(s.boxes); n > 0 {
		s.boxes[n-1].height += mm
	}
}

// notice is the mark of a sample above everything else.
func (s *layout) notice(text string) {
	boxes := keepAll(s.text(Prose{{Text: text, Bold: true}}, s.scale.body, 0, 0, ink))
	s.boxes = append(s.boxes, boxes...)
	s.space(s.scale.gap)
}

// foot is the reference, the sample mark and the number of the page, as large as the text.
func (s *layout) foot(l Letter, page, pages int) []op {
	at := func(x float64, text string, bold bool) op {
		return op{kind: opText, x: x, y: footLine, text: text, bold: bold, size: s.scale.body, colour: ink}
	}
	number := "Page " + strconv.Itoa(page) + " of " + strconv.Itoa(pages)
	ops := []op{
		at(left, string(l.Ref), false),
		at(right-s.faces.width(number, false, s.scale.body), number, false),
	}
	if l.Sample != "" {
		const mark = "SAMPLE"
		ops = append(ops, at((left+right-s.faces.width(mark, true, s.scale.body))/2, mark, true))
	}
	return ops
}

// accentOf reads the council’s colour. One too light to read on white is not used for words.
func accentOf(hex string) colour {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		return ink
	}
	c := colour{int(n >> 16 & 0xFF), int(n >> 8 & 0xFF), int(n & 0xFF)}
	if onWhite(c) < 7 {
		return ink
	}
	return c
}

func errTooLong(what string) error {
	return fmt.Errorf("lay out the letter: %s does not fit its place on the page; shorten it in the case or in the council’s settings", what)
}
