package letters

import "sendpanel/letters/tagged"

// column is a column of a table, in mm from the left of the text.
type column struct{ x, width float64 }

// cell is a cell of a table: its words, and its element.
type cell struct {
	text    Prose
	element *tagged.Element
}

// row sets one row line by line, so that a row longer than a page is cut and not lost.
func (s *layout) row(columns []column, cells []cell, rule bool) []box {
	const uncut = 14 // lines of a row that stays whole
	set := make([][]line, len(cells))
	parts := make([][]stretch, len(cells))
	height := 0
	for i, c := range cells {
		parts[i] = stretches(c.text)
		tag(c.element, parts[i])
		set[i] = s.wrapper.wrap(parts[i], s.scale.body, columns[i].width)
		height = max(height, len(set[i]))
	}
	boxes := make([]box, height)
	for k := range boxes {
		boxes[k] = box{ops: s.room.marks.take(len(cells) + 2)[:0], height: s.scale.lineHeight(s.scale.body), keep: k < height-1 && (height <= uncut || k == 0 || k == height-2)}
		var above, below tall
		for i, c := range columns {
			if i < len(set) && k < len(set[i]) {
				boxes[k].ops = s.spans(boxes[k].ops, set[i][k], parts[i], s.scale.body, left+c.x, ink)
				up, down := s.scale.higher(set[i][k], parts[i], s.scale.body)
				above, below = above.most(up), below.most(down)
			}
		}
		boxes[k].heighten(above, below)
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
	first.height = first.height.plus(s.scale.pad)
	for i := range first.ops {
		first.ops[i].in = first.ops[i].in.plus(s.scale.pad)
	}
	last.height = last.height.plus(s.scale.pad)
	if rule {
		last.ops = append(last.ops, op{kind: opBar, x: left, in: last.height, w: right - left, h: 0.25, colour: s.rule})
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
				r[0].before = s.scale.gap.times(1.4)
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
func (s *layout) headRow(table *tagged.Element, columns []column, names ...string) []box {
	row := table.Add("TR")
	cells := make([]cell, len(names))
	for i, n := range names {
		cells[i] = cell{Prose{{Text: n, Bold: true}}, row.Add("TH").HeadsColumn()}
	}
	boxes := s.row(columns, cells, false)
	if n := len(boxes); n > 0 {
		boxes[n-1].ops = append(boxes[n-1].ops, op{kind: opBar, x: left, in: boxes[n-1].height, w: right - left, h: 0.6, colour: s.accent})
	}
	return boxes
}

// pair is a row of two: a bold one that heads it, and what it says.
func (s *layout) pair(table *tagged.Element, columns []column, head string, what Prose) []box {
	row := table.Add("TR")
	return s.row(columns, []cell{
		{Prose{{Text: head, Bold: true}}, row.Add("TH").HeadsRow()},
		{what, row.Add("TD")},
	}, true)
}

func (s *layout) facts(t FactTable) {
	if len(t.Rows) == 0 {
		return
	}
	columns, table := s.columns(0.36, 0.64), s.root.Add("Table")
	var rows [][]box
	for _, f := range t.Rows {
		rows = append(rows, s.pair(table, columns, f.Label, plain(f.Value)))
	}
	if len(rows[0]) > 0 {
		top := &rows[0][0]
		top.ops = append(top.ops, op{kind: opBar, x: left, w: right - left, h: 0.6, colour: s.accent})
	}
	s.table(nil, rows)
}

func (s *layout) steps(t Steps) {
	if len(t.Rows) == 0 {
		return
	}
	columns, table := s.columns(0.36, 0.64), s.root.Add("Table")
	head := s.headRow(table, columns, "When", "What")
	var rows [][]box
	for _, r := range t.Rows {
		rows = append(rows, s.pair(table, columns, r.When, r.What))
	}
	keepShort(rows)
	s.table(head, rows)
}

// keepShort keeps a table on one page where it takes little of one: dates are read together.
func keepShort(rows [][]box) {
	const most = 110.0
	var tall float64
	for _, r := range rows {
		tall += heightOf(r)[usual]
	}
	if tall > most {
		return
	}
	for _, r := range rows[:len(rows)-1] {
		keepAll(r)
	}
}

// evidence names each document by the number that the reasons cite it with; a reason stands across the table under the
// document it is about.
func (s *layout) evidence(t EvidenceList) {
	if len(t.Rows) == 0 {
		return
	}
	heads := evidenceHeads()
	if s.scale.roomy() { // where letters are large or wide apart, four columns would be too narrow for words
		heads = []string{"No.", "Document", "Written by, and when"}
	}
	columns, table := s.evidenceColumns(t, len(heads)), s.root.Add("Table")
	head := s.headRow(table, columns, heads...)
	var rows [][]box
	for _, x := range t.Rows {
		tr := table.Add("TR")
		cells := []cell{{plain(x.Number), tr.Add("TH").HeadsRow()}, {plain(x.Title), tr.Add("TD")}}
		if len(heads) == 3 {
			cells = append(cells, cell{plain(x.Author + ", " + x.Date), tr.Add("TD")})
		} else {
			cells = append(cells, cell{plain(x.Author), tr.Add("TD")}, cell{plain(x.Date), tr.Add("TD")})
		}
		row := s.row(columns, cells, x.Note == "")
		if x.Note != "" {
			keepAll(row)
			across := cell{why(x.Note), table.Add("TR").Add("TD").Spans(len(columns))}
			row = append(row, s.row(s.columns(1), []cell{across}, true)...)
		}
		rows = append(rows, row)
	}
	s.table(head, rows)
}

// evidenceColumns gives numbers, and dates where they have a column, the width that most need, and parts what is left in two;
// so the columns of all such tables of a letter stand under each other.
func (s *layout) evidenceColumns(t EvidenceList, columns int) []column {
	all := right - left
	number, date := s.scale.width("E88", false, s.scale.body), s.scale.width("28 September 2028", false, s.scale.body)
	for _, x := range t.Rows {
		number = max(number, s.scale.width(x.Number, false, s.scale.body))
	}
	number, date = min(number+gutter, 0.2*all), min(date+0.2, 0.34*all)
	if columns == 3 {
		date = 0
	}
	rest := all - number - date
	shares := []float64{number / all, 0.5 * rest / all, 0.5 * rest / all, date / all}
	return s.columns(shares[:columns]...)
}

const gutter = 5.0 // between columns

// columns divides the width of the text, with a gutter between.
func (s *layout) columns(shares ...float64) []column {
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
