package casework

import (
	"fmt"
	"strings"
)

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
	case LetterMended:
		return tellMended(b)
	case NoticeCorrected:
		return fmt.Sprintf("The corrected notice was sent on %s: mediation contact by %s, appeal by %s", b.On.Short(), b.Mediation.Due.Short(), b.Appeal.Effective.Short())
	case FeedbackOpened:
		return "The family is deemed to have its notice: the school is told what was strong and what to do next"
	case CertificateIssued:
		return fmt.Sprintf("Mediation certificate issued on %s; appeal by %s", b.On.Short(), b.Appeal.Effective.Short())
	}
	return ""
}

func tellKey(k LetterKey) string {
	return fmt.Sprintf("%s, to %s", spaced(strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(string(k.Kind), "school-"), "-school"), "-agency")), the(string(k.To)))
}

func tellMended(b LetterMended) string {
	how := map[Mending]string{MendCorrected: "Letter to be corrected by a new version", MendAgain: "Letter to be sent again", MendWithdrawn: "Letter withdrawn"}[b.How]
	if b.How == MendWithdrawn && b.Posted.IsZero() {
		how += ", and not sent"
	}
	return how + ": " + tellKey(b.Letter)
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

func tellLimit(e Event) string {
	switch b := e.Body.(type) {
	case Warned:
		return tellWarning(b)
	case SendByPassed:
		return fmt.Sprintf("The last day for sending in time, %s, has passed without %s sent", b.SendBy.Short(), b.For.owed())
	case ExceptionClaimed:
		return fmt.Sprintf("Exception claimed under %s: %s", b.Tested.Claim.Limb, b.Tested.Claim.Facts)
	case ExceptionEnded:
		return fmt.Sprintf("The exception under %s ended on %s: what is owed is due as soon as practicable", b.Limb, b.On.Short())
	case AppealRecorded:
		return tellAppeal(b)
	case MediationRecorded:
		return fmt.Sprintf("The family wants mediation; it is held by %s", b.Held.Due.Short())
	case MediationEnded:
		return tellMediationEnded(b)
	case AgreementLate:
		return fmt.Sprintf("Something agreed at mediation was to be done by %s and is not recorded as done", b.Due.Short())
	case Reopened:
		return "Taken up again after it had been closed. " + b.Why
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
		return fmt.Sprintf("LIMIT MISSED: the family should have had %s by %s. The duty remains: as soon as practicable", b.For.theOwed(), b.Due.Short())
	case DraftServed:
		return fmt.Sprintf("The draft plan was sent on %s: the family has until %s to say what it thinks of it", b.On.Short(), b.Reply.Due.Short())
	case AssessmentEnded:
		return tellAssessment(b)
	}
	return ""
}

func tellWarning(b Warned) string {
	p := b.Points[len(b.Points)-1]
	s := fmt.Sprintf("Warning to the %s: %d %s left to send %s", spaced(string(p.Tell)), p.Days, plural(p.Days, "day", "days"), b.For.theOwed())
	if missed := len(b.Points) - 1; missed > 0 {
		s += fmt.Sprintf(" (%d earlier %s missed while the service was away)", missed, plural(missed, "warning", "warnings"))
	}
	return s
}

// theOwed names what a limit is about.
func (e AssessmentOutcome) theOwed() string {
	switch e {
	case NoPlan:
		return "a notice that there will be no plan, if there is to be none"
	case FinalPlan:
		return "the final plan"
	}
	return "the decision"
}

func (e AssessmentOutcome) owed() string {
	switch e {
	case NoPlan:
		return "a notice that there will be no plan"
	case FinalPlan:
		return "the final plan"
	}
	return "a decision"
}

func tellAssessment(b AssessmentEnded) string {
	s := "The final plan was sent to the family on " + b.On.Short()
	if b.How == NoPlan {
		s = "The family was told on " + b.On.Short() + " that there will be no plan"
	}
	switch days := b.On.Sub(b.Due); {
	case b.Late():
		s += fmt.Sprintf(", %d %s AFTER the limit", days, plural(days, "day", "days"))
	case days > 0:
		s += ", after the limit, which had passed under the exception of " + b.Under
	case days == 0:
		s += ", on the day of the limit"
	default:
		s += fmt.Sprintf(", %d %s before the limit", -days, plural(-days, "day", "days"))
	}
	if !b.Early.IsZero() {
		s += ". The family had until " + b.Early.AddDays(-1).Short() + " to say what it thinks of the draft, and the plan went BEFORE that"
	}
	return s + fmt.Sprintf("; mediation contact by %s, appeal by %s", b.Mediation.Due.Short(), b.Appeal.Effective.Short())
}
