package casework_test

import (
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// agreed is a case in which the council will assess and the family was told on 18 December 2026. The request came on
// Monday 23 November 2026: sixteen weeks end on 15 March 2027, twenty on 12 April.
func agreed(t *testing.T) *script {
	t.Helper()
	s := &script{t: t, c: casetest.Considering(t)}
	on := statute.Date(2026, 12, 18)
	s.do(on, casetest.Decider(), casework.Decide{Decision: casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met, Reason: "Needs are plain.", ReliedOn: []casework.DocumentID{"E2"}},
		{Limb: casework.Limb8b, Answer: casework.Met, Reason: "Support of this kind cannot be kept up by a school alone.", ReliedOn: []casework.DocumentID{"E1"}},
	}}})
	s.do(on, casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Said: "Glad.", Interpreter: "Northmere Interpreting"})
	s.sendOwed(on)
	if !s.c.Assessing() {
		t.Fatalf("the case stands at %s and is not being assessed", s.c.Stage)
	}
	return s
}

// TestTheLimitsOfAnAssessmentAreWatched: nobody does anything, and the sixteen and the twenty weeks say so on their days.
func TestTheLimitsOfAnAssessmentAreWatched(t *testing.T) {
	s := agreed(t)
	plan, _ := s.c.OutcomeBy(casework.FinalPlan)
	noPlan, _ := s.c.OutcomeBy(casework.NoPlan)
	got := s.everythingTo(statute.Date(2027, 5, 14))
	want := []string{
		"warned " + noPlan.SendBy.AddDays(-28).String() + " T08",
		"send_by_passed " + noPlan.SendBy.AddDays(1).String() + " T08", "task_raised " + noPlan.SendBy.AddDays(1).String() + " service_manager",
		"warned " + plan.SendBy.AddDays(-28).String() + " T11", "warned " + plan.SendBy.AddDays(-7).String() + " T11",
		"send_by_passed " + plan.SendBy.AddDays(1).String() + " T11", "task_raised " + plan.SendBy.AddDays(1).String() + " director",
		"breached 2027-04-13 T11", "task_raised 2027-04-13 service_manager",
		"task_raised 2027-04-27 director", // nobody has told the family for a fortnight
	}
	if len(got) != len(want) {
		t.Errorf("%d things fell, want %d", len(got), len(want))
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) }) {
			t.Errorf("%q did not fall; what fell:\n%s", w, strings.Join(got, "\n"))
		}
	}
	if s.c.PlanClock() != "late" || s.c.Clock() != "met" || !strings.Contains(s.c.Sentence(statute.Date(2027, 5, 14)), "32 days late") {
		t.Errorf("the clock is %q and says %q", s.c.PlanClock(), s.c.Sentence(statute.Date(2027, 5, 14)))
	}
	if !s.c.BreachedOn.IsZero() || s.c.SendByPassed {
		t.Error("a late plan was taken for a late decision")
	}
}

// everythingTo lives through the days to and with the day, and gives what fell: its kind, its day, and its rule or whose task
// it is.
func (s *script) everythingTo(to statute.Day) []string {
	s.t.Helper()
	var fell []string
	for {
		next, ok := s.c.Next()
		if !ok || next.On.After(to) {
			return fell
		}
		events := s.c.Pass(next.On.Start())
		for _, e := range events {
			line := string(e.Body.Kind()) + " " + e.FellOn.String()
			switch b := e.Body.(type) {
			case casework.Warned:
				line += " " + string(b.Rule)
			case casework.SendByPassed:
				line += " " + string(b.Rule)
			case casework.Breached:
				line += " " + string(b.Rule)
			case casework.TaskRaised:
				line += " " + string(b.For)
			}
			if e.Body.Kind() != casework.KindFeedback {
				fell = append(fell, line)
			}
		}
		var err error
		if s.c, err = s.c.Apply(events...); err != nil {
			s.t.Fatal(err)
		}
	}
}

// TestADraftMeansThatThereWillBeAPlan: the sixteen weeks fall silent, the family has its fifteen days, and a plan that goes
// before they have ended is recorded as too early.
func TestADraftMeansThatThereWillBeAPlan(t *testing.T) {
	s := agreed(t)
	sent := statute.Date(2027, 3, 1) // a Monday: first class, it arrives on Wednesday 3 March
	s.refused(sent, casetest.Officer(), casework.ServeDraft{On: sent.AddDays(1), By: statute.FirstClass}, "between")
	s.refused(sent, casetest.Officer(), casework.ServeDraft{On: sent, By: "pigeon"}, "pigeon")
	s.refused(sent, casetest.Clerk(), casework.ServeDraft{On: sent, By: statute.FirstClass}, "takes the role")
	s.do(sent, casetest.Officer(), casework.ServeDraft{On: sent, By: statute.FirstClass})
	if got := s.c.Assessment.Draft.Reply; got.Due != statute.Date(2027, 3, 17) || got.EarliestNext != statute.Date(2027, 3, 18) {
		t.Errorf("the family may answer until %s and the plan may follow on %s", got.Due, got.EarliestNext)
	}
	if _, may := s.c.OutcomeBy(casework.NoPlan); may {
		t.Error("the family has a draft, and is still to be told that there will be no plan")
	}
	early := *s
	early.do(statute.Date(2027, 3, 17), casetest.Officer(), casework.EndAssessment{How: casework.FinalPlan, On: statute.Date(2027, 3, 17)})
	if got := early.c.Assessment.Ended.Early; got != statute.Date(2027, 3, 18) {
		t.Errorf("a plan on the last of the fifteen days is too early until %s, want 18 March", got)
	}
	s.do(statute.Date(2027, 4, 12), casetest.Officer(), casework.EndAssessment{How: casework.FinalPlan, On: statute.Date(2027, 4, 12)})
	if ended := s.c.Assessment.Ended; ended.Late() || !ended.Early.IsZero() || ended.Appeal.Due != statute.Date(2027, 6, 12) {
		t.Errorf("the plan went on the last day and the case says %+v", ended)
	}
	s.refused(statute.Date(2027, 4, 13), casetest.Officer(), casework.EndAssessment{How: casework.NoPlan, On: statute.Date(2027, 4, 13)}, "No assessment is under way")
	s.everythingTo(statute.Date(2028, 1, 1))
	if !s.c.Closed() {
		t.Errorf("the time for an appeal has ended and the case stands at %s", s.c.Stage)
	}
}

