package letters

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/council"
)

// delay tells the family that the answer is late: an apology, why, who sees to it, what happens next and how to complain
// (reg 5(1)). An officer released it, and wrote the cause and a realistic date.
func (d *draft) delay() {
	done, ok := d.facts.Owing.Body.(casework.TaskDone)
	if !ok {
		d.gap(Cause, "no officer has released it", "SEND Regs 2014 reg 5(1)", "Finish the task of the missed limit first.")
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
	d.cause(done.How)
	d.heading(2, "ack.next.heading")
	d.say("delay.next", "delay.rights", "delay.views")
	d.talk()
	d.complaint()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// cause is the officer’s own sentences. Whoever is kept apart from another in the family does not read them, because
// they may tell of the other.
func (d *draft) cause(how string) {
	if d.protected() || slices.Contains(d.facts.Case.Dispute, d.to.ID) {
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
