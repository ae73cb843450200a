package disclosure

import "sendpanel/statute"

// Standing is in whose right somebody asks. Access to what is held about a child is the child's own right, whoever uses it
// for them.
type Standing string

// The standings.
const (
	Themself Standing = "self"   // the child or the young person
	AParent  Standing = "parent" // somebody with parental responsibility, for the child
	Acting   Standing = "acting" // somebody else with authority: a solicitor, an advocate, a deputy
	Own      Standing = "own"    // somebody else, for what is held about themself
)

// Standings are all of them, in the order in which they are offered.
func Standings() []Standing { return []Standing{Themself, AParent, Acting, Own} }

// Who is whoever asks, and what is known of them.
type Who struct {
	Standing  Standing `json:"standing,omitempty"`
	Identity  string   `json:"identity,omitempty"`  // how it is known that they are who they say they are
	Authority string   `json:"authority,omitempty"` // why they may ask for somebody else, or by themself
	By        string   `json:"by,omitempty"`        // who found it out
}

// The ages at which the question changes, in years. No age is fixed in England: a child who understands what it means may
// use the right, and from sixteen everybody is taken to (Mental Capacity Act 2005, sections 1 and 2).
const (
	capacityAge    = 16
	understandsAge = 12
)

// Age is how old somebody is on a day, in years; below nothing where the date of birth is not known.
func Age(born, on statute.Day) int {
	if born.IsZero() {
		return -1
	}
	by, bm, bd := born.At(12, 0).Date()
	y, m, d := on.At(12, 0).Date()
	years := y - by
	if m < bm || m == bm && d < bd {
		years--
	}
	return years
}

// NeedsAuthority reports whether an answer may leave only once it is written down why this person may ask: of a young person of
// sixteen and over a parent needs their agreement, or that they lack capacity; a younger child who asks understands what it means.
func (w Who) NeedsAuthority(age int) bool {
	switch w.Standing {
	case AParent:
		return age >= capacityAge || age < 0
	case Themself:
		return age < capacityAge
	case Own:
		return false
	}
	return true
}

// AskTheChild reports whether the child may be old enough to be asked before a parent is given what is held.
func (w Who) AskTheChild(age int) bool {
	return w.Standing == AParent && age >= understandsAge && age < capacityAge
}

// Missing reports whether something is to be found out about whoever asks before an answer may leave.
func (w Who) Missing(age int) bool {
	return w.Standing == "" || w.Identity == "" || w.NeedsAuthority(age) && w.Authority == ""
}
