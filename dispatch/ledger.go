package dispatch

import (
	"context"
	"fmt"
)

// Ledger remembers which letters were given to a carrier that has no idempotency of its own. It is written before the
// letter is given, so that a machine that stops in between leaves a question and not a second letter.
type Ledger interface {
	// Begin notes that a letter is about to be given, and under which reference. Begun before, it gives what was noted then.
	Begin(ctx context.Context, key Key, way, sha string) (Attempt, error)
	// Took notes the carrier's own ID of a letter it took.
	Took(ctx context.Context, reference, id string) error
	// Release forgets an attempt of which the carrier surely took nothing, so that the letter may be given afresh.
	Release(ctx context.Context, reference string) error
	// Recall notes that a letter was voided. It reports whether the carrier may have it.
	Recall(ctx context.Context, key Key) (bool, error)
}

// Attempt is what is known of giving one letter to a carrier.
type Attempt struct {
	Reference string // made by chance, so that it says nothing of anybody
	SHA256    string // of the letter that was, or is to be, given
	ID        string // the carrier's own; empty while nobody knows whether it took the letter
	Fresh     bool   // nobody has tried before
}

// UnclearError says that a carrier may or may not have taken a letter, and that asking it gave no answer. A person has to
// look; the letter is not given again by itself.
type UnclearError struct {
	Key       Key
	Way       string
	Reference string
	Err       error
}

func (e *UnclearError) Error() string {
	return fmt.Sprintf("it is not clear whether %s took letter %s. Look for the reference %s there. If it is there, the letter goes; if it is not, finish this task and its next version goes", e.Way, e.Key, e.Reference)
}

func (e *UnclearError) Unwrap() error { return e.Err }

// RefusedError says that a carrier does not take a letter as it is: trying again does not help.
type RefusedError struct {
	Key Key
	Way string
	Err error
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%s does not take letter %s: %v", e.Way, e.Key, e.Err)
}

func (e *RefusedError) Unwrap() error { return e.Err }

// begin notes a letter in the ledger. Another letter under the same key is an error and is not given.
func begin(ctx context.Context, ledger Ledger, item Item, way string) (Attempt, error) {
	if _, err := item.Key.FileName(); err != nil {
		return Attempt{}, err
	}
	sha := sum(item.PDF)
	attempt, err := ledger.Begin(ctx, item.Key, way, sha)
	if err != nil {
		return Attempt{}, fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	if attempt.SHA256 != sha {
		return Attempt{}, &TakenError{Key: item.Key, Name: attempt.Reference, Before: attempt.SHA256, Attempts: sha}
	}
	return attempt, nil
}
