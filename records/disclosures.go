package records

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// ErrNoDisclosure means that there is no such answer to a subject access request.
var ErrNoDisclosure = errors.New("there is no such disclosure")

// Disclosure is an answer to a subject access request about a case: a draft until a second person has confirmed it.
type Disclosure struct {
	ID          string
	Ref         casework.Ref
	About       string      // who asked
	AskedOn     statute.Day // when the request came
	BegunBy     casework.PersonID
	BegunAt     time.Time
	Body        []byte // what is decided of each part; the register does not look into it
	ConfirmedBy casework.PersonID
	ConfirmedAt time.Time // the zero time until it is
	Bundle      string    // the ID of the upload that may leave
}

const disclosureColumns = `id, ref, about, asked_on, begun_by, begun_at, body, confirmed_by, confirmed_at, bundle`

// BeginDisclosure begins an answer with nothing decided.
func (r *Register) BeginDisclosure(ctx context.Context, d Disclosure) (Disclosure, error) {
	d.ID, d.BegunAt = rand.Text(), r.clock().UTC()
	err := r.write(ctx, func(t tx) error {
		return t.exec(ctx, `INSERT INTO disclosures (`+disclosureColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '')`,
			d.ID, string(d.Ref), storable(d.About), d.AskedOn.String(), string(d.BegunBy), stamped(d.BegunAt), d.Body)
	})
	return d, r.wrote("begin a disclosure", err)
}

// Disclosures lists the answers about a case, the newest first; about every case where it is empty.
func (r *Register) Disclosures(ctx context.Context, ref casework.Ref) ([]Disclosure, error) {
	var list []Disclosure
	err := r.read(ctx, func(t tx) (err error) {
		list, err = disclosuresIn(ctx, t, `? IN ('', ref)`, string(ref))
		return err
	})
	return list, r.wrote("list disclosures", err)
}

// Disclosure is one answer about the case. The error is [ErrNoDisclosure] where there is none.
func (r *Register) Disclosure(ctx context.Context, ref casework.Ref, id string) (d Disclosure, err error) {
	err = r.read(ctx, func(t tx) error {
		d, err = oneDisclosure(ctx, t, ref, id, "")
		return err
	})
	return d, r.wrote("read a disclosure", err)
}

// ChangeDisclosure changes an answer as one step. The error of change is given back, and nothing is stored.
func (r *Register) ChangeDisclosure(ctx context.Context, ref casework.Ref, id string, change func(*Disclosure) error) error {
	return r.wrote("change a disclosure", r.write(ctx, func(t tx) error {
		d, err := oneDisclosure(ctx, t, ref, id, t.d.forUpdate)
		if err != nil {
			return err
		}
		if err := change(&d); err != nil {
			return err
		}
		confirmed := ""
		if !d.ConfirmedAt.IsZero() {
			confirmed = stamped(d.ConfirmedAt.UTC())
		}
		return t.exec(ctx, `UPDATE disclosures SET body = ?, confirmed_by = ?, confirmed_at = ?, bundle = ? WHERE id = ?`,
			d.Body, string(d.ConfirmedBy), confirmed, d.Bundle, id)
	}))
}

func oneDisclosure(ctx context.Context, t tx, ref casework.Ref, id, lock string) (Disclosure, error) {
	var list []Disclosure
	err := t.each(ctx, func(rows *sql.Rows) error { return scanDisclosure(rows, &list) },
		`SELECT `+disclosureColumns+` FROM disclosures WHERE id = ? AND ref = ?`+lock, id, string(ref))
	if err == nil && len(list) == 0 {
		err = ErrNoDisclosure
	}
	if err != nil {
		return Disclosure{}, err
	}
	return list[0], nil
}

func disclosuresIn(ctx context.Context, t tx, where string, args ...any) ([]Disclosure, error) {
	var list []Disclosure
	err := t.each(ctx, func(rows *sql.Rows) error { return scanDisclosure(rows, &list) },
		`SELECT `+disclosureColumns+` FROM disclosures WHERE `+where+` ORDER BY begun_at DESC, id`, args...)
	return list, err
}

func scanDisclosure(rows *sql.Rows, into *[]Disclosure) error {
	var d Disclosure
	var asked, begun, confirmed string
	err := rows.Scan(&d.ID, &d.Ref, &d.About, &asked, &d.BegunBy, &begun, &d.Body, &d.ConfirmedBy, &confirmed, &d.Bundle)
	if err == nil {
		d.AskedOn, err = statute.ParseDay(asked)
	}
	if err == nil {
		d.BegunAt, err = unstamped(begun)
	}
	if err == nil && confirmed != "" {
		d.ConfirmedAt, err = unstamped(confirmed)
	}
	*into = append(*into, d)
	return err
}
