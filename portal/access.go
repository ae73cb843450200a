package portal

import (
	"sendpanel/casework"
)

// Access says who may use a route. The parts add up: any one that holds is enough. The zero Access is for nobody.
type Access struct {
	Anyone   bool             // no sign-in is asked for
	SignedIn bool             // whoever is signed in, staff or family
	Staff    []casework.Grant // roles with their relations to the case in the address, asked of casework
	Family   bool             // the person addressed, of the case in the address
	System   bool             // a school’s information system by its token; with a case in the address, one of its own setting
	Meeting  []MeetingRule    // how somebody stands to the meeting in the address, asked of casework/meeting
}

// Anyone may use the route without signing in.
func Anyone() Access { return Access{Anyone: true} }

// SignedIn is for whoever is signed in.
func SignedIn() Access { return Access{SignedIn: true} }

// Staff is for people with one of the roles, whatever their relation to a case.
func Staff(roles ...casework.Role) Access {
	var a Access
	for _, r := range roles {
		a.Staff = append(a.Staff, casework.Grant{Role: r})
	}
	return a
}

// When is for people with the role who stand to the case in the address as the relations say, all of them.
func When(role casework.Role, relations ...casework.Relation) Access {
	return Access{Staff: []casework.Grant{{Role: role, When: relations}}}
}

// Family is for the person addressed, of the case in the address.
func Family() Access { return Access{Family: true} }

// OwnSystem is for the information system of a school by its token. Where the address has a case, it is one of the
// token’s own setting.
func OwnSystem() Access { return Access{System: true} }

// Or adds up who may.
func (a Access) Or(more ...Access) Access {
	for _, b := range more {
		a.Anyone = a.Anyone || b.Anyone
		a.SignedIn = a.SignedIn || b.SignedIn
		a.Family = a.Family || b.Family
		a.System = a.System || b.System
		a.Staff = append(a.Staff[:len(a.Staff):len(a.Staff)], b.Staff...)
		a.Meeting = append(a.Meeting[:len(a.Meeting):len(a.Meeting)], b.Meeting...)
	}
	return a
}

// OwnSchool is for staff of the child's own setting.
func OwnSchool() Access { return When(casework.SchoolStaff, casework.OwnSetting) }

// Office is for the council's own people who carry, decide and answer for cases.
func Office() Access {
	return Staff(casework.CaseworkOfficer, casework.DecisionMaker, casework.Clerk, casework.ServiceManager, casework.Director)
}

// needsCase reports whether the answer depends on a case.
func (a Access) needsCase() bool {
	for _, g := range a.Staff {
		if len(g.When) > 0 {
			return true
		}
	}
	return a.Family
}

// allows answers for what the visit asks for: with the case and the meeting of its address, where it has them. The
// relations are casework's to judge.
func (a Access) allows(v *Visit) bool {
	who, c := v.Who, v.Case
	switch {
	case a.Anyone:
		return true
	case !who.SignedIn():
		return false
	case who.Token != "":
		return a.System && (!namesCase(v.route.Pattern) || c.Admits(who.Actor, OwnSchool().Staff))
	case a.SignedIn:
		return true
	case who.Family != nil:
		return a.Family && c.Ref != "" && who.Family.Ref == c.Ref && c.MayFollow(who.Family.Addressee)
	case a.atMeeting(v):
		return true
	}
	return c.Admits(who.Actor, a.Staff)
}
