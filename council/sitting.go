package council

import (
	"cmp"
	"fmt"
	"slices"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// usualCapacity is how many cases a meeting takes where the settings do not say: a morning, ten minutes or so for each.
const usualCapacity = 12

// Takes is how many cases a meeting of the panel takes.
func (p Panel) Takes() int { return cmp.Or(p.Capacity, usualCapacity) }

// PanelFor is the panel for a child born on the day, for a request received then: among those in force the one for the
// youngest, as long as the child is young enough for it, and else the first that takes all ages.
func (c Council) PanelFor(born, received statute.Day) (Panel, bool) {
	var found Panel
	ok := false
	for _, p := range c.Panels {
		switch {
		case !inForce(p.From, p.Until, received):
		case p.TakesUnder > 0 && (born.IsZero() || !received.Before(born.AddMonths(12*p.TakesUnder))):
		case !ok, p.TakesUnder > 0 && (found.TakesUnder == 0 || p.TakesUnder < found.TakesUnder):
			found, ok = p, true
		}
	}
	return found, ok
}

// MeetingOn is a meeting of the panel on the day, as the settings of that day have it: who is invited and what they
// know, the quorum, the place. The error names the panels there are.
func (c Council) MeetingOn(panel string, on statute.Day) (meeting.Planned, error) {
	p, ok := c.Panel(panel, on)
	if !ok {
		var there []string
		for _, p := range c.Panels {
			if inForce(p.From, p.Until, on) {
				there = append(there, p.ID)
			}
		}
		return meeting.Planned{}, fmt.Errorf("%q is no panel of the council on %s: there are %v", panel, on.Short(), there)
	}
	m := meeting.Planned{
		Panel: p.ID, Name: p.Name, On: on, Chair: p.Chair, Clerk: p.Clerk, Quorum: p.Quorum, PackOn: p.PackRelease(on), Capacity: p.Takes(),
		Urgent: !slices.Contains(p.Meetings, on),
	}
	if p.Meets != nil {
		m.From, m.Until, m.Place = p.Meets.From, p.Meets.Until, p.Meets.Place
	}
	m.Required = p.asks()
	for _, id := range p.Everyone() {
		if seat, ok := c.seatOf(p, id, on); ok {
			m.Seats = append(m.Seats, seat)
		}
	}
	return m, nil
}

// asks is what somebody must know on each case, as a meeting has it.
func (p Panel) asks() []meeting.Required {
	var list []meeting.Required
	for _, need := range p.Required {
		list = append(list, meeting.Required{Knows: string(need.Role), WrittenView: need.WrittenView})
	}
	return list
}

// SeatAt is the seat that somebody has or may take on the panel, and false where there is none for them.
func (c Council) SeatAt(panel string, id casework.PersonID, on statute.Day) (meeting.Seat, bool) {
	p, ok := c.Panel(panel, on)
	if !ok {
		return meeting.Seat{}, false
	}
	return c.seatOf(p, id, on)
}

func (c Council) seatOf(p Panel, id casework.PersonID, on statute.Day) (meeting.Seat, bool) {
	who, known := c.Person(id, on)
	taken, seated := p.Seat(id)
	if !known || !seated {
		return meeting.Seat{}, false
	}
	s := meeting.Seat{Member: id, Name: who.Name, Post: who.Post, For: taken, Setting: who.Setting}
	for _, r := range who.PanelRoles {
		s.Knows = append(s.Knows, string(r))
	}
	return s, true
}

// ConfirmsMeeting looks up again, in the settings of the day on which an event of a meeting is recorded, who gave the
// command, and that a seat is one of the panel. It is asked inside the transaction that records the event, as
// [Council.ConfirmsIn] is for cases. The error is a [*casework.Refused].
func (c Council) ConfirmsMeeting(m meeting.Meeting, e meeting.Event) error {
	if e.By.Person == casework.Engine().Person {
		return nil
	}
	r := recheck{c: c, on: statute.DayOf(e.RecordedAt), act: e.Act}
	if r.person(e.By) {
		if b, ok := e.Body.(meeting.Invited); ok {
			if _, seated := c.SeatAt(m.Panel, b.Seat.Member, m.On); !seated {
				r.addf("member", "Name somebody of the panel, or a substitute.", "%s has no seat on the %s on %s.", b.Seat.Name, m.Name, m.On.Short())
			}
		}
	}
	if len(r.gaps) == 0 {
		return nil
	}
	return &casework.Refused{Act: e.Act, Gaps: r.gaps, Words: meeting.Words(e.Act)}
}
