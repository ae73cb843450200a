package casework

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sendpanel/statute"
)

// LetterKind is which letter of the set it is.
type LetterKind string

// The letters of this stage.
const (
	Acknowledgement       LetterKind = "acknowledgement"
	SchoolAcknowledgement LetterKind = "school-acknowledgement"
	AssessLetter          LetterKind = "decision-to-assess"
	SchoolAssessLetter    LetterKind = "decision-to-assess-school"
	NotAssessLetter       LetterKind = "decision-not-to-assess"
	SchoolNotAssessLetter LetterKind = "decision-not-to-assess-school"

	ConsideringLetter       LetterKind = "considering"        // s.36(7), where the first letter could not yet say so
	SchoolConsideringLetter LetterKind = "considering-school" // reg 4(2)
	AssessCopy              LetterKind = "decision-to-assess-copy"
	NotAssessCopy           LetterKind = "decision-not-to-assess-copy"
	WelcomeLetter           LetterKind = "welcome" // to a young person who now holds the rights
	DelayLetter             LetterKind = "delay"
	WithdrawalLetter        LetterKind = "withdrawal"
)

// LetterKey names one letter of a case: which, to whom, owed by which event, and the how-manieth try at it. It is the
// idempotency key of issuing it, and holds no name. As text it reads "decision-to-assess/family-1/7/1".
type LetterKey struct {
	Kind    LetterKind
	To      AddresseeID
	For     int // the sequence of the event that owes it
	Version int // from 1; a voided letter is owed again with the next
}

