package portal

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/words"
	"sendpanel/statute"
)

// TestFamiliesReadInTheirOwnLanguage: from the language that the case has, without a choice; with the choice of another on
// every page, which is remembered; and English a click away.
func TestFamiliesReadInTheirOwnLanguage(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025009", "Jaspreet")(r)
		r["family"].([]any)[0].(map[string]any)["language"] = "Urdu"
	}).Ref
	at := familyPath(ref)
	b := s.familyIn("", ref, "family-1")
	b.get(at).wantText(t, `<html lang="ur" dir="rtl"`, "ہم فیصلہ کر رہے ہیں", "<bdi>4 جنوری 2027 (پیر)</bdi>", "<bdi>"+string(ref)+"</bdi>", "یہ صفحہ انگریزی میں پڑھیں",
		`<a href="`+at+`?lang=pl" lang="pl" hreflang="pl">Polski</a>`, `<strong lang="ur" dir="rtl" aria-current="true">اردو</strong>`, `<span lang="en" dir="ltr">Draft</span>`)
	b.get(at+"/rights?lang=pl").wantText(t, `<html lang="pl"`, "Państwa prawa", "To tłumaczenie jest wersją roboczą")
	b.get(at+"/dates").wantText(t, `<html lang="pl"`, "4 stycznia 2027 (poniedziałek)", "To sześć tygodni od")
	b.get(at+"/dates?lang=en").wantText(t, `<html lang="en-GB">`, "Monday 4 January 2027", "Every date, and why")
	b.get(at).wantText(t, `<html lang="en-GB">`, "We are deciding")
	b.get(at+"?lang=xx").wantText(t, `<html lang="en-GB">`)
	again := s.familyIn("pl", ref, "family-1")
	again.get(at).wantText(t, `<html lang="pl"`)
}

// TestNothingIsGuessed: neither from the browser nor for staff.
func TestNothingIsGuessed(t *testing.T) {
	s := newSite(t)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.http.URL+"/sign-in/family", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Language", "pl")
	s.browser().do(r).wantText(t, `<html lang="en-GB">`, `name="language-chosen" value="pl"`)
	amina := s.as("amina.khan")
	amina.get("/privacy?lang=pl").wantText(t, `<html lang="en-GB">`)
	if body := amina.get("/cases").body; strings.Contains(body, "lang=pl") {
		t.Error("an officer’s page offers Polish")
	}
}

// TestUnsignedWordsAreShownByAnInventedCouncilAlone: a council offers a language once somebody has signed its words, as
// they stand; a part that is not signed stays English within it.
func TestUnsignedWordsAreShownByAnInventedCouncilAlone(t *testing.T) {
	s := newSite(t)
	all, err := words.Translations()
	if err != nil {
		t.Fatal(err)
	}
	polish := all[slices.IndexFunc(all, func(l words.Translation) bool { return l.Tag == "pl" })]
	signed := func(read func(words.Part) string) func(in map[string]any) {
		return func(in map[string]any) {
			in["invented"] = false
			for _, p := range polish.Parts {
				if p.Name == words.Frame || p.Name == words.Family {
					list, _ := in["signatures"].([]any)
					in["signatures"] = append(list, map[string]any{"what": "page", "id": polish.Of(p), "name": "Anna Zielińska", "post": "Translator", "on": "2026-11-02", "read": read(p)})
				}
			}
		}
	}
	s.withSettings(t, signed(func(words.Part) string { return strings.Repeat("0", 64) }))
	if body := s.browser().get("/sign-in/family?lang=pl").body; strings.Contains(body, "Polski") || !strings.Contains(body, `<html lang="en-GB">`) {
		t.Error("words that nobody has signed as they stand are offered")
	}
	s.withSettings(t, signed(func(p words.Part) string { return p.Read }))
	b := s.browser()
	page := b.get("/sign-in/family?lang=pl")
	page.wantText(t, `<html lang="pl"`, "Śledź swój wniosek", "Ta strona jest tłumaczeniem", "Polski")
	if strings.Contains(page.body, "Draft") || strings.Contains(page.body, "اردو</a>") {
		t.Error("signed words are called a draft, or unsigned ones are offered")
	}
	b.get("/ask").wantText(t, `<html lang="en-GB">`, `<h1>Ask for an assessment</h1>`, "lang=pl")
}

// TestWhatIsWrittenInAnotherLanguageSaysSo to officer and panel, and asks to be translated; what is ticked is recorded in
// English.
func TestWhatIsWrittenInAnotherLanguageSaysSo(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025009", "Jaspreet")).Ref
	at := familyPath(ref)
	b := s.familyIn("pl", ref, "family-1")
	b.get(at+"/views").wantText(t, `<option value="Polish" selected="selected">Polski</option>`, `<option value="English">English</option>`, "W jakim języku Państwo piszą?")
	b.post(at+"/views", url.Values{"own": {"Ona bardzo się boi szkoły."}, "language": {"Polish"}})
	b.post(at+"/tell/urgent", url.Values{"what": {"family-urgent-hospital"}, "words": {"Od poniedziałku."}, "language": {"Polish"}})
	events, err := s.register.Events(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range events {
		switch body := e.Body.(type) {
		case casework.Consulted:
			found = append(found, body.Language+": "+body.Views)
		case casework.FamilySaid:
			found = append(found, body.Language+": "+body.Words)
		case casework.TaskRaised:
			if strings.Contains(body.What, "written in Polish: have it translated") {
				found = append(found, "task")
			}
		}
	}
	if want := []string{"Polish: Ona bardzo się boi szkoły.", "task", "Polish: In hospital.\nOd poniedziałku.", "task"}; !slices.Equal(found, want) {
		t.Errorf("what is recorded is %q", found)
	}
	s.as("amina.khan").get("/cases/"+string(ref)+"/views").wantText(t, "Ona bardzo się boi szkoły.", "Written in Polish")
}

// TestWhatIsWrongIsKeptWhenTheLanguageIsChanged: a form that was sent back opens in another language with what was typed.
func TestWhatIsWrongIsKeptWhenTheLanguageIsChanged(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025009", "Jaspreet")).Ref
	at := familyPath(ref) + "/views"
	b := s.family(ref, "family-1")
	b.post(at, url.Values{"helped": {"by drawing"}}).wantText(t, "Write what you think")
	b.get(at+"?lang=pl").wantText(t, `<html lang="pl"`, `value="by drawing"`)
}

// TestWhyInWordsIsTheLaws: the sentences that are translated are those of the law’s clock, for every date on a family’s
// page, or another language could explain another date.
func TestWhyInWordsIsTheLaws(t *testing.T) {
	s := newSite(t)
	v := &Visit{p: s.Portal, voice: words.Plain(s.words)}
	law, err := statute.InForce(statute.Date(2026, time.November, 23))
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range []statute.RuleID{casework.RuleDecide, casework.RuleNoPlan, casework.RulePlan, casework.RuleMediation, casework.RuleAppeal} {
		duty, err := law.Duty(rule)
		if err != nil {
			t.Fatal(err)
		}
		for day := statute.Date(2026, time.November, 1); day.Before(statute.Date(2027, time.February, 1)); day = day.AddDays(3) {
			d, err := duty.From(day, statute.By(statute.FirstClass))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := v.whyIn(d, s.say, statute.Day.Long), curly(d.ExplainToFamily()); got != want {
				t.Fatalf("%s from %s says\n%s\nthe law’s clock\n%s", rule, day, got, want)
			}
		}
	}
}
