package portal

// allowedSchool are the rows of routes_school.go.
func allowedSchool() map[string]string {
	const (
		school = "own-school other-school member-interest"
		own    = "own-school member-interest"
	)
	return map[string]string{
		"GET /school/requests/{ref}/reply": own, "POST /school/requests/{ref}/reply": own, "GET /school/requests/{ref}/more": own, "POST /school/requests/{ref}/more": own,
		"GET /cases/{ref}/reply-links": office, "POST /cases/{ref}/reply-links": office, "GET /answer": everyone, "POST /answer": everyone,
		"GET /school/upload": school, "POST /school/upload": school, "GET /school/request.xlsx": school, "GET /school/request.schema.json": school, "GET /school/colleagues": school,
		"POST /school/colleagues": "other-school", "POST /school/colleagues/{person}/remove": "other-school",
		"GET /school":                                     school,
		"POST /school/drafts":                             school,
		"GET /school/drafts/{draft}":                      school,
		"GET /school/drafts/{draft}/{section}":            school,
		"POST /school/drafts/{draft}/{section}":           school,
		"POST /school/drafts/{draft}/{section}/autosave":  school,
		"POST /school/drafts/{draft}/{section}/choose":    school,
		"POST /school/drafts/{draft}/cycles":              school,
		"POST /school/drafts/{draft}/documents":           school,
		"POST /school/drafts/{draft}/documents/promise":   school,
		"POST /school/drafts/{draft}/documents/remove":    school,
		"GET /school/drafts/{draft}/documents/{file}":     school,
		"GET /school/drafts/{draft}/review":               school,
		"GET /school/drafts/{draft}/check":                school,
		"GET /school/drafts/{draft}/uploaded":             school,
		"POST /school/drafts/{draft}/send":                school,
		"GET /school/drafts/{draft}/drop":                 school,
		"POST /school/drafts/{draft}/drop":                school,
		"GET /school/requests/{ref}":                      own,
		"GET /school/requests/{ref}/sent":                 own,
		"GET /school/requests/{ref}/documents/{document}": own,
		"GET /school/requests/{ref}/letters/{letter}":     own,
		"GET /school/requests/{ref}/letters/{letter}/pdf": own,
		"GET /school/requests/{ref}/feedback":             own,
	}
}
