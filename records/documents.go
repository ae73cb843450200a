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

// ErrNoUpload means that there is no such file under the owner.
var ErrNoUpload = errors.New("there is no such file")

// Upload is a file that somebody gave: what it was called, what it is, and the hash under which its content lies.
type Upload struct {
	ID      string
	Owner   string // whose it is: "draft/" and its ID, or "case/", the reference and the document
	Name    string // as it was called where it came from; shown, and never a path
	Type    string // by its content
	Size    int64  // in bytes
	SHA256  string
	By      casework.PersonID
	At      time.Time
	Checked string // [Clean], [Unchecked], [Waiting] or [Harmful]
}

// What the virus scanner says of a file.
const (
	Clean     = "clean"
	Unchecked = "unchecked" // no scanner was configured
	Waiting   = "waiting"   // the scanner did not answer: nobody opens the file before it has
	Harmful   = "harmful"   // nobody opens it
)

// Why a file that is kept is not given.
var (
	ErrHeld    = errors.New("the file waits for the virus scanner")
	ErrHarmful = errors.New("the virus scanner found something harmful in the file")
)

// KeepUpload stores the content under its hash and notes whose it is.
func (r *Register) KeepUpload(ctx context.Context, u Upload, content []byte) (Upload, error) {
	sum, err := r.files.Put(ctx, content)
	if err != nil {
		return Upload{}, err
	}
	u.ID, u.SHA256, u.Size = rand.Text(), sum, int64(len(content))
	const keep = `INSERT INTO uploads (id, owner, name, type, size, sha256, given_by, stored_at, checked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	err = r.write(ctx, func(t tx) error {
		u.At = r.clock().UTC()
		return t.exec(ctx, keep, u.ID, u.Owner, storable(u.Name), u.Type, u.Size, u.SHA256, storable(string(u.By)), stamped(u.At), u.Checked)
	})
	if err != nil {
		return Upload{}, fmt.Errorf("keep a file: %w", err)
	}
	return u, nil
}

// Uploads lists the owner's files, the first at the top.
func (r *Register) Uploads(ctx context.Context, owner string) ([]Upload, error) {
	list, err := r.uploads(ctx, `owner = ?`, owner)
	return list, r.wrote("list files", err)
}

// UploadsUnder lists the files of every owner whose name begins so and that were stored up to a moment.
func (r *Register) UploadsUnder(ctx context.Context, begins string, until time.Time) ([]Upload, error) {
	list, err := r.uploads(ctx, `substr(owner, 1, ?) = ? AND stored_at <= ?`, len(begins), begins, stamped(until.UTC()))
	return list, r.wrote("list files", err)
}

// Upload gives one file of the owner with its content, to be opened. The error is [ErrNoUpload], or [ErrHeld] or [ErrHarmful] of
// a file that nobody may open.
func (r *Register) Upload(ctx context.Context, owner, id string) (Upload, []byte, error) {
	u, content, err := r.HeldUpload(ctx, owner, id)
	switch {
	case err != nil:
		return u, nil, err
	case u.Checked == Waiting:
		return u, nil, ErrHeld
	case u.Checked == Harmful:
		return u, nil, ErrHarmful
	}
	return u, content, nil
}

// WaitingUploads lists files that wait for the virus scanner, the first that came at the top.
func (r *Register) WaitingUploads(ctx context.Context, most int) ([]Upload, error) {
	list, err := r.uploads(ctx, `checked = ?`, Waiting)
	return list[:min(len(list), most)], r.wrote("list files that wait", err)
}

// SetChecked notes what the virus scanner said of a file that waited.
func (r *Register) SetChecked(ctx context.Context, id, checked string) error {
	return r.wrote("note what the scanner said", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE uploads SET checked = ? WHERE id = ? AND checked = ?`, checked, id, Waiting)
	}))
}

// HeldUpload gives one file of the owner with its content whatever the virus scanner said, for the service itself to read; nobody
// is given it. The error is [ErrNoUpload].
func (r *Register) HeldUpload(ctx context.Context, owner, id string) (Upload, []byte, error) {
	list, err := r.uploads(ctx, `owner = ? AND id = ?`, owner, id)
	if err == nil && len(list) == 0 {
		err = ErrNoUpload
	}
	if err != nil {
		return Upload{}, nil, fmt.Errorf("read a file: %w", err)
	}
	content, err := r.files.Get(ctx, list[0].SHA256)
	return list[0], content, err
}

// DropUpload takes a file from its owner. The content stays in the folder of files where another owner has the same.
func (r *Register) DropUpload(ctx context.Context, owner, id string) error {
	var sum string
	err := r.write(ctx, func(t tx) error {
		sum = ""
		err := t.row(ctx, `SELECT sha256 FROM uploads WHERE owner = ? AND id = ?`, owner, id).Scan(&sum)
		if isMissing(err) {
			return ErrNoUpload
		}
		if err != nil {
			return err
		}
		if err := t.exec(ctx, `DELETE FROM uploads WHERE owner = ? AND id = ?`, owner, id); err != nil {
			return err
		}
		var others int
		if err := t.row(ctx, `SELECT (SELECT COUNT(*) FROM uploads WHERE sha256 = ?) + (SELECT COUNT(*) FROM letters WHERE sha256 = ?)`, sum, sum).Scan(&others); err != nil {
			return err
		}
		if others > 0 {
			sum = ""
		}
		return nil
	})
	if err == nil && sum != "" {
		err = r.files.Remove(ctx, sum)
	}
	return r.wrote("take a file away", err)
}

// MoveUploads gives all of an owner's files to another: a draft's to the case that it became.
func (r *Register) MoveUploads(ctx context.Context, from, to string) error {
	return r.wrote("give files to another owner", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE uploads SET owner = ? WHERE owner = ?`, to, from)
	}))
}

// GiveUpload gives one file to another owner: a draft's to the document of a case that it became. Done again it changes
// nothing.
func (r *Register) GiveUpload(ctx context.Context, id, from, to string) error {
	return r.wrote("give a file to another owner", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE uploads SET owner = ? WHERE owner = ? AND id = ?`, to, from, id)
	}))
}

func (r *Register) uploads(ctx context.Context, where string, args ...any) ([]Upload, error) {
	var list []Upload
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var u Upload
			var at string
			err := rows.Scan(&u.ID, &u.Owner, &u.Name, &u.Type, &u.Size, &u.SHA256, &u.By, &at, &u.Checked)
			if err == nil {
				u.At, err = unstamped(at)
			}
			list = append(list, u)
			return err
		}, `SELECT id, owner, name, type, size, sha256, given_by, stored_at, checked FROM uploads WHERE `+where+` ORDER BY stored_at, id`, args...)
	})
	return list, err
}
