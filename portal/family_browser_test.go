package portal

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/portal/browsertest"
)

// familyPages are the paths of a family’s pages, under the case.
func familyPages(letter string) []string {
	return append(strings.Fields("/ /dates /letters /papers /school-note /rights /views /add /reach /reach/contact /tell/call /tell/urgent /tell/withdraw /tell/helper /tell/other"), letter)
}

// TestAxeFindsNothingOnTheFamilysPages opens each at both widths, with scripts and without.
func TestAxeFindsNothingOnTheFamilysPages(t *testing.T) {
	ctx := browsertest.Start(t)
	s := newSite(t)
	young := s.receive(millbrook("U871200025001", "Harjit")).Ref
	ref := refused(t, s)
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	letter := ""
	for _, l := range c.Letters {
		if l.Key.Kind == casework.NotAssessLetter {
			letter = strings.TrimPrefix(letterPath(ref, l.Key), familyPath(ref))
		}
	}
	looked := s.family(ref, "family-1")
	for _, path := range familyPages(letter) {
		s.look(t, ctx, looked, familyPath(ref)+strings.TrimSuffix(path, "/"), "family"+strings.ReplaceAll(path, "/", "-"))
	}
	s.look(t, ctx, s.family(young, "family-1"), familyPath(young), "family-deciding")
	for _, path := range []string{"/ask", "/ask/who", "/ask/reach", "/ask/born", "/ask/reason", "/ask/check", "/ask/return", "/sign-in/family", "/sign-in/family/which"} {
		s.look(t, ctx, looked, path, "family-"+strings.ReplaceAll(path[1:], "/", "-"))
	}
}

// look opens a page at both widths, with scripts and without, and asks axe-core. Where a folder for pictures is named it
// takes one at the width of a phone and of a desk.
func (s *site) look(t *testing.T, ctx context.Context, b *browser, path, name string) {
	t.Helper()
	for _, width := range []int64{320, 360, 1280} {
		for _, script := range []bool{true, false} {
			if err := chromedp.Do(ctx, browsertest.Width(width), browsertest.Script(script)); err != nil {
				t.Fatal(err)
			}
			if err := b.open(ctx, path); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("SENDPANEL_PICTURES"); dir != "" && script && width != 320 {
				if err := browsertest.Picture(ctx, filepath.Join(dir, fmt.Sprintf("%s-%d.png", name, width))); err != nil {
					t.Fatal(err)
				}
			}
			if width == 360 {
				continue
			}
			for _, f := range browsertest.Axe(t, ctx) {
				t.Errorf("%s, %d px, scripts %v: %s", path, width, script, f)
			}
		}
	}
}
