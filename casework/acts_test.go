package casework_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// script carries a case through commands, and fails the test where one is not recorded.
type script struct {
	t *testing.T
	c casework.Case
	n int
}

func considering(t *testing.T) *script { return &script{t: t, c: casetest.Considering(t)} }

func (s *script) try(on statute.Day, by casework.Actor, act casework.Act) error {
	s.t.Helper()
	s.n++
	events, err := s.c.Do(casework.Command{Key: on.String() + string(rune('a'+s.n)), By: by, Act: act}, on.At(10, 0))
	if err != nil {
		return err
	}
	s.c, err = s.c.Apply(events...)
	return err
}

func (s *script) do(on statute.Day, by casework.Actor, act casework.Act) {
	s.t.Helper()
	if err := s.try(on, by, act); err != nil {
		s.t.Fatal(err)
	}
}

// refused expects a refusal that says the words.
func (s *script) refused(on statute.Day, by casework.Actor, act casework.Act, says string) {
	s.t.Helper()
	before := s.c.Seq
	err := s.try(on, by, act)
	if casework.AsRefused(err) == nil || !strings.Contains(err.Error(), says) {
		s.t.Errorf("%s: got %v, want a refusal that says %q", act.Kind(), err, says)
	}
	if s.c.Seq != before {
		s.t.Errorf("%s was refused and changed the case", act.Kind())
	}
}

// pass lives through the days to and with the day, and gives what fell, as "kind day".
func (s *script) pass(to statute.Day) []string {
	s.t.Helper()
	var fell []string
	for {
		next, ok := s.c.Next()
		if !ok || next.On.After(to) {
			return fell
		}
		events := s.c.Pass(next.On.Start())
		for _, e := range events {
			if e.Body.Kind() != casework.KindTaskRaised && e.Body.Kind() != casework.KindWarned {
				fell = append(fell, string(e.Body.Kind())+" "+e.FellOn.String())
			}
		}
		var err error
		if s.c, err = s.c.Apply(events...); err != nil {
			s.t.Fatal(err)
		}
	}
}

func nov(day int) statute.Day { return statute.Date(2026, time.November, day) }
func dec(day int) statute.Day { return statute.Date(2026, time.December, day) }
func jan(day int) statute.Day { return statute.Date(2027, time.January, day) }

func TestADeferralSaysWhatItCosts(t *testing.T) {
	s := considering(t)
	s.refused(dec(8), casetest.Chair(), casework.Defer{Panel: "p", Until: dec(15), Why: "x"}, "on no panel’s agenda")
	s.do(dec(1), casetest.Officer(), casework.List{Panel: "p", Name: "The panel", On: dec(8)})
	s.refused(dec(8), casetest.Chair(), casework.Defer{Panel: "p", Until: jan(12), Why: "A report is awaited."}, "last day on which the decision can be sent")
	s.refused(dec(8), casetest.Chair(), casework.Defer{Panel: "p", Until: dec(15)}, "why: is missing")
	s.do(dec(8), casetest.Chair(), casework.Defer{Panel: "p", Until: dec(15), Why: "A report is awaited.", AskedFor: []casework.Ask{{Of: "health", For: "the clinic’s report", By: dec(14)}}})
	if s.c.Listed.On != dec(15) || s.c.Listed.Name != "The panel" || s.c.Stage != casework.StageConsidering {
		t.Errorf("after the deferral the case is %s, listed %+v", s.c.Stage, s.c.Listed)
	}
	s.refused(dec(31), casetest.Chair(), casework.Defer{Panel: "p", Until: jan(2), Why: "Still awaited."}, "there is no deferral any more")
}

