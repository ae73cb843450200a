package portal

import "sendpanel/records"

// schoolHome lists the requests of the person's own school, and what is not sent yet.
func (p *Portal) schoolHome(v *Visit) error {
	setting := v.Who.Actor.Setting
	rows, more, err := p.listed(v, records.Filter{Setting: setting, Open: true})
	if err != nil {
		return err
	}
	drafts, err := p.register.Drafts(v.Context(), setting)
	if err != nil {
		return err
	}
	page := homePage{Cases: rows, More: more, Drafts: drafts, Path: "/school/requests/"}
	page.Sentence = p.say("home-school", "requests", p.count("request", len(rows)), "drafts", p.count("draft", len(drafts)))
	return v.Page("school-home", page)
}

// schoolRequest shows one request of the person's own school.
func (p *Portal) schoolRequest(v *Visit) error {
	if err := v.Read("request"); err != nil {
		return err
	}
	return v.Page("school-request", nil)
}
