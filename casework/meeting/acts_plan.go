package meeting

import (
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Begin is the first event of a meeting, called by somebody, with what the council's settings say of the panel. The
// error is a [*casework.Refused].
func Begin(p Planned, by casework.Actor, key string, at time.Time) ([]Event, error) {
	var g gaps
	m := Meeting{Planned: p}
	ruleOf(ActPlan).admit(m, Command{By: by}, &g)
	today := statute.DayOf(at)
	switch {
	case blank(p.Panel) || len(p.Seats) == 0 || p.Quorum < 1:
		g.addf("panel", "Name a panel by its ID in the council’s settings.", "%q is no panel of the council on that day.", p.Panel)
	case p.On.IsZero() || p.On.Before(today):
		g.addf("on", "Give the day of a coming meeting.", "must be a day from today (%s) on.", today.Short())
	}
	checkCapacity(p.Capacity, &g)
	if err := g.refuse(ActPlan); err != nil {
		return nil, err
	}
	p.PackOn = later(p.PackOn, today)
	if p.From >= p.Until { // the panel's usual end is none for a meeting that begins after it
		p.Until = ""
	}
	return []Event{{Seq: 1, FellOn: today, RecordedAt: at.UTC(), By: by, Key: key, Act: ActPlan, Body: p}}, nil
}

func later(a, b statute.Day) statute.Day {
	if a.Before(b) {
		return b
	}
	return a
}

func checkCapacity(n int, g *gaps) {
	if n < 1 || n > 60 {
		g.addf("capacity", "Give a number from 1 to 60.", "is %d.", n)
	}
}

// ChangeDate puts the meeting on another day. The cases on its agenda are to be listed again, because what suited the
// old day may come too late on the new one.
type ChangeDate struct {
	On  statute.Day `json:"on"`
	Why string      `json:"why"`
}

// Kind is ActDate.
func (ChangeDate) Kind() casework.ActKind { return ActDate }

func (a ChangeDate) check(s scene, g *gaps) {
	switch {
	case a.On.IsZero() || a.On.Before(s.on):
		g.addf("on", "Give the day of a coming meeting.", "must be a day from today (%s) on.", s.on.Short())
	case a.On == s.m.On:
		g.addf("on", "Give another day.", "is the day on which the meeting is already.")
	case slices.ContainsFunc(s.agenda.Slots, func(t Slot) bool { return t.On == a.On && t.Meeting != "" && t.Meeting != s.m.Ref }):
		g.addf("on", "Choose another day, or cancel this meeting.", "has a meeting of the panel already.")
	}
	if blank(a.Why) {
		g.addf("why", "Say in a sentence why; families may ask.", "is missing.")
	}
}

func (a ChangeDate) follows(s scene) ([]Body, []Tell) {
	days := s.m.On.Sub(s.m.PackOn)
	slots := slices.DeleteFunc(slices.Clone(s.agenda.Slots), func(t Slot) bool { return t.Meeting == s.m.Ref })
	slots = append(slots, Slot{Meeting: s.m.Ref, On: a.On, Room: s.m.Capacity})
	body := DateChanged{Was: s.m.On, On: a.On, PackOn: later(a.On.AddDays(-days), s.on), Why: a.Why, Effects: s.effects(slots)}
	return []Body{body}, s.backToBeListed("the meeting was moved to " + a.On.Short())
}

// Cancel cancels the meeting. The cases on its agenda are to be listed again.
type Cancel struct {
	Why string `json:"why"`
}

// Kind is ActCancel.
func (Cancel) Kind() casework.ActKind { return ActCancel }

func (a Cancel) check(_ scene, g *gaps) {
	if blank(a.Why) {
		g.addf("why", "Say in a sentence why; families may ask.", "is missing.")
	}
}

func (a Cancel) follows(s scene) ([]Body, []Tell) {
	slots := slices.DeleteFunc(slices.Clone(s.agenda.Slots), func(t Slot) bool { return t.Meeting == s.m.Ref || t.On == s.m.On })
	return []Body{Cancelled{Why: a.Why, Effects: s.effects(slots)}}, s.backToBeListed("the meeting was cancelled")
}

// effects says of each case on the agenda when it can be taken now.
func (s scene) effects(slots []Slot) []Effect {
	var list []Effect
	for _, item := range s.agenda.listed(s.m) {
		d := item.Case.Opened.Decide
		e := Effect{Case: item.Case.Ref, Due: d.Due, Target: d.Target, WorkBy: d.WorkBy, Effective: d.Effective, SendBy: d.SendBy, DaysLeft: d.SendBy.Sub(s.on)}
		if next, ok := Choose(item.Case, slots, s.on); ok {
			e.Next, e.DaysLeft = next.On, d.SendBy.Sub(next.On)
		}
		list = append(list, e)
	}
	return list
}

// backToBeListed tells each case on the agenda that it is on none now.
func (s scene) backToBeListed(why string) []Tell {
	var tells []Tell
	for _, item := range s.agenda.listed(s.m) {
		was := item.Case.Listed
		tells = append(tells, Tell{Case: item.Case, Bodies: []casework.Body{casework.Unlisted{Panel: was.Panel, On: was.On, Meeting: s.m.Ref, Why: why}}})
	}
	return tells
}

// SetCapacity says how many cases the meeting can take. Those on its agenda stay.
type SetCapacity struct {
	Capacity int    `json:"capacity"`
	Why      string `json:"why,omitempty"`
}

// Kind is ActCapacity.
func (SetCapacity) Kind() casework.ActKind { return ActCapacity }

func (a SetCapacity) check(_ scene, g *gaps) { checkCapacity(a.Capacity, g) }

func (a SetCapacity) follows(scene) ([]Body, []Tell) { return []Body{CapacitySet(a)}, nil }

// Invite gives somebody a seat: a substitute in the place of a member who cannot come, or a further member.
type Invite struct {
	Member casework.PersonID `json:"member"`
	For    casework.PersonID `json:"for,omitempty"` // whose seat they take; their own if left out
	Why    string            `json:"why,omitempty"`
	Seat   *Seat             `json:"seat,omitempty"` // filled in from the council's settings
}

// Kind is ActInvite.
func (Invite) Kind() casework.ActKind { return ActInvite }

func (a Invite) check(s scene, g *gaps) {
	if a.Member == "" || a.Seat == nil || a.Seat.Member != a.Member {
		g.addf("member", "Name somebody who has a seat on the panel, or is a substitute, in the council’s settings.", "%q has no seat on the %s that they could take.", a.Member, s.m.Name)
		return
	}
	if old, invited := s.m.Seat(a.Member); invited && old.For == a.Seat.For {
		g.addf("member", "Nothing needs to be done, or name another.", "%s is invited already.", a.Seat.Name)
	}
}

func (a Invite) follows(s scene) ([]Body, []Tell) {
	return []Body{Invited{Seat: *a.Seat, Why: a.Why}}, nil
}

// Excuse records that a member cannot come.
type Excuse struct {
	Member casework.PersonID `json:"member"`
	Why    string            `json:"why,omitempty"`
}

// Kind is ActExcuse.
func (Excuse) Kind() casework.ActKind { return ActExcuse }

func (a Excuse) check(s scene, g *gaps) {
	if _, invited := s.m.Seat(a.Member); !invited || slices.Contains(s.m.Excused, a.Member) {
		g.addf("member", "Name one of those invited who has not sent apologies yet.", "%q is not expected.", a.Member)
	}
}

func (a Excuse) follows(scene) ([]Body, []Tell) { return []Body{Excused(a)}, nil }
