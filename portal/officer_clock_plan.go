package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/statute"
)

// planRail is the clock that runs on after a decision to assess: what was or will be sent to the family by then, and what
// the draft brought. There is none before the family has been told of the assessment.
func (p *Portal) planRail(v *Visit) *look.Rail {
	c := v.Case
	limit, ended, under := planLimit(c)
	if limit.Rule == "" {
		return nil
	}
	clock := rail.Clock{Say: p.say, Name: p.say("rail-plan-full"), Start: limit.Start, Due: limit.Due, Today: v.Today, Excepted: under}
	if c.Undone != nil {
		clock.StartText = p.say("rail-undone")
	}
	if c.Assessment != nil && c.Assessment.Draft != nil {
		clock.Name = p.say("rail-final-plan-full")
	}
	if !c.Assessing() {
		clock.Name = p.say("rail-final-plan-full")
		clock.Finish = ended.On
		if ended.How == casework.NoPlan {
			clock.Name, clock.FinishText = p.say("rail-no-plan-full"), p.say("rail-told")
		}
	}
	clock.Marks = p.planMarks(c, limit)
	for _, e := range c.Exceptions {
		if e.Rule == limit.Rule {
			clock.Spans = append(clock.Spans, rail.Span{From: e.From, To: p.lastDay(e, v.Today), Text: p.say("rail-exception", "limb", e.Limb)})
		}
	}
	drawn := look.NewRail(clock, proofOf(limit)...)
	return &drawn
}

// planLimit is the limit that the rail after a decision to assess shows: that of the outcome or, while none is recorded,
// that of the plan. The last result reports whether it passed under an exception.
func planLimit(c casework.Case) (statute.Dates, casework.AssessmentEnded, bool) {
	switch {
	case c.Assessment != nil && c.Assessment.Ended != nil:
		ended := *c.Assessment.Ended
		limit, _ := c.OutcomeLimit(ended.How)
		return limit, ended, ended.Under != ""
	case c.Assessing():
		limit, _ := c.OutcomeLimit(casework.FinalPlan)
		at := c.At(casework.FinalPlan)
		return limit, casework.AssessmentEnded{}, at.Passed && at.Breached.IsZero()
	}
	return statute.Dates{}, casework.AssessmentEnded{}, false
}

// planMarks are the days on the way to the plan.
func (p *Portal) planMarks(c casework.Case, limit statute.Dates) []rail.Mark {
	var marks []rail.Mark
	switch {
	case c.Undone != nil && !c.Undone.Told.IsZero():
		marks = append(marks, rail.Mark{Day: c.Undone.Told, Kind: rail.Event, Text: p.say("rail-family-told")})
	case c.Undone == nil:
		marks = append(marks, rail.Mark{Day: c.NoticeGiven.On, Kind: rail.Event, Text: p.say("rail-family-told")})
	}
	if c.Assessment != nil && c.Assessment.Draft != nil {
		draft := c.Assessment.Draft
		marks = append(marks, rail.Mark{Day: draft.On, Kind: rail.Event, Text: p.say("rail-draft")},
			rail.Mark{Day: draft.Reply.Due, Kind: rail.Limit, Text: p.say("rail-draft-reply")})
	}
	if noPlan, may := c.OutcomeBy(casework.NoPlan); may {
		marks = append(marks, rail.Mark{Day: noPlan.Due, Kind: rail.Limit, Text: p.say("rail-no-plan")})
	}
	if c.Assessing() {
		marks = append(marks, rail.Mark{Day: limit.LastToSend(), Kind: rail.Limit, Text: p.say("rail-send-by")})
	}
	return marks
}

// planWords heads the clock of the plan: when it is due, was due, or what reached the family.
func (p *Portal) planWords(v *Visit) string {
	limit, ended, _ := planLimit(v.Case)
	switch {
	case ended.How != "":
		return p.say("case-"+string(ended.How)+"-told", "day", ended.On.Long())
	case limit.Due.Before(v.Today):
		return p.say("case-plan-was-due", "day", limit.Due.Long())
	case v.Case.Assessment != nil && v.Case.Assessment.Draft != nil:
		return p.say("case-plan-due", "day", limit.Due.Long())
	}
	return p.say("case-plan-if", "day", limit.Due.Long())
}

// clocksOfAssessment are the limits after a decision to assess, each with how far it has come: the outcome that is owed or
// was sent, the family’s days on the draft, and the family’s own limits once it has the outcome.
func (p *Portal) clocksOfAssessment(v *Visit) []otherClock {
	c := v.Case
	var list []otherClock
	if c.Assessment != nil && c.Assessment.Draft != nil {
		list = append(list, p.draftClock(v, *c.Assessment.Draft))
	}
	if c.Assessment != nil && c.Assessment.Ended != nil {
		return append(list, p.clocksOfOutcome(*c.Assessment.Ended, c)...)
	}
	for _, how := range []casework.AssessmentOutcome{casework.NoPlan, casework.FinalPlan} {
		if limit, owed := c.OutcomeBy(how); owed {
			clock := p.otherClock(p.limitKey(c, how), limit, limit.Due)
			clock.Tag = p.limitTag(v, limit, c.At(how))
			clock.Text += " " + p.say("limit-last-to-send", "day", limit.LastToSend().Long())
			if c.Undone != nil {
				stage, _ := c.Undone.Due(map[casework.AssessmentOutcome]statute.Stage{casework.NoPlan: statute.NoPlanStage, casework.FinalPlan: statute.FinalStage}[how])
				clock.Text += p.readingsOf(stage)
			}
			list = append(list, clock)
		}
	}
	return list
}

