package casework

import (
	"fmt"
	"io"
	"strings"

	"sendpanel/statute"
)

// Line is one line of a case's timeline: when, what happened, which limit comes next and under which law.
type Line struct {
	On    statute.Day `json:"on"`
	What  string      `json:"what"`
	Next  statute.Day `json:"next,omitzero"` // the day of the next limit, none where no clock runs
	Limit string      `json:"limit,omitempty"`
	Cite  string      `json:"cite,omitempty"`
}

// Timeline tells a case from its events, for the people who work on it.
func Timeline(events []Event) ([]Line, error) {
	var (
		c     Case
		lines []Line
	)
	for _, e := range events {
		after, err := c.Apply(e)
		if err != nil {
			return nil, fmt.Errorf("tell the timeline: %w", err)
		}
		c = after
		line := Line{On: e.FellOn, What: c.tell(e), Cite: citation(e.Body)}
		line.Next, line.Limit = c.nextLimit()
		lines = append(lines, line)
	}
	return lines, nil
}

// nextLimit is the next limit on the council, or on the family after a refusal.
func (c Case) nextLimit() (statute.Day, string) {
	switch {
	case c.Stage == StageClosed || c.Stage == StageWithdrawn:
		return statute.Day{}, ""
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return c.NoticeGiven.Appeal.Effective, "appeal"
	case c.NoticeGiven != nil:
		return c.Opened.NoPlan.Due, "no plan, or"
	case !c.BreachedOn.IsZero():
		return c.Opened.Decide.Due, "was due"
	case c.SendByPassed:
		return c.Opened.Decide.Due, "due"
	}
	return c.Opened.Decide.SendBy, "send by"
}

// tell puts an event into words.
func (c Case) tell(e Event) string {
	switch b := e.Body.(type) {
	case Opened:
		s := fmt.Sprintf("Request received from %s (%s)", orElse(b.RequestedBy.Name, "an unnamed person"), plain(b.RequestedBy.Type))
		if n := len(b.ToMend); n > 0 {
			s += fmt.Sprintf("; %d %s to mend", n, plural(n, "detail", "details"))
		}
		return s
	case Determined:
		return fmt.Sprintf("Determined that a plan may be necessary: the council is considering an assessment (%s)", e.By.Name)
	case Consulted:
		if b.Received {
			return fmt.Sprintf("Views of the %s recorded (%s)", plain(b.Whom), b.How)
		}
		return fmt.Sprintf("The %s asked for views (%s)", plain(b.Whom), b.How)
	case Viewed:
		return fmt.Sprintf("Panel view recorded by %s: %s", e.By.Name, tellFindings(b.Limbs))
	case Recommended:
		return fmt.Sprintf("%s recommends %s (%d present, quorum %d)", b.Panel, plainOutcome(b.Outcome), len(b.Present), b.Quorum)
	case Decided:
		return fmt.Sprintf("Decided %s by %s, %s (%s, %s)", plainOutcome(b.Outcome), b.DecidedBy, b.Post, b.Delegation.Scheme, b.Delegation.Paragraph)
	case Issued:
		return fmt.Sprintf("Letter printed: %s, to %s", plain(string(b.Letter.Kind)), b.Letter.To)
	case Posted:
		return fmt.Sprintf("Letter posted: %s, to %s", plain(string(b.Letter.Kind)), b.Letter.To)
	case Voided:
		return fmt.Sprintf("Letter voided: %s, to %s. %s", plain(string(b.Letter.Kind)), b.Letter.To, b.Why)
	case NoticeGiven:
		return tellNotice(b)
	case Warned:
		return tellWarning(b)
	case SendByPassed:
		return fmt.Sprintf("The last day for sending in time, %s, has passed without a decision sent", b.SendBy.Short())
	case Breached:
		return fmt.Sprintf("LIMIT MISSED: the family should have had the decision by %s. The duty remains: as soon as practicable", b.Due.Short())
	case TaskRaised:
		return fmt.Sprintf("Task for the %s: %s", plain(string(b.For)), b.What)
	case TaskDone:
		return fmt.Sprintf("Task done: %s", b.How)
	case Withdrawn:
		return fmt.Sprintf("Request withdrawn, confirmed by %s; first suggested by: %s", b.ConfirmedBy, b.SuggestedBy)
	case Closed:
		return "Closed. " + b.Why
	}
	return string(e.Body.Kind())
}

