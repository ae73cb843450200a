package portal

// allowedOfficer are the rows of routes_officer.go.
func allowedOfficer() map[string]string {
	return map[string]string{
		"GET /cases":       office,
		"GET /cases/{ref}": office,
	}
}
