package dispatch

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"

	"sendpanel/statute"
)

// MailWay is the name under which the ledger keeps letters that went by e-mail.
const MailWay = "e-mail"

// Mail is a mail server that messages leave through, by SMTP with TLS.
type Mail struct {
	host    string
	options []mail.Option
	From    string // the address messages come from
	Name    string // and its name
}

// NewMail reads where mail leaves: "smtp://user:password@mail.council.example:587". TLS is required (STARTTLS on 587, TLS
// from the start on 465), except on this machine. The error never shows the password.
func NewMail(where, from, name string) (*Mail, error) {
	u, err := url.Parse(where)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" {
		return nil, errors.New("the mail server should be like smtp://user:password@mail.council.example:587")
	}
	m := &Mail{host: u.Hostname(), From: from, Name: name}
	port := 587
	if u.Port() != "" {
		if port, err = strconv.Atoi(u.Port()); err != nil {
			return nil, errors.New("the mail server’s port should be a number")
		}
	}
	m.options = []mail.Option{mail.WithPort(port), mail.WithTimeout(30 * time.Second), mail.WithTLSPolicy(mail.TLSMandatory)}
	switch ip := net.ParseIP(m.host); {
	case u.Scheme == "smtps" || port == 465:
		m.options = append(m.options, mail.WithSSL())
	case m.host == "localhost" || ip != nil && ip.IsLoopback():
		m.options = append(m.options, mail.WithTLSPolicy(mail.TLSOpportunistic), mail.WithTLSConfig(&tls.Config{InsecureSkipVerify: true})) // it does not leave this machine
	}
	if u.User != nil {
		password, _ := u.User.Password()
		m.options = append(m.options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	return m, nil
}

// Message is one e-mail: words, and perhaps a letter.
type Message struct {
	Reference string // makes the Message-ID, so that the same message is the same
	To        string
	Subject   string // names no person
	Words     string // plain text
	File      string // the name of the attached PDF; empty for none
	PDF       []byte
}

// Send sends a message. The error is an *[UnclearError] with no key where the server had the whole of it and did not say
// that it took it.
func (m *Mail) Send(ctx context.Context, message Message) error {
	msg := mail.NewMsg()
	msg.SetMessageIDWithValue(message.Reference + "@" + m.host)
	msg.Subject(message.Subject)
	msg.SetBodyString(mail.TypeTextPlain, message.Words)
	for _, set := range []func() error{
		func() error { return msg.FromFormat(m.Name, m.From) },
		func() error { return msg.To(message.To) },
	} {
		if err := set(); err != nil {
			return errors.New("the address of the sender or of the recipient is no e-mail address")
		}
	}
	if message.File != "" {
		if err := msg.AttachReader(message.File, bytes.NewReader(message.PDF), mail.WithFileContentType("application/pdf")); err != nil {
			return fmt.Errorf("attach the letter: %w", err)
		}
	}
	client, err := mail.NewClient(m.host, m.options...)
	if err != nil {
		return fmt.Errorf("set up the mail server: %w", err)
	}
	return sent(client.DialAndSendWithContext(ctx, msg), message.Reference)
}

// sent reads what became of a message. Up to the end of its data the server has not taken it; from there on nobody knows.
func sent(err error, reference string) error {
	var failed *mail.SendError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &failed):
		return fmt.Errorf("reach the mail server: %w", err)
	case failed.Reason == mail.ErrSMTPDataClose && failed.ErrorCode() == 0, failed.Reason == mail.ErrAmbiguous:
		return &UnclearError{Way: MailWay, Reference: reference, Err: err}
	case failed.Reason == mail.ErrSMTPReset: // it had been taken before
		return nil
	case failed.ErrorCode() >= 500:
		return &RefusedError{Way: MailWay, Err: err}
	}
	return fmt.Errorf("send an e-mail: %w", err)
}

// MailPost sends letters to schools and agencies as attached PDFs.
type MailPost struct {
	Mail    *Mail
	Ledger  Ledger
	Address func(ctx context.Context, key Key) (string, error) // the recorded e-mail address of whom the letter is to
}

var _ Carrier = (*MailPost)(nil)

// Hand sends the letter, once. The e-mail names the case's reference and no person. A mail server cannot be asked what it
// took: an attempt of which the end is not known is an *[UnclearError].
func (p *MailPost) Hand(ctx context.Context, item Item) (Receipt, error) {
	attempt, err := begin(ctx, p.Ledger, item, MailWay)
	if err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Name: attempt.Reference, SHA256: attempt.SHA256, Channel: statute.Email, Again: attempt.ID != ""}
	if receipt.Again {
		return receipt, nil
	}
	if !attempt.Fresh {
		return Receipt{}, &UnclearError{Key: item.Key, Way: MailWay, Reference: attempt.Reference, Err: errors.New("an earlier attempt did not say how it ended")}
	}
	if err := p.send(ctx, item, attempt.Reference); err != nil {
		return Receipt{}, p.released(ctx, attempt.Reference, err)
	}
	if err := p.Ledger.Took(ctx, attempt.Reference, attempt.Reference); err != nil {
		return Receipt{}, fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	return receipt, nil
}

// released forgets an attempt that failed, unless nobody can say whether it did.
func (p *MailPost) released(ctx context.Context, reference string, err error) error {
	if errors.As(err, new(*UnclearError)) {
		return err
	}
	return errors.Join(err, p.Ledger.Release(context.WithoutCancel(ctx), reference))
}

func (p *MailPost) send(ctx context.Context, item Item, reference string) error {
	to, err := p.Address(ctx, item.Key)
	if err != nil {
		return fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	file, err := item.Key.FileName()
	if err != nil {
		return err
	}
	err = p.Mail.Send(ctx, Message{
		Reference: reference, To: to, Subject: fmt.Sprintf("Letter from %s, reference %s", p.Mail.Name, item.Key.Case),
		Words: fmt.Sprintf("A letter from %s is attached. Our reference is %s.\n\nIf you are not the right person to have it, please tell us and delete this message.\n", p.Mail.Name, item.Key.Case),
		File:  file, PDF: item.PDF,
	})
	var (
		unclear *UnclearError
		refused *RefusedError
	)
	switch {
	case errors.As(err, &unclear):
		unclear.Key = item.Key
	case errors.As(err, &refused):
		refused.Key = item.Key
	}
	return err
}

// Withdraw does nothing: what was sent by e-mail cannot be taken back. The letter's next version says what changed.
func (p *MailPost) Withdraw(ctx context.Context, _ Key) error { return ctx.Err() }
