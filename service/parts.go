package service

import (
	"context"
	"errors"
	"fmt"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/letters"
	"sendpanel/records"
	"sendpanel/statute"
)

// caseRegister is the register as the case's activities want it: what a person did is looked up in the council's settings
// in the transaction that records it.
type caseRegister struct{ *records.Register }

func (r caseRegister) Record(ctx context.Context, ref casework.Ref, events []casework.Event) error {
	err := r.RecordChecked(ctx, ref, events, func(in council.Council, before casework.Case, e casework.Event) error {
		return in.ConfirmsIn(before, e)
	})
	var conflict records.ConflictError
	if errors.As(err, &conflict) {
		return fmt.Errorf("%w: %w", activities.ErrConflict, err)
	}
	return err
}

// scribe writes letters from the register's events and the council's settings, and stores them in the register.
type scribe struct {
	register *records.Register
	ways     *ways
}

// Write gives the stored letter, or composes, draws and stores it. What a person must mend comes back as
// *activities.CannotIssue.
func (s scribe) Write(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day) (activities.Written, error) {
	stored, pdf, err := s.register.Letter(ctx, ref, key)
	if err == nil {
		return s.again(ctx, ref, key, stored, pdf)
	}
	if !errors.Is(err, records.ErrNoLetter) {
		return activities.Written{}, fmt.Errorf("look for the letter: %w", err)
	}
	letter, pdf, err := s.draw(ctx, ref, key, on)
	if err != nil {
		return activities.Written{}, err
	}
	stored, err = s.register.SaveLetter(ctx, ref, key, pdf, letter.Dated, letter.Text())
	if err != nil {
		return activities.Written{}, fmt.Errorf("store the letter: %w", err)
	}
	if stored.Dated != letter.Dated { // another worker stored it first, on another day
		return s.Write(ctx, ref, key, on)
	}
	return activities.Written{PDF: pdf, SHA256: stored.SHA256, Dated: stored.Dated, Look: letter.ToLookAt()}, nil
}

// again gives a letter that was stored before the machine stopped. What is to be looked at in it is not stored: the letter
// is composed once more to tell. Where that is no longer possible, the letter goes as it is.
func (s scribe) again(ctx context.Context, ref casework.Ref, key casework.LetterKey, stored records.StoredLetter, pdf []byte) (activities.Written, error) {
	written := activities.Written{PDF: pdf, SHA256: stored.SHA256, Dated: stored.Dated}
	facts, err := s.facts(ctx, ref, key, stored.Dated)
	if err != nil {
		return activities.Written{}, err
	}
	if letter, err := letters.Compose(key, facts); err == nil {
		written.Look = letter.ToLookAt()
	}
	return written, nil
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
	if err := mayGo(pdf); err != nil {
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
	settings, _, err := s.register.Settings(ctx)
	if err != nil {
		return letters.Facts{}, err
	}
	if on, err = s.ways.dated(c, settings, key, on); err != nil {
		return letters.Facts{}, fmt.Errorf("date the letter: %w", err)
	}
	facts := letters.Facts{Case: c, Council: settings, On: on, Owing: events[key.For-1]}
	if owing, ok := events[key.For-1].Body.(casework.Decided); ok {
		facts.Decision = &owing
	}
	return facts, nil
}
