package letters

import (
	"fmt"
	"slices"

	"sendpanel/casework"
	"sendpanel/council"
)

// delay tells the family that the answer is late: an apology, why, who sees to it, what happens next and how to complain
// (reg 5(1)). An officer released it, and wrote the cause and a realistic date.
func (d *draft) delay() {
	told, ok := d.told()
	if !ok {
		return
	}
	due := long(d.facts.Case.Opened.Decide.Due)
	d.open("delay.title", "Our answer is late")
	if d.facts.Case.LimitPassed { // under an exception, which has ended (reg 5(4))
		d.say("delay.sorry.exception")
		d.about(Fact{"Our 6 weeks ended on", due})
	} else {
		d.say("delay.sorry")
		d.about(Fact{"Our answer was due by", due})
	}
	d.heading(2, "delay.why.heading")
	d.cause(told.Why)
	d.say("delay.expect")
	d.heading(2, "ack.next.heading")
	d.say("delay.next", "delay.rights", "delay.views")
	d.talk()
	d.complaint()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// told is the news that an officer released, and the day it gives.
func (d *draft) told() (casework.DelayTold, bool) {
	told, ok := d.facts.Owing.Body.(casework.DelayTold)
	if !ok {
		d.gap(Cause, "no officer has released it", "SEND Regs 2014 reg 5(1)", "Release it with the reason and a day that can be kept.")
		return told, false
	}
	d.words["expect_by"], d.words["expected"], d.words["told_on"] = long(told.ExpectBy), long(told.Expected), long(told.Before)
	weeks := d.facts.On.Sub(d.facts.Case.Opened.Received) / 7
	d.words["weeks_waited"] = fmt.Sprintf("%d weeks", weeks)
	return told, true
}

// delayUpdate tells a family that waits how things stand: what was said before, what has changed, and by when to expect
// the answer now.
func (d *draft) delayUpdate() {
	told, ok := d.told()
	if !ok {
		return
	}
	if !d.heardBefore() {
		d.delay()
		return
	}
	d.open("delay.update.title", "Where your request stands")
	d.say("delay.update.sorry")
	d.about(Fact{"Our answer was due by", long(d.facts.Case.Opened.Decide.Due)}, Fact{"We now expect to send it by", long(told.ExpectBy)})
	d.heading(2, "delay.update.heading")
	d.cause(told.Why)
	switch {
	case told.Expected == told.ExpectBy:
		d.say("delay.update.same")
	default:
		d.say("delay.update.changed")
	}
	d.heading(2, "ack.next.heading")
	d.say("delay.next", "delay.rights", "delay.views")
	d.talk()
	d.complaint()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// heardBefore reports whether the reader has been sent news of the delay. Whoever joined the family since reads the whole
// of it, with the apology.
func (d *draft) heardBefore() bool {
	return slices.ContainsFunc(d.facts.Case.Letters, func(l casework.Letter) bool {
		return l.Key.To == d.to.ID && l.State == casework.LetterPosted && (l.Key.Kind == casework.DelayLetter || l.Key.Kind == casework.DelayUpdateLetter)
	})
}

// cause is the officer’s own sentences. Whoever is kept apart from another in the family does not read them, because
// they may tell of the other.
func (d *draft) cause(how string) {
	if d.apart() {
		d.say("delay.why.untold")
		return
	}
	d.lead("delay.why")
	d.quote(Mark{Source: "SEND Regs 2014 reg 5(1)", Holds: []Element{Cause}}, how)
}

// complaint names the council’s complaints desk, and the Ombudsman after it.
func (d *draft) complaint() {
	d.heading(2, "delay.complaint.heading")
	d.lead("delay.complaint")
	d.contact(council.ComplaintsDesk, Complaint)
	d.lead("delay.ombudsman")
	d.contact(council.Ombudsman, OmbudsmanWay)
}
