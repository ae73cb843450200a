package portal

// allowedManager are the rows of routes_manager.go.
func allowedManager() map[string]string {
	const both = "manager director"
	return map[string]string{
		"GET /manager":                        both,
		"GET /manager/breaches":               both,
		"GET /manager/workload":               both,
		"GET /manager/workload/{person}":      both,
		"POST /manager/workload/{person}":     "manager", // casework lets the manager alone give a case to somebody else
		"GET /manager/meetings":               both,
		"GET /manager/report":                 both,
		"GET /manager/find":                   both,
		"POST /manager/find":                  both,
		"GET /manager/exports":                both,
		"GET /manager/exports/{file}":         both,
		"GET /people":                         both,
		"POST /people/{person}/invite":        both,
		"POST /people/{person}/close":         both,
		"POST /people/{person}/second-factor": "manager",
	}
}
