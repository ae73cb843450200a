package casework

import (
	"fmt"

	"sendpanel/statute"
)

// Sentence says in a sentence what matters about the case on the day: what is due, and who acts next.
func (c Case) Sentence(today statute.Day) string {
	d := c.Opened.Decide
	switch {
	case c.Closed():
		return c.ClosedWhy
	case c.ended():
		return c.endedSentence()
	case c.assessment().Ended != nil:
		return c.Assessment.Ended.sentence(today)
	case c.Undone != nil && (c.Undone.Told.IsZero() || c.Assessment == nil):
		return c.Undone.sentence()
	case c.Assessing():
		return c.assessingSentence(today)
	case c.challenged():
		return "The family has challenged the refusal. The case stays open until the mediation or the appeal has ended."
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return "The family has been told. " + c.appealSentence(today)
	case !c.BreachedOn.IsZero():
		return fmt.Sprintf("The decision was due by %s and is %d %s late. Whoever can decide does so today, and the family is told.", d.Due.Long(), today.Sub(d.Due), plural(today.Sub(d.Due), "day", "days"))
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

// endedSentence says why the six weeks are over before anything was decided, and what is still to be said to the family.
func (c Case) endedSentence() string {
	switch {
	case c.Stage == StageWithdrawn:
		return "The request is withdrawn, and the six weeks have ended. The family is told in writing that it may ask again at any time."
	case c.Moved != nil:
		return fmt.Sprintf("%s has been responsible since %s, and the six weeks have ended here. The family is told in writing.", c.Moved.To, c.Moved.On.Long())
	}
	return "The child has died. Nothing more is sent."
}

// assessingSentence says by when the outcome of the assessment is owed.
func (c Case) assessingSentence(today statute.Day) string {
	plan, _ := c.OutcomeBy(FinalPlan)
	noPlan, may := c.OutcomeBy(NoPlan)
	at := c.At(FinalPlan)
	late := today.Sub(plan.Due)
	switch {
	case !at.Breached.IsZero():
		return fmt.Sprintf("The final plan was due by %s and is %d %s late. Whoever can finish it does so today, and the family is told.", plan.Due.Long(), late, plural(late, "day", "days"))
	case at.Passed:
		return fmt.Sprintf("The limit of the plan, %s, passed under an exception. The plan is due as soon as practicable.", plan.Due.Long())
	case at.SendByPassed:
		return fmt.Sprintf("The last day for posting the final plan in time, %s, has passed. It is due by %s: deliver it by hand or electronically.", plan.SendBy.Long(), plan.Due.Long())
	case c.assessment().Draft != nil && today.After(c.Assessment.Draft.Reply.Due):
		return fmt.Sprintf("The family had until %s to say what it thinks of the draft plan. The final plan is due by %s.", c.Assessment.Draft.Reply.Due.Long(), plan.Due.Long())
	case c.assessment().Draft != nil:
		return fmt.Sprintf("The family has the draft plan and until %s to say what it thinks of it. The final plan is due by %s.", c.Assessment.Draft.Reply.Due.Long(), plan.Due.Long())
	case may && c.At(NoPlan).SendByPassed:
		return fmt.Sprintf("The family has been told that the council will assess. The time for saying that there will be no plan has passed. A plan, if one follows, is due by %s.", plan.Due.Long())
	case may:
		return fmt.Sprintf("The family has been told that the council will assess. If there will be no plan, it is told by %s; a plan, if one follows, is due by %s.", noPlan.Due.Long(), plan.Due.Long())
	}
	return fmt.Sprintf("The family has been told that the council will assess. A plan, if one follows, is due by %s.", plan.Due.Long())
}

// sentence says what an assessment came to.
func (a AssessmentEnded) sentence(today statute.Day) string {
	told := "The family has been sent the final plan. "
	if a.How == NoPlan {
		told = "The family has been told that there will be no plan. "
	}
	return told + mayAppeal(a.Appeal.Effective, a.LastAppeal.Effective, today)
}

// appealSentence says until when the family may appeal against a refusal: with the certificate of mediation, where there is one.
func (c Case) appealSentence(today statute.Day) string {
	until := c.NoticeGiven.Appeal.Effective
	if c.Certificate != nil {
		until = c.Certificate.Appeal.Effective
	}
	return mayAppeal(until, c.lastAppeal(), today)
}

// mayAppeal says until when the family may appeal, or that the time without a certificate of mediation has ended.
func mayAppeal(until, last, today statute.Day) string {
	switch {
	case !today.After(until):
		return fmt.Sprintf("It may appeal until %s.", until.Long())
	case today.After(last):
		return fmt.Sprintf("The time for an appeal ended on %s.", until.Long())
	}
	return fmt.Sprintf("The time for an appeal ended on %s, unless a mediation certificate gives longer: until %s at the latest.", until.Long(), last.Long())
}
