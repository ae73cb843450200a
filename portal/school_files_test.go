package portal

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/portal/browsertest"
)

// TestWhatComesAfterFilesIsSeenWithScripts: the script sends files itself and then opens the page that the answer leads to. So
// what a spreadsheet was not taken for is on a page of its own, and so is the word that an answer by a link has come.
func TestWhatComesAfterFilesIsSeenWithScripts(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	ctx := browsertest.Start(t)
	w := walker{t, ctx, s.http.URL}
	folder := t.TempDir()
	choose := func(name, content string) {
		t.Helper()
		file := filepath.Join(folder, name)
		w.try("write a file", os.WriteFile(file, []byte(content), 0o600))
		w.try("choose the file", chromedp.Do(ctx, chromedp.SetUploadFiles(`input.file`, []string{file})))
		w.click(`form[enctype] .buttons button`)
	}
	w.try("set up", chromedp.Do(ctx, browsertest.Width(320), browsertest.Script(true)))
	w.try("sign in", b.open(ctx, "/school/upload"))
	choose("request.json", `{"child": {"forenames": "Ada"}, "religion": "none"}`)
	w.until("what was not taken", `location.pathname.endsWith("/uploaded") && document.body.innerText.includes("religion")`)

	ref := string(s.receive(byParent).Ref)
	s.as("amina.khan").post("/cases/"+ref+"/reply-links", url.Values{"whom": {"health"}, "to": {"therapies@nhs.example"}})
	_, query, found := strings.Cut(s.lastNotice().Text, "/answer?token=")
	if !found {
		t.Fatalf("no link in %q", s.lastNotice().Text)
	}
	w.try("follow the link", chromedp.Do(ctx, chromedp.Navigate(s.http.URL+"/answer?token="+strings.Fields(query)[0])))
	w.until("the page of the link", `document.querySelector("[name='support_now']")`)
	w.click(`[name="knows_child"][value="yes"] + label`)
	w.typeInto(`[name="support_now"]`, "Speech therapy each week.")
	w.typeInto(`[name="answered_by.name"]`, "Mia Osei")
	w.typeInto(`[name="answered_by.role"]`, "Therapist")
	choose("Report.pdf", smallPDF)
	w.until("the word that it has come", `document.body.innerText.includes("The council has your answer")`)
}
