package portal

import (
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/letters"
	"sendpanel/statute"
)

// at sets the site’s clock to a moment of a winter day.
func (s *site) at(year int, month time.Month, day, hour int) {
	s.now = statute.Date(year, month, day).At(hour, 0)
}

// post composes, draws, stores and posts every letter that the case owes, as the service does.
func (s *site) post(ref casework.Ref) {
	s.t.Helper()
	ctx := s.t.Context()
	c, err := s.desk.Case(ctx, ref)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, owing := range c.Owed() {
		for _, key := range owing.Letters {
			s.issue(ref, key)
		}
	}
	if c, err = s.desk.Case(ctx, ref); err != nil {
		s.t.Fatal(err)
	}
	for _, key := range c.Printed() {
		s.now = s.now.Add(time.Second)
		s.do(ref, "joe.marsh", casework.ConfirmPosted{Letter: key, On: statute.DayOf(s.now)})
	}
}

func (s *site) issue(ref casework.Ref, key casework.LetterKey) {
	s.t.Helper()
	ctx := s.t.Context()
	events, err := s.register.Events(ctx, ref)
	if err != nil {
		s.t.Fatal(err)
	}
	c, err := casework.Fold(events)
	if err != nil {
		s.t.Fatal(err)
	}
	in, err := s.desk.Council(ctx)
	if err != nil {
		s.t.Fatal(err)
	}
	facts := letters.Facts{Case: c, Council: in, On: statute.DayOf(s.now), Owing: events[key.For-1]}
	if owing, ok := events[key.For-1].Body.(casework.Decided); ok {
		facts.Decision = &owing
	}
	letter, err := letters.Compose(key, facts)
	if err != nil {
		s.t.Fatal(err)
	}
	pdf, err := letters.Render(letter)
	if err != nil {
		s.t.Fatal(err)
	}
	stored, err := s.register.SaveLetter(ctx, ref, key, pdf, letter.Dated, letter.Text())
	if err != nil {
		s.t.Fatal(err)
	}
	if s.composed == nil {
		s.composed = map[casework.LetterKey]letters.Letter{}
	}
	s.composed[key] = letter
	issued := casework.Issued{Letter: key, SHA256: stored.SHA256, Dated: letter.Dated, By: statute.FirstClass}
	if err := s.register.Record(ctx, ref, c.Record([]casework.Body{issued}, casework.Engine(), s.now)); err != nil {
		s.t.Fatal(err)
	}
}

// refused carries a case to a refusal that the family has been told of, through the real commands and letters.
func refused(t testing.TB, s *site) casework.Ref {
	t.Helper()
	s.at(2026, time.November, 23, 10)
	ref := s.receive(func(r map[string]any) { millbrook("U871200025009", "Jaspreet")(r) }).Ref
	s.post(ref)
	s.at(2026, time.November, 24, 10)
	s.do(ref, "amina.khan", casework.Consult{Whom: "family", How: "call", Asked: statute.DayOf(s.now)})
	s.at(2026, time.November, 27, 10)
	s.do(ref, "amina.khan", casework.Consult{Whom: "family", How: "call", Asked: statute.Date(2026, time.November, 24), Received: true, Views: "Jaspreet comes home worn out."})
	s.do(ref, "amina.khan", casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
	s.at(2026, time.December, 9, 10)
	s.noPanelMeets()
	refusal := casetest.Refusal()
	refusal.WithoutPanel = &casework.WithoutPanel{Why: "The panel of December was cancelled.", ReviewedBy: "margaret.ellis"}
	s.do(ref, "priya.raman", refusal)
	s.do(ref, "amina.khan", casework.RecordCall{Addressee: "family-1", Reached: true, Interpreter: "Northmere Interpreting", Said: "The decision and the right to appeal were explained."})
	s.at(2026, time.December, 9, 15)
	s.post(ref)
	s.at(2026, time.December, 14, 10)
	return ref
}
