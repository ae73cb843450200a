package letters

import (
	"sendpanel/casework"
	"sendpanel/statute"
)

// transferIn tells the family of a child who came from another council's area that this council is responsible now, and
// that its six weeks are counted from its own receipt, which the move does not lengthen (s.24).
func (d *draft) transferIn() {
	came, ok := d.facts.Owing.Body.(casework.TransferredIn)
	if !ok {
		d.gap(PlainDecision, "the move is not recorded", "CFA 2014 s.24", "Record from where the child came, and when.")
		return
	}
	d.open("transfer.in.title", "We are responsible now")
	if d.moved(came.From, came.On) {
		d.say("transfer.in.now")
	} else {
		d.say("transfer.in.apart")
	}
	d.say("transfer.in.clock")
	if came.Papers {
		d.say("transfer.in.papers")
	} else {
		d.say("transfer.in.papers_asked")
	}
	d.about(Fact{"Our answer by", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "ack.next.heading")
	d.add(Steps{Rows: d.untilTheAnswer()})
	d.say("transfer.in.other")
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// moved puts in the words for a move. To a household that may not learn where another lives, no council and no day is
// named, and the result is false.
func (d *draft) moved(council string, on statute.Day) bool {
	if d.protected() {
		d.words["other_council"], d.words["other_council_start"] = "another council", "Another council"
		return false
	}
	d.words["other_council"], d.words["other_council_start"], d.words["moved_on"] = council, council, date(on)
	return true
}

// transferOut tells the family that another council is responsible now, what becomes of the request and of the papers, and
// that rights already won are kept (s.24).
func (d *draft) transferOut() {
	gone, ok := d.facts.Owing.Body.(casework.TransferredOut)
	if !ok {
		d.gap(PlainDecision, "the move is not recorded", "CFA 2014 s.24", "Record to where the child went, and when.")
		return
	}
	d.open("transfer.out.title", "Another council is responsible now")
	if d.moved(gone.To, gone.On) {
		d.say("transfer.out.now")
	} else {
		d.say("transfer.out.apart")
	}
	d.say("transfer.out.request", "transfer.out.ask")
	if gone.Papers {
		d.say("transfer.out.papers")
	} else {
		d.say("transfer.out.papers_follow")
	}
	if decided := d.facts.Case.Decided; decided != nil && decided.Outcome == casework.NotAssess {
		d.say("transfer.out.appeal")
	}
	d.about()
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}
