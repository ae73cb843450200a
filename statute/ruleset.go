package statute

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// RuleSet is the law as it stood from one day until the next amendment. Computations carry its ID; a case that was
// opened under one set keeps it until somebody records a move to another. The zero RuleSet holds no rules.
type RuleSet struct {
	edition *edition
}

type edition struct {
	id    string
	from  Day
	why   string
	rules []Rule
}

// ErrNoNumber says that the law states a duty without a number of days: there is no date to compute.
var ErrNoNumber = errors.New("the law states no number")

// editions of the law, oldest first. An amending instrument is a new line here, and dated entries beside the rules
// that it replaces.
var editions = []*edition{
	enact("england-2014-09-01", actInForce, "Children and Families Act 2014, Part 3, and SI 2014/1530 as made"),
	enact("england-2015-03-23", amendment2015, "SI 2015/359 replaced reg 45(3) to (6)"),
}

func enact(id string, from Day, why string) *edition {
	e := &edition{id: id, from: from, why: why}
	for _, r := range law() {
		if r.inForce(from) {
			r.ruleSet = id
			e.rules = append(e.rules, r)
		}
	}
	return e
}

func (r Rule) inForce(on Day) bool {
	return !on.Before(r.InForceFrom) && (r.InForceTo.IsZero() || !on.After(r.InForceTo))
}

// InForce returns the rules in force on a day. Part 3 of the Act came into force on 1 September 2014: for a day
// before it, and for no day, there is an error.
func InForce(on Day) (RuleSet, error) {
	for _, e := range slices.Backward(editions) {
		if !on.Before(e.from) {
			return RuleSet{e}, nil
		}
	}
	return RuleSet{}, fmt.Errorf("no rules for %q: Part 3 of the Children and Families Act 2014 has been in force since %s", on, actInForce.Short())
}

// RuleSetByID returns the set that a stored date names.
func RuleSetByID(id string) (RuleSet, error) {
	for _, e := range editions {
		if e.id == id {
			return RuleSet{e}, nil
		}
	}
	return RuleSet{}, fmt.Errorf("no rule set %q is recorded", id)
}

// RuleSets returns every set, oldest first.
func RuleSets() []RuleSet {
	sets := make([]RuleSet, len(editions))
	for i, e := range editions {
		sets[i] = RuleSet{e}
	}
	return sets
}

// ID names the set: "england-2015-03-23".
func (s RuleSet) ID() string {
	if s.edition == nil {
		return ""
	}
	return s.edition.id
}

// From returns the first day on which the set was in force.
func (s RuleSet) From() Day {
	if s.edition == nil {
		return Day{}
	}
	return s.edition.from
}

// Why names the instrument that made the set.
func (s RuleSet) Why() string {
	if s.edition == nil {
		return ""
	}
	return s.edition.why
}

// Rules returns the rules in the order of the instruments: Act, Regulations, Tribunal rules, Code.
func (s RuleSet) Rules() []Rule {
	if s.edition == nil {
		return nil
	}
	return slices.Clone(s.edition.rules)
}

// Duty returns one rule by its ID. Where one number holds several limbs it must be named with its limb; "T04" means
// T04b, the long-stop of reg 5(1), and "T25" means T25.amend. The error lists the limbs.
func (s RuleSet) Duty(id RuleID) (Rule, error) {
	if s.edition == nil {
		return Rule{}, errors.New("no rule set was chosen: use InForce or RuleSetByID")
	}
	id = inFull(id)
	var limbs []string
	for i := range s.edition.rules {
		r := &s.edition.rules[i]
		if r.ID == id {
			return *r, nil
		}
		if strings.HasPrefix(string(r.ID), string(id)+".") {
			limbs = append(limbs, string(r.ID))
		}
	}
	if limbs != nil {
		return Rule{}, fmt.Errorf("%s has several limbs, name one: %s", id, strings.Join(limbs, ", "))
	}
	return Rule{}, fmt.Errorf("%q is not a rule of %s: rules are named T01 to T44, see starter rules", id, s.ID())
}

func inFull(id RuleID) RuleID {
	switch id {
	case "T04":
		return "T04b"
	case "T25":
		return "T25.amend"
	}
	return id
}
