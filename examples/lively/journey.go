package lively

import (
	"fmt"

	"sendpanel/casework"
	"sendpanel/statute"
)

// diary collects the steps of one case.
type diary struct {
	stage *Stage
	c     *Case
	t     statute.Day // of receipt
	steps []step
	err   error
}

// day is the working day on or after so many days from receipt.
func (d *diary) day(after int) statute.Day {
	on, err := statute.WorkingDayOnOrAfter(d.t.AddDays(after))
	if err != nil && d.err == nil {
		d.err = err
	}
	return on
}

func (d *diary) on(day statute.Day, as casework.PersonID, act casework.Act) {
	d.steps = append(d.steps, step{on: day, take: func(s *Stage, c *Case) error { return s.do(c, as, act) }})
}

func (d *diary) sitting(day statute.Day, act casework.Act) {
	d.steps = append(d.steps, step{on: day, sitting: true, take: func(s *Stage, c *Case) error { return s.do(c, "helen.forsyth", act) }})
}

func (d *diary) officer() casework.PersonID {
	if d.c.who.officer == "" {
		return d.stage.council.DefaultOfficer
	}
	return casework.PersonID(d.c.who.officer)
}

// decider takes turns.
func (d *diary) decider() casework.PersonID {
	if d.c.who.days%2 == 0 {
		return "priya.raman"
	}
	return "tom.whitfield"
}

// journey is what happens to a case after it was received, as far as days have gone by.
func (s *Stage) journey(c *Case, received statute.Day) ([]step, error) {
	d := &diary{stage: s, c: c, t: received}
	d.steps = []step{{on: received, take: func(s *Stage, c *Case) error { return s.receive(c) }}}
	if c.who.officer != "" {
		d.on(d.day(1), "margaret.ellis", casework.Reassign{Officer: d.officer(), Why: "So that each officer carries as many."})
	}
	d.ask()
	switch c.who.course {
	case quiet:
	case movedAway:
		d.hear(5)
		d.on(d.day(12), d.officer(), casework.TransferOut{On: d.day(12), To: "Esk Hollow Council", Papers: true})
	case withdrawn:
		d.hear(5)
		d.on(d.day(12), d.officer(), casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family", Why: "The new programme at school helps, and the family would rather see first how it goes on. They were told that they need not withdraw."})
	case urgent:
		d.on(d.day(1), d.officer(), casework.MarkUrgent{Reason: casework.RiskOfExclusion, Facts: "Three suspensions this term. The head teacher has written that the next may be permanent."})
		d.hear(4)
		d.panel(s.meetingFrom(d.t.AddDays(9)), d.day(6))
	case away:
		d.hear(4)
		d.awayFromHome()
	case tight:
		d.hear(12)
		d.panel(s.meetingFrom(s.end.AddDays(1)), d.day(14))
	case early:
		d.hear(4)
		d.on(d.day(8), d.officer(), casework.List{Panel: earlyPanel, On: s.earlyMeeting()})
	case noPlan, drafted, planned, planLate: // a manager agreed it without a panel
		d.hear(6)
		d.agreement(d.day(20), "")
		d.assessment(c.who.course)
	default:
		d.hear(6)
		d.panel(s.meetingFrom(d.t.AddDays(15)), d.day(9))
	}
	d.letters()
	return d.steps, d.err
}

// ask asks everybody for their views on the first day.
func (d *diary) ask() {
	on, how := d.day(1), "letter"
	if d.c.who.call || d.c.who.course == protected {
		how = "call"
	}
	for _, whom := range []string{"family", "health", "social_care"} {
		d.on(on, d.officer(), casework.Consult{Whom: whom, How: how, Asked: on})
		how = "email"
	}
}

// hear records what people said, so many days after receipt.
func (d *diary) hear(after int) {
	asked, says := d.day(1), d.c.says
	d.on(d.day(after), d.officer(), casework.Consult{Whom: "family", How: "meeting", Asked: asked, Received: true, Views: says.Family})
	d.on(d.day(after+1), d.officer(), casework.Consult{Whom: "child", How: "meeting", Asked: asked, Received: true, Views: says.Child})
	d.on(d.day(after+2), d.officer(), casework.Consult{Whom: "school", How: "call", Asked: asked, Received: true, Views: says.School})
	d.steps = append(d.steps, step{on: d.day(after + 2), take: func(s *Stage, c *Case) error {
		see := casework.TheFamily
		if c.who.course == protected {
			see = "family-1"
		}
		release := casework.ReleaseEvidence{See: []casework.Party{see}, Why: "So that they can read what the panel reads."}
		for _, e := range c.Case.Opened.Evidence {
			release.Evidence = append(release.Evidence, e.ID)
		}
		return s.do(c, d.officer(), release)
	}})
}

// panel brings the case before the panel.
func (d *diary) panel(meets, listed statute.Day) {
	who := d.c.who
	d.on(listed, d.officer(), casework.List{Panel: panel, On: meets})
	if who.course == interested {
		d.on(d.day(10), "lucy.hartley", casework.DeclareInterest{What: "I am the SENCO of the school and know the family."})
	}
	sees := []casework.PersonID{"esther.boateng", "grace.mwangi", "ben.carter"}
	for i, finding := range d.c.says.Views {
		before := meets.AddDays(-5 + i)
		if before.Before(listed) {
			before = meets.AddDays(-1)
		}
		first := casework.Finding{Limb: casework.Limb8a, Answer: casework.Met, ReliedOn: finding.ReliedOn[:1]}
		d.on(before, sees[i%len(sees)], casework.RecordView{Panel: panel, Findings: []casework.Finding{first, finding}})
	}
	d.outcome(meets)
}

// outcome is what the panel says, and what the officer makes of it.
func (d *diary) outcome(meets statute.Day) {
	says, course := d.c.says, d.c.who.course
	yes := casework.Recommend{Panel: panel, Outcome: casework.Assess, Reasons: says.PanelYes}
	no := casework.Recommend{Panel: panel, Outcome: casework.NotAssess, Reasons: says.PanelNo}
	decided := meets.AddDays(2)
	switch course {
	case refuse, appealed:
		d.sitting(meets, no)
		d.refusal(decided)
	case departed:
		d.sitting(meets, no)
		d.agreement(decided, says.Departure)
	case deferred, stuck, lateYes:
		again := d.stage.meetingFrom(meets.AddDays(1))
		d.sitting(meets, casework.Defer{Panel: panel, Until: again, Why: "The school’s record of the last term had not come, and the members want to read it.",
			AskedFor: []casework.Ask{{Of: "the school", For: "The record of what was given last term, and what came of it.", By: meets.AddDays(4)}}})
		d.sitting(again, yes)
		d.late(again, course)
	case unposted:
		last, err := workingDayBefore(d.stage.end)
		d.err = err
		d.sitting(meets, yes)
		d.agreement(last, "")
	default:
		d.sitting(meets, yes)
		d.agreement(decided, "")
	}
}

// assessment is what follows an agreement, as far as the course goes: sixteen weeks are 112 days, twenty 140.
func (d *diary) assessment(course course) {
	draft := func(after int) {
		d.on(d.day(after), d.officer(), casework.ServeDraft{On: d.day(after), By: statute.FirstClass})
	}
	end := func(after int, how casework.AssessmentOutcome) {
		d.on(d.day(after), d.officer(), casework.EndAssessment{How: how, On: d.day(after)})
	}
	switch course {
	case noPlan:
		end(107, casework.NoPlan)
	case drafted:
		draft(110)
	case planned:
		draft(105)
		end(131, casework.FinalPlan)
	case planLate:
		draft(122)
		d.on(d.day(141), "margaret.ellis", casework.FinishTask{Task: "plan-late", How: "Rang the family and wrote to it: the school it asked for has not answered yet. It has the plan within ten days."})
	}
}

// late ends what was put off.
func (d *diary) late(again statute.Day, course course) {
	tell := func(by int) casework.TellDelay {
		return casework.TellDelay{Why: "The panel put the request off once, because papers of the school were missing. The officer who was to decide has been ill since. Priya Raman has taken the request over and reads it now.", ExpectBy: d.stage.end.AddDays(by)}
	}
	switch course {
	case deferred:
		d.agreement(again.AddDays(2), "")
	case lateYes:
		d.on(d.day(43), "margaret.ellis", tell(3))
		d.agreement(d.day(43).AddDays(1), "")
	case stuck:
		if d.c.who.days%2 == 0 { // of the two, one family is still to be told
			d.on(d.day(43), "margaret.ellis", tell(9))
		}
	}
}

func (d *diary) agreement(on statute.Day, departure string) {
	says := d.c.says
	d.decide(on, casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{says.Needs, says.Yes}, Departure: departure,
		NextSteps: []string{"The help that there is now goes on until the assessment is complete."}})
}

