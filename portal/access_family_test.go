package portal

import "strings"

// allowedFamily are the rows of routes_family.go. Only the person addressed is let in: no other family, and nobody of the
// council or a school, who have pages of their own.
func allowedFamily() map[string]string {
	rows := map[string]string{
		"GET /sign-in/family/which": everyone, "POST /sign-in/family/which": everyone,
		"GET /ask": everyone, "POST /ask": everyone, "GET /ask/received": everyone,
		"GET /ask/{page}": everyone, "POST /ask/{page}": everyone, "GET /ask/check": everyone, "GET /ask/kept": everyone,
		"GET /ask/return": everyone, "POST /ask/return": everyone, "POST /ask/drop": everyone,
	}
	for _, page := range strings.Fields(`GET GET/dates GET/letters GET/letters/{kind}/{seq}/{version} GET/letters/{kind}/{seq}/{version}/pdf
		GET/papers GET/papers/{id} GET/school-note GET/rights GET/views POST/views GET/add POST/add GET/held POST/held GET/tell/{about} POST/tell/{about}
		GET/reach POST/reach GET/reach/contact POST/reach/contact GET/reach/contact/codes POST/reach/contact/codes`) {
		method, rest, _ := strings.Cut(page, "/")
		if rest != "" {
			rest = "/" + rest
		}
		rows[method+" /family/{ref}"+rest] = "parent"
	}
	return rows
}
