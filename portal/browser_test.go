package portal

import (
	"context"
	"fmt"
	"net/url"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// open signs a person in at a real browser, by the session that a browser of the harness has.
func (b *browser) open(ctx context.Context, paths ...string) error {
	where, err := url.Parse(b.s.http.URL)
	if err != nil {
		return err
	}
	for _, c := range b.http.Jar.Cookies(where) {
		give := network.SetCookieParams{Name: c.Name, Value: c.Value, URL: b.s.http.URL}
		err := chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, network.SetCookie, give)
			return err
		}))
		if err != nil {
			return fmt.Errorf("hand the session over: %w", err)
		}
	}
	for _, path := range paths {
		if err := chromedp.Do(ctx, chromedp.Navigate(b.s.http.URL+path)); err != nil {
			return fmt.Errorf("open %s: %w", path, err)
		}
	}
	return nil
}
