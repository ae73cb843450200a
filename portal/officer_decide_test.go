package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"sendpanel/casework"
)

// refusalForm is a full and sound record of a refusal.
func refusalForm() url.Values {
	return url.Values{
		"outcome": {"not_assess"}, "limb": {"8b"}, "met-reason": {"Jaspreet has speech, language and reading needs."},
		"reason": {"The support Jaspreet has now is what the school can keep giving, and since it was changed in the spring the reading ages rise steadily."},
		"use-E1": {"relied"}, "use-E3": {"relied"}, "use-E2": {"aside"}, "why-E2": {"It was written before the spring’s changes."},
		"answer":  {"You told us on 24 November that Jaspreet comes home worn out. The school will shorten the afternoon sessions."},
		"next":    {"The school keeps the daily reading sessions and looks at them with you in March."},
		"nopanel": {"The panel of December was cancelled, and the next one is after the last day for sending."}, "nopanel-by": {"margaret.ellis"},
	}
}

var seenField = regexp.MustCompile(`name="seen" value="([0-9a-f]+)"`)

// decideBy goes through the check page and decides.
func decideBy(b *browser, at, once string) page {
	b.s.t.Helper()
	check := b.get(at + "/check")
	m := seenField.FindStringSubmatch(check.body)
	if m == nil {
		b.s.t.Fatalf("the decision is not ready (%d):\n%s", check.status, check.body)
	}
	return b.post(at+"/now", url.Values{"seen": {m[1]}, "once": {once}})
}

func TestARefusalIsWrittenCheckedPreviewedAndDecidedOnce(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	priya.get(at).wantText(t, "What does the council decide?", "To assess", "Not to assess")
	priya.post(at, nil).wantText(t, "Choose what the council decides.")
	if got := priya.post(at, url.Values{"outcome": {"not_assess"}}); got.goesTo() != at+"/reasons" {
		t.Fatalf("the outcome leads to %d %q", got.status, got.goesTo())
	}
	priya.get(at+"/reasons").wantText(t, "Jaspreet comes home worn out.", "E2: Speech and language report", "Why can no panel meet", `data-check="`+at+`/look"`, `data-autosave="`+at+`/save"`)

	thin := url.Values{"outcome": {"not_assess"}, "limb": {"8b"}, "reason": {"It must be tried for two more cycles."}}
	if got := priya.post(at+"/save", thin); got.status != http.StatusNoContent {
		t.Fatalf("saving answered %d", got.status)
	}
	priya.get(at+"/reasons").wantText(t, "It must be tried for two more cycles.", "What you wrote is kept.", "A second officer who looked at the reasons")
	thinCheck := priya.get(at + "/check")
	thinCheck.wantText(t, "Reasons to look at again", "A second officer looks first", "Go back and complete it", "This is still missing", `/decide/reasons#f-reason"`)
	if strings.Contains(thinCheck.body, at+"/now") {
		t.Error("a decision that is not complete can be made")
	}

	if got := priya.post(at+"/reasons", refusalForm()); got.goesTo() != at+"/check" {
		t.Fatalf("the reasons lead to %d %q", got.status, got.goesTo())
	}
	priya.get(at+"/check").wantText(t, "The council will not assess", "What follows when you decide", "As it would be sent", "Decided not to assess by Priya Raman")
	letter := priya.get(at + "/letters/decision-not-to-assess/family-1")
	letter.wantText(t, "Nothing has been sent", `class="paper"`, "The school will shorten the afternoon sessions.", "Priya Raman", "Tribunal")
	if got := priya.get(at + "/letters/decision-not-to-assess/family-1/pdf"); !strings.HasPrefix(got.body, "%PDF") {
		t.Errorf("the preview is no PDF: %d", got.status)
	}
	priya.get(at+"/letters/decision-not-to-assess-school/school").wantText(t, "Nothing has been sent")

	if got := decideBy(priya, at, "k1"); got.goesTo() != "/cases/"+string(ref) {
		t.Fatalf("deciding answered %d %q\n%s", got.status, got.goesTo(), got.body)
	}
	priya.post(at+"/now", url.Values{"seen": {"x"}, "once": {"k1"}})
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil || c.Decided == nil || c.Decided.Outcome != casework.NotAssess || c.Decided.By != "priya.raman" {
		t.Fatalf("%+v, %v", c.Decided, err)
	}
	priya.get("/cases/"+string(ref)).wantText(t, "Call Harpreet Dhillon before the letter goes")
	priya.get(at).wantText(t, "This cannot be recorded now")
}

