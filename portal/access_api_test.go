package portal

// allowedAPI are the rows of routes_api.go. A token opens none of the pages, and a session none of these.
func allowedAPI() map[string]string {
	const (
		makers  = "other-school manager"
		systems = "own-system other-system"
		own     = "own-system"
	)
	return map[string]string{
		"GET /school/tokens": makers, "POST /school/tokens": makers, "POST /school/tokens/{token}/end": makers,
		"GET /api/openapi.json":                    everyone,
		"POST /api/requests":                       systems,
		"GET /api/requests":                        systems,
		"GET /api/requests/{ref}":                  own,
		"POST /api/requests/{ref}/documents":       own,
		"PUT /api/requests/{ref}/documents":        own,
		"GET /api/requests/{ref}/letters":          own,
		"GET /api/requests/{ref}/letters/{letter}": own,
	}
}
