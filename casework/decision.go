package casework

import (
	"fmt"

	"sendpanel/statute"
)

// Outcome is what a panel recommends or the council decides.
type Outcome string

// The two outcomes the law knows (s.36(5), s.36(8)).
const (
	Assess    Outcome = "assess"
	NotAssess Outcome = "not_assess"
)

// Limb is one of the questions the law asks. There are no others.
type Limb string

// The limbs of the legal test.
const (
	LimbS1 Limb = "S1" // s.36(3), (5): may it be necessary for provision to be made under a plan? Asked first
	Limb8a Limb = "8a" // s.36(8)(a): the child has or may have special educational needs
	Limb8b Limb = "8b" // s.36(8)(b): it may be necessary for provision to be made in accordance with a plan
)

// Words is the limb as a person reads it.
func (l Limb) Words() string {
	switch l {
	case LimbS1:
		return "It may be necessary for special educational provision to be made in accordance with an EHC plan (s.36(3))"
	case Limb8a:
		return "The child or young person has or may have special educational needs (s.36(8)(a))"
	case Limb8b:
		return "It may be necessary for special educational provision to be made in accordance with an EHC plan (s.36(8)(b))"
	}
	return string(l)
}

// asked is the question of the limb, as the beginning of a sentence about it.
func (l Limb) asked() string {
	if l == Limb8a {
		return "Whether the child has, or may have, special educational needs (limb 8a)"
	}
	return fmt.Sprintf("Whether a plan may be necessary (limb %s)", l)
}

// Answer is the finding on one limb.
type Answer string

// The answers. A limb is not reached when an earlier one has failed.
const (
	Met        Answer = "met"
	NotMet     Answer = "not_met"
	NotReached Answer = "not_reached"
)

// Finding is the reasons on one limb, as data: what was found, on which evidence, what spoke against it and why that
// did not persuade, and the reason in plain words.
type Finding struct {
	Limb           Limb         `json:"limb"`
	Answer         Answer       `json:"answer"`
	Reason         string       `json:"reason,omitempty"`
	ReliedOn       []DocumentID `json:"relied_on,omitempty"`
	NotReliedOn    []SetAside   `json:"not_relied_on,omitempty"`
	AnswerToFamily string       `json:"answer_to_family,omitempty"` // the family's view on this limb, answered
}

// SetAside is evidence that was considered and not relied on, and why.
type SetAside struct {
	Evidence DocumentID `json:"evidence"`
	Why      string     `json:"why,omitempty"`
}

// Decision is what the council decides, with its reasons.
type Decision struct {
	Outcome      Outcome       `json:"outcome"`
	Findings     []Finding     `json:"findings"`
	Over18       string        `json:"over_18,omitempty"`   // s.36(10): whether more time is needed, for those over 18
	Departure    string        `json:"departure,omitempty"` // why the panel's recommendation is not followed
	WithoutPanel *WithoutPanel `json:"without_panel,omitempty"`
	Reviewed     *Review       `json:"reviewed,omitempty"` // a second officer looked at weak reasons
	Override     string        `json:"override,omitempty"` // on the last day: why the decision goes out over a check
	LegalSignOff *SignOff      `json:"legal_sign_off,omitempty"`
	NextSteps    []string      `json:"next_steps,omitempty"` // what support the setting should now give, what would help
}

// SignOff is a lawyer's, where a refusal rests on evidence its addressee may not be told of.
type SignOff struct {
	By  string `json:"by"` // name and post
	Why string `json:"why"`
}

// WithoutPanel says why a refusal was decided though no panel met, and who reviewed it.
type WithoutPanel struct {
	Why        string   `json:"why"`
	ReviewedBy PersonID `json:"reviewed_by"` // a second officer
	// CanMeet is the day of a meeting with room that comes before the last day for sending: then the panel looks at the
	// case. It is filled in from the register, and a refusal is recorded only where there is none.
	CanMeet statute.Day `json:"can_meet,omitzero"`
}

// Failed is the one limb that is not met, or nothing where the council assesses.
func (d Decision) Failed() (Finding, bool) {
	for _, f := range d.Findings {
		if f.Answer == NotMet {
			return f, true
		}
	}
	return Finding{}, false
}

func (d Decision) light() Decision {
	return Decision{Outcome: d.Outcome, Findings: lightFindings(d.Findings), WithoutPanel: d.WithoutPanel}
}

func lightFindings(full []Finding) []Finding {
	light := make([]Finding, len(full))
	for i, f := range full {
		light[i] = Finding{Limb: f.Limb, Answer: f.Answer, ReliedOn: f.ReliedOn}
	}
	return light
}
