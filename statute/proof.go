package statute

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Proof is the receipt of a computation: the facts it started from, the law and the calendar it used, and each step
// it took. Recompute gives the same dates from the facts alone.
type Proof struct {
	Rule     RuleID  `json:"rule"`
	RuleSet  string  `json:"rule_set"`
	Cite     string  `json:"cite"`
	Calendar string  `json:"calendar"`
	Start    Day     `json:"start"`
	Second   Day     `json:"second,omitzero"`
	Channel  Channel `json:"channel,omitzero"`
	Steps    []Step  `json:"steps,omitempty"`
}

// Operation names what a step did.
type Operation string

// The operations.
const (
	CountPeriod    Operation = "count the period"
	TakeLater      Operation = "take the later"
	TakeMove       Operation = "aware in time: the day of the move"
	TakeAgreed     Operation = "as the parties agreed"
	DayBefore      Operation = "the day before"
	DayAfter       Operation = "the day after"
	LastWorkingDay Operation = "last working day on or before"
	Rule12         Operation = "rule 12"
	HandOver       Operation = "last day for the channel, not after work_by"
)

// Step is one operation on days.
type Step struct {
	Gives  string    `json:"gives"` // the date it gives, by its name in Dates, or a date on the way
	By     Operation `json:"by"`
	From   Day       `json:"from"`
	Other  Day       `json:"other,omitzero"`  // the second date of the operation
	Period Period    `json:"period,omitzero"` // for CountPeriod
	Result Day       `json:"result"`
	// NotCounted are the days passed over because they were not working days, or not the Tribunal's.
	NotCounted []Span `json:"not_counted,omitempty"`
	// MonthEnd says that the month had no corresponding date, so its last day was taken.
	MonthEnd bool `json:"month_end,omitzero"`
}

func (r Rule) proof(start Day, f facts) Proof {
	p := Proof{Rule: r.ID, RuleSet: r.ruleSet, Cite: r.Cite, Calendar: f.calendar.id, Start: start, Second: f.second}
	if r.Notice {
		p.Channel = f.channel
	}
	return p
}

// Recompute computes the dates again from the proof's facts, with the rule set and the calendar that it names.
func (p Proof) Recompute() (Dates, error) {
	set, err := RuleSetByID(p.RuleSet)
	if err != nil {
		return Dates{}, fmt.Errorf("recomputing %s: %w", p.Rule, err)
	}
	rule, err := set.Duty(p.Rule)
	if err != nil {
		return Dates{}, fmt.Errorf("recomputing %s: %w", p.Rule, err)
	}
	cal, err := calendarByID(p.Calendar)
	if err != nil {
		return Dates{}, fmt.Errorf("recomputing %s: %w", p.Rule, err)
	}
	channel := p.Channel
	if channel == "" {
		channel = FirstClass
	}
	return rule.From(p.Start, By(channel), Second(p.Second), counting(cal))
}

// Verify recomputes the dates and reports whether every byte of them, proof included, is as stored.
func (d Dates) Verify() error {
	again, err := d.Proof.Recompute()
	if err != nil {
		return err
	}
	stored, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("writing the stored dates of %s: %w", d.Rule, err)
	}
	fresh, err := json.Marshal(again)
	if err != nil {
		return fmt.Errorf("writing the recomputed dates of %s: %w", d.Rule, err)
	}
	if !bytes.Equal(stored, fresh) {
		return fmt.Errorf("the dates of %s from %s are not what their proof gives: stored %s, recomputed %s", d.Rule, d.Start, stored, fresh)
	}
	return nil
}
