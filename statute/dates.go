package statute

import (
	"errors"
	"fmt"
)

// Dates are what one rule gives from one event. Those that do not apply are zero.
type Dates struct {
	Rule    RuleID `json:"rule"`
	RuleSet string `json:"rule_set"`
	Start   Day    `json:"start"`
	// Due is the last day that the law allows. For a period given to a family it is their last day before any rule 12.
	Due Day `json:"due,omitzero"`
	// Target is the day before Due: safe also where the day of the event counts as the first.
	Target Day `json:"target,omitzero"`
	// WorkBy is the last working day on or before Target: the day that staff plan to.
	WorkBy Day `json:"work_by,omitzero"`
	// Effective is the last working day on or before Due; for an appeal, the last day after rule 12; for other time
	// given to a family or school, Due itself.
	Effective Day `json:"effective,omitzero"`
	// SendBy is the last day on which notice can be handed to the channel so that it is deemed served by Due, and
	// never after WorkBy.
	SendBy Day `json:"send_by,omitzero"`
	// EarliestNext is the first day on which the council may act, after time given to a family or a bar.
	EarliestNext Day   `json:"earliest_next,omitzero"`
	Proof        Proof `json:"proof"`
}

// LastToSend is the last day on which what is due can leave in time: SendBy or, where no notice travels, WorkBy.
func (d Dates) LastToSend() Day {
	if d.SendBy.IsZero() {
		return d.WorkBy
	}
	return d.SendBy
}

// Option adds a fact to a computation.
type Option func(*facts)

type facts struct {
	second   Day
	channel  Channel
	calendar *calendar
}

// By names the channel that will carry the notice; without it, first class post.
func By(c Channel) Option { return func(f *facts) { f.channel = c } }

// Second gives a rule its second date: the day the certificate was issued (T18), the day of the move (T41), the day
// of the last review (T43). No day means that there is none.
func Second(d Day) Option { return func(f *facts) { f.second = d } }

func counting(c *calendar) Option { return func(f *facts) { f.calendar = c } }

// From computes the rule's dates from the day of the event that starts it, with their proof.
//
// It returns ErrNoNumber, and Dates without any, for a duty that the law does not count in days; a *CoverageError
// when it would need a bank holiday that is not recorded; and an error for a second date that the rule does not take.
func (r Rule) From(start Day, opts ...Option) (Dates, error) {
	f := facts{channel: FirstClass, calendar: today()}
	for _, opt := range opts {
		opt(&f)
	}
	d := Dates{Rule: r.ID, RuleSet: r.ruleSet, Start: start}
	d.Proof = r.proof(start, f)
	if err := r.accepts(start, f); err != nil {
		return d, err
	}
	if err := r.compute(&d, f); err != nil {
		return Dates{Rule: r.ID, RuleSet: r.ruleSet, Start: start}, fmt.Errorf("counting %s from %s: %w", r.ID, start.Short(), err)
	}
	return d, nil
}

func (r Rule) accepts(start Day, f facts) error {
	switch {
	case r.Limit.IsZero():
		return fmt.Errorf("%s, %s (%s): %w", r.ID, r.Name, r.Words, ErrNoNumber)
	case start.IsZero():
		return fmt.Errorf("%s needs a day to count from: %s", r.ID, r.Starts)
	case r.Second == "" && !f.second.IsZero():
		return fmt.Errorf("%s takes no second date: leave it empty", r.ID)
	}
	if _, err := f.channel.travel(); err != nil {
		return err
	}
	return nil
}

func (r Rule) compute(d *Dates, f facts) error {
	c := counter{calendar: f.calendar, steps: make([]Step, 0, 7)}
	d.Due = c.limit(r.Limit, d.Start, f.second)
	switch {
	case r.Kind == Duty:
		d.Target = c.dayBefore("target", d.Due)
		d.WorkBy = c.workingDay("work_by", d.Target)
		d.Effective = c.workingDay("effective", d.Due)
		if r.Notice {
			d.SendBy = c.sendBy(f.channel, d.Due, d.WorkBy)
		}
	case r.Rule12:
		d.Effective = c.rule12(d.Due)
	default:
		d.Effective = d.Due
	}
	if r.EarliestNext {
		d.EarliestNext = c.dayAfter("earliest_next", d.Due)
	}
	d.Proof.Steps = c.steps
	if c.err == nil && d.Due.IsZero() {
		return errors.New("the date lies outside the calendar")
	}
	return c.err
}
