package activities

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.temporal.io/sdk/activity"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Written is a letter as it was stored: the first time it was written, whenever it is asked for.
type Written struct {
	PDF    []byte
	SHA256 string                // of the PDF, hexadecimal
	Dated  statute.Day           // the date printed on it
	Words  *casework.WordingUsed // the wording it was made of
	Look   string                // what somebody should look at before it goes; nothing holds it back
	ByHand string                // why the carrier that would have printed it does not take it: it is printed here; empty where it may
	Cannot *CannotIssue          // why it could not be written as things are; nil where it was
}

// Writer writes letters of a case and stores them together. Asked again for the same letter, it gives what it stored.
type Writer interface {
	// Write gives one answer for each key, in their order. The error is nil unless the machine failed.
	Write(ctx context.Context, ref casework.Ref, keys []casework.LetterKey, on statute.Day) ([]Written, error)
}

// Outgoing is a letter that is to leave.
type Outgoing struct {
	Letter casework.LetterKey
	PDF    []byte
	ByHand bool // the carrier that would have printed it does not take it
}

// Handed is what became of a letter at the door.
type Handed struct {
	By     statute.Channel
	Cannot *CannotIssue // why it could not leave as things are; nil where it did
}

// Door is where letters leave the house.
type Door interface {
	// Hand puts letters of a case out, and gives one answer for each, in their order. Handed over twice, a letter leaves
	// once. The error is nil unless the machine failed.
	Hand(ctx context.Context, ref casework.Ref, letters []Outgoing) ([]Handed, error)
	// Withdraw takes back a voided letter that has not left.
	Withdraw(ctx context.Context, ref casework.Ref, key casework.LetterKey) error
	// Near reports whether all the letters leave by a door of this machine, so that nobody outside is waited for.
	Near(ctx context.Context, ref casework.Ref, keys []casework.LetterKey) (bool, error)
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
	defer alive(ctx)()
	results, err := l.sent(ctx, owed)
	if err != nil {
		return Told{}, err
	}
	// The letters were asked for at a moment of the case's own time; since then the server's clock went on.
	info := activity.GetInfo(ctx)
	owed.At = owed.At.Add(max(0, info.StartedTime.Sub(info.ScheduledTime)))
	return l.Cases.settle(ctx, owed.Ask, results)
}

// IssueAtOnce is [Letters.Issue] as part of a workflow's own task, for the letters that a case owes when its workflow
// begins: the queues, a second task and their writing are spared, while nobody waits for the case yet. It leaves to Issue
// what would hold the task up: letters that a carrier outside takes. That is an error, as everything else that keeps the
// letters from going.
func (l *Letters) IssueAtOnce(ctx context.Context, owed Owed) (Told, error) {
	near, err := l.Door.Near(ctx, owed.Ref, owed.Owing.Letters)
	if err == nil && !near {
		err = errors.New("a carrier outside takes one of the letters")
	}
	if err != nil {
		return Told{}, fmt.Errorf("issue letters of %s at once: %w", owed.Ref, err)
	}
	return l.Issue(ctx, owed)
}

// beat is how often the cluster is told that letters are still being issued. Most are out long before.
const beat = 5 * time.Second

// alive tells the cluster, until what it gives is called, that the worker is at it: one that died is noticed by its silence.
func alive(ctx context.Context) (done func()) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		tick := time.NewTicker(beat)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				activity.RecordHeartbeat(ctx)
			}
		}
	}()
	return cancel
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
	results := make([]Result, len(keys))
	var out []Outgoing
	var at []int // where in results each of them belongs
	for i, key := range keys {
		results[i].Letter = key
		if cannot := written[i].Cannot; cannot != nil {
			results[i].Stuck = cannot.Why
			continue
		}
		out, at = append(out, Outgoing{Letter: key, PDF: written[i].PDF, ByHand: written[i].ByHand != ""}), append(at, i)
	}
	if len(out) == 0 {
		return results, nil
	}
	handed, err := l.Door.Hand(ctx, owed.Ref, out)
	if err != nil {
		return nil, fmt.Errorf("hand over letters of %s: %w", owed.Ref, err)
	}
	for n, i := range at {
		results[i].take(handed[n], written[i])
	}
	return results, nil
}

// take notes what became of the letter at the door.
func (r *Result) take(handed Handed, written Written) {
	if handed.Cannot != nil {
		r.Stuck = handed.Cannot.Why
		return
	}
	r.Issued = &casework.Issued{Letter: r.Letter, SHA256: written.SHA256, Dated: written.Dated, By: handed.By, Wording: written.Words}
	r.Look, r.ByHand = written.Look, written.ByHand
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
