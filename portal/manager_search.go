package portal

import (
	"time"

	"sendpanel/portal/look"
	"sendpanel/records"
)

// How often one person may search, and how many cases a search shows.
const (
	findEvery = 3 * time.Second
	findFirst = 20
	findShows = 20
)

// findPage is a search and what it found.
type findPage struct {
	Asked bool
	Found look.Table
	More  bool
	Nav   look.Tabs
}

func (p *Portal) managerFind(v *Visit) error {
	return v.Page("manager-find", findPage{Nav: p.managerTabs(v)})
}

// find looks for a case by its reference or by the child. What is typed travels in the body of the form, never in the
// address; each case that is shown is recorded as read; and nobody can leaf through the register by searching.
func (p *Portal) find(v *Visit) error {
	page := findPage{Nav: p.managerTabs(v)}
	words := v.Form.Required("find", p.say("search-missing"))
	if len([]rune(words)) < 2 && v.Form.OK() {
		v.Form.Wrong("find", p.say("find-short"))
	}
	if !v.Form.OK() {
		return v.Again("manager-find", page)
	}
	if !p.tries.mayFind(string(v.Who.Actor.Person)) {
		return errTooMany
	}
	rows, err := p.register.Cases(v.Context(), records.Filter{Find: words, Limit: findShows + 1})
	if err != nil {
		return err
	}
	page.Asked, page.More = true, len(rows) > findShows
	var list []look.Row
	for _, row := range rows[:min(len(rows), findShows)] {
		if err := p.noteRead(v, row.Ref, "search"); err != nil {
			return err
		}
		list = append(list, look.Row{Cells: []look.Cell{{Link: &look.Link{Href: "/cases/" + string(row.Ref), Text: string(row.Ref)}}, {Text: row.Child},
			{Text: p.say("stage-" + string(row.Stage))}, {Text: p.nameOf(v, row.Officer)}, {Text: row.Due.Long()}}})
	}
	page.Found = look.NewTable(p.say("find-found"), []look.Column{{Title: p.say("reference")}, {Title: p.say("child")}, {Title: p.say("stage")},
		{Title: p.say("manager-officer")}, {Title: p.say("manager-due")}}, list)
	page.Found.Empty = look.Empty{Title: p.say("find-none"), Text: p.say("find-none-text")}
	return v.Page("manager-find", page)
}

// mayFind takes one search of the person.
func (t *tries) mayFind(person string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("find/"+person, findEvery, findFirst, now).AllowN(now, 1)
}
