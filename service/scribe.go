package service

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/letters"
	"sendpanel/records"
	"sendpanel/statute"
)

// scribe writes letters from the register's events and the council's settings, and stores them in the register.
type scribe struct {
	register *records.Register
	ways     *ways
	room     chan struct{} // one place for each case whose letters are drawn at the same time; nil for no bound
}

// newScribe draws the letters of a few cases at a time: more would take as long for each as for all, and their pages would
// lie in memory together.
func newScribe(register *records.Register, ways *ways) scribe {
	return scribe{register: register, ways: ways, room: make(chan struct{}, 2*runtime.GOMAXPROCS(0))}
}

// enter waits for a place among those who draw, and gives it back when what it gives is called.
func (s scribe) enter(ctx context.Context) (leave func(), err error) {
	if s.room == nil {
		return func() {}, nil
	}
	select {
	case s.room <- struct{}{}:
		return func() { <-s.room }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for a place to draw letters: %w", ctx.Err())
	}
}

// Write gives the letters that are stored, and composes, draws and stores the others, all of them together. What a person
// must mend stands in the answer of its letter.
func (s scribe) Write(ctx context.Context, ref casework.Ref, keys []casework.LetterKey, on statute.Day) ([]activities.Written, error) {
	written := make([]activities.Written, len(keys))
	fresh, at, err := s.drawAll(ctx, ref, keys, on, written)
	if err != nil || len(fresh) == 0 {
		return written, err
	}
	stored, err := s.register.SaveLetters(ctx, ref, fresh)
	if err != nil {
		return nil, err
	}
	for n, l := range stored {
		w := &written[at[n]]
		w.PDF, w.SHA256, w.Dated = fresh[n].PDF, l.SHA256, l.Dated
		if l.SHA256 != sumOf(w.PDF) { // another worker stored it first
			if _, w.PDF, err = s.register.Letter(ctx, ref, l.Key); err != nil {
				return nil, err
			}
		}
	}
	return written, nil
}

// drawAll puts into written the letters that are stored and what stands in the way of others, and draws the rest, each with
// the place in written where it belongs.
func (s scribe) drawAll(ctx context.Context, ref casework.Ref, keys []casework.LetterKey, on statute.Day, written []activities.Written) (fresh []records.NewLetter, at []int, err error) {
	leave, err := s.enter(ctx)
	if err != nil {
		return nil, nil, err
	}
	defer leave()
	before, err := s.register.StoredLetters(ctx, ref)
	if err != nil {
		return nil, nil, err
	}
	known := sync.OnceValues(func() (known, error) { return s.known(ctx, ref) })
	for i, key := range keys {
		var letter *records.NewLetter
		if err = ctx.Err(); err == nil && slices.Contains(before, key) {
			err = s.again(ctx, ref, key, known, &written[i])
		} else if err == nil {
			letter, err = s.draw(ctx, ref, key, on, known, &written[i])
		}
		if err != nil {
			return nil, nil, fmt.Errorf("write %s: %w", key, err)
		}
		if letter != nil {
			fresh, at = append(fresh, *letter), append(at, i)
		}
	}
	return fresh, at, nil
}

// again gives a letter that was stored before the machine stopped. What is to be looked at in it, and whether it is printed
// here, is not stored: the letter is composed once more to tell. Where that is no longer possible, the letter goes as it is.
func (s scribe) again(ctx context.Context, ref casework.Ref, key casework.LetterKey, known func() (known, error), written *activities.Written) error {
	stored, pdf, err := s.register.Letter(ctx, ref, key)
	if err != nil {
		return err
	}
	*written = activities.Written{PDF: pdf, SHA256: stored.SHA256, Dated: stored.Dated}
	facts, err := s.facts(ctx, ref, key, stored.Dated, known)
	if err != nil {
		return err
	}
	letter, err := letters.Compose(key, facts)
	if err != nil {
		return nil // it goes as it is
	}
	written.Look, written.Words = letter.ToLookAt(), letter.WordingUsed()
	if s.ways.way(facts.Case, facts.Council, key) == statute.Notify {
		if written.ByHand, err = byHand(letter, pdf); err != nil {
			written.ByHand = ""
		}
	}
	return nil
}

