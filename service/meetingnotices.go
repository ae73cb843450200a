package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"sendpanel/casework/meeting"
	"sendpanel/portal"
	"sendpanel/records"
	"sendpanel/statute"
)

// reminder sends the messages by which people of a panel are reminded of their meeting.
type reminder struct {
	desk  *Desk
	said  portal.Notifier
	base  string
	log   *slog.Logger
	clock func() time.Time
}

// Messages go to people at work: on working days, between these hours in London.
const (
	remindFrom  = 8
	remindUntil = 18
)

// send sends what is owed until ctx ends.
func (r reminder) send(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(noticeEvery):
		}
		if err := r.once(ctx); err != nil && ctx.Err() == nil {
			r.log.Error("people of a panel were not reminded", "error", err)
		}
	}
}

// once sends what is owed now, if people are at work. What cannot be sent is tried again later.
func (r reminder) once(ctx context.Context) error {
	if !atWork(r.clock()) {
		return nil
	}
	owed, err := r.desk.Register.TakeMeetingNotices(ctx, noticesOnce)
	if err != nil {
		return err
	}
	var faults []error
	for _, notice := range owed {
		outcome, err := r.one(ctx, notice)
		if err == nil {
			err = r.desk.Register.EndMeetingNotice(ctx, notice, outcome)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s, event %d: %w", notice.Ref, notice.Seq, err))
		}
	}
	return errors.Join(faults...)
}

// atWork reports whether people are at work at the moment. In a year whose bank holidays are not known, weekdays are
// working days.
func atWork(now time.Time) bool {
	day, hour := statute.DayOf(now), now.In(statute.London()).Hour()
	working, err := statute.IsWorkingDay(day)
	if err != nil {
		working = day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
	}
	return working && hour >= remindFrom && hour < remindUntil
}

func (r reminder) one(ctx context.Context, notice records.MeetingNotice) (outcome string, err error) {
	events, err := r.desk.Register.MeetingEvents(ctx, notice.Ref)
	if err != nil {
		return "", err
	}
	m, err := meeting.Fold(events)
	if err != nil {
		return "", err
	}
	today := statute.DayOf(r.clock().Add(m.Shift))
	if why := overtaken(m, events, notice, today); why != "" {
		return why, nil
	}
	settings, err := r.desk.Council(ctx)
	if err != nil {
		return "", err
	}
	who, here := settings.Person(notice.Person, today)
	switch {
	case !here:
		return "they are not in the council’s settings on this day", nil
	case who.Email == "":
		return "the council’s settings hold no e-mail address for them", nil
	}
	subject, text, err := portal.MeetingMessage(notice.What, m, notice.Views, r.base)
	if err != nil {
		return "", err
	}
	err = r.said.Notify(ctx, portal.Notice{Channel: "email", To: who.Email, Subject: subject, Text: text})
	return "sent", err
}

// overtaken says why nobody is reminded any more: the meeting has moved, was cancelled, is over or has begun, or the person
// has sent apologies.
func overtaken(m meeting.Meeting, events []meeting.Event, n records.MeetingNotice, today statute.Day) string {
	moved := slices.ContainsFunc(events[min(n.Seq, len(events)):], func(e meeting.Event) bool { return e.Body.Kind() == meeting.KindDateChanged })
	before := n.What == meeting.RemindViews || n.What == meeting.RemindMeeting
	switch {
	case m.Over():
		return "the meeting is " + string(m.Stage)
	case moved:
		return "the meeting has moved"
	case before && (today.After(m.On) || m.Stage != meeting.StagePlanned), n.What == meeting.RemindNotOpened && m.Stage != meeting.StagePlanned:
		return "the meeting has begun"
	case before && slices.Contains(m.Excused, n.Person):
		return "they have sent apologies"
	}
	return ""
}