func (d *diary) refusal(on statute.Day) {
	says := d.c.says
	d.decide(on, casework.Decision{Outcome: casework.NotAssess, Findings: []casework.Finding{says.Needs, says.No}, NextSteps: says.NextSteps})
	if d.c.who.course != appealed {
		return
	}
	d.on(on.AddDays(19), d.officer(), casework.RecordMediation{On: on.AddDays(19)})
	d.on(on.AddDays(33), d.officer(), casework.RecordCertificate{On: on.AddDays(33)})
	d.on(on.AddDays(47), d.officer(), casework.RecordAppeal{On: on.AddDays(46)})
}

func (d *diary) decide(on statute.Day, decision casework.Decision) {
	d.on(on, d.decider(), casework.Decide{Decision: decision})
	if !d.c.who.call {
		return
	}
	call := casework.RecordCall{Addressee: "family-1", Reached: true, Said: d.c.says.Call}
	if d.c.who.language != "" {
		call.Interpreter = fmt.Sprintf("Northmere Interpreting Service, %s", d.c.who.language)
	}
	d.on(on, d.officer(), call)
}

// awayFromHome claims the exception of a family that is away.
func (d *diary) awayFromHome() {
	from, on := d.t.AddDays(7), d.day(10)
	d.on(on, d.officer(), casework.ClaimException{Claim: statute.Claim{
		Limb: "reg 5(4)(d)", Ground: statute.Absence, From: from, Until: from.AddDays(42),
		Facts:              "The family is abroad with a grandmother who is dying, from " + from.Long() + " for six weeks. The school has agreed to the absence.",
		ImpracticalBecause: "Nobody here can see the child, and what the school knows of this term is a fortnight. The psychologist’s visit cannot take place before they are back.",
		Evidence:           []string{"The mother’s e-mail of " + d.t.AddDays(6).Long(), "The school’s note of leave"}, FamilyToldOn: on,
	}})
}

// letters posts what is printed at the end of each working day, but not the last: somebody has still to do that.
func (d *diary) letters() {
	last, err := workingDayBefore(d.stage.end)
	if err != nil {
		d.err = err
		return
	}
	for day := d.t; !day.After(last); day = day.AddDays(1) {
		working, err := statute.WorkingDayOnOrAfter(day)
		if err != nil {
			d.err = err
			return
		}
		if working == day && (day != last || d.c.who.days%2 == 0 && d.c.who.course != unposted) {
			d.steps = append(d.steps, step{on: day, take: func(s *Stage, c *Case) error { return s.post(c) }})
		}
	}
}
