package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// foundMost is how many cases a search shows.
const foundMost = 40

// found is what a search gives.
type found struct {
	Sentence string
	Find     look.Field
	Table    look.Table
}

// officerFind looks for a case by its reference or by the child's name. What was typed comes in the body and is shown on the
// page alone: it never stands in an address or in a log.
func (p *Portal) officerFind(v *Visit) error {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}}
	typed := v.Form.Required("find", p.say("find-missing"))
	form := look.NewForm(shown(v.Form), faults(v.Form))
	page := found{Find: form.Text("find", p.say("find-label")).Hinted(p.say("find-hint"))}
	if !v.Form.OK() {
		return v.Again("officer-found", page)
	}
	if ref, err := casework.ParseRef(typed); err == nil {
		if _, err := p.register.Case(v.Context(), ref); err == nil {
			return v.Go("/cases/" + string(ref))
		}
	}
	filter := records.Filter{Find: typed}
	filter.Limit = foundMost + 1
	rows, err := p.register.Cases(v.Context(), filter)
	if err != nil {
		return err
	}
	total := len(rows)
	rows = rows[:min(total, foundMost)]
	page.Table = p.caseTable(v, rows)
	page.Table.Empty = look.Empty{Title: p.say("found-none-title"), Text: p.say("found-none-text")}
	page.Sentence = p.count("found", total)
	if total > foundMost {
		page.Sentence = p.say("found-more", "most", foundMost)
	}
	return v.Page("officer-found", page)
}