// TestALateOutcomeIsShownAsLate, with its tasks done, and under an exception as that.
func TestALateOutcomeIsShownAsLate(t *testing.T) {
	s := agreed(t)
	s.everythingTo(statute.Date(2027, 4, 20))
	s.do(statute.Date(2027, 4, 20), casetest.Officer(), casework.EndAssessment{How: casework.FinalPlan, On: statute.Date(2027, 4, 20)})
	if !s.c.Assessment.Ended.Late() || taskOpen(s.c, "plan-late") || taskOpen(s.c, "plan-send-by") || taskOpen(s.c, "no-plan-send-by") {
		t.Errorf("a plan of 20 April: %+v, tasks %+v", s.c.Assessment.Ended, s.c.Tasks)
	}
	s = agreed(t)
	s.everythingTo(statute.Date(2027, 3, 20))
	s.do(statute.Date(2027, 3, 20), casetest.Officer(), casework.EndAssessment{How: casework.NoPlan, On: statute.Date(2027, 3, 20)})
	if ended := s.c.Assessment.Ended; !ended.Late() || ended.Rule != casework.RuleNoPlan {
		t.Errorf("told on 20 March that there will be no plan: %+v", ended)
	}
}

// TestAnExceptionToThePlansLimit is claimed against that limit, under its own regulation, and leaves the due date alone.
func TestAnExceptionToThePlansLimit(t *testing.T) {
	s := agreed(t)
	on := statute.Date(2027, 3, 1)
	claim := statute.Claim{Limb: "reg 13(3), 10(4)(c)", Ground: statute.Circumstances, Facts: "Jaspreet was in hospital for five weeks.", From: statute.Date(2027, 2, 1),
		ImpracticalBecause: "The psychologist could not see her.", Evidence: []string{"Discharge letter"}}
	s.refused(on, casetest.Officer(), casework.ClaimException{Claim: statute.Claim{Limb: "reg 5(4)(c)"}}, "not an exception to this limit")
	s.refused(on, casetest.Officer(), casework.ClaimException{Rule: casework.RuleDecide, Claim: claim}, "does not run")
	s.do(on, casetest.Officer(), casework.ClaimException{Claim: claim})
	got := s.everythingTo(statute.Date(2027, 4, 20))
	if !slices.ContainsFunc(got, func(g string) bool { return g == "limit_passed_under_exception 2027-04-13" }) || s.c.PlanClock() != "passed under an exception" {
		t.Errorf("the clock is %q; what fell:\n%s", s.c.PlanClock(), strings.Join(got, "\n"))
	}
	s.do(statute.Date(2027, 4, 21), casetest.Officer(), casework.EndException{Limb: claim.Limb, On: statute.Date(2027, 4, 20)})
	if got := s.everythingTo(statute.Date(2027, 4, 22)); !slices.Contains(got, "breached 2027-04-21 T11") {
		t.Errorf("the exception has ended and what fell is %v", got)
	}
}

// TestAnUndoneRefusalHasLimitsOfItsOwn: ten and fourteen weeks from the agreement, watched like the others.
func TestAnUndoneRefusalHasLimitsOfItsOwn(t *testing.T) {
	s := told(t)
	on := statute.Date(2027, 2, 1)
	s.do(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "Agreed."})
	s.sendOwed(on)
	got := s.everythingTo(statute.Date(2027, 5, 12))
	for _, w := range []string{"send_by_passed 2027-04-", "breached 2027-05-11 T23"} {
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) }) {
			t.Errorf("%q did not fall; what fell:\n%s", w, strings.Join(got, "\n"))
		}
	}
	if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, "warned") && strings.HasSuffix(g, "T22") }) {
		t.Errorf("nobody was warned of the ten weeks:\n%s", strings.Join(got, "\n"))
	}
}

// TestTwoAgreedDaysAreTwoLimits, though both are of one rule.
func TestTwoAgreedDaysAreTwoLimits(t *testing.T) {
	s := told(t)
	on := statute.Date(2027, 2, 1)
	s.do(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "Agreed.",
		Agreed: []statute.Agreed{{Stage: statute.NoPlanStage, By: statute.Date(2027, 3, 15)}, {Stage: statute.FinalStage, By: statute.Date(2027, 4, 15)}}})
	s.sendOwed(on)
	got := s.everythingTo(statute.Date(2027, 4, 20))
	passed := slices.DeleteFunc(slices.Clone(got), func(g string) bool { return !strings.HasPrefix(g, "send_by_passed") })
	if len(passed) != 2 || !slices.Contains(got, "breached 2027-04-16 T20.agreed") {
		t.Errorf("what fell:\n%s", strings.Join(got, "\n"))
	}
}
