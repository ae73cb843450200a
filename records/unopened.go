package records

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"time"
)

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

// Unopened lists what could not be opened, in the order in which it was kept.
func (r *Register) Unopened(ctx context.Context) ([]Unopened, error) {
	const query = `SELECT u.n, u.arrived_at, u.why, u.digest, p.salt, p.content FROM unopened u
		LEFT JOIN contents p ON p.chain = ? AND p.n = u.n ORDER BY u.n`
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
