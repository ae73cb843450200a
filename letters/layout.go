package letters

import (
	"fmt"
	"strconv"

	"sendpanel/letters/tagged"
)

// layout is the first of two passes: it sets every block and gives it its place in the structure tree, so that the second
// knows how many pages there are.
type layout struct {
	scale   scale
	accent  colour // of headings and bars
	rule    colour // of thin lines
	root    *tagged.Element
	boxes   []box
	room    *room
	wrapper wrapper
}

// layOut places a letter on pages by a scale, and its structure under the root. The error names what does not fit where it must
// stand.
func layOut(l Letter, on scale, root *tagged.Element, in *room) ([]sheet, error) {
	s := &layout{scale: on, accent: accentOf(l.Head.Colour), rule: faint, root: root, boxes: in.boxes[:0], room: in, wrapper: wrapper{scale: on, room: in}}
	defer func() { in.boxes = s.boxes }()
	if s.scale.inked {
		s.accent, s.rule = ink, ink
	}
	head, err := s.head(l)
	if err != nil {
		return nil, err
	}
	if l.Sample != "" {
		s.notice(l.Sample)
	}
	if !s.datedInHead(l.Print) {
		s.paragraph(Prose{{Text: long(l.Dated), Bold: true}}, false)
		s.paragraph(plain("Our reference: "+string(l.Ref)), false)
		s.space(s.scale.gap)
	}
	section := 0
	for _, b := range l.Blocks {
		switch b.(type) {
		case Heading:
			section = len(s.boxes)
		case Signature:
			s.keepSignature(section)
		}
		s.block(b)
	}
	sheets := s.pages()
	sheets[0].ops = append(head, sheets[0].ops...)
	for i := range sheets {
		sheets[i].ops = append(sheets[i].ops, s.foot(l, i+1, len(sheets))...)
	}
	return sheets, nil
}

// pages places what is set on pages. A last page that holds little is done without where closer lines make that possible.
func (s *layout) pages() []sheet {
	bottom := footLine - footSpace - s.scale.body*mmPerPoint
	s.fitLines(bottom - nextTop - 1)
	sheets := paginate(s.boxes, bottom, usual, s.room)
	if lonely(sheets) {
		if fewer := paginate(s.boxes, bottom, closer, s.room); len(fewer) < len(sheets) {
			return fewer
		}
	}
	return sheets
}

// keepSignature keeps the paragraph before a signature with it, and the whole section where that is short: a name never
// stands alone on a page, nor under one sentence where more can go along.
func (s *layout) keepSignature(section int) {
	const (
		most  = 8    // lines of a paragraph that move with it
		short = 60.0 // mm of a section that moves as a whole
	)
	if heightOf(s.boxes[section:])[usual] <= short {
		keepAll(s.boxes[section:])
		return
	}
	for k := len(s.boxes) - 1; k >= 0 && len(s.boxes)-k <= most; k-- {
		s.boxes[k].keep = true
		if s.boxes[k].before[usual] > 0 {
			break
		}
	}
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
	case Answer:
		s.answer(b)
	case Contact:
		s.contact(b)
	case Signature:
		s.signature(b)
	}
}

// look is how a text is set.
type look struct {
	size, indent float64
	before       tall
	colour       colour
}

func (s *layout) plainLook() look { return look{size: s.scale.body, before: s.scale.gap, colour: ink} }

// text makes boxes of lines in an element. Two lines at the least stay together at either end.
func (s *layout) text(e *tagged.Element, p Prose, k look) []box {
	parts := stretches(p)
	tag(e, parts)
	lines := s.wrapper.wrap(parts, k.size, right-left-k.indent)
	boxes := make([]box, len(lines))
	for i, l := range lines {
		boxes[i] = box{
			height: s.scale.lineHeight(k.size), ops: s.spans(s.room.marks.take(len(l) + 1)[:0], l, parts, k.size, left+k.indent, k.colour),
			keep: len(lines) > 1 && (i == 0 || i == len(lines)-2),
		}
		boxes[i].heighten(s.scale.higher(l, parts, k.size))
	}
	if len(boxes) > 0 {
		boxes[0].before = k.before
	}
	mirrored(parts, boxes, left+k.indent, right-left-k.indent)
	return boxes
}

// heighten gives a line of a box more height above and below.
func (b *box) heighten(above, below tall) {
	if above == (tall{}) && below == (tall{}) {
		return
	}
	b.height = b.height.plus(above).plus(below)
	for i := range b.ops {
		b.ops[i].in = b.ops[i].in.plus(above)
	}
}

