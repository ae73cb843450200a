package council

import "sendpanel/statute"

// ContactKind says what a contact is for.
type ContactKind string

// The contacts that a lawful notice names (reg 5(3), reg 32), then those that every letter and page names.
const (
	MediationAdviser       ContactKind = "mediation_adviser"       // reg 32(c)
	MediationOfficer       ContactKind = "mediation_officer"       // who acts for the council in a mediation, reg 32(f)
	DisagreementResolution ContactKind = "disagreement_resolution" // reg 5(3)(d)(i)
	AdviceService          ContactKind = "advice_service"          // SENDIASS, reg 5(3)(d)(ii)
	Tribunal               ContactKind = "tribunal"
	DutyLine               ContactKind = "duty_line"    // answered also when the officer has left
	ComplaintsDesk         ContactKind = "complaints"   // the council's own complaints
	Ombudsman              ContactKind = "ombudsman"    // the Local Government and Social Care Ombudsman
	DataProtection         ContactKind = "privacy"      // the data protection officer
	LocalOfferDesk         ContactKind = "local_offer"  // who keeps the Local Offer
	Translations           ContactKind = "translations" // letters in other languages and formats
	HealthDesk             ContactKind = "health"       // the integrated care board, reg 4(2)(a); its address ends in the postcode
	SocialCareDesk         ContactKind = "social_care"  // the council's own officers, reg 4(2)(b); its address ends in the postcode
)

// ContactKinds returns every kind, in the order in which a letter names them.
func ContactKinds() []ContactKind {
	return append(noticeKinds(), ComplaintsDesk, Ombudsman, DataProtection, LocalOfferDesk, Translations, HealthDesk, SocialCareDesk)
}

// noticeKinds are those without which a refusal is no lawful notice, and the line that answers for it.
func noticeKinds() []ContactKind {
	return []ContactKind{MediationAdviser, MediationOfficer, DisagreementResolution, AdviceService, Tribunal, DutyLine}
}

// Contact is somebody a letter tells the family about.
type Contact struct {
	Kind    ContactKind `json:"kind" validate:"required,choice"` // what it is for
	Name    string      `json:"name" validate:"required"`
	Phone   string      `json:"phone,omitempty" validate:"omitempty,phone"`
	Email   string      `json:"email,omitempty" validate:"omitempty,email"`
	Web     string      `json:"web,omitempty" validate:"omitempty,web"`
	Address []string    `json:"address,omitempty" validate:"max=7,dive,required"`
	Hours   string      `json:"hours,omitempty"`             // when it answers: "Monday to Friday, 9am to 5pm"
	Owner   string      `json:"owner" validate:"required"`   // the post that keeps it true
	Checked statute.Day `json:"checked" validate:"required"` // when somebody last confirmed it
	From    statute.Day `json:"from" validate:"required"`    // first day of validity
	Until   statute.Day `json:"until,omitzero"`              // last day of validity, none while it goes on
}

// Contact finds the contact of the kind that a letter of the day names.
func (c Council) Contact(kind ContactKind, on statute.Day) (Contact, bool) {
	for _, k := range c.Contacts {
		if k.Kind == kind && inForce(k.From, k.Until, on) {
			return k, true
		}
	}
	return Contact{}, false
}

// Stale reports whether nobody has confirmed the contact in the twelve months before the day. A stale contact is a
// thing to confirm, and never makes a notice late.
func (Council) Stale(k Contact, on statute.Day) bool { return k.Checked.AddMonths(12).Before(on) }
