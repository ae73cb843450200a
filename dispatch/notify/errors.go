package notify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Error is what Notify answers instead of doing what it was asked. Its types are stable; its messages are for people.
type Error struct {
	Status int // of HTTP
	Faults []Fault
	After  time.Duration // how long Notify asks one to wait; 0 where it does not say
}

// Fault is one thing that Notify finds wrong.
type Fault struct {
	Type    string `json:"error"` // ValidationError, BadRequestError, AuthError, RateLimitError …
	Message string `json:"message"`
}

func (e *Error) Error() string {
	said := make([]string, 0, len(e.Faults))
	for _, f := range e.Faults {
		said = append(said, f.Type+": "+f.Message)
	}
	if len(said) == 0 {
		said = []string{http.StatusText(e.Status)}
	}
	return fmt.Sprintf("GOV.UK Notify answered %d (%s)%s", e.Status, strings.Join(said, "; "), e.mend())
}

// mend says what a person can do.
func (e *Error) mend() string {
	switch {
	case e.Status == http.StatusForbidden && e.says("clock"):
		return ". Set the machine’s clock: it must be within 30 seconds of the true time"
	case e.Status == http.StatusForbidden && e.says("letters"):
		return ". Letters need a live key, or a test key"
	case e.Status == http.StatusForbidden:
		return ". Check the API key in the settings"
	case e.Names("TooManyRequestsError"):
		return ". The day’s limit is reached; it starts again at midnight UTC. Post urgent letters from the print folder"
	}
	return ""
}

func (e *Error) says(word string) bool {
	for _, f := range e.Faults {
		if strings.Contains(strings.ToLower(f.Message), word) {
			return true
		}
	}
	return false
}

// Names reports whether Notify named a fault of that type.
func (e *Error) Names(fault string) bool {
	for _, f := range e.Faults {
		if f.Type == fault {
			return true
		}
	}
	return false
}

func readError(status int, after string, data []byte) error {
	e := &Error{Status: status}
	var body struct {
		Errors []Fault `json:"errors"`
	}
	if json.Unmarshal(data, &body) == nil {
		e.Faults = body.Errors
	}
	if s, err := strconv.Atoi(after); err == nil && s > 0 {
		e.After = time.Duration(s) * time.Second
	}
	return e
}

// Unclear says that nobody knows whether Notify took a message. Ask for its reference ([Client.ByReference]) before
// anything else; sent again it might go twice.
type Unclear struct {
	Reference string
	Err       error
}

func (u *Unclear) Error() string {
	return fmt.Sprintf("it is not clear whether GOV.UK Notify took the message with reference %s: %v", u.Reference, u.Err)
}

func (u *Unclear) Unwrap() error { return u.Err }

// retriable reports whether asking again may help: Notify is busy or ill, or the way to it is.
func retriable(err error) bool {
	var e *Error
	if errors.As(err, &e) {
		return e.Status >= 500 || e.Names("RateLimitError")
	}
	return !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded)
}

// surelyNotTaken reports whether a message that was sent was certainly not taken, so that it may be sent again: the
// connection was never made, or Notify turned it away as one too many in a minute.
func surelyNotTaken(err error) bool {
	var e *Error
	if errors.As(err, &e) {
		return e.Names("RateLimitError")
	}
	var dial *net.OpError
	return errors.As(err, &dial) && dial.Op == "dial"
}

// tries is how often a request is made in all, and firstPause how long it waits before the second; each pause is double
// the one before.
const (
	tries      = 4
	firstPause = 500 * time.Millisecond
)

// again runs do until it succeeds, or fails in a way that is not worth another try.
func (c *Client) again(ctx context.Context, do func() ([]byte, error), worth func(error) bool) ([]byte, error) {
	pause := firstPause
	for try := 1; ; try++ {
		data, err := do()
		if err == nil || try == tries || ctx.Err() != nil || !worth(err) {
			return data, err
		}
		rest := pause
		var e *Error
		if errors.As(err, &e) && e.After > 0 {
			rest = min(e.After, time.Minute)
		}
		if c.pause(ctx, rest) != nil {
			return nil, err
		}
		pause *= 2
	}
}
