package letters

import (
	"slices"

	"sendpanel/casework"
)

// withdrawnOne tells whoever made one of several requests that it is withdrawn, and that the other goes on (s.36(1)).
func (d *draft) withdrawnOne() {
	gone, ok := d.facts.Owing.Body.(casework.RequestWithdrawn)
	i := slices.IndexFunc(d.facts.Case.Requests, func(a casework.Asked) bool { return ok && a.Seq == gone.Request })
	if i < 0 {
		d.gap(WhatEnded, "it is not recorded which request was withdrawn", "CFA 2014 s.36(1)", "Record who confirmed it, and which request.")
		return
	}
	asked := d.facts.Case.Requests[i]
	d.words["withdrawn_asker"], d.words["withdrawn_received"] = d.askedIn(asked.By), date(asked.Received)
	d.words["withdrawn_on"] = date(d.facts.Owing.FellOn)
	d.letter.Title = "A request is withdrawn, " + string(d.letter.Ref)
	d.heading(1, "withdrawn.one.title")
	d.say("greeting", "withdrawn.one.what", "withdrawn.one.goes_on")
	d.about()
	if d.voice == toSchool {
		d.talk()
		d.say("close.call")
		d.sign()
		return
	}
	d.heading(2, "withdrawal.need_not.heading")
	d.say("withdrawal.need_not", "withdrawal.again")
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}
