package records

import (
	"fmt"

	"sendpanel/casework"
	"sendpanel/statute"
)

// setBy says of which rule and day dates are, with the day that the parties set where they set one.
func setBy(rule statute.RuleID, start, by statute.Day) string {
	s := fmt.Sprintf("%s of %s", rule, start)
	if !by.IsZero() {
		s += " by " + by.String()
	}
	return s
}

// endingFacts tie the dates of a mediation that ended to its day, and those of what was agreed to the days that the parties
// set.
func endingFacts(b casework.MediationEnded) []fact {
	facts := []fact{
		{"Certify", setBy(b.Certify.Proof.Rule, b.Certify.Proof.Start, statute.Day{}), setBy(casework.RuleCertify, b.On, statute.Day{})},
		{"LastAppeal", "the certificate of " + b.LastAppeal.Proof.Second.String(), "the certificate of " + b.Certify.Due.String()},
	}
	for i, k := range b.Agreed {
		rule := casework.RuleAgreed
		if !k.By.IsZero() {
			rule += ".agreed"
		}
		facts = append(facts, fact{fmt.Sprintf("Agreed[%d]", i), setBy(k.Due.Proof.Rule, k.Due.Proof.Start, k.Due.Proof.Second), setBy(rule, b.On, k.By)})
	}
	return facts
}

// agreedFacts tie the dates that a mediation agreement set for the assessment to the days that it set.
func agreedFacts(b casework.Overturned) []fact {
	var facts []fact
	for _, a := range b.Agreed {
		for _, c := range b.Clocks {
			if c.Stage == a.Stage {
				facts = append(facts, fact{string(a.Stage), setBy(c.WorkTo.Proof.Rule, c.WorkTo.Proof.Start, c.WorkTo.Proof.Second), setBy(casework.RuleAgreed+".agreed", b.On, a.By)})
			}
		}
	}
	return facts
}
