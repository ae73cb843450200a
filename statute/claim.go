package statute

import (
	"errors"
	"fmt"
	"strings"
)

// Claim is an exception as an officer claims it: which limb, which facts on which days, on what evidence, and why
// they made the limit impractical. It stands beside the due date, which it never changes.
type Claim struct {
	Limb   string `json:"limb"` // one of the rule's: "reg 5(4)(a)"
	Ground Ground `json:"ground"`
	Facts  string `json:"facts"`
	// From and Until are the first day of the fact and the first day after it: closed and re-opens, left and back.
	// Until is zero while the fact lasts.
	From  Day `json:"from"`
	Until Day `json:"until,omitzero"`
	// AdviceAsked is the day on which advice was asked for, for a closure.
	AdviceAsked Day `json:"advice_asked,omitzero"`
	// ImpracticalBecause answers the question that every limb asks: why this fact made the limit impractical.
	ImpracticalBecause string   `json:"impractical_because"`
	Evidence           []string `json:"evidence"`
	Author             string   `json:"author"`
	ClaimedOn          Day      `json:"claimed_on"`
	FamilyToldOn       Day      `json:"family_told_on,omitzero"`
}

// Tested is a claim after its test against one date. The due date is carried unchanged.
type Tested struct {
	Rule  RuleID `json:"rule"`
	Due   Day    `json:"due"`
	Claim Claim  `json:"claim"`
	Finding
	// Missing are the parts without which the claim cannot be relied on, each with how to fill it.
	Missing []string `json:"missing,omitempty"`
	// ForLawyers marks a reading that is open.
	ForLawyers string `json:"for_lawyers,omitzero"`
}

// Stands reports whether the claim qualifies on its dates and lacks nothing.
func (t Tested) Stands() bool { return t.Qualifies && len(t.Missing) == 0 }

// InForce reports whether the claimed fact lasts on a day, and the claim stands.
func (t Tested) InForce(on Day) bool {
	return t.Stands() && !on.Before(t.Claim.From) && (t.Claim.Until.IsZero() || on.Before(t.Claim.Until))
}

// Test holds a claim against the limbs of the rule that gave the dates. It errs when the rule has no such limb: no
// other fact, a shortage of psychologists for one, disapplies a limit.
func (d Dates) Test(c Claim) (Tested, error) {
	rule, _, err := d.sources()
	if err != nil {
		return Tested{}, err
	}
	limb, err := rule.limb(c)
	if err != nil {
		return Tested{}, err
	}
	t := Tested{Rule: d.Rule, Due: d.Due, Claim: c, Missing: c.missing()}
	if c.From.IsZero() {
		t.Missing = append(t.Missing, "the day on which the fact began: give its first day")
		return t, nil
	}
	period := Span{From: d.Start, To: d.Due}
	switch limb.Ground {
	case SchoolClosed, EarlyYearsClosed:
		t.Finding, err = c.closure(period)
	case Absence:
		t.absence(limb, period)
	case Appointment:
		t.Finding = holds(period, c.From, "the appointment")
	default:
		t.circumstances(period)
	}
	if err != nil {
		return Tested{}, fmt.Errorf("testing %s: %w", c.Limb, err)
	}
	return t, nil
}

func (r Rule) limb(c Claim) (Exception, error) {
	var limbs []string
	for _, e := range r.Exceptions {
		if e.Limb == c.Limb && e.Ground == c.Ground {
			return e, nil
		}
		limbs = append(limbs, fmt.Sprintf("%s (%s)", e.Limb, e.Ground))
	}
	if limbs == nil {
		return Exception{}, fmt.Errorf("%s has no exception: the limit holds whatever the cause", r.ID)
	}
	return Exception{}, fmt.Errorf("%q (%s) is no exception to %s: only %s are", c.Limb, c.Ground, r.ID, strings.Join(limbs, ", "))
}

func (c Claim) missing() []string {
	var gaps []string
	for _, part := range []struct {
		absent bool
		gap    string
	}{
		{strings.TrimSpace(c.Facts) == "", "the facts: say what happened, to whom"},
		{strings.TrimSpace(c.ImpracticalBecause) == "", "why the fact made the limit impractical: without that link no exception is made out"},
		{len(c.Evidence) == 0, "evidence: name at least one document"},
		{strings.TrimSpace(c.Author) == "", "the officer who claims it"},
		{c.ClaimedOn.IsZero(), "the day on which it is claimed"},
	} {
		if part.absent {
			gaps = append(gaps, part.gap)
		}
	}
	return gaps
}

