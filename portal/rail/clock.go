package rail

import (
	"cmp"
	"slices"

	"sendpanel/statute"
)

// MinWidth is the width, in CSS pixels, of the narrowest box in which Wide is shown; below it the page shows Upright.
const MinWidth = 640

// Kind says what a mark on the rail is.
type Kind string

// The kinds of marks.
const (
	Event  Kind = "event"  // something that happened or is arranged: a panel meeting, advice asked for
	Limit  Kind = "limit"  // a day by which something must be done, other than the last: send by
	Due    Kind = "due"    // the last day
	Now    Kind = "now"    // today
	Start  Kind = "start"  // the day on which the clock began
	Finish Kind = "finish" // the day on which what was due was done
)

// Mark is one day on the rail with its words.
type Mark struct {
	Day  statute.Day
	Kind Kind
	Text string // without the day: "Panel", "Send by"
}

// Span is a stretch of the rail under an exception that the law allows.
type Span struct {
	From, To statute.Day
	Text     string // "Exception: school closed for the holidays"
}

// Say gives the words of a key of the word list, filled in from pairs of name and value.
type Say func(key string, pairs ...any) string

// Clock is what one rail shows. Start, Due, Today and Say must be set; the others may be left out.
type Clock struct {
	Name       string      // what the clock counts, as a heading would say it: "Decision within six weeks"
	Start      statute.Day // the day on which the clock began
	StartText  string      // "Received" when empty
	Due        statute.Day // the last day
	DueText    string      // "Due" when empty
	Today      statute.Day
	Finish     statute.Day // the day on which it was done; the zero day while it is not
	FinishText string      // "Sent" when empty
	Marks      []Mark      // panel, send by and whatever else matters; those outside the rail are left out of the drawing
	Spans      []Span      // exceptions
	Say        Say         // the word list; must be set
	Excepted   bool        // an exception was in force when the last day passed: what is not done then is not late
}

// Late reports whether what was due was done late, or is not done and the last day has passed.
func (c Clock) Late() bool { return c.DaysLate() > 0 }

// DaysLate is the number of calendar days after the last day, 0 when not late.
func (c Clock) DaysLate() int {
	if c.Excepted {
		return 0
	}
	return c.past()
}

// past is the number of calendar days by which the rail goes beyond the last day.
func (c Clock) past() int { return max(0, c.reached().Sub(c.Due)) }

// DaysLeft is the number of calendar days from today to the last day, 0 when it is today, has passed or is done.
func (c Clock) DaysLeft() int {
	if !c.Finish.IsZero() {
		return 0
	}
	return max(0, c.Due.Sub(c.Today))
}

// Weeks is how many week cells the rail has: the last may be shorter than a week.
func (c Clock) Weeks() int { return max(1, (c.length()+6)/7) }

// reached is the day up to which the rail is filled.
func (c Clock) reached() statute.Day {
	if !c.Finish.IsZero() {
		return c.Finish
	}
	if c.Today.Before(c.Start) {
		return c.Start
	}
	return c.Today
}

// end is the last day on the rail: the limit, or the day reached when that is later.
func (c Clock) end() statute.Day {
	if c.reached().After(c.Due) {
		return c.reached()
	}
	return c.Due
}

func (c Clock) length() int { return max(1, c.end().Sub(c.Start)) }

// share is where a day lies on the rail, from 0 to 1.
func (c Clock) share(d statute.Day) float64 {
	return min(1, max(0, float64(d.Sub(c.Start))/float64(c.length())))
}

func (c Clock) holds(d statute.Day) bool {
	return !d.IsZero() && !d.Before(c.Start) && !d.After(c.end())
}

// marks lists every mark on the rail in order of days, those of one day and one side merged into one.
func (c Clock) marks() []Mark {
	all := []Mark{{c.Start, Start, cmp.Or(c.StartText, c.Say("rail-received"))}, {c.Due, Due, cmp.Or(c.DueText, c.Say("rail-due"))}}
	if !c.Finish.IsZero() {
		all = append(all, Mark{c.Finish, Finish, cmp.Or(c.FinishText, c.Say("rail-sent"))})
	} else if !c.Today.Before(c.Start) {
		all = append(all, Mark{c.Today, Now, c.Say("rail-today")})
	}
	for _, m := range c.Marks {
		if c.holds(m.Day) {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b Mark) int { return a.Day.Compare(b.Day) })
	return merged(all)
}

// merged joins marks of one day on one side of the rail: "Today, panel". The weightier kind is drawn.
func merged(marks []Mark) []Mark {
	var out []Mark
	for _, m := range marks {
		i := slices.IndexFunc(out, func(o Mark) bool { return o.Day == m.Day && o.Kind.below() == m.Kind.below() })
		if i < 0 {
			out = append(out, m)
			continue
		}
		out[i].Text += ", " + lowerFirst(m.Text)
		if m.Kind.weight() > out[i].Kind.weight() {
			out[i].Kind = m.Kind
		}
	}
	return out
}

// below reports whether the label of this kind stands below a wide rail: what is due does, what happens does not.
func (k Kind) below() bool { return k == Due || k == Limit || k == Start }

func (k Kind) weight() int {
	return slices.Index([]Kind{Event, Start, Limit, Now, Finish, Due}, k)
}
