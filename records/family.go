package records

import (
	"context"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"sendpanel/casework"
)

// What a family's access may lack.
var (
	ErrNoAccess = errors.New("the case is not open to this person here")
	ErrNoCode   = errors.New("this code is not the newest, has been used, or its time is over")
)

// FamilyAccess says that one person to whom a case is addressed may read it in the portal, and where their codes go. An
// officer has confirmed that the contact is theirs.
type FamilyAccess struct {
	Ref       casework.Ref
	Addressee casework.AddresseeID
	Channel   string // "phone" or "email"
	Contact   string
	Opened    bool // a protected case, and one of a young person, stays closed until an officer opens it
	By        casework.PersonID
	At        time.Time
}

// SetFamilyAccess keeps the access in place of the one before.
func (r *Register) SetFamilyAccess(ctx context.Context, a FamilyAccess) error {
	const keep = `INSERT INTO family_access (ref, addressee, channel, contact, opened, confirmed_by, confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (ref, addressee) DO UPDATE SET channel = excluded.channel, contact = excluded.contact, opened = excluded.opened,
		confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`
	return r.wrote("keep a family's access", r.write(ctx, func(t tx) error {
		if err := t.known(ctx, a.Ref); err != nil {
			return err
		}
		return t.exec(ctx, keep, string(a.Ref), string(a.Addressee), a.Channel, a.Contact, number(a.Opened), string(a.By), r.now())
	}))
}

// FamilyAccess finds the access of one person, or [ErrNoAccess].
func (r *Register) FamilyAccess(ctx context.Context, ref casework.Ref, id casework.AddresseeID) (FamilyAccess, error) {
	list, err := r.familyAccess(ctx, `ref = ? AND addressee = ?`, string(ref), string(id))
	if err == nil && len(list) == 0 {
		err = ErrNoAccess
	}
	if err != nil {
		return FamilyAccess{}, fmt.Errorf("look up a family's access: %w", err)
	}
	return list[0], nil
}

// FamilyAccessOf lists who may read the case here.
func (r *Register) FamilyAccessOf(ctx context.Context, ref casework.Ref) ([]FamilyAccess, error) {
	list, err := r.familyAccess(ctx, `ref = ?`, string(ref))
	return list, r.wrote("list a family's access", err)
}

func (r *Register) familyAccess(ctx context.Context, where string, args ...any) ([]FamilyAccess, error) {
	var list []FamilyAccess
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var a FamilyAccess
			var opened int
			var at string
			err := rows.Scan(&a.Ref, &a.Addressee, &a.Channel, &a.Contact, &opened, &a.By, &at)
			if err == nil {
				a.At, err = unstamped(at)
			}
			a.Opened = opened == 1
			list = append(list, a)
			return err
		}, `SELECT ref, addressee, channel, contact, opened, confirmed_by, confirmed_at FROM family_access WHERE `+where+` ORDER BY addressee`, args...)
	})
	return list, err
}

// FamilyAccessBy lists, over all cases, whose codes go to a contact of the channel; same says whether two contacts are one,
// however they are written.
func (r *Register) FamilyAccessBy(ctx context.Context, channel string, same func(contact string) bool) ([]FamilyAccess, error) {
	list, err := r.familyAccess(ctx, `channel = ?`, channel)
	list = slices.DeleteFunc(list, func(a FamilyAccess) bool { return !same(a.Contact) })
	return list, r.wrote("list where a contact is used", err)
}

// KeepCode keeps the hash of the code that was made for a person. One before it no longer counts.
func (r *Register) KeepCode(ctx context.Context, ref casework.Ref, id casework.AddresseeID, hash string, until time.Time) error {
	const keep = `INSERT INTO family_codes (ref, addressee, hash, expires_at, tries) VALUES (?, ?, ?, ?, 0)
		ON CONFLICT (ref, addressee) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at, tries = 0`
	return r.wrote("keep a code", r.write(ctx, func(t tx) error {
		return t.exec(ctx, keep, string(ref), string(id), hash, stamped(until))
	}))
}

// UseCode uses a person's code, once. Each wrong one counts; after most tries the code is good no more. The error is
// [ErrNoCode] for every one that does not let them in.
func (r *Register) UseCode(ctx context.Context, ref casework.Ref, id casework.AddresseeID, hash string, most int) error {
	good := false
	err := r.write(ctx, func(t tx) error {
		good = false
		var kept string
		var tries int
		err := t.row(ctx, `SELECT hash, tries FROM family_codes WHERE ref = ? AND addressee = ? AND expires_at > ?`+t.d.forUpdate, string(ref), string(id), r.now()).
			Scan(&kept, &tries)
		if isMissing(err) {
			return nil
		}
		if err != nil {
			return err
		}
		good = tries < most && subtle.ConstantTimeCompare([]byte(kept), []byte(hash)) == 1
		if good {
			return t.exec(ctx, `DELETE FROM family_codes WHERE ref = ? AND addressee = ?`, string(ref), string(id))
		}
		return t.exec(ctx, `UPDATE family_codes SET tries = tries + 1 WHERE ref = ? AND addressee = ?`, string(ref), string(id))
	})
	if err == nil && !good {
		err = ErrNoCode
	}
	return r.wrote("use a code", err)
}
