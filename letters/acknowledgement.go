package letters

import (
	"sendpanel/statute"
)

// viewsWithin is how long the first letter suggests that a family takes for its views. The law gives no number
// (s.36(7)); two weeks leave time to listen before the panel meets.
const viewsWithin = 14 // days

// acknowledgement tells the family that a request has come, when they will have the answer and how to take part
// (s.36(1), s.36(4), s.36(7)).
func (d *draft) acknowledgement() {
	title := "ack.title"
	if d.askedBy() == "asked.told" {
		title = "ack.title.told"
	}
	d.open(title, "We have received a request")
	d.say("ack.thanks")
	d.about(Fact{"Our answer by", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "ack.answer.heading")
	d.say("ack.answer")
	d.heading(2, "ack.next.heading")
	d.add(Steps{Rows: d.acknowledgementSteps()})
	d.heading(2, "ack.views.heading")
	if d.facts.Case.Determined {
		d.lead("ack.views.considering")
	} else {
		d.lead("ack.views.consulting")
	}
	d.list("ack.views.speaking", "ack.views.writing", "ack.views.evidence")
	d.say("ack.views.child", "reply.enclosed")
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
	d.familyForm()
}

func (d *draft) acknowledgementSteps() []Step {
	now := "ack.step.now"
	switch {
	case !d.facts.Case.Determined:
		now = "ack.step.now.undetermined"
	case d.facts.Case.Opened.School == nil:
		now = "ack.step.now.no_school"
	}
	return append([]Step{d.step("Now", now)}, d.untilTheAnswer()...)
}

// viewsBy is the day by which views are asked for, while that leaves a week before the decision must be sent.
func (d *draft) viewsBy() (statute.Day, bool) {
	day := d.facts.On.AddDays(viewsWithin)
	return day, !day.AddDays(7).After(d.facts.Case.Opened.Decide.SendBy)
}

// schoolAcknowledgement answers the setting that asked (s.36(1)).
func (d *draft) schoolAcknowledgement() {
	d.open("ack.title", "We have received your request")
	d.say("ack.thanks")
	d.about(Fact{"Our answer by", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "ack.answer.heading")
	d.say("ack.answer")
	d.heading(2, "ack.next.heading")
	d.add(Steps{Rows: []Step{d.step("Now", "ack.step.now"), d.step("After that", "ack.step.panel"), d.stepBy(d.facts.Case.Opened.Decide.Due, "ack.step.answer")}})
	d.heading(2, "ack.school.support.heading")
	d.say("ack.school.support", "ack.school.privacy")
	d.talk()
	d.say("close.call")
	d.sign()
}
