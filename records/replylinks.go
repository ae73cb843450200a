package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
)

// ErrNoReplyLink means that a link is none, is over, or has been used.
var ErrNoReplyLink = errors.New("there is no such link")

// ReplyLink lets somebody without an account answer what the council asked about a case, once.
type ReplyLink struct {
	Hash     string // of the secret in the link
	Ref      casework.Ref
	Party    casework.Party // who answers: the school, health or social care
	To       string         // the e-mail address it was sent to
	By       casework.PersonID
	Sent     time.Time
	Expires  time.Time
	Answered time.Time // the zero time until then
}

const replyLinkColumns = `hash, ref, party, sent_to, sent_by, sent_at, expires_at, answered_at`

// KeepReplyLink keeps a link that is about to be sent.
func (r *Register) KeepReplyLink(ctx context.Context, l ReplyLink) error {
	err := r.write(ctx, func(t tx) error {
		return t.exec(ctx, `INSERT INTO reply_links (`+replyLinkColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, '')`, l.Hash, string(l.Ref), string(l.Party),
			storable(l.To), string(l.By), stamped(r.clock().UTC()), stamped(l.Expires.UTC()))
	})
	return r.wrote("keep a link for a reply", err)
}

// ReplyLink gives a link that is good still, or [ErrNoReplyLink].
func (r *Register) ReplyLink(ctx context.Context, hash string) (ReplyLink, error) {
	list, err := r.replyLinks(ctx, `hash = ?`, hash)
	if err == nil && (len(list) == 0 || !list[0].Answered.IsZero() || r.clock().After(list[0].Expires)) {
		err = ErrNoReplyLink
	}
	if err != nil {
		return ReplyLink{}, fmt.Errorf("read a link for a reply: %w", err)
	}
	return list[0], nil
}

// ReplyLinks lists the links of a case, the first at the top.
func (r *Register) ReplyLinks(ctx context.Context, ref casework.Ref) ([]ReplyLink, error) {
	list, err := r.replyLinks(ctx, `ref = ?`, string(ref))
	return list, r.wrote("list links for replies", err)
}

// AnswerReplyLink notes that a link was answered: it is good no longer.
func (r *Register) AnswerReplyLink(ctx context.Context, hash string) error {
	err := r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE reply_links SET answered_at = ? WHERE hash = ?`, stamped(r.clock().UTC()), hash)
	})
	return r.wrote("note that a link was answered", err)
}

func (r *Register) replyLinks(ctx context.Context, where string, args ...any) ([]ReplyLink, error) {
	var list []ReplyLink
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			l, err := scanReplyLink(rows)
			list = append(list, l)
			return err
		}, `SELECT `+replyLinkColumns+` FROM reply_links WHERE `+where+` ORDER BY sent_at, hash`, args...)
	})
	return list, err
}

func scanReplyLink(rows *sql.Rows) (ReplyLink, error) {
	var l ReplyLink
	var sent, expires, answered string
	if err := rows.Scan(&l.Hash, &l.Ref, &l.Party, &l.To, &l.By, &sent, &expires, &answered); err != nil {
		return l, err
	}
	var err error
	if l.Sent, err = unstamped(sent); err != nil {
		return l, err
	}
	if l.Expires, err = unstamped(expires); err != nil || answered == "" {
		return l, err
	}
	l.Answered, err = unstamped(answered)
	return l, err
}
