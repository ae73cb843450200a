package portal

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/asked"
)

// TestAnUploadAfterTheSessionEnded: the page says which files did not come, sends each person to where they sign in, and
// what was typed is back in the form.
func TestAnUploadAfterTheSessionEnded(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/record/add_evidence"
	officer, family := s.as("amina.khan"), s.family(ref, "family-1")
	s.now = s.now.Add(idleLimit + time.Minute)

	got := officer.giveFileIn("file", at, "report.pdf", aPDF(), url.Values{"once": {"a-key"}, "what": {"Report of the psychologist"}, "class": {"needs"}})
	if got.goesTo() != "/sign-in" {
		t.Fatalf("an officer is sent to %q: %d", got.goesTo(), got.status)
	}
	officer.get("/sign-in").wantText(t, "what you typed is kept", "Choose them again: report.pdf.")
	if got := officer.post("/sign-in/demo", url.Values{"person": {"amina.khan"}}); got.goesTo() != at {
		t.Fatalf("after signing in comes %q", got.goesTo())
	}
	officer.get(at).wantText(t, `value="Report of the psychologist"`)

	path := familyPath(ref)
	if got := family.giveFile(path+"/add", "diary.pdf", aPDF(), url.Values{"about": {"Our diary"}}); got.goesTo() != "/sign-in/family" {
		t.Fatalf("a family is sent to %q: %d", got.goesTo(), got.status)
	}
	family.get("/sign-in/family").wantText(t, "Choose them again: diary.pdf.")
	s.signInAgain(t, family, ref, "family-1")
	family.get(path+"/add").wantText(t, `value="Our diary"`)

	school := s.as("nicola.brandt")
	draft := school.newDraft()
	s.now = s.now.Add(idleLimit + time.Minute)
	school.giveFile(draft+"/documents", "plan.pdf", aPDF(), nil).wantText(t, "You are signed out", "Choose them again: plan.pdf.", `href="/sign-in"`)
}

// signInAgain signs somebody of a family in by a new code, at the browser that they have.
func (s *site) signInAgain(t *testing.T, b *browser, ref casework.Ref, id casework.AddresseeID) {
	t.Helper()
	b.post("/sign-in/family", url.Values{"ref": {string(ref)}, "contact": {contactOf(id)}})
	if got := b.post("/sign-in/family/code", url.Values{"code": {codeIn(s.lastNotice().Text)}}); got.goesTo() != familyPath(ref)+"/add" {
		t.Fatalf("after the code comes %q: %d", got.goesTo(), got.status)
	}
}

// TestWhatWasTypedIsSaidUnderItsQuestion: where a page can only show back what was typed, it does so under the questions
// and in the words of the page it was typed on, and with nothing of what that page held unseen.
func TestWhatWasTypedIsSaidUnderItsQuestion(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/reply-links"
	officer := s.as("amina.khan")
	form := url.Values{"asked": {askedOn(t, officer.get(at).body)}, "once": {"a-key"}, "whom": {"health"}, "to": {"therapies@nhs.example"}}
	s.now = s.now.Add(idleLimit + time.Minute)
	page := officer.post(at, form)
	page.wantText(t, "You are signed out", "<dt>Who is asked</dt><dd class=\"typed\">Health</dd>", "<dt>E-mail address</dt><dd class=\"typed\">therapies@nhs.example</dd>")
	for _, not := range []string{"<dt>whom", "<dt>to<", "a-key", "<dt>Once"} {
		if strings.Contains(page.body, not) {
			t.Errorf("the page shows %q", not)
		}
	}
}

// TestEveryFormCarriesItsQuestions opens pages of each area and looks for a control that is seen and not named.
func TestEveryFormCarriesItsQuestions(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	school, officer := s.as("nicola.brandt"), s.as("amina.khan")
	draft, record := school.newDraft(), "/cases/"+string(ref)+"/record/"
	for path, b := range map[string]*browser{draft + "/child": school, draft + "/family": school, draft + "/cycle-0": school, "/school/colleagues": school,
		record + "consult": officer, record + "add_evidence": officer, record + "withdraw": officer, "/cases/" + string(ref) + "/reply-links": officer} {
		body := b.get(path).body
		for _, form := range regexp.MustCompile(`(?s)<form [^>]*method="post".*?</form>`).FindAllString(body, -1) {
			carried := asked.Read(html.UnescapeString(onlyMatch(carriedField, form)))
			for _, m := range regexp.MustCompile(`<(?:input|textarea|select) [^>]*name="([^"]*)"[^>]*>`).FindAllStringSubmatch(form, -1) {
				if strings.Contains(m[0], `type="hidden"`) || strings.Contains(m[0], `type="file"`) {
					continue
				}
				if said := carried.Of(url.Values{m[1]: {"x"}}); len(said) != 1 || said[0].Ask == "" || said[0].Ask == m[1] {
					t.Errorf("%s asks for %s as %v", path, m[1], said)
				}
			}
		}
	}
}

var carriedField = regexp.MustCompile(`name="asked" value="([^"]*)"`)

func onlyMatch(re *regexp.Regexp, text string) string {
	if m := re.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

func askedOn(t *testing.T, body string) string {
	t.Helper()
	text := onlyMatch(carriedField, body)
	if text == "" {
		t.Fatal("the page’s form carries no questions")
	}
	return html.UnescapeString(text)
}
