package casework_test

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// Whoever has an interest of their own in a case does not decide it; another decision-maker does.
func TestNobodyDecidesWithAnInterest(t *testing.T) {
	s := considering(t)
	agree := casework.Decide{Decision: casework.Decision{Outcome: casework.Assess}}
	s.do(dec(8), casetest.Officer(), casework.DeclareInterest{Member: casetest.Decider().Person, What: "a neighbour of the family"})
	s.refused(dec(9), casetest.Decider(), agree, "has an interest in this case: a neighbour of the family")
	other := casetest.Decider()
	other.Person, other.Name = "another.decider", "Another Decider"
	if err := s.try(dec(9), other, agree); err != nil {
		for _, gap := range casework.AsRefused(err).Gaps {
			if gap.Path == "by" {
				t.Errorf("another decision-maker is refused: %v", err)
			}
		}
	}
}
