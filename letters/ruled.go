package letters

// answer is a question with lines to write on, which stay with it.
func (s *layout) answer(a Answer) {
	if blankProse(a.Ask) {
		return
	}
	boxes := keepAll(s.text(s.root.Add("P"), a.Ask, s.plainLook()))
	for range a.Lines {
		boxes = append(boxes, box{ruled: true, keep: true, ops: []op{{kind: opBar, x: left, w: right - left, h: 0.25, colour: s.rule}}})
	}
	boxes[len(boxes)-1].keep = false
	s.boxes = append(s.boxes, boxes...)
}

// fitLines gives the lines of a form the height with which it fills one page of its own, as far as people can write on them:
// 6.5 mm at the least, 10 at the most, and more where letters are larger. A form in large print goes on on the back.
func (s *layout) fitLines(page float64) {
	at, n, text := 0, 0, tall{}
	for i, b := range s.boxes {
		if b.front {
			at, n, text = i, 0, b.before.times(-1) // at the top of a page
		}
		if b.ruled {
			n++
		}
		text = text.plus(b.before).plus(b.height)
	}
	if n == 0 {
		return
	}
	height := tall{s.ruledLine(page-text[usual], n), s.ruledLine(page-text[closer], n)}
	for i := range s.boxes[at:] {
		if b := &s.boxes[at+i]; b.ruled {
			b.height, b.ops[0].in = height, height
		}
	}
}

// ruledLine is the height of each of so many lines that share out a height.
func (s *layout) ruledLine(all float64, lines int) float64 {
	larger := s.scale.body / scaleOf(Standard).body
	if height := min(all/float64(lines), 10*larger); height >= 6.5*larger {
		return height
	}
	return 9 * larger
}
