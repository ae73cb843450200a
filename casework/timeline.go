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
	case c.Undone != nil:
		return c.Undone.next()
	case c.challenged():
		return statute.Day{}, ""
	case c.Certificate != nil:
		return c.Certificate.Appeal.Effective, "appeal by"
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return c.NoticeGiven.Appeal.Effective, "appeal by"
	case c.NoticeGiven != nil:
		return c.Opened.NoPlan.Due, "no plan, or"
	case !c.BreachedOn.IsZero(), c.LimitPassed:
		return c.Opened.Decide.Due, "was due"
	case c.SendByPassed:
		return c.Opened.Decide.Due, "due"
	}
	return c.Opened.Decide.SendBy, "send by"
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
			return fmt.Sprintf("Views of %s recorded (%s)", the(b.Whom), b.How)
		}
		return fmt.Sprintf("Views asked for from %s (%s)", the(b.Whom), b.How)
	case MarkedUrgent:
		return fmt.Sprintf("Marked urgent: %s", spaced(string(b.Reason)))
	case TaskRaised:
		return fmt.Sprintf("Task for the %s: %s", spaced(string(b.For)), b.What)
	case TaskDone:
		return fmt.Sprintf("Task done: %s", b.How)
	case Reassigned:
		return fmt.Sprintf("The case is carried by %s from now on", b.Officer)
	case TransferredOut:
		return fmt.Sprintf("The child moved on %s; %s is responsible", b.On.Short(), b.To)
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

func tellPanel(e Event) string {
	switch b := e.Body.(type) {
	case Listed:
		return fmt.Sprintf("Listed for %s on %s", orElse(b.Name, b.Panel), b.On.Short()) + ofMeeting(b.Meeting)
	case Unlisted:
		return b.words()
	case PanelMet:
		return b.words()
	case InterestDeclared:
		return fmt.Sprintf("Interest of %s recorded (%s): %s", b.Member, b.Source, b.What)
	case Viewed:
		if len(b.Limbs) == 0 {
			return fmt.Sprintf("Panel view recorded by %s, to be read when the panel has met", e.By.Name)
		}
		return fmt.Sprintf("Panel view recorded by %s: %s", e.By.Name, tellFindings(b.Limbs))
	case Deferred:
		return fmt.Sprintf("Deferred to %s. The six weeks go on: %d %s from then to the last day for sending; the family has waited %d %s",
			b.Until.Short(), b.DaysLeft, plural(b.DaysLeft, "day", "days"), b.DaysWaited, plural(b.DaysWaited, "day", "days"))
	case Recommended:
		s := fmt.Sprintf("%s recommends %s (%d present, quorum %d)", orElse(b.Name, b.Panel), outcomeWords(b.Outcome), len(b.Present), b.Quorum)
		if b.Dissent != "" {
			s += "; a dissent is recorded"
		}
		return s
	case Decided:
		return fmt.Sprintf("Decided %s by %s, %s (%s, %s)", outcomeWords(b.Outcome), b.DecidedBy, b.Post, b.Delegation.Scheme, b.Delegation.Paragraph)
	}
	return ""
}

func tellPeople(e Event) string {
	switch b := e.Body.(type) {
	case AddresseeSet:
		return fmt.Sprintf("Addressee %s recorded as %s: %s", b.Addressee.ID, spaced(string(b.Addressee.Standing)), b.Why)
	case AddresseeEnded:
		return fmt.Sprintf("%s is no longer written to: %s", b.Addressee, b.Why)
	case CapacityFound:
		return fmt.Sprintf("Finding on capacity recorded (%s): %s", b.Finding.Status, b.Finding.Decision)
	case IdentityChanged:
		return "The child has another identity in law; only the new one is used"
	case DisputeRecorded:
		if b.Over {
			return "The parents’ dispute is over"
		}
		return "The parents are in dispute: their views are kept apart"
	case TransferredIn:
		return fmt.Sprintf("The child came from %s, and this council has been responsible since %s", b.From, b.On.Short())
	case AgeSwitched:
		return "The young person is over compulsory school age: letters go to them"
	case Called:
		if b.Reached {
			return fmt.Sprintf("Called %s", b.Addressee)
		}
		return fmt.Sprintf("Tried to call %s; not reached", b.Addressee)
	case CallTimeOver:
		return "No more time for a call: the letter goes"
	case EvidenceAdded:
		return fmt.Sprintf("%d %s added to the evidence", len(b.Evidence), plural(len(b.Evidence), "document", "documents"))
	case FamilySaid:
		return fmt.Sprintf("The family told us something (%s)", spaced(string(b.About)))
	case EvidenceReleased:
		return fmt.Sprintf("Released: %s", tellRelease(b))
	}
	return ""
}

