package service

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// nudging is a nudger at a moment that the test sets, with a draft that a school has begun just now.
func nudging(t *testing.T, author casework.PersonID, moment *time.Time) (nudger, *pigeon, records.Draft) {
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
	d, err := desk.Register.BeginDraft(t.Context(), "canal-street-primary", author, []byte(`{"values":{"child.forenames":["Ada"]}}`))
	if err != nil {
		t.Fatal(err)
	}
	bird := &pigeon{}
	return nudger{desk: desk, said: bird, base: "https://send.northmere.example", log: desk.log, clock: func() time.Time { return *moment }}, bird, d
}

// tenthDay is the day on which a draft of the school that was begun today has lain for ten school days.
func tenthDay(t *testing.T, school council.School) statute.Day {
	t.Helper()
	today := statute.DayOf(time.Now())
	for day := today.AddDays(1); ; day = day.AddDays(1) {
		if school.DaysOpen(today, day, 10) == 10 {
			return day
		}
	}
}

// TestASchoolIsToldOnTheTenthSchoolDay: not on the ninth, not at night, not on a day on which it is closed; once; and of
// no child.
func TestASchoolIsToldOnTheTenthSchoolDay(t *testing.T) {
	moment := time.Now()
	n, bird, d := nudging(t, "nicola.brandt", &moment)
	school, _ := council.Invented().School("canal-street-primary")
	tenth := tenthDay(t, school)
	closed := tenth.AddDays(1)
	for school.OpenOn(closed) {
		closed = closed.AddDays(1)
	}
	bird.fails = 1
	for _, at := range []struct {
		when time.Time
		sent int
	}{
		{tenth.AddDays(-1).At(10, 0), 0}, {tenth.At(7, 59), 0}, {closed.At(10, 0), 0}, {tenth.At(17, 0), 0},
	} {
		moment = at.when
		if err := n.once(t.Context()); err != nil || len(bird.sent) != at.sent {
			t.Fatalf("at %s %d messages were sent, %v", at.when, len(bird.sent), err)
		}
	}
	moment = tenth.At(10, 0)
	if err := n.once(t.Context()); err == nil {
		t.Error("the dead line was not told of")
	}
	if kept, told, err := n.desk.Register.Nudge(t.Context(), d.ID); err != nil || !told || !kept.Ended.IsZero() {
		t.Errorf("a message that did not go is kept as %+v, %v", kept, err)
	}
}

// TestWhoIsToldOfADraft: whoever began the draft, and a lead of the school where they have left.
func TestWhoIsToldOfADraft(t *testing.T) {
	for author, want := range map[casework.PersonID]string{"nicola.brandt": "nicola.brandt", "somebody.gone": "lead"} {
		t.Run(string(author), func(t *testing.T) {
			moment := time.Now()
			n, bird, d := nudging(t, author, &moment)
			school, _ := council.Invented().School("canal-street-primary")
			moment = tenthDay(t, school).At(10, 0)
			for range 3 {
				if err := n.once(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			if len(bird.sent) != 1 {
				t.Fatalf("%d messages were sent", len(bird.sent))
			}
			kept, told, err := n.desk.Register.Nudge(t.Context(), d.ID)
			if err != nil || !told || kept.Outcome != "sent" {
				t.Fatalf("it is kept as %+v, %v", kept, err)
			}
			who, _ := council.Invented().Person(kept.Person, statute.DayOf(moment))
			if who.Setting != "canal-street-primary" || who.Email != bird.sent[0].To || want != "lead" && string(who.ID) != want {
				t.Errorf("%s was told at %s", who.ID, bird.sent[0].To)
			}
			text := bird.sent[0].Subject + bird.sent[0].Text
			if strings.Contains(text, "Ada") || !strings.Contains(text, "six weeks have not begun") || !strings.Contains(text, "https://send.northmere.example/school") {
				t.Errorf("the message says %q", text)
			}
		})
	}
}