func TestAMeetingBeforeItsDayRecommendsNothing(t *testing.T) {
	s := considering(t)
	s.do(dec(1), casetest.Officer(), casework.List{Panel: "p", On: dec(8)})
	advice := casework.Recommend{Panel: "p", Outcome: casework.Assess, Present: []casework.PersonID{"a", "b"}, Quorum: 2, Reasons: "Needs are plain."}
	s.refused(dec(7), casetest.Chair(), advice, "has not met")
	nobody := advice
	nobody.Present = nil
	s.refused(dec(8), casetest.Chair(), nobody, "names nobody")
	s.do(dec(8), casetest.Chair(), advice)
}

func TestViewsAreHiddenUntilTheMeeting(t *testing.T) {
	s := considering(t)
	member := casework.Actor{Person: "m", Name: "M", Roles: []casework.Role{casework.PanelMember}}
	view := casework.RecordView{Panel: "p", Findings: []casework.Finding{{Limb: casework.Limb8a, Answer: casework.Met}}}
	s.do(dec(1), casetest.Officer(), casework.List{Panel: "p", On: dec(8)})
	s.do(dec(2), member, view)
	s.do(dec(3), casetest.Chair(), view)
	s.do(dec(3), member, view) // again: it takes the place of the first
	for _, test := range []struct {
		who  casework.Actor
		on   statute.Day
		want int
	}{{member, dec(7), 1}, {casetest.Decider(), dec(7), 0}, {member, dec(8), 2}, {casetest.Decider(), dec(8), 2}} {
		if got := len(s.c.ViewsFor(test.who, test.on)); got != test.want {
			t.Errorf("%s reads %d views on %s, want %d", test.who.Person, got, test.on, test.want)
		}
	}
	s.do(dec(8), member, casework.DeclareInterest{What: "a friend of the family"})
	if got := len(s.c.ViewsFor(member, dec(8))); got != 1 {
		t.Errorf("a member with an interest reads %d views, want only the own", got)
	}
	s.refused(dec(8), member, view, "has an interest")
}

func TestAnExceptionStandsBesideTheDueDate(t *testing.T) {
	s := considering(t)
	claim := statute.Claim{
		Limb: "reg 5(4)(c)", Ground: statute.Circumstances, Facts: "Jaspreet was in hospital.", From: dec(28), ImpracticalBecause: "Nobody could see Jaspreet, and the parents were at the hospital.",
		Evidence: []string{"the ward’s letter of 29 December"}, FamilyToldOn: dec(29),
	}
	shortage := claim
	shortage.Limb = "shortage of psychologists"
	s.refused(dec(29), casetest.Officer(), casework.ClaimException{Claim: shortage}, "not an exception")
	bare := claim
	bare.ImpracticalBecause, bare.Evidence = "", nil
	s.refused(dec(29), casetest.Officer(), casework.ClaimException{Claim: bare}, "not complete")
	s.do(dec(29), casetest.Officer(), casework.ClaimException{Claim: claim})
	if due := s.c.Opened.Decide.Due; due != jan(4) {
		t.Errorf("the due date became %s", due)
	}
	if diff := cmp.Diff([]string{"send_by_passed 2026-12-31", "limit_passed_under_exception 2027-01-05"}, s.pass(jan(20))); diff != "" {
		t.Errorf("what fell (-want +got):\n%s", diff)
	}
	s.do(jan(20), casetest.Officer(), casework.EndException{Limb: claim.Limb, On: jan(19)})
	if diff := cmp.Diff([]string{"breached 2027-01-20"}, s.pass(jan(25))); diff != "" {
		t.Errorf("what fell after the fact ended (-want +got):\n%s", diff)
	}
}

func TestBeforeTheDeterminationThereIsNoException(t *testing.T) {
	first := casetest.Begun(t)[:1]
	c, err := casework.Fold(first)
	if err != nil {
		t.Fatal(err)
	}
	s := &script{t: t, c: c}
	s.refused(dec(1), casetest.Officer(), casework.ClaimException{}, "cannot be recorded: the case is received")
	s1 := casework.Decide{Decision: casework.Decision{Outcome: casework.NotAssess, Findings: []casework.Finding{{Limb: casework.Limb8b, Answer: casework.NotMet, Reason: "x", ReliedOn: []casework.DocumentID{"E1"}}}}}
	s.refused(dec(1), casetest.Decider(), s1, "comes after the determination")
}

