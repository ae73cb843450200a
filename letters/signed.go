package letters

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// checkSignOff withholds what nobody has signed for the council: wording, and rules from which the letter's dates come. An
// invented council's letters go out as samples, and say so on every page.
func (d *draft) checkSignOff() {
	c := d.facts.Council
	if c.Invented {
		return
	}
	if len(d.unsigned) > 0 {
		d.gap(ApprovedWording, fmt.Sprintf("nobody has signed off for %s the wording of %s", c.Name, strings.Join(d.unsigned, ", ")), "", "Have the council’s lawyers sign off each paragraph, with name, post and date (starter signoff).")
	}
	if rules := d.unsignedRules(); len(rules) > 0 {
		d.gap(ApprovedRule, fmt.Sprintf("nobody has signed off for %s the rule %s, from which dates in it come", c.Name, strings.Join(rules, ", ")), "", "Have the council’s lawyers sign off each rule, with name, post and date (starter signoff).")
	}
}

// unsignedRules are those parts of the letter’s rules that nobody has signed as they stand.
func (d *draft) unsignedRules() []string {
	law, err := statute.RuleSetByID(d.facts.Case.Opened.RuleSet)
	if err != nil {
		return []string{err.Error()}
	}
	var unsigned []string
	for _, id := range d.rules() {
		i := slices.IndexFunc(law.Rules(), func(r statute.Rule) bool { return r.ID == id })
		if i < 0 {
			unsigned = append(unsigned, string(id))
			continue
		}
		unsigned = append(unsigned, d.unsignedParts(law.Rules()[i])...)
	}
	return unsigned
}

// unsignedParts names the rule where none of it is signed, and else the parts that are not.
func (d *draft) unsignedParts(r statute.Rule) []string {
	var unsigned []string
	parts := r.Parts()
	for _, p := range parts {
		if !d.facts.Council.Signed(p.Read, d.facts.On) {
			unsigned = append(unsigned, statute.PartID(r.ID, p.Name))
		}
	}
	if len(unsigned) == len(parts) {
		return []string{string(r.ID)}
	}
	return unsigned
}

// rules are those from which the dates of a letter of this kind come: the six weeks in every one; the family's limits in a
// refusal; the assessment's in an agreement; those of the way in which a refusal was undone.
func (d *draft) rules() []statute.RuleID {
	rules := []statute.RuleID{casework.RuleDecide}
	switch d.letter.Key.Kind {
	case casework.NotAssessLetter, casework.NotAssessCopy:
		return append(rules, casework.RuleMediation, casework.RuleAppeal)
	case casework.AssessLetter, casework.AssessCopy, casework.SchoolAssessLetter, casework.AgencyAssessLetter:
		return append(rules, casework.RuleNoPlan, casework.RulePlan)
	}
	if undone, ok := d.facts.Owing.Body.(casework.Overturned); ok {
		for _, c := range undone.Clocks {
			if !slices.Contains(rules, c.WorkTo.Rule) {
				rules = append(rules, c.WorkTo.Rule)
			}
		}
	}
	return rules
}
