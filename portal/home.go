package portal

import (
	"sendpanel/casework"
	"sendpanel/records"
)

// homePage is a person's start: the sentence first, then what they have.
type homePage struct {
	Sentence string
	Cases    []records.CaseRow
	Drafts   []records.Draft
	More     bool // there are more cases than are shown
	Path     string
}

// homeShows is how many cases a start page lists.
const homeShows = 50

// home shows each person their own start; somebody who is not signed in is told what this is.
func (p *Portal) home(v *Visit) error {
	if v.Who.Family != nil {
		return v.Go("/family/" + string(v.Who.Family.Ref))
	}
	switch startOf(v.Who) {
	case "/cases":
		return p.officerHome(v)
	case "/school":
		return p.schoolHome(v)
	case "/panel":
		return p.panelHome(v)
	case "/manager":
		return p.managerHome(v)
	case "/records":
		return p.recordsHome(v)
	}
	return v.Page("welcome", nil)
}

// startOf is the address of the page that somebody of the council or a school begins with.
func startOf(who Who) string {
	switch a := who.Actor; {
	case a.Has(casework.CaseworkOfficer):
		return "/cases"
	case a.Has(casework.SchoolStaff) && !a.Has(casework.PanelMember):
		return "/school"
	case a.Has(casework.PanelChair), a.Has(casework.PanelMember):
		return "/panel"
	case a.Has(casework.ServiceManager), a.Has(casework.Director):
		return "/manager"
	case a.Has(casework.DecisionMaker), a.Has(casework.Clerk):
		return "/cases"
	case a.Has(recordsManager()):
		return "/records"
	}
	return "/"
}

// listed reads cases for a start page.
func (p *Portal) listed(v *Visit, f records.Filter) ([]records.CaseRow, bool, error) {
	f.Limit = homeShows + 1
	rows, err := p.register.Cases(v.Context(), f)
	if err != nil {
		return nil, false, err
	}
	if len(rows) > homeShows {
		return rows[:homeShows], true, nil
	}
	return rows, false, nil
}

// lateOf counts the cases that should have been sent by now.
func lateOf(v *Visit, rows []records.CaseRow) int {
	n := 0
	for _, c := range rows {
		if c.Open && !c.SendBy.IsZero() && c.SendBy.Before(v.Today) && c.Stage != casework.StageNotified {
			n++
		}
	}
	return n
}
