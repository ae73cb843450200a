package records

import (
	"bytes"
	"container/list"
	"context"
	"errors"
	"slices"
	"sync"

	"sendpanel/casework"
)

// keptBytes bounds how much content the cases that are kept in memory may have, some thousand cases.
const keptBytes = 32 << 20

// keptCases are the events of the cases that were read last, so that a command does not read and check a whole case
// several times over. What is kept is good only for the mark under which it was read: every transaction looks the mark
// up afresh, so that what another process recorded or destroyed is never missed.
type keptCases struct {
	mu    sync.Mutex
	byRef map[casework.Ref]*list.Element
	order list.List // of keptCase, the one used last in front
	bytes int
}

// keptCase is what was read of one case.
type keptCase struct {
	ref    casework.Ref
	mark   mark
	events []casework.Event // not to be changed
	bytes  int
}

// mark tells one state of a case from every other: how long its chain is, where it ends, and how much was destroyed.
type mark struct {
	entries int64
	head    []byte
	gone    int64
}

func (m mark) equal(other mark) bool {
	return m.entries == other.entries && m.gone == other.gone && bytes.Equal(m.head, other.head)
}

func (t tx) markOf(ctx context.Context, ref casework.Ref) (mark, error) {
	const query = `SELECT entries, head, (SELECT COUNT(*) FROM disposals d WHERE d.chain = c.name) FROM chains c WHERE c.name = ?`
	var m mark
	err := t.row(ctx, query, caseChain(ref)).Scan(&m.entries, &m.head, &m.gone)
	if isMissing(err) {
		err = ErrNoCase
	}
	return m, err
}

// events are the events of a case as they stand in this transaction: those that were read before and checked against
// their digests then, and the ones after them. It is for a transaction that has changed nothing of the case yet.
func (t tx) events(ctx context.Context, ref casework.Ref) ([]casework.Event, error) {
	now, err := t.markOf(ctx, ref)
	if err != nil {
		return nil, err
	}
	before, found := t.kept.get(ref)
	if found && before.mark.equal(now) {
		return before.events, nil
	}
	if found, err = t.continues(ctx, ref, before.mark, now, found); err != nil {
		return nil, err
	}
	if !found {
		before = keptCase{}
	}
	further, size, err := t.eventsAfter(ctx, ref, len(before.events))
	if err != nil {
		return nil, err
	}
	events := slices.Clip(append(slices.Clip(before.events), further...))
	if len(events) == 0 {
		return nil, ErrNoCase
	}
	t.kept.put(keptCase{ref: ref, mark: now, events: events, bytes: before.bytes + size})
	return events, nil
}

// continues reports whether the chain as it is goes on from where it was read before.
func (t tx) continues(ctx context.Context, ref casework.Ref, before, now mark, found bool) (bool, error) {
	if !found || before.gone != now.gone || before.entries >= now.entries {
		return false, nil
	}
	var link []byte
	err := t.row(ctx, `SELECT link FROM entries WHERE ref = ? AND seq = ?`, string(ref), before.entries-1).Scan(&link)
	if isMissing(err) {
		return false, nil
	}
	return bytes.Equal(link, before.head), err
}

func (k *keptCases) get(ref casework.Ref) (keptCase, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	at, ok := k.byRef[ref]
	if !ok {
		return keptCase{}, false
	}
	k.order.MoveToFront(at)
	return at.Value.(keptCase), true
}

func (k *keptCases) put(c keptCase) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.drop(c.ref)
	if k.byRef == nil {
		k.byRef = map[casework.Ref]*list.Element{}
	}
	k.byRef[c.ref] = k.order.PushFront(c)
	for k.bytes += c.bytes; k.bytes > keptBytes && k.order.Len() > 1; {
		k.drop(k.order.Back().Value.(keptCase).ref)
	}
}

// forget lets go of a case, so that what was destroyed is gone from memory too.
func (k *keptCases) forget(ref casework.Ref) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.drop(ref)
}

func (k *keptCases) drop(ref casework.Ref) {
	at, ok := k.byRef[ref]
	if !ok {
		return
	}
	k.bytes -= k.order.Remove(at).(keptCase).bytes
	delete(k.byRef, ref)
}

// eventsAfter are the events of a case after the one with the number seq, read and checked, and the size of their content.
func (t tx) eventsAfter(ctx context.Context, ref casework.Ref, seq int) (events []casework.Event, size int, err error) {
	err = t.contents(ctx, ref, `e.seq > ?`, func(n int, content []byte, disposed bool) error {
		if disposed && content == nil {
			return DisposedError{Ref: ref, Seq: n}
		}
		if n != seq+len(events)+1 {
			return DamageError{Where: place(caseChain(ref), int64(seq+len(events)+1)), What: "the event is missing"}
		}
		e, err := readEvent(content)
		if err != nil {
			return err
		}
		events, size = append(events, e), size+len(content)
		return nil
	}, seq)
	if err != nil && !errors.As(err, new(DisposedError)) {
		t.kept.forget(ref)
	}
	return events, size, err
}
