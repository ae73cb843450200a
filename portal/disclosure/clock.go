package disclosure

import (
	"time"

	"sendpanel/statute"
)

// Clock is what moves the day by which a subject access request has to be answered (UK GDPR, articles 12(3) and 12A).
type Clock struct {
	Pauses   []Pause     `json:"pauses,omitempty"`
	Extended statute.Day `json:"extended_on,omitzero"` // the day on which whoever asks was told that two more months are needed
	Why      string      `json:"why,omitempty"`        // because the requests are complex, or many
}

// Why a clock stands still.
const (
	ForIdentity = "identity" // who asks is in doubt: the month begins when that is cleared up (articles 12(6) and 12A(2))
	ForScope    = "scope"    // what exactly is asked for: the days do not count (article 12A(4))
)

// Pause is a question to whoever asks. Until it is answered, To is the zero day.
type Pause struct {
	Why  string      `json:"why"`
	From statute.Day `json:"from"`
	To   statute.Day `json:"to,omitzero"`
}

// Stands is the question that is open, and false where none is.
func (c Clock) Stands() (Pause, bool) {
	for _, p := range c.Pauses {
		if p.To.IsZero() {
			return p, true
		}
	}
	return Pause{}, false
}

// Due is the last day for the answer to a request of the day, as far as the questions have been answered.
//
// The period is a month beginning with the day on which the request came, so it ends on the day before the same day of the next month. The
// Information Commissioner’s guidance counts one day more; the earlier day is kept here, which is the better one for whoever asks.
func (c Clock) Due(asked statute.Day) statute.Day {
	months := 1
	if !c.Extended.IsZero() {
		months += 2
	}
	return c.due(asked, months)
}

// First is the last day for the answer without more months: only until then can they be taken.
func (c Clock) First(asked statute.Day) statute.Day { return c.due(asked, 1) }

func (c Clock) due(asked statute.Day, months int) statute.Day {
	start, days := asked, 0
	for _, p := range c.Pauses {
		switch {
		case p.To.IsZero():
		case p.Why == ForIdentity:
			if p.To.After(start) {
				start = p.To
			}
		default:
			days += p.To.Sub(p.From) + 1 // the day of the question and that of the answer do not count either
		}
	}
	return monthsAfter(start, months).AddDays(days - 1)
}

// monthsAfter is the same day some months later, or that month’s last day.
func monthsAfter(on statute.Day, months int) statute.Day {
	y, m, d := on.At(12, 0).Date()
	last := time.Date(y, m+time.Month(months)+1, 0, 12, 0, 0, 0, time.UTC).Day()
	return statute.DayOf(time.Date(y, m+time.Month(months), min(d, last), 12, 0, 0, 0, time.UTC))
}
