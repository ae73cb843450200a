package casework

import (
	"encoding/json"
	"fmt"
	"slices"
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
	Key        string      // the idempotency key of the command it began with, or empty
	Act        ActKind     // the command it came from, or empty
	Body       Body        // what happened
}

// Body is what an event says. kinds.go lists the kinds of body.
type Body interface{ Kind() Kind }

// eventJSON is the stored shape of an event.
type eventJSON struct {
	Seq        int             `json:"seq"`
	Kind       Kind            `json:"kind"`
	FellOn     statute.Day     `json:"fell_on"`
	RecordedAt time.Time       `json:"recorded_at"`
	By         Actor           `json:"by"`
	Key        string          `json:"key,omitempty"`
	Act        ActKind         `json:"act,omitempty"`
	Body       json.RawMessage `json:"body"`
}

// MarshalJSON writes the event with the kind of its body beside it. The bytes are the same for the same event.
func (e Event) MarshalJSON() ([]byte, error) {
	body, err := json.Marshal(e.Body)
	if err != nil {
		return nil, fmt.Errorf("write event %d: %w", e.Seq, err)
	}
	return json.Marshal(eventJSON{Seq: e.Seq, Kind: e.Body.Kind(), FellOn: e.FellOn, RecordedAt: e.RecordedAt.UTC(), By: e.By, Key: e.Key, Act: e.Act, Body: body})
}

// UnmarshalJSON reads an event of any kind this version knows. A kind it does not know is an error: a case must never be
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
	*e = Event{Seq: j.Seq, FellOn: j.FellOn, RecordedAt: j.RecordedAt, By: j.By, Key: j.Key, Act: j.Act, Body: body}
	return nil
}

// Light is the event without what was written at length. It is all that a workflow needs to carry.
func (e Event) Light() Event {
	switch b := e.Body.(type) {
	case Opened:
		b.ToMend = nil
		e.Body = b
	case FamilySaid:
		b.Words, b.Times = "", ""
		e.Body = b
	case FurtherRequest:
		b.Original, b.ToMend = nil, nil
		e.Body = b
	case SchoolReplied:
		b.Summary, b.Reply = "", nil
		e.Body = b
	case RequestWithdrawn:
		b.Why = ""
		e.Body = b
	case SchoolChanged:
		b.Why = ""
		e.Body = b
	case DecisionShared:
		b.How = ""
		e.Body = b
	case DisputeRecorded:
		b.Why = ""
		e.Body = b
	case Consulted:
		b.Views = ""
		e.Body = b
	case Viewed:
		b.Note, b.Limbs = "", lightFindings(b.Limbs)
		e.Body = b
	case Recommended:
		b.Reasons, b.Dissent, b.Limbs = "", "", nil
		e.Body = b
	case Decided:
		b.Decision, b.Prose = b.Decision.light(), nil
		e.Body = b
	case Deferred:
		b.Why, b.AskedFor = "", nil
		e.Body = b
	case Overturned:
		b.Why = ""
		e.Body = b
	case MediationRecorded:
		b.Why = ""
		e.Body = b
	case MediationEnded:
		b.Agreed = slices.Clone(b.Agreed)
		for i := range b.Agreed {
			b.Agreed[i].What = ""
		}
		e.Body = b
	case DelayTold:
		b.Why = ""
		e.Body = b
	case LetterMended:
		b.Why = ""
		e.Body = b
	case Issued:
		b.Wording = nil
		e.Body = b
	case Called:
		b.Said = ""
		e.Body = b
	case Withdrawn:
		b.Why = ""
		e.Body = b
	}
	return e
}