// MarshalText writes the key as its parts between slashes.
func (k LetterKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

func (k LetterKey) String() string {
	return fmt.Sprintf("%s/%s/%d/%d", k.Kind, k.To, k.For, k.Version)
}

// UnmarshalText reads a key; the error shows what a key looks like.
func (k *LetterKey) UnmarshalText(text []byte) error {
	parts := strings.Split(string(text), "/")
	if len(parts) == 4 {
		seq, err1 := strconv.Atoi(parts[2])
		version, err2 := strconv.Atoi(parts[3])
		if err1 == nil && err2 == nil {
			*k = LetterKey{Kind: LetterKind(parts[0]), To: AddresseeID(parts[1]), For: seq, Version: version}
			return nil
		}
	}
	return fmt.Errorf("%q is not a letter's key: it should look like decision-to-assess/family-1/7/1", text)
}

// Letter is what the case knows of one of its letters.
type Letter struct {
	Key    LetterKey       `json:"key"`
	State  LetterState     `json:"state"`
	SHA256 string          `json:"sha256,omitempty"`
	Dated  statute.Day     `json:"dated,omitzero"`
	Posted statute.Day     `json:"posted,omitzero"`
	By     statute.Channel `json:"channel,omitempty"`
}

// LetterState is how far a letter has come.
type LetterState string

// The states of a letter.
const (
	LetterIssued LetterState = "issued" // rendered, stored, in the print folder
	LetterPosted LetterState = "posted" // on its way; the date on it is the day it went
	LetterVoided LetterState = "voided" // will not go; owed again with the next version
	LetterStuck  LetterState = "stuck"  // could not be issued; a task says why
)

// Owing is the letters that one event owes and that have not been issued.
type Owing struct {
	Seq     int         `json:"seq"`
	Letters []LetterKey `json:"letters"`
}

// Occasion is an event that owes a letter besides those that every request and every decision owe.
type Occasion struct {
	Letter LetterKind `json:"letter"`
	Seq    int        `json:"seq"`
}

// OccasionsOf lists the letters that an event is the occasion of. A determination on receipt owes the family none of its
// own: the acknowledgement invites its views (s.36(7)). The notice of a delay is released by whoever finishes its task.
func OccasionsOf(e Event) []Occasion {
	switch b := e.Body.(type) {
	case Determined:
		if b.OnReceipt {
			return []Occasion{{SchoolConsideringLetter, e.Seq}}
		}
		return []Occasion{{ConsideringLetter, e.Seq}, {SchoolConsideringLetter, e.Seq}}
	case Decided:
		copied := map[Outcome]LetterKind{Assess: AssessCopy, NotAssess: NotAssessCopy}
		return []Occasion{{copied[b.Outcome], e.Seq}}
	case AgeSwitched:
		return []Occasion{{WelcomeLetter, e.Seq}}
	case TaskDone:
		if b.Task == taskBreach {
			return []Occasion{{DelayLetter, e.Seq}}
		}
	case Withdrawn:
		return []Occasion{{WithdrawalLetter, e.Seq}}
	}
	return nil
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
		owed[o.Seq] = append(owed[o.Seq], c.unissued(o.Letter, o.Seq, c.concerned(o.Letter))...)
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
	family, school := c.decisionLetters()
	keys := c.unissued(family, c.Decided.Seq, c.calledOrNotToCall())
	if c.NoticeGiven != nil {
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

// concerned lists to whom an occasion's letter goes. Once the council has decided, none is about considering or delay.
func (c Case) concerned(kind LetterKind) []AddresseeID {
	undecided := c.Decided == nil
	schoolAsked := slices.ContainsFunc(c.Requests, func(a Asked) bool { return len(c.schoolIfItAsked(a)) > 0 })
	switch {
	case kind == WelcomeLetter:
		return c.who(func(s Standing) bool { return s == YoungPerson })
	case kind == WithdrawalLetter, undecided && (kind == ConsideringLetter || kind == DelayLetter):
		return c.family()
	case kind == AssessCopy || kind == NotAssessCopy:
		return c.supporters()
	case kind == SchoolConsideringLetter && undecided && !schoolAsked:
		return c.school()
	}
	return nil
}

func (c Case) decisionLetters() (family, school LetterKind) {
	if c.Decided.Outcome == Assess {
		return AssessLetter, SchoolAssessLetter
	}
	return NotAssessLetter, SchoolNotAssessLetter
}

// unissued lists the keys of a letter that its addressees have not got: never issued, or voided since. At the end of a
// case no letter goes but the one that says that the request was withdrawn, and that only until the case is closed.
func (c Case) unissued(kind LetterKind, seq int, to []AddresseeID) []LetterKey {
	if c.ended() && (kind != WithdrawalLetter || c.Stage != StageWithdrawn) {
		return nil
	}
	var keys []LetterKey
	for _, id := range to {
		key := LetterKey{Kind: kind, To: id, For: seq, Version: 1}
		if last, ok := c.lastVersion(key); ok {
			if last.State != LetterVoided {
				continue
			}
			key.Version = last.Key.Version + 1
		}
		keys = append(keys, key)
	}
	return keys
}

// lastVersion finds the newest version of a letter.
func (c Case) lastVersion(key LetterKey) (Letter, bool) {
	var found Letter
	for _, l := range c.Letters {
		if l.Key.Kind == key.Kind && l.Key.To == key.To && l.Key.For == key.For && l.Key.Version > found.Key.Version {
			found = l
		}
	}
	return found, found.Key.Version > 0
}

// family lists those in the family who are owed notice in their own right.
func (c Case) family() []AddresseeID { return c.who(func(s Standing) bool { return s != Supporter }) }

// supporters lists those who have a copy of the family's letter, once it is posted. Where several hold the rights, nothing
// records at whose request a copy goes, and none does by itself.
func (c Case) supporters() []AddresseeID {
	if _, posted := c.noticesToFamilyPosted(); !posted || c.NoticeGiven == nil || len(c.family()) != 1 {
		return nil
	}
	return c.who(func(s Standing) bool { return s == Supporter })
}

// who lists those in the family who stand in a certain way.
func (c Case) who(stands func(Standing) bool) []AddresseeID {
	var ids []AddresseeID
	for _, a := range c.Family {
		if stands(a.Standing) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// calledOrNotToCall lists those in the family to whom the decision's letter may go now: a call before the letter is over,
// or none was asked for.
func (c Case) calledOrNotToCall() []AddresseeID {
	return slices.DeleteFunc(c.family(), func(id AddresseeID) bool {
		return slices.ContainsFunc(c.Calls, func(call Call) bool { return call.Addressee == id && call.For == c.Decided.Seq && !call.Over })
	})
}

func (c Case) school() []AddresseeID {
	if c.Opened.School == nil {
		return nil
	}
	return []AddresseeID{School}
}

func (c Case) schoolIfItAsked(asked Asked) []AddresseeID {
	if t := asked.By.Type; t == "school" || t == "post16" || t == "early_years" {
		return c.school()
	}
	return nil
}

// noticesToFamilyPosted reports whether every notice that the decision owes to the family has been posted, and the day
// of the last.
func (c Case) noticesToFamilyPosted() (statute.Day, bool) {
	if c.Decided == nil || len(c.family()) == 0 {
		return statute.Day{}, false
	}
	kind, _ := c.decisionLetters()
	var last statute.Day
	for _, id := range c.family() {
		l, ok := c.lastVersion(LetterKey{Kind: kind, To: id, For: c.Decided.Seq})
		if !ok || l.State != LetterPosted {
			return statute.Day{}, false
		}
		if l.Posted.After(last) {
			last = l.Posted
		}
	}
	return last, true
}

// Owes reports whether the case owes a letter.
func (c Case) Owes(key LetterKey) bool {
	return slices.ContainsFunc(c.Owed(), func(o Owing) bool { return slices.Contains(o.Letters, key) })
}

// Knows reports whether anything is recorded of a letter.
func (c Case) Knows(key LetterKey) bool {
	return slices.ContainsFunc(c.Letters, func(l Letter) bool { return l.Key == key })
}

// Printed lists the letters that have been printed and not yet posted, in the order of what they are about, however they
// came out of the printer.
func (c Case) Printed() []LetterKey {
	var keys []LetterKey
	for _, l := range c.Letters {
		if l.State == LetterIssued {
			keys = append(keys, l.Key)
		}
	}
	slices.SortFunc(keys, func(a, b LetterKey) int {
		return cmp.Or(cmp.Compare(a.For, b.For), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.To, b.To), cmp.Compare(a.Version, b.Version))
	})
	return keys
}
