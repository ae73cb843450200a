package service

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/records"
	"sendpanel/service/sittings"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// NewMeeting says which meeting is called.
type NewMeeting struct {
	Panel    string
	On       statute.Day   // the next day that the settings plan for the panel, where it is left out
	Capacity int           // the panel's own, where it is 0
	Place    string        // the panel's usual one, where it is empty
	From     string        // as 09:30; the panel's usual time, where it is empty
	Shift    time.Duration // for demonstrations: the meeting's time less real time
}

// PlanMeeting calls a meeting in somebody's name. The register has it before Temporal is called; cases that are listed for
// the panel on its day are on its agenda. The same key gives the same meeting. The error is a [*casework.Refused], or
// [records.ErrMeetingThatDay].
func (d *Desk) PlanMeeting(ctx context.Context, as casework.PersonID, key string, n NewMeeting) (meeting.Meeting, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return meeting.Meeting{}, err
	}
	at := time.Now().Add(n.Shift)
	today := statute.DayOf(at)
	by, err := settings.Actor(as, today, d.account)
	if err != nil {
		return meeting.Meeting{}, err
	}
	if n.On.IsZero() {
		if n.On, err = d.nextPlanned(ctx, n, today); err != nil {
			return meeting.Meeting{}, err
		}
	}
	planned, err := settings.MeetingOn(n.Panel, n.On)
	if err != nil {
		return meeting.Meeting{}, err
	}
	planned.Shift = n.Shift
	planned.Capacity, planned.Place, planned.From = orElse(n.Capacity, planned.Capacity), orElse(n.Place, planned.Place), orElse(n.From, planned.From)
	key = orElse(key, rand.Text())
	ref, _, err := d.Register.PlanMeeting(ctx, key, n.On.Year(), func(ref casework.MeetingRef) ([]meeting.Event, error) {
		p := planned
		p.Ref = ref
		return meeting.Begin(p, by, key, at)
	})
	if err != nil {
		return meeting.Meeting{}, err
	}
	m, _, err := d.Meeting(ctx, ref)
	if err != nil {
		return m, err
	}
	// Where Temporal is away the meeting is taken up within the hour.
	soon, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	_ = d.Cases.Call(soon, workflows.Calling{Ref: ref, Resume: m.Seq})
	return m, nil
}

// nextPlanned is the next day in the settings' plan of the panel for which no meeting has been called.
func (d *Desk) nextPlanned(ctx context.Context, n NewMeeting, today statute.Day) (statute.Day, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return statute.Day{}, err
	}
	rows, err := d.Register.Meetings(ctx, records.MeetingFilter{Panel: n.Panel, From: today})
	if err != nil {
		return statute.Day{}, err
	}
	panel, _ := settings.Panel(n.Panel, today)
	for _, day := range panel.Meetings {
		called := slices.ContainsFunc(rows, func(m records.MeetingRow) bool { return m.On == day && m.Shift == n.Shift })
		if !day.Before(today) && !called {
			return day, nil
		}
	}
	return statute.Day{}, fmt.Errorf("the council’s settings plan no further day for %q: give the day of the meeting", n.Panel)
}

// Meetings lists meetings, the earliest first.
func (d *Desk) Meetings(ctx context.Context, f records.MeetingFilter) ([]records.MeetingRow, error) {
	return d.Register.Meetings(ctx, f)
}

// ExportMeeting writes all that the register holds of a meeting; see [records.Register.ExportMeeting].
func (d *Desk) ExportMeeting(ctx context.Context, w io.Writer, ref casework.MeetingRef, by string, at time.Time) (records.ExportManifest, error) {
	return d.Register.ExportMeeting(ctx, w, ref, by, at, func(m meeting.Meeting, cases map[casework.Ref][]casework.Event) (meeting.Agenda, error) {
		items, err := activities.ItemsOf(m, cases)
		return meeting.NewAgenda(items, nil), err
	})
}

// Meeting is a meeting as its events in the register make it, with its agenda: the cases listed for it and those it took
// up, urgent ones first, and the coming meetings of the same panel.
func (d *Desk) Meeting(ctx context.Context, ref casework.MeetingRef) (meeting.Meeting, meeting.Agenda, error) {
	return d.book().Meeting(ctx, ref)
}

// Complete fills in what an act on a case takes from the meetings that the register holds.
func (d *Desk) Complete(ctx context.Context, c casework.Case, act casework.Act) (casework.Act, error) {
	return d.book().Complete(ctx, c, act)
}

// book is the register as panels' meetings are found in it, now.
func (d *Desk) book() sittings.Book { return sittings.Book{Register: d.Register, Now: time.Now} }

// DoMeeting gives a command to a meeting in somebody's name, on the day in the meeting's time. The key makes it one act
// however often it is sent; empty, the command is new. The errors are those of [workflows.Client.Do].
func (d *Desk) DoMeeting(ctx context.Context, ref casework.MeetingRef, as casework.PersonID, key string, act meeting.Act) (activities.Done, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return activities.Done{}, err
	}
	m, _, err := d.Meeting(ctx, ref)
	if err != nil {
		return activities.Done{}, err
	}
	by, err := settings.Actor(as, d.MeetingDay(m), d.account)
	if err != nil {
		return activities.Done{}, err
	}
	if invite, ok := act.(meeting.Invite); ok {
		if seat, seated := settings.SeatAt(m.Panel, invite.Member, m.On); seated {
			seat.For = orElse(invite.For, seat.For)
			invite.Seat = &seat
		}
		act = invite
	}
	cmd := meeting.Command{Key: orElse(key, rand.Text()), By: by, Act: act}
	done, err := d.Cases.DoMeeting(ctx, ref, cmd)
	if !errors.Is(err, workflows.ErrNotCarried) {
		return done, err
	}
	if m.Over() { // no workflow carries it any more; what it says is what the meeting would say
		if used, known := m.Keys[cmd.Key]; known && used.Act == act.Kind() {
			return activities.Done{Ref: casework.Ref(ref), First: used.Seq, Last: used.Seq, Already: true}, nil
		}
		return done, m.Admits(cmd)
	}
	if again := d.Cases.Call(ctx, workflows.Calling{Ref: ref, Resume: m.Seq}); again != nil {
		return done, errors.Join(err, again)
	}
	return d.Cases.DoMeeting(ctx, ref, cmd)
}

// MeetingDay is today in the time of a meeting.
func (d *Desk) MeetingDay(m meeting.Meeting) statute.Day {
	return statute.DayOf(time.Now().Add(m.Shift))
}

func orElse[T comparable](value, otherwise T) T {
	var none T
	if value == none {
		return otherwise
	}
	return value
}
