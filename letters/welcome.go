package letters

// welcome tells a young person, in place of a second acknowledgement, that the rights and the letters are now theirs, and
// what they can choose (s.83(2), s.19).
func (d *draft) welcome() {
	d.open("welcome.title", "Our letters now come to you")
	d.say("welcome.rights")
	c := d.facts.Case
	if c.Decided == nil {
		d.about(Fact{"Our answer by", long(c.Opened.Decide.Due)})
	} else {
		d.about(Fact{"Decided on", date(c.Decided.On)})
	}
	d.heading(2, "welcome.choose.heading")
	d.lead("welcome.choose")
	d.list("welcome.choose.copies", "welcome.choose.help", "welcome.choose.reach")
	d.say("welcome.choose.free")
	if c.Decided == nil {
		d.welcomeToGiveViews()
	} else {
		d.heading(2, "ack.next.heading")
		d.say("welcome.decided")
	}
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// welcomeToGiveViews says what still comes and how to take part in it.
func (d *draft) welcomeToGiveViews() {
	d.heading(2, "ack.views.heading")
	if d.facts.Case.Determined {
		d.lead("ack.views.considering")
	} else {
		d.lead("ack.views.consulting")
	}
	d.list("ack.views.speaking", "ack.views.writing", "ack.views.evidence")
	d.say("ack.views.child")
	d.heading(2, "ack.next.heading")
	d.add(Steps{Rows: d.untilTheAnswer()})
}
