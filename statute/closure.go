package statute

import (
	"errors"
	"fmt"
)

// Closure is one continuous closure of a school, a post-16 institution or an early years provider.
type Closure struct {
	Closed  Day `json:"closed"`  // the first day on which it is closed
	Reopens Day `json:"reopens"` // the first day on which it is open again
}

const (
	fourWeeks = 28
	week      = 7
)

// Finding says whether dates qualify, and why, in sentences for staff.
type Finding struct {
	Qualifies bool     `json:"qualifies"`
	Why       []string `json:"why"`
}

// Days returns how long the closure lasts: from the first day closed to the last.
func (c Closure) Days() int { return c.Reopens.Sub(c.Closed) }

// Window returns the days on which a request for advice brings the closure exception into reach: one week before the
// closure to one week before the re-opening, both days included. The error says which day is missing or wrong.
func (c Closure) Window() (Span, error) {
	switch {
	case c.Closed.IsZero():
		return Span{}, errors.New("the first day of the closure is missing")
	case c.Reopens.IsZero():
		return Span{}, errors.New("the day of re-opening is missing")
	case !c.Reopens.After(c.Closed):
		return Span{}, fmt.Errorf("re-opening on %s is not after closing on %s: give the first day closed, then the first day open", c.Reopens.Short(), c.Closed.Short())
	}
	return Span{From: c.Closed.AddDays(-week), To: c.Reopens.AddDays(-week)}, nil
}

// Asked answers whether advice asked for on a day falls under the closure exception (regs 5(4)(a) and (b), 10(4),
// 13(3), 27(3)): the closure lasts not less than four weeks, and the day lies in its window. It answers for the
// dates alone: the limit must also be impractical because of them.
func (c Closure) Asked(on Day) (Finding, error) {
	window, err := c.Window()
	if err != nil {
		return Finding{}, err
	}
	if on.IsZero() {
		return Finding{}, errors.New("the day on which advice was asked for is missing")
	}
	long := Finding{Qualifies: c.Days() >= fourWeeks, Why: []string{c.length()}}
	if !long.Qualifies {
		return long, nil
	}
	return Finding{Qualifies: window.Holds(on), Why: append(long.Why, window.where(on))}, nil
}

func (c Closure) length() string {
	text := fmt.Sprintf("closed from %s, open again on %s: %d days", c.Closed.Short(), c.Reopens.Short(), c.Days())
	if c.Days() < fourWeeks {
		return text + ", less than the 28 that four weeks need"
	}
	return text + ", not less than four weeks"
}

// Holds reports whether d lies in the stretch, its ends included.
func (s Span) Holds(d Day) bool { return !d.Before(s.From) && !d.After(s.To) }

// Days returns the number of days in the stretch, both ends counted.
func (s Span) Days() int { return s.To.Sub(s.From) + 1 }

func (s Span) where(asked Day) string {
	window := fmt.Sprintf("the window from %s to %s (a week before closing to a week before re-opening)", s.From.Short(), s.To.Short())
	switch {
	case asked.Before(s.From):
		return fmt.Sprintf("advice was asked for on %s, %s before %s", asked.Short(), daysOf(s.From.Sub(asked)), window)
	case asked.After(s.To):
		return fmt.Sprintf("advice was asked for on %s, %s after %s", asked.Short(), daysOf(asked.Sub(s.To)), window)
	}
	return fmt.Sprintf("advice was asked for on %s, inside %s", asked.Short(), window)
}

func daysOf(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
