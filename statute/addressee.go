package statute

import (
	"errors"
	"fmt"
	"time"
)

// Role is in what capacity somebody receives the notices of Part 3.
type Role string

// The roles to which notices are addressed.
const (
	ParentRole      Role = "parent"             // of a child of compulsory school age or under
	YoungPersonRole Role = "young person"       // over compulsory school age and under 25
	AlternativeRole Role = "alternative person" // for a young person or parent who lacks capacity: reg 64, Schedule 3
)

// Capacity is what is known of a person's capacity for one decision. The zero value presumes it (Mental Capacity Act
// 2005, s.1).
type Capacity string

// The capacities.
const (
	Presumed      Capacity = ""
	AssessedLacks Capacity = "assessed as lacking it"
	NotAssessed   Capacity = "doubted, not yet assessed"
)

// CapacityFinding is a finding on capacity: of one person, for one decision, from one day.
type CapacityFinding struct {
	Of       Role     `json:"of"` // ParentRole or YoungPersonRole: a finding on one says nothing of the other
	Status   Capacity `json:"status"`
	Decision string   `json:"decision"` // capacity is always for a decision
	On       Day      `json:"on"`
}

// AlternativePerson is who acts for a person without capacity (CFA 2014, s.80; reg 64).
type AlternativePerson string

// The alternative persons, in the order of s.80: a representative, else the young person's parent.
const (
	Representative AlternativePerson = "representative: deputy, or attorney under a lasting or enduring power"
	YoungsParent   AlternativePerson = "the young person's parent, there being no representative"
)

// Substitution says how Schedule 3 reads a reference to a young person who lacks capacity.
type Substitution struct {
	Provisions string `json:"provisions"`
	ReadAs     string `json:"read_as"`
}

// Schedule3 returns the readings of SI 2014/1530, Schedule 3, for a young person who lacks capacity (reg 64).
func Schedule3() []Substitution {
	return []Substitution{
		{"Act, s.36(1) (second reference), 36(4), 36(5), 36(7), 36(9), 38, 39(8), 40(5), 44(2)(a), 49, 51, 52 to 55", "the alternative person"},
		{"Act, s.19; Regulations, reg 5(4)(c), 5(4)(d), 7", "both the young person and the alternative person"},
	}
}

// Addressee is to whom a notice is addressed on a day, and why.
type Addressee struct {
	Role Role              `json:"role"`
	Who  AlternativePerson `json:"who,omitzero"`
	Why  string            `json:"why"`
	// Check marks a doubt that an officer must settle before the notice leaves.
	Check string `json:"check,omitzero"`
}

const (
	youngPersonAge = 16
	adultEnd       = 25
)

// SchoolLeavingDay returns the day at whose end a child born on a day stops being of compulsory school age: the last
// Friday in June of the school year, 1 September to 31 August, in which they turn 16 (Education Act 1996, s.8(3)).
func SchoolLeavingDay(born Day) Day {
	sixteen := birthday(born, youngPersonAge)
	year := sixteen.Year()
	if sixteen.Month() >= time.September {
		year++
	}
	d := Date(year, time.June, 30)
	for d.Weekday() != time.Friday {
		d = d.AddDays(-1)
	}
	return d
}

// birthday returns the day on which an age is reached. Born on 29 February, that is 1 March in a common year.
func birthday(born Day, age int) Day { return born.AddMonthsRounded(12*age, ToNextMonth) }

// YoungPersonFrom returns the first day on which notices go to the young person: the day after SchoolLeavingDay.
func YoungPersonFrom(born Day) Day { return SchoolLeavingDay(born).AddDays(1) }

// AddresseeOn says to whom a notice is addressed on a day, by date of birth and never by year group. A finding on
// capacity counts from its own day and for the person it is of; represented says whether a deputy or attorney acts for
// that person. Nobody goes back to the parent by default: a doubt is for an officer. The error is a missing date of
// birth, or a day on which the person is not born, or is 25.
func AddresseeOn(on, born Day, finding CapacityFinding, represented bool) (Addressee, error) {
	switch {
	case born.IsZero():
		return Addressee{}, errors.New("the date of birth is missing: it decides whether notices go to the parent or to the young person")
	case on.Before(born):
		return Addressee{}, fmt.Errorf("born on %s, after %s: one of the two days is wrong", born.Short(), on.Short())
	case !on.Before(birthday(born, adultEnd)):
		return Addressee{}, fmt.Errorf("25 or over on %s: no longer a young person under the Act", on.Short())
	case on.Before(YoungPersonFrom(born)):
		parent := Addressee{Role: ParentRole, Why: fmt.Sprintf("of compulsory school age until the end of %s", SchoolLeavingDay(born).Long())}
		return parent.heeding(finding, on, represented), nil
	}
	young := Addressee{Role: YoungPersonRole, Why: fmt.Sprintf("over compulsory school age since %s", YoungPersonFrom(born).Long())}
	return young.heeding(finding, on, represented), nil
}

// heeding puts the alternative person in the addressee's place where a finding on them says so.
func (a Addressee) heeding(f CapacityFinding, on Day, represented bool) Addressee {
	if f.Of != a.Role || f.On.After(on) {
		return a
	}
	switch f.Status {
	case NotAssessed:
		a.Check = "capacity for " + f.Decision + " is doubted and not assessed: it is presumed until it is"
	case AssessedLacks:
		return f.alternative(represented)
	}
	return a
}

// alternative is the person who stands in: for a young person without a representative their parent, for a parent
// without one nobody that the law names.
func (f CapacityFinding) alternative(represented bool) Addressee {
	a := Addressee{Role: AlternativeRole, Who: Representative, Why: "assessed on " + f.On.Long() + " as lacking capacity for " + f.Decision}
	if represented {
		return a
	}
	if f.Of == ParentRole {
		a.Check = "no representative of the parent is recorded: who acts for them is for an officer to settle"
		return a
	}
	a.Who = YoungsParent
	return a
}
