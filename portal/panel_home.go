package portal

import "sendpanel/records"

// panelHome lists the cases on an agenda that the person may look at.
func (p *Portal) panelHome(v *Visit) error {
	rows, _, err := p.listed(v, records.Filter{Open: true})
	if err != nil {
		return err
	}
	page := homePage{Path: "/panel/cases/"}
	for _, row := range rows {
		c, err := p.desk.Case(v.Context(), row.Ref)
		if err != nil {
			return err
		}
		if OnPanel().allows(v.Who, &c) {
			page.Cases = append(page.Cases, row)
		}
	}
	page.Sentence = p.say("home-panel", "cases", p.count("case", len(page.Cases)))
	return v.Page("panel-home", page)
}

// panelCase shows the pack of one case.
func (p *Portal) panelCase(v *Visit) error {
	if err := v.Read("pack"); err != nil {
		return err
	}
	return v.Page("panel-case", nil)
}
