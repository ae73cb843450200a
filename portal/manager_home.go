package portal

import "sendpanel/records"

// managerHome says what will be late first.
func (p *Portal) managerHome(v *Visit) error {
	rows, more, err := p.listed(v, records.Filter{Open: true})
	if err != nil {
		return err
	}
	page := homePage{Cases: rows, More: more, Path: "/cases/"}
	page.Sentence = p.say("home-manager", "cases", p.count("case", len(rows)), "late", lateOf(v, rows))
	return v.Page("manager-home", page)
}
