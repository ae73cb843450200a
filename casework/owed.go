package casework

import (
	"maps"
	"slices"

	"sendpanel/statute"
)

// Owing is the letters that one event owes and that have not been issued.
type Owing struct {
	Seq     int         `json:"seq"`
	Letters []LetterKey `json:"letters"`
}

// Owed lists the letters that the events owe and that are not yet issued, in the order of the events.
//
// The family is told first: the school's copy of a decision is owed only when the family's notices have been posted.
func (c Case) Owed() []Owing { return c.OwedOn(c.Occasions) }

// OwedOn is [Case.Owed] with what the occasions owe.
func (c Case) OwedOn(occasions []Occasion) []Owing {
	owed := map[int][]LetterKey{}
	for _, asked := range c.standing() {
		owed[asked.Seq] = append(c.unissued(Acknowledgement, asked.Seq, c.greeted(asked, occasions)), c.unissued(SchoolAcknowledgement, asked.Seq, c.schoolIfItAsked(asked))...)
	}
	for _, o := range occasions {
		owed[o.Seq] = append(owed[o.Seq], c.unissued(o.Letter, o.Seq, c.concernedBy(o))...)
	}
	if c.Decided != nil {
		owed[c.Decided.Seq] = append(c.owedByDecision(), owed[c.Decided.Seq]...)
	}
	maps.DeleteFunc(owed, func(_ int, keys []LetterKey) bool { return len(keys) == 0 })
	var list []Owing
	for _, seq := range slices.Sorted(maps.Keys(owed)) {
		list = append(list, Owing{Seq: seq, Letters: owed[seq]})
	}
	return list
}

// owedByDecision are the family's notices and, once they are posted, the school's letter.
func (c Case) owedByDecision() []LetterKey {
	if c.Undone != nil {
		return nil
	}
	family, school := c.decisionLetters()
	keys := c.unissued(family, c.Decided.Seq, c.calledOrNotToCall())
	if c.NoticeGiven != nil && !c.DecidedBeforeThisSchool() {
		keys = append(keys, c.unissued(school, c.Decided.Seq, c.school())...)
	}
	return keys
}

// greeted lists those in the family whom a request's acknowledgement goes to. A young person to whom the rights passed
// after it came has the welcome instead.
func (c Case) greeted(asked Asked, occasions []Occasion) []AddresseeID {
	if slices.ContainsFunc(occasions, func(o Occasion) bool { return o.Letter == WelcomeLetter && o.Seq > asked.Seq }) {
		return c.who(func(s Standing) bool { return s != Supporter && s != YoungPerson })
	}
	return c.family()
}

func (c Case) decisionLetters() (family, school LetterKind) {
	if c.Decided.Outcome == Assess {
		return AssessLetter, SchoolAssessLetter
	}
	return NotAssessLetter, SchoolNotAssessLetter
}

// unissued lists the keys of a letter that its addressees have not got: never issued, voided since, or sent to a school that
// the child has left. At the end of a
// case no letter goes but the one that tells of its end, and that only until the case is closed.
func (c Case) unissued(kind LetterKind, seq int, to []AddresseeID) []LetterKey {
	if c.ended() && kind != c.lastLetter() {
		return nil
	}
	var keys []LetterKey
	for _, id := range to {
		key := LetterKey{Kind: kind, To: id, For: seq, Version: 1}
		if last, ok := c.lastVersion(key); ok {
			if last.State != LetterVoided && last.State != LetterReplaced && !last.Former {
				continue
			}
			key.Version = last.Key.Version + 1
		}
		keys = append(keys, key)
	}
	return keys
}

// noticesToFamilyPosted reports whether every notice that the decision owes to the family has been posted, and the day
// of the last.
func (c Case) noticesToFamilyPosted() (statute.Day, bool) {
	if c.Decided == nil || len(c.family()) == 0 {
		return statute.Day{}, false
	}
	kind, _ := c.decisionLetters()
	return c.allPosted(kind, c.Decided.Seq)
}

// allPosted reports whether everybody in the family has been sent a letter that an event owes, and the day of the last.
func (c Case) allPosted(kind LetterKind, seq int) (statute.Day, bool) {
	var last statute.Day
	for _, id := range c.family() {
		l, ok := c.lastVersion(LetterKey{Kind: kind, To: id, For: seq})
		if !ok || l.State != LetterPosted {
			return statute.Day{}, false
		}
		if l.Posted.After(last) {
			last = l.Posted
		}
	}
	return last, true
}
