package portal

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/portal/browsertest"
)

// TestTheOfficeWalksFromReceiptToDecision goes from a paper request to a refusal in a real browser, with scripts and
// without: an officer receives, consults and releases, a decision-maker writes, reads the letter and decides.
func TestTheOfficeWalksFromReceiptToDecision(t *testing.T) {
	for name, scripts := range map[string]bool{"with scripts": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.noPanelMeets()
			ctx := browsertest.Start(t)
			w := walker{t, ctx, s.http.URL}
			w.try("set up", chromedp.Do(ctx, browsertest.Width(1280), browsertest.Script(scripts)))
			w.try("sign in", s.as("amina.khan").open(ctx, "/cases"))
			w.click(`a[href="/requests/paper"]`)
			w.receives(scripts)
			at := w.where()
			w.consults(at)
			w.try("the decision-maker signs in", s.as("priya.raman").open(ctx, at))
			w.decides(at, scripts)
			ref := casework.Ref(strings.TrimPrefix(at, "/cases/"))
			if c, err := s.desk.Case(t.Context(), ref); err != nil || c.Decided == nil || c.Decided.Outcome != casework.NotAssess {
				t.Errorf("%+v, %v", c.Decided, err)
			}
		})
	}
}

// receives types in a paper request.
func (w walker) receives(scripts bool) {
	w.t.Helper()
	w.until("the paper form", `document.querySelector("[name='received-day']")`)
	for name, text := range map[string]string{"received-day": "24", "received-month": "11", "received-year": "2026", "asker-name": "Harpreet Dhillon", "surname": "Dhillon",
		"forenames": "Jaspreet", "born-day": "14", "born-month": "3", "born-year": "2018", "parent-1-name": "Harpreet Dhillon", "letter": "Please assess my son.", "address": "4 Quay Lane", "postcode": "NM1 2AB", "evidence": "Speech and language report"} {
		w.typeInto(`[name="`+name+`"]`, text)
	}
	w.click(`input[name="channel"][value="post"] + label`)
	w.click(`input[name="asker"][value="parent"] + label`)
	w.click(`input[name="parent-1-lives_with"][value="yes"] + label`)
	if scripts {
		w.until("the word that it is saved", `document.querySelector(".saved") && document.querySelector(".saved").textContent.startsWith("Saved at")`)
	}
	w.click(`main form[action="/requests/paper"] .buttons button`)
	w.until("what is to mend, or the case", `document.querySelector("#mends") || location.pathname.startsWith("/cases/SEN-")`)
	if w.where() == "/requests/paper" {
		w.click(`main form[action="/requests/paper"] .buttons button`)
	}
	w.until("the case", `location.pathname.startsWith("/cases/SEN-") && document.body.innerText.includes("Jaspreet Dhillon, aged 8")`)
}

// consults records what the family said, and releases the evidence to it.
func (w walker) consults(at string) {
	w.t.Helper()
	w.click(`main a[href="` + at + `/record/consult"]`)
	w.until("the consultation", `document.querySelector("[name='views']")`)
	w.click(`input[name="whom"][value="family"] + label`)
	w.click(`input[name="how"][value="call"] + label`)
	w.click(`input[name="received"][value="yes"] + label`)
	w.typeInto(`[name="views"]`, "Jaspreet comes home worn out.")
	w.click(`main form .buttons button`)
	w.until("the case again", `location.pathname==="`+at+`" && document.body.innerText.includes("The consultation is recorded")`)
	w.click(`.tabs a[href="` + at + `/record"]`)
	w.until("what can be recorded", `document.querySelector("a[href$='/release_evidence']")`)
	w.click(`a[href$="/record/release_evidence"]`)
	w.until("the release", `document.querySelector("[name='see']")`)
	w.click(`input[name="evidence"][value="E1"] + label`)
	w.click(`input[name="see"][value="family"] + label`)
	w.click(`main form .buttons button`)
	w.until("what follows", `document.querySelector("[name='weighed']")`)
	w.click(`[name="weighed"]`)
	w.until("the documents", `location.pathname==="`+at+`/documents" && document.body.innerText.includes("The documents are released")`)
}

// decides writes a refusal, reads the family’s letter and decides.
func (w walker) decides(at string, scripts bool) {
	w.t.Helper()
	w.until("the case", `document.querySelector("a[href='`+at+`/decide']")`)
	w.click(`main a[href="` + at + `/decide"]`)
	w.until("the outcome", `document.querySelector("[name='outcome']")`)
	w.click(`input[name="outcome"][value="not_assess"] + label`)
	w.click(`main form .buttons button`)
	w.until("the reasons", `document.querySelector("[name='reason']")`)
	if scripts {
		w.typeInto(`[name="reason"]`, "The school must first spend £6,000. ")
		w.until("the live check", `document.querySelector("[data-check-for='f-reason'] li")`)
		w.script("clear the reason", `document.querySelector("[name='reason']").value=""`)
	}
	full := refusalForm()
	w.click(`input[name="limb"][value="8b"] + label`)
	for _, name := range []string{"reason", "met-reason", "answer", "next", "nopanel"} {
		w.typeInto(`[name="`+name+`"]`, full.Get(name))
	}
	w.click(`input[name="use-E1"][value="relied"] + label`)
	w.script("choose the second officer", `document.querySelector("[name='nopanel-by']").value="margaret.ellis"`)
	w.click(`main form .buttons button`)
	w.until("the check", `location.pathname==="`+at+`/decide/check"`)
	w.click(`main a[href$="/letters/decision-not-to-assess/family-1"]`)
	w.until("the letter", `document.querySelector(".paper") && document.querySelector(".paper").innerText.includes("Tribunal")`)
	w.click(`main .buttons a`)
	w.until("the check again", `document.querySelector("form[action$='/decide/now'] button")`)
	w.click(`form[action$="/decide/now"] button`)
	w.until("the decision", `location.pathname==="`+at+`" && document.body.innerText.includes("The decision is recorded")`)
}
