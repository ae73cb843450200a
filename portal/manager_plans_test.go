package portal

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestTheManagerSeesPlansThatAreLateOrSoon: in time nothing is told of; within a fortnight it is, with how far the draft has
// come; once late it stands among the late ones, until the outcome is recorded.
func TestTheManagerSeesPlansThatAreLateOrSoon(t *testing.T) {
	s := newSite(t)
	ref := toAssess(t, s)
	home := func() page { return s.as("margaret.ellis").get("/manager") }
	got := home()
	got.wantText(t, "Plans after a decision to assess", "No plan is late. None has to be sent within a fortnight.")
	got.lacks(t, string(ref))

	s.at(2027, time.March, 29, 10)
	home().wantText(t, "No plan is late. One has to be sent within a fortnight.", string(ref), "The family has no draft of it yet.")

	s.at(2027, time.April, 20, 10)
	s.do(ref, "amina.khan", casework.ServeDraft{On: statute.Date(2027, time.April, 1), By: statute.FirstClass})
	s.passClocks(ref)
	home().wantText(t, "One plan is late. None has to be sent within a fortnight.", "8 days late", "The family has had the draft since Thursday 1 April 2027")
	late := s.as("margaret.ellis").get("/manager/breaches")
	late.wantText(t, "Late plans", "One plan is late.", string(ref), "Is still to be told, or told again how it stands.", "Service manager, since", "The final plan is late. Tell the family today")
	s.do(ref, "margaret.ellis", casework.FinishTask{Task: "plan-late", How: "Rang and wrote."})
	s.as("margaret.ellis").get("/manager/breaches").wantText(t, "Has been told, and hears again at least every fortnight.")

	s.do(ref, "amina.khan", casework.EndAssessment{How: casework.FinalPlan, On: statute.Date(2027, time.April, 20)})
	home().lacks(t, string(ref))
	s.as("margaret.ellis").get("/manager/breaches").wantText(t, "No plan is late.")
}

// TestAllThatAnOfficerCarriesIsHandedOver: in one choice, and each case says what it still owes.
func TestAllThatAnOfficerCarriesIsHandedOver(t *testing.T) {
	s := newSite(t)
	assessed := toAssess(t, s)
	waiting := s.receive(millbrook("U871200025002", "Kiran")).Ref
	b, path := s.as("margaret.ellis"), "/manager/workload/amina.khan"
	got := b.get(path)
	got.wantText(t, "All that are listed here", "its plan is due by Mon 12 Apr 2027", "Being considered; to be sent by")
	if got := b.post(path, url.Values{"once": {"k"}, "case": {"all"}, "to": {"daniel.osei"}, "why": {"Amina leaves."}}); got.status != http.StatusSeeOther {
		t.Fatalf("%d %s", got.status, got.body)
	}
	for _, ref := range []casework.Ref{assessed, waiting} {
		if c, err := s.desk.Case(t.Context(), ref); err != nil || c.Officer != "daniel.osei" {
			t.Errorf("%s is carried by %s (%v)", ref, c.Officer, err)
		}
	}
}
