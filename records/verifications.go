package records

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
)

// Verification is a verification of the register that somebody asked for.
type Verification struct {
	N       int64 // from 1
	AskedBy casework.PersonID
	AskedAt time.Time
	Done    int       // how many chains have been gone along
	Total   int       // how many there are; 0 before they are counted
	EndedAt time.Time // zero while it goes on
	Report  Report    // what was found, once it has ended
}

// Ended reports whether it is over.
func (v Verification) Ended() bool { return !v.EndedAt.IsZero() }

const (
	// verificationLease is how long whoever works on a verification may say nothing before another takes it up.
	verificationLease = 30 * time.Second
	// verificationTells is how often whoever works on it says how far it is.
	verificationTells = time.Second
)

// AskVerification has the register verified: [Register.WorkOnVerification] does it. Where one goes on already, that one is given.
func (r *Register) AskVerification(ctx context.Context, by casework.PersonID) (v Verification, err error) {
	ask := func(t tx) error {
		running, err := t.verifications(ctx, `ended_at = ''`, 1)
		if err != nil || len(running) > 0 {
			v = first(running)
			return err
		}
		var last int64
		if err := t.row(ctx, `SELECT COALESCE(MAX(n), 0) FROM verifications`).Scan(&last); err != nil {
			return err
		}
		now := r.clock()
		v = Verification{N: last + 1, AskedBy: by, AskedAt: now.UTC()}
		return t.exec(ctx, `INSERT INTO verifications (n, asked_by, asked_at, taken_at, done, total, ended_at, report) VALUES (?, ?, ?, '', 0, 0, '', ?)`,
			v.N, string(by), stamped(now), []byte{})
	}
	err = r.write(ctx, ask)
	if r.dialect.duplicate(err) { // another asked in the same instant
		err = r.write(ctx, ask)
	}
	return v, r.wrote("ask for a verification", err)
}

// Verifications lists those that were asked for, the newest first, at most so many.
func (r *Register) Verifications(ctx context.Context, most int) (list []Verification, err error) {
	err = r.read(ctx, func(t tx) (err error) {
		list, err = t.verifications(ctx, `n > 0`, most)
		return err
	})
	return list, r.wrote("list verifications", err)
}

// WorkOnVerification verifies the register where somebody asked for it and nobody is at it, and keeps what it found. One that was cut
// short, as by a restart, is begun again: what it found stands only when it has gone through. It gives false where there was
// nothing to do.
func (r *Register) WorkOnVerification(ctx context.Context) (bool, error) {
	n, err := r.takeVerification(ctx)
	if err != nil || n == 0 {
		return false, r.wrote("take up a verification", err)
	}
	told := time.Time{}
	report, err := r.verify(ctx, func(done, total int) error {
		if now := time.Now(); now.Sub(told) >= verificationTells || done == total {
			told = now
			return r.write(ctx, func(t tx) error {
				return t.exec(ctx, `UPDATE verifications SET done = ?, total = ?, taken_at = ? WHERE n = ?`, done, total, r.now(), n)
			})
		}
		return nil
	})
	if err != nil {
		return true, err
	}
	text, err := json.Marshal(report)
	if err != nil {
		return true, fmt.Errorf("keep what a verification found: %w", err)
	}
	return true, r.wrote("keep what a verification found", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE verifications SET ended_at = ?, report = ? WHERE n = ? AND ended_at = ''`, r.now(), text, n)
	}))
}

// takeVerification takes what is asked for and nobody is at; 0 for nothing.
func (r *Register) takeVerification(ctx context.Context) (n int64, err error) {
	err = r.write(ctx, func(t tx) error {
		var taken string
		err := t.row(ctx, `SELECT n, taken_at FROM verifications WHERE ended_at = ''`+t.d.forUpdate).Scan(&n, &taken)
		if isMissing(err) {
			n = 0
			return nil
		}
		if err != nil {
			return err
		}
		if taken > stamped(r.clock().Add(-verificationLease)) {
			n = 0
			return nil
		}
		return t.exec(ctx, `UPDATE verifications SET taken_at = ?, done = 0, total = 0 WHERE n = ?`, r.now(), n)
	})
	return n, err
}

func (t tx) verifications(ctx context.Context, where string, most int) ([]Verification, error) {
	var list []Verification
	err := t.each(ctx, func(rows *sql.Rows) error {
		var v Verification
		var asked, ended string
		var report []byte
		if err := rows.Scan(&v.N, &v.AskedBy, &asked, &v.Done, &v.Total, &ended, &report); err != nil {
			return err
		}
		var err error
		v.AskedAt, err = unstamped(asked)
		if ended != "" {
			var wrong error
			v.EndedAt, wrong = unstamped(ended)
			err = errors.Join(err, wrong, json.Unmarshal(report, &v.Report))
		}
		list = append(list, v)
		return err
	}, `SELECT n, asked_by, asked_at, done, total, ended_at, report FROM verifications WHERE `+where+` ORDER BY n DESC LIMIT ?`, most)
	return list, err
}

// first is the first of a list, or the zero one.
func first(list []Verification) Verification {
	if len(list) == 0 {
		return Verification{}
	}
	return list[0]
}
