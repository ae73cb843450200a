package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// otherClocks are the limits that follow the decision: of an assessment, or of a challenge to a refusal. None follows where
// the request ended before it was decided.
func (p *Portal) otherClocks(v *Visit, events []casework.Event) []otherClock {
	switch c := v.Case; {
	case c.Undone != nil:
		return append(p.clocksOfUndone(c), p.clocksOfAssessment(v)...)
	case c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil:
		return append(p.clocksOfRefusal(c), p.clocksOfChallenge(c, events)...)
	case c.NoticeGiven != nil:
		return p.clocksOfAssessment(v)
	case c.Waits():
		return []otherClock{p.otherClock("limit-no-plan", c.Opened.NoPlan, c.Opened.NoPlan.Due), p.otherClock("limit-plan", c.Opened.Plan, c.Opened.Plan.Due)}
	}
	return nil
}

// otherClock is one limit with its proof. The day is the one that is worked to.
func (p *Portal) otherClock(key string, d statute.Dates, day statute.Day) otherClock {
	return otherClock{Title: p.say(key), Text: p.say(key+"-lead", "day", day.Long()), Proof: p.proofBox(d)}
}

// proofBox is the proof of a limit, a paragraph each, behind “Why this date?”.
func (p *Portal) proofBox(d statute.Dates) look.Details {
	proof := slices.DeleteFunc(proofOf(d), func(line string) bool { return line == "" })
	return look.Details{Summary: p.say("why-this-date"), Text: proof}
}

// clocksOfRefusal are the family’s own limits after a refusal.
func (p *Portal) clocksOfRefusal(c casework.Case) []otherClock {
	appeal := *c.NoticeGiven.Appeal
	if c.Certificate != nil {
		appeal = c.Certificate.Appeal
	}
	return []otherClock{p.otherClock("limit-mediation", *c.NoticeGiven.Mediation, c.NoticeGiven.Mediation.Due), p.otherClock("limit-appeal", appeal, appeal.Effective)}
}

// clocksOfChallenge are the council’s limits while a mediation or an appeal is open, and those of what it agreed to.
func (p *Portal) clocksOfChallenge(c casework.Case, events []casework.Event) []otherClock {
	if c.Challenge == nil {
		return nil
	}
	var list []otherClock
	for _, e := range events {
		switch b := e.Body.(type) {
		case casework.MediationRecorded:
			if b.On == c.Challenge.Mediation {
				list = append(list, p.otherClock("limit-held", b.Held, b.Held.Due))
			}
		case casework.AppealRecorded:
			if b.On == c.Challenge.Appeal && b.Respond != nil {
				list = append(list, p.otherClock("limit-respond", *b.Respond, b.Respond.Due))
			}
		case casework.MediationEnded:
			for _, agreed := range b.Agreed {
				clock := p.otherClock("limit-agreed", agreed.Due, agreed.Due.Due)
				clock.Text += " " + agreed.What
				list = append(list, clock)
			}
		}
	}
	return list
}

// clocksOfUndone are the limits before the outcome that run once a refusal is undone: each stage by the day that is worked
// to, with every reading of the law that is open.
func (p *Portal) clocksOfUndone(c casework.Case) []otherClock {
	titles := map[statute.Stage]string{statute.SayAssessment: "limit-say", statute.DraftStage: "limit-draft"}
	done := map[statute.Stage]bool{statute.SayAssessment: !c.Undone.Told.IsZero(), statute.DraftStage: c.Assessment != nil && (c.Assessment.Draft != nil || c.Assessment.Ended != nil)}
	var list []otherClock
	for _, due := range c.Undone.Clocks {
		key, known := titles[due.Stage]
		if !known {
			continue
		}
		clock := p.otherClock(key, due.WorkTo, due.WorkTo.Due)
		clock.Text += p.readingsOf(due)
		if done[due.Stage] {
			clock.Tag = &look.Tag{Text: p.say("limit-done"), Tone: look.Quiet}
		}
		list = append(list, clock)
	}
	return list
}

// readingsOf are the readings of the law that are open for a limit, where there are several, and what lawyers should know.
func (p *Portal) readingsOf(c statute.Clock) string {
	var text string
	for _, r := range c.Readings {
		if len(c.Readings) > 1 {
			text += " " + p.say("limit-reading", "reading", r.Name, "day", r.Dates.Due.Long())
		}
	}
	if c.ForLawyers != "" {
		text += " " + p.say("limit-for-lawyers", "words", c.ForLawyers)
	}
	return text
}