func TestTheOrderOfTheTest(t *testing.T) {
	full := casetest.Refusal().Findings
	for name, test := range map[string]struct {
		findings []casework.Finding
		outcome  casework.Outcome
		says     string
	}{
		"8b alone":                {full[1:], casework.NotAssess, "the next question is asked only then"},
		"8b answered after no 8a": {[]casework.Finding{{Limb: casework.Limb8a, Answer: casework.NotMet}, {Limb: casework.Limb8b, Answer: casework.Met}}, casework.NotAssess, "cannot be answered: limb"},
		"two limbs fail":          {[]casework.Finding{{Limb: casework.Limb8a, Answer: casework.NotMet}, {Limb: casework.Limb8b, Answer: casework.NotMet}}, casework.NotAssess, "here there are 2"},
		"S1 fails and agreed": {[]casework.Finding{{Limb: casework.LimbS1, Answer: casework.NotMet}, {Limb: casework.Limb8a, Answer: casework.Met, Reason: "x"}, {Limb: casework.Limb8b, Answer: casework.Met}},
			casework.Assess, "limb S1 is not met"},
		"agreed without 8b": {[]casework.Finding{{Limb: casework.Limb8a, Answer: casework.Met, Reason: "x"}}, casework.Assess, "limb 8b"},
	} {
		t.Run(name, func(t *testing.T) {
			s := considering(t)
			s.refused(dec(1), casetest.Decider(), casework.Decide{Decision: casework.Decision{Outcome: test.outcome, Findings: test.findings}}, test.says)
		})
	}
}

