package letters

import (
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/feedback"
	"sendpanel/council"
	"sendpanel/statute"
)

// Facts is everything a letter may draw on: the case as folded, the decision with its reasons where there is one, the
// council as it is in force, and the day on which the letter goes.
type Facts struct {
	Case     casework.Case
	Decision *casework.Decided // whole, not the light one that a case carries; nil before there is one
	Council  council.Council
	On       statute.Day             // the date printed, which is the day of sending (L9)
	Owing    casework.Event          // the event that owes the letter, whole: the withdrawal, the task that released it
	Feedback *feedback.Note          // what the setting is told of the decision; nil where the letter is another
	Mended   []casework.LetterMended // what has been put right in the case so far, whole
}

// Compose writes one letter.
//
// The error is a [*Withheld] when the letter must not go as it is: it names each gap, the law that asks for it and how
// to mend it. What is only to be seen to stands in the letter’s warnings.
func Compose(key casework.LetterKey, f Facts) (Letter, error) {
	return compose(key, f, embeddedWording())
}

func compose(key casework.LetterKey, f Facts, w wordings) (Letter, error) {
	if _, ok := originalOf(key.Kind); ok {
		return composeCopy(key, f, w)
	}
	d := newDraft(key, f, w)
	write, known := d.writers()[key.Kind]
	if !known {
		return Letter{}, fmt.Errorf("compose %s: %q is not a letter of the set", key, key.Kind)
	}
	if d.address() && d.decisionFits() {
		d.begin()
		write()
		d.rightsInsert()
		d.replaces()
		d.gaps = append(d.gaps, unheld(d.letter.Blocks, needsOf(key.Kind))...)
	}
	return d.checked()
}

// checked is the letter, or every gap for which it is withheld.
func (d *draft) checked() (Letter, error) {
	d.checkSafety()
	d.checkSignOff()
	d.gaps = append(d.gaps, d.letter.tidy(shows(d.letter.Print))...)
	if len(d.gaps) > 0 {
		return Letter{}, &Withheld{Letter: d.letter.Key, Gaps: d.gaps}
	}
	return d.letter, nil
}

// writers says which method writes which letter.
func (d *draft) writers() map[casework.LetterKind]func() {
	return map[casework.LetterKind]func(){
		casework.Acknowledgement:       d.acknowledgement,
		casework.SchoolAcknowledgement: d.schoolAcknowledgement,
		casework.AssessLetter:          d.decisionToAssess,
		casework.SchoolAssessLetter:    d.schoolDecisionToAssess,
		casework.NotAssessLetter:       d.refusal,
		casework.SchoolNotAssessLetter: d.schoolRefusal,

		casework.ConsideringLetter:       d.considering,
		casework.SchoolConsideringLetter: d.schoolConsidering,
		casework.WelcomeLetter:           d.welcome,
		casework.DelayLetter:             d.delay,
		casework.DelayUpdateLetter:       d.delayUpdate,
		casework.WithdrawalLetter:        d.withdrawal,

		casework.OneWithdrawnLetter: d.withdrawnOne, casework.SchoolOneWithdrawnLetter: d.withdrawnOne,
		casework.TransferOutLetter: d.transferOut,
		casework.FeedbackLetter:    d.feedbackToFamily, casework.SchoolFeedbackLetter: d.schoolFeedback,
		casework.RetractionLetter: d.retraction, casework.SchoolRetractionLetter: d.retraction, casework.AgencyRetractionLetter: d.retraction,

		casework.PapersLetter:            d.papers,
		casework.TransferInLetter:        d.transferIn,
		casework.DeferralLetter:          d.deferral,
		casework.OverturnLetter:          d.overturn,
		casework.SchoolOverturnLetter:    d.schoolOverturn,
		casework.AgencyOverturnLetter:    d.agencyOverturn,
		casework.SchoolDeferralLetter:    d.schoolDeferral,
		casework.AgencyConsideringLetter: d.agencyConsidering,
		casework.AgencyAssessLetter:      d.agencyAssess,
		casework.AgencyNotAssessLetter:   d.agencyRefusal,
	}
}

// toSetting reports whether the letter is one of the reduced ones, for a school, nursery or college.
func toSetting(k casework.LetterKind) bool { return k.ToSetting() }

// toBody reports whether the letter is one of those to health and social care.
func toBody(k casework.LetterKind) bool {
	return k == casework.AgencyConsideringLetter || k == casework.AgencyAssessLetter || k == casework.AgencyNotAssessLetter || k == casework.AgencyOverturnLetter || k == casework.AgencyRetractionLetter
}

