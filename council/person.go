package council

import (
	"cmp"
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// The roles that matter to the settings and give no command in a case.
const (
	LegalAdviser   casework.Role = "legal_adviser"   // signs off wording and refusals
	RecordsManager casework.Role = "records_manager" // disposes of what need not be kept
	SchoolLead     casework.Role = "school_lead"     // invites and removes colleagues of the own setting
)

// Person is somebody who works for the council, a school or a partner. Somebody whose post or roles change has one
// entry for each time, with the same ID.
type Person struct {
	ID         casework.PersonID  `json:"id" validate:"required,id"`
	Name       string             `json:"name" validate:"required"`
	Post       string             `json:"post" validate:"required"` // as letters print it
	Phone      string             `json:"phone,omitempty" validate:"omitempty,phone"`
	Email      string             `json:"email,omitempty" validate:"omitempty,email"`
	Roles      []casework.Role    `json:"roles" validate:"min=1,unique,dive,choice"`           // what they may do here
	PanelRoles []PanelRole        `json:"panel_roles,omitempty" validate:"unique,dive,choice"` // what they know, where a panel asks for it
	Setting    casework.SettingID `json:"setting,omitempty"`                                   // the setting they work for, which is an interest in its children's cases
	Delegation *Delegation        `json:"delegation,omitempty"`                                // of a decision-maker
	Cover      casework.PersonID  `json:"cover,omitempty"`                                     // who carries their cases after their last day
	From       statute.Day        `json:"from" validate:"required"`                            // first day
	Until      statute.Day        `json:"until,omitzero"`                                      // last day, none while it goes on
}

// Delegation is what lets an officer decide, with its own dates.
type Delegation struct {
	casework.Delegation
	From  statute.Day `json:"from"`           // first day
	Until statute.Day `json:"until,omitzero"` // last day, none while it goes on
}

// Carrier is who carries the cases of an officer on the day: the officer, or once they have left their cover, the
// cover's own cover and so on, and where that leads to nobody the default officer. The second result is false where the
// default officer is not there either.
func (c Council) Carrier(officer casework.PersonID, on statute.Day) (Person, bool) {
	for range c.People { // longer than any chain of covers without a loop
		if p, here := c.Person(officer, on); here {
			return p, true
		}
		next := c.lastCover(officer, on)
		if next == "" {
			break
		}
		officer = next
	}
	return c.Person(c.DefaultOfficer, on)
}

// lastCover is whom the person named when they last left, or empty.
func (c Council) lastCover(id casework.PersonID, on statute.Day) casework.PersonID {
	var last Person
	for _, p := range c.People {
		if p.ID == id && p.From.Before(on) && !p.From.Before(last.From) {
			last = p
		}
	}
	return last.Cover
}

// Handover says that an officer has left, and who carries their cases now.
type Handover struct {
	From casework.PersonID `json:"from"` // who has left
	Left statute.Day       `json:"left"` // their last day
	To   casework.PersonID `json:"to"`   // empty where nobody is there to take them
}

// Handovers lists the casework officers who have left by the day, in the order in which they left, each with who
// carries their cases now. Cases that still name them are to be given over.
func (c Council) Handovers(on statute.Day) []Handover {
	left := map[casework.PersonID]statute.Day{}
	for _, p := range c.People {
		_, here := c.Person(p.ID, on)
		ended := !p.Until.IsZero() && p.Until.Before(on)
		if !here && ended && slices.Contains(p.Roles, casework.CaseworkOfficer) && p.Until.After(left[p.ID]) {
			left[p.ID] = p.Until
		}
	}
	var list []Handover
	for id, last := range left {
		to, _ := c.Carrier(id, on)
		list = append(list, Handover{From: id, Left: last, To: to.ID})
	}
	slices.SortFunc(list, func(a, b Handover) int {
		return cmp.Or(cmp.Compare(a.Left.Sub(b.Left), 0), cmp.Compare(a.From, b.From))
	})
	return list
}

// MayChange refuses people to whom the council's settings do not belong: they are for the service manager and the
// director, on the day. The error says who may.
func (c Council) MayChange(id casework.PersonID, on statute.Day) error {
	a, err := c.Actor(id, on, "")
	if err != nil {
		return err
	}
	if a.Has(casework.ServiceManager) || a.Has(casework.Director) {
		return nil
	}
	return notTheirs(a, c.with(on, casework.ServiceManager, casework.Director))
}
