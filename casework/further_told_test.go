package casework_test

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// joined is the school's case that the mother joins with a request of her own.
func joined(t *testing.T) *script {
	t.Helper()
	s := considering(t)
	data := casetest.RequestJSON(t, func(r map[string]any) {
		r["received_at"] = "2026-11-26T09:15:00Z"
		r["requester"] = map[string]any{"type": "parent", "name": "Harpreet Dhillon"}
	})
	request, mends, err := casework.ParseRequest(data)
	if err != nil {
		t.Fatal(err)
	}
	events, err := s.c.Join(request, data, casework.Intake{Ref: s.c.Ref, ToMend: mends, Original: "1"})
	if err != nil {
		t.Fatal(err)
	}
	if s.c, err = s.c.Apply(events...); err != nil {
		t.Fatal(err)
	}
	s.sendOwed(nov(26))
	return s
}

// TestWhoeverAskedIsToldThatTheOtherGoesOn: one of two requests is withdrawn, and whoever made it, and whoever confirmed
// it, has it in writing.
func TestWhoeverAskedIsToldThatTheOtherGoesOn(t *testing.T) {
	for name, tc := range map[string]struct {
		schools bool
		want    []casework.LetterKind
	}{
		"the school's": {true, []casework.LetterKind{casework.OneWithdrawnLetter, casework.SchoolOneWithdrawnLetter}},
		"the mother's": {false, []casework.LetterKind{casework.OneWithdrawnLetter}},
	} {
		t.Run(name, func(t *testing.T) {
			s := joined(t)
			request := s.c.Requests[1].Seq
			if tc.schools {
				request = 1
			}
			s.do(nov(30), casetest.Officer(), casework.Withdraw{Request: request, ConfirmedBy: "family-1", SuggestedBy: "family"})
			owed := s.c.Owed()
			if len(owed) != 1 || len(owed[0].Letters) != len(tc.want) {
				t.Fatalf("owed %v, want %v", owed, tc.want)
			}
			for i, key := range owed[0].Letters {
				if key.Kind != tc.want[i] {
					t.Errorf("letter %d is %s, want %s", i, key.Kind, tc.want[i])
				}
			}
			s.sendOwed(nov(30))
			if s.c.Closed() || s.c.Stage != casework.StageConsidering {
				t.Errorf("the other request does not go on: %s", s.c.Stage)
			}
		})
	}
}

// TestParentsInDisputeAreConsultedEachForThemselves: a view of "the family" is nobody's where neither speaks for the other.
func TestParentsInDisputeAreConsultedEachForThemselves(t *testing.T) {
	s := considering(t)
	s.do(nov(24), casetest.Officer(), casework.SetAddressee{Why: "Confirmed by telephone.", Addressee: casework.Addressee{Standing: casework.Parent, Name: "B Dhillon", Address: []string{"1 Mill Road"}, Postcode: "NM1 2AB"}})
	ask := casework.Consult{Whom: "family", How: "call", Asked: nov(24)}
	s.do(nov(24), casetest.Officer(), ask)
	s.do(nov(25), casetest.Officer(), casework.RecordDispute{Between: []casework.AddresseeID{"family-1", "family-2"}, Why: "They live apart and disagree."})
	s.refused(nov(25), casetest.Officer(), ask, "neither speaks for the other")
	ask.Who = []casework.AddresseeID{"family-9"}
	s.refused(nov(25), casetest.Officer(), ask, "not a member of the family")
	ask.Who = []casework.AddresseeID{"family-2"}
	s.do(nov(25), casetest.Officer(), ask)
	if last := s.c.Consulted[len(s.c.Consulted)-1]; len(last.Who) != 1 || last.Who[0] != "family-2" {
		t.Errorf("the view is recorded as %+v", last)
	}
}
