package portal

// allowedFamily are the rows of routes_family.go.
func allowedFamily() map[string]string {
	return map[string]string{
		"GET /family/{ref}": "parent",
	}
}
