package reasons

import "slices"

// Rule is what a reader may know of a rule: the kind of weak reason, why it is weak, what to write, and the source.
type Rule struct {
	ID       string
	Severity Severity
	Catches  string
	Why      string
	Ask      string
	Source   string
}

// Rules lists every rule, so that a council's lawyers can read what the checks look for.
func Rules() []Rule {
	var out []Rule
	for _, r := range allRules() {
		out = append(out, Rule{r.ID, r.Severity, r.Catches, r.Why, r.Ask, r.Source})
	}
	return out
}

// allRules is the whole table. Its order decides how a text that shows nothing is named.
func allRules() []rule {
	return slices.Concat(supportRules, pictureRules, outlookRules, conductRules, letterRules)
}
