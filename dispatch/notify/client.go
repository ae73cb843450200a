package notify

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Live is where GOV.UK Notify answers.
const Live = "https://api.notifications.service.gov.uk"

// answerSize bounds what is read of an answer, in bytes: a letter's PDF is 2 MB at most.
const answerSize = 8 << 20

// Client speaks for one Notify service. It is safe for concurrent use.
type Client struct {
	key   Key
	base  *url.URL
	http  *http.Client
	now   func() time.Time
	pause func(context.Context, time.Duration) error
}

// Options are what a client may be told besides its key. Nothing set means the live Notify.
type Options struct {
	Base string           // where Notify answers; [Live] unless set
	HTTP *http.Client     // by default one that gives up after 30 seconds
	Now  func() time.Time // the clock that signs tokens
	// Pause waits between tries, and gives up with the context's error; time.Sleep by default.
	Pause func(context.Context, time.Duration) error
}

// New makes a client from an API key as Notify shows it.
func New(apiKey string, o Options) (*Client, error) {
	key, err := ParseKey(apiKey)
	if err != nil {
		return nil, err
	}
	if o.Base == "" {
		o.Base = Live
	}
	base, err := url.Parse(strings.TrimSuffix(o.Base, "/"))
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
		return nil, fmt.Errorf("the address of GOV.UK Notify should be like %s", Live)
	}
	c := &Client{key: key, base: base, http: o.HTTP, now: o.Now, pause: o.Pause}
	if c.http == nil {
		c.http = &http.Client{Timeout: 30 * time.Second}
	}
	if c.now == nil {
		c.now = time.Now
	}
	if c.pause == nil {
		c.pause = wait
	}
	return c, nil
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// once makes one request and reads the whole answer.
func (c *Client) once(ctx context.Context, method, path string, query url.Values, body []byte) ([]byte, error) {
	where := c.base.JoinPath(path)
	where.RawQuery = query.Encode()
	r, err := http.NewRequestWithContext(ctx, method, where.String(), bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("ask GOV.UK Notify: %w", err)
	}
	token, err := c.key.token(c.now())
	if err != nil {
		return nil, err
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("User-Agent", "sendpanel")
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := c.http.Do(r)
	if err != nil {
		return nil, unreached(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(io.LimitReader(answer.Body, answerSize))
	if err != nil {
		return nil, fmt.Errorf("read the answer of GOV.UK Notify: %w", err)
	}
	if answer.StatusCode/100 != 2 {
		return nil, readError(answer.StatusCode, answer.Header.Get("Retry-After"), data)
	}
	return data, nil
}

// unreached leaves the address out of what went wrong: a query may name a reference.
func unreached(err error) error {
	var asked *url.Error
	if errors.As(err, &asked) {
		err = asked.Err
	}
	return fmt.Errorf("reach GOV.UK Notify: %w", err)
}

// get asks for something, and again where Notify or the way to it failed: asking changes nothing.
func (c *Client) get(ctx context.Context, path string, query url.Values, into any) error {
	data, err := c.again(ctx, func() ([]byte, error) { return c.once(ctx, http.MethodGet, path, query, nil) }, retriable)
	if err != nil {
		return err
	}
	if raw, ok := into.(*[]byte); ok {
		*raw = data
		return nil
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read the answer of GOV.UK Notify: %w", err)
	}
	return nil
}

// post gives something to Notify. It is tried again only where Notify surely did not take it. Where nobody can say, the
// error is an *[Unclear].
func (c *Client) post(ctx context.Context, path, reference string, body, into any) error {
	sent, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("write what goes to GOV.UK Notify: %w", err)
	}
	data, err := c.again(ctx, func() ([]byte, error) { return c.once(ctx, http.MethodPost, path, nil, sent) }, surelyNotTaken)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	var refused *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &refused) && refused.Status < 500:
		return err
	case surelyNotTaken(err):
		return err
	}
	return &Unclear{Reference: reference, Err: err}
}
