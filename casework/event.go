package casework

import (
	"encoding/json"
	"fmt"
	"time"

	"sendpanel/statute"
)

// Event is one fact of a case. Events are numbered from 1 without a gap, never changed and never taken back: what was
// wrong is put right by a later event.
type Event struct {
	Seq        int         // its place in the case, from 1
	FellOn     statute.Day // the civil day the fact belongs to
	RecordedAt time.Time   // when it was recorded, in case time; after FellOn where the service had been away
	By         Actor       // who did it; [Engine] for what happens by itself
	Key        string      // the idempotency key of the command it came from, or empty
	Body       Body        // what happened
}

// Body is what an event says. The kinds of body are listed in [Kinds].
type Body interface{ Kind() Kind }

// Kind names a kind of event, as it stands in the register.
type Kind string

// Kinds of event.
const (
	KindOpened       Kind = "opened"
	KindDetermined   Kind = "determined"
	KindConsulted    Kind = "consulted"
	KindViewed       Kind = "view_recorded"
	KindRecommended  Kind = "recommended"
	KindDecided      Kind = "decided"
	KindIssued       Kind = "letter_issued"
	KindPosted       Kind = "letter_posted"
	KindVoided       Kind = "letter_voided"
	KindNoticeGiven  Kind = "notice_given"
	KindWarned       Kind = "warned"
	KindSendByPassed Kind = "send_by_passed"
	KindBreached     Kind = "breached"
	KindTaskRaised   Kind = "task_raised"
	KindTaskDone     Kind = "task_done"
	KindWithdrawn    Kind = "withdrawn"
	KindClosed       Kind = "closed"
)

// Determined: the council determined that a plan may be necessary and is considering an assessment (s.36(3), (6)).
type Determined struct {
	OnReceipt bool   `json:"on_receipt,omitempty"` // by the council's standing rule, in the decision-maker's name
	Why       string `json:"why,omitempty"`
}

// Consulted: somebody was asked for their view, or gave it (s.36(4), s.36(7)).
type Consulted struct {
	Whom     string      `json:"whom"` // "family", "child", "school", "health" or "social_care"
	How      string      `json:"how"`  // "letter", "call", "meeting", "email", "portal"
	Asked    statute.Day `json:"asked"`
	Received bool        `json:"received"`        // whether a view has come
	Views    string      `json:"views,omitempty"` // the view, in their words or summarised
}

// Viewed: a panel member recorded an own view of the case against the legal test.
type Viewed struct {
	Panel string    `json:"panel"`
	Limbs []Finding `json:"limbs"`
	Note  string    `json:"note,omitempty"`
}

// Recommended: the panel advised the council. The panel does not decide.
type Recommended struct {
	Panel   string     `json:"panel"`
	Outcome Outcome    `json:"outcome"`
	Present []PersonID `json:"present"`
	Quorum  int        `json:"quorum"` // the number that had to be present, as the council's settings had it
	Reasons string     `json:"reasons"`
	Dissent string     `json:"dissent,omitempty"`
}

// Decided: a named officer decided for the council whether to secure an assessment (s.36(5), s.36(8)).
type Decided struct {
	Decision
	DecidedBy  string     `json:"decided_by"` // the officer's name
	Post       string     `json:"post"`
	Delegation Delegation `json:"delegation"`
}

// Issued: a letter was rendered, stored and handed to its channel.
type Issued struct {
	Letter LetterKey       `json:"letter"`
	SHA256 string          `json:"sha256"` // of the PDF, hexadecimal
	Dated  statute.Day     `json:"dated"`  // the date printed on it
	By     statute.Channel `json:"channel"`
}

// Posted: the clerk confirmed that a printed letter was posted. It runs the family's time limits.
type Posted struct {
	Letter LetterKey   `json:"letter"`
	On     statute.Day `json:"on"`
}

// Voided: a letter will not go, and is owed again.
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
	Mediation *statute.Dates `json:"mediation,omitempty"` // T13
	Appeal    *statute.Dates `json:"appeal,omitempty"`    // T18
}

// Warned: a warning point on the way to the last day for sending was reached.
type Warned struct {
	Rule   statute.RuleID `json:"rule"`
	Points []WarningPoint `json:"points"` // the gravest last; several where the service had been away
	SendBy statute.Day    `json:"send_by"`
}

// SendByPassed: the last day on which notice could be sent in time has passed, and no decision has been sent.
type SendByPassed struct {
	Rule   statute.RuleID `json:"rule"`
	SendBy statute.Day    `json:"send_by"`
	Due    statute.Day    `json:"due"`
}

