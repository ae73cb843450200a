package reasons

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Severity says how much a finding asks of the writer. None stops an agreement or a decision in time.
type Severity string

const (
	Block Severity = "B" // a second officer looks before it is sent
	Warn  Severity = "W" // the writer mends it or says why it stands
	Note  Severity = "I" // for information
)

// Limb is a question of section 36 that a reason answers.
type Limb string

const (
	NoLimb       Limb = ""
	MayNeedPlan1 Limb = "S1" // s.36(3), (5): may a plan be necessary, at first sight
	HasNeeds     Limb = "8a" // s.36(8)(a): has or may have special educational needs
	MayNeedPlan  Limb = "8b" // s.36(8)(b): may it be necessary for provision to be made under a plan
)

// Options is what the writer has said beside the text.
type Options struct {
	Limb     Limb     // the question that the reason answers, if known: for the record, no rule depends on it
	Evidence []string // titles of the evidence picked for the reason: naming one counts as a reference
}

// Finding is one weak reason. Quote is the exact text of the input.
type Finding struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Quote    string   `json:"quote"`
	Explain  string   `json:"explain"`
	Suggest  string   `json:"suggest"`

	at int
}

// table is the rule table as it was compiled.
type table struct {
	lexicon  *lexicon
	rules    []compiledRule
	fallback *compiledRule // for a text that shows nothing and talks about nothing known
}

// theTable is compiled once, on first use, and never changed.
var theTable = sync.OnceValue(func() *table {
	t, err := compile(allRules())
	if err != nil {
		panic("the rule table of package reasons: " + err.Error())
	}
	return t
})

// Check reads a reason and gives what is weak in it, in the order of the text. It gives an empty list, never nil, where
// nothing is. It depends on nothing but its arguments.
func Check(text string, o Options) []Finding {
	t := theTable()
	p := t.read(text, o)
	findings := []Finding{}
	for r := range t.rules {
		rule := &t.rules[r]
		for at := range p.sentences {
			if severity, found := rule.judge(p, at); found {
				findings = append(findings, p.finding(rule, severity, at))
			}
		}
	}
	if !slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity != Note }) {
		if f, found := t.bareReason(p); found {
			findings = append(findings, f)
		}
	}
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.at, b.at), strings.Compare(a.ID, b.ID))
	})
	return findings
}

func (p *passage) finding(r *compiledRule, severity Severity, at int) Finding {
	s := &p.sentences[at]
	return Finding{r.ID, severity, p.quote(s), r.Why, r.Ask, s.tokens[0].start}
}