func TestARefusalRestsOnWhatTheFamilyMayKnow(t *testing.T) {
	s := considering(t)
	s.do(nov(24), casetest.Officer(), casework.Consult{Whom: "family", How: "call", Asked: nov(24)})
	refusal := casetest.Refusal()
	refusal.WithoutPanel = &casework.WithoutPanel{Why: "No panel meets before the day for sending.", ReviewedBy: "second.officer"}
	s.refused(dec(9), casetest.Decider(), refusal, "family-1 may not be told of E1")
	s.do(dec(8), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1"}, Know: []casework.Party{"family-1"}})
	s.refused(dec(9), casetest.Decider(), refusal, "family-1 may not be told of E3")
	refusal.LegalSignOff = &casework.SignOff{By: "A Solicitor, Legal Services", Why: "Serious harm to a third person."}
	s.do(dec(9), casetest.Decider(), refusal)
}

func TestACallComesBeforeTheLetter(t *testing.T) {
	decided := func(t *testing.T) *script {
		s := considering(t)
		s.do(dec(9), casetest.Decider(), casework.Decide{Decision: casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{
			{Limb: casework.Limb8a, Answer: casework.Met, Reason: "Needs are plain."}, {Limb: casework.Limb8b, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E1"}}}}})
		if owes(s.c, casework.AssessLetter) {
			t.Error("the letter is owed before the call that was asked for")
		}
		return s
	}
	t.Run("reached", func(t *testing.T) {
		s := decided(t)
		s.refused(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Said: "Told."}, "interpreter: is missing")
		s.refused(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Said: "Told.", Interpreter: "her daughter Simran"}, "relative or a child")
		s.do(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Said: "Told.", Interpreter: "Northmere Interpreting"})
		if !owes(s.c, casework.AssessLetter) {
			t.Error("the call was made and the letter is not owed")
		}
	})
	t.Run("tried twice", func(t *testing.T) {
		s := decided(t)
		s.do(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1"})
		if owes(s.c, casework.AssessLetter) {
			t.Error("one try is not enough")
		}
		s.do(dec(10), casetest.Officer(), casework.RecordCall{Addressee: "family-1"})
		if !owes(s.c, casework.AssessLetter) {
			t.Error("after two tries the letter goes")
		}
	})
	t.Run("no time left", func(t *testing.T) {
		s := decided(t)
		if diff := cmp.Diff([]string{"call_time_over 2026-12-30"}, s.pass(dec(30))); diff != "" {
			t.Errorf("what fell (-want +got):\n%s", diff)
		}
		if !owes(s.c, casework.AssessLetter) {
			t.Error("a call delays no letter past the last day for sending")
		}
	})
}

func owes(c casework.Case, kind casework.LetterKind) bool {
	for _, owing := range c.Owed() {
		for _, key := range owing.Letters {
			if key.Kind == kind {
				return true
			}
		}
	}
	return false
}

func TestANewAddressTakesPrintedLettersBack(t *testing.T) {
	s := considering(t)
	key := casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: 1}
	var err error
	if s.c, err = s.c.Apply(s.c.Record([]casework.Body{casework.Issued{Letter: key, SHA256: "0", Dated: nov(23), By: statute.FirstClass}}, casework.Engine(), nov(23).At(11, 0))...); err != nil {
		t.Fatal(err)
	}
	moved, _ := s.c.Addressee("family-1")
	moved.Address = []string{"A refuge"}
	s.do(nov(23), casetest.Officer(), casework.SetAddressee{Addressee: moved, Why: "Confirmed by the old telephone number."})
	if len(s.c.Printed()) != 0 {
		t.Errorf("letters to the old address are still to be posted: %v", s.c.Printed())
	}
	if !owes(s.c, casework.Acknowledgement) {
		t.Error("the letter is not owed to the new address")
	}
}

func TestWithNobodyToWriteToAManagerIsAsked(t *testing.T) {
	s := considering(t)
	s.do(nov(24), casetest.Officer(), casework.EndAddressee{Addressee: "family-1", Why: "An order of the court.", Order: "NM26C00112"})
	if open := openTasks(s.c); len(open) != 1 || open[0].For != casework.ServiceManager {
		t.Errorf("the open tasks are %+v, want the manager’s", open)
	}
	s.do(nov(24), casetest.Officer(), casework.SetAddressee{Why: "The foster carer is a parent by s.576.", Addressee: casework.Addressee{Standing: casework.Parent, Name: "R Carer", Address: []string{"9 Hill Rise"}, Postcode: "NM3 4EF"}})
	if got := s.c.Family[0].ID; got != "family-2" {
		t.Errorf("the carer is %s; an ID is never used again", got)
	}
}

func openTasks(c casework.Case) []casework.Task {
	var open []casework.Task
	for _, task := range c.Tasks {
		if !task.Done {
			open = append(open, task)
		}
	}
	return open
}

func TestTheYoungPersonBecomesTheAddressee(t *testing.T) {
	request, mends, err := casework.ParseRequest(casetest.RequestJSON(t, func(m map[string]any) {
		m["received_at"] = "2027-06-01T09:00:00Z"
		m["child"].(map[string]any)["date_of_birth"] = "2011-02-10"
	}))
	if err != nil {
		t.Fatal(err)
	}
	decider := casetest.Decider()
	events, err := casework.Begin(request, casework.Intake{Ref: casetest.Ref, ToMend: mends}, &decider)
	if err != nil {
		t.Fatal(err)
	}
	c, err := casework.Fold(events)
	if err != nil {
		t.Fatal(err)
	}
	s := &script{t: t, c: c}
	june := func(day int) statute.Day { return statute.Date(2027, time.June, day) }
	if diff := cmp.Diff([]string{"age_switched 2027-06-26"}, s.pass(june(30))); diff != "" {
		t.Errorf("what fell (-want +got):\n%s", diff)
	}
	if len(s.c.Family) != 1 || s.c.Family[0].Standing != casework.YoungPerson || len(s.c.Family[0].Address) == 0 {
		t.Errorf("the family is %+v, want the young person, with an address", s.c.Family)
	}
	s.refused(june(30), casetest.Officer(), casework.SetAddressee{Why: "x", Addressee: casework.Addressee{Standing: casework.Parent, Name: "P", Address: []string{"a"}, Postcode: "NM1 2AB"}}, "the young person holds the rights now")
}

func TestACertificateMovesTheEndOfTheTimeForAnAppeal(t *testing.T) {
	s := &script{t: t, c: casetest.Until(t, casework.KindNoticeGiven)}
	s.pass(jan(14))
	before, _ := s.c.Next()
	s.do(jan(15), casetest.Officer(), casework.RecordCertificate{On: jan(14)})
	after, ok := s.c.Next()
	if !ok || after.On != s.c.Certificate.Appeal.Effective.AddDays(1) || !after.On.Before(before.On) {
		t.Errorf("the case waited until %s and now until %s, want the day after %s", before.On, after.On, s.c.Certificate.Appeal.Effective)
	}
}

func TestNothingIsSentAfterADeath(t *testing.T) {
	s := considering(t)
	s.do(nov(25), casetest.Officer(), casework.RecordDeath{On: nov(24)})
	if !s.c.Closed() || len(s.c.Owed()) != 0 {
		t.Errorf("after a death the case is %s and owes %v", s.c.Stage, s.c.Owed())
	}
	if next, ok := s.c.Next(); ok {
		t.Errorf("after a death %s is still to come on %s", next.Why, next.On)
	}
}

func TestAKeyIsForOneAct(t *testing.T) {
	s := considering(t)
	consult := casework.Command{Key: "k", By: casetest.Officer(), Act: casework.Consult{Whom: "family", How: "call", Asked: nov(24)}}
	events, err := s.c.Do(consult, nov(24).At(10, 0))
	if err != nil {
		t.Fatal(err)
	}
	if s.c, err = s.c.Apply(events...); err != nil {
		t.Fatal(err)
	}
	consult.Act = casework.MarkUrgent{Reason: casework.InHospital, Facts: "In hospital."}
	if _, err := s.c.Do(consult, nov(24).At(10, 0)); casework.AsRefused(err) == nil {
		t.Errorf("a key used for another act gave %v, want a refusal", err)
	}
}

func TestAWeakReasonWantsASecondLookAndNeverMakesTheCouncilLate(t *testing.T) {
	weak := casetest.Refusal()
	weak.WithoutPanel = &casework.WithoutPanel{Why: "No panel meets before the day for sending.", ReviewedBy: "second.officer"}
	weak.Findings[1].Reason = "The school must complete two full cycles of assess, plan, do, review and spend £6,000 before an assessment can be considered."
	ready := func(t *testing.T) *script {
		s := considering(t)
		s.do(nov(24), casetest.Officer(), casework.Consult{Whom: "family", How: "call", Asked: nov(24)})
		s.do(nov(24), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
		return s
	}
	t.Run("before the last day", func(t *testing.T) {
		s := ready(t)
		s.refused(dec(9), casetest.Decider(), weak, "findings[1].reason: “The school must complete two full cycles")
		alone := weak
		alone.Override = "I stand by it."
		s.refused(dec(9), casetest.Decider(), alone, "findings[1].reason: “The school must complete two full cycles")
		own := weak
		own.Reviewed = &casework.Review{By: casetest.Decider().Person, Why: "I looked again."}
		s.refused(dec(9), casetest.Decider(), own, "findings[1].reason: “The school must complete two full cycles")
		seconded := weak
		seconded.Reviewed = &casework.Review{By: "tom.whitfield", Why: "The facts behind it are sound."}
		s.do(dec(9), casetest.Decider(), seconded)
	})
	t.Run("on the last day", func(t *testing.T) {
		s := ready(t)
		s.refused(dec(30), casetest.Decider(), weak, "Or say why you go on all the same (override)")
		alone := weak
		alone.Override = "The second officer is away, and the letter goes today."
		s.do(dec(30), casetest.Decider(), alone)
		if !taskOpen(s.c, "review-override") {
			t.Error("nobody is asked to look at the override")
		}
	})
	t.Run("an agreement is never stopped", func(t *testing.T) {
		s := ready(t)
		s.do(dec(9), casetest.Decider(), casework.Decide{Decision: casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{
			{Limb: casework.Limb8a, Answer: casework.Met, Reason: weak.Findings[1].Reason}, {Limb: casework.Limb8b, Answer: casework.Met}}}})
	})
}

func taskOpen(c casework.Case, id casework.TaskID) bool {
	for _, task := range openTasks(c) {
		if task.Task == id {
			return true
		}
	}
	return false
}

func TestParentsInDisputeDoNotSpeakForEachOther(t *testing.T) {
	s := considering(t)
	s.do(nov(24), casetest.Officer(), casework.SetAddressee{Why: "Has parental responsibility.", Addressee: casework.Addressee{Standing: casework.Parent, Name: "Gurdeep Dhillon", Address: []string{"7 Mill Road"}, Postcode: "NM2 3CD"}})
	s.do(nov(24), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1"}, See: []casework.Party{casework.TheFamily}})
	s.do(nov(24), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E2"}, See: []casework.Party{"family-2"}})
	one, _ := s.c.Exhibit("E1")
	two, _ := s.c.Exhibit("E2")
	if !s.c.MaySeeAs("family-1", one) || s.c.MaySeeAs("family-1", two) || !s.c.MaySeeAs("family-2", two) {
		t.Error("what was released to the family, or to one of it, does not reach whom it should")
	}
	s.do(nov(25), casetest.Officer(), casework.RecordDispute{Between: []casework.AddresseeID{"family-1", "family-2"}, Why: "They are before the family court."})
	if s.c.MaySeeAs("family-1", one) || !s.c.MaySeeAs("family-2", two) {
		t.Error("in a dispute a release to the family reaches nobody, and one by name its person")
	}
	s.refused(nov(26), casetest.Officer(), casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family"}, "does not name family-2")
	s.do(nov(26), casetest.Officer(), casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family", AgreedBy: []casework.AddresseeID{"family-2"}})
}

func TestAnotherIdentityLeavesNobodyOfBeforeWrittenTo(t *testing.T) {
	s := considering(t)
	manager := casework.Actor{Person: "margaret.ellis", Name: "Margaret Ellis", Roles: []casework.Role{casework.ServiceManager}}
	act := casework.ChangeIdentity{Why: "Adoption order NM26A00031.", Child: casework.Identity{Surname: "Marlowe", Forenames: "Jaspreet", DateOfBirth: s.c.Opened.Child.DateOfBirth},
		Family: []casework.Addressee{{Standing: casework.Parent, Name: "J Marlowe", Address: []string{"2 New Street"}, Postcode: "NM4 5GH"}}}
	s.refused(nov(24), manager, casework.ChangeIdentity{Why: "x"}, "family: is empty")
	s.do(nov(24), manager, act)
	if len(s.c.Family) != 1 || s.c.Family[0].ID != "family-2" || s.c.Opened.Child.Surname != "Marlowe" {
		t.Errorf("after the adoption the case is of %s with family %+v", s.c.Opened.Child.FullName(), s.c.Family)
	}
	if !taskOpen(s.c, "seal-identity") || !owes(s.c, casework.Acknowledgement) {
		t.Error("the old identity is to be sealed, and the new parents are to be written to")
	}
}

func TestUrgentCasesComeFirst(t *testing.T) {
	early, late := casetest.Considering(t), casetest.Considering(t)
	early.Ref, early.Opened.Decide.SendBy = "SEN-2026-0001-F", dec(10)
	late.Ref, late.Urgent = "SEN-2026-0002-Q", []casework.UrgentReason{casework.NoSchoolPlace}
	ordered := casework.AgendaOrder([]casework.Case{early, late})
	if ordered[0].Ref != late.Ref {
		t.Errorf("the agenda begins with %s, want the urgent case", ordered[0].Ref)
	}
}

func TestInterestsAreSuggestedFromTheRecords(t *testing.T) {
	s := considering(t)
	s.do(nov(24), casetest.Officer(), casework.DeclareInterest{Member: "objected.to", What: "the family objects", Source: "family"})
	got := s.c.SuggestedInterests([]casework.Actor{{Person: "objected.to"}, {Person: "own.head", Setting: s.c.Opened.Setting}, {Person: s.c.Officer}, {Person: "free"}})
	if len(got) != 3 || got["free"] != "" {
		t.Errorf("suggested are %v, want the three with an interest", got)
	}
}

// TestACallIsSafe: the task names the interpreter and the care that the family asked for, and the letter waits for two tries
// and never past the last day for sending.
func TestACallIsSafe(t *testing.T) {
	s := &script{t: t, c: casetest.Until(t, casework.KindRecommended)}
	mother, _ := s.c.Addressee("family-1")
	mother.SafeContact, mother.Interpreter, mother.CallFirst = "Mornings only.", true, true
	s.do(dec(8), casetest.Officer(), casework.SetAddressee{Addressee: mother, Why: "She rang."})
	s.do(dec(8), casetest.Decider(), casetest.Refusal())
	var what string
	for _, task := range s.c.Tasks {
		if strings.HasPrefix(string(task.Task), "call:family-1/") {
			what = task.What
		}
	}
	for _, want := range []string{"never a child or a relative", "leave no message", "Two tries", "30 Dec"} {
		if !strings.Contains(what, want) {
			t.Errorf("the call's task lacks %q: %s", want, what)
		}
	}
	if strings.Contains(what, "Mornings only") {
		t.Error("a task tells how somebody is safely reached")
	}
	owed := func() bool {
		for _, o := range s.c.Owed() {
			for _, key := range o.Letters {
				if key.Kind == casework.NotAssessLetter {
					return true
				}
			}
		}
		return false
	}
	if owed() {
		t.Error("the letter goes before the call")
	}
	s.refused(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Said: "She knows.", Interpreter: "her daughter"}, "relative or a child")
	s.do(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1"})
	if owed() {
		t.Error("one try is not two")
	}
	waiting := &script{t: t, c: s.c}
	late := &script{t: t, c: casetest.Until(t, casework.KindRecommended)}
	late.do(dec(8), casetest.Officer(), casework.SetAddressee{Addressee: mother, Why: "She rang."})
	after := late.c.Opened.Decide.SendBy.AddDays(1)
	late.pass(after)
	late.do(after, casetest.Decider(), casetest.Refusal())
	late.pass(after)
	if what := late.c.Tasks[len(late.c.Tasks)-1].What; !strings.Contains(what, "waits for no call") || strings.Contains(what, "Two tries") {
		t.Errorf("a late decision’s call: %s", what)
	}
	if owed := late.c.Owed(); len(owed) == 0 || !strings.HasPrefix(string(owed[len(owed)-1].Letters[0].Kind), "decision-not") {
		t.Errorf("a late decision’s letter waits for a call: %v", owed)
	}
	s.do(dec(9), casetest.Officer(), casework.RecordCall{Addressee: "family-1"})
	if !owed() {
		t.Error("after two tries the letter does not go")
	}
	waiting.pass(waiting.c.Opened.Decide.SendBy)
	s.c = waiting.c
	if !owed() {
		t.Error("on the last day for sending the letter still waits for a call")
	}
}