// outcomeOf is the decision that a kind of letter gives notice of, or none.
func outcomeOf(k casework.LetterKind) casework.Outcome {
	switch k {
	case casework.AssessLetter, casework.SchoolAssessLetter, casework.AgencyAssessLetter:
		return casework.Assess
	case casework.NotAssessLetter, casework.SchoolNotAssessLetter, casework.AgencyNotAssessLetter:
		return casework.NotAssess
	}
	return ""
}

// address finds the right person and fills the window of the envelope (L1). Without anybody there is no letter to write.
func (d *draft) address() bool {
	to, found := d.facts.Case.Recipient(d.letter.Key.To)
	if !found {
		d.gap(Addressee, "there is nobody to address it to", "CFA 2014 s.36(5); SEND Regs 2014 Sch 3", "Record who has parental responsibility or care, or the young person.")
		return false
	}
	if to.Standing == casework.Agency {
		to = d.body(to)
	}
	d.to, d.voice = to, voiceFor(to.Standing)
	if (d.voice == toSchool) != toSetting(d.letter.Key.Kind) || (d.voice == toAgency) != toBody(d.letter.Key.Kind) {
		d.gap(Addressee, fmt.Sprintf("it is not a letter for a person who stands as %q", to.Standing), "CFA 2014 s.36(5); SEND Regs 2014 Sch 3", "Address it to the family, to the setting or to the body that is told, as its kind says.")
	}
	for _, part := range []struct{ name, value string }{{"name", to.Name}, {"address", strings.Join(to.Address, "")}, {"postcode", to.Postcode}} {
		if strings.TrimSpace(part.value) == "" {
			d.gap(Addressee, "the addressee has no "+part.name, "Education Act 1996 s.572", "Record it, or ask a manager for a safe way to send the letter today.")
		}
	}
	d.letter.To = windowLines(to)
	d.letter.Print = PrintFor(to.Format)
	if d.voice != toAgency && d.needsCare() {
		d.warn("the case has two households, and one has asked to be reached with care", "Read the letter before it goes: it must not tell one household where the other is, or what it wrote.")
	}
	return true
}

// needsCare reports whether letters go to more than one address and somebody has said how it is safe to reach them.
func (d *draft) needsCare() bool {
	homes, careful := map[string]bool{}, false
	for _, a := range d.facts.Case.Family {
		homes[strings.Join(a.Address, "\n")+a.Postcode] = true
		careful = careful || a.WithCare()
	}
	return careful && len(homes) > 1
}

// windowLines are the lines of the address. The post takes seven at most: more are joined, none is dropped.
func windowLines(to casework.Addressee) []string {
	middle := make([]string, 0, len(to.Address))
	for _, line := range to.Address {
		if strings.TrimSpace(line) != "" {
			middle = append(middle, line)
		}
	}
	for len(middle) > 5 {
		last := len(middle) - 1
		middle = append(middle[:last-1], middle[last-1]+", "+middle[last])
	}
	return append(append([]string{to.Name}, middle...), to.Postcode)
}

// decisionFits checks that a letter about a decision has the decision that it is about, made by the day it goes.
func (d *draft) decisionFits() bool {
	if d.facts.On.IsZero() {
		d.gap(DateOfSending, "the day of sending is missing", "HESC Rules 2008 r.20", "Give the day on which it goes.")
		return false
	}
	outcome := outcomeOf(d.letter.Key.Kind)
	if outcome == "" {
		return true
	}
	full, folded := d.facts.Decision, d.facts.Case.Decided
	switch {
	case full == nil || folded == nil:
		d.gap(Decision, "no decision is recorded", "SEND Regs 2014 reg 5(1)", "Record the council’s decision first.")
	case full.Outcome != outcome || folded.Outcome != outcome:
		d.gap(Decision, "the recorded decision is another one", "SEND Regs 2014 reg 5(1)", "Issue the letter that fits the decision.")
	case folded.On.After(d.facts.On):
		d.gap(DateOfSending, "it would be dated before the decision was made", "HESC Rules 2008 r.20", "Date it the day on which it goes.")
	case strings.TrimSpace(full.DecidedBy) == "" || strings.TrimSpace(full.Post) == "" || full.Delegation.Scheme == "":
		d.gap(Decision, "the officer who decided, their post or their delegation is missing", "Local Government Act 1972 s.101", "Record who decided for the council and under which delegation.")
	case (toSetting(d.letter.Key.Kind) || toBody(d.letter.Key.Kind)) && d.facts.Case.NoticeGiven == nil:
		d.gap(Decision, "the family has not been sent its notice", "SEND Regs 2014 reg 5(1), 5(2)", "Post the family’s letters first: others are told after them.")
	default:
		return true
	}
	return false
}