// Breached: the limit has passed. Nobody can accept it; the duty remains, as soon as practicable.
type Breached struct {
	Rule statute.RuleID `json:"rule"`
	Due  statute.Day    `json:"due"`
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

// TaskID names a task within its case, as "call:family-1" or "letter:decision-not-to-assess/family-1/7".
type TaskID string

// Withdrawn: the request was withdrawn and the council does not go on with it.
type Withdrawn struct {
	ConfirmedBy AddresseeID `json:"confirmed_by"` // the family member who confirmed it
	SuggestedBy string      `json:"suggested_by"` // who raised it first, recorded so that pressure shows
	Why         string      `json:"why,omitempty"`
}

// Closed: nothing more can follow from the case here.
type Closed struct {
	Why string `json:"why"`
}

func (Opened) Kind() Kind       { return KindOpened }
func (Determined) Kind() Kind   { return KindDetermined }
func (Consulted) Kind() Kind    { return KindConsulted }
func (Viewed) Kind() Kind       { return KindViewed }
func (Recommended) Kind() Kind  { return KindRecommended }
func (Decided) Kind() Kind      { return KindDecided }
func (Issued) Kind() Kind       { return KindIssued }
func (Posted) Kind() Kind       { return KindPosted }
func (Voided) Kind() Kind       { return KindVoided }
func (NoticeGiven) Kind() Kind  { return KindNoticeGiven }
func (Warned) Kind() Kind       { return KindWarned }
func (SendByPassed) Kind() Kind { return KindSendByPassed }
func (Breached) Kind() Kind     { return KindBreached }
func (TaskRaised) Kind() Kind   { return KindTaskRaised }
func (TaskDone) Kind() Kind     { return KindTaskDone }
func (Withdrawn) Kind() Kind    { return KindWithdrawn }
func (Closed) Kind() Kind       { return KindClosed }

// eventJSON is the stored shape of an event.
type eventJSON struct {
	Seq        int             `json:"seq"`
	Kind       Kind            `json:"kind"`
	FellOn     statute.Day     `json:"fell_on"`
	RecordedAt time.Time       `json:"recorded_at"`
	By         Actor           `json:"by"`
	Key        string          `json:"key,omitempty"`
	Body       json.RawMessage `json:"body"`
}

// MarshalJSON writes the event with the kind of its body beside it. The bytes are the same for the same event.
func (e Event) MarshalJSON() ([]byte, error) {
	body, err := json.Marshal(e.Body)
	if err != nil {
		return nil, fmt.Errorf("write event %d: %w", e.Seq, err)
	}
	return json.Marshal(eventJSON{Seq: e.Seq, Kind: e.Body.Kind(), FellOn: e.FellOn, RecordedAt: e.RecordedAt.UTC(), By: e.By, Key: e.Key, Body: body})
}

// UnmarshalJSON reads an event of any kind in [Kinds]. A kind it does not know is an error: a case must never be
// rebuilt with a fact left out.
func (e *Event) UnmarshalJSON(data []byte) error {
	var j eventJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("read an event: %w", err)
	}
	body, err := readBody(j.Kind, j.Body)
	if err != nil {
		return fmt.Errorf("read event %d: %w", j.Seq, err)
	}
	*e = Event{Seq: j.Seq, FellOn: j.FellOn, RecordedAt: j.RecordedAt, By: j.By, Key: j.Key, Body: body}
	return nil
}

func readBody(kind Kind, data []byte) (Body, error) {
	switch kind {
	case KindOpened:
		return as[Opened](data)
	case KindDetermined:
		return as[Determined](data)
	case KindConsulted:
		return as[Consulted](data)
	case KindViewed:
		return as[Viewed](data)
	case KindRecommended:
		return as[Recommended](data)
	case KindDecided:
		return as[Decided](data)
	case KindIssued:
		return as[Issued](data)
	case KindPosted:
		return as[Posted](data)
	case KindVoided:
		return as[Voided](data)
	case KindNoticeGiven:
		return as[NoticeGiven](data)
	case KindWarned:
		return as[Warned](data)
	case KindSendByPassed:
		return as[SendByPassed](data)
	case KindBreached:
		return as[Breached](data)
	case KindTaskRaised:
		return as[TaskRaised](data)
	case KindTaskDone:
		return as[TaskDone](data)
	case KindWithdrawn:
		return as[Withdrawn](data)
	case KindClosed:
		return as[Closed](data)
	}
	return nil, fmt.Errorf("the kind %q is not known to this version", kind)
}

func as[B Body](data []byte) (Body, error) {
	var b B
	if err := json.Unmarshal(data, &b); err != nil {
		return nil, err
	}
	return b, nil
}

// Light is the event without what was written at length. It is all that a workflow needs to carry.
func (e Event) Light() Event {
	switch b := e.Body.(type) {
	case Opened:
		b.ToMend = nil
		e.Body = b
	case Consulted:
		b.Views = ""
		e.Body = b
	case Viewed:
		b.Note, b.Limbs = "", lightFindings(b.Limbs)
		e.Body = b
	case Recommended:
		b.Reasons, b.Dissent = "", ""
		e.Body = b
	case Decided:
		b.Decision = b.Decision.light()
		e.Body = b
	case Withdrawn:
		b.Why = ""
		e.Body = b
	}
	return e
}
