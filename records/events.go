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

// Events are the events of a case, from the first. In the place of one whose content has been destroyed on purpose is its
// stand-in: see [Register.Dispose] and [Register.Disposals]. Others may hold the same events: they are not to be changed.
// The error is [ErrNoCase] where there is no such case, a
// [DamageError] where a content is not what was stored, and a [DisposedError] where no stand-in could be kept.
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

func readEvent(content []byte) (casework.Event, error) {
	var e casework.Event
	err := json.Unmarshal(content, &e)
	return e, err
}

// contentOf is the content of one entry of a case. What stands in for one that was disposed of is not.
func (t tx) contentOf(ctx context.Context, ref casework.Ref, seq int) ([]byte, error) {
	var found []byte
	err := t.contents(ctx, ref, `e.seq = ?`, func(seq int, content []byte, disposed bool) error {
		if disposed {
			return DisposedError{Ref: ref, Seq: seq}
		}
		found = content
		return nil
	}, seq)
	if err == nil && found == nil {
		err = ErrNoCase
	}
	return found, err
}

// contents gives the content of entries of a case in their order, and makes sure that it is what was stored. Where it
// was disposed of, take gets what stands in for it, or nothing.
func (t tx) contents(ctx context.Context, ref casework.Ref, where string, take func(seq int, content []byte, disposed bool) error, args ...any) error {
	chain := caseChain(ref)
	query := `SELECT e.seq, e.digest, p.salt, p.content, d.stored_at, x.digest, q.salt, q.content FROM entries e
		LEFT JOIN contents p ON p.chain = ? AND p.n = e.seq
		LEFT JOIN disposals d ON d.chain = ? AND d.entry = e.seq
		LEFT JOIN redactions x ON x.chain = ? AND x.entry = e.seq
		LEFT JOIN contents q ON q.chain = ? AND q.n = x.n
		WHERE e.ref = ? AND ` + where + ` ORDER BY e.seq`
	return t.each(ctx, func(rows *sql.Rows) error {
		var (
			seq                         int
			digest, salt, content       []byte
			disposed                    sql.NullString
			leftDigest, leftSalt, stand []byte
		)
		if err := rows.Scan(&seq, &digest, &salt, &content, &disposed, &leftDigest, &leftSalt, &stand); err != nil {
			return err
		}
		switch {
		case salt == nil && disposed.Valid && leftDigest != nil && !bytes.Equal(leftDigest, digestOf(leftSalt, stand)):
			return DamageError{Where: place(chain, int64(seq)), What: "what stands in for its content is not what was stored"}
		case salt == nil && disposed.Valid:
			return take(seq, stand, true)
		case salt == nil:
			return DamageError{Where: place(chain, int64(seq)), What: "its content is missing"}
		case !bytes.Equal(digest, digestOf(salt, content)):
			return DamageError{Where: place(chain, int64(seq)), What: "its content is not what was stored"}
		}
		if content == nil {
			content = []byte{}
		}
		return take(seq, content, false)
	}, query, append([]any{chain, chain, chain, redactionLedger().chain(""), ref}, args...)...)
}

// place names an entry in words that a person can look up.
func place(chain string, n int64) string { return fmt.Sprintf("%s, entry %d", chain, n) }

// isMissing reports whether a query found nothing.
func isMissing(err error) bool { return errors.Is(err, sql.ErrNoRows) }

// Disposals lists what of a case was destroyed on purpose: entries of its chain and letters, with why and by whom.
func (r *Register) Disposals(ctx context.Context, ref casework.Ref) ([]Disposal, error) {
	const query = `SELECT chain, entry, stored_at, person, why FROM disposals WHERE chain = ? OR chain = ? ORDER BY n`
	var list []Disposal
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var chain, at string
			var d Disposal
			err := rows.Scan(&chain, &d.Entry, &at, &d.By, &d.Why)
			if err == nil {
				d.At, err = unstamped(at)
			}
			d.Where = place(chain, d.Entry)
			list = append(list, d)
			return err
		}, query, caseChain(ref), letterChain(ref))
	})
	if err != nil {
		return nil, fmt.Errorf("list the disposals of %s: %w", ref, err)
	}
	return list, nil
}
