package records

import (
	"context"
	"database/sql"
	"time"
)

// GivePaper gives a file to the document of a case that it became, as [Register.GiveUpload] does, and in the same step keeps that the
// document is still to be looked through for another child's name: see [Register.LooksOwed].
func (r *Register) GivePaper(ctx context.Context, id, from, to string) error {
	return r.wrote("give a file to a document", r.write(ctx, func(t tx) error {
		if err := t.exec(ctx, `UPDATE uploads SET owner = ? WHERE owner = ? AND id = ?`, to, from, id); err != nil {
			return err
		}
		return t.exec(ctx, `INSERT INTO paper_looks (owner, owed_at, tried_at) VALUES (?, ?, '') ON CONFLICT (owner) DO NOTHING`, to, r.now())
	}))
}

// LookOwed is a document that is still to be looked through.
type LookOwed struct {
	Owner string    // of its file: the case and the document
	Since time.Time // when the file was given to it
}

// LooksOwed lists documents that are still to be looked through and were not tried since the moment, the one tried longest ago first.
func (r *Register) LooksOwed(ctx context.Context, notSince time.Time, most int) (list []LookOwed, err error) {
	err = r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var l LookOwed
			var since string
			err := rows.Scan(&l.Owner, &since)
			if err == nil {
				l.Since, err = unstamped(since)
			}
			list = append(list, l)
			return err
		}, `SELECT owner, owed_at FROM paper_looks WHERE tried_at <= ? AND owed_at <= ? ORDER BY tried_at, owed_at LIMIT ?`, stamped(notSince), stamped(notSince), most)
	})
	return list, r.wrote("list papers to look through", err)
}

// LookTried keeps that a document was tried now and could not be looked through.
func (r *Register) LookTried(ctx context.Context, owner string) error {
	return r.wrote("keep that a paper was tried", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE paper_looks SET tried_at = ? WHERE owner = ?`, r.now(), owner)
	}))
}

// Looked keeps that a document was looked through.
func (r *Register) Looked(ctx context.Context, owner string) error {
	return r.wrote("keep that a paper was looked through", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `DELETE FROM paper_looks WHERE owner = ?`, owner)
	}))
}
