package portal

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/portal/browsertest"
	"sendpanel/statute"
)

// looked opens pages at both widths, takes pictures where they are asked for, and has axe-core look at each.
func looked(t *testing.T, ctx context.Context, b *browser, area string, paths ...string) {
	t.Helper()
	for _, path := range paths {
		for _, width := range []int64{320, 1280} {
			if err := chromedp.Do(ctx, browsertest.Width(width), browsertest.Script(true)); err != nil {
				t.Fatal(err)
			}
			if err := b.open(ctx, path); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("SENDPANEL_PICTURES"); dir != "" {
				name := strings.NewReplacer("/", "_", "?", "_", "=", "_", "&", "_").Replace(strings.Trim(path, "/"))
				if err := browsertest.Picture(ctx, filepath.Join(dir, fmt.Sprintf("%s-%s-%d.png", area, name, width))); err != nil {
					t.Fatal(err)
				}
			}
			if os.Getenv("SENDPANEL_PICTURES") != "only" {
				for _, f := range browsertest.Axe(t, ctx) {
					t.Errorf("%s, %d px: %s", path, width, f)
				}
			}
		}
	}
}

func TestAxeFindsNothingInTheOffice(t *testing.T) {
	s := newSite(t)
	ctx := browsertest.Start(t)
	ref := s.considered()
	s.printOwed(ref)
	s.do(ref, "amina.khan", casework.List{Panel: "send-panel", On: statute.Date(2026, 12, 8)})
	s.do(ref, "amina.khan", casework.MarkUrgent{Reason: casework.RiskOfExclusion, Facts: "Two suspensions in November."})
	for i, name := range []string{"Ada", "Ben", "Cai", "Dee"} {
		s.receive(millbrook(fmt.Sprintf("U87120002501%d", i), name))
	}
	s.now = s.now.Add(time.Hour)
	s.do(ref, "amina.khan", casework.Consult{Whom: "health", How: "email", Asked: statute.Date(2026, 11, 25)})
	priya := s.as("priya.raman")
	priya.post("/cases/"+string(ref)+"/decide/reasons", refusalForm())
	other := s.receive(millbrook("U871200025021", "Eve")).Ref
	priya.post("/cases/"+string(other)+"/decide", url.Values{"outcome": {"assess"}})
	decide := "/cases/" + string(ref) + "/decide"
	looked(t, ctx, priya, "decider", decide, decide+"/reasons", decide+"/check", decide+"/letters/decision-not-to-assess/family-1", "/cases/"+string(other)+"/decide/reasons", "/cases/"+string(other)+"/decide/check")
	if _, err := s.register.KeepUnopened(t.Context(), s.now.AddDate(0, 0, -3), []byte("a letter about a child"), "it is unreadable"); err != nil {
		t.Fatal(err)
	}
	at := "/cases/" + string(ref)
	looked(t, ctx, s.as("amina.khan"), "officer", "/cases", "/cases?stage=closed", at, at+"/dates", at+"/timeline", at+"/documents", at+"/letters", at+"/letters/acknowledgement/family-1/1/1",
		at+"/tasks", at+"/people", at+"/people/family-1/access", at+"/views", at+"/record", at+"/record/consult", at+"/record/list", at+"/record/claim_exception", at+"/record/record_call",
		at+"/record/set_addressee", at+"/record/withdraw", at+"/request", "/letters", "/unopened", "/unopened/1", "/requests/paper")
}
