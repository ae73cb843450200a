package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// overUndecided reports whether a request has ended without a decision: withdrawn, or closed since.
func overUndecided(c casework.Case) bool {
	return c.Decided == nil && (c.Stage == casework.StageWithdrawn || c.Stage == casework.StageEnded || c.Closed())
}

// schoolTold reports whether the child's school may know the decision: the family has been told, and the decision was
// the school’s to be told. One that the child came to afterwards has it from the family, or by an officer’s choice.
func (p *Portal) schoolTold(v *Visit, c casework.Case) bool {
	return p.told(v, c) && !c.DecidedBeforeThisSchool()
}

// outcomeNow is what holds: a refusal that was undone, once the family has been told of that, is an assessment.
func outcomeNow(c casework.Case) casework.Outcome {
	if c.Undone != nil && !c.Undone.Told.IsZero() {
		return casework.Assess
	}
	return c.Decided.Outcome
}

// decisionLetter is the address of the newest letter that tells the school the decision, or nothing.
func (p *Portal) decisionLetter(v *Visit, c casework.Case) string {
	for _, l := range slices.Backward(c.Letters) {
		if l.Key.Kind.TellsDecision() && p.schoolMayOpen(v, c, l) {
			return requestPath(c) + "/letters/" + letterID(l.Key)
		}
	}
	return ""
}

// nextFor says in a sentence what is next and when. What was decided is not said before the family has been told.
func (p *Portal) nextFor(v *Visit, c casework.Case) string {
	due := c.Opened.Decide.Due.Long()
	switch {
	case c.DecidedBeforeThisSchool():
		return p.say("next-told-before")
	case c.Stage == casework.StageOverturned:
		return p.say("next-overturned")
	case p.told(v, c):
		return p.say("next-told")
	case c.Decided != nil:
		if told, known := c.FamilyToldOn(); known {
			return p.say("next-deciding-day", "day", told.Long())
		}
		return p.say("next-deciding")
	case c.Stage == casework.StageWithdrawn:
		return p.say("next-withdrawn")
	case overUndecided(c):
		return p.say("next-ended")
	case c.Opened.Decide.Due.Before(p.desk.Today(c)):
		return p.say("next-late", "due", due)
	case c.Stage == casework.StageRecommended:
		return p.say("next-recommended", "due", due)
	case c.Listed != nil:
		return p.say("next-listed", "day", c.Listed.On.Long(), "due", due)
	case c.Stage == casework.StageConsidering:
		return p.say("next-considering", "due", due)
	}
	return p.say("next-received", "due", due)
}

// schoolSteps tells what has happened and what comes, in the order of the law.
func (p *Portal) schoolSteps(v *Visit, c casework.Case) look.Steps {
	decided, advised, listed := c.Decided != nil, c.Recommended != nil, c.Listed != nil
	state := func(past, now bool) string {
		switch {
		case past:
			return "past"
		case now:
			return "now"
		}
		return ""
	}
	told := p.schoolTold(v, c)
	items := []look.Step{
		{Title: p.say("step-received"), When: c.Opened.Received.Long(), Text: p.say("step-received-text"), State: state(decided || advised || listed, true)},
		{Title: p.say("step-panel"), Text: p.say("step-panel-text"), State: state(decided || advised, listed)},
		{Title: p.say("step-decision"), When: p.say("step-by", "day", c.Opened.Decide.Due.Long()), Text: p.say("step-decision-text"),
			State: state(told, decided || advised)},
		{Title: p.say("step-after"), Text: p.say("step-after-text"), State: state(false, told)},
	}
	if listed {
		items[1].When = c.Listed.On.Long()
	}
	if c.NoticeGiven != nil {
		items[2].When = c.NoticeGiven.On.Long()
	}
	return look.Steps{Items: items}
}
