package rail

import (
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
			fmt.Fprintf(&b, "%s %s, outside these weeks. ", m.Text, longDay(m.Day))
		}
	}
	for _, s := range c.Spans {
		b.WriteString(s.Words() + ". ")
	}
	b.WriteString(c.Standing() + ".")
	return b.String()
}

// Words says the stretch with its days.
func (s Span) Words() string {
	return fmt.Sprintf("%s, from %s to %s", s.Text, longDay(s.From), longDay(s.To))
}

// Standing says in a few words how the clock stands: “14 days left”, “3 days late”, “sent in time”.
func (c Clock) Standing() string {
	done := lowerFirst(c.FinishText)
	if done == "" {
		done = "sent"
	}
	switch {
	case !c.Finish.IsZero() && c.Excepted && c.past() > 0:
		return sentence(done) + " after the limit, under an exception"
	case c.Excepted && c.past() > 0:
		return "Past the limit, under an exception"
	case !c.Finish.IsZero() && c.Late():
		return sentence(done) + " " + count(c.DaysLate(), "day") + " late"
	case !c.Finish.IsZero():
		return sentence(done) + " in time"
	case c.Late():
		return count(c.DaysLate(), "day") + " late"
	case c.Today == c.Due:
		return "Due today"
	}
	return count(c.DaysLeft(), "day") + " left"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
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
