// Package sittings says what the register knows of panels' meetings: a meeting with its agenda, the coming ones of a panel, and
// what an act on a case takes from them. It reads and records nothing. The service works with it, and so do the tests of the
// pages, so that both fill in the same.
package sittings

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/records"
	"sendpanel/statute"
)

// Book is the register as panels' meetings are found in it, at a moment.
type Book struct {
	Register *records.Register
	Now      func() time.Time // real time; a shifted case or meeting adds its own
}

// Meeting is a meeting as its events in the register make it, with its agenda: the cases listed for it and those it took
// up, urgent ones first, and the coming meetings of the same panel.
func (b Book) Meeting(ctx context.Context, ref casework.MeetingRef) (meeting.Meeting, meeting.Agenda, error) {
	events, cases, err := b.Register.Agenda(ctx, ref)
	if err != nil {
		return meeting.Meeting{}, meeting.Agenda{}, err
	}
	m, err := meeting.Fold(events)
	if err != nil {
		return m, meeting.Agenda{}, err
	}
	items, err := activities.ItemsOf(m, cases)
	if err != nil {
		return m, meeting.Agenda{}, err
	}
	slots, err := b.Slots(ctx, m.Panel, m.Shift)
	return m, meeting.NewAgenda(items, slots), err
}

// Complete fills in what an act takes from the meeting that the register holds: which one a case is listed for or put
// off to, who was present when it was advised on, and whether a panel can still meet on a refusal. It refuses a meeting
// that has no room, unless the case is urgent.
func (b Book) Complete(ctx context.Context, c casework.Case, act casework.Act) (casework.Act, error) {
	var err error
	switch a := act.(type) {
	case casework.List:
		a.Meeting, err = b.meetingFor(ctx, c, act.Kind(), a.Panel, a.On)
		return a, err
	case casework.Defer:
		a.Meeting, err = b.meetingFor(ctx, c, act.Kind(), a.Panel, a.Until)
		return a, err
	case casework.Decide:
		if a.WithoutPanel != nil {
			without := *a.WithoutPanel
			without.CanMeet, err = b.canMeet(ctx, c)
			a.WithoutPanel = &without
		}
		return a, err
	case casework.Recommend:
		if c.Sitting == nil || len(a.Present) > 0 {
			return a, nil
		}
		m, _, err := b.Meeting(ctx, c.Sitting.Meeting)
		for _, s := range m.Items {
			if s.Case == c.Ref {
				a.Present = s.Present
			}
		}
		return a, err
	}
	return act, nil
}

// canMeet is the day of a meeting of the case's panel that has room and comes before the last day for sending, other than
// the one the case is listed for, of which it knows itself; the zero day where there is none.
func (b Book) canMeet(ctx context.Context, c casework.Case) (statute.Day, error) {
	today := statute.DayOf(b.Now().Add(c.Opened.Shift))
	panel, err := b.PanelFor(ctx, c, today)
	if err != nil || panel.ID == "" {
		return statute.Day{}, err
	}
	others := slices.DeleteFunc(panel.Slots, func(s meeting.Slot) bool { return c.Listed != nil && s.On == c.Listed.On })
	slot, _ := meeting.Choose(c, others, today)
	return slot.On, nil
}

// meetingFor is the open meeting of the panel on the day, and none where nobody has called one. It refuses one that has no room.
func (b Book) meetingFor(ctx context.Context, c casework.Case, act casework.ActKind, panel string, on statute.Day) (casework.MeetingRef, error) {
	rows, err := b.Register.Meetings(ctx, records.MeetingFilter{Panel: panel, From: on, Open: true})
	if err != nil {
		return "", err
	}
	for _, m := range rows {
		if m.On != on || m.Shift != c.Opened.Shift {
			continue
		}
		listed := c.Listed != nil && c.Listed.Meeting == m.Ref
		if m.Listed >= m.Capacity && len(c.Urgent) == 0 && !listed {
			return "", &casework.Refused{Act: act, Gaps: []casework.Gap{{Path: "on",
				What: fmt.Sprintf("is the day of meeting %s, which takes %d cases and has %d.", m.Ref, m.Capacity, m.Listed),
				Mend: "Choose another meeting, have the clerk or the chair set a larger capacity, or mark the case urgent if it is."}}}
		}
		return m.Ref, nil
	}
	return "", nil
}

// Slots are the coming meetings of the panel: those in the register, and in real time also the days that the council's
// settings plan and nobody has called a meeting for yet.
func (b Book) Slots(ctx context.Context, panel string, shift time.Duration) ([]meeting.Slot, error) {
	today := statute.DayOf(b.Now().Add(shift))
	rows, err := b.Register.Meetings(ctx, records.MeetingFilter{Panel: panel, From: today})
	if err != nil {
		return nil, err
	}
	var slots []meeting.Slot
	called := map[statute.Day]bool{}
	for _, m := range rows {
		if m.Shift != shift {
			continue
		}
		for _, was := range m.Moved {
			called[was] = true
		}
		called[m.On] = true // a meeting that was cancelled does not take place on its day in the settings' plan either
		if m.Stage == meeting.StagePlanned {
			slots = append(slots, meeting.Slot{Meeting: m.Ref, On: m.On, Room: m.Capacity - m.Listed})
		}
	}
	settings, _, err := b.Register.Settings(ctx)
	if err != nil || shift != 0 {
		return slots, err
	}
	days, err := b.Register.ListedByDay(ctx, panel)
	if err != nil {
		return nil, err
	}
	if p, ok := settings.Panel(panel, today); ok {
		for _, day := range p.Meetings {
			if !day.Before(today) && !called[day] {
				slots = append(slots, meeting.Slot{On: day, Room: p.Takes() - days[day]})
			}
		}
	}
	slices.SortStableFunc(slots, func(a, b meeting.Slot) int { return a.On.Compare(b.On) })
	return slots, nil
}

// PanelFor gives the panel with its coming meetings, and one without an ID where the council has none.
func (b Book) PanelFor(ctx context.Context, c casework.Case, on statute.Day) (meeting.Panel, error) {
	settings, _, err := b.Register.Settings(ctx)
	if err != nil {
		return meeting.Panel{}, err
	}
	found, ok := settings.PanelFor(c.Opened.Child.DateOfBirth, on)
	if !ok {
		return meeting.Panel{}, nil
	}
	slots, err := b.Slots(ctx, found.ID, c.Opened.Shift)
	return meeting.Panel{ID: found.ID, Name: found.Name, Slots: slots}, err
}
