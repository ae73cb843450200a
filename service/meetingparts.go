package service

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/service/sittings"
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

// Slots are the coming meetings of the panel.
func (r meetingRegister) Slots(ctx context.Context, panel string, shift time.Duration) ([]meeting.Slot, error) {
	return sittings.Book{Register: r.Register, Now: time.Now}.Slots(ctx, panel, shift)
}

// panels finds the panel for a case by the child's age.
type panels struct{ *records.Register }

// PanelFor gives the panel with its coming meetings, and one without an ID where the council has none.
func (p panels) PanelFor(ctx context.Context, c casework.Case, on statute.Day) (meeting.Panel, error) {
	return sittings.Book{Register: p.Register, Now: time.Now}.PanelFor(ctx, c, on)
}
