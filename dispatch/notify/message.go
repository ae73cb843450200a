package notify

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"time"
)

// Kind is what a message is.
type Kind string

// The kinds of message.
const (
	KindLetter Kind = "letter"
	KindEmail  Kind = "email"
	KindText   Kind = "sms"
)

// Status is how far Notify has come with a message.
type Status string

// The statuses that Notify knows.
const (
	Created          Status = "created"
	Sending          Status = "sending"
	Pending          Status = "pending"
	Sent             Status = "sent" // a text abroad, of which no more is heard
	Delivered        Status = "delivered"
	PermanentFailure Status = "permanent-failure"
	TemporaryFailure Status = "temporary-failure"
	TechnicalFailure Status = "technical-failure"

	Accepted         Status = "accepted" // a letter that will be printed
	Received         Status = "received" // a letter that was printed and dispatched
	Cancelled        Status = "cancelled"
	PendingVirus     Status = "pending-virus-check"
	VirusFound       Status = "virus-scan-failed"
	ValidationFailed Status = "validation-failed"
)

// Failed reports whether the message will not arrive.
func (s Status) Failed() bool {
	return slices.Contains([]Status{PermanentFailure, TemporaryFailure, TechnicalFailure, Cancelled, VirusFound, ValidationFailed}, s)
}

// Final reports whether Notify will say no more of the message. A letter that came back is told by the post, not here.
func (s Status) Final() bool {
	return s.Failed() || s == Delivered || s == Sent || s == Received
}

// Words says what the status means, for an officer.
func (s Status) Words() string {
	switch s {
	case Created, Sending, Pending:
		return "on its way"
	case Sent:
		return "sent"
	case Delivered:
		return "delivered"
	case PermanentFailure:
		return "could not be delivered: the address or number does not exist, or takes no messages"
	case TemporaryFailure:
		return "could not be delivered: the inbox was full or the phone off for three days"
	case TechnicalFailure:
		return "could not be sent: a fault between GOV.UK Notify and its carriers"
	case Accepted:
		return "will be printed at the next half past five"
	case Received:
		return "printed and posted"
	case Cancelled:
		return "cancelled before it was printed"
	case PendingVirus:
		return "being checked"
	case VirusFound:
		return "not printed: GOV.UK Notify found a virus in the file"
	case ValidationFailed:
		return "not printed: the pages do not keep to GOV.UK Notify’s rules for layout or address"
	}
	return string(s)
}

// Message is what Notify knows of a message.
type Message struct {
	ID        string    `json:"id"`
	Reference string    `json:"reference"`
	Kind      Kind      `json:"type"`
	Status    Status    `json:"status"`
	Postage   Postage   `json:"postage"`
	Created   time.Time `json:"created_at"`
	Sent      time.Time `json:"sent_at"`
	Completed time.Time `json:"completed_at"`
}

// Message asks how far Notify has come with a message.
func (c *Client) Message(ctx context.Context, id string) (Message, error) {
	var m Message
	if err := c.get(ctx, "/v2/notifications/"+url.PathEscape(id), nil, &m); err != nil {
		return Message{}, fmt.Errorf("ask after a message: %w", err)
	}
	return m, nil
}

// ByReference finds the messages of a kind that were sent under a reference in the last seven days. None means that
// Notify never took it, or has forgotten.
func (c *Client) ByReference(ctx context.Context, kind Kind, reference string) ([]Message, error) {
	var list struct {
		Notifications []Message `json:"notifications"`
	}
	query := url.Values{"template_type": {string(kind)}, "reference": {reference}}
	if err := c.get(ctx, "/v2/notifications", query, &list); err != nil {
		return nil, fmt.Errorf("ask after the messages of a reference: %w", err)
	}
	return list.Notifications, nil
}

// PDF is a letter as Notify prints it. While Notify is still making it the error is an *[Error] that names PDFNotReadyError.
func (c *Client) PDF(ctx context.Context, id string) ([]byte, error) {
	var pdf []byte
	if err := c.get(ctx, "/v2/notifications/"+url.PathEscape(id)+"/pdf", nil, &pdf); err != nil {
		return nil, fmt.Errorf("fetch a letter as it is printed: %w", err)
	}
	return pdf, nil
}
