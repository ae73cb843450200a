package casework

import (
	"fmt"
	"strings"

	"sendpanel/statute"
)

// ServeDraft records that the draft plan was sent to the family, when and how (s.38(2), reg 13(1)).
type ServeDraft struct {
	On statute.Day     `json:"on"`
	By statute.Channel `json:"channel"`
}

// Kind is ActServeDraft.
func (ServeDraft) Kind() ActKind { return ActServeDraft }

func (a ServeDraft) check(c Case, _ Actor, on statute.Day, g *gaps) {
	c.whileAssessing(a.On, on, g)
	if _, err := a.By.Deemed(on); err != nil {
		what := "does not say how the draft went."
		if a.By != "" {
			what = fmt.Sprintf("%q is not a way in which a draft goes.", a.By)
		}
		g.add("channel", what, "Choose first or second class post, GOV.UK Notify, e-mail or by hand.")
	}
}

func (a ServeDraft) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	served, err := a.By.Deemed(a.On)
	if err != nil {
		return nil, err
	}
	reply, err := c.duty(RuleDraftReply, served)
	if err != nil {
		return nil, err
	}
	return append([]Body{DraftServed{On: a.On, By: a.By, Reply: reply}}, c.endTasks("The draft plan has been sent: there will be a plan.", func(t TaskID) bool { return t == taskNoPlan })...), nil
}

// EndAssessment records what the assessment came to, and on which day the family was sent it: that no plan is needed, with
// reasons and rights (reg 10), or the final plan (reg 13(2), 14). It records what was done, also where it was done late or
// too early, and says so.
type EndAssessment struct {
	How    AssessmentOutcome `json:"how"`
	On     statute.Day       `json:"on"`
	Notice DocumentID        `json:"notice,omitempty"`
}

// Kind is ActEndAssessment.
func (EndAssessment) Kind() ActKind { return ActEndAssessment }

func (a EndAssessment) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if a.How != NoPlan && a.How != FinalPlan {
		g.addf("how", "Write no_plan or plan.", "%q is not what an assessment comes to.", a.How)
	}
	c.whileAssessing(a.On, on, g)
	if _, known := c.Exhibit(a.Notice); a.Notice != "" && !known {
		g.addf("notice", "Add a copy of what was sent to the case’s papers, and name it here, or leave it empty.", "%q is not among the papers of this case.", a.Notice)
	}
}

func (a EndAssessment) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	dates, found := c.OutcomeLimit(a.How)
	if !found {
		dates, _ = c.OutcomeLimit(FinalPlan)
	}
	ended := AssessmentEnded{How: a.How, Rule: dates.Rule, On: a.On, Due: dates.Due, Notice: a.Notice}
	if exception, in := c.exceptionOn(dates.Rule, dates.Due); in && a.On.After(dates.Due) && c.At(a.How).Breached.IsZero() {
		ended.Under = exception.Limb
	}
	if draft := c.assessment().Draft; a.How == FinalPlan && draft != nil && a.On.Before(draft.Reply.EarliestNext) {
		ended.Early = draft.Reply.EarliestNext
	}
	limits, err := c.familyLimits(a.On)
	if err != nil {
		return nil, err
	}
	ended.Mediation, ended.Appeal, ended.LastAppeal = limits.mediation, limits.appeal, limits.lastAppeal
	return append([]Body{ended}, c.endPlanTasks()...), nil
}

// whileAssessing wants an assessment whose outcome is owed, and a day in it up to today.
func (c Case) whileAssessing(day, today statute.Day, g *gaps) {
	if !c.Assessing() {
		g.add("", "No assessment is under way in this case.", "Look whether this is the right case, and at what its timeline says.")
		return
	}
	if since := c.assessingSince(); day.IsZero() || day.Before(since) || day.After(today) {
		g.addf("on", "Give the day on which it was sent.", "must lie between %s, when the family was told of the assessment, and today.", since.Short())
	}
}

// assessingSince is the day on which the family was told of the assessment or, while it has not been told that a refusal is
// undone, the day on which that was so.
func (c Case) assessingSince() statute.Day {
	if c.Undone != nil {
		return c.Undone.On
	}
	return c.NoticeGiven.On
}

// endPlanTasks closes what is open of the tasks that the limits of the assessment gave to somebody.
func (c Case) endPlanTasks() []Body {
	return c.endTasks("The family has been sent the outcome of the assessment.", func(t TaskID) bool {
		return t == taskNoPlan || t == taskPlan || t == taskPlanLate ||
			strings.HasPrefix(string(t), string(taskPlanNews)) || strings.HasPrefix(string(t), string(taskPlanUntold))
	})
}

// endTasks closes those of the open tasks that are meant.
func (c Case) endTasks(how string, meant func(TaskID) bool) []Body {
	var bodies []Body
	for _, t := range c.Tasks {
		if !t.Done && meant(t.Task) {
			bodies = append(bodies, TaskDone{Task: t.Task, How: how})
		}
	}
	return bodies
}