func tellRelease(b EvidenceReleased) string {
	ids := make([]string, len(b.Evidence))
	for i, id := range b.Evidence {
		ids[i] = string(id)
	}
	var parts []string
	if len(b.See) > 0 {
		parts = append(parts, allOf(b.See)+" may see")
	}
	if len(b.Know) > 0 {
		parts = append(parts, allOf(b.Know)+" may know of")
	}
	return strings.Join(parts, ", ") + " " + strings.Join(ids, ", ")
}

func allOf(parties []Party) string {
	words := make([]string, len(parties))
	for i, p := range parties {
		words[i] = the(string(p))
	}
	return strings.Join(words, " and ")
}

func tellLetter(e Event) string {
	switch b := e.Body.(type) {
	case Issued:
		return "Letter printed: " + tellKey(b.Letter)
	case Posted:
		return "Letter posted: " + tellKey(b.Letter)
	case Voided:
		return fmt.Sprintf("Letter voided: %s. %s", tellKey(b.Letter), b.Why)
	case NoticeGiven:
		return tellNotice(b)
	case CertificateIssued:
		return fmt.Sprintf("Mediation certificate issued on %s; appeal by %s", b.On.Short(), b.Appeal.Effective.Short())
	}
	return ""
}

func tellKey(k LetterKey) string {
	return fmt.Sprintf("%s, to %s", spaced(strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(string(k.Kind), "school-"), "-school"), "-agency")), the(string(k.To)))
}

func tellLimit(e Event) string {
	switch b := e.Body.(type) {
	case Warned:
		return tellWarning(b)
	case SendByPassed:
		return fmt.Sprintf("The last day for sending in time, %s, has passed without a decision sent", b.SendBy.Short())
	case ExceptionClaimed:
		return fmt.Sprintf("Exception claimed under %s: %s", b.Tested.Claim.Limb, b.Tested.Claim.Facts)
	case ExceptionEnded:
		return fmt.Sprintf("The exception under %s ended on %s: the decision is due as soon as practicable", b.Limb, b.On.Short())
	case AppealRecorded:
		return fmt.Sprintf("Appeal registered by the Tribunal on %s: the case stays open", b.On.Short())
	case MediationRecorded:
		return fmt.Sprintf("The family wants mediation; it is held by %s", b.Held.Due.Short())
	case AppealEnded:
		return fmt.Sprintf("The appeal ended on %s: %s", b.On.Short(), b.How)
	case Overturned:
		return tellOverturned(b)
	case OverturnTold:
		return "The family has been told that the council will assess"
	case OverturnLate:
		return fmt.Sprintf("The last day for telling the family of the assessment in time has passed; it was to know by %s", b.Due.Short())
	case DelayTold:
		return fmt.Sprintf("The family is told of the delay, and to expect the decision by %s", b.ExpectBy.Short())
	case UpdatesStopped:
		if b.Resumed {
			return fmt.Sprintf("%s wants news of the delay again", b.Addressee)
		}
		return fmt.Sprintf("%s would rather have no more news of the delay", b.Addressee)
	case LimitPassed:
		return fmt.Sprintf("The limit, %s, has passed under the exception of %s", b.Due.Short(), b.Limb)
	case Breached:
		return fmt.Sprintf("LIMIT MISSED: the family should have had the decision by %s. The duty remains: as soon as practicable", b.Due.Short())
	}
	return ""
}

