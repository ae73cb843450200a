package portal

// allowedOfficer are the rows of routes_officer.go.
func allowedOfficer() map[string]string {
	return map[string]string{
		"GET /cases":                                               office,
		"POST /cases/find":                                         office,
		"GET /cases/{ref}":                                         office,
		"GET /cases/{ref}/dates":                                   office,
		"GET /cases/{ref}/timeline":                                office,
		"GET /cases/{ref}/documents":                               office,
		"GET /cases/{ref}/request":                                 office,
		"GET /cases/{ref}/files/{file}":                            office,
		"GET /cases/{ref}/files/{file}/open":                       office,
		"GET /cases/{ref}/files/{file}/raw":                        office,
		"GET /cases/{ref}/letters":                                 office,
		"GET /cases/{ref}/letters/{kind}/{to}/{for}/{version}":     office,
		"GET /cases/{ref}/letters/{kind}/{to}/{for}/{version}/pdf": office,
		"GET /cases/{ref}/tasks":                                   office,
		"POST /cases/{ref}/tasks":                                  office,
		"GET /cases/{ref}/people":                                  office,
		"GET /cases/{ref}/people/{addressee}/access":               office,
		"POST /cases/{ref}/people/{addressee}/access":              office,
		"GET /cases/{ref}/views":                                   office,
		"GET /cases/{ref}/record":                                  office,
		"GET /cases/{ref}/record/{act}":                            office,
		"POST /cases/{ref}/record/{act}":                           office,
		"GET /letters":                                             office,
		"POST /letters":                                            office,
		"GET /unopened":                                            office,
		"GET /unopened/{task}":                                     office,
		"POST /unopened/{task}":                                    office,
		"GET /requests/paper":                                      office,
		"POST /requests/paper":                                     office,
		"POST /requests/paper/save":                                office,
	}
}
