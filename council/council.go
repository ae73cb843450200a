// Package council is one council's settings: who works there and in which role, under which delegation, which panels
// meet and when they may, whom letters name, which schools there are and when they are closed, in which languages help
// is offered, how long papers are kept, and when somebody is warned that a decision is still owed.
//
// Everything that can change has dates of validity, and whoever asks says for which day. The settings are one JSON file,
// read strictly: a slip in it is named with its path, so that a letter never goes out with half an address.
// docs/council.md lists every field; [Diff] says in words what a new file would change.
package council

import (
	"sendpanel/casework"
	"sendpanel/statute"
)

// Schema names the shape of the settings' JSON.
const Schema = "sendpanel/council/1"

// Council is the whole of one council's settings.
type Council struct {
	Schema   string   `json:"schema" validate:"required,eq=sendpanel/council/1"` // the shape of this file
	Name     string   `json:"name" validate:"required"`                          // the council's name in full
	Service  string   `json:"service" validate:"required"`                       // the service that signs, as "SEND Service"
	Invented bool     `json:"invented"`                                          // an invented council: letters are marked SAMPLE
	Address  []string `json:"address" validate:"min=1,max=6,dive,required"`      // the service's address, a line each
	Postcode string   `json:"postcode" validate:"required,postcode"`
	Phone    string   `json:"phone" validate:"required,phone"`
	Email    string   `json:"email" validate:"required,email"`
	Web      string   `json:"web" validate:"required,web"`
	Colour   string   `json:"colour" validate:"required,colour"` // #rrggbb, for letter heads and pages
	Logo     *Logo    `json:"logo,omitempty"`                    // for letter heads; without one the name stands alone

	// The standing rule that a plan may be necessary for every child asked for (s.36(3)), so that each request is
	// considered on its merits; it stands in the name of the standing officer.
	DetermineOnReceipt bool              `json:"determine_on_receipt"`
	StandingOfficer    casework.PersonID `json:"standing_officer,omitempty" validate:"required_if=DetermineOnReceipt true"` // in whose name the standing rule is
	DefaultOfficer     casework.PersonID `json:"default_officer" validate:"required"`                                       // who carries a new case, and those of an officer who left without cover
	ServiceManager     casework.PersonID `json:"service_manager" validate:"required"`                                       // who answers for the limits being kept
	LegalSignOff       casework.PersonID `json:"legal_sign_off" validate:"required"`                                        // the lawyer who signs off wording, and refusals on evidence that may not be told of

	Warnings       []casework.WarningPoint `json:"warnings"`                         // on the six weeks to the decision (T04b)
	WarningsByRule []casework.RuleWarnings `json:"warnings_by_rule" validate:"dive"` // on the other limits
	Channels       Channels                `json:"channels"`
	Contacts       []Contact               `json:"contacts" validate:"dive"`
	People         []Person                `json:"people" validate:"min=1,dive"`
	Panels         []Panel                 `json:"panels" validate:"dive"`
	Settings       []School                `json:"settings" validate:"dive"`             // the schools, nurseries and colleges that the council knows
	Signatures     []Signature             `json:"signatures,omitempty" validate:"dive"` // of the council’s lawyers, under wording and rules
	Languages      []Language              `json:"languages" validate:"dive"`
	Retention      []Retention             `json:"retention" validate:"dive"`

	Complaints string `json:"complaints" validate:"required"`      // the line on how to complain
	LocalOffer string `json:"local_offer" validate:"required,web"` // its web address
	Privacy    string `json:"privacy" validate:"required,web"`     // the web address of the privacy notice
}

// Channels are the ways in which notices travel where nobody has asked for another.
type Channels struct {
	Family   statute.Channel `json:"family" validate:"required,choice"`   // never e-mail alone: that takes recorded consent
	School   statute.Channel `json:"school" validate:"required,choice"`   // to schools, nurseries and colleges
	Agencies statute.Channel `json:"agencies" validate:"required,choice"` // to health and social care
}

// WarningsFor are the warning points on the limit of a rule, none where the council has set none.
func (c Council) WarningsFor(rule statute.RuleID) []casework.WarningPoint {
	if rule == casework.RuleDecide {
		return c.Warnings
	}
	for _, w := range c.WarningsByRule {
		if w.Rule == rule {
			return w.Points
		}
	}
	return nil
}
