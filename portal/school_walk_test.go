package portal

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"sendpanel/portal/browsertest"
)

// walker is somebody at a real browser; the first thing that fails ends the test.
type walker struct {
	t    *testing.T
	ctx  context.Context
	base string
}

func (w walker) try(what string, err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("%s: %v\nat %s: %.1500s", what, err, w.where(), w.text())
	}
}

func (w walker) where() string {
	at, _ := chromedp.Run(w.ctx, chromedp.Evaluate[string](`location.pathname+location.search`))
	return at
}

func (w walker) text() string {
	text, _ := chromedp.Run(w.ctx, chromedp.Evaluate[string](`document.body.innerText`))
	return text
}

func (w walker) script(what, code string) {
	w.t.Helper()
	_, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](code+";true"))
	w.try(what, err)
}

// until waits for a condition of the page: a browser is somewhere else than the test.
func (w walker) until(what, condition string) {
	w.t.Helper()
	for range 600 {
		if ok, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`document.readyState==="complete" && !!(`+condition+`)`)); err == nil && ok {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	w.t.Fatalf("%s did not come\nat %s: %.1500s", what, w.where(), w.text())
}

func (w walker) typeInto(selector, text string) {
	w.t.Helper()
	w.try("type into "+selector, chromedp.Do(w.ctx, chromedp.SendKeys(selector, text)))
}

func (w walker) click(selector string) {
	w.t.Helper()
	w.try("click "+selector, chromedp.Do(w.ctx, chromedp.Click(selector)))
}

// TestASchoolWalksToTheConfirmation goes from a new draft to the confirmation in a real browser, with scripts and without.
func TestASchoolWalksToTheConfirmation(t *testing.T) {
	for name, scripts := range map[string]bool{"with scripts": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			b := s.as("nicola.brandt")
			ctx := browsertest.Start(t)
			w := walker{t, ctx, s.http.URL}
			w.try("set up", chromedp.Do(ctx, browsertest.Width(1280), browsertest.Script(scripts)))
			w.try("sign in", b.open(ctx, "/school"))
			w.click(`form[action="/school/drafts"] button`)
			w.until("the task list", `location.pathname.startsWith("/school/drafts/")`)
			w.click(`a[href$="/child"]`)
			w.until("the child’s page", `document.querySelector("[name='child.forenames']")`)
			w.typeInto(`[name="child.forenames"]`, "Ada")
			w.typeInto(`[name="child.surname"]`, "Okoro")
			w.typeInto(`[name="child.date_of_birth-day"]`, "11")
			w.typeInto(`[name="child.date_of_birth-month"]`, "2")
			w.typeInto(`[name="child.date_of_birth-year"]`, "2018")
			if scripts {
				w.until("the word that it is saved", `document.querySelector(".saved") && document.querySelector(".saved").textContent.startsWith("Saved at")`)
			}
			w.click(`.buttons button:not([name])`)
			w.until("the family’s page", `location.pathname.endsWith("/family")`)
			w.typeInto(`[name="family.0.name"]`, "Grace Okoro")
			w.click(`button[name="add"]`)
			w.until("another person", `document.querySelector("[name='family.1.name']")`)
			w.typeInto(`[name="family.1.name"]`, "Ben Okoro")
			w.click(`button[name="go"][value="later"]`)
			w.until("the task list again", `document.body.innerText.includes("Ada Okoro") && document.querySelector(".task")`)
			w.click(`a[href$="/documents"]`)
			w.until("the documents", `document.querySelector("input.file")`)
			file := filepath.Join(t.TempDir(), "Provision map.pdf")
			w.try("write a file", os.WriteFile(file, []byte(smallPDF), 0o600))
			w.try("choose the file", chromedp.Do(ctx, chromedp.SetUploadFiles(`input.file`, []string{file})))
			w.click(`form[enctype] .buttons button`)
			w.until("the kept file", `document.body.innerText.includes("The document is kept")`)
			w.click(`main a[href$="/check"]`)
			w.until("the answers", `document.querySelector("form[action$='/send']")`)
			for _, text := range []string{"Ada", "Grace Okoro", "Ben Okoro", "Provision map", "11 February 2018"} {
				if !strings.Contains(w.text(), text) {
					t.Errorf("the answers lack %q", text)
				}
			}
			w.click(`form[action$="/send"] button`)
			w.until("the confirmation", `location.pathname.endsWith("/sent")`)
			if text := w.text(); !strings.Contains(text, "The council has your request") || !strings.Contains(text, "12 January 2027") {
				t.Errorf("the confirmation says %s", text)
			}
		})
	}
}

