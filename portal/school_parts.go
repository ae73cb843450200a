package portal

import (
	"strconv"
	"strings"

	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// partView is a part of a page of questions, ready to be shown.
type partView struct {
	More    string
	Open    bool // “more” is open because something stands in it
	Fields  []fieldView
	List    string // the ID of the list, for the script
	Anchor  string
	Entries []entryView
	One     string
	Table   string // the caption where the entries are the lines of a table
	Columns []string
	Add     look.Button
}

// Across is how many cells a line of the table has, with the one that numbers it.
func (p partView) Across() int { return len(p.Columns) + 1 }

// entryView is one entry of a list.
type entryView struct {
	Number int
	Fields []fieldView
	Small  bool
	More   string
	Open   bool
	Rest   []fieldView
	Remove look.Button
}

// fieldView is one field with the name of the part of portal/look that shows it.
type fieldView struct {
	Kind string
	Of   any
}

func (p *Portal) partsOf(v *Visit, d openDraft, s draft.Section) []partView {
	f := look.NewForm(shown(v.Form), faults(v.Form))
	var views []partView
	for _, part := range s.Parts {
		if part.List != "" {
			views = append(views, p.listOf(v, f, d, s, part))
			continue
		}
		view := partView{More: part.More}
		for _, q := range part.Questions {
			view.Fields = append(view.Fields, p.fieldOf(f, q, s.At+q.Path))
			view.Open = view.Open || d.Body.Has(s.At+q.Path)
		}
		views = append(views, view)
	}
	return views
}

func (p *Portal) listOf(v *Visit, f look.Form, d openDraft, s draft.Section, part draft.Part) partView {
	list := s.At + part.List
	n := d.Body.Count(list)
	n = shownEntries(part, n, v.R.URL.Query().Get("add") == list)
	key := part.List
	for i := range key {
		if part.List[i] == '.' {
			key = part.List[i+1:]
		}
	}
	view := partView{List: key, Anchor: look.ID("list." + list), One: part.One, Table: part.Table, Columns: p.columnsOf(part),
		Add: look.Button{Text: part.Add, Kind: "quiet", Name: "add", Value: list, Add: true, Many: true, SkipChecks: true}}
	for i := range n {
		at := list + "." + strconv.Itoa(i) + "."
		entry := entryView{Number: i + 1, More: part.More, Small: part.Small,
			Remove: look.Button{Text: p.say("remove"), Hidden: part.One + " " + strconv.Itoa(i+1), Kind: "link", Name: "remove", Value: list + "." + strconv.Itoa(i), Many: true, SkipChecks: true}}
		for _, q := range part.Questions {
			entry.Fields = append(entry.Fields, p.fieldOf(inTable(f, part, i), q, at+q.Path))
		}
		for _, q := range part.Rest {
			entry.Rest = append(entry.Rest, p.fieldOf(inTable(f, part, i), q, at+q.Path))
			entry.Open = entry.Open || d.Body.Has(at+q.Path)
		}
		view.Entries = append(view.Entries, entry)
	}
	return view
}

// shownEntries is how many entries of a list are shown where n are kept: those, one more where one is added, and of a table
// the lines that it begins with.
func shownEntries(part draft.Part, n int, add bool) int {
	if n == 0 && !part.Folded {
		n = 1
	}
	if part.Rows > 0 {
		n = max(n, part.Rows)
	}
	if add && n < draft.MostEntries {
		n++
	}
	return n
}

// inTable makes a field say in which line of a table it stands, for whoever does not see the line.
func inTable(f look.Form, part draft.Part, i int) look.Form {
	if part.Table == "" {
		return f
	}
	return f.InEntry(strings.ToLower(part.One), i+1)
}

// columnsOf are the headings of a table.
func (p *Portal) columnsOf(part draft.Part) []string {
	var heads []string
	for _, q := range part.Questions {
		if q.Kind == "date" {
			heads = append(heads, p.say("table-date", "ask", q.Ask))
			continue
		}
		heads = append(heads, q.Ask)
	}
	return heads
}

// fieldOf makes the field of a question.
func (p *Portal) fieldOf(f look.Form, q draft.Question, name string) fieldView {
	switch q.Kind {
	case "area", "lines":
		return fieldView{"textarea", f.Textarea(name, q.Ask).Hinted(q.Hint).AtMost(q.Most).Lined(max(2, q.Rows))}
	case "date":
		return fieldView{"date-input", f.Date(name, q.Ask).Hinted(q.Hint)}
	case "choice":
		c := f.Radios(name, q.Ask, p.options(q)...).Hinted(q.Hint)
		c.Inline = len(c.Options) < 4
		return fieldView{"radios", c}
	case "several":
		return fieldView{"checkboxes", f.Checkboxes(name, q.Ask, p.options(q)...).Hinted(q.Hint)}
	case "select":
		return fieldView{"select", f.Select(name, q.Ask, p.say("choose"), p.options(q)...).Hinted(q.Hint)}
	}
	t := f.Text(name, q.Ask).Hinted(q.Hint).Sized(q.Width).Ending(q.End)
	if q.Type != "" {
		t.Type = q.Type
	}
	return fieldView{"field", t}
}

func (p *Portal) options(q draft.Question) []look.Option {
	var list []look.Option
	for _, c := range p.asks.Choices[q.Of] {
		list = append(list, look.Option{Value: c.Value(), Label: c.Words()})
	}
	return list
}
