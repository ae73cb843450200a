package records

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/statute"
)

func clerkOf() casework.Actor {
	return casework.Actor{Person: "clerk-1", Name: "Petra Rowe", Roles: []casework.Role{casework.Clerk, casework.PanelChair}}
}

// plan begins an invented meeting on the day.
func plan(r *Register, key string, on statute.Day) (casework.MeetingRef, bool, error) {
	return r.PlanMeeting(context.Background(), key, on.Year(), func(ref casework.MeetingRef) ([]meeting.Event, error) {
		return meeting.Begin(meeting.Planned{
			Ref: ref, Panel: "panel-1", Name: "The Panel", On: on, From: "09:30", Chair: "clerk-1", Quorum: 1, PackOn: on.AddDays(-5), Capacity: 8,
			Seats: []meeting.Seat{{Member: "clerk-1", Name: "Petra Rowe", For: "clerk-1"}},
		}, clerkOf(), key, on.AddDays(-10).At(9, 0))
	})
}

func planned(t testing.TB, r *Register, key string, on statute.Day) casework.MeetingRef {
	t.Helper()
	ref, _, err := plan(r, key, on)
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

func held(t testing.TB, r *Register, ref casework.MeetingRef) meeting.Meeting {
	t.Helper()
	events, err := r.MeetingEvents(context.Background(), ref)
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Fold(events)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func considering(seq int) casework.Event {
	e := next(seq, "", "")
	e.Body = casework.Determined{}
	return e
}

func listedFor(seq int, on statute.Day, ref casework.MeetingRef) casework.Event {
	e := next(seq, "", "")
	e.Body = casework.Listed{Panel: "panel-1", Name: "The Panel", On: on, Meeting: ref}
	return e
}

// meetingsKept plans meetings, puts cases on an agenda by the meeting and by its day, and cancels it.
func meetingsKept(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	apply(t, r, council.InventedJSON())
	day := statute.Date(2026, time.December, 8)
	ref := planned(t, r, "plan-1", day)
	if again, fresh, err := plan(r, "plan-1", day); again != ref || fresh || err != nil {
		t.Errorf("planned twice under one key: %s, %v, %v", again, fresh, err)
	}
	if _, _, err := plan(r, "plan-2", day); !errors.Is(err, ErrMeetingThatDay) {
		t.Errorf("a second meeting on the day: %v", err)
	}
	other := planned(t, r, "plan-3", day.AddDays(7))
	if ref != casework.NewMeetingRef(2026, 1) || other != casework.NewMeetingRef(2026, 2) {
		t.Errorf("references %s and %s", ref, other)
	}
	named, byDay, elsewhere := receive(t, r, "a"), receive(t, r, "b"), receive(t, r, "c")
	record(t, r, named, considering(2), listedFor(3, day, ref))
	record(t, r, byDay, considering(2), listedFor(3, day, ""))
	record(t, r, elsewhere, considering(2), listedFor(3, day.AddDays(7), other))
	_, cases, err := r.Agenda(ctx, ref)
	if err != nil || len(cases) != 2 || cases[named] == nil || cases[byDay] == nil {
		t.Errorf("the agenda has %d cases, %v", len(cases), err)
	}
	rows, err := r.Meetings(ctx, MeetingFilter{Open: true, Panel: "panel-1", From: day})
	if err != nil || len(rows) != 2 || rows[0].Ref != ref || rows[0].Listed != 2 || rows[0].On != day || rows[1].Listed != 1 || rows[0].Capacity != 8 {
		t.Errorf("listed %+v, %v", rows, err)
	}
	if days, err := r.ListedByDay(ctx, "panel-1"); err != nil || len(days) != 1 || days[day] != 1 {
		t.Errorf("listed by day %v, %v", days, err)
	}
	cancelled(t, r, ref)
	if c, err := r.Events(ctx, named); err != nil || c[len(c)-1].Body.Kind() != casework.KindUnlisted {
		t.Errorf("the case was not told: %v", err)
	}
	planned(t, r, "plan-4", day) // the day is free again
	if rows, err := r.Meetings(ctx, MeetingFilter{Open: true}); err != nil || len(rows) != 2 || rows[0].Listed != 0 {
		t.Errorf("after the cancellation %+v, %v", rows, err)
	}
	if _, err := r.MeetingEvents(ctx, casework.NewMeetingRef(2026, 99)); !errors.Is(err, ErrNoMeeting) {
		t.Errorf("read a meeting that is not there: %v", err)
	}
	mustBeSound(t, r)
}

// follows is what a command to the meeting gives, as the register would be asked to record it.
func follows(t testing.TB, r *Register, ref casework.MeetingRef, key string, act meeting.Act) ([]meeting.Event, map[casework.Ref][]casework.Event) {
	t.Helper()
	events, cases, err := r.Agenda(context.Background(), ref)
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Fold(events)
	if err != nil {
		t.Fatal(err)
	}
	var items []meeting.Item
	for _, events := range cases {
		c, err := casework.Fold(events)
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, m.ItemOf(c, events))
	}
	at := m.On.AddDays(-9).At(9, 0)
	f, err := m.Do(meeting.Command{Key: key, By: clerkOf(), Act: act}, meeting.NewAgenda(items, nil), at)
	if err != nil {
		t.Fatal(err)
	}
	told := map[casework.Ref][]casework.Event{}
	for _, tell := range f.Tells {
		told[tell.Case.Ref] = tell.Case.Record(tell.Bodies, clerkOf(), at)
	}
	return f.Events, told
}

func cancelled(t testing.TB, r *Register, ref casework.MeetingRef) {
	t.Helper()
	events, told := follows(t, r, ref, "cancel", meeting.Cancel{Why: "The heating failed."})
	if err := r.RecordMeeting(context.Background(), ref, events, told, nil, nil); err != nil {
		t.Fatal(err)
	}
	if m := held(t, r, ref); m.Stage != meeting.StageCancelled {
		t.Errorf("the meeting is %s", m.Stage)
	}
}

// meetingAndCasesTogether has a case move on between the reading and the recording: nothing is recorded then.
func meetingAndCasesTogether(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	apply(t, r, council.InventedJSON())
	day := statute.Date(2026, time.December, 8)
	ref, c := planned(t, r, "plan-1", day), receive(t, r, "a")
	record(t, r, c, considering(2), listedFor(3, day, ref))
	events, told := follows(t, r, ref, "cancel", meeting.Cancel{Why: "The heating failed."})
	record(t, r, c, next(4, "", "something else"))
	if err := r.RecordMeeting(ctx, ref, events, told, nil, nil); !errors.As(err, new(ConflictError)) {
		t.Errorf("recorded on a case that had moved on: %v", err)
	}
	if m := held(t, r, ref); m.Stage != meeting.StagePlanned {
		t.Errorf("half of it was recorded: the meeting is %s", m.Stage)
	}
	refuse := errors.New("no")
	check := func(council.Council, meeting.Meeting, meeting.Event) error { return refuse }
	if err := r.RecordMeeting(ctx, ref, events, nil, check, nil); !errors.Is(err, refuse) {
		t.Errorf("the check was not asked: %v", err)
	}
	mustBeSound(t, r)
}

// twoClerksAtOnce has several people record the same next event of a meeting: one is faster.
func twoClerksAtOnce(t *testing.T, p home) {
	r := p.open(t)
	apply(t, r, council.InventedJSON())
	ref := planned(t, r, "plan-1", statute.Date(2026, time.December, 8))
	errs := make([]error, 4)
	events := make([][]meeting.Event, len(errs))
	for i := range errs { // all of them have looked before any of them records: who looks later does not contradict
		events[i], _ = follows(t, r, ref, fmt.Sprintf("key-%d", i), meeting.SetCapacity{Capacity: i + 1})
	}
	var wait sync.WaitGroup
	for i := range errs {
		wait.Go(func() { errs[i] = r.RecordMeeting(context.Background(), ref, events[i], nil, nil, nil) })
	}
	wait.Wait()
	recorded := 0
	for _, err := range errs {
		switch {
		case err == nil:
			recorded++
		case !errors.As(err, new(ConflictError)) || !strings.Contains(err.Error(), string(ref)):
			t.Errorf("refused with %v", err)
		}
	}
	if m := held(t, r, ref); recorded != 1 || m.Seq != 2 {
		t.Errorf("%d were recorded, and the meeting has %d events", recorded, m.Seq)
	}
	mustBeSound(t, r)
}
