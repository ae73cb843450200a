package portal

import (
	"maps"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// choosePage shows what two colleagues typed into the same fields, for one of them to choose.
type choosePage struct {
	Draft   openDraft
	Section draft.Section
	Page    string
	Fields  []look.Choices
}

// waiting leads to what was typed in a section where a colleague had been first.
func (p *Portal) waiting(v *Visit, d openDraft, s draft.Section) []look.Link {
	var links []look.Link
	for _, page := range slices.Sorted(maps.Keys(d.Body.Aside)) {
		if aside := d.Body.Aside[page]; aside.Section == s.ID {
			links = append(links, look.Link{Text: p.say("choose-waiting", "name", v.called(aside.By)), Href: d.Path(s.ID) + "?choose=" + page})
		}
	}
	return links
}

// called is the name of somebody of the council's settings.
func (v *Visit) called(id casework.PersonID) string {
	if who, known := v.Council.Person(id, v.Today); known {
		return who.Name
	}
	return v.p.say("a-colleague")
}

func (p *Portal) chooseForm(v *Visit, d openDraft, s draft.Section, page string) error {
	aside, waits := d.Body.Aside[page]
	if !waits || aside.Section != s.ID {
		return v.Go(d.Path(s.ID))
	}
	show := choosePage{Draft: d, Section: s, Page: page}
	f := look.NewForm(nil, nil)
	for _, field := range slices.Sorted(maps.Keys(aside.Values)) {
		first := d.Body.Marks[field]
		ask := p.askOf(s, field)
		show.Fields = append(show.Fields, f.Radios("keep."+field, ask,
			look.Option{Value: "theirs", Label: p.inWords(field, d.Body.Values[field]), Hint: p.say("choose-by", "name", v.called(first.By), "when", hour(first.At)), Chosen: true},
			look.Option{Value: "mine", Label: p.inWords(field, aside.Values[field]), Hint: p.say("choose-by", "name", v.called(aside.By), "when", hour(aside.At))}))
	}
	v.Narrow, v.Back = true, &look.Link{Text: s.Title, Href: d.Path(s.ID)}
	return v.Page("school-choose", show)
}

// choose settles what waits.
func (p *Portal) choose(v *Visit) error {
	d, s, err := p.sectionOf(v)
	if err != nil {
		return err
	}
	var keep []string
	for field, values := range v.Form.Values {
		if name, ok := strings.CutPrefix(field, "keep."); ok && slices.Contains(values, "mine") {
			keep = append(keep, name)
		}
	}
	if d, err = p.change(v, func(b *draft.Body) error { b.Choose(v.Form.Get("page"), keep, v.mark()); return nil }); err != nil {
		return err
	}
	v.Tell(p.say("choose-done"))
	return v.Go(d.Path(s.ID))
}

// askOf is the question of a field; of a part of a date, with its part.
func (p *Portal) askOf(s draft.Section, field string) string {
	if q, ok := p.asks.Question(field); ok {
		for _, part := range []string{"day", "month", "year"} {
			if strings.HasSuffix(field, "-"+part) {
				return q.Ask + " (" + part + ")"
			}
		}
		return q.Ask
	}
	return s.Title
}

// inWords is what stands in a field as people read it: a choice in its words.
func (p *Portal) inWords(field string, values []string) string {
	var words []string
	q, _ := p.asks.Question(field)
	for _, value := range values {
		for _, c := range p.asks.Choices[q.Of] {
			if c.Value() == value {
				value = c.Words()
			}
		}
		words = append(words, value)
	}
	if text := strings.Join(words, ", "); text != "" {
		return text
	}
	return p.say("nothing-typed")
}
