package portal

import (
	"sendpanel/casework"
	"sendpanel/records"
)

// officerHome lists what the person carries, the one to be sent first at the top; who carries none sees all.
func (p *Portal) officerHome(v *Visit) error {
	filter := records.Filter{Open: true}
	if v.Who.Actor.Has(casework.CaseworkOfficer) {
		filter.Officer = v.Who.Actor.Person
	}
	rows, more, err := p.listed(v, filter)
	if err != nil {
		return err
	}
	page := homePage{Cases: rows, More: more, Path: "/cases/"}
	page.Sentence = p.say("home-officer", "cases", p.count("case", len(rows)), "late", lateOf(v, rows))
	return v.Page("officer-home", page)
}

// officerCase shows one case.
func (p *Portal) officerCase(v *Visit) error {
	if err := v.Read("case"); err != nil {
		return err
	}
	return v.Page("officer-case", nil)
}
