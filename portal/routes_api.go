package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/council"
)

// apiPath begins every address for programs.
const apiPath = "/api/"

// api reports whether the route is for programs: asked with a token and never with a session, answered in JSON.
func (r Route) api() bool { return strings.Contains(r.Pattern, " "+apiPath) }

// routesAPI are the addresses for the information systems of schools, and the pages on which their tokens are made.
func (p *Portal) routesAPI() []Route {
	makers := Staff(council.SchoolLead, casework.ServiceManager)
	return []Route{
		{Pattern: "GET /school/tokens", For: makers, Handle: p.tokens},
		{Pattern: "POST /school/tokens", For: makers, Handle: p.makeToken},
		{Pattern: "POST /school/tokens/{token}/end", For: makers, Handle: p.endToken},

		{Pattern: "GET /api/openapi.json", For: Anyone(), Handle: p.apiDocument},
		{Pattern: "POST /api/requests", For: OwnSystem(), Handle: p.apiSend, Body: casework.MaxRequest},
		{Pattern: "GET /api/requests", For: OwnSystem(), Handle: p.apiList},
		{Pattern: "GET /api/requests/{ref}", For: OwnSystem(), Handle: p.apiRequest},
		{Pattern: "POST /api/requests/{ref}/documents", For: OwnSystem(), Handle: p.apiAddDocument, Body: uploadEach},
		{Pattern: "PUT /api/requests/{ref}/documents", For: OwnSystem(), Handle: p.apiAddDocument, Body: uploadEach},
		{Pattern: "GET /api/requests/{ref}/letters", For: OwnSystem(), Handle: p.apiLetters},
		{Pattern: "GET /api/requests/{ref}/letters/{letter}", For: OwnSystem(), Handle: p.schoolLetterPDF},
	}
}
