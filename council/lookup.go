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

// Panel finds the panel as it stands on the day.
func (c Council) Panel(id string, on statute.Day) (Panel, bool) {
	for _, p := range c.Panels {
		if p.ID == id && inForce(p.From, p.Until, on) {
			return p, true
		}
	}
	return Panel{}, false
}

// Everyone is the chair and the members, each once, the chair first.
func (p Panel) Everyone() []casework.PersonID {
	all := []casework.PersonID{p.Chair}
	for _, m := range p.Members {
		if !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	return all
}

// Contact finds the contact of the kind that a letter of the day names.
func (c Council) Contact(kind ContactKind, on statute.Day) (Contact, bool) {
	for _, k := range c.Contacts {
		if k.Kind == kind && inForce(k.From, k.Until, on) {
			return k, true
		}
	}
	return Contact{}, false
}

// Stale reports whether nobody has confirmed the contact in the twelve months before the day. A stale contact is a
// thing to confirm, and never makes a notice late.
func (Council) Stale(k Contact, on statute.Day) bool { return k.Checked.AddMonths(12).Before(on) }

// School finds a school, nursery or college.
func (c Council) School(id casework.SettingID) (School, bool) {
	for _, s := range c.Settings {
		if s.ID == id {
			return s, true
		}
	}
	return School{}, false
}

// SchoolAddressee is the setting as letters to it are addressed: to its head by name where one is known. It is nil
// where the council does not know the setting, and no letter goes to one then.
func (c Council) SchoolAddressee(id casework.SettingID) *casework.Addressee {
	s, found := c.School(id)
	if !found {
		return nil
	}
	return &casework.Addressee{
		ID: casework.School, Standing: casework.Setting, Name: s.addressed(), Relationship: s.headPost(),
		Address: append([]string{s.Name}, s.Address...), Postcode: s.Postcode, Phone: s.Phone, Email: s.Email,
		Channel: statute.FirstClass,
	}
}

func (s School) headPost() string {
	if s.HeadPost == "" {
		return "Headteacher"
	}
	return s.HeadPost
}

func (s School) addressed() string {
	if s.Head == "" {
		return "The " + s.headPost()
	}
	return s.Head
}

// Complete fills in what an act takes from the settings of the day: the quorum of the panel that recommends. Where the
// panel is not known the quorum stays 0, and casework refuses the act.
func (c Council) Complete(act casework.Act, on statute.Day) casework.Act {
	r, ok := act.(casework.Recommend)
	if !ok {
		return act
	}
	panel, _ := c.Panel(r.Panel, on)
	r.Quorum = panel.Quorum
	return r
}

// clone copies what a caller could change.
func (c Council) clone() Council {
	c.Address, c.Warnings = slices.Clone(c.Address), slices.Clone(c.Warnings)
	c.Contacts, c.People = slices.Clone(c.Contacts), slices.Clone(c.People)
	c.Panels, c.Settings = slices.Clone(c.Panels), slices.Clone(c.Settings)
	for i := range c.People {
		c.People[i].Roles = slices.Clone(c.People[i].Roles)
		if d := c.People[i].Delegation; d != nil {
			own := *d
			c.People[i].Delegation = &own
		}
	}
	for i := range c.Panels {
		c.Panels[i].Members = slices.Clone(c.Panels[i].Members)
	}
	return c
}
