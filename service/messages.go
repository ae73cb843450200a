package service

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"sendpanel/dispatch"
	"sendpanel/dispatch/notify"
	"sendpanel/portal"
)

// messages is the way of short messages (codes, links, notices that something has happened): through GOV.UK Notify where
// its templates are set up, e-mails else through the mail server, and what is left into the outbox for somebody to pass on.
type messages struct {
	notify      *notify.Client // nil where it is not set up
	email, text string         // the IDs of its templates, empty for none
	mail        *dispatch.Mail // nil where it is not set up
	rest        portal.Notifier
}

// openMessages opens the ways that the settings name.
func openMessages(d *Desk) (portal.Notifier, error) {
	s := d.settings
	m := messages{rest: outbox(s.Outbox)}
	if s.Notify != "" && s.NotifySays != "" {
		email, text, ok := strings.Cut(s.NotifySays, ",")
		if !ok {
			return nil, errors.New("set up GOV.UK Notify: SENDPANEL_NOTIFY_TEMPLATES should hold two IDs, of the template for e-mails and of that for texts, joined by a comma")
		}
		m.email, m.text = strings.TrimSpace(email), strings.TrimSpace(text)
		var err error
		if m.notify, err = notify.New(s.Notify, notify.Options{Base: s.NotifyAt}); err != nil {
			return nil, fmt.Errorf("set up GOV.UK Notify (SENDPANEL_NOTIFY_KEY): %w", err)
		}
	}
	if s.SMTP != "" {
		var err error
		if m.mail, err = d.mailServer(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Notify sends a message by the best way there is.
func (m messages) Notify(ctx context.Context, n portal.Notice) error {
	reference := strings.ToLower(rand.Text())
	fill := map[string]string{"subject": n.Subject, "text": n.Text}
	var err error
	switch {
	case n.Channel == "email" && m.notify != nil && m.email != "":
		_, err = m.notify.SendEmail(ctx, notify.Email{Reference: reference, To: n.To, Template: m.email, Fill: fill})
	case n.Channel == "phone" && m.notify != nil && m.text != "":
		delete(fill, "subject")
		_, err = m.notify.SendText(ctx, notify.Text{Reference: reference, To: n.To, Template: m.text, Fill: fill})
	case n.Channel == "email" && m.mail != nil:
		err = m.mail.Send(ctx, dispatch.Message{Reference: reference, To: n.To, Subject: n.Subject, Words: n.Text})
	default:
		return m.rest.Notify(ctx, n)
	}
	if err != nil {
		return fmt.Errorf("send a message: %w", err)
	}
	return nil
}