// TestASchoolWalksByKeyboardAlone begins, fills in and sends a request with Tab, letters, Space and Enter only. Each stop
// must be seen: the focused thing has an outline or a shadow.
func TestASchoolWalksByKeyboardAlone(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	ctx := browsertest.Start(t)
	w := walker{t, ctx, s.http.URL}
	w.try("set up", chromedp.Do(ctx, browsertest.Width(1280), browsertest.Script(true)))
	w.try("sign in", b.open(ctx, "/school"))
	w.tabTo(`form[action="/school/drafts"] button`)
	w.press("\r")
	w.until("the task list", `location.pathname.startsWith("/school/drafts/")`)
	w.tabTo(`a[href$="/child"]`)
	w.press("\r")
	w.until("the child’s page", `document.querySelector("[name='child.forenames']")`)
	w.tabTo(`[name="child.forenames"]`)
	w.press("Ada")
	w.tabTo(`.buttons button[value="send"]`)
	w.press("\r")
	w.until("the answers", `location.pathname.endsWith("/check")`)
	w.tabTo(`form[action$="/send"] button`)
	w.press("\r")
	w.until("the confirmation", `location.pathname.endsWith("/sent")`)
}

func (w walker) press(keys string) {
	w.t.Helper()
	w.try("press keys", chromedp.Do(w.ctx, chromedp.KeyEvent(keys)))
}

// tabTo presses Tab until the focus is where the selector says, and looks at each stop.
func (w walker) tabTo(selector string) {
	w.t.Helper()
	const seen = `(()=>{const e=document.activeElement,c=getComputedStyle(e),l=e.labels&&e.labels[0]?getComputedStyle(e.labels[0],"::before"):c;return e===document.body||c.outlineStyle!=="none"||c.boxShadow!=="none"||l.outlineStyle!=="none"})()`
	for range 120 {
		w.press("\t")
		if ok, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](seen)); err != nil || !ok {
			w.t.Errorf("the focus is not seen on the way to %s (%v)", selector, err)
		}
		if there, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`document.activeElement.matches(`+"`"+selector+"`"+`)`)); err == nil && there {
			return
		}
	}
	w.t.Fatalf("Tab does not lead to %s", selector)
}

// TestFilesAreSentWithScripts: what was kept is said once, and the page is a whole one, whose script works on; files that
// are larger than is taken are told before anything is sent.
func TestFilesAreSentWithScripts(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	ctx := browsertest.Start(t)
	w := walker{t, ctx, s.http.URL}
	w.try("set up", chromedp.Do(ctx, browsertest.Width(1280), browsertest.Script(true)))
	w.try("sign in", b.open(ctx, at+"/documents"))
	folder := t.TempDir()
	send := func(name, content string) {
		t.Helper()
		file := filepath.Join(folder, name)
		w.try("write a file", os.WriteFile(file, []byte(content), 0o600))
		w.try("choose the file", chromedp.Do(ctx, chromedp.SetUploadFiles(`input.file`, []string{file})))
		w.click(`form[enctype] .buttons button`)
	}
	const works = `document.documentElement.classList.contains("js") && !document.querySelector("progress")`
	for _, name := range []string{"First.pdf", "Second.pdf"} {
		send(name, smallPDF)
		w.until(name, `document.body.innerText.includes("`+name+`") && document.body.innerText.includes("The document is kept") && !location.hash && `+works)
	}
	w.click(`.back, main a[href$="` + at + `"], a[href$="` + at + `"]`)
	w.until("the task list", `document.querySelector(".task")`)
	if strings.Contains(w.text(), "The document is kept") {
		t.Error("what was told once is told again")
	}
	w.try("go back", chromedp.Do(ctx, chromedp.Navigate(s.http.URL+at+"/documents")))
	send("Empty.pdf", "")
	w.until("what is wrong", `document.querySelector("[data-focus]") && document.activeElement === document.querySelector("[data-focus]") && `+works)
	send("Third.pdf", smallPDF)
	w.until("the third", `document.body.innerText.includes("Third.pdf") && document.body.innerText.includes("The document is kept")`)
	send("Large.pdf", strings.Repeat("x", uploadEach+1))
	w.until("the word that it is too large", `document.querySelector(".upload.is-late") && document.activeElement === document.querySelector("input.file")`)
}
