package casework

import "sendpanel/statute"

// Issued: a letter was rendered, stored and handed to its channel.
type Issued struct {
	Letter  LetterKey       `json:"letter"`
	SHA256  string          `json:"sha256"` // of the PDF, hexadecimal
	Dated   statute.Day     `json:"dated"`  // the date printed on it
	By      statute.Channel `json:"channel"`
	Wording *WordingUsed    `json:"wording,omitempty"`
}

// WordingUsed is the wording of which a letter was made.
type WordingUsed struct {
	Paragraphs []string `json:"paragraphs"` // each with the day from which it is in force: "rights.opening from 2014-09-01"
	Read       string   `json:"read"`       // SHA-256 over the digests of them, in that order, hexadecimal
}

// Posted: the clerk confirmed that a printed letter was posted. It runs the family's time limits.
type Posted struct {
	Letter LetterKey   `json:"letter"`
	On     statute.Day `json:"on"`
}

// Voided: a letter will not go. Where it is still owed, it is owed again.
type Voided struct {
	Letter LetterKey `json:"letter"`
	Why    string    `json:"why"`
}

// NoticeGiven: every notice the decision owes to the family has been sent, which meets the duty (reg 5(1)). On a
// refusal the family's own limits run from here (reg 33; tribunal rule 20(1)(c)).
type NoticeGiven struct {
	Rule      statute.RuleID `json:"rule"`
	On        statute.Day    `json:"on"`
	Due       statute.Day    `json:"due"`
	Under     string         `json:"under,omitempty"`     // the exception in force when the limit passed, where it was not a breach
	Mediation *statute.Dates `json:"mediation,omitempty"` // T13
	Appeal    *statute.Dates `json:"appeal,omitempty"`    // T18 without a certificate
	// LastAppeal is the appeal's limit where a certificate is issued as late as the mediation rules allow. Until then
	// an appeal may still come.
	LastAppeal *statute.Dates `json:"last_appeal,omitempty"`
	// Corrected is the day of a later notice that put this one right, in the case as it is folded; never in the event.
	Corrected statute.Day `json:"corrected,omitzero"`
}

// CertificateIssued: a mediation certificate was issued, from which the time for an appeal may run longer (T18).
type CertificateIssued struct {
	On     statute.Day   `json:"on"`
	Appeal statute.Dates `json:"appeal"`
}

// Warned: a warning point on the way to the last day for sending the decision, or the outcome of an assessment, was reached.
type Warned struct {
	Rule   statute.RuleID    `json:"rule"`
	Points []WarningPoint    `json:"points"` // the gravest last; several where the service had been away
	SendBy statute.Day       `json:"send_by"`
	For    AssessmentOutcome `json:"for,omitempty"` // what is due, where it is the outcome of an assessment
}

// SendByPassed: the last day on which notice could be sent in time has passed, and neither decision nor outcome has been sent.
type SendByPassed struct {
	Rule   statute.RuleID    `json:"rule"`
	SendBy statute.Day       `json:"send_by"`
	Due    statute.Day       `json:"due"`
	For    AssessmentOutcome `json:"for,omitempty"` // what is due, where it is the outcome of an assessment
}

// ExceptionClaimed: an officer claimed one of the exceptions the law lists, tested against its dates. The due date does
// not change.
type ExceptionClaimed struct {
	Tested statute.Tested `json:"tested"`
}

// ExceptionEnded: the fact of an exception ended. From then the duty is "as soon as practicable".
type ExceptionEnded struct {
	Limb string      `json:"limb"`
	On   statute.Day `json:"on"`
}

// LimitPassed: the limit passed while an exception was in force, which is not a breach while it lasts.
type LimitPassed struct {
	Rule statute.RuleID    `json:"rule"`
	Due  statute.Day       `json:"due"`
	Limb string            `json:"limb"`
	For  AssessmentOutcome `json:"for,omitempty"` // what is due, where it is the outcome of an assessment
}

// Breached: the limit has passed. Nobody can accept it; the duty remains, as soon as practicable.
type Breached struct {
	Rule statute.RuleID    `json:"rule"`
	Due  statute.Day       `json:"due"`
	For  AssessmentOutcome `json:"for,omitempty"` // what is due, where it is the outcome of an assessment
}

// Kind is KindIssued, and so for each of the bodies below.
func (Issued) Kind() Kind            { return KindIssued }
func (Posted) Kind() Kind            { return KindPosted }
func (Voided) Kind() Kind            { return KindVoided }
func (NoticeGiven) Kind() Kind       { return KindNoticeGiven }
func (CertificateIssued) Kind() Kind { return KindCertificate }
func (Warned) Kind() Kind            { return KindWarned }
func (SendByPassed) Kind() Kind      { return KindSendByPassed }
func (ExceptionClaimed) Kind() Kind  { return KindExceptionClaimed }
func (ExceptionEnded) Kind() Kind    { return KindExceptionEnded }
func (LimitPassed) Kind() Kind       { return KindLimitPassed }
func (Breached) Kind() Kind          { return KindBreached }
