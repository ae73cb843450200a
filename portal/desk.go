package portal

import (
	"context"
	"fmt"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/letters"
	"sendpanel/statute"
)

// Desk is what the portal works at: the council's settings, the cases, and the one way to give a command.
type Desk interface {
	// Council is the council's settings in force.
	Council(ctx context.Context) (council.Council, error)
	// Case is a case as its events make it. The error is records.ErrNoCase where there is none.
	Case(ctx context.Context, ref casework.Ref) (casework.Case, error)
	// Do gives a command in somebody's name. The key makes it one act however often it is sent. The error is a
	// *casework.Refused where it is not lawful, not theirs or not complete.
	Do(ctx context.Context, ref casework.Ref, as casework.PersonID, on statute.Day, key string, act casework.Act) (activities.Done, error)
	// DoAsFamily gives a command in the name of somebody to whom the case is addressed. The errors are those of Do.
	DoAsFamily(ctx context.Context, ref casework.Ref, as casework.AddresseeID, key string, act casework.Act) (activities.Done, error)
	// Letter composes a letter again as of the day that it bears, from the case and the settings as they are now.
	Letter(ctx context.Context, ref casework.Ref, key casework.LetterKey, dated statute.Day) (letters.Letter, error)
	// Receive takes a request in. What cannot be opened as a case is a *Kept: an officer has it.
	Receive(ctx context.Context, data []byte, shift time.Duration) (Received, error)
	// Today is the civil day in the time of the case.
	Today(c casework.Case) statute.Day
	MeetingDesk
}

// Received says what became of a request.
type Received struct {
	Case   casework.Case
	Fresh  bool            // false where the same request had been received before
	ToMend []casework.Mend // what is wrong with it; stands in nobody's way
	Asleep error           // why nothing carries the case yet; the service takes it up by itself
}

// Kept is the error of a request that cannot be opened as a case. It is kept, with the time it came, as an officer's task.
type Kept struct {
	Task int64
	Why  error
}

func (k *Kept) Error() string {
	return fmt.Sprintf("no case was opened, but what arrived is kept for an officer as task %d: %v", k.Task, k.Why)
}

func (k *Kept) Unwrap() error { return k.Why }

// Notifier brings somebody a short message that they asked for or that opens their account: a code, a link. It is not for
// letters. The text may hold a secret, so it is never logged.
type Notifier interface {
	Notify(ctx context.Context, n Notice) error
}

// Notice is one message to one person.
type Notice struct {
	Channel string // "email", "phone" (a text message) or "print"
	To      string // the address or number
	Subject string // of an e-mail
	Text    string
}
