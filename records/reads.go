package records

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// NoteRead records that somebody looked at a case: who, from which account on the machine, and at what ("summary",
// "letter decision-to-assess/family-1/7/1"). Reads have a chain for each day in London.
func (r *Register) NoteRead(ctx context.Context, by, account string, ref casework.Ref, what string) error {
	err := r.write(ctx, func(t tx) error {
		now := r.clock()
		_, err := t.append(ctx, readLedger(), statute.DayOf(now).String(), nil, stamped(now), by, account, string(ref), what)
		return err
	})
	if err != nil {
		return fmt.Errorf("record a read of %s: %w", ref, err)
	}
	return nil
}

// Read is that somebody looked at a case.
type Read struct {
	At      time.Time
	By      string
	Account string
	Ref     casework.Ref
	What    string
}

// Reads lists who looked at the case, the first at the top.
func (r *Register) Reads(ctx context.Context, ref casework.Ref) ([]Read, error) {
	const query = `SELECT stored_at, person, account, what FROM reads WHERE ref = ? ORDER BY day, n`
	var list []Read
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			one, at := Read{Ref: ref}, ""
			err := rows.Scan(&at, &one.By, &one.Account, &one.What)
			if err == nil {
				one.At, err = unstamped(at)
			}
			list = append(list, one)
			return err
		}, query, string(ref))
	})
	if err != nil {
		return nil, fmt.Errorf("list the reads of %s: %w", ref, err)
	}
	return list, nil
}
