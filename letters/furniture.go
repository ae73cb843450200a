package letters

import "strconv"

// notice is the mark of a sample above everything else.
func (s *layout) notice(text string) {
	k := s.plainLook()
	k.before = tall{}
	s.boxes = append(s.boxes, keepAll(s.text(s.root.Add("P"), Prose{{Text: text, Bold: true}}, k))...)
	s.space(s.scale.gap)
}

// foot is the reference, the sample mark and the number of the page, as large as the text.
func (s *layout) foot(l Letter, page, pages int) []op {
	at := func(x float64, text string, bold bool) op {
		return op{kind: opText, x: x, y: footLine, w: s.scale.width(text, bold, s.scale.body), text: text, bold: bold, size: s.scale.body, colour: ink}
	}
	number := "Page " + strconv.Itoa(page) + " of " + strconv.Itoa(pages)
	ops := []op{
		at(left, string(l.Ref), false),
		at(right-s.scale.width(number, false, s.scale.body), number, false),
	}
	if l.Sample != "" {
		const mark = "SAMPLE"
		ops = append(ops, at((left+right-s.scale.width(mark, true, s.scale.body))/2, mark, true))
	}
	return ops
}
