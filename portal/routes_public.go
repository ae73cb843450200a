package portal

// routesPublic are the pages for everybody, and each person's own start.
func (p *Portal) routesPublic() []Route {
	return []Route{
		{Pattern: "GET /{$}", For: Anyone(), Handle: p.home},
		{Pattern: "GET /still-here", For: SignedIn(), Handle: p.stillHere},
		{Pattern: "GET /how-requests-work", For: Anyone(), Handle: p.publicHow},
		{Pattern: "GET /what-schools-do", For: Anyone(), Handle: p.publicExpect},
		{Pattern: "GET /dates-and-rights", For: Anyone(), Handle: p.publicTimetable},
		{Pattern: "GET /rules", For: Anyone(), Handle: p.publicRules},
		{Pattern: "GET /accessibility", For: Anyone(), Handle: p.plain("accessibility")},
		{Pattern: "GET /privacy", For: Anyone(), Handle: p.publicPrivacy},
		{Pattern: "GET /cookies", For: Anyone(), Handle: p.publicCookies},
	}
}
