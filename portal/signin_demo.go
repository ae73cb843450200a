package portal

import (
	"cmp"
	"slices"

	"sendpanel/casework"
	"sendpanel/council"
)

// inventedGroup are invented people with one role, for the demonstration.
type inventedGroup struct {
	Role   casework.Role
	People []council.Person
}

// inventedRoles is the order in which the roles are shown.
func inventedRoles() []casework.Role {
	return []casework.Role{casework.SchoolStaff, casework.CaseworkOfficer, casework.PanelMember, casework.PanelChair,
		casework.Clerk, casework.DecisionMaker, casework.ServiceManager, casework.Director, recordsManager()}
}

func (p *Portal) inventedPeople(v *Visit) []inventedGroup {
	if !v.Council.Invented {
		return nil
	}
	var groups []inventedGroup
	for _, role := range inventedRoles() {
		g := inventedGroup{Role: role}
		for _, who := range v.Council.People {
			if _, here := v.Council.Person(who.ID, v.Today); here && slices.Contains(who.Roles, role) && !slices.ContainsFunc(g.People, func(o council.Person) bool { return o.ID == who.ID }) {
				g.People = append(g.People, who)
			}
		}
		slices.SortFunc(g.People, func(a, b council.Person) int { return cmp.Compare(a.Name, b.Name) })
		if len(g.People) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// signInDemo signs an invented person in with one click. It is there in the demonstration alone, and never for people of a
// council that is not invented.
func (p *Portal) signInDemo(v *Visit) error {
	if !v.Council.Invented {
		return ErrNotFound
	}
	id := casework.PersonID(v.Form.Line("person"))
	if _, here := v.Council.Person(id, v.Today); !here {
		return ErrNotFound
	}
	return v.enterAs(id)
}
