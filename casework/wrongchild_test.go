package casework_test

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestAPaperOfAnotherChildIsHeld: the act is taken, and nobody but the giver sees the paper before an officer has looked.
func TestAPaperOfAnotherChildIsHeld(t *testing.T) {
	born := statute.Date(2018, 3, 14)
	for name, tc := range map[string]struct {
		of   *casework.OfWhom
		held bool
	}{
		"it says nothing":                     {nil, false},
		"this child":                          {&casework.OfWhom{Name: "Jaspreet Dhillon", DateOfBirth: born, UPN: "U871200025001"}, false},
		"this child by number, another name":  {&casework.OfWhom{Name: "Jas D", UPN: "u871 200025001"}, false},
		"a twin":                              {&casework.OfWhom{Name: "Manpreet Dhillon", DateOfBirth: born}, true},
		"a sister":                            {&casework.OfWhom{Name: "Jaspreet Dhillon", DateOfBirth: born.AddDays(400)}, true},
		"another pupil number":                {&casework.OfWhom{Name: "Jaspreet Dhillon", DateOfBirth: born, UPN: "T871400023117"}, true},
		"the surname first, and accents":      {&casework.OfWhom{Name: "DHILLON Jasprèet"}, false},
		"the surname alone says nothing more": {&casework.OfWhom{Name: "Dhillon"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			for _, act := range []casework.Act{
				casework.AddEvidence{Evidence: []casework.Evidence{{Title: "A report", From: "school", Of: tc.of}}},
				casework.Reply{Summary: "Our report.", Evidence: []casework.Evidence{{Title: "A report", Of: tc.of}}},
			} {
				s := considering(t)
				s.do(nov(25), casetest.Officer(), act)
				e := s.c.Evidence[len(s.c.Evidence)-1]
				if e.Held != tc.held {
					t.Fatalf("%s: held %v, want %v", act.Kind(), e.Held, tc.held)
				}
				release := casework.ReleaseEvidence{Evidence: []casework.DocumentID{e.ID}, See: []casework.Party{casework.TheFamily}}
				if !tc.held {
					s.do(nov(25), casetest.Officer(), release)
					continue
				}
				s.refused(nov(25), casetest.Officer(), release, "may be about another child")
				s.refused(nov(25), casetest.Officer(), casework.ConfirmPaper{Evidence: "E1", Why: "x"}, "not a paper that is held")
				other := &script{t: t, c: s.c}
				other.do(nov(26), casetest.Officer(), casework.ConfirmPaper{Evidence: e.ID, Why: "It is her sister’s."})
				other.refused(nov(26), casetest.Officer(), release, "may be about another child")
				s.do(nov(26), casetest.Officer(), casework.ConfirmPaper{Evidence: e.ID, Belongs: true, Why: "The school wrote a wrong name."})
				s.do(nov(26), casetest.Officer(), release)
				if e, _ := s.c.Exhibit(e.ID); !s.c.MaySeeAs("family-1", e) {
					t.Error("a paper that was confirmed and released is not seen")
				}
			}
		})
	}
}
