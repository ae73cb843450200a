package service

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// meetingRegister is the register as the meetings' activities want it.
type meetingRegister struct{ *records.Register }

// RecordMeeting has what a person did looked up in the council's settings, for the meeting and for each case, in the
// transaction that records it.
func (r meetingRegister) RecordMeeting(ctx context.Context, ref casework.MeetingRef, events []meeting.Event, told map[casework.Ref][]casework.Event) error {
	err := r.Register.RecordMeeting(ctx, ref, events, told,
		func(in council.Council, before meeting.Meeting, e meeting.Event) error {
			return in.ConfirmsMeeting(before, e)
		},
		func(in council.Council, before casework.Case, e casework.Event) error {
			return in.ConfirmsIn(before, e)
		})
	if errors.As(err, new(records.ConflictError)) {
		return fmt.Errorf("%w: %w", activities.ErrConflict, err)
	}
	if errors.Is(err, records.ErrMeetingThatDay) {
		return &casework.Refused{Act: meeting.ActDate, Words: meeting.Words(meeting.ActDate), Gaps: []casework.Gap{{Path: "on", What: "has a meeting of the panel already.", Mend: "Choose another day."}}}
	}
	return err
}

// Slots are the coming meetings of the panel: those in the register, and in real time also the days that the council's
// settings plan and nobody has called a meeting for yet.
func (r meetingRegister) Slots(ctx context.Context, panel string, shift time.Duration) ([]meeting.Slot, error) {
	today := statute.DayOf(time.Now().Add(shift))
	rows, err := r.Meetings(ctx, records.MeetingFilter{Panel: panel, From: today})
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
	settings, _, err := r.Settings(ctx)
	if err != nil || shift != 0 {
		return slots, err
	}
	days, err := r.ListedByDay(ctx, panel)
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

// panels finds the panel for a case by the child's age.
type panels struct{ *records.Register }

// PanelFor gives the panel with its coming meetings, and one without an ID where the council has none.
func (p panels) PanelFor(ctx context.Context, c casework.Case, on statute.Day) (meeting.Panel, error) {
	settings, _, err := p.Settings(ctx)
	if err != nil {
		return meeting.Panel{}, err
	}
	found, ok := settings.PanelFor(c.Opened.Child.DateOfBirth, on)
	if !ok {
		return meeting.Panel{}, nil
	}
	slots, err := meetingRegister(p).Slots(ctx, found.ID, c.Opened.Shift)
	return meeting.Panel{ID: found.ID, Name: found.Name, Slots: slots}, err
}
