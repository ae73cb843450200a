package casework

import "sendpanel/statute"

// Determined: the council determined that a plan may be necessary and is considering an assessment (s.36(3), (6)).
type Determined struct {
	OnReceipt bool   `json:"on_receipt,omitempty"` // by the council's standing rule, in the decision-maker's name
	Why       string `json:"why,omitempty"`
}

// Consulted: somebody was asked for their view, or gave it (s.36(4), s.36(7)).
type Consulted struct {
	Whom     string        `json:"whom"`          // "family", "child", "school", "health" or "social_care"
	How      string        `json:"how"`           // "letter", "call", "meeting", "email", "portal"
	Who      []AddresseeID `json:"who,omitempty"` // which of the family, where it was not all of them
	Asked    statute.Day   `json:"asked"`
	Received bool          `json:"received,omitempty"` // whether a view has come
	Views    string        `json:"views,omitempty"`    // the view, in their words or summarised
	Language string        `json:"language,omitempty"` // in which the words are, as “Polish”; empty for English
}

// MarkedUrgent: the case is listed before others, because the duty is to act as soon as practicable.
type MarkedUrgent struct {
	Reason UrgentReason `json:"reason"`
	Facts  string       `json:"facts,omitempty"`
}

// UrgentReason is why a case is listed before others.
type UrgentReason string

// The reasons for urgency.
const (
	RiskOfExclusion UrgentReason = "risk_of_exclusion"
	NoSchoolPlace   UrgentReason = "no_school_place"
	InHospital      UrgentReason = "hospital"
	Bereavement     UrgentReason = "bereavement"
	FromAbroad      UrgentReason = "arrival_from_abroad"
)

// Listed: the case was put on the agenda of a meeting of the panel.
type Listed struct {
	Panel string      `json:"panel"` // the panel, as the council's settings know it
	Name  string      `json:"name"`  // and as people do
	On    statute.Day `json:"on"`    // the day of the meeting
	// Meeting is the meeting itself, where the register holds it. Without one the panel's day stands for it.
	Meeting MeetingRef `json:"meeting,omitempty"`
}

// InterestDeclared: a panel member has an interest in the case, by their own word, by a record or by the family's
// objection, and takes no part in it.
type InterestDeclared struct {
	Member PersonID `json:"member"`
	What   string   `json:"what"`
	Source string   `json:"source"` // "declared", "setting", "allocation" or "family"
}

// Viewed: a panel member recorded an own view of the case against the legal test.
type Viewed struct {
	Panel string    `json:"panel"`
	Limbs []Finding `json:"limbs"`
	Note  string    `json:"note,omitempty"`
}

// Deferred: the panel put the case off to another meeting. The clock does not stop.
type Deferred struct {
	Panel      string      `json:"panel"`
	Until      statute.Day `json:"until"` // the day of the meeting it was put off to
	Why        string      `json:"why,omitempty"`
	AskedFor   []Ask       `json:"asked_for,omitempty"`
	DaysLeft   int         `json:"days_left"`   // from that meeting to the last day for sending
	DaysWaited int         `json:"days_waited"` // that the family has waited since the day of receipt
	Meeting    MeetingRef  `json:"meeting,omitempty"`
}

// Ask is a piece of information that was asked for, and of whom.
type Ask struct {
	Of  string      `json:"of"`
	For string      `json:"for"`
	By  statute.Day `json:"by,omitzero"`
}

// Recommended: the panel advised the council. The panel does not decide.
type Recommended struct {
	Panel   string     `json:"panel"`
	Name    string     `json:"name,omitempty"`
	Outcome Outcome    `json:"outcome"`
	Present []PersonID `json:"present"`
	Quorum  int        `json:"quorum"`          // the number that had to be present, as the council's settings had it
	Limbs   []Finding  `json:"limbs,omitempty"` // the reasons on each limb, where they were given apart
	Reasons string     `json:"reasons,omitempty"`
	Dissent string     `json:"dissent,omitempty"`
}

// Decided: a named officer decided for the council whether to secure an assessment (s.36(5), s.36(8)).
type Decided struct {
	Decision
	Prose      []ProseFinding `json:"prose,omitempty"` // what the checks found in the reasons, as they then stood
	DecidedBy  string         `json:"decided_by"`      // the officer's name
	Post       string         `json:"post"`
	Delegation Delegation     `json:"delegation"`
}

// AddresseeSet: somebody is written to from this day on, or is reached in another way than before.
type AddresseeSet struct {
	Addressee Addressee    `json:"addressee"`
	Why       string       `json:"why"`
	Evidence  []DocumentID `json:"evidence,omitempty"`
}

// AddresseeEnded: somebody is no longer written to: a court's order, the young person's choice, a death.
type AddresseeEnded struct {
	Addressee AddresseeID `json:"addressee"`
	Why       string      `json:"why"`
	Order     string      `json:"order,omitempty"` // the court's order, where one restricts
}

