package portal

import "maps"

// allowedPanel are the rows of routes_panel.go: those of meetings, and those of a case on a meeting's agenda. The member
// with an interest works for the child's school.
func allowedPanel() map[string]string {
	const (
		invited  = "member member-interest chair"
		prepares = " officer other-officer clerk manager"
		holds    = "chair clerk"
		readers  = "member@listed chair@listed"
	)
	const at, item = " /panel/meetings/{meeting}", " /panel/meetings/{meeting}/cases/{ref}"
	all := map[string]string{
		"GET /panel":                           invited + prepares,
		"GET /panel/plan":                      "chair" + prepares,
		"POST /panel/plan":                     "chair" + prepares,
		"GET" + at:                             invited + prepares,
		"GET" + at + "/minutes":                invited + prepares,
		"POST" + at + "/release":               "chair clerk officer other-officer",
		"POST" + at + "/apologies":             invited + " clerk",
		"GET" + at + "/change":                 "chair clerk manager",
		"POST" + at + "/change":                "chair clerk manager",
		"GET" + at + "/interests":              invited + " clerk officer other-officer",
		"POST" + at + "/interests":             invited + " clerk officer other-officer",
		"GET" + item:                           readers + " clerk@listed",
		"GET" + item + "/documents/{document}": readers + " clerk@listed",
		"GET" + item + "/view":                 readers,
		"POST" + item + "/view":                readers,
		"POST" + item + "/view/draft":          readers,
	}
	maps.Copy(all, map[string]string{
		"POST" + at + "/open": holds, "POST" + at + "/take-up": holds,
		"GET" + at + "/attendance": holds, "POST" + at + "/attendance": holds,
		"GET" + at + "/close": holds, "POST" + at + "/close": holds,
	})
	for _, page := range []string{"/recommend", "/defer"} {
		all["GET"+item+page], all["POST"+item+page] = "chair@listed", "chair@listed"
	}
	for _, method := range []string{"GET", "POST"} {
		all[method+item+"/move"] = "chair@listed clerk@listed officer@listed other-officer@listed"
	}
	return all
}
