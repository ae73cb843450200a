package portal

import (
	"net/url"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestTheCaseFollowsAnAssessment: after a decision to assess the case and its dates show the clock of the plan beside the six
// weeks, each limit with how it stands, the family’s days on the draft, and in the end the family’s own limits.
func TestTheCaseFollowsAnAssessment(t *testing.T) {
	s := newSite(t)
	ref := toAssess(t, s)
	at := "/cases/" + string(ref)
	amina := func() *browser { return s.as("amina.khan") }
	amina().get(at).wantText(t, "A plan, if one follows, is due on Monday 12 April 2027", "If no plan", "amily told", "Sent in time", "Record that the draft plan was sent, once it has", "Or record that there will be no plan")
	dates := amina().get(at + "/dates")
	dates.wantText(t, "Sixteen weeks, if no plan follows", "Twenty weeks, if a plan follows", "The last day on which it can be posted in time is", "days to send")

	s.at(2027, time.March, 1, 10)
	weighed := amina().post(at+"/record/serve_draft", url.Values{"on-day": {"1"}, "on-month": {"3"}, "on-year": {"2027"}, "by": {"first-class"}})
	weighed.wantText(t, "The day on which the plan is due, Monday 12 April 2027, does not move.")
	s.do(ref, "amina.khan", casework.ServeDraft{On: statute.Date(2027, time.March, 1), By: statute.FirstClass})
	amina().get(at).wantText(t, "The final plan is due on Monday 12 April 2027", "Family answers", "Record what the assessment came to, once the family has been sent it")
	s.at(2027, time.March, 18, 10)
	amina().get(at).wantText(t, "The family had until Wednesday 17 March 2027 to say what it thinks of the draft plan.")
	s.at(2027, time.March, 1, 11)
	dates = amina().get(at + "/dates")
	dates.wantText(t, "The family’s time on the draft plan", "The family may say what it thinks of it until Wednesday 17 March 2027", "The plan is not made final before Thursday 18 March 2027", "16 days left", "The family has the draft, so a plan follows")
	dates.lacks(t, "Sixteen weeks")

	s.at(2027, time.April, 20, 10)
	s.passClocks(ref)
	amina().get(at).wantText(t, "The final plan was due on Monday 12 April 2027", "8 days late")
	amina().get(at+"/dates").wantText(t, "8 days late", "This time has passed")

	s.do(ref, "amina.khan", casework.EndAssessment{How: casework.FinalPlan, On: statute.Date(2027, time.April, 20)})
	amina().get(at).wantText(t, "The final plan was sent on Tuesday 20 April 2027", "Sent 8 days late")
	dates = amina().get(at + "/dates")
	dates.wantText(t, "The limit was Monday 12 April 2027", "8 days late", "The family contacts the mediation adviser by Sunday 20 June 2027", "An appeal reaches the Tribunal by Monday 21 June 2027", "With a mediation certificate it may come later, by")
}

// TestAnAssessmentWithoutAPlanSaysSo: the clock shown is that of the outcome, with the limits it starts.
func TestAnAssessmentWithoutAPlanSaysSo(t *testing.T) {
	s := newSite(t)
	ref := toAssess(t, s)
	s.at(2027, time.March, 10, 10)
	weighed := s.as("amina.khan").post("/cases/"+string(ref)+"/record/end_assessment", url.Values{"on-day": {"10"}, "on-month": {"3"}, "on-year": {"2027"}, "how": {"no_plan"}})
	weighed.wantText(t, "the family’s time for mediation and for an appeal runs from the day on which it was sent the outcome")
	weighed.lacks(t, "No date changes")
	s.do(ref, "amina.khan", casework.EndAssessment{How: casework.NoPlan, On: statute.Date(2027, time.March, 10)})
	at := "/cases/" + string(ref)
	s.as("amina.khan").get(at).wantText(t, "The family was told on Wednesday 10 March 2027 that there will be no plan", "Told in time")
	dates := s.as("amina.khan").get(at + "/dates")
	dates.wantText(t, "The limit was Monday 15 March 2027", "In time", "Mediation", "Appeal")
	dates.lacks(t, "Twenty weeks")
}

// passClocks records every moment that has come on a case's clocks, as the service does.
func (s *site) passClocks(ref casework.Ref) {
	s.t.Helper()
	c, err := s.desk.Case(s.t.Context(), ref)
	if err == nil {
		err = s.register.Record(s.t.Context(), ref, c.Pass(s.now))
	}
	if err != nil {
		s.t.Fatal(err)
	}
}
