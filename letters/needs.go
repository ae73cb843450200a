package letters

import "sendpanel/casework"

// The elements of the letters that are not notice of a decision.
const (
	Considered   Element = "T02"  // reg 4(2), s.36(7)(a): that an assessment is being considered
	Invited      Element = "T03"  // s.36(7)(b): the right to give views and evidence
	WhatEnded    Element = "W1"   // what was withdrawn, and that the council stops
	WhoseWord    Element = "W2"   // on whose word
	NeedNot      Element = "W3"   // nobody has to withdraw a request
	AskAgain     Element = "W4"   // s.36(1): at any time
	GoesOn       Element = "W5"   // that another request goes on
	RightsPassed Element = "Y1"   // s.83(2): the young person holds the rights
	OwnChoice    Element = "Y2"   // what parents and others see is theirs to choose
	Apology      Element = "B1"   // what should have come by when, and an apology
	Cause        Element = "B2"   // why, as far as it may be told
	DutyRemains  Element = "B3"   // what happens next, and who sees to it
	Complaint    Element = "B4"   // the council’s complaints
	OmbudsmanWay Element = "B5"   // Local Government Act 1974 s.26
	ExpectedBy   Element = "B6"   // a day that the council means to keep
	PutOff       Element = "F1"   // that the panel has asked for more, and when it looks again
	ClockRuns    Element = "F2"   // nothing stops the six weeks
	AskedFor     Element = "F3"   // what was asked for, of whom, by when
	Waited       Element = "F4"   // how long the family has waited
	HowUndone    Element = "O1"   // how a refusal was undone
	PapersTold   Element = "P1"   // what the list is, and that the reader can correct it
	PapersHeld   Element = "P2"   // what the council has
	CanAdd       Element = "P3"   // that more can be said until the decision
	Responsible  Element = "M1"   // since when this council is responsible
	OwnClock     Element = "M2"   // by when it answers, and that the move changes nothing
	WhatReplaced Element = "R1"   // which letter is put right
	WhatChanged  Element = "R2"   // what has changed in it, or why
	WhatHolds    Element = "R3"   // which dates now hold
	FeedbackNote Element = "N1"   // the note to the setting, or that there is one
	MarkedCopy   Element = "copy" // a copy is no notice
)

// needsOf lists the parts that a kind of letter must hold. An agreement has none: nothing may hold it back.
func needsOf(kind casework.LetterKind) []need {
	const wording = "Restore the paragraph in the wording."
	switch kind {
	case casework.NotAssessLetter:
		return refusalNeeds()
	case casework.ConsideringLetter:
		return []need{
			{Considered, "that an assessment is being considered is missing", "CFA 2014 s.36(7)(a)", wording},
			{Invited, "the right to give views and evidence is missing", "CFA 2014 s.36(7)(b)", wording},
		}
	case casework.SchoolConsideringLetter, casework.AgencyConsideringLetter:
		return []need{{Considered, "that an assessment is being considered is missing", "SEND Regs 2014 reg 4(2)", wording}}
	case casework.PapersLetter:
		return []need{
			{PapersTold, "what the list is for is missing", "CFA 2014 s.36(7)", wording},
			{CanAdd, "that the family can add to it is missing", "CFA 2014 s.36(7)(b)", wording},
		}
	case casework.TransferInLetter:
		return []need{
			{Responsible, "since when the council is responsible is missing", "CFA 2014 s.24", wording},
			{OwnClock, "by when the council answers is missing", "SEND Regs 2014 reg 5(1)", wording},
		}
	case casework.TransferOutLetter:
		return []need{
			{Responsible, "who is responsible is missing", "CFA 2014 s.24", wording},
			{OwnClock, "what becomes of the request is missing", "CFA 2014 s.24", wording},
		}
	case casework.OverturnLetter:
		return []need{
			{HowUndone, "how the refusal was undone is missing", "SEND Regs 2014 reg 42, 44, 45", wording},
			{PlainDecision, "that the council will assess is missing", "SEND Regs 2014 reg 44(2)(b), 45", wording},
		}
	case casework.AgencyAssessLetter, casework.AgencyNotAssessLetter, casework.AgencyOverturnLetter:
		return []need{{PlainDecision, "the decision in plain words is missing", "SEND Regs 2014 reg 5(2)", wording}}
	case casework.WelcomeLetter:
		return []need{
			{RightsPassed, "that the rights are the young person’s is missing", "CFA 2014 s.83(2)", wording},
			{OwnChoice, "what the young person can choose is missing", "CFA 2014 s.19(a), (b)", wording},
		}
	case casework.OneWithdrawnLetter, casework.SchoolOneWithdrawnLetter:
		return []need{
			{WhatEnded, "which request was withdrawn is missing", "CFA 2014 s.36(1)", wording},
			{GoesOn, "that the other goes on is missing", "CFA 2014 s.36(1)", wording},
		}
	case casework.WithdrawalLetter:
		return []need{
			{WhatEnded, "what was withdrawn is missing", "CFA 2014 s.36(1)", wording},
			{WhoseWord, "on whose word it was withdrawn is missing", "CFA 2014 s.36(1)", "Record who confirmed it."},
			{NeedNot, "that nobody has to withdraw a request is missing", "CFA 2014 s.36(1)", wording},
			{AskAgain, "that they may ask again at any time is missing", "CFA 2014 s.36(1)", wording},
		}
	case casework.DelayLetter, casework.DelayUpdateLetter:
		return delayNeeds()
	case casework.DeferralLetter:
		return append(deferralNeeds(),
			need{Cause, "why the panel put the request off is missing", "SEND Regs 2014 reg 5(1)", "Say it when the deferral is recorded."},
			need{Waited, "how long the family has waited is missing", "SEND Regs 2014 reg 5(1)", wording})
	case casework.SchoolDeferralLetter:
		return append(deferralNeeds(), need{AskedFor, "what is asked of the setting is missing", "CFA 2014 s.36(4)", wording})
	case casework.RetractionLetter, casework.SchoolRetractionLetter, casework.AgencyRetractionLetter:
		return mendedNeeds()
	case casework.FeedbackLetter, casework.SchoolFeedbackLetter:
		return feedbackNeeds()
	case casework.AssessCopy, casework.NotAssessCopy:
		return []need{{MarkedCopy, "the line that marks the copy is missing", "HESC Rules 2008 r.20", wording}}
	}
	return nil
}

func delayNeeds() []need {
	const wording = "Restore the paragraph in the wording."
	return []need{
		{Apology, "the apology, and for what, is missing", "SEND Regs 2014 reg 5(1)", wording},
		{Cause, "why the answer is late is missing", "SEND Regs 2014 reg 5(1)", "Say it when the news is released."},
		{ExpectedBy, "the day by which to expect the answer is missing", "SEND Regs 2014 reg 5(1)", wording},
		{DutyRemains, "what happens next is missing", "SEND Regs 2014 reg 5(1)", wording},
		{Complaint, "how to complain is missing", "Local Government Act 1974 s.26 (unconfirmed)", "Record the complaints desk in the council’s contacts."},
		{OmbudsmanWay, "the way to the Ombudsman is missing", "Local Government Act 1974 s.26 (unconfirmed)", "Record the Ombudsman in the council’s contacts."},
	}
}

func deferralNeeds() []need {
	const wording = "Restore the paragraph in the wording."
	return []need{
		{PutOff, "that the panel has asked for more is missing", "SEND Regs 2014 reg 5(1)", wording},
		{ClockRuns, "that the six weeks go on is missing", "SEND Regs 2014 reg 5(1), 5(4)", wording},
	}
}
