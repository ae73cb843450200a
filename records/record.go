package records

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"sendpanel/casework"
	"sendpanel/council"
)

// entry is an event as it is stored.
type entry struct {
	event   casework.Event // read back from content, so that what is folded is what is stored
	content []byte
}

func entriesOf(events []casework.Event) ([]entry, error) {
	entries := make([]entry, len(events))
	for i, e := range events {
		content, err := json.Marshal(e)
		if err != nil {
			return nil, err
		}
		entries[i].content = content
		if err := json.Unmarshal(content, &entries[i].event); err != nil {
			return nil, fmt.Errorf("read event %d back: %w", e.Seq, err)
		}
	}
	return entries, nil
}

// Record adds events to a case, in one transaction, and brings the case's row up to date.
//
// Events that are recorded already, with the same bytes, are passed over: run again, it does nothing. The error is a
// [ConflictError] where another event has the number, where a number is left out, or where another event of the case
// came from the same command; and [ErrNoCase] where the case was never received.
func (r *Register) Record(ctx context.Context, ref casework.Ref, events []casework.Event) error {
	return r.RecordChecked(ctx, ref, events, nil)
}

// Check looks at an event that is about to be recorded: at the council's settings in force, at the case as it stands
// before the event, and at the event. An error keeps it, and all events given with it, from being recorded.
// [council.Council.ConfirmsIn] is one.
type Check func(in council.Council, before casework.Case, e casework.Event) error

// RecordChecked is [Register.Record] with a check of each event that is not recorded yet, made in the transaction that
// records it: between the check and the recording neither the case nor its events can change. The check may be made more
// than once, so it does nothing but compute.
//
// A [*casework.Refused] of the check comes out as it is; nothing was recorded then. The error is [ErrNoSettings] where
// the council's settings have never been applied.
func (r *Register) RecordChecked(ctx context.Context, ref casework.Ref, events []casework.Event, check Check) error {
	entries, err := entriesOf(events)
	if err != nil {
		return fmt.Errorf("record events of %s: %w", ref, err)
	}
	err = r.write(ctx, func(t tx) error { return r.record(ctx, t, ref, entries, check) })
	if err == nil {
		return nil
	}
	if refused := casework.AsRefused(err); refused != nil {
		return refused
	}
	if errors.As(err, new(ConflictError)) {
		return err
	}
	return fmt.Errorf("record events of %s: %w", ref, err)
}

func (r *Register) record(ctx context.Context, t tx, ref casework.Ref, entries []entry, check Check) error {
	end, err := t.tailOf(ctx, caseLedger(), string(ref))
	if errors.Is(err, errNoChain) {
		return ErrNoCase
	}
	if err != nil {
		return err
	}
	fresh, err := t.unrecorded(ctx, ref, int(end.entries), entries)
	if err != nil || len(fresh) == 0 {
		return err
	}
	events, err := t.events(ctx, ref)
	if err != nil {
		return err
	}
	if err := oncePerCommand(ref, events, fresh); err != nil {
		return err
	}
	c, err := casework.Fold(events)
	if err != nil {
		return err
	}
	if c, err = r.follow(ctx, t, c, fresh, check); err != nil {
		return err
	}
	if err := t.addEntries(ctx, end, fresh, r.now()); err != nil {
		return err
	}
	return t.putCase(ctx, c)
}

// follow is the case after the events, each of them checked on the case before it.
func (r *Register) follow(ctx context.Context, t tx, c casework.Case, fresh []entry, check Check) (casework.Case, error) {
	var in council.Council
	if check != nil {
		var err error
		if in, _, err = r.settingsIn(ctx, t); err != nil {
			return c, err
		}
	}
	for _, e := range fresh {
		if check != nil {
			if err := check(in, c, e.event); err != nil {
				return c, err
			}
			if err := t.room(ctx, c, e.event); err != nil {
				return c, err
			}
		}
		var err error
		if c, err = c.Apply(e.event); err != nil {
			return c, err
		}
	}
	return c, nil
}

// unrecorded leaves out what is recorded already, and refuses what contradicts it. next is the number that the next
// event must have.
func (t tx) unrecorded(ctx context.Context, ref casework.Ref, next int, entries []entry) ([]entry, error) {
	for i, e := range entries {
		switch seq := e.event.Seq; {
		case seq < 1:
			return nil, ConflictError{Ref: ref, Seq: seq, Why: "events are numbered from 1"}
		case seq > next:
			return nil, ConflictError{Ref: ref, Seq: seq, Why: fmt.Sprintf("the last event recorded is %d, so there is a gap", next-1)}
		case seq == next:
			return entries[i:], inOrder(ref, next, entries[i:])
		default:
			stored, err := t.contentOf(ctx, ref, seq)
			if errors.As(err, new(DisposedError)) {
				continue // what it said is gone: whatever comes again under its number was recorded
			}
			if err != nil {
				return nil, err
			}
			if !bytes.Equal(stored, e.content) {
				return nil, ConflictError{Ref: ref, Seq: seq, Why: "another event is recorded under this number"}
			}
		}
	}
	return nil, nil
}

func inOrder(ref casework.Ref, next int, entries []entry) error {
	for i, e := range entries {
		if e.event.Seq != next+i {
			return ConflictError{Ref: ref, Seq: e.event.Seq, Why: fmt.Sprintf("it stands where event %d belongs", next+i)}
		}
	}
	return nil
}

// oncePerCommand makes sure that no command is recorded twice. The database has the same rule.
func oncePerCommand(ref casework.Ref, stored []casework.Event, fresh []entry) error {
	seen := map[string]int{}
	for _, e := range stored {
		seen[e.Key] = e.Seq
	}
	for _, e := range fresh {
		key, seq := e.event.Key, e.event.Seq
		if before, ok := seen[key]; ok && key != "" {
			return ConflictError{Ref: ref, Seq: seq, Why: fmt.Sprintf("event %d came from the same command", before)}
		}
		seen[key] = seq
	}
	return nil
}

// addEntries adds events to the case's chain.
func (t tx) addEntries(ctx context.Context, end *tail, entries []entry, now string) error {
	for _, e := range entries {
		v := e.event
		end.person = string(v.By.Person)
		_, err := t.add(ctx, end, e.content, string(v.Body.Kind()), v.FellOn.String(), stamped(v.RecordedAt), now, v.Key)
		if err != nil {
			return err
		}
	}
	return t.save(ctx, end)
}
