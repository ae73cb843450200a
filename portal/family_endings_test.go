package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

func (p page) lacks(t testing.TB, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(mainText(t, p.body), text) {
			t.Errorf("the page says %q:\n%s", text, mainText(t, p.body))
		}
	}
}

// TestABereavedFamilyIsAskedForNothing: no letter to read, nothing about withdrawing or asking again.
func TestABereavedFamilyIsAskedForNothing(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	s.do(ref, "amina.khan", casework.RecordDeath{On: statute.DayOf(s.now)})
	b, home := s.family(ref, "family-1"), familyPath(ref)
	got := b.get(home)
	got.wantText(t, "This request has ended here", "We are very sorry")
	got.lacks(t, "There is a letter for you", "withdrawn", "Ask again", "assess again", "Step by step", "Tell us", "ring me")
	b.get(home+"/dates").lacks(t, "Last day", "You hear")
	closed := b.get(home + "/views")
	closed.wantText(t, "This request is closed")
	closed.lacks(t, "ask for an assessment")
	rights := b.get(home + "/rights")
	rights.wantText(t, "Complain", "What we hold about you")
	rights.lacks(t, "Ask again", "decide not to assess", "If you do not agree", "Mediation")
}

// TestAMoveIsNoWithdrawal: the family reads who is responsible now; where households learn nothing of each other, the other
// council’s name is not there to be read.
func TestAMoveIsNoWithdrawal(t *testing.T) {
	for name, guarded := range map[string]bool{"one household": false, "somebody is reached with care": true} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			ref := s.receive(func(r map[string]any) {
				millbrook("U871200025001", "Jaspreet")(r)
				if guarded {
					r["family"].([]any)[0].(map[string]any)["safe_contact"] = "Never ring the house."
				}
			}).Ref
			s.openAs(ref, "family-1", "home@example.org", true)
			s.post(ref)
			s.do(ref, "amina.khan", casework.TransferOut{On: statute.DayOf(s.now), To: "Southmere Council", Papers: true})
			for range 2 { // before the letter has gone, and when the case has closed
				b := s.browser()
				b.get("/sign-in/family?lang=en")
				s.signIn(b, ref, "home@example.org")
				got := b.get(familyPath(ref))
				got.wantText(t, "Another council looks after this now")
				got.lacks(t, "withdrawn", "assess again")
				b.get(familyPath(ref)+"/rights").lacks(t, "Ask again")
				if said := strings.Contains(mainText(t, got.body), "Southmere"); said == guarded {
					t.Errorf("the other council is named: %v", said)
				}
				s.post(ref)
			}
		})
	}
}

// TestARefusalStaysToldWhenItsTimeIsOver: the rights of a late appeal are there, on the day after the last and when the
// request has closed, with the certificate that can give longer.
func TestARefusalStaysToldWhenItsTimeIsOver(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	b, home := s.family(ref, "family-1"), familyPath(ref)
	b.get(home).wantText(t, "or one month after the date on the certificate if that is later", "See what you can do")
	s.at(2027, time.March, 1, 10)
	late := func() {
		t.Helper()
		b = s.family(ref, "family-1")
		got := b.get(home)
		got.wantText(t, "We have decided not to assess Jaspreet", "The time for an appeal ended on", "one month after the date on your mediation certificate if that is later", "only the Tribunal", "The time for an appeal has passed", "Unless your mediation certificate gives you longer", "Ask again at any time")
		got.lacks(t, "Advice is free, and so is an appeal", "The request was withdrawn")
		b.get(home+"/rights").wantText(t, "1. Mediation", "2. Appeal", "You can still send an appeal late", `href="/ask"`, home+"/held")
		b.get(home+"/dates").wantText(t, "Last day to appeal", "Last day to contact the mediation adviser")
	}
	late()
	s.daysPass(ref, statute.Date(2028, time.March, 1))
	late()
	b.get(home).wantText(t, "This request is closed. You can still read your letters here.")
	b.get(home+"/tell/call").wantText(t, "Nobody works on it any more")
	b.get(home+"/letters").lacks(t, "I need a letter in another way")
}

// daysPass lets the days fall until there are no more up to the day, as a case's workflow does.
func (s *site) daysPass(ref casework.Ref, to statute.Day) {
	s.t.Helper()
	for {
		c, err := s.desk.Case(s.t.Context(), ref)
		if err != nil {
			s.t.Fatal(err)
		}
		next, ok := c.Next()
		if !ok || next.On.After(to) {
			return
		}
		s.now = next.On.Start().Add(time.Hour)
		if err := s.register.Record(s.t.Context(), ref, c.Pass(next.On.Start())); err != nil {
			s.t.Fatal(err)
		}
	}
}

