package records

import (
	"context"
	"fmt"
	"time"

	"sendpanel/casework"
)

// ViewDraft is what a panel member has typed of an own view and not recorded yet. Nobody but that member reads it.
type ViewDraft struct {
	Body    []byte // JSON; the register does not look into it
	Updated time.Time
}

// SaveViewDraft keeps what the member has typed about the case, in place of what was there.
func (r *Register) SaveViewDraft(ctx context.Context, ref casework.Ref, member casework.PersonID, body []byte) error {
	const save = `INSERT INTO view_drafts (ref, member, body, updated_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (ref, member) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`
	err := r.write(ctx, func(t tx) error { return t.exec(ctx, save, string(ref), string(member), body, r.now()) })
	if err != nil {
		return fmt.Errorf("keep a member’s draft: %w", err)
	}
	return nil
}

// ViewDraft gives what the member has typed. The error is [ErrNoDraft] where there is nothing.
func (r *Register) ViewDraft(ctx context.Context, ref casework.Ref, member casework.PersonID) (ViewDraft, error) {
	var d ViewDraft
	var updated string
	err := r.read(ctx, func(t tx) error {
		return t.row(ctx, `SELECT body, updated_at FROM view_drafts WHERE ref = ? AND member = ?`, string(ref), string(member)).Scan(&d.Body, &updated)
	})
	if isMissing(err) {
		return ViewDraft{}, ErrNoDraft
	}
	if err == nil {
		d.Updated, err = unstamped(updated)
	}
	if err != nil {
		return ViewDraft{}, fmt.Errorf("read a member’s draft: %w", err)
	}
	return d, nil
}

// DropViewDraft takes a draft away, once the view is recorded.
func (r *Register) DropViewDraft(ctx context.Context, ref casework.Ref, member casework.PersonID) error {
	err := r.write(ctx, func(t tx) error {
		return t.exec(ctx, `DELETE FROM view_drafts WHERE ref = ? AND member = ?`, string(ref), string(member))
	})
	if err != nil {
		return fmt.Errorf("take a member’s draft away: %w", err)
	}
	return nil
}
