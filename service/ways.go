package service

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/dispatch"
	"sendpanel/dispatch/notify"
	"sendpanel/records"
	"sendpanel/statute"
)

// ways are the ways by which letters leave the house: the print folder, always, and GOV.UK Notify and e-mail where they
// are set up. Which one a letter takes follows from the case and the council's settings alone, so that whoever asks again
// gets the same answer.
type ways struct {
	register *records.Register
	folder   *dispatch.Folder
	notify   *dispatch.NotifyPost // nil where it is not set up
	mail     *dispatch.MailPost   // nil where it is not set up
}

var _ activities.Door = (*ways)(nil)

// openWays opens every way that the settings name.
func openWays(d *Desk) (*ways, error) {
	folder, err := dispatch.PrintFolder(d.settings.Print)
	if err != nil {
		return nil, fmt.Errorf("open the print folder: %w", err)
	}
	w := &ways{register: d.Register, folder: folder}
	book := handoverBook{d.Register}
	if d.settings.Notify != "" {
		client, err := notify.New(d.settings.Notify, notify.Options{Base: d.settings.NotifyAt})
		if err != nil {
			return nil, fmt.Errorf("set up GOV.UK Notify (SENDPANEL_NOTIFY_KEY): %w", err)
		}
		w.notify = &dispatch.NotifyPost{Client: client, Ledger: book}
	}
	if d.settings.SMTP != "" {
		mail, err := d.mailServer()
		if err != nil {
			return nil, err
		}
		w.mail = &dispatch.MailPost{Mail: mail, Ledger: book, Address: w.address}
	}
	return w, nil
}

// mailServer is the mail server that the settings name, with the council as the sender.
func (d *Desk) mailServer() (*dispatch.Mail, error) {
	settings, err := d.Council(context.Background())
	if err != nil {
		return nil, err
	}
	mail, err := dispatch.NewMail(d.settings.SMTP, settings.Email, settings.Name+" "+settings.Service)
	if err != nil {
		return nil, fmt.Errorf("set up e-mail (SENDPANEL_SMTP): %w", err)
	}
	return mail, nil
}

// Withdraw takes back a voided letter, wherever it went.
func (w *ways) Withdraw(ctx context.Context, ref casework.Ref, key casework.LetterKey) error {
	_, err := w.register.LetterHandover(ctx, ref, key)
	if errors.Is(err, records.ErrNoHandover) {
		return w.folder.Withdraw(ctx, dispatch.Key{Case: ref, Letter: key})
	}
	if err == nil {
		_, err = w.register.RecallHandover(ctx, ref, key)
	}
	return err
}

// way is how a letter travels. A letter's first version takes the recorded way; a later one, which follows on something
// that went wrong, is printed here where a person sees it. Nothing goes to a family by e-mail alone from here: a family
// reads letters in the portal, and a refusal is always posted.
func (w *ways) way(c casework.Case, settings council.Council, key casework.LetterKey) statute.Channel {
	to, found := c.Addressee(key.To)
	if !found || key.Version > 1 {
		return statute.FirstClass
	}
	family := to.Standing != casework.Setting && to.Standing != casework.Agency
	byNotify := to.Channel == statute.Notify || !family && to.Channel == statute.FirstClass && settings.Channels.Family == statute.Notify
	switch {
	case w.notify != nil && byNotify:
		return statute.Notify
	case w.mail != nil && !family && to.Channel == statute.Email && to.Email != "":
		return statute.Email
	}
	return statute.FirstClass
}

func (w *ways) address(ctx context.Context, key dispatch.Key) (string, error) {
	c, _, err := w.known(ctx, key.Case)
	if err != nil {
		return "", err
	}
	to, _ := c.Addressee(key.Letter.To)
	if !strings.Contains(to.Email, "@") {
		return "", errors.New("no e-mail address is recorded")
	}
	return to.Email, nil
}

func (w *ways) known(ctx context.Context, ref casework.Ref) (casework.Case, council.Council, error) {
	events, err := w.register.Events(ctx, ref)
	if err != nil {
		return casework.Case{}, council.Council{}, err
	}
	c, err := casework.Fold(events)
	if err != nil {
		return casework.Case{}, council.Council{}, fmt.Errorf("fold %s: %w", ref, err)
	}
	settings, _, err := w.register.Settings(ctx)
	return c, settings, err
}

// handoverBook keeps the carriers' ledger in the register.
type handoverBook struct{ register *records.Register }

func (b handoverBook) Begin(ctx context.Context, key dispatch.Key, way, sha string) (dispatch.Attempt, error) {
	h, fresh, err := b.register.BeginHandover(ctx, key.Case, key.Letter, way, sha)
	return dispatch.Attempt{Reference: h.Reference, SHA256: h.SHA256, ID: h.Carrier, Fresh: fresh}, err
}

func (b handoverBook) Took(ctx context.Context, reference, id string) error {
	return b.register.TakeHandover(ctx, reference, id)
}

func (b handoverBook) Release(ctx context.Context, reference string) error {
	return b.register.ReleaseHandover(ctx, reference)
}

func (b handoverBook) Recall(ctx context.Context, key dispatch.Key) (bool, error) {
	return b.register.RecallHandover(ctx, key.Case, key.Letter)
}
