package portal

// routesFamily are the pages of the person addressed.
func (p *Portal) routesFamily() []Route {
	return []Route{
		{Pattern: "GET /family/{ref}", For: Family(), Handle: p.familyHome},
	}
}