// TestADecisionIsReadFirst: a letter that came after it does not push it away.
func TestADecisionIsReadFirst(t *testing.T) {
	letter := func(kind casework.LetterKind, read bool) familyLetter {
		return familyLetter{Letter: casework.Letter{Key: casework.LetterKey{Kind: kind}}, Read: read}
	}
	list := []familyLetter{letter(casework.FeedbackLetter, false), letter(casework.NotAssessLetter, false), letter(casework.Acknowledgement, false)}
	if got := unread(list); got == nil || got.Key.Kind != casework.NotAssessLetter {
		t.Errorf("the first to read is %+v", got)
	}
	list[1].Read = true
	if got := unread(list); got == nil || got.Key.Kind != casework.FeedbackLetter {
		t.Errorf("the next to read is %+v", got)
	}
	list[0].State = casework.LetterWithdrawn
	if got := unread(list); got == nil || got.Key.Kind != casework.Acknowledgement {
		t.Errorf("after one that no longer counts, the next is %+v", got)
	}
}

// TestPapersThatNeverCame: after the decision nobody waits for them, and what the person may see and is not here can be
// asked for.
func TestPapersThatNeverCame(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	got := s.family(ref, "family-1").get(familyPath(ref) + "/papers")
	got.wantText(t, "Ask for a copy")
	got.lacks(t, "Not yet")
	waiting := s.receive(millbrook("U871200025001", "Harjit")).Ref
	s.do(waiting, "amina.khan", casework.Consult{Whom: "health", How: "letter", Asked: statute.DayOf(s.now)})
	s.family(waiting, "family-1").get(familyPath(waiting)+"/papers").wantText(t, "Not yet")
}

// TestAContactOfSeveralRequests: a change holds for one of them, and the person is told.
func TestAContactOfSeveralRequests(t *testing.T) {
	s := newSite(t)
	one := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	two := s.receive(millbrook("U871200025002", "Harjit")).Ref
	s.openAs(two, "family-1", contactOf("family-1"), false)
	b, at := s.family(one, "family-1"), familyPath(one)+"/reach/contact"
	b.post(at, url.Values{"contact": {"07700 900123"}})
	old, changed := s.sent[len(s.sent)-2], s.sent[len(s.sent)-1]
	got := b.post(at+"/codes", url.Values{"code-old": {codeIn(old.Text)}, "code-new": {codeIn(changed.Text)}})
	if got.status != http.StatusSeeOther {
		t.Fatalf("two right codes: %d", got.status)
	}
	b.get(got.goesTo()).wantText(t, "Your other requests here still send their codes to the old one")
}

// TestAThiefOfAPageTriesFiveTimes: the pair of codes for a new contact is spoilt sooner than a code to come in.
func TestAThiefOfAPageTriesFiveTimes(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	b, at := s.family(ref, "family-1"), familyPath(ref)+"/reach/contact"
	b.post(at, url.Values{"contact": {"07700 900123"}})
	old, changed := s.sent[len(s.sent)-2], s.sent[len(s.sent)-1]
	for range contactTries {
		b.post(at+"/codes", url.Values{"code-old": {"000000"}, "code-new": {codeIn(changed.Text)}})
	}
	if got := b.post(at+"/codes", url.Values{"code-old": {codeIn(old.Text)}, "code-new": {codeIn(changed.Text)}}); got.status == http.StatusSeeOther {
		t.Error("the contact is changed after five wrong pairs")
	}
}

// TestAClosedRequestsContact: its change is confirmed by the old route all the same, and the old one is told.
func TestAClosedRequestsContact(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.post(ref)
	s.do(ref, "amina.khan", casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family"})
	s.post(ref)
	b, at := s.family(ref, "family-1"), familyPath(ref)+"/reach/contact"
	b.get(familyPath(ref)).wantText(t, "The request was withdrawn", "Ask again at any time", "This request is closed")
	b.post(at, url.Values{"contact": {"07700 900123"}})
	old, changed := s.sent[len(s.sent)-2], s.sent[len(s.sent)-1]
	if got := b.post(at+"/codes", url.Values{"code-old": {codeIn(old.Text)}, "code-new": {codeIn(changed.Text)}}); got.status != http.StatusSeeOther {
		t.Fatalf("two right codes: %d %s", got.status, got.body)
	}
	if told := s.lastNotice(); told.To != contactOf("family-1") || !strings.Contains(told.Text, "has been changed") {
		t.Errorf("the old one was told %+v", told)
	}
}

// TestAParentIsToldOfTheAgeSwitch: from which day letters go to their child, as long as it is near; the young person and the
// parents of the small are not.
func TestAParentIsToldOfTheAgeSwitch(t *testing.T) {
	for born, told := range map[string]bool{"2011-01-14": true, "2016-01-14": false} {
		s := newSite(t)
		ref := s.receive(func(r map[string]any) {
			millbrook("U871200025001", "Jaspreet")(r)
			r["child"].(map[string]any)["date_of_birth"] = born
		}).Ref
		text := mainText(t, s.family(ref, "family-1").get(familyPath(ref)+"/dates").body)
		if got := strings.Contains(text, "From this day our letters go to Jaspreet Saturday 26 June 2027"); got != told {
			t.Errorf("born %s: told %v\n%s", born, got, text)
		}
	}
}
