package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
)

// What the register answers about tokens.
var (
	ErrNoToken   = errors.New("there is no such token, or it is good no longer")
	ErrTokenMade = errors.New("this token was made before")
)

// ServiceToken lets the information system of one school, nursery or college ask and send in the name of one of its people.
type ServiceToken struct {
	Hash    string // of the token itself, which is kept nowhere
	ID      string // names it on pages and in the record of reads
	Setting casework.SettingID
	Name    string            // what the school calls it
	For     casework.PersonID // in whose name it acts
	By      casework.PersonID // who made it
	Made    time.Time
	Expires time.Time
	Used    time.Time // last; the zero time until the first time
	Uses    int
	Ended   time.Time // the zero time until somebody ends it
	EndedBy casework.PersonID
}

// GoodAt reports whether the token opens anything at the moment.
func (s ServiceToken) GoodAt(at time.Time) bool { return s.Ended.IsZero() && at.Before(s.Expires) }

const tokenColumns = `hash, id, setting, name, acts_for, made_by, made_at, expires_at, used_at, uses, ended_at, ended_by`

// KeepToken keeps a new token. The error is [ErrTokenMade] where one has its ID.
func (r *Register) KeepToken(ctx context.Context, s ServiceToken) error {
	err := r.write(ctx, func(t tx) error {
		return t.exec(ctx, `INSERT INTO service_tokens (`+tokenColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 0, '', '')`, s.Hash, s.ID, string(s.Setting),
			storable(s.Name), string(s.For), string(s.By), stamped(r.clock().UTC()), stamped(s.Expires.UTC()))
	})
	if r.dialect.duplicate(err) {
		err = ErrTokenMade
	}
	return r.wrote("keep a token", err)
}

// UseToken gives the token of a hash and notes that it was used. The error is [ErrNoToken] where it is none, is over or was
// ended; nothing is written then, however often it is tried.
func (r *Register) UseToken(ctx context.Context, hash string) (ServiceToken, error) {
	var s ServiceToken
	err := r.read(ctx, func(t tx) error {
		list, err := tokensIn(ctx, t, `hash = ?`, hash)
		if err == nil && (len(list) == 0 || !list[0].GoodAt(r.clock())) {
			err = ErrNoToken
		}
		return err
	})
	if err != nil {
		return s, r.wrote("use a token", err)
	}
	err = r.write(ctx, func(t tx) error {
		list, err := tokensIn(ctx, t, `hash = ?`, hash)
		if err != nil {
			return err
		}
		if len(list) == 0 || !list[0].GoodAt(r.clock()) {
			return ErrNoToken
		}
		s = list[0]
		return t.exec(ctx, `UPDATE service_tokens SET used_at = ?, uses = uses + 1 WHERE hash = ?`, stamped(r.clock().UTC()), hash)
	})
	return s, r.wrote("use a token", err)
}

// Tokens lists the tokens of a setting, the newest first; of every setting where it is empty.
func (r *Register) Tokens(ctx context.Context, of casework.SettingID) ([]ServiceToken, error) {
	var list []ServiceToken
	err := r.read(ctx, func(t tx) error {
		var err error
		list, err = tokensIn(ctx, t, `? IN ('', setting)`, string(of))
		return err
	})
	return list, r.wrote("list tokens", err)
}

// EndToken ends a token of a setting, or of any where the setting is empty. The error is [ErrNoToken] where there is none that
// is not ended.
func (r *Register) EndToken(ctx context.Context, of casework.SettingID, id string, by casework.PersonID) error {
	err := r.write(ctx, func(t tx) error {
		list, err := tokensIn(ctx, t, `id = ? AND ended_at = '' AND ? IN ('', setting)`, id, string(of))
		if err == nil && len(list) == 0 {
			err = ErrNoToken
		}
		if err != nil {
			return err
		}
		return t.exec(ctx, `UPDATE service_tokens SET ended_at = ?, ended_by = ? WHERE id = ?`, stamped(r.clock().UTC()), string(by), id)
	})
	return r.wrote("end a token", err)
}

// FirstSent keeps what a system sent under a key, and gives what was sent under it first and when that arrived: the same
// where this is the first time.
func (r *Register) FirstSent(ctx context.Context, of casework.SettingID, key, content string) (first string, arrived time.Time, err error) {
	err = r.write(ctx, func(t tx) error {
		err := t.exec(ctx, `INSERT INTO service_sent (setting, send_key, content, arrived_at) VALUES (?, ?, ?, ?) ON CONFLICT (setting, send_key) DO NOTHING`,
			string(of), key, content, stamped(r.clock().UTC()))
		if err != nil {
			return err
		}
		var at string
		if err := t.row(ctx, `SELECT content, arrived_at FROM service_sent WHERE setting = ? AND send_key = ?`, string(of), key).Scan(&first, &at); err != nil {
			return err
		}
		arrived, err = unstamped(at)
		return err
	})
	return first, arrived, r.wrote("keep what a system sent", err)
}

func tokensIn(ctx context.Context, t tx, where string, args ...any) ([]ServiceToken, error) {
	var list []ServiceToken
	err := t.each(ctx, func(rows *sql.Rows) error {
		s, err := scanToken(rows)
		list = append(list, s)
		return err
	}, `SELECT `+tokenColumns+` FROM service_tokens WHERE `+where+` ORDER BY made_at DESC, id`, args...)
	return list, err
}

func scanToken(rows *sql.Rows) (ServiceToken, error) {
	var s ServiceToken
	var made, expires, used, ended string
	if err := rows.Scan(&s.Hash, &s.ID, &s.Setting, &s.Name, &s.For, &s.By, &made, &expires, &used, &s.Uses, &ended, &s.EndedBy); err != nil {
		return s, err
	}
	for text, into := range map[*string]*time.Time{&made: &s.Made, &expires: &s.Expires, &used: &s.Used, &ended: &s.Ended} {
		if *text == "" {
			continue
		}
		at, err := unstamped(*text)
		if err != nil {
			return s, fmt.Errorf("read the times of token %s: %w", s.ID, err)
		}
		*into = at
	}
	return s, nil
}
