package portal

// allowedPanel are the rows of routes_panel.go.
func allowedPanel() map[string]string {
	return map[string]string{
		"GET /panel":             "member member-interest chair",
		"GET /panel/cases/{ref}": "member@listed chair@listed",
	}
}
