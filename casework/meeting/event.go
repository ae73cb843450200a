package meeting

import (
	"encoding/json"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Event is one fact of a meeting. Events are numbered from 1 without a gap and never changed.
type Event struct {
	Seq        int
	FellOn     statute.Day    // the civil day the fact belongs to
	RecordedAt time.Time      // in the meeting's time
	By         casework.Actor // who did it; [casework.Engine] for what happens by itself
	Key        string         // the idempotency key of the command it began with, or empty
	Act        casework.ActKind
	Body       Body
}

// Body is what an event says.
type Body interface{ Kind() Kind }

// Kind names a kind of event, as it stands in the register.
type Kind string

// Kinds of event.
const (
	KindPlanned       Kind = "planned"
	KindDateChanged   Kind = "date_changed"
	KindCapacitySet   Kind = "capacity_set"
	KindInvited       Kind = "invited"
	KindExcused       Kind = "excused"
	KindPackReleased  Kind = "pack_released"
	KindReminded      Kind = "reminded"
	KindAttended      Kind = "attended"
	KindOpened        Kind = "opened"
	KindTakenUp       Kind = "taken_up"
	KindQuorumChanged Kind = "quorum_changed"
	KindClosed        Kind = "closed"
	KindCancelled     Kind = "cancelled"
)

type eventJSON struct {
	Seq        int              `json:"seq"`
	Kind       Kind             `json:"kind"`
	FellOn     statute.Day      `json:"fell_on"`
	RecordedAt time.Time        `json:"recorded_at"`
	By         casework.Actor   `json:"by"`
	Key        string           `json:"key,omitempty"`
	Act        casework.ActKind `json:"act,omitempty"`
	Body       json.RawMessage  `json:"body"`
}

// MarshalJSON writes the event with the kind of its body beside it. The bytes are the same for the same event.
func (e Event) MarshalJSON() ([]byte, error) {
	body, err := json.Marshal(e.Body)
	if err != nil {
		return nil, fmt.Errorf("write event %d of a meeting: %w", e.Seq, err)
	}
	return json.Marshal(eventJSON{Seq: e.Seq, Kind: e.Body.Kind(), FellOn: e.FellOn, RecordedAt: e.RecordedAt.UTC(), By: e.By, Key: e.Key, Act: e.Act, Body: body})
}

// UnmarshalJSON reads an event of any kind that this version knows. Another is an error: no fact may be left out.
func (e *Event) UnmarshalJSON(data []byte) error {
	var j eventJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("read an event of a meeting: %w", err)
	}
	body, err := readBody(j.Kind, j.Body)
	if err != nil {
		return fmt.Errorf("read event %d of a meeting: %w", j.Seq, err)
	}
	*e = Event{Seq: j.Seq, FellOn: j.FellOn, RecordedAt: j.RecordedAt, By: j.By, Key: j.Key, Act: j.Act, Body: body}
	return nil
}

func readBody(kind Kind, data []byte) (Body, error) {
	switch kind {
	case KindPlanned:
		return as[Planned](data)
	case KindDateChanged:
		return as[DateChanged](data)
	case KindCapacitySet:
		return as[CapacitySet](data)
	case KindInvited:
		return as[Invited](data)
	case KindExcused:
		return as[Excused](data)
	case KindPackReleased:
		return as[PackReleased](data)
	case KindReminded:
		return as[Reminded](data)
	case KindAttended:
		return as[Attended](data)
	case KindOpened:
		return as[Opened](data)
	case KindTakenUp:
		return as[TakenUp](data)
	case KindQuorumChanged:
		return as[QuorumChanged](data)
	case KindClosed:
		return as[Closed](data)
	case KindCancelled:
		return as[Cancelled](data)
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
	if b, ok := e.Body.(Closed); ok {
		b.Minutes = Minutes{}
		e.Body = b
	}
	return e
}
