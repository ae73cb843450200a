package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"sendpanel/casework"
)

// Events are the events of a case, from the first. The error is [ErrNoCase] where there is no such case, a
// [DisposedError] where the content of one has been destroyed on purpose, and a [DamageError] where it is not what was
// stored.
func (r *Register) Events(ctx context.Context, ref casework.Ref) ([]casework.Event, error) {
	var events []casework.Event
	err := r.read(ctx, func(t tx) (err error) {
		events, err = t.events(ctx, ref)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the events of %s: %w", ref, err)
	}
	return events, nil
}

func (t tx) events(ctx context.Context, ref casework.Ref) ([]casework.Event, error) {
	var events []casework.Event
	err := t.contents(ctx, ref, `e.seq > 0`, func(seq int, content []byte) error {
		if seq != len(events)+1 {
			return DamageError{Where: place(caseChain(ref), int64(len(events)+1)), What: "the event is missing"}
		}
		var e casework.Event
		if err := json.Unmarshal(content, &e); err != nil {
			return err
		}
		events = append(events, e)
		return nil
	})
	if err == nil && len(events) == 0 {
		err = ErrNoCase
	}
	return events, err
}

// contentOf is the content of one entry of a case.
func (t tx) contentOf(ctx context.Context, ref casework.Ref, seq int) ([]byte, error) {
	var found []byte
	err := t.contents(ctx, ref, `e.seq = ?`, func(_ int, content []byte) error {
		found = content
		return nil
	}, seq)
	if err == nil && found == nil {
		err = ErrNoCase
	}
	return found, err
}

// contents gives the content of entries of a case in their order, and makes sure that it is what was stored.
func (t tx) contents(ctx context.Context, ref casework.Ref, where string, take func(seq int, content []byte) error, args ...any) error {
	chain := caseChain(ref)
	query := `SELECT e.seq, e.digest, p.salt, p.content, d.stored_at FROM entries e
		LEFT JOIN contents p ON p.chain = ? AND p.n = e.seq
		LEFT JOIN disposals d ON d.chain = ? AND d.entry = e.seq
		WHERE e.ref = ? AND ` + where + ` ORDER BY e.seq`
	return t.each(ctx, func(rows *sql.Rows) error {
		var (
			seq                   int
			digest, salt, content []byte
			disposed              sql.NullString
		)
		if err := rows.Scan(&seq, &digest, &salt, &content, &disposed); err != nil {
			return err
		}
		switch {
		case salt == nil && disposed.Valid:
			return DisposedError{Ref: ref, Seq: seq}
		case salt == nil:
			return DamageError{Where: place(chain, int64(seq)), What: "its content is missing"}
		case !bytes.Equal(digest, digestOf(salt, content)):
			return DamageError{Where: place(chain, int64(seq)), What: "its content is not what was stored"}
		}
		if content == nil {
			content = []byte{}
		}
		return take(seq, content)
	}, query, append([]any{chain, chain, ref}, args...)...)
}

// place names an entry in words that a person can look up.
func place(chain string, n int64) string { return fmt.Sprintf("%s, entry %d", chain, n) }

// isMissing reports whether a query found nothing.
func isMissing(err error) bool { return errors.Is(err, sql.ErrNoRows) }
