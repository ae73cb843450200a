package portal

import (
	"fmt"
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
	one, two := b.opened(at+"/outcomes"), b.opened(at+"/outcomes")
	one.Set("views.school", "A small class.")
	two.Set("views.school", "A speech therapist in school.")
	b.post(at+"/outcomes", one)
	pages["choose"] = b.post(at+"/outcomes", two).goesTo()
	for name, path := range map[string]string{"colleagues": "/school/colleagues", "upload": "/school/upload", "more": request + "/more"} {
		pages[name] = path
	}
	asked := s.receive(func(r map[string]any) {
		byParent(r)
		r["child"].(map[string]any)["upn"], r["child"].(map[string]any)["forenames"] = "U871200025002", "Harjit"
	})
	pages["reply"] = "/school/requests/" + string(asked.Ref) + "/reply"
	return pages
}

func TestAxeFindsNothingForSchools(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	axeOver(t, b, schoolPages(s, b))
}

// TestAxeFindsNothingAfterTheDecision opens what a school has once the family has been told, and an officer’s links.
func TestAxeFindsNothingAfterTheDecision(t *testing.T) {
	s := newSite(t)
	ref := string(s.refusedAt(statute.Date(2026, time.December, 15).At(10, 0)))
	path := "/school/requests/" + ref
	letter := path + "/letters/decision-not-to-assess-school.school." + decisionSeq(t, s, casework.Ref(ref)) + ".1"
	axeOver(t, s.as("nicola.brandt"), map[string]string{"told": path, "letter": letter, "feedback": path + "/feedback"})
	axeOver(t, s.as("amina.khan"), map[string]string{"links": "/cases/" + ref + "/reply-links"})
}

// axeOver runs axe-core over pages at both widths, and takes their pictures where SENDPANEL_PICTURES names a folder.
func axeOver(t *testing.T, b *browser, pages map[string]string) {
	t.Helper()
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