func TestADecisionThatWasChangedMeanwhileIsShownAgain(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	priya.post(at+"/reasons", refusalForm())
	check := priya.get(at + "/check")
	m := seenField.FindStringSubmatch(check.body)
	changed := refusalForm()
	changed.Set("answer", "You told us on 24 November that school is hard. We have asked the school to look at it.")
	priya.post(at+"/save", changed)
	if m == nil {
		t.Fatal("no fingerprint of what was checked")
	}
	priya.post(at+"/now", url.Values{"seen": {m[1]}}).wantText(t, "The decision was changed after you checked it.")
	if c, _ := s.desk.Case(t.Context(), ref); c.Decided != nil {
		t.Error("something was decided that nobody had checked")
	}
}

func TestAnAgreementIsLight(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	priya.post(at, url.Values{"outcome": {"assess"}})
	priya.get(at+"/reasons").wantText(t, "Yes, the child has or may have them", "Why, in a sentence")
	priya.post(at+"/reasons", url.Values{"outcome": {"assess"}, "agree-a": {"yes"}})
	priya.get(at+"/check").wantText(t, "which an agreement needs", "Go back and complete it")
	priya.post(at+"/reasons", url.Values{"outcome": {"assess"}, "agree-a": {"yes"}, "agree-b": {"yes"}, "agree-use": {"E1", "E2"}, "agree-reason": {"The speech and language report shows needs that support alone has not met."}})
	priya.get(at+"/letters/decision-to-assess/family-1").wantText(t, "Nothing has been sent", `class="paper"`)
	if got := decideBy(priya, at, "k2"); got.status != http.StatusSeeOther {
		t.Fatalf("deciding answered %d\n%s", got.status, got.body)
	}
	if c, _ := s.desk.Case(t.Context(), ref); c.Decided == nil || c.Decided.Outcome != casework.Assess {
		t.Errorf("%+v", c.Decided)
	}
}

func TestChangingTheOutcomeLosesNothing(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	priya.post(at+"/reasons", refusalForm())
	priya.post(at, url.Values{"outcome": {"assess"}})
	priya.post(at+"/save", url.Values{"outcome": {"assess"}, "agree-reason": {"One sentence."}})
	priya.post(at, url.Values{"outcome": {"not_assess"}})
	priya.get(at+"/reasons").wantText(t, "The school will shorten the afternoon sessions.")
	priya.post(at, url.Values{"outcome": {"assess"}})
	priya.get(at+"/reasons").wantText(t, "One sentence.")
	if got := s.as("amina.khan").get(at); got.status != http.StatusNotFound {
		t.Errorf("an officer without a delegation is shown %d", got.status)
	}
	if got := s.as("tom.whitfield").get(at + "/reasons"); got.goesTo() != at {
		t.Errorf("another decision-maker reads what was not decided: %d %q", got.status, got.goesTo())
	}
}

func TestTheLiveCheckQuotesAndAdvises(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	got := priya.post("/cases/"+string(ref)+"/decide/look", url.Values{"name": {"reason"}, "text": {"The school must first spend £6,000 before we can assess."}})
	if got.header.Get("Content-Type") != "application/json" || !strings.Contains(got.body, `"notes":["`) || !strings.Contains(got.body, "6,000") {
		t.Errorf("%d %s", got.status, got.body)
	}
	if got := priya.post("/cases/"+string(ref)+"/decide/look", url.Values{"name": {"agree-reason"}, "text": {"Jaspreet needs help."}}); strings.TrimSpace(got.body) != `{"notes":[]}` {
		t.Errorf("%s", got.body)
	}
}

// TestWordsForFamiliesAreReadForPlainness: while they are written, before the decision, and beside each letter as it would be
// sent; nothing is stopped by it.
func TestWordsForFamiliesAreReadForPlainness(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	const hard = "Notwithstanding the aforementioned differentiated interventions implemented pursuant to the provision map, the multidisciplinary evaluation of attainment trajectories was considered to be insufficiently determinative to facilitate the commencement of a statutory assessment at this juncture."
	got := s.as("amina.khan").post("/cases/"+string(ref)+"/plain", url.Values{"text": {hard}})
	for _, want := range []string{"reads at an age of about", "Plainer:", "words"} {
		if !strings.Contains(got.body, want) {
			t.Errorf("beside the text stands no %q: %s", want, got.body)
		}
	}
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	form := refusalForm()
	form.Set("answer", form.Get("answer")+" "+hard)
	priya.post(at, url.Values{"outcome": {"not_assess"}})
	priya.post(at+"/reasons", form)
	check := priya.get(at + "/check")
	check.wantText(t, "How it reads")
	check.wantText(t, "Notwithstanding")
	priya.get(at+"/letters/decision-not-to-assess/family-1").wantText(t, "The whole letter reads at an age of about")
	if strings.Contains(check.body, "This is still missing") {
		t.Error("hard words stop a decision")
	}
}
