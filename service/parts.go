package service

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/dispatch"
	"sendpanel/letters"
	"sendpanel/records"
	"sendpanel/statute"
)

// settingsFile gives the council's settings as they stand in their file now, so that a corrected contact is in the next
// letter. The file is read again only when it has changed.
type settingsFile struct {
	path string // empty for the invented council
	mu   sync.Mutex
	read time.Time
	size int64
	last council.Council
}

func (f *settingsFile) now() (council.Council, error) {
	if f.path == "" {
		return council.Invented(), nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	info, err := os.Stat(f.path)
	if err != nil {
		return council.Council{}, fmt.Errorf("read the council's settings: %w", err)
	}
	if info.ModTime().Equal(f.read) && info.Size() == f.size {
		return f.last, nil
	}
	c, err := council.ReadFile(f.path)
	if err != nil {
		return council.Council{}, fmt.Errorf("read the council's settings: %w", err)
	}
	f.last, f.read, f.size = c, info.ModTime(), info.Size()
	return c, nil
}

// Confirms asks the settings of this moment whether they bear the event out.
func (f *settingsFile) Confirms(e casework.Event) error {
	c, err := f.now()
	if err != nil {
		return err
	}
	return c.Confirms(e)
}

// caseRegister is the register as the case's activities want it.
type caseRegister struct{ *records.Register }

func (r caseRegister) Record(ctx context.Context, ref casework.Ref, events []casework.Event) error {
	err := r.Register.Record(ctx, ref, events)
	var conflict *records.ConflictError
	if errors.As(err, &conflict) {
		return fmt.Errorf("%w: %w", activities.ErrConflict, err)
	}
	return err
}

// scribe writes letters from the register's events and the council's settings, and stores them in the register.
type scribe struct {
	register *records.Register
	settings *settingsFile
}

// Write gives the stored letter, or composes, draws and stores it. What a person must mend comes back as
// *activities.CannotIssue.
func (s scribe) Write(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day) (activities.Written, error) {
	stored, pdf, err := s.register.Letter(ctx, ref, key)
	if err == nil {
		return activities.Written{PDF: pdf, SHA256: stored.SHA256, Dated: stored.Dated}, nil
	}
	if !errors.Is(err, records.ErrNoLetter) {
		return activities.Written{}, fmt.Errorf("look for the letter: %w", err)
	}
	letter, pdf, err := s.draw(ctx, ref, key, on)
	if err != nil {
		return activities.Written{}, err
	}
	stored, err = s.register.SaveLetter(ctx, ref, key, pdf, on, letter.Text())
	if err != nil {
		return activities.Written{}, fmt.Errorf("store the letter: %w", err)
	}
	if stored.Dated != on { // another worker stored it first, on another day
		return s.Write(ctx, ref, key, on)
	}
	return activities.Written{PDF: pdf, SHA256: stored.SHA256, Dated: stored.Dated}, nil
}

func (s scribe) draw(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day) (letters.Letter, []byte, error) {
	facts, err := s.facts(ctx, ref, key, on)
	if err != nil {
		return letters.Letter{}, nil, err
	}
	letter, err := letters.Compose(key, facts)
	if err != nil {
		return letters.Letter{}, nil, &activities.CannotIssue{Why: err.Error()}
	}
	pdf, err := letters.Render(letter)
	if err != nil {
		return letters.Letter{}, nil, &activities.CannotIssue{Why: err.Error()}
	}
	return letter, pdf, nil
}

// facts gathers what a letter may draw on: the case, the decision with its reasons, the settings of the day.
func (s scribe) facts(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day) (letters.Facts, error) {
	events, err := s.register.Events(ctx, ref)
	if err != nil {
		return letters.Facts{}, err
	}
	c, err := casework.Fold(events)
	if err != nil {
		return letters.Facts{}, fmt.Errorf("fold %s: %w", ref, err)
	}
	settings, err := s.settings.now()
	if err != nil {
		return letters.Facts{}, err
	}
	facts := letters.Facts{Case: c, Council: settings, On: on}
	if owing, ok := events[key.For-1].Body.(casework.Decided); ok {
		facts.Decision = &owing
	}
	return facts, nil
}

// door lets letters out through the post.
type door struct{ post dispatch.Carrier }

// Hand puts a letter out. What a person must look at, another letter under the same key or one taken back, comes back as
// *activities.CannotIssue.
func (d door) Hand(ctx context.Context, ref casework.Ref, key casework.LetterKey, pdf []byte) (statute.Channel, error) {
	receipt, err := d.post.Hand(ctx, dispatch.Item{Key: dispatch.Key{Case: ref, Letter: key}, PDF: pdf})
	var (
		taken     *dispatch.TakenError
		withdrawn *dispatch.WithdrawnError
	)
	if errors.As(err, &taken) || errors.As(err, &withdrawn) {
		return "", &activities.CannotIssue{Why: err.Error()}
	}
	return receipt.Channel, err
}

func (d door) Withdraw(ctx context.Context, ref casework.Ref, key casework.LetterKey) error {
	return d.post.Withdraw(ctx, dispatch.Key{Case: ref, Letter: key})
}
