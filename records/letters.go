package records

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// StoredLetter is a letter as it was rendered the first time.
type StoredLetter struct {
	Ref      casework.Ref
	Key      casework.LetterKey
	SHA256   string      // of the PDF, hexadecimal
	Dated    statute.Day // the date printed on it
	Text     string      // what it says, for screens and for finding it again
	StoredAt time.Time
	Disposed bool // its text and its file were destroyed on purpose
}

// SaveLetter is [Register.SaveLetters] for one letter.
func (r *Register) SaveLetter(ctx context.Context, ref casework.Ref, key casework.LetterKey, pdf []byte, dated statute.Day, text string) (StoredLetter, error) {
	stored, err := r.SaveLetters(ctx, ref, []NewLetter{{Key: key, PDF: pdf, Dated: dated, Text: text}})
	if err != nil {
		return StoredLetter{}, err
	}
	return stored[0], nil
}

// Letter is a letter with its PDF. The error is [ErrNoLetter] where it was never stored, a [DisposedError] where it was
// destroyed on purpose, and a [DamageError] where the file is missing or is not what was stored.
func (r *Register) Letter(ctx context.Context, ref casework.Ref, key casework.LetterKey) (StoredLetter, []byte, error) {
	stored, err := r.letter(ctx, ref, key)
	if err == nil && stored.Disposed {
		err = DisposedError{Ref: ref, Letter: key.String()}
	}
	if err != nil {
		return StoredLetter{}, nil, fmt.Errorf("read letter %s of %s: %w", key, ref, err)
	}
	pdf, err := r.files.Get(ctx, stored.SHA256)
	if err != nil {
		return StoredLetter{}, nil, fmt.Errorf("read letter %s of %s: %w", key, ref, err)
	}
	return stored, pdf, nil
}

// Letters lists the letters of a case in the order in which they were stored.
func (r *Register) Letters(ctx context.Context, ref casework.Ref) ([]StoredLetter, error) {
	var list []StoredLetter
	err := r.read(ctx, func(t tx) (err error) {
		list, err = t.letters(ctx, ref, ``)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the letters of %s: %w", ref, err)
	}
	return list, nil
}

// StoredLetters are the letters of a case that have been stored, destroyed ones too.
func (r *Register) StoredLetters(ctx context.Context, ref casework.Ref) ([]casework.LetterKey, error) {
	var keys []casework.LetterKey
	err := r.read(ctx, func(t tx) error {
		keys = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var text string
			var key casework.LetterKey
			err := rows.Scan(&text)
			if err == nil {
				err = key.UnmarshalText([]byte(text))
			}
			keys = append(keys, key)
			return err
		}, `SELECT key FROM letters WHERE ref = ? ORDER BY n`, string(ref))
	})
	if err != nil {
		return nil, fmt.Errorf("look which letters of %s are stored: %w", ref, err)
	}
	return keys, nil
}

func (r *Register) letter(ctx context.Context, ref casework.Ref, key casework.LetterKey) (l StoredLetter, err error) {
	err = r.read(ctx, func(t tx) error {
		l, err = t.letter(ctx, ref, key)
		return err
	})
	return l, err
}

func (t tx) letter(ctx context.Context, ref casework.Ref, key casework.LetterKey) (StoredLetter, error) {
	list, err := t.letters(ctx, ref, ` AND l.key = ?`, key.String())
	if err != nil {
		return StoredLetter{}, err
	}
	if len(list) == 0 {
		return StoredLetter{}, ErrNoLetter
	}
	return list[0], nil
}

func (t tx) letters(ctx context.Context, ref casework.Ref, and string, args ...any) ([]StoredLetter, error) {
	chain := letterChain(ref)
	query := `SELECT l.n, l.key, l.sha256, l.dated, l.stored_at, l.digest, p.salt, p.content, d.stored_at FROM letters l
		LEFT JOIN contents p ON p.chain = ? AND p.n = l.n
		LEFT JOIN disposals d ON d.chain = ? AND d.entry = l.n WHERE l.ref = ?` + and + ` ORDER BY l.n`
	var list []StoredLetter
	err := t.each(ctx, func(rows *sql.Rows) error {
		l, err := scanLetter(rows, chain)
		l.Ref = ref
		list = append(list, l)
		return err
	}, query, append([]any{chain, chain, string(ref)}, args...)...)
	return list, err
}

func scanLetter(rows *sql.Rows, chain string) (l StoredLetter, err error) {
	var (
		n                  int64
		key, at            string
		digest, salt, text []byte
		disposed           sql.NullString
	)
	if err := rows.Scan(&n, &key, &l.SHA256, day{&l.Dated}, &at, &digest, &salt, &text, &disposed); err != nil {
		return l, err
	}
	l.Disposed = disposed.Valid && salt == nil
	if !l.Disposed && !bytes.Equal(digest, digestOf(salt, text)) {
		return l, DamageError{Where: place(chain, n), What: "its text is missing or is not what was stored"}
	}
	if err := l.Key.UnmarshalText([]byte(key)); err != nil {
		return l, err
	}
	l.Text = string(text)
	l.StoredAt, err = unstamped(at)
	return l, err
}
