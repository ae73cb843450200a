package service

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// remindedOf is a reminder with a planned meeting of the SEND panel on a day, whose moments have passed until a day.
func remindedOf(t *testing.T, on, until statute.Day) (*reminder, *pigeon, casework.MeetingRef) {
	t.Helper()
	s := Settings{Data: t.TempDir(), Temporal: "127.0.0.1:1", Namespace: "sendpanel"}.Filled()
	if err := records.Migrate(t.Context(), records.Options{URL: s.Register, Files: s.Files}); err != nil {
		t.Fatal(err)
	}
	desk, err := Open(t.Context(), s, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	if _, _, err := desk.Register.ApplySettings(t.Context(), council.InventedJSON(), "a test", "test"); err != nil {
		t.Fatal(err)
	}
	_, _ = desk.PlanMeeting(t.Context(), "joe.marsh", "plan", NewMeeting{Panel: "send-panel", On: on}) // nobody carries it: Temporal is away
	rows, err := desk.Register.Meetings(t.Context(), records.MeetingFilter{})
	if err != nil || len(rows) != 1 {
		t.Fatalf("planned are %v, %v", rows, err)
	}
	ref := rows[0].Ref
	for day := statute.DayOf(time.Now()); !day.After(until); day = day.AddDays(1) {
		m, agenda, err := desk.Meeting(t.Context(), ref)
		if err != nil {
			t.Fatal(err)
		}
		if f := m.Pass(agenda, day.Start()); len(f.Events) > 0 {
			if err := desk.Register.RecordMeeting(t.Context(), ref, f.Events, nil, nil, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	bird := &pigeon{}
	return &reminder{desk: desk, said: bird, base: "https://send.northmere.example", log: desk.log}, bird, ref
}

// TestNobodyIsRemindedOnAWeekend: a meeting on a Monday is announced on the Friday before, in working hours, once, to
// everybody invited, and what was sent is kept.
func TestNobodyIsRemindedOnAWeekend(t *testing.T) {
	monday := statute.Date(2027, time.January, 11)
	friday, sunday := monday.AddDays(-3), monday.AddDays(-1)
	r, bird, ref := remindedOf(t, monday, sunday)
	for _, at := range []time.Time{friday.At(7, 59), friday.At(18, 0), sunday.At(10, 0), statute.Date(2027, time.January, 1).At(10, 0)} {
		r.clock = func() time.Time { return at }
		if err := r.once(t.Context()); err != nil || len(bird.sent) != 0 {
			t.Errorf("at %s %d messages were sent, %v", at, len(bird.sent), err)
		}
	}
	r.clock = func() time.Time { return friday.At(8, 0) }
	for range 3 {
		if err := r.once(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	events, err := r.desk.Register.MeetingEvents(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	var invited int
	for _, e := range events {
		if b, ok := e.Body.(meeting.Reminded); ok && b.What == meeting.RemindMeeting {
			invited = len(b.To)
			if e.FellOn != friday {
				t.Errorf("the reminder fell on %s, want the Friday before, %s", e.FellOn, friday)
			}
		}
	}
	if invited == 0 || len(bird.sent) != invited {
		t.Errorf("%d messages were sent to %d people", len(bird.sent), invited)
	}
	for _, n := range bird.sent {
		if n.Channel != "email" || !strings.Contains(n.Text, "Monday 11 January 2027") || !strings.Contains(n.Text, "/panel/meetings/"+string(ref)) || strings.Contains(n.Text, "SEN-") {
			t.Errorf("sent was %+v", n)
		}
	}
	kept, err := r.desk.Register.MeetingNotices(t.Context(), ref)
	if err != nil || len(kept) != invited || kept[0].Outcome != "sent" || kept[0].At.IsZero() {
		t.Errorf("kept are %+v, %v", kept, err)
	}
}

// TestNobodyIsRemindedForNothing: of a meeting that was cancelled, or by a line that was dead the first time.
func TestNobodyIsRemindedForNothing(t *testing.T) {
	monday := statute.Date(2027, time.January, 11)
	r, bird, ref := remindedOf(t, monday, monday.AddDays(-1))
	m, agenda, err := r.desk.Meeting(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	settings, err := r.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	by, err := settings.Actor("joe.marsh", monday.AddDays(-3), "test")
	if err != nil {
		t.Fatal(err)
	}
	f, err := m.Do(meeting.Command{Key: "cancel", By: by, Act: meeting.Cancel{Why: "The heating failed."}}, agenda, monday.AddDays(-3).At(7, 0))
	if err != nil {
		t.Fatal(err)
	}
	if err := r.desk.Register.RecordMeeting(t.Context(), ref, f.Events, nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	r.clock = func() time.Time { return monday.AddDays(-3).At(9, 0) }
	if err := r.once(t.Context()); err != nil || len(bird.sent) != 0 {
		t.Errorf("of a cancelled meeting %d messages were sent, %v", len(bird.sent), err)
	}
	kept, err := r.desk.Register.MeetingNotices(t.Context(), ref)
	if err != nil || len(kept) == 0 || kept[0].Outcome != "the meeting is cancelled" {
		t.Errorf("kept are %+v, %v", kept, err)
	}
}
