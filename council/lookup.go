package council

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// inForce reports whether the day lies within the dates, both included; no last day means that it goes on.
func inForce(from, until, on statute.Day) bool {
	return !on.Before(from) && (until.IsZero() || !on.After(until))
}

// Person finds who has the ID on the day.
func (c Council) Person(id casework.PersonID, on statute.Day) (Person, bool) {
	for _, p := range c.People {
		if p.ID == id && inForce(p.From, p.Until, on) {
			return p, true
		}
	}
	return Person{}, false
}

// Actor is the person with the facts that a command carries: roles, setting, and the delegation when one is in force on
// the day. The account is the one on the machine that was used, and may be empty.
//
// The error names who there is on the day, or says from when until when the person was known.
func (c Council) Actor(id casework.PersonID, on statute.Day, account string) (casework.Actor, error) {
	p, found := c.Person(id, on)
	if !found {
		return casework.Actor{}, c.unknown(id, on)
	}
	return p.actor(on, account), nil
}

func (p Person) actor(on statute.Day, account string) casework.Actor {
	a := casework.Actor{Person: p.ID, Name: p.Name, Post: p.Post, Roles: slices.Clone(p.Roles), Setting: p.Setting, Account: account}
	if d := p.Delegation; d != nil && inForce(d.From, d.Until, on) {
		under := d.Delegation
		a.Delegation = &under
	}
	return a
}

// unknown says why nobody acts under the ID on the day.
func (c Council) unknown(id casework.PersonID, on statute.Day) error {
	var here []string
	for _, p := range c.People {
		if p.ID == id {
			return fmt.Errorf("%s is not in the council’s settings on %s, only %s: record the dates there, or act as somebody else", id, on.Short(), dates(p.From, p.Until))
		}
		if inForce(p.From, p.Until, on) {
			here = append(here, string(p.ID))
		}
	}
	slices.Sort(here)
	return fmt.Errorf("%q is nobody in the council’s settings: on %s there are %s", id, on.Short(), orNobody(strings.Join(here, ", ")))
}

func dates(from, until statute.Day) string {
	if until.IsZero() {
		return "from " + from.Short()
	}
	return "from " + from.Short() + " to " + until.Short()
}

func orNobody(s string) string {
	if s == "" {
		return "no people"
	}
	return s
}

// Standing is the officer in whose name a request of the day is determined on receipt, or nil: where the council has no
// such rule, and where on that day nobody can decide in its name. The request is received all the same, and an officer
// determines it.
func (c Council) Standing(on statute.Day) *casework.Actor {
	if !c.DetermineOnReceipt {
		return nil
	}
	a, err := c.Actor(c.StandingOfficer, on, "")
	if err != nil || a.Delegation == nil || !a.Has(casework.DecisionMaker) {
		return nil
	}
	return &a
}

// with lists who has one of the roles on the day, by name and ID.
func (c Council) with(on statute.Day, roles ...casework.Role) []string {
	var list []string
	for _, p := range c.People {
		has := func(r casework.Role) bool { return slices.Contains(p.Roles, r) }
		if inForce(p.From, p.Until, on) && slices.ContainsFunc(roles, has) {
			list = append(list, fmt.Sprintf("%s (%s)", p.Name, p.ID))
		}
	}
	return list
}

func notTheirs(a casework.Actor, who []string) error {
	return fmt.Errorf("the settings are not for %s to change: ask %s", a.Name, orNobody(strings.Join(who, " or ")))
}
