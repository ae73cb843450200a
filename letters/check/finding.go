package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Rule names what is looked for: a failure condition of the Matterhorn Protocol (“31-009”), a clause of PDF/A-2
// (“ ”), or a word where neither has a number.
type Rule string

// Finding is one failure.
type Finding struct {
	Rule   Rule   `json:"rule"`
	Clause string `json:"clause"`           // the standards’ own numbers
	Page   int    `json:"page,omitempty"`   // from 1; 0 where it is no page’s
	Object int    `json:"object,omitempty"` // number of the object in the file; 0 where it is none’s
	What   string `json:"what"`
	Means  string `json:"means"` // for those who get the file
	Mend   string `json:"mend"`  // for those who make it
}

// String is the finding in one line.
func (f Finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", f.Rule)
	if f.Page > 0 {
		fmt.Fprintf(&b, " page %d", f.Page)
	}
	if f.Object > 0 {
		fmt.Fprintf(&b, " object %d", f.Object)
	}
	fmt.Fprintf(&b, ": %s (%s). %s", f.What, f.Clause, f.Mend)
	return b.String()
}

// place is where something stands.
type place struct{ page, object int }

// Of one rule no more than mostOfRule findings are kept: a thousand like faults say what a dozen say.
const mostOfRule = 12

// fail keeps a finding.
func (in *inspection) fail(r Rule, where place, format string, args ...any) {
	in.count[r]++
	switch n := in.count[r]; {
	case n > mostOfRule+1:
	case n == mostOfRule+1:
		in.findings = append(in.findings, finding(r, place{}, "there are more failures of this kind"))
	default:
		in.findings = append(in.findings, finding(r, where, fmt.Sprintf(format, args...)))
	}
}

func finding(r Rule, where place, what string) Finding {
	f := Finding{Rule: r, Page: where.page, Object: where.object, What: what, Means: meaning(r)}
	for _, known := range rulebook {
		if known.Rule == r {
			f.Clause, f.Mend = known.Clause, known.Mend
		}
	}
	return f
}

// sorted puts the findings in the order of the pages, and drops those that say the same of the same place.
func sorted(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Object, b.Object), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(findings)
}