// limitKey names the words for the limit of an outcome: by its weeks, or without them where an undone refusal set another.
func (p *Portal) limitKey(c casework.Case, how casework.AssessmentOutcome) string {
	switch {
	case c.Undone != nil && how == casework.NoPlan:
		return "limit-undone-no-plan"
	case c.Undone != nil:
		return "limit-final"
	case how == casework.NoPlan:
		return "limit-no-plan"
	case c.Assessment != nil && c.Assessment.Draft != nil:
		return "limit-plan-drafted"
	}
	return "limit-plan"
}

// draftClock is the family’s time on the draft plan (reg 13(1)(a)).
func (p *Portal) draftClock(v *Visit, draft casework.DraftServed) otherClock {
	clock := otherClock{Title: p.say("limit-reply"), Proof: p.proofBox(draft.Reply),
		Text: p.say("limit-reply-lead", "sent", draft.On.Long(), "day", draft.Reply.Due.Long(), "next", draft.Reply.EarliestNext.Long())}
	clock.Tag = &look.Tag{Text: p.say("limit-over"), Tone: look.Quiet}
	if left := draft.Reply.Due.Sub(v.Today); left >= 0 {
		clock.Tag = &look.Tag{Text: p.count("day-left", left), Tone: look.Info}
	}
	return clock
}

// limitTag says how the limit of an outcome that is still owed stands. That the weeks for “no plan” have passed is not called
// late: only the council knows whether there will be a plan.
func (p *Portal) limitTag(v *Visit, limit statute.Dates, at casework.LimitAt) *look.Tag {
	if at.Breached.IsZero() && !at.Passed && v.Today.After(limit.Due) {
		return &look.Tag{Text: p.say("limit-over"), Tone: look.Soon}
	}
	tag := p.timeLeft(limit.Due, limit.LastToSend(), v.Today, at.Passed && at.Breached.IsZero())
	return &tag
}

// clocksOfOutcome say what the family was sent, in time or late, and the limits of its own that run from then (reg 33;
// tribunal rule 20(1)(c)).
func (p *Portal) clocksOfOutcome(ended casework.AssessmentEnded, c casework.Case) []otherClock {
	limit, _ := c.OutcomeLimit(ended.How)
	sent := otherClock{Title: p.say(p.limitKey(c, ended.How)), Proof: p.proofBox(limit),
		Text: p.say("limit-"+string(ended.How)+"-sent", "sent", ended.On.Long(), "day", ended.Due.Long())}
	sent.Tag = &look.Tag{Text: p.say("limit-met"), Tone: look.Done}
	switch {
	case ended.Late():
		sent.Tag = &look.Tag{Text: p.count("day-late", ended.On.Sub(ended.Due)), Tone: look.Late}
	case ended.Under != "":
		sent.Tag = &look.Tag{Text: p.say("limit-met-excepted"), Tone: look.Soon}
	}
	if !ended.Early.IsZero() {
		sent.Text += " " + p.say("limit-early", "day", ended.Early.Long())
	}
	appeal := p.otherClock("limit-appeal", ended.Appeal, ended.Appeal.Effective)
	appeal.Text += " " + p.say("limit-appeal-certified", "day", ended.LastAppeal.Effective.Long())
	return []otherClock{sent, p.otherClock("limit-mediation", ended.Mediation, ended.Mediation.Due), appeal}
}

// planNextThings are what an assessment that is under way asks for: the draft, and the outcome.
func (p *Portal) planNextThings(v *Visit) []nextThing {
	if !v.Case.Assessing() || !p.mayDo(v, casework.ActEndAssessment) {
		return nil
	}
	limit, _ := v.Case.OutcomeLimit(casework.FinalPlan)
	due := look.Tag{Text: p.say("next-plan-by", "day", limit.Due.Short()), Tone: look.Soon}
	if v.Case.Assessment != nil && v.Case.Assessment.Draft != nil {
		return []nextThing{{Text: p.say("next-plan"), Href: v.at("record", string(casework.ActEndAssessment)), Note: p.say("next-plan-note"), Tag: due}}
	}
	return []nextThing{{Text: p.say("next-draft"), Href: v.at("record", string(casework.ActServeDraft)), Note: p.say("next-draft-note"), Tag: due},
		{Text: p.say("next-no-plan"), Href: v.at("record", string(casework.ActEndAssessment)), Note: p.say("next-no-plan-note"), Tag: look.Tag{Text: p.say("next-if"), Tone: look.Quiet}}}
}
