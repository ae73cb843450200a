package letters

import "slices"

// visitor goes through the texts of a letter and copies only what it changes: nearly every text is right as it is.
type visitor struct {
	visit   func(place string, s *string, standing bool)
	text    string
	changed bool // a text of the block that it is at
}

// eachText visits every text of the letter that is drawn, and says whether it is one that stands in many letters. What it
// changes is the letter’s own copy.
func (l *Letter) eachText(visit func(place string, s *string, standing bool)) {
	v := &visitor{visit: visit}
	l.To = v.lines("the address", l.To)
	v.put("the title", &l.Title)
	v.put("the sample mark", &l.Sample)
	v.put("the letter head", &l.Head.Council)
	v.put("the letter head", &l.Head.Service)
	l.Head.Address = v.lines("the letter head", l.Head.Address)
	v.put("the letter head", &l.Head.Phone)
	v.put("the letter head", &l.Head.Email)
	copied := false
	for i, whole := range l.Blocks {
		v.changed = false
		if b := v.block(whole); v.changed {
			l.Blocks = own(l.Blocks, &copied)
			l.Blocks[i] = b
		}
	}
}

// own is a copy of a list, made once.
func own[T any](list []T, copied *bool) []T {
	if *copied {
		return list
	}
	*copied = true
	return slices.Clone(list)
}

func (v *visitor) put(place string, s *string) { v.word(place, s, false) }

// word visits a text where it stands.
func (v *visitor) word(place string, s *string, standing bool) {
	v.text = *s
	if v.visit(place, &v.text, standing); v.text != *s {
		*s, v.changed = v.text, true
	}
}

// block visits the texts of a copy of the block, and returns the copy if one of them has changed.
func (v *visitor) block(whole Block) Block {
	switch b := whole.(type) {
	case Heading:
		if v.put("a heading", &b.Text); v.changed {
			return b
		}
	case Paragraph:
		if b.Text = v.prose("a paragraph", b.Text); v.changed {
			return b
		}
	case List:
		if b.Items = v.items(b.Items); v.changed {
			return b
		}
	case FactTable:
		if b.Rows = v.facts("the table of facts", b.Rows); v.changed {
			return b
		}
	case EvidenceList:
		if b.Rows = v.exhibits(b.Rows); v.changed {
			return b
		}
	case Steps:
		if b.Rows = v.steps(b.Rows); v.changed {
			return b
		}
	case Answer:
		if b.Ask = v.prose("the reply form", b.Ask); v.changed {
			return b
		}
	case Contact:
		v.put("a contact", &b.Name)
		if b.Ways = v.facts("a contact", b.Ways); v.changed {
			return b
		}
	case Signature:
		v.put("the signature", &b.Close)
		v.put("the signature", &b.Name)
		if b.Lines = v.lines("the signature", b.Lines); v.changed {
			return b
		}
	}
	return whole
}

func (v *visitor) lines(place string, lines []string) []string {
	copied := false
	for i, l := range lines {
		if v.put(place, &l); l != lines[i] {
			lines = own(lines, &copied)
			lines[i] = l
		}
	}
	return lines
}

func (v *visitor) prose(place string, p Prose) Prose {
	copied := false
	for i, r := range p {
		if v.word(place, &r.Text, r.Lang != ""); r.Text != p[i].Text {
			p = own(p, &copied)
			p[i] = r
		}
	}
	return p
}

func (v *visitor) facts(place string, facts []Fact) []Fact {
	copied := false
	for i, f := range facts {
		v.put(place, &f.Label)
		if v.put(place, &f.Value); f != facts[i] {
			facts = own(facts, &copied)
			facts[i] = f
		}
	}
	return facts
}

// items and steps copy all when one has changed before or in them: a block with a change is copied anyway.
func (v *visitor) items(items []Item) []Item {
	copied := false
	for i, item := range items {
		if item.Text = v.prose("a list", item.Text); v.changed {
			items = own(items, &copied)
			items[i] = item
		}
	}
	return items
}

func (v *visitor) steps(steps []Step) []Step {
	copied := false
	for i, s := range steps {
		v.put("the table of dates", &s.When)
		if s.What = v.prose("the table of dates", s.What); v.changed {
			steps = own(steps, &copied)
			steps[i] = s
		}
	}
	return steps
}

func (v *visitor) exhibits(rows []Exhibit) []Exhibit {
	copied := false
	for i, r := range rows {
		v.put("the evidence", &r.Number)
		v.put("the evidence", &r.Title)
		v.put("the evidence", &r.Author)
		v.put("the evidence", &r.Date)
		if v.put("the evidence", &r.Note); r != rows[i] {
			rows = own(rows, &copied)
			rows[i] = r
		}
	}
	return rows
}
