package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// The states of a step.
const (
	stepPast = "past"
	stepNow  = "now"
)

// steps are the way of the request as the person addressed lives it.
func (s story) steps() look.Steps {
	ending := s.c.Ending()
	if ending == casework.EndedDeath {
		return look.Steps{}
	}
	items := []look.Step{s.arrived()}
	if views, tell := s.viewsStep(); tell {
		items = append(items, views)
	}
	switch ending {
	case casework.EndedWithdrawn:
		return look.Steps{Items: append(items, look.Step{Title: s.p("family-withdrawn"), State: stepPast})}
	case casework.EndedMoved:
		return look.Steps{Items: append(items, look.Step{Title: s.p("family-moved"), State: stepPast, When: s.v.long(s.c.Moved.On)})}
	}
	items = append(items, s.panelSteps()...)
	items = append(items, s.decisionStep())
	return look.Steps{Items: append(items, s.afterwards()...)}
}

func (s story) arrived() look.Step {
	step := look.Step{Title: s.p("family-step-request"), State: stepPast, When: s.v.long(s.c.Opened.Received)}
	asker := s.c.Opened.RequestedBy
	switch {
	case s.v.Guarded() || s.page.Self && asker.Type == "young_person":
	case asker.Type == "school" || asker.Type == "early_years" || asker.Type == "post16":
		if school, known := s.v.Council.School(s.c.Opened.Setting); known {
			step.Text = s.p("family-step-request-from", "name", school.Name)
		}
	case asker.Type == "parent" && asker.Name != "" && strings.HasSuffix(s.page.Me.Name, asker.Name):
		step.Text = s.p("family-step-request-you")
	}
	return step
}

// viewsStep says whether this person’s views have come. Where two households are written to, the record does not say
// whose came, so neither is told.
func (s story) viewsStep() (look.Step, bool) {
	if !s.v.alone() {
		if !s.page.Before {
			return look.Step{}, false
		}
		return look.Step{Title: s.p("family-step-tell"), Text: s.p("family-step-tell-text"), State: stepNow,
			Link: &look.Link{Text: s.p("family-step-tell-link"), Href: s.page.Path + "/views"}}, true
	}
	if s.heard() {
		return look.Step{Title: s.p("family-step-told"), State: stepPast}, true
	}
	if !s.page.Before {
		return look.Step{}, false
	}
	return look.Step{Title: s.p("family-step-tell"), Text: s.p("family-step-tell-text"), State: stepNow}, true
}

// panelSteps tell of the panel: that it meets, that it put the case off, that it has advised.
func (s story) panelSteps() []look.Step {
	if s.c.Listed == nil && s.c.Recommended == nil {
		if s.c.Decided != nil {
			return nil
		}
		return []look.Step{{Title: s.p("family-step-look"), Text: s.p("family-step-look-text"), State: stepNow}}
	}
	var items []look.Step
	if s.c.Deferrals > 0 {
		items = append(items, look.Step{Title: s.p("family-step-deferred"), Text: s.p("family-step-deferred-text", "day", s.v.long(s.c.Opened.Decide.Due)), State: stepPast})
	}
	panel := look.Step{Title: s.p("family-step-panel"), Text: s.p("family-step-panel-text")}
	if s.c.Listed != nil {
		panel.When = s.v.long(s.c.Listed.On)
	}
	if s.c.Recommended != nil || s.c.Decided != nil {
		panel.State, panel.Title, panel.Text = stepPast, s.p("family-step-advised"), ""
	} else if s.c.Deferrals == 0 || s.c.Listed.On.After(s.v.Today) {
		panel.State = stepNow
	}
	return append(items, panel)
}

// decisionStep is the decision and how it comes. What it is, is told when the letters have gone.
func (s story) decisionStep() look.Step {
	due := s.c.Opened.Decide.Due
	switch told := s.c.NoticeGiven; {
	case told != nil:
		key := "family-step-decided-yes"
		if told.Appeal != nil {
			key = "family-step-decided-no"
		}
		return look.Step{Title: s.p(key), State: stepPast, When: s.v.long(told.On), Text: s.lateBy(told.On, due)}
	case s.c.Decided != nil:
		return look.Step{Title: s.p("family-step-letter"), Text: s.how(), State: stepNow, When: s.by(due)}
	case s.c.Recommended != nil:
		return look.Step{Title: s.p("family-step-decide"), Text: s.p("family-step-decide-text"), State: stepNow, When: s.by(due)}
	}
	return look.Step{Title: s.p("family-step-decide"), Text: s.p("family-step-decide-text"), When: s.by(due)}
}

// by is the last day for something, or, where it has passed, that it has.
func (s story) by(due statute.Day) string {
	if s.v.Today.After(due) {
		return s.p("family-was-due", "day", s.v.long(due))
	}
	return s.p("family-by", "day", s.v.long(due))
}

func (s story) lateBy(on, due statute.Day) string {
	if !on.After(due) {
		return ""
	}
	return s.p("family-step-was-late", "day", s.v.long(due))
}

// afterwards is what follows a decision: the assessment, or the ways to challenge a refusal.
func (s story) afterwards() []look.Step {
	if steps := s.outcomeSteps(); steps != nil {
		return steps
	}
	switch {
	case s.c.Undone != nil:
		return []look.Step{{Title: s.p("family-step-undone"), State: stepPast, When: s.v.long(s.c.Undone.On)}, {Title: s.p("family-step-advice"), Text: s.p("family-step-advice-text"), State: stepNow}}
	case s.assessing():
		return []look.Step{
			{Title: s.p("family-step-advice"), Text: s.p("family-step-advice-text"), State: stepNow},
			{Title: s.p("family-step-noplan"), When: s.by(s.c.Opened.NoPlan.Due)},
			{Title: s.p("family-step-plan"), Text: s.p("family-step-plan-text"), When: s.by(s.c.Opened.Plan.Due)},
		}
	case s.appealOver() && (s.c.Challenge == nil || s.c.Challenge.Appeal.IsZero()):
		return []look.Step{{Title: s.p("family-step-rights-over"), Text: s.p("family-step-rights-over-text"), State: stepPast,
			Link: &look.Link{Text: s.p("family-do-rights-button"), Href: s.page.Path + "/rights"}}}
	case s.refused():
		return []look.Step{{Title: s.p("family-step-rights"), Text: s.p("family-step-rights-text"), State: stepNow,
			Link: &look.Link{Text: s.p("family-do-rights-button"), Href: s.page.Path + "/rights"}}}
	case s.c.NoticeGiven == nil:
		return []look.Step{{Title: s.p("family-step-then"), Text: s.p("family-step-then-text")}}
	}
	return nil
}
