package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// What the assessment came to, told to the family: a draft plan to say what they think of, no plan, or the final plan, each
// with the days that count for them.

// outcome is what the family was sent at the end of the assessment, or nil.
func (s story) outcome() *casework.AssessmentEnded {
	ending := s.c.Ending()
	if s.c.Assessment == nil || ending != "" && ending != casework.EndedAssessed {
		return nil
	}
	return s.c.Assessment.Ended
}

// draft is the draft plan that the family has, while the final one is to come.
func (s story) draft() *casework.DraftServed {
	if s.c.Assessment == nil || !s.c.Assessing() {
		return nil
	}
	return s.c.Assessment.Draft
}

func (s story) outcomeSaid() (heading string, lede []string) {
	ended, key := s.outcome(), "family-plan"
	if ended.How == casework.NoPlan {
		key = "family-no-plan"
	}
	lede = []string{s.p("family-outcome-on", "day", s.v.long(ended.On))}
	switch {
	case s.v.Today.After(ended.Appeal.Effective):
		lede = append(lede, s.p("family-appeal-over", "day", s.v.long(ended.Appeal.Effective)))
	default:
		lede = append(lede, s.p("family-refused-lede", "mediation", s.v.long(ended.Mediation.Due), "appeal", s.v.long(ended.Appeal.Effective)))
	}
	if ended.How == casework.FinalPlan {
		lede = append(lede, s.p("family-plan-school"))
	}
	return s.p(key, "child", s.page.Child), lede
}

func (s story) draftLede() []string {
	reply := s.draft().Reply
	lede := []string{s.p("family-draft-lede", "day", s.v.long(reply.Due))}
	if plan, ok := s.c.OutcomeBy(casework.FinalPlan); ok && !s.planLate() {
		lede = append(lede, s.p("family-undone-plan", "day", s.v.long(plan.Due)))
	}
	return lede
}

// planLate reports whether the family should have had the outcome of the assessment by today, and has not.
func (s story) planLate() bool {
	plan, owed := s.c.OutcomeBy(casework.FinalPlan)
	return owed && s.v.Today.After(plan.Due)
}

func (s story) planLateNotice() *look.Notice {
	plan, _ := s.c.OutcomeBy(casework.FinalPlan)
	text := []string{s.p("family-plan-late", "day", s.v.long(plan.Due))}
	if d := s.c.Delay; d != nil && !d.ExpectBy.Before(s.v.Today) {
		text = append(text, s.p("family-plan-expected", "day", s.v.long(d.ExpectBy)))
	}
	text = append(text, s.p("family-late-ring", "name", s.page.Officer.Name, "phone", s.page.Phone))
	return &look.Notice{Tone: look.Late, Title: s.p("family-late-title"), Text: strings.Join(text, " ")}
}

// outcomeSteps are the steps from the draft plan on; nil before it.
func (s story) outcomeSteps() []look.Step {
	advice := look.Step{Title: s.p("family-step-advice"), State: stepPast}
	switch {
	case s.outcome() != nil:
		ended, key := s.outcome(), "family-step-plan-sent"
		if ended.How == casework.NoPlan {
			key = "family-step-no-plan"
		}
		rights := look.Step{Title: s.p("family-step-rights"), Text: s.p("family-step-rights-text"), State: stepNow}
		if s.v.Today.After(ended.Appeal.Effective) {
			rights = look.Step{Title: s.p("family-step-rights-over"), Text: s.p("family-step-rights-over-text"), State: stepPast}
		}
		rights.Link = &look.Link{Text: s.p("family-do-rights-button"), Href: s.page.Path + "/rights"}
		return []look.Step{advice, {Title: s.p(key), State: stepPast, When: s.v.long(ended.On)}, rights}
	case s.draft() != nil:
		steps := []look.Step{advice, {Title: s.p("family-step-draft"), Text: s.p("family-step-draft-text"), State: stepNow, When: s.by(s.draft().Reply.Due)}}
		if plan, ok := s.c.OutcomeBy(casework.FinalPlan); ok {
			steps = append(steps, look.Step{Title: s.p("family-step-plan"), When: s.by(plan.Due)})
		}
		return steps
	}
	return nil
}

// challenged are the dates within which the family can challenge what stands: a refusal, or what the assessment came to.
func (s story) challenged() (mediation *statute.Dates, appeal statute.Dates, can bool) {
	switch ended := s.outcome(); {
	case ended != nil:
		return &ended.Mediation, ended.Appeal, true
	case !s.refused():
		return nil, statute.Dates{}, false
	case s.c.Certificate != nil:
		return nil, s.appeal(), true
	}
	return s.c.NoticeGiven.Mediation, s.appeal(), true
}
