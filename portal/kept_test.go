package portal

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/asked"
)

// TestAnUploadAfterTheSessionEnded: what was typed is back in the form once the same person has signed in, and the files go
// with it when it is sent; of one that cannot be taken the page says so.
func TestAnUploadAfterTheSessionEnded(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/record/add_evidence"
	officer, family := s.as("amina.khan"), s.family(ref, "family-1")
	s.now = s.now.Add(idleLimit + time.Minute)

	form := url.Values{"once": {"a-key"}, "what": {"Report of the psychologist"}, "class": {"needs"}, "from": {"family"}}
	if got := officer.giveFileIn("file", at, "report.pdf", aPDF(), form); got.goesTo() != "/sign-in" {
		t.Fatalf("an officer is sent to %q: %d", got.goesTo(), got.status)
	}
	officer.get("/sign-in").wantText(t, "what you typed is kept", "So are your files: report.pdf.")
	if got := officer.post("/sign-in/demo", url.Values{"person": {"amina.khan"}}); got.goesTo() != at {
		t.Fatalf("after signing in comes %q", got.goesTo())
	}
	officer.get(at).wantText(t, `value="Report of the psychologist"`, "report.pdf", "They are added when you send this page")
	if got := officer.post(at, form); got.status != http.StatusSeeOther {
		t.Fatalf("the entry is not recorded: %d %s", got.status, got.body)
	}
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if file, found, err := s.exhibitFile(t.Context(), ref, c.Evidence[len(c.Evidence)-1].ID); err != nil || !found || file.Name != "report.pdf" || file.By != "amina.khan" {
		t.Errorf("the entry’s file is %+v (%v)", file, err)
	}

	path := familyPath(ref)
	if got := family.giveFile(path+"/add", "diary.exe", []byte("MZ"), url.Values{"about": {"Our diary"}}); got.goesTo() != "/sign-in/family" {
		t.Fatalf("a family is sent to %q: %d", got.goesTo(), got.status)
	}
	family.get("/sign-in/family").wantText(t, "Choose them again: diary.exe.")
	s.signInAgain(t, family, ref, "family-1")
	family.get(path+"/add").wantText(t, `value="Our diary"`)

	school := s.as("nicola.brandt")
	draft := school.newDraft()
	s.now = s.now.Add(idleLimit + time.Minute)
	if got := school.giveFile(draft+"/documents", "plan.pdf", aPDF(), url.Values{"class": {"needs"}}); got.goesTo() != "/sign-in" {
		t.Fatalf("a school is sent to %q: %d", got.goesTo(), got.status)
	}
	school.post("/sign-in/demo", url.Values{"person": {"nicola.brandt"}})
	if got := school.get(draft + "/documents"); got.goesTo() != draft+"/documents" {
		t.Fatalf("the file is not taken: %d %s", got.status, got.body)
	}
	school.get(draft+"/documents").wantText(t, "plan.pdf", "Nature, extent and context", "The document is kept")
}