// the puts an article before a group; an addressee's ID stands alone.
func the(who string) string {
	switch who {
	case "family", "child", "school":
		return "the " + who
	}
	return spaced(who)
}

func tellNotice(b NoticeGiven) string {
	days := b.Due.Sub(b.On)
	s := "Notice given to the family on the day of the limit"
	switch {
	case days > 0:
		s = fmt.Sprintf("Notice given to the family %d %s before the limit", days, plural(days, "day", "days"))
	case days < 0:
		s = fmt.Sprintf("Notice given to the family %d %s AFTER the limit", -days, plural(-days, "day", "days"))
		if b.Under != "" {
			s += ", which had passed under the exception of " + b.Under
		}
	}
	if b.Appeal != nil {
		s += fmt.Sprintf("; mediation contact by %s, appeal by %s", b.Mediation.Due.Short(), b.Appeal.Effective.Short())
	}
	return s
}

func tellWarning(b Warned) string {
	p := b.Points[len(b.Points)-1]
	s := fmt.Sprintf("Warning to the %s: %d %s left to send the decision", spaced(string(p.Tell)), p.Days, plural(p.Days, "day", "days"))
	if missed := len(b.Points) - 1; missed > 0 {
		s += fmt.Sprintf(" (%d earlier %s missed while the service was away)", missed, plural(missed, "warning", "warnings"))
	}
	return s
}

func tellFindings(findings []Finding) string {
	parts := make([]string, len(findings))
	for i, f := range findings {
		parts[i] = fmt.Sprintf("%s %s", f.Limb, spaced(string(f.Answer)))
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
	case ExceptionClaimed, ExceptionEnded, LimitPassed:
		return "reg 5(4)"
	case AgeSwitched:
		return "Education Act 1996 s.8(3); s.83(2)"
	case CapacityFound:
		return "reg 64; Sch 3"
	case CertificateIssued:
		return "s.55; tribunal rule 20(1)(c)"
	case AppealRecorded, AppealEnded:
		return "s.51; tribunal rule 20"
	case MediationRecorded:
		return "s.53; reg 36, 37"
	case Overturned:
		return b.law()
	case OverturnTold, OverturnLate:
		return "reg 44(2)(b), 45"
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
	case Warned, SendByPassed, Breached, Deferred, DelayTold:
		return "reg 5(1)"
	}
	return ""
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

// Sentence says in a sentence what matters about the case on the day: what is due, and who acts next.
func (c Case) Sentence(today statute.Day) string {
	d := c.Opened.Decide
	switch {
	case c.Closed():
		return c.ClosedWhy
	case c.Undone != nil:
		return c.Undone.sentence()
	case c.challenged():
		return "The family has challenged the refusal. The case stays open until the mediation or the appeal has ended."
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return fmt.Sprintf("The family has been told. It may appeal until %s.", c.NoticeGiven.Appeal.Effective.Long())
	case c.NoticeGiven != nil:
		return fmt.Sprintf("The family has been told that the council will assess. A plan, if one follows, is due by %s.", c.Opened.Plan.Due.Long())
	case !c.BreachedOn.IsZero():
		return fmt.Sprintf("The decision was due by %s and is %d days late. Whoever can decide does so today, and the family is told.", d.Due.Long(), today.Sub(d.Due))
	case c.LimitPassed:
		return fmt.Sprintf("The limit, %s, passed under an exception. The decision is due as soon as practicable.", d.Due.Long())
	case c.SendByPassed:
		return fmt.Sprintf("The last day for posting the decision in time, %s, has passed. It is due by %s: deliver it by hand or electronically.", d.SendBy.Long(), d.Due.Long())
	case c.Decided != nil:
		return fmt.Sprintf("Decided. The family’s letters must be posted by %s.", d.SendBy.Long())
	}
	left := d.SendBy.Sub(today)
	return fmt.Sprintf("The decision must be posted by %s (%d %s left) to reach the family by %s.", d.SendBy.Long(), left, plural(left, "day", "days"), d.Due.Long())
}