// spans draws a line, with its letters in the middle of its height.
func (s *layout) spans(ops []op, l line, parts []stretch, size, x float64, c colour) []op {
	in := s.scale.lineHeight(size).times(0.5).plus(even(baseline * size * mmPerPoint))
	for _, sp := range turned(l, parts) {
		p := parts[sp.part]
		o := op{kind: opText, x: x + sp.x, in: in, w: sp.width, text: sp.words(parts), bold: p.bold, lang: p.lang, standing: p.standing, size: size, colour: c, content: p.content, link: p.link}
		if p.link != nil && c == ink {
			o.colour = s.accent
		}
		ops = append(ops, o)
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
	if blankProse(plain(h.Text)) {
		return
	}
	k := look{size: s.scale.h3, before: s.scale.gap.times(1.7), colour: ink}
	switch h.Level {
	case 1:
		k = look{size: s.scale.h1, before: s.scale.gap, colour: s.accent}
	case 2:
		k = look{size: s.scale.h2, before: s.scale.gap.times(2.6), colour: s.accent}
	}
	boxes := keepAll(s.text(s.root.Add("H"+strconv.Itoa(h.Level)), Prose{{Text: h.Text, Bold: true}}, k))
	if n := len(boxes); n > 0 && h.Level == 1 {
		boxes[n-1].height = boxes[n-1].height.plus(s.scale.gap.times(0.6))
	}
	if len(boxes) > 0 {
		boxes[0].front, boxes[0].over = h.Apart, h.Over
	}
	if n := len(boxes); n > 0 && h.Level > 1 { // what it heads stands closer to it than what is before it
		boxes[n-1].height = boxes[n-1].height.plus(s.scale.gap.times(-0.4))
	}
	s.boxes = append(s.boxes, boxes...)
}

func (s *layout) paragraph(p Prose, leads bool) {
	if blankProse(p) {
		return
	}
	boxes := s.text(s.root.Add("P"), p, s.plainLook())
	if leads {
		keepAll(boxes)
	}
	s.boxes = append(s.boxes, boxes...)
}

const indent = 6.0

func (s *layout) list(l List) {
	var list *tagged.Element
	for _, item := range l.Items {
		if blankProse(item.Text) {
			continue
		}
		if list == nil {
			list = s.root.Add("L").Bulleted()
		}
		entry := list.Add("LI")
		bullet := []stretch{{text: "•"}}
		tag(entry.Add("Lbl"), bullet)
		k := s.plainLook()
		k.indent, k.before = indent, s.scale.gap.times(0.55)
		boxes := s.text(entry.Add("LBody"), item.Text, k)
		boxes[0].ops = s.spans(boxes[0].ops, line{{to: len("•")}}, bullet, s.scale.body, left+1, s.accent)
		s.boxes = append(s.boxes, boxes...)
	}
}

// contact stands between two spaces beside a thin bar in the council’s colour, and is not parted.
func (s *layout) contact(c Contact) {
	if blankProse(plain(c.Name)) {
		return
	}
	card := s.root.Add("Div")
	k := s.plainLook()
	k.indent, k.before = indent, s.scale.gap.times(1.1)
	boxes := s.text(card.Add("P"), Prose{{Text: c.Name, Bold: true}}, k)
	k.before = tall{}
	for _, way := range c.Ways {
		boxes = append(boxes, s.text(card.Add("P"), Prose{{Text: way.Label + ": "}, {Text: way.Value}}, k)...)
	}
	for i := range boxes {
		boxes[i].keep = i < len(boxes)-1
		boxes[i].ops = append(boxes[i].ops, op{kind: opBar, x: left + 1, w: 0.9, colour: s.accent})
	}
	s.boxes = append(s.boxes, boxes...)
	s.space(s.scale.gap.times(0.5))
}

func (s *layout) signature(g Signature) {
	var boxes []box
	add := func(text string, bold bool, before tall) {
		if p := (Prose{{Text: text, Bold: bold}}); !blankProse(p) {
			boxes = append(boxes, s.text(s.root.Add("P"), p, look{size: s.scale.body, before: before, colour: ink})...)
		}
	}
	add(g.Close, false, s.scale.gap.times(2.4))
	add(g.Name, true, s.scale.gap.times(2.6))
	for _, l := range g.Lines {
		add(l, false, tall{})
	}
	for i := range boxes {
		boxes[i].keep = i < len(boxes)-1
	}
	s.boxes = append(s.boxes, boxes...)
}

// space adds height under the last box.
func (s *layout) space(more tall) {
	if n := len(s.boxes); n > 0 {
		s.boxes[n-1].height = s.boxes[n-1].height.plus(more)
	}
}

func errTooLong(what string) error {
	return fmt.Errorf("lay out the letter: %s does not fit its place on the page; shorten it in the case or in the council’s settings", what)
}
