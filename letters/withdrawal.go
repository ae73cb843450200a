package letters

import (
	"slices"

	"sendpanel/casework"
)

// withdrawal tells each in the family that the request was withdrawn and on whose word, that nobody has to, and that they
// may ask again at any time (s.36(1)).
func (d *draft) withdrawal() {
	gone, ok := d.facts.Owing.Body.(casework.Withdrawn)
	if !ok {
		d.gap(WhoseWord, "the withdrawal is not recorded", "CFA 2014 s.36(1)", "Record who confirmed it.")
		return
	}
	d.words["withdrawn_on"] = date(d.facts.Owing.FellOn)
	d.open("withdrawal.title", "The request has been withdrawn")
	d.say(d.onWhoseWord(gone), "withdrawal.what")
	d.about(Fact{"Request withdrawn on", d.words["withdrawn_on"]})
	d.heading(2, "withdrawal.need_not.heading")
	d.say("withdrawal.need_not", "withdrawal.again")
	if d.facts.Case.Opened.School != nil {
		d.heading(2, "withdrawal.help.heading")
		d.say("refusal.next.duty")
	}
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// onWhoseWord names who confirmed a withdrawal, unless that would tell one household of another.
func (d *draft) onWhoseWord(gone casework.Withdrawn) string {
	who, known := d.facts.Case.Addressee(gone.ConfirmedBy)
	switch {
	case gone.ConfirmedBy == d.to.ID:
		return "withdrawal.by.you"
	case slices.Contains(gone.AgreedBy, d.to.ID):
		return "withdrawal.by.agreed"
	case !known || d.protected() || len(d.facts.Case.Dispute) > 0:
		return "withdrawal.by.somebody"
	}
	d.words["confirmer"] = who.Name
	return "withdrawal.by.other"
}
