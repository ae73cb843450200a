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
	c.checkChannels(found)
	c.checkContacts(found)
	c.checkPeople(found)
	c.checkPanels(found)
	c.checkSettings(found)
	c.checkLanguages(found)
	c.checkRetention(found)
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
	c.needRole("service_manager", c.ServiceManager, casework.ServiceManager, found)
	c.needRole("legal_sign_off", c.LegalSignOff, LegalAdviser, found)
}

// needPerson wants an ID to be somebody's.
func (c Council) needPerson(path string, id casework.PersonID, found *faults) {
	if !slices.ContainsFunc(c.People, func(p Person) bool { return p.ID == id }) {
		found.addf(path, "Add the person to people, or correct the ID.", "%q is nobody in people.", id)
	}
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
		c.checkCover(at, p, found)
		c.checkDelegation(at, p, found)
	}
}

// checkCover wants the cases of somebody who leaves to come to somebody else who carries cases, and never back.
func (c Council) checkCover(at string, p Person, found *faults) {
	at += ".cover"
	if p.Cover == "" {
		return
	}
	if slices.Contains(p.Roles, casework.CaseworkOfficer) {
		c.needRole(at, p.Cover, casework.CaseworkOfficer, found)
	} else {
		c.needPerson(at, p.Cover, found)
	}
	next := map[casework.PersonID]casework.PersonID{}
	for _, other := range c.People {
		next[other.ID] = other.Cover
	}
	id := p.Cover
	for range c.People {
		if id == p.ID {
			found.addf(at, "Name somebody whose own cover leads elsewhere.", "leads back to %s.", p.ID)
			return
		}
		id = next[id]
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
