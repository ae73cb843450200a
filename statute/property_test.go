package statute

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// numbered returns the rules that give dates.
func numbered() []Rule {
	sets := RuleSets()
	var rules []Rule
	for _, r := range sets[len(sets)-1].Rules() {
		if !r.Limit.IsZero() {
			rules = append(rules, r)
		}
	}
	return rules
}

// asked draws a rule, a day and, where the rule takes one, perhaps a second day.
func asked(t *rapid.T) (r Rule, start, second Day) {
	r, start = rapid.SampledFrom(numbered()).Draw(t, "rule"), anyDay(t)
	if r.Second != "" && rapid.Bool().Draw(t, "has second") {
		second = start.AddDays(rapid.IntRange(-60, 60).Draw(t, "second"))
	}
	return r, start, second
}

func compute(t *rapid.T, r Rule, start, second Day) Dates {
	d, err := r.From(start, Second(second))
	if err != nil {
		t.Fatalf("%s from %s: %v", r.ID, start, err)
	}
	return d
}

func TestLaterEventsNeverGiveEarlierDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, start, _ := asked(t)
		a := compute(t, r, start, Day{})
		b := compute(t, r, start.AddDays(rapid.IntRange(1, 60).Draw(t, "later by")), Day{})
		for i, earlier := range a.named() {
			if later := b.named()[i]; later.Before(earlier) {
				t.Fatalf("%s from %s: %s, from %s: %s", r.ID, a.Start, earlier, b.Start, later)
			}
		}
	})
}

func TestDatesStandInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, start, second := asked(t)
		d := compute(t, r, start, second)
		ordered := []Day{d.WorkBy, d.Target, d.Due}
		if d.SendBy.After(d.WorkBy) || d.WorkBy.After(d.Target) || d.Target.After(d.Due) {
			t.Fatalf("%s: out of order: %v", r.ID, ordered)
		}
		forward := r.Limit.First.Count == Of || r.Limit.First.Count == BeginningWith
		if forward && r.Limit.Choice != MoveUnlessUnaware && d.Due.Before(start) {
			t.Fatalf("%s: due on %s, before it began on %s", r.ID, d.Due, start)
		}
		if forward && r.Notice && d.SendBy.Before(start) {
			t.Fatalf("%s: to be sent on %s, before it began on %s", r.ID, d.SendBy, start)
		}
		if !forward && r.Limit.First.Count == BeforeEvent && !d.Due.Before(start) {
			t.Fatalf("%s: due on %s, not before %s", r.ID, d.Due, start)
		}
	})
}

// TestNoHolidayMovesALimitInWeeks counts every limit in calendar weeks or days by hand.
func TestNoHolidayMovesALimitInWeeks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, start, _ := asked(t)
		p := r.Limit.First
		length := map[Unit]int{Weeks: 7 * p.N, Days: p.N}[p.Unit]
		if length == 0 {
			t.Skip("not in weeks or days")
		}
		switch p.Count {
		case BeginningWith:
			length--
		case BeforeEvent:
			length = -length
		}
		if d := compute(t, r, start, Day{}); d.Due.Sub(start) != length {
			t.Fatalf("%s from %s to %s: %d days, not %d", r.ID, start, d.Due, d.Due.Sub(start), length)
		}
	})
}

func TestGivenTimeIsNeverCutShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, start, second := asked(t)
		if r.Kind == Duty {
			t.Skip("a duty")
		}
		d := compute(t, r, start, second)
		if d.Effective.Before(d.Due) || !d.Target.IsZero() || !d.WorkBy.IsZero() || !d.SendBy.IsZero() {
			t.Fatalf("%s from %s is shortened: %+v", r.ID, start, d.named())
		}
		if !r.Rule12 && d.Effective != d.Due {
			t.Fatalf("%s from %s is moved: %+v", r.ID, start, d.named())
		}
		if r.EarliestNext && d.EarliestNext != d.Due.AddDays(1) {
			t.Fatalf("%s from %s: next on %s", r.ID, start, d.EarliestNext)
		}
	})
}

func TestDutiesEndOnWorkingDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, start, second := asked(t)
		d := compute(t, r, start, second)
		for _, on := range []Day{d.WorkBy, d.Effective} {
			if working, err := IsWorkingDay(on); r.Kind == Duty && (err != nil || !working) {
				t.Fatalf("%s from %s: %s is no working day (%v)", r.ID, start, on.Short(), err)
			}
		}
		if r.Rule12 {
			if working, err := IsWorkingDay(d.Effective); err != nil || !working {
				t.Fatalf("an appeal would end on %s (%v)", d.Effective.Short(), err)
			}
		}
	})
}

// TestRule12LeavesNoLimitInItsDays checks that a limit ending in August or 25 December to 1 January leaves them.
func TestRule12LeavesNoLimitInItsDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := anyDay(t)
		moved, err := today().afterRule12(raw)
		if err != nil || moved.Before(raw) || tribunalRecess(raw) && tribunalRecess(moved) {
			t.Fatalf("%s moves to %s (%v)", raw.Short(), moved.Short(), err)
		}
		later, _ := today().afterRule12(raw.AddDays(1))
		if later.Before(moved) {
			t.Fatalf("%s moves to %s, the day after it to %s", raw, moved, later)
		}
	})
}

func TestASecondDateNeverShortensAnAppeal(t *testing.T) {
	appeal, err := RuleSets()[1].Duty("T18")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		sent := anyDay(t)
		certificate := sent.AddDays(rapid.IntRange(0, 120).Draw(t, "certificate"))
		if with, without := compute(t, appeal, sent, certificate), compute(t, appeal, sent, Day{}); with.Effective.Before(without.Effective) {
			t.Fatalf("a certificate of %s shortens the appeal from %s to %s", certificate, without.Effective, with.Effective)
		}
	})
}

// TestEveryProofRecomputes sends dates through JSON, as a case's events do, and computes them again.
func TestEveryProofRecomputes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, start, second := asked(t)
		d, err := r.From(start, Second(second), By(rapid.SampledFrom(Channels()).Draw(t, "channel")))
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var stored Dates
		if err := json.Unmarshal(text, &stored); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, stored); diff != "" {
			t.Fatal(diff)
		}
		if err := stored.Verify(); err != nil {
			t.Fatal(err)
		}
		if stored.Explain() == "" {
			t.Fatal("nothing explained")
		}
		stored.Due = stored.Due.AddDays(1)
		if stored.Verify() == nil {
			t.Fatal("a changed due date was not noticed")
		}
	})
}

func TestAProofNamesItsLawAndCalendar(t *testing.T) {
	d, err := latest(t).dates("T04", day(t, "2026-11-23"))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*Dates){
		"another law":      func(d *Dates) { d.Proof.RuleSet = "england-1996" },
		"another calendar": func(d *Dates) { d.Proof.Calendar = "scotland" },
		"another rule":     func(d *Dates) { d.Proof.Rule = "T99" },
		"another start":    func(d *Dates) { d.Proof.Start = d.Proof.Start.AddDays(1) },
	} {
		changed := d
		change(&changed)
		if changed.Verify() == nil {
			t.Errorf("%s was not noticed", name)
		}
	}
}

func FuzzStoredDates(f *testing.F) {
	d, err := RuleSets()[1].dates("T18", Date(2026, 10, 1), Second(Date(2026, 11, 29)))
	if err != nil {
		f.Fatal(err)
	}
	text, err := json.Marshal(d)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"rule":"T04b","proof":{"rule":"T04b","rule_set":"england-2015-03-23","calendar":"england-2026-11","start":"2026-11-23","steps":[{"by":"rule 12"}]}}`))
	f.Fuzz(func(_ *testing.T, text []byte) {
		var stored Dates
		if json.Unmarshal(text, &stored) != nil {
			return
		}
		_ = stored.Verify()
		_, _ = stored.Explain(), stored.ExplainToFamily()
	})
}

func BenchmarkDateWithProof(b *testing.B) {
	start := Date(2026, 11, 23)
	for b.Loop() {
		set, err := InForce(start)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := set.dates("T04", start); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLongestCount is the slowest rule: thirty working days across August.
func BenchmarkLongestCount(b *testing.B) {
	response, err := RuleSets()[1].Duty("T19")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := response.From(Date(2027, 7, 12)); err != nil {
			b.Fatal(err)
		}
	}
}
