package portal

// routesOfficer are the pages of officers, decision-makers and clerks.
func (p *Portal) routesOfficer() []Route {
	return []Route{
		{Pattern: "GET /cases", For: Office(), Handle: p.officerHome},
		{Pattern: "GET /cases/{ref}", For: Office(), Handle: p.officerCase},
	}
}
