// Package council is one council's settings: who works there and in which role, under which delegation, whom letters
// name, which schools there are, and when somebody is warned that a decision is still owed.
//
// Everything that can change has dates of validity, and whoever asks says for which day. The settings are one JSON file,
// read strictly: a slip in it is named with its path, so that a letter never goes out with half an address.
package council

import (
	"sendpanel/casework"
	"sendpanel/statute"
)

// Schema names the shape of the settings' JSON.
const Schema = "sendpanel/council/1"

// Council is the whole of one council's settings.
type Council struct {
	Schema   string   `json:"schema" validate:"required,eq=sendpanel/council/1"`
	Name     string   `json:"name" validate:"required"`
	Service  string   `json:"service" validate:"required"` // the service that signs, as "SEND Service"
	Invented bool     `json:"invented"`                    // an invented council: letters are marked SAMPLE
	Address  []string `json:"address" validate:"min=1,max=6,dive,required"`
	Postcode string   `json:"postcode" validate:"required,postcode"`
	Phone    string   `json:"phone" validate:"required,phone"`
	Email    string   `json:"email" validate:"required,email"`
	Web      string   `json:"web" validate:"required,web"`
	Colour   string   `json:"colour" validate:"required,colour"` // #rrggbb, for letter heads and pages

	// DetermineOnReceipt is the standing rule that a plan may be necessary for every child asked for (s.36(3)), so that
	// each request is considered on its merits; it stands in the name of StandingOfficer.
	DetermineOnReceipt bool              `json:"determine_on_receipt"`
	StandingOfficer    casework.PersonID `json:"standing_officer,omitempty" validate:"required_if=DetermineOnReceipt true"`
	DefaultOfficer     casework.PersonID `json:"default_officer" validate:"required"` // who carries a new case

	Warnings []casework.WarningPoint `json:"warnings"`
	Contacts []Contact               `json:"contacts" validate:"dive"`
	People   []Person                `json:"people" validate:"min=1,dive"`
	Panels   []Panel                 `json:"panels" validate:"dive"`
	Settings []School                `json:"settings" validate:"dive"`

	Complaints string `json:"complaints" validate:"required"`      // the line on how to complain
	LocalOffer string `json:"local_offer" validate:"required,web"` // its web address
	Privacy    string `json:"privacy" validate:"required,web"`     // the web address of the privacy notice
}

// ContactKind says what a contact is for.
type ContactKind string

// The contacts that a lawful notice names (reg 5(3), reg 32).
const (
	MediationAdviser       ContactKind = "mediation_adviser"       // reg 32(c)
	MediationOfficer       ContactKind = "mediation_officer"       // who acts for the council in a mediation, reg 32(f)
	DisagreementResolution ContactKind = "disagreement_resolution" // reg 5(3)(d)(i)
	AdviceService          ContactKind = "advice_service"          // SENDIASS, reg 5(3)(d)(ii)
	Tribunal               ContactKind = "tribunal"
	DutyLine               ContactKind = "duty_line"
)

// ContactKinds returns every kind, in the order in which a letter names them.
func ContactKinds() []ContactKind {
	return []ContactKind{MediationAdviser, MediationOfficer, DisagreementResolution, AdviceService, Tribunal, DutyLine}
}

// Contact is somebody a letter tells the family about.
type Contact struct {
	Kind    ContactKind `json:"kind" validate:"required,oneof=mediation_adviser mediation_officer disagreement_resolution advice_service tribunal duty_line"`
	Name    string      `json:"name" validate:"required"`
	Phone   string      `json:"phone,omitempty" validate:"omitempty,phone"`
	Email   string      `json:"email,omitempty" validate:"omitempty,email"`
	Web     string      `json:"web,omitempty" validate:"omitempty,web"`
	Address []string    `json:"address,omitempty" validate:"max=7,dive,required"`
	Owner   string      `json:"owner" validate:"required"`   // the post that keeps it true
	Checked statute.Day `json:"checked" validate:"required"` // when somebody last confirmed it
	From    statute.Day `json:"from" validate:"required"`    // first day of validity
	Until   statute.Day `json:"until,omitzero"`              // last day of validity, none while it goes on
}

// Person is somebody who works for the council, a school or a partner. Somebody whose post or roles change has one
// entry for each time, with the same ID.
type Person struct {
	ID         casework.PersonID  `json:"id" validate:"required,id"`
	Name       string             `json:"name" validate:"required"`
	Post       string             `json:"post" validate:"required"`
	Phone      string             `json:"phone,omitempty" validate:"omitempty,phone"`
	Email      string             `json:"email,omitempty" validate:"omitempty,email"`
	Roles      []casework.Role    `json:"roles" validate:"min=1,unique,dive,oneof=school casework_officer panel_member panel_chair decision_maker clerk service_manager director"`
	Setting    casework.SettingID `json:"setting,omitempty"`
	Delegation *Delegation        `json:"delegation,omitempty"`
	From       statute.Day        `json:"from" validate:"required"`
	Until      statute.Day        `json:"until,omitzero"`
}

// Delegation is what lets an officer decide, with its own dates.
type Delegation struct {
	casework.Delegation
	From  statute.Day `json:"from"`
	Until statute.Day `json:"until,omitzero"`
}

// Panel is one multi-agency panel: it advises, and meets only with a quorum. The chair belongs to it whether or not the
// members repeat the name; the clerk does not.
type Panel struct {
	ID      string              `json:"id" validate:"required,id"`
	Name    string              `json:"name" validate:"required"`
	Chair   casework.PersonID   `json:"chair" validate:"required"`
	Members []casework.PersonID `json:"members" validate:"min=1,unique,dive,required"`
	Clerk   casework.PersonID   `json:"clerk,omitempty"`
	Quorum  int                 `json:"quorum" validate:"min=1"` // how many of the panel must be present
	From    statute.Day         `json:"from" validate:"required"`
	Until   statute.Day         `json:"until,omitzero"`
}

// School is a school, nursery or college that the council knows.
type School struct {
	ID       casework.SettingID `json:"id" validate:"required,id"`
	Name     string             `json:"name" validate:"required"`
	Phase    string             `json:"phase" validate:"required,oneof=nursery infant junior primary secondary all_through special alternative post16"`
	URN      string             `json:"urn,omitempty" validate:"omitempty,urn"` // unique reference number: six digits
	Head     string             `json:"head,omitempty"`                         // the name of whom letters go to
	HeadPost string             `json:"head_post,omitempty"`                    // Headteacher, Principal, Nursery Manager
	Address  []string           `json:"address" validate:"min=1,max=5,dive,required"`
	Postcode string             `json:"postcode" validate:"required,postcode"`
	Email    string             `json:"email,omitempty" validate:"omitempty,email"`
	Phone    string             `json:"phone,omitempty" validate:"omitempty,phone"`
}
