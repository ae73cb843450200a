package records

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"sendpanel/casework"
	"sendpanel/statute"
)

// NewLetter is a letter to be stored.
type NewLetter struct {
	Key   casework.LetterKey
	PDF   []byte
	Dated statute.Day // the date printed on it
	Text  string      // what it says
}

// SaveLetters stores letters of a case, all in one transaction, and gives them back as they are stored, in the same order.
// The first time counts: of a key that is stored already it stores nothing and gives what was stored then, whatever it is
// handed now. The error is a [DisposedError] where one of them has been destroyed since; none is stored then.
func (r *Register) SaveLetters(ctx context.Context, ref casework.Ref, letters []NewLetter) ([]StoredLetter, error) {
	sums, err := r.putAll(ctx, letters)
	if err != nil {
		return nil, fmt.Errorf("store letters of %s: %w", ref, err)
	}
	stored := make([]StoredLetter, len(letters))
	err = r.write(ctx, func(t tx) error {
		if err := t.known(ctx, ref); err != nil {
			return err
		}
		end, err := t.tailOrNew(ctx, letterLedger(), string(ref))
		if err != nil {
			return err
		}
		for i, l := range letters {
			if stored[i], err = r.saveLetter(ctx, t, end, ref, l, sums[i]); err != nil {
				return fmt.Errorf("letter %s: %w", l.Key, err)
			}
		}
		return t.save(ctx, end)
	})
	if err != nil {
		return nil, fmt.Errorf("store letters of %s: %w", ref, err)
	}
	return stored, nil
}

// putAll keeps the letters' files. They come before their rows: a file without a row does no harm, a row without its file
// would. They are written at the same time, so that the disk is waited for once.
func (r *Register) putAll(ctx context.Context, letters []NewLetter) ([]string, error) {
	sums := make([]string, len(letters))
	var all errgroup.Group
	for i, l := range letters {
		all.Go(func() (err error) {
			sums[i], err = r.files.Put(ctx, l.PDF)
			return err
		})
	}
	return sums, all.Wait()
}

func (r *Register) saveLetter(ctx context.Context, t tx, end *tail, ref casework.Ref, l NewLetter, sum string) (StoredLetter, error) {
	before, err := t.letter(ctx, ref, l.Key)
	switch {
	case err == nil && before.Disposed:
		return before, DisposedError{Ref: ref, Letter: l.Key.String()}
	case err == nil || !errors.Is(err, ErrNoLetter):
		return before, err // stored before, or not to be known
	}
	at := r.now()
	if _, err := t.add(ctx, end, []byte(l.Text), l.Key.String(), sum, l.Dated.String(), at); err != nil {
		return StoredLetter{}, err
	}
	stored := StoredLetter{Ref: ref, Key: l.Key, SHA256: sum, Dated: l.Dated, Text: l.Text}
	stored.StoredAt, err = unstamped(at)
	return stored, err
}
