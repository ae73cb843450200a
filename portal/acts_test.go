package portal

import (
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
)

// elsewhere are the commands that are given on pages of their own, and not on a form of the case; by role, since each has
// pages of its own.
func elsewhere() map[casework.ActKind]map[casework.Role]string {
	const item = "POST /panel/meetings/{meeting}/cases/{ref}"
	return map[casework.ActKind]map[casework.Role]string{
		casework.ActDecide:       {casework.DecisionMaker: "POST /cases/{ref}/decide/now"},
		casework.ActPost:         {casework.Clerk: "POST /letters", casework.CaseworkOfficer: "POST /letters"},
		casework.ActFinish:       {casework.CaseworkOfficer: "POST /cases/{ref}/tasks", casework.Clerk: "POST /cases/{ref}/tasks", casework.ServiceManager: "POST /cases/{ref}/tasks", casework.Director: "POST /cases/{ref}/tasks"},
		casework.ActView:         {casework.PanelMember: item + "/view", casework.PanelChair: item + "/view"},
		casework.ActDefer:        {casework.PanelChair: item + "/defer"},
		casework.ActRecommend:    {casework.PanelChair: item + "/recommend"},
		casework.ActList:         {casework.PanelChair: item + "/move"},
		casework.ActInterest:     {casework.PanelMember: "POST /panel/meetings/{meeting}/interests", casework.PanelChair: "POST /panel/meetings/{meeting}/interests"},
		casework.ActAddEvidence:  {casework.SchoolStaff: "POST /school/requests/{ref}/more", casework.FamilyMember: "POST /family/{ref}/add"},
		casework.ActReply:        {casework.SchoolStaff: "POST /school/requests/{ref}/reply"},
		casework.ActFamilySays:   {casework.FamilyMember: "POST /family/{ref}/views"},
		casework.ActFamilyWishes: {casework.FamilyMember: "POST /family/{ref}/reach"},
	}
}

// TestEveryCommandHasAPlace: whoever may give a command finds a page on which to give it: a form of the case, which is
// listed among what can be recorded, or a page of its own.
func TestEveryCommandHasAPlace(t *testing.T) {
	s := newSite(t)
	routes := map[string]Route{}
	for _, route := range s.routes() {
		routes[route.Pattern] = route
	}
	var listed []casework.ActKind
	for _, g := range recordGroups() {
		listed = append(listed, g.Kinds...)
	}
	forms := sheets()
	for _, rule := range casework.Rules() {
		_, hasForm := forms[rule.Act]
		for _, grant := range rule.By {
			pattern := elsewhere()[rule.Act][grant.Role]
			if pattern == "" {
				pattern = "POST /cases/{ref}/record/{act}"
				if !hasForm || !slices.Contains(listed, rule.Act) {
					t.Errorf("%s by %s has no form, and stands in no list", rule.Act, grant.Role)
				}
			}
			route, there := routes[pattern]
			if !there {
				t.Errorf("%s by %s: there is no %s", rule.Act, grant.Role, pattern)
				continue
			}
			if !route.admits(grant.Role) {
				t.Errorf("%s: a %s is not let in, who may give %s", pattern, grant.Role, rule.Act)
			}
		}
	}
	for kind := range forms {
		if _, ruled := ruleFor(kind); !ruled {
			t.Errorf("there is a form for %s, and no rule", kind)
		}
	}
}

// admits reports whether somebody of the role can be let in.
func (r Route) admits(role casework.Role) bool {
	if role == casework.FamilyMember {
		return r.For.Family
	}
	return slices.ContainsFunc(r.For.Staff, func(g casework.Grant) bool { return g.Role == role }) ||
		len(r.For.Meeting) > 0 && strings.Contains(r.Pattern, "{meeting}")
}
