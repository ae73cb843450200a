package statute

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Explain says in plain words, for staff, which dates these are, what was counted, and by which law.
func (d Dates) Explain() string {
	rule, cal, err := d.sources()
	if err != nil {
		return err.Error()
	}
	lines := []string{fmt.Sprintf("%s: %s, %s (%s).", d.last(rule).Long(), rule.ID, rule.Name, rule.Cite)}
	for _, step := range d.Proof.Steps {
		lines = append(lines, step.explain(rule, d.Proof, cal))
	}
	lines = append(lines, rule.reminders()...)
	if rule.Note != "" {
		lines = append(lines, "Note: "+rule.Note+".")
	}
	return strings.Join(append(lines, fmt.Sprintf("Law %s, calendar %s.", d.RuleSet, d.Proof.Calendar)), "\n")
}

// ExplainToFamily says in plain words, for a family, what the date means for them and how it was worked out. It is
// empty for a date that is no business of theirs.
func (d Dates) ExplainToFamily() string {
	rule, _, err := d.sources()
	if err != nil || rule.Plain == "" || d.Due.IsZero() {
		return ""
	}
	sentences := []string{strings.ReplaceAll(rule.Plain, "{day}", d.last(rule).Long())}
	return strings.Join(append(sentences, rule.workedOut(d)...), " ")
}

// last is the day that a person should be told: for an appeal it is the one after rule 12.
func (d Dates) last(r Rule) Day {
	if r.Kind == Given {
		return d.Effective
	}
	return d.Due
}

// reminders are what staff most often get wrong about the rule.
func (r Rule) reminders() []string {
	var lines []string
	switch unit := r.Limit.First.Unit; {
	case r.Kind == Given:
		lines = append(lines, "This period is given to others: it is never cut short and has no target.")
	case r.Kind == Bar:
		lines = append(lines, "This bars a duty, not the council: it may still assess.")
	case unit == Weeks || unit == Days || unit == Months:
		lines = append(lines, "Weekends and holidays do not stop the clock.")
	}
	if len(r.Exceptions) > 0 {
		lines = append(lines, fmt.Sprintf("An exception (%s and following) would stand beside this date and never change it.", r.Exceptions[0].Limb))
	}
	return lines
}

func (d Dates) sources() (Rule, *calendar, error) {
	set, err := RuleSetByID(d.RuleSet)
	if err != nil {
		return Rule{}, nil, err
	}
	rule, err := set.Duty(d.Rule)
	if err != nil {
		return Rule{}, nil, err
	}
	cal, err := calendarByID(d.Proof.Calendar)
	return rule, cal, err
}

// workedOut are the sentences that let a family check the date.
func (r Rule) workedOut(d Dates) []string {
	first := "That is " + r.Limit.First.plain(d.Start) + "."
	switch {
	case r.Limit.Choice == MoveUnlessUnaware:
		return []string{"It must be handed over on the day you move, or within fifteen working days if the council did not know of the move in time."}
	case r.Rule12:
		return appealWorkedOut(d)
	case r.Limit.Choice == Later && !d.Proof.Second.IsZero():
		return []string{"It is the later of two dates: three months after the move to the new council, and a year after the last review."}
	case r.Limit.First.Count == BeforeDate:
		return []string{fmt.Sprintf("The law says before %d %s in the year of the move.", r.Limit.First.Day, r.Limit.First.Month)}
	case r.Kind == Given && r.EarliestNext:
		return []string{first, fmt.Sprintf("The council may not finish before %s. Tell us if you need longer.", d.EarliestNext.Long())}
	case r.Kind == Given:
		return []string{first, "August, Christmas, weekends and bank holidays do not move this date."}
	case r.Limit.First.Unit == WorkingDays:
		return []string{first, "Weekends and bank holidays were not counted."}
	}
	return []string{first, "Weekends, bank holidays and school holidays do not add time."}
}

func appealWorkedOut(d Dates) []string {
	sentences := []string{fmt.Sprintf("It is two months after the council sent its notice, %s.", d.Start.Long())}
	if !d.Proof.Second.IsZero() {
		sentences = []string{fmt.Sprintf("It is the later of two months after the council sent its notice, %s, and one month after your mediation certificate, %s.",
			d.Start.Long(), d.Proof.Second.Long())}
	}
	if d.Effective != d.Due {
		sentences = append(sentences, fmt.Sprintf("That would have been %s; the Tribunal's rules move it on.", d.Due.Long()))
	}
	if d.Proof.Second.IsZero() {
		sentences = append(sentences, "It can be later if your mediation certificate is dated later.")
	}
	return sentences
}

