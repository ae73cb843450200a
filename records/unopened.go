package records

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrNotWaiting means that nobody has to deal with such a request: it was never kept, or has been dealt with.
var ErrNotWaiting = errors.New("no request that could not be opened waits under this number")

// Unopened is something that arrived and could not be opened as a case. It is an officer's task.
type Unopened struct {
	ID       int64
	At       time.Time // when it arrived
	Why      string    // why it could not be opened
	Original []byte    // exactly as it arrived
}

// KeepUnopened keeps what cannot be opened as a case, with the time of its arrival and the reason: a request is never
// turned away unseen, for it may have started a clock. It gives the number under which it is kept.
func (r *Register) KeepUnopened(ctx context.Context, at time.Time, original []byte, why string) (id int64, err error) {
	err = r.write(ctx, func(t tx) error {
		id, err = t.append(ctx, unopenedLedger(), "", original, stamped(at), why, r.now())
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("keep a request that cannot be opened: %w", err)
	}
	return id, nil
}

// SettleUnopened records how somebody dealt with what could not be opened: the reference under which it was opened after
// all, or why it is no request. It stays in the register and no longer waits.
func (r *Register) SettleUnopened(ctx context.Context, id int64, how, by string) error {
	err := r.write(ctx, func(t tx) error {
		var waiting int
		const count = `SELECT COUNT(*) FROM unopened WHERE n = ? AND n NOT IN (SELECT unopened FROM settlements)`
		if err := t.row(ctx, count, id).Scan(&waiting); err != nil {
			return err
		}
		if waiting == 0 {
			return ErrNotWaiting
		}
		_, err := t.append(ctx, settlementLedger(), "", nil, id, r.now(), by, how)
		return err
	})
	if r.dialect.duplicate(err) { // somebody else was faster
		err = ErrNotWaiting
	}
	if err != nil {
		return fmt.Errorf("settle request %d, which could not be opened: %w", id, err)
	}
	return nil
}

// Unopened lists what could not be opened and nobody has dealt with, in the order in which it was kept.
func (r *Register) Unopened(ctx context.Context) ([]Unopened, error) {
	const query = `SELECT u.n, u.arrived_at, u.why, u.digest, p.salt, p.content FROM unopened u
		LEFT JOIN contents p ON p.chain = ? AND p.n = u.n
		WHERE u.n NOT IN (SELECT unopened FROM settlements) ORDER BY u.n`
	var list []Unopened
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			u, err := scanUnopened(rows)
			list = append(list, u)
			return err
		}, query, unopenedLedger().chain(""))
	})
	if err != nil {
		return nil, fmt.Errorf("list what could not be opened: %w", err)
	}
	return list, nil
}

func scanUnopened(rows *sql.Rows) (u Unopened, err error) {
	var at string
	var digest, salt []byte
	if err := rows.Scan(&u.ID, &at, &u.Why, &digest, &salt, &u.Original); err != nil {
		return u, err
	}
	if !bytes.Equal(digest, digestOf(salt, u.Original)) {
		return u, DamageError{Where: place("unopened", u.ID), What: "its content is missing or is not what was stored"}
	}
	u.At, err = unstamped(at)
	return u, err
}

// ErrStillWaiting means that nobody has dealt with a request that could not be opened, so that it must not be destroyed.
var ErrStillWaiting = errors.New("nobody has dealt with it yet: settle it first")

// UnopenedAt is when something that could not be opened arrived, and whether somebody has dealt with it.
func (r *Register) UnopenedAt(ctx context.Context, id int64) (at time.Time, settled bool, err error) {
	var arrived string
	var settlements int
	err = r.read(ctx, func(t tx) error {
		const query = `SELECT u.arrived_at, (SELECT COUNT(*) FROM settlements s WHERE s.unopened = u.n) FROM unopened u WHERE u.n = ?`
		return t.row(ctx, query, id).Scan(&arrived, &settlements)
	})
	if isMissing(err) {
		err = ErrNotWaiting
	}
	if err == nil {
		at, err = unstamped(arrived)
	}
	if err != nil {
		return time.Time{}, false, fmt.Errorf("look for request %d, which could not be opened: %w", id, err)
	}
	return at, settlements > 0, nil
}

// DisposeUnopened destroys the content of something that could not be opened and that somebody has dealt with. That it
// came, when, why it could not be opened, and by whom and why it was destroyed stays. Run again it does nothing.
func (r *Register) DisposeUnopened(ctx context.Context, id int64, why, by string) error {
	doing := fmt.Sprintf("dispose of request %d, which could not be opened", id)
	_, settled, err := r.UnopenedAt(ctx, id)
	if err == nil && !settled {
		err = ErrStillWaiting
	}
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return r.disposing(ctx, doing, why, by, func(t tx) error {
		chain, gone := unopenedLedger().chain(""), 0
		if err := t.row(ctx, `SELECT COUNT(*) FROM disposals WHERE chain = ? AND entry = ?`, chain, id).Scan(&gone); err != nil || gone > 0 {
			return err
		}
		return r.destroy(ctx, t, chain, id, why, by)
	})
}
