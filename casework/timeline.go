package casework

import (
	"fmt"
	"slices"
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

// Timeline tells a case from its events, for the people who work on it. What members found is not told before the panel has
// met on the case, so that each of them, and the decision-maker, comes to it fresh.
func Timeline(events []Event) ([]Line, error) {
	var (
		c     Case
		lines []Line
	)
	met := slices.ContainsFunc(events, func(e Event) bool {
		switch e.Body.(type) {
		case Recommended, Deferred, Decided:
			return true
		}
		return false
	})
	for _, e := range events {
		if v, ok := e.Body.(Viewed); ok && !met {
			v.Limbs = nil
			e.Body = v
		}
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
	case c.ended():
		return statute.Day{}, ""
	case c.assessment().Ended != nil:
		return c.Assessment.Ended.Appeal.Effective, "appeal by"
	case c.Undone != nil && !c.Undone.Told.IsZero() && c.Assessment != nil:
		return c.nextOutcome()
	case c.Undone != nil:
		return c.Undone.next()
	case c.challenged():
		return statute.Day{}, ""
	case c.Certificate != nil:
		return c.Certificate.Appeal.Effective, "appeal by"
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return c.NoticeGiven.Appeal.Effective, "appeal by"
	case c.NoticeGiven != nil:
		return c.nextOutcome()
	case !c.BreachedOn.IsZero(), c.LimitPassed:
		return c.Opened.Decide.Due, "was due"
	case c.SendByPassed:
		return c.Opened.Decide.Due, "due"
	}
	return c.Opened.Decide.SendBy, "send by"
}

// nextOutcome is the next limit of an assessment.
func (c Case) nextOutcome() (statute.Day, string) {
	noPlan, may := c.OutcomeBy(NoPlan)
	plan, _ := c.OutcomeBy(FinalPlan)
	switch {
	case may && !c.At(NoPlan).SendByPassed:
		return noPlan.Due, "no plan, or"
	case !c.At(FinalPlan).Breached.IsZero(), c.At(FinalPlan).Passed:
		return plan.Due, "plan was due"
	}
	return plan.Due, "plan by"
}

// tell puts an event into words. It is asked of the case as it stands after the event.
func (c Case) tell(e Event) string {
	switch b := e.Body.(type) {
	case Opened:
		s := fmt.Sprintf("Request received from %s (%s)", orElse(b.RequestedBy.Name, "an unnamed person"), spaced(b.RequestedBy.Type))
		if n := len(b.ToMend); n > 0 {
			s += fmt.Sprintf("; %d %s to mend", n, plural(n, "detail", "details"))
		}
		return s
	case FurtherRequest:
		return fmt.Sprintf("A further request for the same child received from %s (%s); the earliest clock governs", orElse(b.RequestedBy.Name, "an unnamed person"), spaced(b.RequestedBy.Type))
	case RequestWithdrawn:
		return fmt.Sprintf("The request of event %d withdrawn, confirmed by %s; first suggested by: %s. The other stands", b.Request, b.ConfirmedBy, b.SuggestedBy)
	case SchoolReplied:
		return fmt.Sprintf("The school answered the council’s question, with %d %s", len(b.Evidence), plural(len(b.Evidence), "document", "documents"))
	case Determined:
		return fmt.Sprintf("Determined that a plan may be necessary: the council is considering an assessment (%s)", e.By.Name)
	case Consulted:
		if b.Received {
			if b.Language != "" {
				return fmt.Sprintf("Views of %s recorded (%s), written in %s", b.asked(), b.How, b.Language)
			}
			return fmt.Sprintf("Views of %s recorded (%s)", b.asked(), b.How)
		}
		return fmt.Sprintf("Views asked for from %s (%s)", b.asked(), b.How)
	case MarkedUrgent:
		return fmt.Sprintf("Marked urgent: %s", spaced(string(b.Reason)))
	case TaskRaised:
		return fmt.Sprintf("Task for the %s: %s", spaced(string(b.For)), b.What)
	case TaskDone:
		return fmt.Sprintf("Task done: %s", b.How)
	case Reassigned:
		return fmt.Sprintf("The case is carried by %s from now on", b.Officer)
	case TransferredOut:
		papers := "the papers have not gone there yet"
		if b.Papers {
			papers = "the papers have gone there"
		}
		return fmt.Sprintf("The child moved on %s; %s is responsible; %s", b.On.Short(), b.To, papers)
	case Died:
		return "The child died. Every letter stops"
	case Withdrawn:
		return fmt.Sprintf("Request withdrawn, confirmed by %s; first suggested by: %s", b.ConfirmedBy, b.SuggestedBy)
	case Closed:
		return "Closed. " + b.Why
	}
	for _, tell := range []func(Event) string{tellPanel, tellPeople, tellLetter, tellLimit} {
		if s := tell(e); s != "" {
			return s
		}
	}
	return spaced(string(e.Body.Kind()))
}

// the puts an article before a group; an addressee's ID stands alone.
func the(who string) string {
	switch who {
	case "family", "child", "school":
		return "the " + who
	}
	return spaced(who)
}

func outcomeWords(o Outcome) string {
	if o == Assess {
		return "to assess"
	}
	return "not to assess"
}

func spaced(s string) string { return strings.NewReplacer("_", " ", "-", " ").Replace(s) }

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
