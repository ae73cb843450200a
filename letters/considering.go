package letters

// considering tells the family, on a determination that came after the first letter, that an assessment is being
// considered and that they may give views and evidence (s.36(7)).
func (d *draft) considering() {
	d.open("considering.title", "We are considering an assessment")
	d.say("considering.now")
	d.about(Fact{"Our answer by", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "ack.views.heading")
	d.lead("ack.views.considering")
	d.list("ack.views.speaking", "ack.views.writing", "ack.views.evidence")
	d.say("ack.views.child", "reply.enclosed")
	d.heading(2, "ack.next.heading")
	d.add(Steps{Rows: d.untilTheAnswer()})
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
	d.familyForm()
}

// untilTheAnswer is what still comes, from the family’s views to the answer.
func (d *draft) untilTheAnswer() []Step {
	var steps []Step
	if day, ok := d.viewsBy(); ok {
		steps = append(steps, d.step("If you can, by "+date(day), "ack.step.views"))
	}
	return append(steps, d.step("After that", "ack.step.panel"), d.stepBy(d.facts.Case.Opened.Decide.Due, "ack.step.answer"))
}

// schoolConsidering tells the head or the provider of a setting that did not ask (reg 4(2)).
func (d *draft) schoolConsidering() {
	d.open("considering.title", "We are considering an assessment")
	d.say("considering.school")
	d.about(Fact{"Our answer by", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "ack.answer.heading")
	d.say("ack.answer")
	d.heading(2, "considering.school.heading")
	d.say("considering.school.ask", "reply.enclosed", "considering.school.support", "ack.school.privacy")
	d.talk()
	d.say("close.call")
	d.sign()
	d.schoolForm()
}
