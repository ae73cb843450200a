package casework

import "slices"

// Occasion is an event that owes a letter besides those that every request and every decision owe.
type Occasion struct {
	Letter LetterKind `json:"letter"`
	Seq    int        `json:"seq"`
}

// OccasionsOf lists the letters that an event is the occasion of. A determination on receipt owes the family none of its
// own: the acknowledgement invites its views (s.36(7)). News of a delay is released by an officer.
func OccasionsOf(e Event) []Occasion {
	switch b := e.Body.(type) {
	case Determined:
		told := []Occasion{{SchoolConsideringLetter, e.Seq}, {AgencyConsideringLetter, e.Seq}}
		if !b.OnReceipt {
			told = append([]Occasion{{ConsideringLetter, e.Seq}}, told...)
		}
		return told
	case Decided:
		if b.Outcome == Assess {
			return []Occasion{{AssessCopy, e.Seq}, {AgencyAssessLetter, e.Seq}}
		}
		return []Occasion{{NotAssessCopy, e.Seq}, {AgencyNotAssessLetter, e.Seq}}
	case Deferred:
		return []Occasion{{DeferralLetter, e.Seq}, {SchoolDeferralLetter, e.Seq}}
	case Listed:
		return []Occasion{{PapersLetter, e.Seq}}
	case RequestWithdrawn:
		return []Occasion{{OneWithdrawnLetter, e.Seq}, {SchoolOneWithdrawnLetter, e.Seq}}
	case SchoolChanged:
		return []Occasion{{SchoolConsideringLetter, e.Seq}}
	case TransferredOut:
		return []Occasion{{TransferOutLetter, e.Seq}}
	case TransferredIn:
		return []Occasion{{TransferInLetter, e.Seq}}
	case Overturned:
		return []Occasion{{OverturnLetter, e.Seq}, {SchoolOverturnLetter, e.Seq}, {AgencyOverturnLetter, e.Seq}}
	case AgeSwitched:
		return []Occasion{{WelcomeLetter, e.Seq}}
	case DelayTold:
		if b.First {
			return []Occasion{{DelayLetter, e.Seq}}
		}
		return []Occasion{{DelayUpdateLetter, e.Seq}}
	case LetterMended:
		if b.How == MendWithdrawn && !b.Posted.IsZero() {
			return []Occasion{{RetractionLetter, e.Seq}, {SchoolRetractionLetter, e.Seq}, {AgencyRetractionLetter, e.Seq}}
		}
	case FeedbackOpened:
		return []Occasion{{SchoolFeedbackLetter, e.Seq}, {FeedbackLetter, e.Seq}}
	case Withdrawn:
		return []Occasion{{WithdrawalLetter, e.Seq}}
	}
	return nil
}

// overtaken reports whether a letter that waits to be posted says what is no longer so once the council has decided.
func overtaken(kind LetterKind) bool {
	switch kind {
	case DelayLetter, DelayUpdateLetter, DeferralLetter, SchoolDeferralLetter, PapersLetter, TransferInLetter:
		return true
	}
	return false
}

// concernedBy lists to whom an occasion's letter goes. That another letter does not count is told to whoever had it.
func (c Case) concernedBy(o Occasion) []AddresseeID {
	if c.beforeNewSchool(o.Seq) && o.Letter.ToSetting() && (o.Letter != SchoolOverturnLetter || !c.NewSchool.Shared) {
		return nil // it was about the school that the child was with then
	}
	for _, m := range c.Mended {
		if m.Seq == o.Seq && retractionOf(c, m.Letter.To) == o.Letter && c.wentToFormer(m.Letter) {
			return nil // an officer tells a school that the child has left
		}
		if m.Seq == o.Seq && retractionOf(c, m.Letter.To) == o.Letter {
			return []AddresseeID{m.Letter.To}
		}
	}
	for _, asked := range c.Requests {
		if asked.Withdrawn && asked.Ended == o.Seq {
			return c.toldOfOne(asked, o.Letter)
		}
	}
	return c.concerned(o.Letter)
}

// toldOfOne lists who is told that one of several requests was withdrawn: whoever made it, and whoever confirmed it.
func (c Case) toldOfOne(asked Asked, kind LetterKind) []AddresseeID {
	if kind == SchoolOneWithdrawnLetter {
		return c.schoolIfItAsked(asked)
	}
	var told []AddresseeID
	for _, id := range c.family() {
		who, _ := c.Addressee(id)
		if id == asked.EndedBy || len(c.schoolIfItAsked(asked)) == 0 && who.Name == asked.By.Name {
			told = append(told, id)
		}
	}
	return told
}

// concerned lists to whom an occasion's letter goes. Once the council has decided, none is about considering or delay.
func (c Case) concerned(kind LetterKind) []AddresseeID {
	undecided := c.Decided == nil
	schoolAsked := slices.ContainsFunc(c.Requests, func(a Asked) bool { return len(c.schoolIfItAsked(a)) > 0 })
	switch {
	case kind == WelcomeLetter:
		return c.who(func(s Standing) bool { return s == YoungPerson })
	case kind == WithdrawalLetter, kind == TransferOutLetter, undecided && (kind == ConsideringLetter || kind == DelayLetter || kind == TransferInLetter),
		undecided && c.Recommended == nil && (kind == DeferralLetter || kind == PapersLetter):
		return c.family()
	case kind == OverturnLetter:
		return c.family()
	case kind == SchoolOverturnLetter && c.Undone != nil && !c.Undone.Told.IsZero():
		return c.school()
	case kind == AgencyOverturnLetter && c.Undone != nil && !c.Undone.Told.IsZero():
		return c.agencies()
	case kind == FeedbackLetter && c.Undone == nil && len(c.schoolToHear()) > 0:
		return c.family()
	case kind == SchoolFeedbackLetter && c.Undone == nil:
		return c.schoolToHear()
	case kind == DelayUpdateLetter && undecided:
		return c.updated()
	case c.Undone == nil && (kind == AssessCopy || kind == NotAssessCopy):
		return c.supporters()
	case kind == SchoolConsideringLetter && undecided && c.Determined && !schoolAsked:
		return c.school()
	case kind == SchoolDeferralLetter && undecided && c.Recommended == nil:
		return c.school()
	case kind == AgencyConsideringLetter && undecided, c.NoticeGiven != nil && c.Undone == nil && (kind == AgencyAssessLetter || kind == AgencyNotAssessLetter):
		return c.agencies()
	}
	return nil
}
