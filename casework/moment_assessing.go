package casework

import (
	"fmt"
	"strings"

	"sendpanel/statute"
)

// The tasks that the limits of an assessment give to somebody.
const (
	taskNoPlan   TaskID = "no-plan-send-by"
	taskPlan     TaskID = "plan-send-by"
	taskPlanLate TaskID = "plan-late"
	// Each of those that come again is named after a day as well.
	taskPlanNews   TaskID = "plan-news:"
	taskPlanUntold TaskID = "plan-untold:"
)

// assessmentMoments are what the clocks still have to say after a decision to assess: the warnings before each limit, the
// last day for sending, the limit of the plan and, once that is missed, the news that the family is owed; at the end the day
// on which no appeal can come any more.
func (c Case) assessmentMoments() []tick {
	var coming []tick
	switch ended := c.assessment().Ended; {
	case ended != nil:
		coming = []tick{{on: ended.LastAppeal.Effective.AddDays(1), why: "the time for an appeal will have ended", body: Closed{Why: whyAssessed}}}
	case c.Assessing():
		coming = append(append(c.outcomeMoments(NoPlan), c.outcomeMoments(FinalPlan)...), c.planNews()...)
	}
	for i := range coming {
		coming[i].assessment = true
	}
	return coming
}

// whyAssessed is why a case closes after its assessment.
const whyAssessed = "The assessment has come to its end, and the time for an appeal against what it came to has ended."

// outcomeMoments are the warnings before the limit of an outcome, its last day for sending, and the limit itself. That
// sixteen weeks have passed is no breach: only where there turns out to be no plan has the family been told too late.
func (c Case) outcomeMoments(how AssessmentOutcome) []tick {
	limit, owed := c.OutcomeBy(how)
	if !owed {
		return nil
	}
	limit.SendBy = limit.LastToSend()
	at := c.At(how)
	coming := warningsOf(limit, c.warningsOn(limit.Rule, how), at.Warned, c.assessingSince())
	for i := range coming {
		warned := coming[i].body.(Warned)
		warned.For = how
		coming[i].body = warned
	}
	if !at.SendByPassed {
		coming = append(coming, c.outcomeSendBy(how, limit))
	}
	if how == FinalPlan && at.Breached.IsZero() {
		coming = append(coming, c.planMissed(limit, at.Passed)...)
	}
	return coming
}

// warningsOn are the council's warning points on a limit. Where an undone refusal started another one, those of the first
// clock serve.
func (c Case) warningsOn(rule statute.RuleID, how AssessmentOutcome) []WarningPoint {
	first := map[AssessmentOutcome]statute.RuleID{NoPlan: RuleNoPlan, FinalPlan: RulePlan}[how]
	var points []WarningPoint
	for _, w := range c.Opened.LaterWarnings {
		switch w.Rule {
		case rule:
			return w.Points
		case first:
			points = w.Points
		}
	}
	return points
}

// outcomeSendBy is the day after the last one for sending an outcome in time.
func (c Case) outcomeSendBy(how AssessmentOutcome, limit statute.Dates) tick {
	passing := tick{
		on: limit.SendBy.AddDays(1), why: "the last day for sending the plan in time will have passed",
		body: SendByPassed{Rule: limit.Rule, SendBy: limit.SendBy, Due: limit.Due, For: how},
		follows: []Body{TaskRaised{Task: taskPlan, For: Director,
			What: fmt.Sprintf("The last day for posting the final plan in time has passed: it is due by %s. Decide who finishes it today; send it by hand, or electronically if the family agrees.", limit.Due.Long())}},
	}
	if how == NoPlan {
		passing.why = "the last day for telling the family in time that there will be no plan will have passed"
		passing.follows = []Body{TaskRaised{Task: taskNoPlan, For: ServiceManager,
			What: fmt.Sprintf("If there is to be no plan, the family is to know by %s, and the last day for posting that has passed. Decide today. If there will be a plan, send the draft and record it.", limit.Due.Long())}}
	}
	if _, in := c.exceptionOn(limit.Rule, limit.SendBy); in {
		passing.follows = nil // the exception says who acts, and when
	}
	return passing
}

// planMissed is the day after the plan's limit, or its passing under an exception.
func (c Case) planMissed(limit statute.Dates, passed bool) []tick {
	missed, ok := c.passing(limit, passed)
	if !ok {
		return nil
	}
	switch b := missed.body.(type) {
	case Breached:
		b.For = FinalPlan
		missed.body = b
		missed.follows = []Body{TaskRaised{Task: taskPlanLate, For: ServiceManager,
			What: "The final plan is late. Tell the family today: why, who sees to it, and a day that you can keep. Call first where they asked for it, and write as well."}}
	case LimitPassed:
		b.For = FinalPlan
		missed.body = b
	}
	return []tick{missed}
}

// planNews is the day on which a family whose plan is late is to hear again, a fortnight after somebody was last asked to
// tell it; or, where nobody has, the day on which the director hears of that.
func (c Case) planNews() []tick {
	asked, found := c.lastPlanNews()
	if !found {
		return nil
	}
	on := asked.Raised.AddDays(fortnight)
	if asked.Done {
		return []tick{{on: on, why: "the family is to hear again of the late plan", body: TaskRaised{
			Task: taskPlanNews + TaskID(on.String()), For: ServiceManager,
			What: "The family waits for its plan. Tell it how things stand: what has changed since you last did, and by which day it will have the plan.",
		}}}
	}
	overdue := taskPlanUntold + TaskID(asked.Raised.String())
	if c.taskKnown(overdue) {
		return nil
	}
	return []tick{{on: on, why: "the family will have waited more than a fortnight for news of its plan", body: TaskRaised{
		Task: overdue, For: Director,
		What: "A family whose plan is late has heard nothing for more than a fortnight. Decide who tells it today.",
	}}}
}

// PlanNewsOwed reports whether somebody has still to tell the family that its plan is late, or how that stands.
func (c Case) PlanNewsOwed() bool {
	asked, found := c.lastPlanNews()
	return found && !asked.Done
}

// lastPlanNews is the newest task to tell a family that its plan is late, or how that stands.
func (c Case) lastPlanNews() (Task, bool) {
	var last Task
	for _, t := range c.Tasks {
		if t.Task == taskPlanLate || strings.HasPrefix(string(t.Task), string(taskPlanNews)) {
			last = t
		}
	}
	return last, last.Task != ""
}
