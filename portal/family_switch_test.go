package portal

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
)

// TestWhatIsTypedSurvivesAnotherLanguage: whoever changes the language in the middle of a form finds in it what they had
// typed, and the message is neither sent nor in any address.
func TestWhatIsTypedSurvivesAnotherLanguage(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025009", "Jaspreet")).Ref
	stranger, family := s.browser(), s.family(ref, "family-1")
	at := familyPath(ref)
	for _, c := range []struct {
		b     *browser
		path  string
		typed url.Values
		want  string
	}{
		{stranger, "/sign-in/family", url.Values{"ref": {string(ref)}, "contact": {"parent@example.org"}}, `value="parent@example.org"`},
		{stranger, "/ask/reason", url.Values{"reason": {"He cries before school."}}, "He cries before school.</textarea>"},
		{stranger, "/ask/child", url.Values{"forenames": {"Emil"}, "checking": {"yes"}}, `name="checking" value="yes"`},
		{family, at + "/views", url.Values{"own": {"She is afraid of school."}}, "She is afraid of school.</textarea>"},
		{family, at + "/tell/other", url.Values{"words": {"We have moved."}}, "We have moved.</textarea>"},
		{family, at + "/add", url.Values{"about": {"A letter"}}, `value="A letter"`},
		{family, at + "/held", url.Values{"words": {"E-mails about her."}}, "E-mails about her.</textarea>"},
		{family, at + "/reach", url.Values{"times": {"after six"}}, `value="after six"`},
	} {
		c.b.get(c.path+"?lang=en").wantText(t, `<form id="typed"`, `<button type="submit" form="typed" name="language-chosen" value="ur" lang="ur" dir="rtl">`)
		c.typed.Set("language-chosen", "ur")
		got := c.b.post(c.path, c.typed)
		if got.status != http.StatusSeeOther || got.goesTo() != c.path+"?lang=ur" {
			t.Errorf("%s leads to %d %s", c.path, got.status, got.goesTo())
			continue
		}
		c.b.get(got.goesTo()).wantText(t, `<html lang="ur"`, c.want)
	}
	stranger.get("/sign-in/family").lacks(t, "parent@example.org")
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Tasks) > 0 && slices.ContainsFunc(c.Tasks, func(task casework.Task) bool { return strings.HasPrefix(string(task.Task), "family-") }) {
		t.Errorf("a form was sent where the language was changed: %+v", c.Tasks)
	}
}

// TestAskingInAnotherLanguage: the questions, what is wrong and the receipt are in it; what was written is recorded with its
// language, which officer and panel read, and somebody is to have it translated.
func TestAskingInAnotherLanguage(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.get("/ask?lang=pl").wantText(t, `<html lang="pl"`, "Poproś o ocenę potrzeb (EHC needs assessment)", "Zacznij", "wersją roboczą")
	b.get("/ask/reason").wantText(t, "Co jest trudne i czego już próbowano?", `<option value="Polish" selected="selected">Polski</option>`)
	b.get("/ask/speak").wantText(t, `value="Polski"`)
	b.post("/ask/born", url.Values{"born-day": {"31"}, "born-month": {"2"}, "born-year": {"2019"}}).wantText(t, "Proszę podać prawdziwą datę", "Jedna rzecz wymaga poprawienia")
	pages := aParent()
	pages[7].Set("reason", "Bardzo boi się szkoły.")
	pages[7].Set("reason_language", "Polish")
	pages[8].Set("language", "polski")
	if at := b.asks(t, pages...); at != "/ask/check" {
		t.Fatalf("after the last question comes %s", at)
	}
	b.get("/ask/check").wantText(t, "3 maja 2019 (piątek)", "12 stycznia 2027 (wtorek)", "Polski")
	b.post("/ask", nil)
	receipt := b.get("/ask/received")
	receipt.wantText(t, "Mamy Państwa wniosek", "To sześć tygodni od")
	_, rest, _ := strings.Cut(receipt.body, "<strong><bdi>SEN-")
	ref, _, _ := strings.Cut(rest, "<")
	c, err := s.desk.Case(t.Context(), casework.Ref("SEN-"+ref))
	if err != nil {
		t.Fatal(err)
	}
	if c.Family[0].Language != "Polish" {
		t.Errorf("the language is recorded as %q", c.Family[0].Language)
	}
	if !slices.ContainsFunc(c.Tasks, func(task casework.Task) bool {
		return task.Task == "translate-reason" && !task.Done && strings.Contains(task.What, "Polish: have it translated")
	}) {
		t.Errorf("nobody has it translated: %+v", c.Tasks)
	}
	s.as("amina.khan").get("/cases/"+string(c.Ref)+"/request").wantText(t, "The language of the reason above, where it is not English", "Bardzo boi się szkoły.")
}
