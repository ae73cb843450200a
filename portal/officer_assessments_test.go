package portal

import (
	"testing"
	"time"

	"sendpanel/casework"
)

// TestAssessmentsAreFoundByTheirPlans: the list says what is owed and by when, the work list leads to it once a plan is due or
// late, and a late plan is reported apart from late decisions.
func TestAssessmentsAreFoundByTheirPlans(t *testing.T) {
	s := newSite(t)
	ref := toAssess(t, s)
	officer := s.as("amina.khan")
	officer.get("/assessments").wantText(t, "One assessment", string(ref), "tell the family by Monday 15 March 2027", "due by Monday 12 April 2027", "No plan is late.")
	officer.get("/cases").wantText(t, "Assessments under way, and no plan late")
	s.at(2027, time.April, 2, 10)
	s.live(ref)
	officer = s.as("amina.khan")
	officer.get("/cases").wantText(t, "One plan is late or has to be sent within a fortnight")
	officer.get("/assessments").wantText(t, "The time for saying that there will be no plan has passed", "One has to be sent within a fortnight.")
	s.at(2027, time.April, 20, 10)
	s.live(ref)
	s.as("daniel.osei").get("/assessments").wantText(t, "No assessment is under way")
	s.as("daniel.osei").get("/assessments?whose=all").wantText(t, "8 days late", "Carried by Amina Khan", "One plan is late.")
	report := s.as("margaret.ellis").get("/manager/report")
	report.wantText(t, "Final plans that passed their limit", "Monday 12 April 2027", "8 days late", "no decision that passed the six weeks")
}

// live records what the clocks of a case have brought by now.
func (s *site) live(ref casework.Ref) {
	s.t.Helper()
	for {
		c, err := s.desk.Case(s.t.Context(), ref)
		if err != nil {
			s.t.Fatal(err)
		}
		events := c.Pass(s.now)
		if len(events) == 0 {
			return
		}
		if err := s.register.Record(s.t.Context(), ref, events); err != nil {
			s.t.Fatal(err)
		}
	}
}
