package meeting

import (
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// viewsDays is how many working days before the meeting members are reminded of views they have not recorded.
const viewsDays = 2

// workingDays is the working day so many after a day, or before it: nobody is reminded on a weekend or a bank holiday. Where
// the bank holidays of that year are not known yet, days are counted.
func workingDays(on statute.Day, n int) statute.Day {
	if day, err := statute.AddWorkingDays(on, n); err == nil {
		return day
	}
	return on.AddDays(n)
}

// moment is a day on which something falls due by itself.
type moment struct {
	on   statute.Day
	why  string
	what Reminder // empty for the pack
}

// Next is the next day on which the meeting has something to do by itself, or nothing.
func (m Meeting) Next() (casework.Moment, bool) {
	coming := m.moments()
	if len(coming) == 0 {
		return casework.Moment{}, false
	}
	return casework.Moment{On: coming[0].on, Why: coming[0].why}, true
}

func (m Meeting) moments() []moment {
	var coming []moment
	add := func(on statute.Day, what Reminder, why string) {
		if !slices.Contains(m.Reminded, what) {
			coming = append(coming, moment{on: on, why: why, what: what})
		}
	}
	switch m.Stage {
	case StagePlanned:
		if !m.PackOut {
			coming = append(coming, moment{on: m.PackOn, why: "the papers go out"})
		}
		add(workingDays(m.On, -viewsDays), RemindViews, "members are reminded of views that are missing")
		add(workingDays(m.On, -1), RemindMeeting, "members are reminded of the meeting")
		add(workingDays(m.On, 1), RemindNotOpened, "the meeting should have been opened")
	case StageOpen:
		add(workingDays(m.On, 1), RemindNotClosed, "the meeting should have been closed")
	}
	slices.SortStableFunc(coming, func(a, b moment) int { return a.on.Compare(b.on) })
	return coming
}

// Pass gives what follows from every moment that has come: the pack, reminders. Cases that were listed after the pack
// went out are released as they come; a quorum on a case that has changed is told to it.
//
// After a time away what is past is not done again for nothing: nobody is reminded of a meeting that was yesterday.
func (m Meeting) Pass(a Agenda, at time.Time) Follows {
	today := statute.DayOf(at)
	var bodies []Body
	for _, due := range m.moments() {
		if due.on.After(today) {
			break
		}
		bodies = append(bodies, m.fallen(due, a, today))
	}
	if m.Stage == StagePlanned && m.PackOut && !today.After(m.On) {
		if more := m.packed(a); len(more) > 0 {
			bodies = append(bodies, PackReleased{Items: more})
		}
	}
	tells := m.adopt(a)
	if m.Stage == StageOpen {
		if changed := m.changed(a); len(changed) > 0 {
			bodies, tells = append(bodies, QuorumChanged{Items: changed}), append(tells, m.tellMet(a, changed)...)
		}
	}
	return Follows{By: casework.Engine(), Events: m.record(bodies, casework.Engine(), at), Tells: tells}
}

// adopt tells cases that were listed for the panel's day, before the meeting was called, which meeting it is. From then on
// its opening, and not its day, opens the members' views.
func (m Meeting) adopt(a Agenda) []Tell {
	var tells []Tell
	for _, item := range a.listed(m) {
		if item.Case.Listed.Meeting == "" && m.Stage == StagePlanned {
			tells = append(tells, Tell{Case: item.Case, Bodies: []casework.Body{casework.Listed{Panel: m.Panel, Name: m.Name, On: m.On, Meeting: m.Ref}}})
		}
	}
	return tells
}

// fallen is what one moment brings. A reminder whose time is over is recorded with nobody to remind.
func (m Meeting) fallen(due moment, a Agenda, today statute.Day) Body {
	late := today.After(m.On)
	switch {
	case due.what == "":
		return PackReleased{Items: m.packed(a)}
	case due.what == RemindViews && !late:
		missing := m.MissingViews(a)
		return Reminded{What: due.what, Views: missing, To: membersOf(missing)}
	case due.what == RemindMeeting && !late:
		return Reminded{What: due.what, To: m.expected()}
	case due.what == RemindNotOpened, due.what == RemindNotClosed:
		to := []casework.PersonID{m.Chair}
		if m.Clerk != "" {
			to = append(to, m.Clerk)
		}
		return Reminded{What: due.what, To: to}
	}
	return Reminded{What: due.what}
}

// expected are those invited who have not sent apologies.
func (m Meeting) expected() []casework.PersonID {
	var list []casework.PersonID
	for _, s := range m.Seats {
		if !slices.Contains(m.Excused, s.Member) {
			list = append(list, s.Member)
		}
	}
	return list
}

// MissingViews are the views that expected members have not recorded on cases on the agenda in which they have no
// interest.
func (m Meeting) MissingViews(a Agenda) []MissingView {
	var list []MissingView
	for _, item := range a.Items {
		if !m.Takes(item.Case) {
			continue
		}
		for _, who := range m.expected() {
			seat, _ := m.Seat(who)
			has := slices.ContainsFunc(item.Case.Views, func(v casework.MemberView) bool { return v.Member == who })
			if !has && !interested(item.Case, seat) {
				list = append(list, MissingView{Case: item.Case.Ref, Member: who})
			}
		}
	}
	return list
}

func membersOf(missing []MissingView) []casework.PersonID {
	var list []casework.PersonID
	for _, v := range missing {
		if !slices.Contains(list, v.Member) {
			list = append(list, v.Member)
		}
	}
	return list
}

// Reminding is a reminder that is still to come.
type Reminding struct {
	On   statute.Day
	What Reminder
}

// Reminders are the reminders that are still to come, as the meeting stands, in their order.
func (m Meeting) Reminders() []Reminding {
	var list []Reminding
	for _, due := range m.moments() {
		if due.what != "" {
			list = append(list, Reminding{On: due.on, What: due.what})
		}
	}
	return list
}
