package casework_test

import (
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// noticeOf finds the newest version of the refusal's notice to the family.
func noticeOf(t *testing.T, c casework.Case) casework.Letter {
	t.Helper()
	var newest casework.Letter
	for _, l := range c.Letters {
		if l.Key.Kind == casework.NotAssessLetter && l.Key.Version > newest.Key.Version {
			newest = l
		}
	}
	if newest.Key.Version == 0 {
		t.Fatal("the case has no notice")
	}
	return newest
}

// sendOwed prints and posts what is owed on the day.
func (s *script) sendOwed(on statute.Day) {
	s.t.Helper()
	for range 3 {
		for _, owing := range s.c.Owed() {
			for _, key := range owing.Letters {
				after, err := s.c.Apply(s.c.Record([]casework.Body{casework.Issued{Letter: key, SHA256: "0", Dated: on, By: statute.FirstClass}}, casework.Engine(), on.At(9, 0))...)
				if err != nil {
					s.t.Fatal(err)
				}
				s.c = after
			}
		}
		for _, key := range s.c.Printed() {
			s.do(on, casetest.Clerk(), casework.ConfirmPosted{Letter: key, On: on})
		}
	}
}

// TestACorrectedNoticeRunsTheFamilysTimeAnew: a new version names the old, the limits move later, and the council's duty
// stays met by the first.
func TestACorrectedNoticeRunsTheFamilysTimeAnew(t *testing.T) {
	s := told(t)
	first := noticeOf(t, s.c)
	met, appeal, last := s.c.NoticeGiven.On, s.c.NoticeGiven.Appeal.Effective, s.c.NoticeGiven.LastAppeal.Effective
	mend := casework.MendLetter{Letter: first.Key, How: casework.MendCorrected, Why: "The mediation adviser’s number was wrong."}
	s.refused(jan(11), casetest.Clerk(), mend, "takes the role")
	s.refused(jan(11), casetest.Officer(), casework.MendLetter{Letter: first.Key, How: casework.MendCorrected}, "why: is missing")
	s.refused(jan(11), casetest.Officer(), casework.MendLetter{Letter: first.Key, How: "edited", Why: "x"}, "is not a way")
	s.refused(jan(11), casetest.Officer(), casework.MendLetter{Letter: first.Key, How: casework.MendWithdrawn, Why: "x"}, "owed by law")
	s.do(jan(11), casetest.Officer(), mend)
	s.refused(jan(11), casetest.Officer(), mend, "does not count any more")

	second := first.Key
	second.Version = 2
	if !s.c.Owes(second) {
		t.Fatalf("the new version is not owed: %v", s.c.Owed())
	}
	s.sendOwed(jan(12))
	n := s.c.NoticeGiven
	if n.On != met || n.RunsFrom() != jan(12) {
		t.Errorf("notice of %s, time from %s; want %s and %s", n.On, n.RunsFrom(), met, jan(12))
	}
	if !n.Appeal.Effective.After(appeal) || !n.LastAppeal.Effective.After(last) || n.Mediation.Proof.Start != jan(12) {
		t.Errorf("the limits did not move later: appeal %s after %s, last %s after %s", n.Appeal.Effective, appeal, n.LastAppeal.Effective, last)
	}
	if kept, _ := letterOf(s.c, first.Key); kept.State != casework.LetterReplaced || kept.Posted != first.Posted {
		t.Errorf("the first version is %+v, want it kept and replaced", kept)
	}
	s.do(jan(20), casetest.Officer(), casework.RecordCertificate{On: jan(20)})
	if s.c.Certificate.Appeal.Proof.Start != jan(12) {
		t.Errorf("the certificate's limit runs from %s", s.c.Certificate.Appeal.Proof.Start)
	}
}

func letterOf(c casework.Case, key casework.LetterKey) (casework.Letter, bool) {
	i := slices.IndexFunc(c.Letters, func(l casework.Letter) bool { return l.Key == key })
	if i < 0 {
		return casework.Letter{}, false
	}
	return c.Letters[i], true
}

// TestACorrectionUnderWayKeepsTheCaseOpen past the day on which it would have closed.
func TestACorrectionUnderWayKeepsTheCaseOpen(t *testing.T) {
	s := told(t)
	end := s.c.NoticeGiven.LastAppeal.Effective
	s.do(end, casetest.Officer(), casework.MendLetter{Letter: noticeOf(t, s.c).Key, How: casework.MendAgain, Why: "It came back."})
	if fell := s.pass(end.AddDays(30)); slices.ContainsFunc(fell, func(f string) bool { return strings.HasPrefix(f, "closed") }) {
		t.Errorf("the case closed while a notice was on its way again: %v", fell)
	}
	s.sendOwed(end.AddDays(31))
	s.pass(end.AddDays(400))
	if !s.c.Closed() {
		t.Error("the case did not close after the corrected notice's time")
	}
}

// TestALetterThatHasNotLeft is printed anew, or taken out of the post, and nobody is told of it.
func TestALetterThatHasNotLeft(t *testing.T) {
	c := casetest.Until(t, casework.KindIssued)
	key := c.Printed()[0]
	for how, want := range map[casework.Mending]casework.LetterState{casework.MendCorrected: casework.LetterVoided, casework.MendWithdrawn: casework.LetterWithdrawn} {
		s := &script{t: t, c: c}
		s.do(nov(23), casetest.Officer(), casework.MendLetter{Letter: key, How: how, Why: "A name is wrong."})
		l, _ := letterOf(s.c, key)
		anew := key
		anew.Version = 2
		if l.State != want || s.c.Owes(anew) != (how == casework.MendCorrected) || len(s.c.Occasions) != len(c.Occasions) {
			t.Errorf("%s: the letter is %s, owed anew %v, occasions %v", how, l.State, s.c.Owes(anew), s.c.Occasions)
		}
	}
}

// TestALetterThatDoesNotCount is told to whoever had it, and is not sent again.
func TestALetterThatDoesNotCount(t *testing.T) {
	s := considering(t)
	s.sendOwed(nov(23))
	for _, tc := range []struct {
		kind, tells casework.LetterKind
		to          casework.AddresseeID
	}{
		{casework.Acknowledgement, casework.RetractionLetter, "family-1"},
		{casework.SchoolAcknowledgement, casework.SchoolRetractionLetter, casework.School},
		{casework.AgencyConsideringLetter, casework.AgencyRetractionLetter, casework.HealthBody},
	} {
		i := slices.IndexFunc(s.c.Letters, func(l casework.Letter) bool { return l.Key.Kind == tc.kind && l.Key.To == tc.to })
		if i < 0 {
			t.Fatalf("no %s was sent: %v", tc.kind, s.c.Letters)
		}
		key := s.c.Letters[i].Key
		s.do(nov(25), casetest.Officer(), casework.MendLetter{Letter: key, How: casework.MendWithdrawn, Why: "It was about another child."})
		want := casework.LetterKey{Kind: tc.tells, To: tc.to, For: s.c.Seq, Version: 1}
		if owed := s.c.Owed(); len(owed) != 1 || len(owed[0].Letters) != 1 || owed[0].Letters[0] != want {
			t.Errorf("owed %v, want %s alone", owed, want)
		}
		s.sendOwed(nov(25))
	}
	if owed := s.c.Owed(); len(owed) > 0 {
		t.Errorf("still owed: %v", owed)
	}
}

// TestWhatIsOvertakenIsNotRepeated: news of the time before the decision is not sent again after it.
func TestWhatIsOvertakenIsNotRepeated(t *testing.T) {
	s := told(t)
	i := slices.IndexFunc(s.c.Letters, func(l casework.Letter) bool {
		return l.Key.Kind == casework.AgencyConsideringLetter && l.State == casework.LetterPosted
	})
	if i < 0 {
		t.Fatalf("no agency was told that the request is considered: %v", s.c.Letters)
	}
	s.refused(jan(11), casetest.Officer(), casework.MendLetter{Letter: s.c.Letters[i].Key, How: casework.MendCorrected, Why: "x"}, "overtaken")
}
