package service

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/council"
	"sendpanel/portal"
	"sendpanel/records"
	"sendpanel/statute"
)

// pigeon keeps what was sent, and fails as often as it is told.
type pigeon struct {
	sent  []portal.Notice
	fails int
}

func (p *pigeon) Notify(_ context.Context, n portal.Notice) error {
	if p.fails > 0 {
		p.fails--
		return errors.New("the line is dead")
	}
	p.sent = append(p.sent, n)
	return nil
}

// noticeCase is a noticer with a case whose family’s letter was posted and told of.
func noticeCase(t *testing.T, change func(*casework.Addressee)) (noticer, *pigeon, casework.Ref, []casework.Event) {
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
	got, err := desk.Receive(t.Context(), casetest.RequestJSON(t, nil), time.Until(time.Date(2026, time.November, 23, 9, 15, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	c := got.Case
	who, _ := c.Addressee("family-1")
	change(&who)
	key := casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: 1}
	day := statute.Date(2026, time.November, 24)
	events := c.Record([]casework.Body{casework.AddresseeSet{Addressee: who, Why: "a test"}, casework.Issued{Letter: key, SHA256: "0", Dated: day, By: statute.FirstClass},
		casework.Posted{Letter: key, On: day}}, casetest.Officer(), day.At(10, 0))
	if err := desk.Register.Record(t.Context(), c.Ref, events); err != nil {
		t.Fatal(err)
	}
	access := records.FamilyAccess{Ref: c.Ref, Addressee: "family-1", Channel: "email", Contact: "home@example.org", By: "amina.khan"}
	if err := desk.Register.SetFamilyAccess(t.Context(), access); err != nil {
		t.Fatal(err)
	}
	bird := &pigeon{}
	return noticer{desk: desk, said: bird, base: "https://send.northmere.example", log: desk.log}, bird, c.Ref, events
}

// TestAMessageTellsOfALetterOnce: it names the event and nobody, is sent once however often it is owed, and again where
// the line was dead.
func TestAMessageTellsOfALetterOnce(t *testing.T) {
	n, bird, ref, events := noticeCase(t, func(a *casework.Addressee) { a.Notices = true })
	bird.fails = 1
	for range 3 {
		oweNotices(t.Context(), n.desk.Register, n.log, ref, events)
	}
	if err := n.once(t.Context()); err == nil {
		t.Error("the dead line was not told of")
	}
	for range 3 {
		if err := n.once(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if len(bird.sent) != 0 {
		t.Fatalf("a message that somebody may be sending was taken at once: %v", bird.sent)
	}
	later := n
	again := records.FamilyNotice{Ref: ref, Addressee: "family-1", Seq: events[2].Seq, What: "letter"}
	if outcome, err := later.one(t.Context(), again); err != nil || outcome != "sent" {
		t.Fatal(outcome, err)
	}
	if err := n.desk.Register.EndNotice(t.Context(), again, "sent"); err != nil {
		t.Fatal(err)
	}
	oweNotices(t.Context(), n.desk.Register, n.log, ref, events)
	if err := n.once(t.Context()); err != nil || len(bird.sent) != 1 {
		t.Fatalf("%d messages were sent, %v", len(bird.sent), err)
	}
	said := bird.sent[0]
	if !strings.Contains(said.Text, "Sign in to read it: https://send.northmere.example/sign-in/family") || said.To != "home@example.org" {
		t.Errorf("the message is %+v", said)
	}
	for _, never := range []string{"Jaspreet", "Dhillon", "assess", "school"} {
		if strings.Contains(said.Text+said.Subject, never) {
			t.Errorf("the message says %q: %+v", never, said)
		}
	}
}

func TestWhoGetsNoMessage(t *testing.T) {
	for name, change := range map[string]func(*casework.Addressee){
		"who did not ask":             func(*casework.Addressee) {},
		"who is reached with care":    func(a *casework.Addressee) { a.Notices, a.SafeContact = true, "Never ring the house." },
		"who only has copies by post": func(a *casework.Addressee) { a.Notices, a.Standing = true, casework.Supporter },
	} {
		t.Run(name, func(t *testing.T) {
			n, bird, ref, events := noticeCase(t, change)
			oweNotices(t.Context(), n.desk.Register, n.log, ref, events)
			if err := n.once(t.Context()); err != nil {
				t.Fatal(err)
			}
			if len(bird.sent) > 0 {
				t.Errorf("a message went out: %+v", bird.sent)
			}
		})
	}
}
