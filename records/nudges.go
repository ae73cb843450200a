package records

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"sendpanel/casework"
)

// Nudge is a message to somebody of a school that a request has not been sent.
type Nudge struct {
	Draft   string
	Person  casework.PersonID
	Ended   time.Time // the zero time while it is being sent
	Outcome string    // "sent", or why not
}

// DraftsUntold lists the drafts of the settings that were begun before a moment, have not been sent, and of which nobody was
// told that they wait, the oldest first.
func (r *Register) DraftsUntold(ctx context.Context, of []casework.SettingID, before time.Time, most int) ([]Draft, error) {
	if len(of) == 0 {
		return nil, nil
	}
	var list []Draft
	theirs, args := anyOf("setting", of)
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			d, err := scanDraft(rows)
			list = append(list, d)
			return err
		}, `SELECT `+draftColumns+` FROM drafts WHERE `+theirs+` AND sent_as = '' AND created_at < ?
			AND NOT EXISTS (SELECT 1 FROM draft_nudges n WHERE n.draft = drafts.id AND (n.ended_at <> '' OR n.taken_at > ?))
			ORDER BY created_at, id LIMIT ?`, append(args, stamped(before), stamped(r.clock().Add(-noticeAgain)), most)...)
	})
	return list, r.wrote("list drafts that wait", err)
}

// TakeNudge takes it on to tell a person of a draft. It is false where somebody else has, or did.
func (r *Register) TakeNudge(ctx context.Context, draft string, person casework.PersonID) (taken bool, err error) {
	const take = `INSERT INTO draft_nudges (draft, person, taken_at, ended_at, outcome) VALUES (?, ?, ?, '', '')
		ON CONFLICT (draft) DO UPDATE SET person = excluded.person, taken_at = excluded.taken_at
		WHERE draft_nudges.ended_at = '' AND draft_nudges.taken_at < ? RETURNING draft`
	err = r.write(ctx, func(t tx) error {
		taken = false
		var id string
		err := t.row(ctx, take, draft, string(person), r.now(), stamped(r.clock().Add(-noticeAgain))).Scan(&id)
		if isMissing(err) {
			return nil
		}
		taken = err == nil
		return err
	})
	return taken, r.wrote("take a message about a draft", err)
}

// EndNudge notes that a school was told of a draft, or why not.
func (r *Register) EndNudge(ctx context.Context, draft, outcome string) error {
	return r.wrote("note what became of a message about a draft", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE draft_nudges SET ended_at = ?, outcome = ? WHERE draft = ?`, r.now(), outcome, draft)
	}))
}

// Nudge gives the message about a draft. The second result is false where there was none.
func (r *Register) Nudge(ctx context.Context, draft string) (n Nudge, told bool, err error) {
	err = r.read(ctx, func(t tx) error {
		var ended string
		n.Draft = draft
		err := t.row(ctx, `SELECT person, ended_at, outcome FROM draft_nudges WHERE draft = ?`, draft).Scan(&n.Person, &ended, &n.Outcome)
		if isMissing(err) {
			told = false
			return nil
		}
		if err == nil && ended != "" {
			n.Ended, err = unstamped(ended)
		}
		told = err == nil
		return err
	})
	if err != nil {
		return Nudge{}, false, fmt.Errorf("read the message about a draft: %w", err)
	}
	return n, told, nil
}
