package casework

import (
	"cmp"
	"fmt"
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
	WelcomeLetter           LetterKind = "welcome"      // to a young person who now holds the rights
	DelayLetter             LetterKind = "delay"        // the first news of a late decision
	DelayUpdateLetter       LetterKind = "delay-update" // and what follows it
	WithdrawalLetter        LetterKind = "withdrawal"

	OverturnLetter       LetterKind = "decision-after-overturn" // with the dates that the way of it starts
	SchoolOverturnLetter LetterKind = "decision-after-overturn-school"
	AgencyOverturnLetter LetterKind = "decision-after-overturn-agency"

	PapersLetter      LetterKind = "papers"       // before the panel: what the council has, asked for, did not receive
	TransferOutLetter LetterKind = "transfer-out" // another council is responsible now
	TransferInLetter  LetterKind = "transfer-in"  // this council is responsible now

	DeferralLetter       LetterKind = "deferral" // the panel asked for more: why, what, and that the clock goes on
	SchoolDeferralLetter LetterKind = "deferral-school"

	OneWithdrawnLetter       LetterKind = "request-withdrawn" // one of several requests; the others go on
	SchoolOneWithdrawnLetter LetterKind = "request-withdrawn-school"

	FeedbackLetter       LetterKind = "feedback" // what the setting was told, for the family
	SchoolFeedbackLetter LetterKind = "feedback-school"

	RetractionLetter       LetterKind = "retraction" // another letter does not count
	SchoolRetractionLetter LetterKind = "retraction-school"
	AgencyRetractionLetter LetterKind = "retraction-agency"

	AgencyConsideringLetter LetterKind = "considering-agency"            // reg 4(2)(a), (b)
	AgencyAssessLetter      LetterKind = "decision-to-assess-agency"     // reg 5(2)
	AgencyNotAssessLetter   LetterKind = "decision-not-to-assess-agency" // reg 5(2)
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
	Former bool            `json:"former,omitempty"` // it went to a school that the child is no longer with
}

// ToSetting reports whether letters of the kind go to a school, nursery or college.
func (k LetterKind) ToSetting() bool {
	switch k {
	case SchoolAcknowledgement, SchoolConsideringLetter, SchoolAssessLetter, SchoolNotAssessLetter, SchoolDeferralLetter, SchoolOverturnLetter, SchoolRetractionLetter,
		SchoolFeedbackLetter, SchoolOneWithdrawnLetter:
		return true
	}
	return false
}

// TellsDecision reports whether letters of the kind tell a school what was decided: it has them after the family.
func (k LetterKind) TellsDecision() bool {
	return k == SchoolAssessLetter || k == SchoolNotAssessLetter || k == SchoolOverturnLetter
}

// LetterState is how far a letter has come.
type LetterState string

// The states of a letter.
const (
	LetterIssued    LetterState = "issued"    // rendered, stored, in the print folder
	LetterPosted    LetterState = "posted"    // on its way; the date on it is the day it went
	LetterVoided    LetterState = "voided"    // will not go; owed again with the next version
	LetterStuck     LetterState = "stuck"     // could not be issued; a task says why
	LetterReplaced  LetterState = "replaced"  // it went, and a newer version takes its place
	LetterWithdrawn LetterState = "withdrawn" // it does not count, and nothing takes its place
)

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

// ToPost lists the printed letters that somebody here has to post. What a carrier prints and posts itself is not among them:
// the carrier says when it went.
func (c Case) ToPost() []LetterKey {
	return slices.DeleteFunc(c.Printed(), func(key LetterKey) bool {
		l, _ := c.letter(key)
		return l.By == statute.Notify
	})
}
