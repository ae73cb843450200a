package statute

// RuleID names one rule of the table, with its limb where one provision holds several limits: "T04b", "T24.draft".
type RuleID string

// Party is somebody who owes a duty or must be told.
type Party string

// The parties of Part 3 of the Act.
const (
	LocalAuthority   Party = "local authority"
	Family           Party = "child's parent or young person"
	Health           Party = "responsible commissioning body"
	HealthBody       Party = "body asked for advice (s.31)"
	SocialCare       Party = "officers for social services functions"
	Head             Party = "head teacher, SEN lead of the early years provider, or principal"
	NamedInstitution Party = "school or institution named in the plan"
	Adviser          Party = "mediation adviser"
	Tribunal         Party = "First-tier Tribunal"
	OldAuthority     Party = "old authority"
	NewAuthority     Party = "new authority"
	Invited          Party = "everyone invited to the review meeting"
	Advisers         Party = "those whose advice is sought (reg 6(1))"
)

// Fact is the event that starts a clock.
type Fact string

// Kind says what a period is for, and so whether anybody may shorten it.
type Kind string

// The kinds.
const (
	// Duty is something to be done by a day. Its target is one day earlier.
	Duty Kind = "duty"
	// Given is time that belongs to a family or a school, or a minimum: it is never cut short.
	Given Kind = "given"
	// Bar is a period for which a duty is not owed.
	Bar Kind = "bar"
)

// Confirmed says which parts of a rule were checked against their source. A false part is from general knowledge:
// unconfirmed until a council's lawyers sign it.
type Confirmed struct {
	Period     bool `json:"period"`
	Trigger    bool `json:"trigger"`
	Exceptions bool `json:"exceptions"`
	Recipients bool `json:"recipients"`
}

// All reports whether every part is confirmed.
func (c Confirmed) All() bool { return c.Period && c.Trigger && c.Exceptions && c.Recipients }

// SignOff records who took responsibility for a rule on behalf of a council.
type SignOff struct {
	Name string `json:"name"`
	Post string `json:"post"`
	On   Day    `json:"on"`
}

// Rule is one duty, period or bar as the law states it from a day.
type Rule struct {
	ID         RuleID     `json:"id"`
	Instrument Instrument `json:"instrument"`
	Name       string     `json:"name"`
	Kind       Kind       `json:"kind"`
	OwedBy     Party      `json:"owed_by"`
	Starts     Fact       `json:"starts"`
	Second     Fact       `json:"second,omitzero"` // what the second date is, where the rule takes one
	Limit      Limit      `json:"limit,omitzero"`
	// Words is the limit in words: "as soon as practicable, at most 6 weeks".
	Words string `json:"words"`
	// Notice says that the duty is met when the family has notice of it, so that it has a last day for sending.
	Notice bool `json:"notice,omitzero"`
	// EarliestNext says that the council may act on the day after the last day, and not before.
	EarliestNext bool `json:"earliest_next,omitzero"`
	// Rule12 says that the last day moves as rule 12 of the HESC Rules provides.
	Rule12     bool        `json:"rule_12,omitzero"`
	Exceptions []Exception `json:"exceptions,omitempty"`
	Told       []Party     `json:"told,omitempty"`
	Contents   string      `json:"contents,omitzero"` // what the notice holds, or who is told in more detail
	// Plain says the duty to the family it concerns, {day} standing for the date: "The council must tell you whether
	// it will carry out an assessment by {day}." Empty where the date is no business of a family.
	Plain       string    `json:"plain,omitzero"`
	Cite        string    `json:"cite"`
	Note        string    `json:"note,omitzero"` // a reading that is open, or a trap
	InForceFrom Day       `json:"in_force_from"`
	InForceTo   Day       `json:"in_force_to,omitzero"` // the last day in force; zero while in force
	Confirmed   Confirmed `json:"confirmed"`
	SignedOff   []SignOff `json:"signed_off,omitempty"`

	ruleSet string // the ID of the set it was taken from
}
