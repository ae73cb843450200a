package records

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"sendpanel/casework"
)

// What accounts may lack.
var (
	ErrNoAccount    = errors.New("there is no such account")
	ErrNoInvitation = errors.New("this link has been used, or its time is over")
	ErrEmailTaken   = errors.New("another account has this e-mail address")
)

// Account is how a person of the council, a school or a partner signs in. What they may do stands in the council's
// settings, and is looked up each time.
type Account struct {
	Person   casework.PersonID
	Email    string // in lower case
	Password string // an argon2id hash with its salt and cost; empty until chosen
	Secret   string // of the second factor, base32; empty until set up
	Step     int64  // the last step of the second factor that was used: each is good once
	Recovery []string
	Closed   bool
}

const accountColumns = `person, email, password, secret, step, recovery, closed`

// Account finds the account of a person.
func (r *Register) Account(ctx context.Context, of casework.PersonID) (Account, error) {
	return r.account(ctx, `person = ?`, string(of))
}

// AccountByEmail finds the account with the e-mail address, in whatever case it is written.
func (r *Register) AccountByEmail(ctx context.Context, email string) (Account, error) {
	return r.account(ctx, `email = ?`, lower(email))
}

func (r *Register) account(ctx context.Context, where, value string) (a Account, err error) {
	err = r.read(ctx, func(t tx) error {
		a, err = t.account(ctx, where, value)
		return err
	})
	if err != nil {
		return Account{}, fmt.Errorf("look up an account: %w", err)
	}
	return a, nil
}

func (t tx) account(ctx context.Context, where, value string) (Account, error) {
	var a Account
	var recovery string
	var closed int
	err := t.row(ctx, `SELECT `+accountColumns+` FROM accounts WHERE `+where, value).
		Scan(&a.Person, &a.Email, &a.Password, &a.Secret, &a.Step, &recovery, &closed)
	if isMissing(err) {
		return Account{}, ErrNoAccount
	}
	a.Recovery, a.Closed = strings.Fields(recovery), closed == 1
	return a, err
}

// SaveAccount keeps the account in place of the one the person had. The error is [ErrEmailTaken] where somebody else has
// the address.
func (r *Register) SaveAccount(ctx context.Context, a Account) error {
	return r.wrote("save an account", r.write(ctx, func(t tx) error { return t.saveAccount(ctx, a, r.now()) }))
}

func (t tx) saveAccount(ctx context.Context, a Account, now string) error {
	const keep = `INSERT INTO accounts (person, email, password, secret, step, recovery, closed, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (person) DO UPDATE SET email = excluded.email, password = excluded.password, secret = excluded.secret,
		step = excluded.step, recovery = excluded.recovery, closed = excluded.closed, changed_at = excluded.changed_at`
	err := t.exec(ctx, keep, string(a.Person), lower(a.Email), a.Password, a.Secret, a.Step, strings.Join(a.Recovery, "\n"), number(a.Closed), now)
	if err != nil && t.d.duplicate(err) {
		return ErrEmailTaken
	}
	if err != nil || !a.Closed {
		return err
	}
	return t.exec(ctx, `DELETE FROM invitations WHERE person = ?`, string(a.Person)) // no link that is out opens it again
}

// ChangeAccount changes an account as one step: two sign-ins at the same moment cannot both use one code. The error of
// change is given back, and nothing is stored.
func (r *Register) ChangeAccount(ctx context.Context, of casework.PersonID, change func(*Account) error) error {
	return r.wrote("change an account", r.write(ctx, func(t tx) error {
		a, err := t.account(ctx, `person = ?`+t.d.forUpdate, string(of))
		if err != nil {
			return err
		}
		if err := change(&a); err != nil {
			return err
		}
		return t.saveAccount(ctx, a, r.now())
	}))
}

// Invitation lets somebody choose a password, once. Only the hash of what stands in the link is kept.
type Invitation struct {
	Hash    string
	Person  casework.PersonID
	Email   string
	By      casework.PersonID
	Expires time.Time
}

// Invite keeps an invitation. Those before it for the same person no longer count, but one that the person asked for
// themselves ends none: whoever asks in their name must not end the link that they have.
func (r *Register) Invite(ctx context.Context, i Invitation) error {
	const keep = `INSERT INTO invitations (hash, person, email, invited_by, expires_at) VALUES (?, ?, ?, ?, ?)`
	return r.wrote("keep an invitation", r.write(ctx, func(t tx) error {
		if i.By != i.Person {
			if err := t.exec(ctx, `DELETE FROM invitations WHERE person = ?`, string(i.Person)); err != nil {
				return err
			}
		}
		return t.exec(ctx, keep, i.Hash, string(i.Person), lower(i.Email), string(i.By), stamped(i.Expires))
	}))
}

// Invitation finds an invitation that still counts, or [ErrNoInvitation].
func (r *Register) Invitation(ctx context.Context, hash string) (i Invitation, err error) {
	err = r.read(ctx, func(t tx) error {
		i, err = t.invitation(ctx, hash, r.now())
		return err
	})
	return i, r.wrote("look up an invitation", err)
}

// Accept uses an invitation: the person's account gets the password, and a second factor set up before is kept. Whoever
// comes second with the same link has [ErrNoInvitation].
func (r *Register) Accept(ctx context.Context, hash, password string) (i Invitation, err error) {
	err = r.write(ctx, func(t tx) error {
		if i, err = t.invitation(ctx, hash, r.now()); err != nil {
			return err
		}
		a, err := t.account(ctx, `person = ?`, string(i.Person))
		if err != nil && !errors.Is(err, ErrNoAccount) {
			return err
		}
		a.Person, a.Email, a.Password, a.Closed = i.Person, i.Email, password, false
		if err := t.saveAccount(ctx, a, r.now()); err != nil {
			return err
		}
		return t.exec(ctx, `DELETE FROM invitations WHERE person = ?`, string(i.Person))
	})
	return i, r.wrote("use an invitation", err)
}

func (t tx) invitation(ctx context.Context, hash, now string) (Invitation, error) {
	i, expires := Invitation{Hash: hash}, ""
	err := t.row(ctx, `SELECT person, email, invited_by, expires_at FROM invitations WHERE hash = ? AND expires_at > ?`, hash, now).
		Scan(&i.Person, &i.Email, &i.By, &expires)
	if isMissing(err) {
		return Invitation{}, ErrNoInvitation
	}
	if err != nil {
		return Invitation{}, err
	}
	i.Expires, err = unstamped(expires)
	return i, err
}

func (r *Register) wrote(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

func lower(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

func number(is bool) int64 {
	if is {
		return 1
	}
	return 0
}
