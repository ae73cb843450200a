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
	Schema             string                  `json:"schema"`
	Name               string                  `json:"name"`
	Service            string                  `json:"service"`  // the service that signs, as "SEND Service"
	Invented           bool                    `json:"invented"` // an invented council: letters are marked SAMPLE
	Address            []string                `json:"address"`
	Postcode           string                  `json:"postcode"`
	Phone              string                  `json:"phone"`
	Email              string                  `json:"email"`
	Web                string                  `json:"web"`
	Colour             string                  `json:"colour"` // #rrggbb, for letter heads and pages
	DetermineOnReceipt bool                    `json:"determine_on_receipt"`
	StandingOfficer    casework.PersonID       `json:"standing_officer"` // the decision-maker in whose name the rule on receipt stands
	DefaultOfficer     casework.PersonID       `json:"default_officer"`  // who carries a new case
	Warnings           []casework.WarningPoint `json:"warnings"`
	Contacts           []Contact               `json:"contacts"`
	People             []Person                `json:"people"`
	Panels             []Panel                 `json:"panels"`
	Settings           []School                `json:"settings"`
	Complaints         string                  `json:"complaints"`  // the line on how to complain
	LocalOffer         string                  `json:"local_offer"` // its web address
	Privacy            string                  `json:"privacy"`     // the web address of the privacy notice
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

// Contact is somebody a letter tells the family about.
type Contact struct {
	Kind    ContactKind `json:"kind"`
	Name    string      `json:"name"`
	Phone   string      `json:"phone,omitempty"`
	Email   string      `json:"email,omitempty"`
	Web     string      `json:"web,omitempty"`
	Address []string    `json:"address,omitempty"`
	Owner   string      `json:"owner"`          // the post that keeps it true
	Checked statute.Day `json:"checked"`        // when somebody last confirmed it
	From    statute.Day `json:"from"`           // first day of validity
	Until   statute.Day `json:"until,omitzero"` // last day of validity, none while it goes on
}

// Person is somebody who works for the council, a school or a partner.
type Person struct {
	ID         casework.PersonID  `json:"id"`
	Name       string             `json:"name"`
	Post       string             `json:"post"`
	Phone      string             `json:"phone,omitempty"`
	Email      string             `json:"email,omitempty"`
	Roles      []casework.Role    `json:"roles"`
	Setting    casework.SettingID `json:"setting,omitempty"`
	Delegation *Delegation        `json:"delegation,omitempty"`
	From       statute.Day        `json:"from"`
	Until      statute.Day        `json:"until,omitzero"`
}

// Delegation is what lets an officer decide, with its own dates.
type Delegation struct {
	casework.Delegation
	From  statute.Day `json:"from"`
	Until statute.Day `json:"until,omitzero"`
}

// Panel is one multi-agency panel: it advises, and meets only with a quorum.
type Panel struct {
	ID      string              `json:"id"`
	Name    string              `json:"name"`
	Chair   casework.PersonID   `json:"chair"`
	Members []casework.PersonID `json:"members"`
	Quorum  int                 `json:"quorum"`
	From    statute.Day         `json:"from"`
	Until   statute.Day         `json:"until,omitzero"`
}

// School is a school, nursery or college that the council knows.
type School struct {
	ID       casework.SettingID `json:"id"`
	Name     string             `json:"name"`
	URN      string             `json:"urn"`
	Head     string             `json:"head"`
	Address  []string           `json:"address"`
	Postcode string             `json:"postcode"`
	Email    string             `json:"email"`
	Phone    string             `json:"phone"`
}
