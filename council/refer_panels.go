package council

import (
	"fmt"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

func (c Council) checkPanels(found *faults) {
	for i, p := range c.Panels {
		at := fmt.Sprintf("panels[%d]", i)
		checkDates(at, p.From, p.Until, found)
		c.checkSeats(at, p, found)
		c.checkSubstitutes(at, p, found)
		c.checkRequired(at, p, found)
		checkMeetings(at, p, found)
		if n := len(p.Everyone()); p.Quorum > n {
			found.addf(at+".quorum", "Lower it or add members.", "is %d and the panel has %d, its chair among them.", p.Quorum, n)
		}
		for j, other := range c.Panels[:i] {
			if p.ID == other.ID && overlap(p.From, p.Until, other.From, other.Until) {
				found.addf(at+".id", "Give another ID, or end the earlier entry with until.", "%s is panels[%d] at the same time.", p.ID, j)
			}
		}
	}
}

func (c Council) checkSeats(at string, p Panel, found *faults) {
	c.checkChair(at+".chair", p.Chair, p.Type, found)
	for j, m := range p.Members {
		if m != p.Chair {
			c.needRole(fmt.Sprintf("%s.members[%d]", at, j), m, casework.PanelMember, found)
		}
	}
	if p.Clerk != "" {
		c.needRole(at+".clerk", p.Clerk, casework.Clerk, found)
	}
}

// checkChair wants somebody who may take the chair, and who may decide for the council where the chair decides.
func (c Council) checkChair(path string, id casework.PersonID, kind PanelType, found *faults) {
	c.needRole(path, id, casework.PanelChair, found)
	if kind == ChairDecides && !slices.ContainsFunc(c.People, func(p Person) bool { return p.ID == id && p.decides() }) {
		found.addf(path, "Record a delegation as employed or seconded, or make the panel advisory.", "%s would decide for the council and has no delegation.", id)
	}
}

// decides reports whether the entry is of an officer who may decide for the council.
func (p Person) decides() bool {
	return slices.Contains(p.Roles, casework.DecisionMaker) && p.Delegation != nil &&
		(p.Delegation.Status == "employed" || p.Delegation.Status == "seconded")
}

func (c Council) checkSubstitutes(at string, p Panel, found *faults) {
	seen := map[casework.PersonID]bool{}
	for i, s := range p.Substitutes {
		here := fmt.Sprintf("%s.substitutes[%d]", at, i)
		switch {
		case s.For == p.Chair:
			c.checkChair(here+".person", s.Person, p.Type, found)
		case !slices.Contains(p.Members, s.For):
			found.addf(here+".for", "Name a member, or the chair.", "%q has no seat on the panel.", s.For)
		default:
			c.needRole(here+".person", s.Person, casework.PanelMember, found)
		}
		switch {
		case slices.Contains(p.Everyone(), s.Person):
			found.addf(here+".person", "Name somebody who has no seat of their own.", "%s has a seat already.", s.Person)
		case seen[s.Person]:
			found.addf(here+".person", "Let each person stand in for one member.", "%s stands in for somebody else already.", s.Person)
		}
		seen[s.Person] = true
	}
}

// checkRequired wants somebody on the panel for each role that it asks for.
func (c Council) checkRequired(at string, p Panel, found *faults) {
	for i, need := range p.Required {
		here := fmt.Sprintf("%s.required_roles[%d].role", at, i)
		if slices.ContainsFunc(p.Required[:i], func(other RequiredRole) bool { return other.Role == need.Role }) {
			found.addf(here, "Keep one of them.", "%s stands there twice.", need.Role)
		}
		knows := func(other Person) bool {
			_, seated := p.Seat(other.ID)
			return seated && slices.Contains(other.PanelRoles, need.Role)
		}
		if !slices.ContainsFunc(c.People, knows) {
			found.addf(here, "Add it to a member’s panel_roles, or take it out: the panel could never meet.", "nobody on the panel has the panel role %s.", need.Role)
		}
	}
}

func checkMeetings(at string, p Panel, found *faults) {
	if m := p.Meets; m != nil && clockShape.MatchString(m.From) && clockShape.MatchString(m.Until) && m.Until <= m.From {
		found.addf(at+".meets.until", "Correct one of the two.", "%s is not after from, %s.", m.Until, m.From)
	}
	var before statute.Day
	for i, day := range p.Meetings {
		here := fmt.Sprintf("%s.meetings[%d]", at, i)
		switch weekday := day.Weekday(); {
		case day.IsZero():
			found.addf(here, "Fill it in or take it out.", "is empty.")
		case !inForce(p.From, p.Until, day):
			found.addf(here, "Correct it, or the panel’s own dates.", "%s lies outside the panel’s time, %s.", day.Short(), dates(p.From, p.Until))
		case weekday == time.Saturday || weekday == time.Sunday:
			found.addf(here, "Give a working day.", "%s is at a weekend.", day.Short())
		case !before.IsZero() && !day.After(before):
			found.addf(here, "List each meeting once, the earliest first.", "%s does not come after %s.", day.Short(), before.Short())
		}
		before = day
	}
}

func (c Council) checkSettings(found *faults) {
	for i, s := range c.Settings {
		at := fmt.Sprintf("settings[%d]", i)
		for j, other := range c.Settings[:i] {
			if s.ID == other.ID {
				found.addf(at+".id", "Give each setting its own.", "%s is the ID of settings[%d] too.", s.ID, j)
			}
		}
		checkClosures(at, s.Closures, found)
	}
}

// checkClosures wants each closure to end after it began, and before the next.
func checkClosures(at string, closures []Closure, found *faults) {
	for i, c := range closures {
		here := fmt.Sprintf("%s.closures[%d]", at, i)
		switch {
		case c.Closed.IsZero():
			found.addf(here+".closed", "Give the first day on which it is closed.", "is empty.")
		case c.Reopens.IsZero():
			found.addf(here+".reopens", "Give the first day on which it is open again.", "is empty.")
		case !c.Reopens.After(c.Closed):
			found.addf(here+".reopens", "Give the first day closed, then the first day open again.", "%s is not after closing on %s.", c.Reopens.Short(), c.Closed.Short())
		case i > 0 && c.Closed.Before(closures[i-1].Reopens):
			found.addf(here+".closed", "List them in order; where one runs into the next, make them one.", "%s lies before the re-opening on %s.", c.Closed.Short(), closures[i-1].Reopens.Short())
		}
	}
}
