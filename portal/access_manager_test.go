package portal

// allowedManager are the rows of routes_manager.go.
func allowedManager() map[string]string {
	return map[string]string{
		"GET /manager":                 "manager director",
		"GET /people":                  "manager director",
		"POST /people/{person}/invite": "manager director",
		"POST /people/{person}/close":  "manager director",
	}
}
