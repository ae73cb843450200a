package letters

// column is a column of a table, in mm from the left of the text.
type column struct{ x, width float64 }

// row sets one row line by line, so that a row longer than a page is cut and not lost.
func (s *layout) row(columns []column, cells []Prose, rule bool) []box {
	var set [][]line
	height := 0
	for i, c := range columns {
		lines := s.faces.wrap(cells[i], s.scale.body, c.width)
		set = append(set, lines)
		height = max(height, len(lines))
	}
	boxes := make([]box, height)
	for k := range boxes {
		boxes[k] = box{height: lineHeight(s.scale.body), keep: k < height-1 && height <= 14}
		for i, c := range columns {
			if k < len(set[i]) {
				boxes[k].ops = append(boxes[k].ops, s.spans(set[i][k], s.scale.body, left+c.x, ink)...)
			}
		}
	}
	s.pad(boxes, rule)
	return boxes
}

// pad gives a row room and a thin rule under it.
func (s *layout) pad(boxes []box, rule bool) {
	if len(boxes) == 0 {
		return
	}
	first, last := &boxes[0], &boxes[len(boxes)-1]
	first.height += s.scale.pad
	for i := range first.ops {
		first.ops[i].y += s.scale.pad
	}
	last.height += s.scale.pad
	if rule {
		last.ops = append(last.ops, op{kind: opBar, x: left, y: last.height, w: right - left, h: 0.25, colour: faint})
	}
}

// loneRow is the lines that two rows at either end of a table may have to be kept together, so that none stands alone.
const loneRow = 6

// table adds rows under a head that is repeated on every page the table reaches.
func (s *layout) table(head []box, rows [][]box) {
	for i := range head {
		head[i].keep = true
	}
	for i, r := range rows {
		for k := range r {
			r[k].head = head
		}
		if i == 0 {
			s.boxes = append(s.boxes, head...)
			if len(head) > 0 {
				s.boxes[len(s.boxes)-len(head)].before = s.scale.gap
			} else if len(r) > 0 {
				r[0].before = 1.4 * s.scale.gap
			}
		}
		if (i == 0 || i == len(rows)-2) && i+1 < len(rows) && len(r) > 0 && len(r)+len(rows[i+1]) <= loneRow {
			r[len(r)-1].keep = true
		}
		s.boxes = append(s.boxes, r...)
	}
	s.space(s.scale.gap)
}

// headRow is a table’s head: bold, with a rule in the council’s colour.
func (s *layout) headRow(columns []column, names ...string) []box {
	cells := make([]Prose, len(names))
	for i, n := range names {
		cells[i] = Prose{{Text: n, Bold: true}}
	}
	boxes := s.row(columns, cells, false)
	if n := len(boxes); n > 0 {
		boxes[n-1].ops = append(boxes[n-1].ops, op{kind: opBar, x: left, y: boxes[n-1].height, w: right - left, h: 0.6, colour: s.accent})
	}
	return boxes
}

func (s *layout) facts(t FactTable) {
	columns := s.columns(0.36, 0.64)
	var rows [][]box
	for _, f := range t.Rows {
		rows = append(rows, s.row(columns, []Prose{{{Text: f.Label, Bold: true}}, plain(f.Value)}, true))
	}
	if len(rows) > 0 && len(rows[0]) > 0 {
		top := &rows[0][0]
		top.ops = append(top.ops, op{kind: opBar, x: left, y: 0, w: right - left, h: 0.6, colour: s.accent})
	}
	s.table(nil, rows)
}

func (s *layout) steps(t Steps) {
	columns := s.columns(0.36, 0.64)
	var rows [][]box
	for _, r := range t.Rows {
		rows = append(rows, s.row(columns, []Prose{{{Text: r.When, Bold: true}}, r.What}, true))
	}
	s.table(s.headRow(columns, "When", "What"), rows)
}

// evidence names each document by the number that the reasons cite it with; a reason stands across the table under the document it is about.
func (s *layout) evidence(t EvidenceList) {
	columns := s.columns(0.09, 0.36, 0.31, 0.24)
	var rows [][]box
	for _, x := range t.Rows {
		row := s.row(columns, []Prose{plain(x.Number), plain(x.Title), plain(x.Author), plain(x.Date)}, x.Note == "")
		if x.Note != "" {
			for i := range row {
				row[i].keep = true
			}
			row = append(row, s.row(s.columns(1), []Prose{{{Text: "Why: ", Bold: true}, {Text: x.Note}}}, true)...)
		}
		rows = append(rows, row)
	}
	s.table(s.headRow(columns, "No.", "Document", "Written by", "Date"), rows)
}

// columns divides the width of the text, with a gutter between.
func (s *layout) columns(shares ...float64) []column {
	const gutter = 5.0
	all := right - left
	columns := make([]column, len(shares))
	x := 0.0
	for i, share := range shares {
		columns[i] = column{x: x, width: all*share - gutter}
		x += all * share
	}
	columns[len(columns)-1].width += gutter
	return columns
}
