package statute

import (
	"fmt"
	"strings"
)

// SideBySide is one event under two rule sets.
type SideBySide struct {
	Rule  RuleID `json:"rule"`
	Start Day    `json:"start"`
	A     Side   `json:"a"`
	B     Side   `json:"b"`
}

// Side is what one rule set makes of the event.
type Side struct {
	RuleSet string `json:"rule_set"`
	Words   string `json:"words,omitzero"`
	Dates   Dates  `json:"dates"`
	// None says why there is no date: the set has no such rule, or no number.
	None string `json:"none,omitzero"`
}

// Compare computes the same facts under two rule sets: before a case is moved from one to the other, or to show what
// an amendment changes.
func Compare(a, b RuleSet, id RuleID, start Day, opts ...Option) SideBySide {
	return SideBySide{Rule: inFull(id), Start: start, A: a.side(id, start, opts), B: b.side(id, start, opts)}
}

func (s RuleSet) side(id RuleID, start Day, opts []Option) Side {
	side := Side{RuleSet: s.ID()}
	rule, err := s.Duty(id)
	if err != nil {
		side.None = err.Error()
		return side
	}
	side.Words = rule.Words
	if side.Dates, err = rule.From(start, opts...); err != nil {
		side.None = err.Error()
	}
	return side
}

// Same reports whether both sets give the same dates.
func (c SideBySide) Same() bool {
	a, b := c.A.Dates, c.B.Dates
	return c.A.None == c.B.None && a.Due == b.Due && a.Target == b.Target && a.WorkBy == b.WorkBy &&
		a.Effective == b.Effective && a.SendBy == b.SendBy && a.EarliestNext == b.EarliestNext
}

// String lays the two out in columns.
func (c SideBySide) String() string {
	var b strings.Builder
	row := func(name, left, right string) {
		if left != "" || right != "" {
			b.WriteString(strings.TrimRight(fmt.Sprintf("%-16s %-42s %s", name, left, right), " ") + "\n")
		}
	}
	row(string(c.Rule), c.A.RuleSet, c.B.RuleSet)
	row("from "+c.Start.String(), c.A.Words, c.B.Words)
	row("no date", c.A.None, c.B.None)
	for i, name := range []string{"due", "target", "work by", "effective", "send by", "not before"} {
		row(name, c.A.Dates.named()[i].Short(), c.B.Dates.named()[i].Short())
	}
	return b.String()
}

func (d Dates) named() [6]Day {
	return [6]Day{d.Due, d.Target, d.WorkBy, d.Effective, d.SendBy, d.EarliestNext}
}
