package council

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// checkReferences checks what one part of the settings says of another.
func (c Council) checkReferences(found *faults) {
	c.checkOfficers(found)
	c.checkWarnings(found)
	c.checkContacts(found)
	c.checkPeople(found)
	c.checkPanels(found)
	c.checkSettings(found)
}

func (c Council) checkOfficers(found *faults) {
	if c.StandingOfficer != "" {
		c.needRole("standing_officer", c.StandingOfficer, casework.DecisionMaker, found)
		decides := func(p Person) bool { return p.ID == c.StandingOfficer && p.Delegation != nil }
		if !slices.ContainsFunc(c.People, decides) {
			found.addf("standing_officer", "Record the paragraph of the scheme in delegation, or name somebody who has one.", "%s has no delegation.", c.StandingOfficer)
		}
	}
	c.needRole("default_officer", c.DefaultOfficer, casework.CaseworkOfficer, found)
}

// needRole wants an ID to be somebody's who has one of the roles.
func (c Council) needRole(path string, id casework.PersonID, role casework.Role, found *faults) {
	known := false
	for _, p := range c.People {
		known = known || p.ID == id
		if p.ID == id && slices.Contains(p.Roles, role) {
			return
		}
	}
	if !known {
		found.addf(path, "Add the person to people, or correct the ID.", "%q is nobody in people.", id)
		return
	}
	found.addf(path, "Add the role to the person’s roles, or name somebody who has it.", "%s does not have the role %s.", id, role)
}

func (c Council) checkWarnings(found *faults) {
	points := map[int]bool{}
	roles := []casework.Role{casework.CaseworkOfficer, casework.DecisionMaker, casework.Clerk, casework.ServiceManager, casework.Director}
	for i, w := range c.Warnings {
		at := fmt.Sprintf("warnings[%d]", i)
		switch {
		case w.Days < 0 || w.Days > 41:
			found.addf(at+".days", "Give the number of days before the last day for sending, from 0 to 41.", "is %d, which does not lie within the six weeks.", w.Days)
		case points[w.Days]:
			found.addf(at+".days", "Name the gravest person to be told and take the other out.", "%d days have a warning already.", w.Days)
		}
		points[w.Days] = true
		if !slices.Contains(roles, w.Tell) {
			found.addf(at+".tell", "Choose one of: "+list(roles)+".", "%q is not a role that can be told.", w.Tell)
		} else if !slices.ContainsFunc(c.People, func(p Person) bool { return slices.Contains(p.Roles, w.Tell) }) {
			found.addf(at+".tell", "Give somebody the role, or tell another.", "nobody in people has the role %s.", w.Tell)
		}
	}
}

// checkContacts wants one contact of each kind at a time, and one of every kind that a notice must name.
func (c Council) checkContacts(found *faults) {
	for i, k := range c.Contacts {
		at := fmt.Sprintf("contacts[%d]", i)
		checkDates(at, k.From, k.Until, found)
		if k.Phone == "" && k.Email == "" && k.Web == "" {
			found.addf(at, "Give phone, email or web.", "cannot be reached: it has no telephone number, e-mail address or web address.")
		}
		for j, other := range c.Contacts[:i] {
			if k.Kind == other.Kind && overlap(k.From, k.Until, other.From, other.Until) {
				found.addf(at+".from", "End the earlier one with until.", "%s is valid at the same time as contacts[%d], and a letter names one %s.", k.Name, j, k.Kind)
			}
		}
	}
	missing := slices.DeleteFunc(ContactKinds(), func(kind ContactKind) bool {
		return slices.ContainsFunc(c.Contacts, func(k Contact) bool { return k.Kind == kind })
	})
	if len(missing) > 0 {
		found.addf("contacts", "Add it: a refusal that does not name it is no lawful notice (reg 5(3), reg 32).", "have none of the kind %s.", list(missing))
	}
}

func (c Council) checkPeople(found *faults) {
	for i, p := range c.People {
		at := fmt.Sprintf("people[%d]", i)
		checkDates(at, p.From, p.Until, found)
		if p.ID == casework.Engine().Person {
			found.addf(at+".id", "Give another ID.", "%q is kept for what happens by itself.", p.ID)
		}
		if _, known := c.School(p.Setting); p.Setting != "" && !known {
			found.addf(at+".setting", "Add it to settings, or correct the ID.", "%q is no setting in settings.", p.Setting)
		}
		for j, other := range c.People[:i] {
			if p.ID == other.ID && overlap(p.From, p.Until, other.From, other.Until) {
				found.addf(at+".id", "Give another ID, or end the earlier entry with until.", "%s is people[%d] at the same time.", p.ID, j)
			}
		}
		c.checkDelegation(at, p, found)
	}
}

func (c Council) checkDelegation(at string, p Person, found *faults) {
	decides := slices.Contains(p.Roles, casework.DecisionMaker)
	switch d := p.Delegation; {
	case d == nil && decides:
		found.addf(at+".delegation", "Give scheme, paragraph, status and from.", "is missing: a decision-maker decides under a paragraph of the council’s scheme.")
	case d == nil:
	case !decides:
		found.addf(at+".delegation", "Add the role decision_maker, or take the delegation out.", "belongs to a decision-maker, and %s has not that role.", p.ID)
	default:
		at += ".delegation"
		for _, part := range []struct{ name, value string }{{"scheme", d.Scheme}, {"paragraph", d.Paragraph}} {
			if part.value == "" {
				found.addf(at+"."+part.name, "Copy it from the council’s scheme of delegation.", "is empty.")
			}
		}
		if d.Status != "employed" && d.Status != "seconded" {
			found.addf(at+".status", "Write employed or seconded: nobody else decides for the council.", "is %q.", d.Status)
		}
		if d.From.IsZero() {
			found.addf(at+".from", "Give the first day of the delegation.", "is empty.")
		}
		checkDates(at, d.From, d.Until, found)
	}
}

func (c Council) checkPanels(found *faults) {
	for i, p := range c.Panels {
		at := fmt.Sprintf("panels[%d]", i)
		checkDates(at, p.From, p.Until, found)
		c.needRole(at+".chair", p.Chair, casework.PanelChair, found)
		for j, m := range p.Members {
			if m != p.Chair {
				c.needRole(fmt.Sprintf("%s.members[%d]", at, j), m, casework.PanelMember, found)
			}
		}
		if p.Clerk != "" {
			c.needRole(at+".clerk", p.Clerk, casework.Clerk, found)
		}
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

func (c Council) checkSettings(found *faults) {
	for i, s := range c.Settings {
		for j, other := range c.Settings[:i] {
			if s.ID == other.ID {
				found.addf(fmt.Sprintf("settings[%d].id", i), "Give each setting its own.", "%s is the ID of settings[%d] too.", s.ID, j)
			}
		}
	}
}

func checkDates(at string, from, until statute.Day, found *faults) {
	if !until.IsZero() && until.Before(from) {
		found.addf(at+".until", "Correct one of the two.", "%s lies before from, %s.", until.Short(), from.Short())
	}
}

// overlap reports whether the two stretches share a day; no last day means that a stretch goes on.
func overlap(from, until, otherFrom, otherUntil statute.Day) bool {
	return (until.IsZero() || !until.Before(otherFrom)) && (otherUntil.IsZero() || !otherUntil.Before(from))
}

func list[S ~string](names []S) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = string(n)
	}
	return strings.Join(words, ", ")
}
