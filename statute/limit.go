package statute

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Unit is what a period is counted in.
type Unit string

// The units of the Act, the Regulations and the Tribunal rules.
const (
	Weeks       Unit = "weeks"        // calendar weeks: weekends and holidays count
	Days        Unit = "days"         // calendar days
	Months      Unit = "months"       // calendar months, by corresponding date, else the last day of the month
	WorkingDays Unit = "working days" // days that are working days in England
	// TribunalDays are working days outside August and outside 25 December to 1 January (HESC Rules, rule 12).
	TribunalDays Unit = "tribunal working days"
)

// Convention says how the day of the event is treated.
type Convention string

// The conventions.
const (
	// Of leaves the day of the event out: "within six weeks of" (Lester v Garland 1808; Dodds v Walker 1981).
	Of Convention = "of"
	// BeginningWith counts the day of the event as the first (Zoan v Rouamba [2000] 1 WLR 1509).
	BeginningWith Convention = "beginning with"
	// BeforeEvent counts back from the event, its own day left out: "at least two weeks before".
	BeforeEvent Convention = "before"
	// BeforeDate is the last day before a day and month in the calendar year of the event.
	BeforeDate Convention = "before a date in the year of"
)

// Period is one length of time, and how it is counted.
type Period struct {
	N     int        `json:"n,omitzero"`
	Unit  Unit       `json:"unit,omitzero"`
	Count Convention `json:"count"`
	// Month and Day are the date before which something is due, for BeforeDate only.
	Month time.Month `json:"month,omitzero"`
	Day   int        `json:"day,omitzero"`
}

// Choice says which of a limit's two periods governs.
type Choice string

// The choices.
const (
	First Choice = ""      // the first period, the only one
	Later Choice = "later" // the later of the two
	// MoveUnlessUnaware is reg 15(2): the day of the move, unless the authority was not aware of it at least that many
	// working days before; then the period, counted from the day of awareness.
	MoveUnlessUnaware Choice = "the day of the move, unless not aware in time"
	// AsAgreed is the second date itself, the day that the parties to a mediation agreement set (reg 42), and the first
	// period where they set none.
	AsAgreed Choice = "the day that the parties agreed"
)

// Limit is the number in a rule: one period from the event or, for three rules, two.
type Limit struct {
	First  Period `json:"first,omitzero"`
	Second Period `json:"second,omitzero"` // from the second date
	Choice Choice `json:"choice,omitzero"`
}

// IsZero reports whether the rule states no number.
func (l Limit) IsZero() bool { return l == Limit{} }

func periodOf(n int, unit Unit) Limit { return Limit{First: Period{N: n, Unit: unit, Count: Of}} }

func startingWith(n int, unit Unit) Limit {
	return Limit{First: Period{N: n, Unit: unit, Count: BeginningWith}}
}

func atLeastBefore(n int, unit Unit) Limit {
	return Limit{First: Period{N: n, Unit: unit, Count: BeforeEvent}}
}

func beforeDate(day int, month time.Month) Limit {
	return Limit{First: Period{Count: BeforeDate, Month: month, Day: day}}
}

// String writes the limit in its conventions, "no number" where the law states none.
func (l Limit) String() string {
	switch {
	case l.IsZero():
		return "no number"
	case l.Choice == AsAgreed:
		return fmt.Sprintf("the second date itself; without one, %s the first", l.First)
	case l.Choice == Later:
		return fmt.Sprintf("the later of %s the first date and %s the second", l.First, l.Second)
	case l.Choice == MoveUnlessUnaware:
		return fmt.Sprintf("the day of the move; if not aware of it %d working days before, %s awareness", l.First.N, l.First)
	case l.First.Count == BeforeDate:
		return l.First.String() + " the event"
	case l.First.Count == BeginningWith:
		return l.First.String() + " the day of the event"
	}
	return l.First.String() + " the event, its day not counted"
}

// String writes the period as a lawyer would: "6 weeks of", "15 days beginning with", "2 weeks before".
func (p Period) String() string {
	if p.Count == BeforeDate {
		return fmt.Sprintf("before %d %s in the year of", p.Day, p.Month)
	}
	unit := string(p.Unit)
	if p.N == 1 {
		unit = unit[:len(unit)-1]
	}
	return strconv.Itoa(p.N) + " " + unit + " " + string(p.Count)
}

// last returns the last day of the period that belongs to event, and the stretches of days left out on the way.
func (p Period) last(c *calendar, event Day) (Day, []Span, error) {
	n := p.N
	switch p.Count {
	case BeforeDate:
		return Date(event.Year(), p.Month, p.Day).AddDays(-1), nil, nil
	case BeforeEvent:
		n = -n
	}
	switch p.Unit {
	case Weeks:
		return p.fromDayOne(event.AddWeeks(n)), nil, nil
	case Days:
		return p.fromDayOne(event.AddDays(n)), nil, nil
	case Months:
		return p.lastOfMonths(event, n), nil, nil
	}
	return p.countDays(c, event)
}

// fromDayOne takes off the day that counting the event's own day as the first has already used up.
func (p Period) fromDayOne(day Day) Day {
	if p.Count == BeginningWith {
		return day.AddDays(-1)
	}
	return day
}

// lastOfMonths ends a period beginning with an event on the day before the corresponding date; where the month has no
// such date, its last day is the day before.
func (p Period) lastOfMonths(event Day, n int) Day {
	if !event.hasCorresponding(n) {
		return event.AddMonths(n)
	}
	return p.fromDayOne(event.AddMonths(n))
}

// countDays counts one by one the days that the unit counts.
func (p Period) countDays(c *calendar, event Day) (Day, []Span, error) {
	d, step := event, 1
	if p.Count == BeforeEvent {
		step = -1
	}
	if p.Count == BeginningWith {
		d = event.AddDays(-1)
	}
	var skipped []Span
	for n := p.N; n > 0; {
		d = d.AddDays(step)
		counts, err := c.working(d)
		if err != nil {
			return Day{}, nil, err
		}
		if counts && p.Unit == TribunalDays {
			counts = !tribunalRecess(d)
		}
		if counts {
			n--
			continue
		}
		skipped = appendDay(skipped, d)
	}
	if step < 0 {
		slices.Reverse(skipped)
	}
	return d, skipped, nil
}

// Span is a stretch of days, both ends included.
type Span struct {
	From Day `json:"from"`
	To   Day `json:"to"`
}

// appendDay adds the next day of a walk, in either direction, to the stretches passed over.
func appendDay(spans []Span, d Day) []Span {
	if n := len(spans); n > 0 {
		switch last := &spans[n-1]; d {
		case last.To.AddDays(1):
			last.To = d
			return spans
		case last.From.AddDays(-1):
			last.From = d
			return spans
		}
	}
	return append(spans, Span{From: d, To: d})
}
