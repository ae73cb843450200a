package activities

import (
	"context"
	"errors"
	"fmt"

	"go.temporal.io/sdk/activity"
	"golang.org/x/sync/errgroup"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Written is a letter as it was stored: the first time it was written, whenever it is asked for.
type Written struct {
	PDF    []byte
	SHA256 string       // of the PDF, hexadecimal
	Dated  statute.Day  // the date printed on it
	Look   string       // what somebody should look at before it goes; nothing holds it back
	ByHand string       // why the carrier that would have printed it does not take it: it is printed here; empty where it may
	Cannot *CannotIssue // why it could not be written as things are; nil where it was
}

// Writer writes letters of a case and stores them together. Asked again for the same letter, it gives what it stored.
type Writer interface {
	// Write gives one answer for each key, in their order. The error is nil unless the machine failed.
	Write(ctx context.Context, ref casework.Ref, keys []casework.LetterKey, on statute.Day) ([]Written, error)
}

// Door is where letters leave the house.
type Door interface {
	// Hand puts a letter out. Handed over twice, it leaves once. What trying again would not help is *[CannotIssue].
	Hand(ctx context.Context, ref casework.Ref, key casework.LetterKey, letter Written) (statute.Channel, error)
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
	Cases  *Cases // records what became of them
}

// Owed asks for the letters that one event of a case owes.
type Owed struct {
	Ask
	Owing casework.Owing `json:"owing"`
	On    statute.Day    `json:"on"` // the civil day in case time, which is the date the letters bear
}

// Result is what became of one letter: it was issued, or the reason why it is stuck.
type Result struct {
	Letter casework.LetterKey `json:"letter"`
	Issued *casework.Issued   `json:"issued,omitempty"`
	Stuck  string             `json:"stuck,omitempty"`
	Look   string             `json:"look,omitempty"`    // what an officer should look at before it is posted
	ByHand string             `json:"by_hand,omitempty"` // why it is printed here and not by the carrier
}

// Issue writes, stores and hands over the letters that one event owes, and records of each what became of it. A letter
// that cannot go holds up none of the others. It tells the workflow the events that it does not know.
//
// The error is nil unless the machine failed: a full disk, a register that does not answer. Then it is tried again, and
// finds what the first run wrote, handed over and recorded.
func (l *Letters) Issue(ctx context.Context, owed Owed) (Told, error) {
	results, err := l.sent(ctx, owed)
	if err != nil {
		return Told{}, err
	}
	// The letters were asked for at a moment of the case's own time; since then the server's clock went on.
	info := activity.GetInfo(ctx)
	owed.At = owed.At.Add(max(0, info.StartedTime.Sub(info.ScheduledTime)))
	return l.Cases.settle(ctx, owed.Ask, results)
}

// sent writes, stores and hands over letters, and says of each what became of it.
func (l *Letters) sent(ctx context.Context, owed Owed) ([]Result, error) {
	keys := owed.Owing.Letters
	if err := l.takeBackBefore(ctx, owed.Ref, keys); err != nil {
		return nil, err
	}
	written, err := l.Writer.Write(ctx, owed.Ref, keys, owed.On)
	if err != nil {
		return nil, fmt.Errorf("write letters of %s: %w", owed.Ref, err)
	}
	activity.RecordHeartbeat(ctx, "written")
	results := make([]Result, len(keys))
	var all errgroup.Group
	all.SetLimit(handedAtOnce)
	for i, key := range keys {
		all.Go(func() (err error) {
			results[i], err = l.hand(ctx, owed.Ref, key, written[i])
			activity.RecordHeartbeat(ctx, "handed over")
			return err
		})
	}
	return results, all.Wait()
}

// handedAtOnce is how many letters of an event are handed over at the same time, so that a disk is waited for once.
const handedAtOnce = 8

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

// takeBackBefore takes back the version before of each letter that is issued again.
func (l *Letters) takeBackBefore(ctx context.Context, ref casework.Ref, keys []casework.LetterKey) error {
	voided := Voided{Ref: ref}
	for _, key := range keys {
		if key.Version > 1 {
			key.Version--
			voided.Letters = append(voided.Letters, key)
		}
	}
	return l.TakeBack(ctx, voided)
}

func (l *Letters) hand(ctx context.Context, ref casework.Ref, key casework.LetterKey, written Written) (Result, error) {
	if written.Cannot != nil {
		return Result{Letter: key, Stuck: written.Cannot.Why}, nil
	}
	channel, err := l.Door.Hand(ctx, ref, key, written)
	var cannot *CannotIssue
	if errors.As(err, &cannot) {
		return Result{Letter: key, Stuck: cannot.Why}, nil
	}
	if err != nil {
		return Result{}, fmt.Errorf("hand over %s of %s: %w", key, ref, err)
	}
	return Result{Letter: key, Issued: &casework.Issued{Letter: key, SHA256: written.SHA256, Dated: written.Dated, By: channel}, Look: written.Look, ByHand: written.ByHand}, nil
}
