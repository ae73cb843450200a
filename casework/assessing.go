package casework

import (
	"slices"

	"sendpanel/statute"
)

// Once the council has told the family that it will assess, two limits run on. It tells the family within sixteen weeks
// of the request where there will be no plan (s.36(9), reg 10(1)), and sends the final plan within twenty where there will be
// one (reg 13(2)). After an undone refusal they are those of reg 44 or 45. This file watches them until an officer records
// what the assessment came to. Advice, draft and plan themselves are made elsewhere.

// DraftServed: the draft plan went to the family (s.38(2)). From the day it arrived the family has at least fifteen days
// to make representations (reg 13(1)(a)), and with a draft there will be a plan: the sixteen weeks no longer matter.
type DraftServed struct {
	On    statute.Day     `json:"on"` // handed over
	By    statute.Channel `json:"channel"`
	Reply statute.Dates   `json:"reply"` // T09, from the day it is taken to have arrived
}

// AssessmentOutcome is what an assessment came to.
type AssessmentOutcome string

// The outcomes of an assessment.
const (
	NoPlan    AssessmentOutcome = "no_plan" // no plan is needed (s.36(9), reg 10)
	FinalPlan AssessmentOutcome = "plan"    // the final plan was sent (s.39(8), s.40(5), reg 13(2))
)

// AssessmentEnded: the family was sent the outcome of the assessment, and its own limits run (reg 33; tribunal rule
// 20(1)(c)).
type AssessmentEnded struct {
	How    AssessmentOutcome `json:"how"`
	Rule   statute.RuleID    `json:"rule"` // whose limit it met or missed
	On     statute.Day       `json:"on"`
	Due    statute.Day       `json:"due"`
	Notice DocumentID        `json:"notice,omitempty"` // the copy among the case's papers
	Under  string            `json:"under,omitempty"`  // the exception in force when the limit passed, where it was not a breach
	// Early is the first day on which the plan could have been final, where it was sent before: the family's time on the
	// draft had not ended (reg 13(1)(a)).
	Early      statute.Day   `json:"early,omitzero"`
	Mediation  statute.Dates `json:"mediation"`   // T13
	Appeal     statute.Dates `json:"appeal"`      // T18 without a certificate
	LastAppeal statute.Dates `json:"last_appeal"` // T18 with the latest certificate that the mediation rules allow
}

// Kind is KindDraftServed, and so for the body below.
func (DraftServed) Kind() Kind     { return KindDraftServed }
func (AssessmentEnded) Kind() Kind { return KindAssessmentEnded }

// Late reports whether the family was told after the limit, with no exception in force when it passed.
func (a AssessmentEnded) Late() bool { return a.On.After(a.Due) && a.Under == "" }

// Assessment is how far the time after a decision to assess has come.
type Assessment struct {
	Draft  *DraftServed     `json:"draft,omitempty"`
	Limits []LimitAt        `json:"limits,omitempty"`
	Ended  *AssessmentEnded `json:"ended,omitempty"`
}

// LimitAt is how far the limit of one outcome has come.
type LimitAt struct {
	For          AssessmentOutcome `json:"for"`
	Warned       []int             `json:"warned,omitempty"` // the warning points that have been recorded
	SendByPassed bool              `json:"send_by_passed,omitempty"`
	Passed       bool              `json:"passed,omitempty"` // under an exception
	Breached     statute.Day       `json:"breached,omitzero"`
}

// Assessing reports whether the council still owes the family the outcome of an assessment.
func (c Case) Assessing() bool {
	if c.ended() || c.assessment().Ended != nil {
		return false
	}
	return c.Undone != nil || c.NoticeGiven != nil && c.Decided != nil && c.Decided.Outcome == Assess
}

// assessment is how far the time after a decision to assess has come, the zero one before.
func (c Case) assessment() Assessment {
	if c.Assessment == nil {
		return Assessment{}
	}
	return *c.Assessment
}

// OutcomeBy are the dates of an outcome that the council still owes the family, if it is one. There is no telling the family
// that there will be no plan once it has the draft of one.
func (c Case) OutcomeBy(how AssessmentOutcome) (statute.Dates, bool) {
	if !c.Assessing() || how == NoPlan && c.assessment().Draft != nil {
		return statute.Dates{}, false
	}
	return c.OutcomeLimit(how)
}

// OutcomeLimit are the dates of an outcome, owed still or not: those of the request or, after an undone refusal, those that the way of it started.
func (c Case) OutcomeLimit(how AssessmentOutcome) (statute.Dates, bool) {
	switch {
	case c.Undone != nil && how == NoPlan:
		clock, found := c.Undone.Due(statute.NoPlanStage)
		return clock.WorkTo, found
	case c.Undone != nil:
		clock, found := c.Undone.Due(statute.FinalStage)
		return clock.WorkTo, found
	case how == NoPlan:
		return c.Opened.NoPlan, true
	}
	return c.Opened.Plan, true
}

// At is how far the limit of an outcome has come.
func (c Case) At(how AssessmentOutcome) LimitAt {
	for _, l := range c.assessment().Limits {
		if l.For == how {
			return l
		}
	}
	return LimitAt{For: how}
}

// PlanClock is the state of the clock on the plan in a few words, for lists; empty while no assessment is under way.
func (c Case) PlanClock() string {
	at := c.At(FinalPlan)
	switch {
	case !c.Assessing():
		return ""
	case !at.Breached.IsZero():
		return "late"
	case at.Passed:
		return "passed under an exception"
	case at.SendByPassed:
		return "send-by passed"
	case len(at.Warned) > 0:
		return "warned"
	}
	return "running"
}

// takeAssessment takes what happens after a decision to assess.
func (c *Case) takeAssessment(e Event) {
	switch b := e.Body.(type) {
	case DraftServed:
		c.setAssessment(func(a *Assessment) { a.Draft = &b })
	case AssessmentEnded:
		c.setAssessment(func(a *Assessment) { a.Ended = &b })
	case Warned:
		c.setLimit(b.For, func(l *LimitAt) {
			for _, p := range b.Points {
				l.Warned = append(l.Warned, p.Days)
			}
		})
	case SendByPassed:
		c.setLimit(b.For, func(l *LimitAt) { l.SendByPassed = true })
	case LimitPassed:
		c.setLimit(b.For, func(l *LimitAt) { l.Passed = true })
	case Breached:
		c.setLimit(b.For, func(l *LimitAt) { l.Breached = e.FellOn })
	}
}

func (c *Case) setAssessment(change func(*Assessment)) {
	a := c.assessment()
	change(&a)
	c.Assessment = &a
}

func (c *Case) setLimit(how AssessmentOutcome, change func(*LimitAt)) {
	if how == "" {
		return // it is about the decision
	}
	c.setAssessment(func(a *Assessment) {
		a.Limits = slices.Clone(a.Limits)
		i := slices.IndexFunc(a.Limits, func(l LimitAt) bool { return l.For == how })
		if i < 0 {
			i, a.Limits = len(a.Limits), append(a.Limits, LimitAt{For: how})
		}
		a.Limits[i].Warned = slices.Clip(a.Limits[i].Warned)
		change(&a.Limits[i])
	})
}
