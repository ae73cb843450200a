package portal

import (
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// toAssess carries a case to a decision to assess that the family has been told of.
func toAssess(t *testing.T, s *site) casework.Ref {
	t.Helper()
	s.at(2026, time.November, 23, 10)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.post(ref)
	s.at(2026, time.December, 9, 10)
	s.do(ref, "priya.raman", casework.Decide{Decision: casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met, Reason: "Needs are plain.", ReliedOn: []casework.DocumentID{"E2"}},
		{Limb: casework.Limb8b, Answer: casework.Met, Reason: "Support of this kind cannot be kept up by a school alone.", ReliedOn: []casework.DocumentID{"E1"}},
	}}})
	s.do(ref, "amina.khan", casework.RecordCall{Addressee: "family-1", Reached: true, Interpreter: "Northmere Interpreting", Said: "Glad."})
	s.at(2026, time.December, 9, 15)
	s.post(ref)
	return ref
}

// TestAFamilyReadsWhatTheAssessmentCameTo: a draft with its days, then the plan or none with the days of a challenge, and that
// the council is late where it is.
func TestAFamilyReadsWhatTheAssessmentCameTo(t *testing.T) {
	for _, how := range []casework.AssessmentOutcome{casework.NoPlan, casework.FinalPlan} {
		t.Run(string(how), func(t *testing.T) {
			s := newSite(t)
			ref := toAssess(t, s)
			home := familyPath(ref)
			s.family(ref, "family-1").get(home).wantText(t, "We are assessing Jaspreet", "Monday 15 March 2027", "Monday 12 April 2027")
			if how == casework.FinalPlan {
				s.at(2027, time.March, 1, 10)
				s.do(ref, "amina.khan", casework.ServeDraft{On: statute.Date(2027, time.March, 1), By: statute.FirstClass})
				b := s.family(ref, "family-1")
				got := b.get(home)
				got.wantText(t, "You have the draft plan", "Wednesday 17 March 2027", "You can ask for more time")
				got.lacks(t, "if we find that no plan is needed", "We tell you if there will be no plan")
				b.get(home+"/dates").wantText(t, "Last day to tell us what you think of the draft plan")
			}
			s.at(2027, time.April, 20, 10)
			s.family(ref, "family-1").get(home).wantText(t, "We are late", "You should have had the outcome of the assessment by <strong>Monday 12 April 2027</strong>")
			s.do(ref, "amina.khan", casework.EndAssessment{How: how, On: statute.Date(2027, time.April, 20)})
			b := s.family(ref, "family-1")
			got := b.get(home)
			got.wantText(t, "You were sent this on", "Contact the mediation adviser by <strong>Sunday 20 June 2027</strong>", "Monday 21 June 2027")
			got.lacks(t, "We are late", "We are assessing", "to come")
			b.get(home+"/rights").wantText(t, "1. Mediation", "2. Appeal", "Sunday 20 June 2027", "Monday 21 June 2027")
			b.get(home+"/dates").wantText(t, "Last day to appeal", "Last day to contact the mediation adviser")
		})
	}
}
