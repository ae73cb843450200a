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
)

// reads waits for words in the page.
func (w walker) reads(words string) {
	w.t.Helper()
	w.until("“"+words+"”", fmt.Sprintf("document.querySelector('main').innerText.includes(%q)", words))
}

// TestAFamilyWalksThrough: from the code to the steps, a letter, views and a paper, with the page’s script and without,
// and what was given is in the case.
func TestAFamilyWalksThrough(t *testing.T) {
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprintf("scripts %v", script), func(t *testing.T) {
			ctx := browsertest.Start(t)
			s := newSite(t)
			s.at(2026, time.November, 23, 10)
			ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
			s.post(ref)
			s.at(2026, time.November, 26, 10)
			s.openAs(ref, "family-1", "home@example.org", false)
			file := filepath.Join(t.TempDir(), "diary.pdf")
			if err := os.WriteFile(file, []byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			w := walker{t, ctx, s.http.URL}
			w.try("a phone", chromedp.Do(ctx, browsertest.Width(360), browsertest.Script(script), chromedp.Navigate(s.http.URL+"/sign-in/family?lang=en")))
			w.typeInto(`[name="ref"]`, string(ref))
			w.typeInto(`[name="contact"]`, "home@example.org")
			w.click("main form button")
			w.until("the code", `document.querySelector("[name=code]")`)
			w.typeInto(`[name="code"]`, codeIn(s.lastNotice().Text))
			w.click("main form button")
			w.reads("We are deciding whether to assess Jaspreet")
			w.until("the steps", `document.querySelector("ol.steps")`)
			w.click("main .card a.button") // the one thing to do: a letter that has not been read
			w.reads("Dear Harpreet Dhillon")
			w.try("back to the start", chromedp.Do(ctx, chromedp.Navigate(s.http.URL+familyPath(ref))))
			w.click(`main .card a.button[href$="/views"]`)
			w.until("the form", `document.querySelector("[name=own]")`)
			w.typeInto(`[name="own"]`, "She is worn out every evening.")
			w.typeInto(`[name="child"]`, "I like drawing.")
			w.click("main form button")
			w.reads("Thank you. What you wrote is with the request")
			w.click(`main .card a.button[href$="/add"]`)
			w.until("the upload", `document.querySelector("input[type=file]")`)
			w.try("choose a file", chromedp.Do(ctx, chromedp.SetUploadFiles(`input[type="file"]`, []string{file})))
			w.typeInto(`[name="about"]`, "Diary")
			w.click("main form button")
			w.reads("We have what you sent")
			w.reads("Diary (diary)")
			s.walked(t, ref)
		})
	}
}

// walked looks into the case for what the walk gave.
func (s *site) walked(t *testing.T, ref casework.Ref) {
	t.Helper()
	events, err := s.register.Events(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, e := range events {
		switch b := e.Body.(type) {
		case casework.Consulted:
			said[b.Whom] = b.Views
		case casework.EvidenceAdded:
			said["paper"] = b.Evidence[0].Title
		}
	}
	if !strings.Contains(said["family"], "worn out") || !strings.Contains(said["child"], "drawing") || said["paper"] != "Diary (diary)" {
		t.Errorf("the case has %v", said)
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	opened := 0
	for _, r := range reads {
		if r.By == "family-1" && strings.HasPrefix(r.What, "letter ") {
			opened++
		}
	}
	if opened == 0 {
		t.Error("the letter’s opening is not in the ledger")
	}
}