// TestFilesOfNobody: nobody keeps a file who was not signed in, nobody but the one who gave it has it afterwards, and one
// that nobody comes back for is taken away.
func TestFilesOfNobody(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/record/add_evidence"
	form := url.Values{"once": {"a-key"}, "what": {"Report"}, "class": {"needs"}}
	held := func() int {
		t.Helper()
		files, err := s.register.UploadsUnder(t.Context(), heldOwner, s.now)
		if err != nil {
			t.Fatal(err)
		}
		return len(files)
	}
	stranger := s.browser()
	stranger.giveFileIn("file", at, "report.pdf", aPDF(), form).wantText(t, "Choose them again: report.pdf.")
	if held() != 0 {
		t.Fatal("somebody who was never signed in keeps a file")
	}
	officer := s.as("amina.khan")
	s.now = s.now.Add(idleLimit + time.Minute)
	officer.giveFileIn("file", at, "report.pdf", aPDF(), form)
	officer.giveFileIn("file", at, "second.pdf", aPDF(), form)
	officer.get("/sign-in").wantText(t, "So are your files: second.pdf.")
	if held() != 2 {
		t.Fatalf("%d files are kept of one page that was sent twice", held())
	}
	for i := 0; i < keptMost+3; i++ {
		officer.giveFileIn("file", fmt.Sprintf("/cases/%s/record/none%d", ref, i), "more.pdf", aPDF(), form)
	}
	if held() != 1+keptMost {
		t.Fatalf("%d files are kept for one sign-in that ended", held())
	}
	officer.post("/sign-in/demo", url.Values{"person": {"tom.whitfield"}}) // another, at the same browser
	if page := officer.get(at); strings.Contains(page.body, "report.pdf") {
		t.Error("a colleague is shown the file")
	}
	officer.giveFileIn("file", at, "other.pdf", aPDF(), url.Values{"once": {"b-key"}, "what": {"Another"}, "class": {"needs"}})
	if held() != 1+keptMost {
		t.Error("a colleague’s entry took the file along")
	}
	again := s.as("amina.khan")
	s.now = s.now.Add(absoluteGrace + time.Hour)
	again.giveFileIn("file", at, "third.pdf", aPDF(), form)
	if files, err := s.register.UploadsUnder(t.Context(), heldOwner, s.now); err != nil || len(files) != 1 || files[0].Name != "third.pdf" || files[0].By != "amina.khan" {
		t.Errorf("kept are %+v (%v)", files, err)
	}
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
	form := url.Values{asked.Field: {askedOn(t, officer.get(at).body)}, "once": {"a-key"}, "whom": {"health"}, "to": {"therapies@nhs.example"}}
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

var carriedField = regexp.MustCompile(`name="questions-asked" value="([^"]*)"`)

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

// TestEachPageIsKeptWhenASignInEnds: somebody who had two pages open, and then another after signing in for the first, finds
// all of them, is told of those that are not open, and a page that is sent takes no other with it.
func TestEachPageIsKeptWhenASignInEnds(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	pages := map[string]url.Values{at + "/reason": b.opened(at + "/reason"), at + "/needs": b.opened(at + "/needs"), at + "/views": b.opened(at + "/views")}
	pages[at+"/reason"].Set("reason", "Typed in the first window.")
	pages[at+"/needs"].Set("needs.0.difficulties", "Typed in the second window.")
	pages[at+"/views"].Set("views.child", "Typed in the third window.")
	later := s.now.Add(idleLimit + time.Minute)
	s.now = later
	for _, path := range []string{at + "/reason", at + "/needs"} {
		if got := b.post(path, pages[path]); got.goesTo() != "/sign-in" {
			t.Fatalf("%s was answered with %d %q", path, got.status, got.goesTo())
		}
		b.get("/sign-in").wantText(t, "what you typed is kept")
	}
	if got := b.post("/sign-in/demo", url.Values{"person": {"nicola.brandt"}}); got.goesTo() != at+"/needs" {
		t.Fatalf("after signing in comes %q", got.goesTo())
	}
	b.get(at + "/needs") // takes up what was typed
	b.get("/school").wantText(t, "kept on another page", `href="`+at+`/reason"`)

	s.now = s.now.Add(idleLimit + time.Minute) // it ends again before the first is opened
	b.post(at+"/views", pages[at+"/views"])
	b.post("/sign-in/demo", url.Values{"person": {"owen.price"}})
	if got := b.get("/school"); strings.Contains(got.body, "kept on another page") {
		t.Error("another school is told of it")
	}
	b.post("/sign-in/demo", url.Values{"person": {"nicola.brandt"}})
	for path, text := range map[string]string{"/reason": "first", "/needs": "second", "/views": "third"} {
		b.get(at + path)
		b.get(at+path).wantText(t, "Typed in the "+text+" window.")
	}
	if got := b.get("/school"); strings.Contains(got.body, "kept on another page") {
		t.Error("it is told still when everything was opened")
	}
}
