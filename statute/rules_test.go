package statute

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestEveryRuleOfTheTableIsThere(t *testing.T) {
	numbers := map[string]bool{}
	for _, r := range latest(t).Rules() {
		numbers[string(r.ID[:3])] = true
	}
	for n := 1; n <= 44; n++ {
		id := "T" + pad(n)
		if !numbers[id] {
			t.Errorf("%s is missing", id)
		}
	}
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func TestEveryRuleSaysWhatItIs(t *testing.T) {
	for _, set := range RuleSets() {
		seen := map[RuleID]bool{}
		for _, r := range set.Rules() {
			if seen[r.ID] {
				t.Errorf("%s stands twice in %s", r.ID, set.ID())
			}
			seen[r.ID] = true
			if r.Name == "" || r.Kind == "" || r.OwedBy == "" || r.Starts == "" || r.Words == "" || r.Cite == "" || r.Instrument == "" || r.InForceFrom.IsZero() {
				t.Errorf("%s leaves a part empty: %+v", r.ID, r)
			}
			if r.Notice && !slices.Contains(r.Told, Family) {
				t.Errorf("%s is met by notice to the family, which its recipients leave out", r.ID)
			}
			if len(r.SignedOff) != 0 {
				t.Errorf("%s is signed off, but no council has", r.ID)
			}
			if r.Plain != "" && !strings.Contains(r.Plain, "{day}") {
				t.Errorf("%s has no place for its day: %s", r.ID, r.Plain)
			}
		}
	}
}

func TestRulesStandInTheOrderOfTheInstruments(t *testing.T) {
	order := []Instrument{Act, Regulations, HESCRules, Code}
	last := 0
	for _, r := range latest(t).Rules() {
		at := slices.Index(order, r.Instrument)
		if at < last {
			t.Errorf("%s, of the %s, comes too late", r.ID, r.Instrument)
		}
		last = at
	}
}

func TestRuleSetIsChosenByDay(t *testing.T) {
	for on, want := range map[string]string{
		"2014-09-01": "england-2014-09-01",
		"2015-03-22": "england-2014-09-01",
		"2015-03-23": "england-2015-03-23",
		"2026-11-23": "england-2015-03-23",
	} {
		set, err := InForce(day(t, on))
		if err != nil || set.ID() != want {
			t.Errorf("%s: got %s (%v), want %s", on, set.ID(), err, want)
		}
		if again, err := RuleSetByID(want); err != nil || again != set || set.Why() == "" || set.From().IsZero() {
			t.Errorf("%s: %v by its name (%v)", want, again, err)
		}
	}
	for _, on := range []Day{{}, day(t, "2014-08-31")} {
		if set, err := InForce(on); err == nil {
			t.Errorf("%s: got %s", on, set.ID())
		}
	}
	if _, err := RuleSetByID("wales-2021"); err == nil {
		t.Error("a set of another country was found")
	}
	var none RuleSet
	if _, err := none.Duty("T04"); err == nil || none.Rules() != nil || none.ID() != "" {
		t.Error("the zero set holds rules")
	}
}

func TestDutyByName(t *testing.T) {
	set := latest(t)
	for asked, want := range map[RuleID]RuleID{"T04": "T04b", "T04a": "T04a", "T25": "T25.amend", "T39": "T39", "T24.draft": "T24.draft"} {
		if r, err := set.Duty(asked); err != nil || r.ID != want {
			t.Errorf("%s: got %s (%v), want %s", asked, r.ID, err, want)
		}
	}
	if _, err := set.Duty("T24"); err == nil || !strings.Contains(err.Error(), "T24.draft, T24.final") {
		t.Errorf("T24 without its limb: %v", err)
	}
	for _, id := range []RuleID{"", "T45", "t04", "T24.", "T04.draft"} {
		if r, err := set.Duty(id); err == nil {
			t.Errorf("%q gave %s", id, r.ID)
		}
	}
}

func TestRulesAreACopy(t *testing.T) {
	latest(t).Rules()[0].Name = "changed"
	if latest(t).Rules()[0].Name == "changed" {
		t.Error("a caller changed the law")
	}
}

func TestDutiesWithoutANumberHaveNoDates(t *testing.T) {
	for _, id := range []RuleID{"T01", "T02", "T03", "T05", "T06", "T12", "T25.continue", "T28", "T44"} {
		d, err := latest(t).dates(id, day(t, "2026-11-23"))
		if !errors.Is(err, ErrNoNumber) || !d.Due.IsZero() || d.Rule != id {
			t.Errorf("%s: %+v, %v", id, d, err)
		}
	}
}

func TestFromRefuses(t *testing.T) {
	start := day(t, "2026-11-23")
	for name, ask := range map[string]func() (Dates, error){
		"no day":                      func() (Dates, error) { return latest(t).dates("T04", Day{}) },
		"a second date not its own":   func() (Dates, error) { return latest(t).dates("T04", start, Second(start)) },
		"a day at the calendar's end": func() (Dates, error) { return latest(t).dates("T13", Date(9999, time.December, 1)) },
		"a rule without a set":        func() (Dates, error) { return Rule{}.From(start) },
	} {
		if d, err := ask(); err == nil || !d.Due.IsZero() {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
}

func TestSameFactsUnderTwoSets(t *testing.T) {
	made, now := RuleSets()[0], latest(t)
	conceded := Compare(made, now, "T29.contents", day(t, "2026-11-23"))
	if conceded.Same() || conceded.A.Dates.Due != day(t, "2026-12-21") || conceded.B.Dates.Due != day(t, "2026-12-28") {
		t.Errorf("four weeks as made, five since 2015:\n%s", conceded)
	}
	if c := Compare(made, now, "T04", day(t, "2026-11-23")); !c.Same() || c.Rule != "T04b" {
		t.Errorf("the six weeks never changed:\n%s", c)
	}
	if c := Compare(made, now, "T29.final", day(t, "2026-11-23")); c.A.None == "" || c.B.None != "" {
		t.Errorf("the fourteen weeks came in 2015:\n%s", c)
	}
}
