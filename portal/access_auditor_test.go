package portal

// allowedAuditor are the rows of routes_auditor.go. Nobody else reads the record of reads.
func allowedAuditor() map[string]string {
	const prepares, sees = "records", "records manager"
	const trail = "/records/cases/{ref}"
	const one = trail + "/answers/{answer}"
	return map[string]string{
		"GET /records":                        sees,
		"GET /records/doings":                 sees,
		"POST /records/find":                  sees,
		"GET /records/verification":           sees,
		"POST /records/verify":                sees,
		"GET " + trail:                        sees,
		"GET " + trail + "/answers":           prepares,
		"POST " + trail + "/answers":          prepares,
		"GET " + one:                          sees,
		"POST " + one:                         prepares,
		"GET " + one + "/parts/{part}":        sees,
		"POST " + one + "/parts/{part}":       prepares,
		"GET " + one + "/parts/{part}/file":   sees,
		"POST " + one + "/who":                prepares,
		"POST " + one + "/clock":              prepares,
		"POST " + one + "/sent":               sees,
		"GET " + one + "/parts/{part}/leaves": sees,
		"POST " + one + "/confirm":            sees,
		"GET " + one + "/bundle":              sees,
	}
}
