package records

import (
	"context"
	"database/sql"
	"time"

	"sendpanel/casework"
)

// FamilyNotice is a message to somebody in a family that an event of their case gives them something to read.
type FamilyNotice struct {
	Ref       casework.Ref
	Addressee casework.AddresseeID
	Seq       int    // of the event: with the addressee it names the message
	What      string // "decision", "letter" or "late"
}

// noticeAgain is after how long a message that somebody began to send, and of which nothing was heard, is taken again.
const noticeAgain = 10 * time.Minute

// OweNotices notes messages that are to be sent. One that is noted already, sent or not, stays as it is.
func (r *Register) OweNotices(ctx context.Context, owed ...FamilyNotice) error {
	if len(owed) == 0 {
		return nil
	}
	const owe = `INSERT INTO family_notices (ref, addressee, seq, what, owed_at, taken_at, ended_at, outcome) VALUES (?, ?, ?, ?, ?, '', '', '')
		ON CONFLICT (ref, addressee, seq) DO NOTHING`
	return r.wrote("note messages to a family", r.write(ctx, func(t tx) error {
		for _, n := range owed {
			if err := t.exec(ctx, owe, string(n.Ref), string(n.Addressee), n.Seq, n.What, r.now()); err != nil {
				return err
			}
		}
		return nil
	}))
}

// TakeNotices gives up to most messages that are to be sent, and nobody else takes them for a while.
func (r *Register) TakeNotices(ctx context.Context, most int) ([]FamilyNotice, error) {
	var list []FamilyNotice
	err := r.write(ctx, func(t tx) error {
		list = nil
		err := t.each(ctx, func(rows *sql.Rows) error {
			var n FamilyNotice
			err := rows.Scan(&n.Ref, &n.Addressee, &n.Seq, &n.What)
			list = append(list, n)
			return err
		}, `SELECT ref, addressee, seq, what FROM family_notices WHERE ended_at = '' AND taken_at < ? ORDER BY owed_at, ref, addressee, seq LIMIT ?`+t.d.forUpdate,
			stamped(r.clock().Add(-noticeAgain)), most)
		if err != nil {
			return err
		}
		for _, n := range list {
			if err := t.exec(ctx, `UPDATE family_notices SET taken_at = ? WHERE ref = ? AND addressee = ? AND seq = ?`, r.now(), string(n.Ref), string(n.Addressee), n.Seq); err != nil {
				return err
			}
		}
		return nil
	})
	return list, r.wrote("take messages to families", err)
}

// EndNotice notes that a message was sent, or why it is not.
func (r *Register) EndNotice(ctx context.Context, n FamilyNotice, outcome string) error {
	return r.wrote("note what became of a message", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE family_notices SET ended_at = ?, outcome = ? WHERE ref = ? AND addressee = ? AND seq = ?`,
			r.now(), outcome, string(n.Ref), string(n.Addressee), n.Seq)
	}))
}
