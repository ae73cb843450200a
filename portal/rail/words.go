package rail

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sendpanel/statute"
)

// Words says everything the rail shows, in sentences: the text alternative of the drawing.
func (c Clock) Words() string {
	var b strings.Builder
	if c.Name != "" {
		fmt.Fprintf(&b, "%s. ", strings.TrimRight(c.Name, "."))
	}
	for _, m := range c.marks() {
		fmt.Fprintf(&b, "%s %s. ", m.Text, longDay(m.Day))
	}
	for _, m := range c.Marks {
		if !c.holds(m.Day) && !m.Day.IsZero() {
			b.WriteString(c.Say("rail-outside", "what", m.Text, "day", longDay(m.Day)) + " ")
		}
	}
	for _, s := range c.Spans {
		b.WriteString(c.SpanWords(s) + ". ")
	}
	b.WriteString(c.Standing() + ".")
	return b.String()
}

// SpanWords says a stretch with its days.
func (c Clock) SpanWords(s Span) string {
	return c.Say("rail-span", "what", s.Text, "from", longDay(s.From), "to", longDay(s.To))
}

// Standing says in a few words how the clock stands: “14 days left”, “3 days late”, “sent in time”.
func (c Clock) Standing() string {
	done := sentence(lowerFirst(cmp.Or(c.FinishText, c.Say("rail-sent"))))
	switch {
	case !c.Finish.IsZero() && c.Excepted && c.past() > 0:
		return c.Say("rail-done-excepted", "done", done)
	case c.Excepted && c.past() > 0:
		return c.Say("clock-exception")
	case !c.Finish.IsZero() && c.Late():
		return c.Say("rail-done-late", "done", done, "days", c.days(c.DaysLate()))
	case !c.Finish.IsZero():
		return c.Say("rail-done-in-time", "done", done)
	case c.Late():
		return c.Say("rail-late", "days", c.days(c.DaysLate()))
	case c.Today == c.Due:
		return c.Say("rail-due-today")
	}
	return c.Say("rail-left", "days", c.days(c.DaysLeft()))
}

func (c Clock) days(n int) string {
	if n == 1 {
		return c.Say("rail-one-day")
	}
	return c.Say("rail-days", "n", n)
}

// shortDay writes a day as labels do, “4 Jan”; the year is in the words beside the rail.
func shortDay(d statute.Day) string {
	return fmt.Sprintf("%d %s", dayOfMonth(d), d.Month().String()[:3])
}

func longDay(d statute.Day) string {
	return fmt.Sprintf("%s %d %s %d", d.Weekday(), dayOfMonth(d), d.Month(), d.Year())
}

func dayOfMonth(d statute.Day) int {
	_, _, day := d.Date()
	return day
}

// lowerFirst makes a label fit inside a sentence; names in capitals, as “EP”, stay as they are.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