// plain writes the period for a family: "six weeks after Monday 23 November 2026".
func (p Period) plain(event Day) string {
	length := inWords(p.N) + " " + unitWord(p.Unit, p.N)
	switch p.Count {
	case BeginningWith:
		return length + ", of which the first is " + event.Long()
	case BeforeEvent:
		return length + " before " + event.Long()
	}
	return length + " after " + event.Long()
}

func unitWord(u Unit, n int) string {
	word := string(u)
	if n == 1 {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

func inWords(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// explain writes one step of a proof as a sentence.
func (s Step) explain(r Rule, p Proof, c *calendar) string {
	name, day := stepNames[s.Gives], s.Result.Long()
	switch s.By {
	case CountPeriod:
		return fmt.Sprintf("%s %s: %s %s (%s).%s", name, day, s.Period, s.From.Long(), r.event(s, p), s.counted(c))
	case TakeLater:
		return fmt.Sprintf("%s %s: the later of %s and %s.", name, day, s.From.Short(), s.Other.Short())
	case TakeMove:
		return fmt.Sprintf("%s %s: the day of the move, for the authority was aware of it on %s, in time.", name, day, s.From.Short())
	case DayBefore:
		return fmt.Sprintf("%s %s: the day before, safe on either way of counting.", name, day)
	case DayAfter:
		return fmt.Sprintf("%s %s: the day after the last day.", name, day)
	case LastWorkingDay:
		return fmt.Sprintf("%s %s: the last working day on or before %s.%s", name, day, s.From.Short(), strings.Replace(s.passed(c), "Not counted", "Left out", 1))
	case Rule12:
		return fmt.Sprintf("%s %s, 5 pm: %s", name, day, s.rule12())
	case HandOver:
		return fmt.Sprintf("%s %s: the last day for %s if notice is to arrive by %s, and not after the day staff work to.", name, day, p.Channel.words(), s.From.Short())
	}
	return fmt.Sprintf("%s %s.", name, day)
}

var stepNames = map[string]string{
	"due": "Due", "first": "First period", "second": "Second period", "aware_in_time": "Aware in time if aware by",
	"target": "Target", "work_by": "Work by", "effective": "Effective", "send_by": "Send by", "earliest_next": "Not before",
}

// event names the fact that the step counts from.
func (r Rule) event(s Step, p Proof) Fact {
	if s.From == p.Second && (s.Gives == "second" || s.Gives == "aware_in_time") {
		return r.Second
	}
	return r.Starts
}

func (s Step) counted(c *calendar) string {
	var b strings.Builder
	switch s.Period.Count {
	case BeginningWith:
		b.WriteString(" The day of the event is counted.")
	case Of, BeforeEvent:
		b.WriteString(" The day of the event is not counted.")
	}
	if s.MonthEnd {
		b.WriteString(" That month has no such date: its last day is taken.")
	}
	b.WriteString(s.passed(c))
	return b.String()
}

// passed names the days that were left out, and why.
func (s Step) passed(c *calendar) string {
	if len(s.NotCounted) == 0 {
		return ""
	}
	stretches := make([]string, len(s.NotCounted))
	for i, span := range s.NotCounted {
		stretches[i] = span.describe(c)
	}
	return " Not counted: " + strings.Join(stretches, "; ") + "."
}

func (s Span) describe(c *calendar) string {
	text := s.From.Short()
	if s.To != s.From {
		text += " to " + s.To.Short()
	}
	var names []string
	for d := s.From; !d.After(s.To); d = d.AddDays(1) {
		if h, found := c.holiday(d); found {
			names = append(names, h.Name)
		}
	}
	if names == nil {
		return text
	}
	return text + " (" + strings.Join(names, ", ") + ")"
}

func (s Step) rule12() string {
	switch {
	case s.Result == s.From:
		return "the time ends on a working day, so rule 12 leaves it."
	case tribunalRecess(s.From) && s.From.Month() == time.August:
		return fmt.Sprintf("the time ends on %s, in August, so rule 12(3) moves it to the first working day after 31 August.", s.From.Short())
	case tribunalRecess(s.From):
		return fmt.Sprintf("the time ends on %s, within 25 December to 1 January, so rule 12(3) moves it to the first working day after 1 January.", s.From.Short())
	}
	return fmt.Sprintf("the time ends on %s, not a working day, so rule 12(2) moves it to the next.", s.From.Short())
}
