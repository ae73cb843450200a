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

// FamilyCode is a code that was sent to a person so that they can sign in at the browser that asked for it.
type FamilyCode struct {
	Asked     string // a hash of what that browser holds
	Ref       casework.Ref
	Addressee casework.AddresseeID
	Hash      string // of the code
	Until     time.Time
}

// KeepCode keeps a code that was made. One before it for the same browser no longer counts.
func (r *Register) KeepCode(ctx context.Context, c FamilyCode) error {
	const keep = `INSERT INTO browser_codes (asked, ref, addressee, hash, expires_at, tries) VALUES (?, ?, ?, ?, ?, 0)
		ON CONFLICT (asked) DO UPDATE SET ref = excluded.ref, addressee = excluded.addressee, hash = excluded.hash, expires_at = excluded.expires_at, tries = 0`
	return r.wrote("keep a code", r.write(ctx, func(t tx) error {
		return t.exec(ctx, keep, c.Asked, string(c.Ref), string(c.Addressee), c.Hash, stamped(c.Until))
	}))
}

// ShareCode makes the last code that went to the person good at another browser that asks, as if so many wrong ones had been
// tried there. A browser that has a code of the person keeps it. Nothing happens where none is out, or where the last is good at so
// many browsers as it may be.
func (r *Register) ShareCode(ctx context.Context, c FamilyCode, tried, most int) error {
	const share = `INSERT INTO browser_codes (asked, ref, addressee, hash, expires_at, tries)
		SELECT ?, ref, addressee, hash, expires_at, ? FROM browser_codes AS last
		WHERE ref = ? AND addressee = ? AND expires_at > ? AND (SELECT COUNT(*) FROM browser_codes AS other WHERE other.hash = last.hash) <= ?
		ORDER BY expires_at DESC, tries LIMIT 1 ON CONFLICT (asked) DO NOTHING`
	return r.wrote("share a code", r.write(ctx, func(t tx) error {
		return t.exec(ctx, share, c.Asked, tried, string(c.Ref), string(c.Addressee), r.now(), most)
	}))
}

// UseCode uses the code that a browser asked for, once, and says whose it is. Each wrong one counts; after most tries the
// code is good no more. The error is [ErrNoCode] for every one that does not let them in.
func (r *Register) UseCode(ctx context.Context, asked, hash string, most int) (c FamilyCode, err error) {
	good := false
	err = r.write(ctx, func(t tx) error {
		good = false
		var tries int
		err := t.row(ctx, `SELECT ref, addressee, hash, tries FROM browser_codes WHERE asked = ? AND expires_at > ?`+t.d.forUpdate, asked, r.now()).
			Scan(&c.Ref, &c.Addressee, &c.Hash, &tries)
		if isMissing(err) {
			return nil
		}
		if err != nil {
			return err
		}
		good = tries < most && subtle.ConstantTimeCompare([]byte(c.Hash), []byte(hash)) == 1
		if good {
			return t.exec(ctx, `DELETE FROM browser_codes WHERE asked = ?`, asked)
		}
		return t.exec(ctx, `UPDATE browser_codes SET tries = tries + 1 WHERE asked = ?`, asked)
	})
	if err == nil && !good {
		err = ErrNoCode
	}
	if err != nil {
		return FamilyCode{}, r.wrote("use a code", err)
	}
	c.Asked = asked
	return c, nil
}
