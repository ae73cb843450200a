package records

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"sendpanel/casework"
)

// kindReceipt is the kind of entry 0 of a case: the request as it arrived.
const kindReceipt = "receipt"

// Receipt is a request that has arrived and can be opened as a case.
type Receipt struct {
	Key      string // given twice, it is one request; where empty, the SHA-256 of Original in hexadecimal
	Year     int    // the calendar year of receipt, from which the reference is counted
	Original []byte // the request exactly as it arrived

	// Child is whom the request is about. Where it is given, no case is opened while another open case may be about the same
	// child, save those in Seen, which somebody has looked at and found to be another's or decided. See [AlikeError].
	Child casework.Identity
	Seen  []casework.Ref

	// Open makes the first events of the case that gets the reference. It may be called more than once, with another
	// reference, so it does nothing but compute.
	Open func(casework.Ref) ([]casework.Event, error)
}

// Receive opens a case, in one transaction: it takes the next reference of the year, stores the request as it arrived
// and the first events. The same key again gives the reference of the first time, and fresh is false.
//
// The cases of the same child are looked for in that same transaction, and two requests about one child wait for each
// other: so two that arrive in one instant never become two cases. The second gets an [AlikeError].
//
// The error of in.Open is given back as it is; no reference is used up then.
func (r *Register) Receive(ctx context.Context, in Receipt) (ref casework.Ref, fresh bool, err error) {
	key := storable(in.Key)
	if key == "" {
		key = hexOf(in.Original)
	}
	err = r.write(ctx, func(t tx) error {
		ref, err = t.receivedAs(ctx, key)
		if err != nil || ref != "" {
			return err
		}
		if err := t.nobodyAlike(ctx, in); err != nil {
			return err
		}
		ref, err = r.open(ctx, t, key, in)
		fresh = err == nil
		return err
	})
	if r.dialect.duplicate(err) { // another submission of the same key was faster
		ref, fresh, err = r.receivedBefore(ctx, key, err)
	}
	if err != nil {
		return "", false, fmt.Errorf("receive a request: %w", err)
	}
	return ref, fresh, nil
}

// receivedBefore finds what stood in the way of storing the key a second time.
func (r *Register) receivedBefore(ctx context.Context, key string, duplicate error) (ref casework.Ref, fresh bool, err error) {
	err = r.read(ctx, func(t tx) error {
		ref, err = t.receivedAs(ctx, key)
		return err
	})
	if err == nil && ref == "" {
		err = duplicate
	}
	return ref, false, err
}

// receivedAs is the reference under which the key was received, or empty.
func (t tx) receivedAs(ctx context.Context, key string) (casework.Ref, error) {
	var ref casework.Ref
	err := t.row(ctx, `SELECT ref FROM entries WHERE seq = 0 AND key = ?`, key).Scan(&ref)
	if isMissing(err) {
		return "", nil
	}
	return ref, err
}

// open stores a case that is new.
func (r *Register) open(ctx context.Context, t tx, key string, in Receipt) (casework.Ref, error) {
	n, err := t.next(ctx, receiptsOf(in.Year))
	if err != nil {
		return "", err
	}
	ref := casework.NewRef(in.Year, n)
	events, err := in.Open(ref)
	if err != nil {
		return "", err
	}
	entries, err := entriesOf(events)
	if err != nil {
		return "", err
	}
	c, err := casework.Fold(events)
	if err != nil {
		return "", err
	}
	if err := checkFirst(c, ref, in.Original); err != nil {
		return "", err
	}
	if err := t.putCase(ctx, c); err != nil {
		return "", err
	}
	end, err := t.tailOrNew(ctx, caseLedger(), string(ref))
	if err != nil {
		return "", err
	}
	now, first := r.now(), events[0]
	if _, err := t.add(ctx, end, in.Original, kindReceipt, first.FellOn.String(), stamped(first.RecordedAt), now, key); err != nil {
		return "", err
	}
	return ref, t.addEntries(ctx, end, entries, now)
}

// checkFirst makes sure that the first events belong to the reference and to the request.
func checkFirst(c casework.Case, ref casework.Ref, original []byte) error {
	if c.Seq == 0 {
		return fmt.Errorf("open %s: a case begins with an event", ref)
	}
	if c.Ref != ref {
		return fmt.Errorf("open %s: its first event is for %s", ref, c.Ref)
	}
	if named := c.Opened.Request; named != "" && named != hexOf(original) {
		return fmt.Errorf("open %s: its first event names another request than the one that is stored with it", ref)
	}
	return nil
}

// receiptsOf names the counter of a year's references.
func receiptsOf(year int) string { return fmt.Sprintf("receipts/%04d", year) }

// next takes the next number of a counter. Others wait until the transaction ends; where it fails the number is free
// again, so that the numbers have no gap.
func (t tx) next(ctx context.Context, counter string) (int, error) {
	var n int
	const take = `INSERT INTO counters (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = counters.last + 1 RETURNING last`
	if err := t.row(ctx, take, counter).Scan(&n); err != nil {
		return 0, fmt.Errorf("take the next number of %s: %w", counter, err)
	}
	return n, nil
}

// Request is the request exactly as it arrived.
func (r *Register) Request(ctx context.Context, ref casework.Ref) ([]byte, error) {
	var original []byte
	err := r.read(ctx, func(t tx) (err error) {
		original, err = t.contentOf(ctx, ref, 0)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the request of %s: %w", ref, err)
	}
	return original, nil
}

func hexOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
