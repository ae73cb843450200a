package portal

// allowedSchool are the rows of routes_school.go.
func allowedSchool() map[string]string {
	const (
		school = "own-school other-school member-interest"
		own    = "own-school member-interest"
	)
	return map[string]string{
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
