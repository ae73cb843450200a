package letters

import (
	"slices"

	"sendpanel/casework"
)

// replaces tells the reader of a new version which letter it takes the place of, what has changed and which dates now
// hold. It stands under the greeting. A letter that has never left is replaced in silence.
func (d *draft) replaces() {
	old, ok := casework.Replaced(d.facts.Mended, d.letter.Key)
	if !ok {
		return
	}
	d.words["old_dated"] = date(old.Dated)
	whole := d.letter.Blocks
	d.letter.Blocks = nil
	if old.How == casework.MendAgain {
		d.say("mended.again")
	} else {
		d.say("mended.replaces")
		d.lead("mended.what")
	}
	d.quote(Mark{Source: "SEND Regs 2014 reg 5(3); practice", Holds: []Element{WhatChanged}}, old.Why)
	if d.letter.Key.Kind == casework.NotAssessLetter && d.facts.On.After(old.Posted) {
		d.say("mended.limits")
	} else {
		d.say("mended.dates")
	}
	at := slices.IndexFunc(whole, func(b Block) bool { return b.mark().Wording == "greeting" }) + 1
	d.letter.Blocks = slices.Insert(whole, at, d.letter.Blocks...)
	d.gaps = append(d.gaps, unheld(d.letter.Blocks, mendedNeeds())...)
}

// retraction tells a reader that an earlier letter does not count, why, and what holds instead.
func (d *draft) retraction() {
	gone, ok := d.facts.Owing.Body.(casework.LetterMended)
	if !ok || gone.How != casework.MendWithdrawn || gone.Posted.IsZero() {
		d.gap(WhatReplaced, "it is not recorded which letter is withdrawn", "practice", "Record it with mend_letter.")
		return
	}
	d.words["old_dated"], d.words["old_subject"] = date(gone.Dated), subjectOf(gone.Letter.Kind)
	if d.voice == toAgency {
		d.openAgency("retraction.title", "A letter is withdrawn")
	} else {
		d.open("retraction.title", "A letter is withdrawn")
	}
	d.say("retraction.what")
	d.lead("retraction.why")
	d.quote(Mark{Source: "practice", Holds: []Element{WhatChanged}}, gone.Why)
	d.say(d.whatHolds())
	if d.voice == toAgency {
		d.closeAgency()
		d.sign()
		return
	}
	d.about()
	d.talk()
	if d.voice == toSchool {
		d.say("close.call")
		d.sign()
		return
	}
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// whatHolds is the paragraph on the dates that hold when a letter is withdrawn.
func (d *draft) whatHolds() string {
	switch {
	case d.voice == toSchool || d.voice == toAgency:
		return "retraction.holds.other"
	case d.facts.Case.Decided != nil:
		return "retraction.holds.decided"
	}
	return "retraction.holds"
}

// subjectOf says in a few words what a letter was about.
func subjectOf(k casework.LetterKind) string {
	switch k {
	case casework.Acknowledgement, casework.SchoolAcknowledgement:
		return "that we have the request"
	case casework.ConsideringLetter, casework.SchoolConsideringLetter, casework.AgencyConsideringLetter:
		return "that we are considering an assessment"
	case casework.DeferralLetter, casework.SchoolDeferralLetter:
		return "that the panel looks at the request again"
	case casework.DelayLetter, casework.DelayUpdateLetter:
		return "that our answer is late"
	case casework.PapersLetter:
		return "what we have and asked for"
	case casework.TransferInLetter:
		return "that we are responsible now"
	case casework.WelcomeLetter:
		return "your rights"
	}
	return "our decision"
}

// mendedNeeds are the parts of a letter that takes another's place.
func mendedNeeds() []need {
	const wording = "Restore the paragraph in the wording."
	return []need{
		{WhatReplaced, "which letter this one takes the place of is missing", "SEND Regs 2014 reg 5(3); practice", wording},
		{WhatChanged, "what has changed is missing", "SEND Regs 2014 reg 5(3); practice", "Say it when the letter is put right."},
		{WhatHolds, "which dates now hold is missing", "HESC Rules 2008 r.20", wording},
	}
}
