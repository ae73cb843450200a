package notify

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"
)

// What Notify takes of a letter.
const (
	MaxPages = 10      // five sheets, printed on both sides
	MaxBytes = 2 << 20 // of the PDF
)

// Postage is how a letter travels.
type Postage string

// The postages, the default first.
const (
	First   Postage = "first"
	Second  Postage = "second"
	Economy Postage = "economy"
)

// Letter is a finished PDF to print and post. The address is read from the page.
type Letter struct {
	Reference string // of our own, by which it can be asked for; no personal data
	PDF       []byte
	Postage   Postage // first class unless set
}

// Email is a message by a template of the Notify service.
type Email struct {
	Reference string
	To        string
	Template  string // UUID
	Fill      map[string]string
	ReplyTo   string // UUID of a reply-to address; the service's own unless set
}

// Text is a text message by a template of the Notify service.
type Text struct {
	Reference string
	To        string // telephone number
	Template  string
	Fill      map[string]string
}

var safeReference = regexp.MustCompile(`^[A-Za-z0-9-]{8,100}$`)

// SendLetter gives a letter to Notify and returns Notify's ID for it. That it was taken does not mean that it will be
// printed: its layout is checked afterwards. The error is an *[Error] or an *[Unclear].
func (c *Client) SendLetter(ctx context.Context, l Letter) (id string, err error) {
	switch {
	case !safeReference.MatchString(l.Reference):
		return "", errReference
	case len(l.PDF) == 0:
		return "", errors.New("a letter for GOV.UK Notify has no pages")
	case len(l.PDF) > MaxBytes:
		return "", fmt.Errorf("the letter has %d bytes and GOV.UK Notify takes %d. Post it from the print folder", len(l.PDF), MaxBytes)
	}
	body := struct {
		Reference string  `json:"reference"`
		Content   string  `json:"content"`
		Postage   Postage `json:"postage,omitempty"`
	}{l.Reference, base64.StdEncoding.EncodeToString(l.PDF), l.Postage}
	return c.send(ctx, "/v2/notifications/letter", l.Reference, body)
}

// SendEmail sends an e-mail.
func (c *Client) SendEmail(ctx context.Context, m Email) (id string, err error) {
	if !safeReference.MatchString(m.Reference) {
		return "", errReference
	}
	body := struct {
		To        string            `json:"email_address"`
		Template  string            `json:"template_id"`
		Fill      map[string]string `json:"personalisation,omitempty"`
		Reference string            `json:"reference"`
		ReplyTo   string            `json:"email_reply_to_id,omitempty"`
	}{m.To, m.Template, m.Fill, m.Reference, m.ReplyTo}
	return c.send(ctx, "/v2/notifications/email", m.Reference, body)
}

// SendText sends a text message.
func (c *Client) SendText(ctx context.Context, m Text) (id string, err error) {
	if !safeReference.MatchString(m.Reference) {
		return "", errReference
	}
	body := struct {
		To        string            `json:"phone_number"`
		Template  string            `json:"template_id"`
		Fill      map[string]string `json:"personalisation,omitempty"`
		Reference string            `json:"reference"`
	}{m.To, m.Template, m.Fill, m.Reference}
	return c.send(ctx, "/v2/notifications/sms", m.Reference, body)
}

var errReference = errors.New("a reference for GOV.UK Notify is 8 to 100 letters, digits and hyphens, and says nothing about anybody")

func (c *Client) send(ctx context.Context, path, reference string, body any) (string, error) {
	var taken struct {
		ID string `json:"id"`
	}
	if err := c.post(ctx, path, reference, body, &taken); err != nil {
		return "", err
	}
	if taken.ID == "" {
		return "", &Unclear{Reference: reference, Err: errors.New("its answer has no ID")}
	}
	return taken.ID, nil
}
