package records

import (
	"context"
	"errors"
	"time"
)

// ErrNoAsk means that nothing is kept under a code, or that its time is over.
var ErrNoAsk = errors.New("nothing is kept under this code")

// KeepAsk keeps what a family has written and not sent, in place of what was kept under the code's hash before. The
// register does not look into it.
func (r *Register) KeepAsk(ctx context.Context, hash string, body []byte, until time.Time) error {
	const keep = `INSERT INTO asks (hash, body, expires_at) VALUES (?, ?, ?)
		ON CONFLICT (hash) DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at`
	return r.wrote("keep what a family wrote", r.write(ctx, func(t tx) error {
		return t.exec(ctx, keep, hash, body, stamped(until))
	}))
}

// FirstAsk keeps a body under a hash and gives what is kept there: of several that are kept at once, all get the first.
func (r *Register) FirstAsk(ctx context.Context, hash string, body []byte, until time.Time) (first []byte, err error) {
	const keep = `INSERT INTO asks (hash, body, expires_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING`
	err = r.write(ctx, func(t tx) error {
		if err := t.exec(ctx, keep, hash, body, stamped(until)); err != nil {
			return err
		}
		return t.row(ctx, `SELECT body FROM asks WHERE hash = ?`, hash).Scan(&first)
	})
	return first, r.wrote("keep what a family sends", err)
}

// Ask gives what is kept under a hash, or [ErrNoAsk].
func (r *Register) Ask(ctx context.Context, hash string) (body []byte, err error) {
	err = r.read(ctx, func(t tx) error {
		err := t.row(ctx, `SELECT body FROM asks WHERE hash = ? AND expires_at > ?`, hash, r.now()).Scan(&body)
		if isMissing(err) {
			return ErrNoAsk
		}
		return err
	})
	return body, r.wrote("read what a family wrote", err)
}

// DropAsk takes away what is kept under a hash. Nothing happens where there is nothing.
func (r *Register) DropAsk(ctx context.Context, hash string) error {
	return r.wrote("take away what a family wrote", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `DELETE FROM asks WHERE hash = ?`, hash)
	}))
}
