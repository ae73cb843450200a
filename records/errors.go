package records

import (
	"errors"
	"fmt"

	"sendpanel/casework"
)

// What the register does not hold.
var (
	ErrNoCase    = errors.New("there is no such case in the register")
	ErrNoMeeting = errors.New("there is no such meeting in the register")
	ErrNoLetter  = errors.New("there is no such letter in the register")
)

// ErrNotMigrated means that the database holds no register yet.
var ErrNotMigrated = errors.New("the register has not been set up: start the service once with make run")

// ConflictError says that what was to be recorded contradicts what is recorded. It is never passed over: two writers
// have told the same case differently.
type ConflictError struct {
	Ref casework.Ref
	Seq int    // the event that cannot be recorded
	Why string // in which way it contradicts
}

func (e ConflictError) Error() string {
	return fmt.Sprintf("record event %d of %s: %s", e.Seq, e.Ref, e.Why)
}

// DisposedError says that content is asked for which has been destroyed on purpose.
type DisposedError struct {
	Ref    casework.Ref
	Seq    int    // 0 is the request as it arrived
	Letter string // the key of a letter; empty for an entry
}

func (e DisposedError) Error() string {
	if e.Letter != "" {
		return fmt.Sprintf("letter %s of %s has been disposed of; the disposal is recorded", e.Letter, e.Ref)
	}
	return fmt.Sprintf("the content of entry %d of %s has been disposed of; the disposal is recorded", e.Seq, e.Ref)
}

// DamageError says that content is not what was stored. Run a verification to see how far it goes.
type DamageError struct {
	Where string // the chain and the entry, or the file
	What  string
}

func (e DamageError) Error() string {
	return fmt.Sprintf("%s: %s. Verify the register", e.Where, e.What)
}
