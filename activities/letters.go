package activities

import (
	"context"
	"errors"
	"fmt"

	"go.temporal.io/sdk/activity"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Written is a letter as it was stored: the first time it was written, whenever it is asked for.
type Written struct {
	PDF    []byte
	SHA256 string      // of the PDF, hexadecimal
	Dated  statute.Day // the date printed on it
	Look   string      // what somebody should look at before it goes; nothing holds it back
}

// Writer writes a letter of a case and stores it. Asked again for the same letter, it gives what it stored.
type Writer interface {
	Write(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day) (Written, error)
}

// Door is where letters leave the house.
type Door interface {
	// Hand puts a letter out. Handed over twice, it leaves once. What trying again would not help is *[CannotIssue].
	Hand(ctx context.Context, ref casework.Ref, key casework.LetterKey, pdf []byte) (statute.Channel, error)
	// Withdraw takes back a voided letter that has not left.
	Withdraw(ctx context.Context, ref casework.Ref, key casework.LetterKey) error
}

// CannotIssue is the error of a letter that cannot go as things are: a contact is missing, a name cannot be printed. A
// person has to see to it; trying again would not help.
type CannotIssue struct{ Why string }

func (e *CannotIssue) Error() string { return e.Why }

// Letters are the activities that issue letters.
type Letters struct {
	Writer Writer
	Door   Door
}

// Owed asks for the letters that one event of a case owes.
type Owed struct {
	Ref   casework.Ref   `json:"ref"`
	Owing casework.Owing `json:"owing"`
	On    statute.Day    `json:"on"` // the civil day in case time, which is the date the letters bear
}

// Result is what became of one letter: it was issued, or the reason why it is stuck.
type Result struct {
	Letter casework.LetterKey `json:"letter"`
	Issued *casework.Issued   `json:"issued,omitempty"`
	Stuck  string             `json:"stuck,omitempty"`
	Look   string             `json:"look,omitempty"` // what an officer should look at before it is posted
}

// Issue writes, stores and hands over the letters that one event owes, and says of each what became of it. A letter that
// cannot go holds up none of the others.
//
// The error is nil unless the machine failed: a full disk, a register that does not answer. Then it is tried again.
func (l *Letters) Issue(ctx context.Context, owed Owed) ([]Result, error) {
	results := make([]Result, 0, len(owed.Owing.Letters))
	for _, key := range owed.Owing.Letters {
		r, err := l.issue(ctx, owed.Ref, key, owed.On)
		if err != nil {
			return nil, fmt.Errorf("issue %s of %s: %w", key, owed.Ref, err)
		}
		results = append(results, r)
		activity.RecordHeartbeat(ctx, len(results))
	}
	return results, nil
}

// Voided names letters of a case that will not go.
type Voided struct {
	Ref     casework.Ref         `json:"ref"`
	Letters []casework.LetterKey `json:"letters"`
}

// TakeBack takes voided letters out of the print folder, so that nobody posts them. What has been taken back stays so.
func (l *Letters) TakeBack(ctx context.Context, voided Voided) error {
	for _, key := range voided.Letters {
		if err := l.Door.Withdraw(ctx, voided.Ref, key); err != nil {
			return fmt.Errorf("take back %s of %s: %w", key, voided.Ref, err)
		}
	}
	return nil
}

func (l *Letters) issue(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day) (Result, error) {
	if key.Version > 1 {
		before := key
		before.Version--
		if err := l.Door.Withdraw(ctx, ref, before); err != nil {
			return Result{}, fmt.Errorf("take back the version before: %w", err)
		}
	}
	written, err := l.Writer.Write(ctx, ref, key, on)
	var cannot *CannotIssue
	if errors.As(err, &cannot) {
		return Result{Letter: key, Stuck: cannot.Why}, nil
	}
	if err != nil {
		return Result{}, err
	}
	channel, err := l.Door.Hand(ctx, ref, key, written.PDF)
	if errors.As(err, &cannot) {
		return Result{Letter: key, Stuck: cannot.Why}, nil
	}
	if err != nil {
		return Result{}, fmt.Errorf("hand it over: %w", err)
	}
	return Result{Letter: key, Issued: &casework.Issued{Letter: key, SHA256: written.SHA256, Dated: written.Dated, By: channel}, Look: written.Look}, nil
}
