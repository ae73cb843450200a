package portal

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/browsertest"
)

// TestAxeFindsNothingOnPanelPages opens the pages of a panel as those who use them, on a phone, a tablet and a desk.
func TestAxeFindsNothingOnPanelPages(t *testing.T) {
	ctx := browsertest.Start(t)
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	s.call(meetingDay().AddDays(7))
	s.as("esther.boateng").post(itemAt(m.Ref, theo, "view"), viewForm("met"))
	at := "/panel/meetings/" + string(m.Ref)
	look := func(as casework.PersonID, state string, paths ...string) {
		b := s.as(as)
		for _, path := range paths {
			for _, width := range []int64{320, 768, 1280} {
				if err := chromedp.Do(ctx, browsertest.Width(width), browsertest.Script(true)); err != nil {
					t.Fatal(err)
				}
				if err := b.open(ctx, path); err != nil {
					t.Fatal(err)
				}
				picture(t, ctx, fmt.Sprintf("panel-%s-%s-%s-%d.png", state, as, filepath.Base(path), width))
				for _, f := range browsertest.Axe(t, ctx) {
					t.Errorf("%s as %s, %s, %d px: %s", path, as, state, width, f)
				}
				if wide, err := chromedp.Run(ctx, chromedp.Evaluate[int64]("document.documentElement.scrollWidth")); err != nil || wide > width {
					t.Errorf("%s as %s, %s: %d px wide on %d px, %v", path, as, state, wide, width, err)
				}
			}
		}
	}
	look("esther.boateng", "before", "/panel", at, itemAt(m.Ref, theo), itemAt(m.Ref, jaspreet, "view"), at+"/interests")
	look("joe.marsh", "before", "/panel", "/panel/plan", at, at+"/change", itemAt(m.Ref, theo, "move"))
	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	look("joe.marsh", "open", at, at+"/attendance", at+"/close")
	look("helen.forsyth", "open", itemAt(m.Ref, theo, "recommend"), itemAt(m.Ref, theo, "defer"), at+"/minutes")
}

func picture(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if dir := os.Getenv("SENDPANEL_PICTURES"); dir != "" {
		if err := browsertest.Picture(ctx, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}