func (c Claim) closure(period Span) (Finding, error) {
	f, err := Closure{Closed: c.From, Reopens: c.Until}.Asked(c.AdviceAsked)
	if err != nil || !f.Qualifies {
		return f, err
	}
	asked := holds(period, c.AdviceAsked, "the request for advice")
	return Finding{Qualifies: asked.Qualifies, Why: append(f.Why, asked.Why...)}, nil
}

// absence asks for a continuous absence of the length inside the period. One that is long enough only with its days
// outside the period is open.
func (t *Tested) absence(limb Exception, period Span) {
	away := t.Claim.lasted(period)
	inside := overlap(away, period)
	t.Qualifies = inside >= limb.AtLeast
	t.Why = []string{fmt.Sprintf("absent for %s of the period from %s to %s, of the %d needed", daysOf(inside), period.From.Short(), period.To.Short(), limb.AtLeast)}
	if !t.Qualifies && inside > 0 && away.Days() >= limb.AtLeast {
		t.ForLawyers = "the absence is long enough only with its days outside the period: does it lie \"during\" the period? Worked to as not"
	}
}

func (t *Tested) circumstances(period Span) {
	inside := overlap(t.Claim.lasted(period), period)
	t.Qualifies = inside > 0
	t.Why = []string{fmt.Sprintf("the circumstances lasted %s of the period from %s to %s; those of the council's staff or panel never count",
		daysOf(inside), period.From.Short(), period.To.Short())}
}

// lasted is the stretch of the fact; one that still lasts is taken to the end of the period at least.
func (c Claim) lasted(period Span) Span {
	if c.Until.IsZero() {
		return Span{From: c.From, To: maxDay(c.From, period.To)}
	}
	return Span{From: c.From, To: c.Until.AddDays(-1)}
}

func overlap(a, b Span) int {
	return max(0, Span{From: maxDay(a.From, b.From), To: minDay(a.To, b.To)}.Days())
}

func holds(period Span, d Day, what string) Finding {
	if period.Holds(d) {
		return Finding{true, []string{fmt.Sprintf("%s on %s falls in the period from %s to %s", what, d.Short(), period.From.Short(), period.To.Short())}}
	}
	return Finding{false, []string{fmt.Sprintf("%s on %s does not fall in the period from %s to %s", what, d.Short(), period.From.Short(), period.To.Short())}}
}

// Standing says how a duty stands on a day.
type Standing string

// The standings.
const (
	Running Standing = "running"
	Met     Standing = "met"
	// MetLate is met after due with no exception in force when due passed.
	MetLate Standing = "met after the limit"
	// MetUnderException is met after due, an exception having been in force when due passed.
	MetUnderException Standing = "met after the limit, under an exception"
	// PassedUnderException is not met, due has passed, and an exception in force when it passed still lasts.
	PassedUnderException Standing = "limit passed under an exception"
	// Breached is not met: due has passed and no exception lasts. What is owed is owed as soon as practicable.
	Breached Standing = "breach"
)

// Standings returns every standing, in the order in which a duty can come to them.
func Standings() []Standing {
	return []Standing{Running, Met, PassedUnderException, Breached, MetUnderException, MetLate}
}

// On says how the duty stands at the end of a day: met is the day on which every notice that it requires had been
// sent, or zero; claims are its exceptions as tested. A breach begins the day after due, or the day after the fact of
// the last exception ends.
func (d Dates) On(day, met Day, claims ...Tested) (Standing, error) {
	if d.Due.IsZero() {
		return "", errors.New("this duty has no due day")
	}
	excepted := lasting(d.Due, claims)
	switch done := !met.IsZero() && !met.After(day); {
	case done && !met.After(d.Due):
		return Met, nil
	case done && len(excepted) > 0:
		return MetUnderException, nil
	case done:
		return MetLate, nil
	case !day.After(d.Due):
		return Running, nil
	case len(lasting(day, excepted)) > 0:
		return PassedUnderException, nil
	}
	return Breached, nil
}

func lasting(on Day, claims []Tested) []Tested {
	var in []Tested
	for _, t := range claims {
		if t.InForce(on) {
			in = append(in, t)
		}
	}
	return in
}