func tellNotice(b NoticeGiven) string {
	days := b.Due.Sub(b.On)
	s := "Notice given to the family on the day of the limit"
	switch {
	case days > 0:
		s = fmt.Sprintf("Notice given to the family %d %s before the limit", days, plural(days, "day", "days"))
	case days < 0:
		s = fmt.Sprintf("Notice given to the family %d %s AFTER the limit", -days, plural(-days, "day", "days"))
	}
	if b.Appeal != nil {
		s += fmt.Sprintf("; mediation contact by %s, appeal by %s", b.Mediation.Due.Short(), b.Appeal.Effective.Short())
	}
	return s
}

func tellWarning(b Warned) string {
	p := b.Points[len(b.Points)-1]
	s := fmt.Sprintf("Warning to the %s: %d %s left to send the decision", plain(string(p.Tell)), p.Days, plural(p.Days, "day", "days"))
	if missed := len(b.Points) - 1; missed > 0 {
		s += fmt.Sprintf(" (%d earlier %s missed while the service was away)", missed, plural(missed, "warning", "warnings"))
	}
	return s
}

func tellFindings(findings []Finding) string {
	parts := make([]string, len(findings))
	for i, f := range findings {
		parts[i] = fmt.Sprintf("%s %s", f.Limb, plain(string(f.Answer)))
	}
	return strings.Join(parts, ", ")
}

// citation is the source of what an event records.
func citation(b Body) string {
	switch b := b.(type) {
	case Opened:
		if b.Basis == "s36_1" {
			return "s.36(1); reg 5(1)"
		}
		return "s.24, s.36(3); reg 5(1)"
	case Determined:
		return "s.36(3), (6), (7)"
	case Consulted:
		return "s.36(4), (7)"
	case Viewed, Recommended:
		return "s.36(8)"
	case Decided:
		if b.Outcome == Assess {
			return "s.36(8); reg 5(1)"
		}
		return "s.36(5), (8); reg 5(3)"
	case NoticeGiven:
		if b.Appeal != nil {
			return "reg 5(1), 33; tribunal rule 20(1)(c)"
		}
		return "reg 5(1)"
	case Warned, SendByPassed, Breached:
		return "reg 5(1)"
	case Closed, Withdrawn:
		return ""
	}
	return ""
}

func plainOutcome(o Outcome) string {
	if o == Assess {
		return "to assess"
	}
	return "not to assess"
}

func plain(s string) string { return strings.NewReplacer("_", " ", "-", " ").Replace(s) }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// PrintTimeline writes a timeline as columns: the day, what happened, the next limit, the citation.
func PrintTimeline(w io.Writer, lines []Line) {
	for _, l := range lines {
		next := ""
		if !l.Next.IsZero() {
			next = l.Limit + " " + l.Next.Short()
		}
		fmt.Fprintf(w, "%s  %-34s  %s\n", l.On.Short(), next, l.What)
		if l.Cite != "" {
			fmt.Fprintf(w, "%15s  %-34s  %s\n", "", "", l.Cite)
		}
	}
}

// Sentence says in a sentence what matters about the case on the day: what is due, and who acts next.
func (c Case) Sentence(today statute.Day) string {
	d := c.Opened.Decide
	switch {
	case c.Closed():
		return c.ClosedWhy
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return fmt.Sprintf("The family has been told. It may appeal until %s.", c.NoticeGiven.Appeal.Effective.Long())
	case c.NoticeGiven != nil:
		return fmt.Sprintf("The family has been told that the council will assess. A plan, if one follows, is due by %s.", c.Opened.Plan.Due.Long())
	case !c.BreachedOn.IsZero():
		return fmt.Sprintf("The decision was due by %s and is %d days late. Whoever can decide does so today, and the family is told.", d.Due.Long(), today.Sub(d.Due))
	case c.SendByPassed:
		return fmt.Sprintf("The last day for posting the decision in time, %s, has passed. It is due by %s: deliver it by hand or electronically.", d.SendBy.Long(), d.Due.Long())
	case c.Decided != nil:
		return fmt.Sprintf("Decided. The family’s letters must be posted by %s.", d.SendBy.Long())
	}
	left := d.SendBy.Sub(today)
	return fmt.Sprintf("The decision must be posted by %s (%d %s left) to reach the family by %s.", d.SendBy.Long(), left, plural(left, "day", "days"), d.Due.Long())
}
