package portal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/portal/browsertest"
)

// schoolPages are the pages of the school's journey on a draft that has something on each, by the name of their picture.
func schoolPages(s *site, b *browser) map[string]string {
	s.t.Helper()
	at := b.newDraft()
	b.fill(at+"/child", "child.forenames", "Ada", "child.surname", "Okoro", "child.date_of_birth-day", "11", "child.date_of_birth-month", "2", "child.date_of_birth-year", "2018", "child.upn", "U8712")
	b.fill(at+"/family", "family.0.name", "Grace Okoro", "family.0.relationship", "mother", "family.0.lives_with_child", "yes")
	b.fill(at+"/reason", "reason", "Ada’s reading has not moved on in spite of two cycles of support.")
	b.fill(at+"/cycle-0", "cycles.0.start-day", "1", "cycles.0.start-month", "9", "cycles.0.start-year", "2026", "cycles.0.do.0.name", "Phonics in a small group")
	b.fill(at+"/attainment", "attainment.0.subject", "Reading", "attainment.0.value", "82")
	b.upload(at+"/documents", "files", "Provision map.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
	sent := b.newDraft()
	b.fill(sent+"/child", "child.forenames", "Theo", "child.surname", "Lind", "child.date_of_birth-day", "3", "child.date_of_birth-month", "5", "child.date_of_birth-year", "2017")
	request := strings.TrimSuffix(b.post(sent+"/send", b.opened(sent+"/check")).goesTo(), "/sent")
	pages := map[string]string{"home": "/school", "draft": at, "request": request, "sent": request + "/sent"}
	for _, part := range []string{"child", "family", "needs", "cycles", "cycle-0", "attainment", "attendance", "documents", "document-0", "profile", "services", "review", "check", "drop"} {
		pages[part] = at + "/" + part
	}
	return pages
}

func TestAxeFindsNothingForSchools(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	pages := schoolPages(s, b)
	ctx := browsertest.Start(t)
	only := os.Getenv("SENDPANEL_PICTURES_OF")
	for name, path := range pages {
		if only != "" && !strings.Contains(" "+only+" ", " "+name+" ") {
			continue
		}
		for _, width := range []int64{320, 1280} {
			if err := chromedp.Do(ctx, browsertest.Width(width), browsertest.Script(true)); err != nil {
				t.Fatal(err)
			}
			if err := b.open(ctx, path); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("SENDPANEL_PICTURES"); dir != "" {
				if err := browsertest.Picture(ctx, filepath.Join(dir, fmt.Sprintf("school-%s-%d.png", name, width))); err != nil {
					t.Fatal(err)
				}
			}
			for _, f := range browsertest.Axe(t, ctx) {
				t.Errorf("%s, %d px: %s", name, width, f)
			}
		}
	}
}