func sumOf(pdf []byte) string {
	sum := sha256.Sum256(pdf)
	return hex.EncodeToString(sum[:])
}

// draw composes and draws a letter, to be stored. Where something stands in its way it puts that into written and gives nil.
func (s scribe) draw(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day, known func() (known, error), written *activities.Written) (*records.NewLetter, error) {
	letter, pdf, err := s.fresh(ctx, ref, key, on, known, written)
	var cannot *activities.CannotIssue
	if errors.As(err, &cannot) {
		written.Cannot = cannot
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	written.Look, written.Words = letter.ToLookAt(), letter.WordingUsed()
	return &records.NewLetter{Key: key, PDF: pdf, Dated: letter.Dated, Text: letter.Text()}, nil
}

// fresh composes and draws a letter for the way that it goes. One that GOV.UK Notify would not take is written for the print
// folder instead, with the day of today, and says so in written.
func (s scribe) fresh(ctx context.Context, ref casework.Ref, key casework.LetterKey, on statute.Day, look func() (known, error), written *activities.Written) (letters.Letter, []byte, error) {
	k, err := look()
	if err != nil {
		return letters.Letter{}, nil, err
	}
	if s.ways.way(k.folded, k.settings, key) != statute.Notify {
		return s.drawn(ctx, ref, key, on, look)
	}
	posted, err := statute.AddWorkingDays(on, 1) // Notify posts on the working day after it is given a letter
	if err != nil {
		return letters.Letter{}, nil, fmt.Errorf("date the letter: %w", err)
	}
	letter, pdf, err := s.drawn(ctx, ref, key, posted, look)
	if err == nil {
		written.ByHand, err = byHand(letter, pdf)
	}
	if err != nil || written.ByHand == "" {
		return letter, pdf, err
	}
	return s.drawn(ctx, ref, key, on, look)
}

// drawn composes a letter as of a day, draws it and has it pass the gate. What a person must mend is an
// *activities.CannotIssue.
func (s scribe) drawn(ctx context.Context, ref casework.Ref, key casework.LetterKey, dated statute.Day, look func() (known, error)) (letters.Letter, []byte, error) {
	facts, err := s.facts(ctx, ref, key, dated, look)
	if err != nil {
		return letters.Letter{}, nil, err
	}
	letter, err := letters.Compose(key, facts)
	var pdf []byte
	if err == nil {
		pdf, err = letters.Render(letter)
	}
	if err == nil {
		err = mayGo(pdf)
	}
	if err != nil {
		return letters.Letter{}, nil, &activities.CannotIssue{Why: err.Error()}
	}
	return letter, pdf, nil
}

// known is what all letters of one event draw on: the case, the settings, and the request as it arrived.
type known struct {
	events   []casework.Event
	folded   casework.Case
	settings council.Council
	request  func() ([]byte, error)
}

func (s scribe) known(ctx context.Context, ref casework.Ref) (k known, err error) {
	if k.events, err = s.register.Events(ctx, ref); err != nil {
		return known{}, err
	}
	if k.folded, err = casework.Fold(k.events); err != nil {
		return known{}, fmt.Errorf("fold %s: %w", ref, err)
	}
	k.request = sync.OnceValues(func() ([]byte, error) { return s.register.Request(ctx, ref) })
	k.settings, _, err = s.register.Settings(ctx)
	return k, err
}

// facts gathers what a letter of a day may draw on: the case, the decision with its reasons, the settings of the day.
func (s scribe) facts(ctx context.Context, ref casework.Ref, key casework.LetterKey, dated statute.Day, look func() (known, error)) (letters.Facts, error) {
	k, err := look()
	if err != nil {
		return letters.Facts{}, err
	}
	return letters.Gather(k.folded, k.events, key, k.settings, dated, k.request)
}

// Letter composes a letter again as of the day that it bears, from the case and the settings as they are now. It says
// what was sent only where its words are those that are stored.
func (d *Desk) Letter(ctx context.Context, ref casework.Ref, key casework.LetterKey, dated statute.Day) (letters.Letter, error) {
	s := scribe{register: d.Register}
	facts, err := s.facts(ctx, ref, key, dated, func() (known, error) { return s.known(ctx, ref) })
	if err != nil {
		return letters.Letter{}, err
	}
	return letters.Compose(key, facts)
}
