package portal

// allowedSchool are the rows of routes_school.go.
func allowedSchool() map[string]string {
	return map[string]string{
		"GET /school":                "own-school other-school member-interest",
		"GET /school/requests/{ref}": "own-school member-interest",
	}
}
