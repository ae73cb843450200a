package portal

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/portal/browsertest"
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

// TestAxeFindsNothing opens every page of the table below at both widths, with scripts and without.
func TestAxeFindsNothing(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	ref := string(s.receive(millbrook("U871200025001", "Jaspreet")).Ref)
	ctx := browsertest.Start(t)
	for _, c := range []struct {
		as    casework.PersonID
		paths []string
	}{
		{"", []string{"/", "/sign-in", "/sign-in/family", "/forgotten", "/accessibility", "/privacy", "/cookies", "/nowhere"}},
		{"millbrook.senco", []string{"/", "/school/requests/" + ref}},
		{"amina.khan", []string{"/", "/cases/" + ref, "/account"}},
		{"esther.boateng", []string{"/"}},
		{"margaret.ellis", []string{"/", "/people"}},
	} {
		b := s.browser()
		if c.as != "" {
			b = s.as(c.as)
		}
		for _, path := range c.paths {
			for _, width := range []int64{320, 1280} {
				for _, script := range []bool{true, false} {
					if err := chromedp.Do(ctx, browsertest.Width(width), browsertest.Script(script)); err != nil {
						t.Fatal(err)
					}
					if err := b.open(ctx, path); err != nil {
						t.Fatal(err)
					}
					if dir := os.Getenv("SENDPANEL_PICTURES"); dir != "" && script {
						name := fmt.Sprintf("%s-%s-%d.png", c.as, strings.Trim(filepath.Base(path), "/"), width)
						if err := browsertest.Picture(ctx, filepath.Join(dir, name)); err != nil {
							t.Fatal(err)
						}
					}
					for _, f := range browsertest.Axe(t, ctx) {
						t.Errorf("%s as %q, %d px, scripts %v: %s", path, c.as, width, script, f)
					}
				}
			}
		}
	}
}