// CapacityFound: somebody was found to have, or to lack, capacity for a decision (reg 64, Sch 3; s.80).
type CapacityFound struct {
	Finding statute.CapacityFinding `json:"finding"`
	By      string                  `json:"by"` // who assessed
}

// AgeSwitched: the child passed the end of compulsory school age and is now written to in their own right.
type AgeSwitched struct {
	From statute.Day `json:"from"`
}

// Called: somebody in the family was telephoned before a letter, or the call was tried.
type Called struct {
	Addressee   AddresseeID `json:"addressee"`
	Reached     bool        `json:"reached"`
	Interpreter string      `json:"interpreter,omitempty"`
	Said        string      `json:"said,omitempty"`
	Word        bool        `json:"word,omitempty"`    // they gave the word that was agreed with them
	Message     bool        `json:"message,omitempty"` // a message was left
}

// CallTimeOver: a call before a letter has not come about and there is no more time: the letter goes.
type CallTimeOver struct {
	Addressees []AddresseeID `json:"addressees"`
}

// EvidenceAdded: documents came in after the request.
type EvidenceAdded struct {
	Evidence []Evidence `json:"evidence"`
}

// EvidenceReleased: an officer decided who else may see documents, or be told that they exist.
type EvidenceReleased struct {
	Evidence []DocumentID `json:"evidence"`
	See      []Party      `json:"see,omitempty"`
	Know     []Party      `json:"know,omitempty"`
	Why      string       `json:"why,omitempty"`
}

// TaskRaised: somebody has to do something that the engine cannot.
type TaskRaised struct {
	Task TaskID `json:"task"`
	For  Role   `json:"for"`
	What string `json:"what"`
}

// TaskDone: the task was done.
type TaskDone struct {
	Task TaskID `json:"task"`
	How  string `json:"how"`
}

// TaskID names a task within its case, as "call:family-1/7" or "letter:decision-not-to-assess/family-1/7/1".
type TaskID string

// Reassigned: another officer carries the case.
type Reassigned struct {
	Officer PersonID `json:"officer"`
	Why     string   `json:"why,omitempty"`
}

// TransferredOut: the child moved, and another council became responsible on the day.
type TransferredOut struct {
	On     statute.Day `json:"on"`
	To     string      `json:"to"`
	Papers bool        `json:"papers"` // whether the papers have gone there
}

// Died: the child died. Every letter stops at once.
type Died struct {
	On statute.Day `json:"on"`
}

// Withdrawn: the request was withdrawn and the council does not go on with it.
type Withdrawn struct {
	ConfirmedBy AddresseeID   `json:"confirmed_by"` // the family member who confirmed it
	SuggestedBy string        `json:"suggested_by"` // who raised it first, recorded so that pressure shows
	Why         string        `json:"why,omitempty"`
	AgreedBy    []AddresseeID `json:"agreed_by,omitempty"`
}

// Closed: nothing more can follow from the case here.
type Closed struct {
	Why string `json:"why"`
}

// Kind is KindDetermined, and so for each of the bodies below.
func (Determined) Kind() Kind       { return KindDetermined }
func (Opened) Kind() Kind           { return KindOpened }
func (Consulted) Kind() Kind        { return KindConsulted }
func (MarkedUrgent) Kind() Kind     { return KindUrgent }
func (Listed) Kind() Kind           { return KindListed }
func (InterestDeclared) Kind() Kind { return KindInterest }
func (Viewed) Kind() Kind           { return KindViewed }
func (Deferred) Kind() Kind         { return KindDeferred }
func (Recommended) Kind() Kind      { return KindRecommended }
func (Decided) Kind() Kind          { return KindDecided }
func (AddresseeSet) Kind() Kind     { return KindAddresseeSet }
func (AddresseeEnded) Kind() Kind   { return KindAddresseeEnded }
func (CapacityFound) Kind() Kind    { return KindCapacity }
func (AgeSwitched) Kind() Kind      { return KindAgeSwitched }
func (Called) Kind() Kind           { return KindCalled }
func (CallTimeOver) Kind() Kind     { return KindCallTimeOver }
func (EvidenceAdded) Kind() Kind    { return KindEvidenceAdded }
func (EvidenceReleased) Kind() Kind { return KindReleased }
func (TaskRaised) Kind() Kind       { return KindTaskRaised }
func (TaskDone) Kind() Kind         { return KindTaskDone }
func (Reassigned) Kind() Kind       { return KindReassigned }
func (TransferredOut) Kind() Kind   { return KindTransferred }
func (Died) Kind() Kind             { return KindDied }
func (Withdrawn) Kind() Kind        { return KindWithdrawn }
func (Closed) Kind() Kind           { return KindClosed }
