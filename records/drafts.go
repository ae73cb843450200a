package records

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
)

// ErrNoDraft means that there is no such draft, or that it is another school's.
var ErrNoDraft = errors.New("there is no such draft")

// Draft is a request that a school is still writing. Several colleagues may work on it, over many sittings.
type Draft struct {
	ID        string
	Setting   casework.SettingID
	Author    casework.PersonID // who began it
	Revision  int               // 1 and up
	Body      []byte            // JSON; the register does not look into it
	Created   time.Time
	UpdatedBy casework.PersonID
	Updated   time.Time
	SentAs    casework.Ref // empty until it was sent
}

// MovedError says that somebody saved the draft after it was read. Newer is what they saved: nothing of it was overwritten.
type MovedError struct{ Newer Draft }

func (e MovedError) Error() string {
	return fmt.Sprintf("the draft was saved by %s meanwhile: it is at revision %d", e.Newer.UpdatedBy, e.Newer.Revision)
}

// BeginDraft keeps a new draft.
func (r *Register) BeginDraft(ctx context.Context, of casework.SettingID, by casework.PersonID, body []byte) (Draft, error) {
	d := Draft{ID: rand.Text(), Setting: of, Author: by, UpdatedBy: by, Revision: 1, Body: body}
	const keep = `INSERT INTO drafts (id, setting, author, revision, body, created_at, updated_by, updated_at, sent_as)
		VALUES (?, ?, ?, 1, ?, ?, ?, ?, '')`
	err := r.write(ctx, func(t tx) error {
		d.Created = r.clock().UTC()
		d.Updated = d.Created
		at := stamped(d.Created)
		return t.exec(ctx, keep, d.ID, string(of), string(by), body, at, string(by), at)
	})
	if err != nil {
		return Draft{}, fmt.Errorf("begin a draft: %w", err)
	}
	return d, nil
}

// SaveDraft keeps a new body in place of the revision that was read. The error is [MovedError] where somebody saved a
// newer one meanwhile, and [ErrNoDraft] where the school has no such draft.
func (r *Register) SaveDraft(ctx context.Context, of casework.SettingID, id string, read int, by casework.PersonID, body []byte) (Draft, error) {
	var now Draft
	const save = `UPDATE drafts SET revision = ?, body = ?, updated_by = ?, updated_at = ? WHERE id = ?`
	err := r.write(ctx, func(t tx) error {
		var err error
		if now, err = t.draft(ctx, of, id, t.d.forUpdate); err != nil {
			return err
		}
		if now.Revision != read {
			return MovedError{Newer: now}
		}
		now.Revision, now.Body, now.UpdatedBy, now.Updated = read+1, body, by, r.clock().UTC()
		return t.exec(ctx, save, now.Revision, body, string(by), stamped(now.Updated), id)
	})
	if err != nil {
		return Draft{}, fmt.Errorf("save a draft: %w", err)
	}
	return now, nil
}

// Draft gives a draft of the school. The error is [ErrNoDraft] for another school's, too.
func (r *Register) Draft(ctx context.Context, of casework.SettingID, id string) (d Draft, err error) {
	err = r.read(ctx, func(t tx) error {
		d, err = t.draft(ctx, of, id, "")
		return err
	})
	if err != nil {
		return Draft{}, fmt.Errorf("read a draft: %w", err)
	}
	return d, nil
}

// Drafts lists what the school has not sent, the one saved last at the top.
func (r *Register) Drafts(ctx context.Context, of casework.SettingID) ([]Draft, error) {
	var list []Draft
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			d, err := scanDraft(rows)
			list = append(list, d)
			return err
		}, `SELECT `+draftColumns+` FROM drafts WHERE setting = ? AND sent_as = '' ORDER BY updated_at DESC, id`, string(of))
	})
	if err != nil {
		return nil, fmt.Errorf("list drafts: %w", err)
	}
	return list, nil
}

// DraftSent notes under which reference a draft was received. It is kept as it was sent.
func (r *Register) DraftSent(ctx context.Context, of casework.SettingID, id string, as casework.Ref) error {
	err := r.write(ctx, func(t tx) error {
		if _, err := t.draft(ctx, of, id, t.d.forUpdate); err != nil {
			return err
		}
		return t.exec(ctx, `UPDATE drafts SET sent_as = ? WHERE id = ?`, string(as), id)
	})
	if err != nil {
		return fmt.Errorf("note that a draft was sent: %w", err)
	}
	return nil
}

// DropDraft takes a draft away that was never sent, on its school's word.
func (r *Register) DropDraft(ctx context.Context, of casework.SettingID, id string) error {
	err := r.write(ctx, func(t tx) error {
		return t.exec(ctx, `DELETE FROM drafts WHERE id = ? AND setting = ? AND sent_as = ''`, id, string(of))
	})
	if err != nil {
		return fmt.Errorf("take a draft away: %w", err)
	}
	return nil
}

const draftColumns = `id, setting, author, revision, body, created_at, updated_by, updated_at, sent_as`

func (t tx) draft(ctx context.Context, of casework.SettingID, id, lock string) (Draft, error) {
	d, err := scanDraft(t.row(ctx, `SELECT `+draftColumns+` FROM drafts WHERE id = ? AND setting = ?`+lock, id, string(of)))
	if isMissing(err) {
		return Draft{}, ErrNoDraft
	}
	return d, err
}

func scanDraft(row interface{ Scan(...any) error }) (Draft, error) {
	var d Draft
	var created, updated string
	err := row.Scan(&d.ID, &d.Setting, &d.Author, &d.Revision, &d.Body, &created, &d.UpdatedBy, &updated, &d.SentAs)
	if err != nil {
		return Draft{}, err
	}
	if d.Created, err = unstamped(created); err != nil {
		return Draft{}, err
	}
	d.Updated, err = unstamped(updated)
	return d, err
}
