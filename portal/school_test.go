package portal

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
)

// newDraft begins a draft as somebody and gives its address.
func (b *browser) newDraft() string {
	b.s.t.Helper()
	got := b.post("/school/drafts", nil)
	if !strings.HasPrefix(got.goesTo(), "/school/drafts/") {
		b.s.t.Fatalf("no draft was begun: %d %s", got.status, got.body)
	}
	return got.goesTo()
}

var hidden = regexp.MustCompile(`<input type="hidden" name="(once|base|seen)" value="([^"]*)"`)

// fill opens a page of a draft, types the values in pairs and posts it as a browser without scripts does.
func (b *browser) fill(path string, pairs ...string) page {
	b.s.t.Helper()
	form := b.opened(path)
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	return b.post(path, form)
}

// opened is what a page of a draft carries, with what stands in its fields of one line.
func (b *browser) opened(path string) url.Values {
	b.s.t.Helper()
	got := b.get(path)
	if got.status != 200 {
		b.s.t.Fatalf("%s answered %d: %s", path, got.status, got.body)
	}
	form := url.Values{}
	for _, m := range hidden.FindAllStringSubmatch(got.body, -1) {
		form.Set(m[1], strings.NewReplacer("&#43;", "+", "&#34;", `"`).Replace(m[2]))
	}
	for _, m := range regexp.MustCompile(`<input class="input[^"]*" id="[^"]*" name="([^"]*)"[^>]* value="([^"]*)"`).FindAllStringSubmatch(got.body, -1) {
		form.Set(m[1], m[2])
	}
	return form
}

// TestARequestIsWrittenAndSent walks from a new draft to the confirmation, without scripts.
func TestARequestIsWrittenAndSent(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	b.get(at).wantText(t, "The council’s six weeks have not begun. Parents can also ask the council themselves.", "Six questions that matter", "Check and send now")
	for path, pairs := range map[string][]string{
		"/child":   {"child.forenames", "Ada", "child.surname", "Okoro", "child.date_of_birth-day", "11", "child.date_of_birth-month", "2", "child.date_of_birth-year", "2018", "child.postcode", "NM1 2AB", "child.address", "4 Quay Lane\nNorthmere"},
		"/family":  {"family.0.name", "Grace Okoro", "family.0.relationship", "mother", "family.0.lives_with_child", "yes", "family.0.language", "Igbo", "family.0.call_before_letter", "yes"},
		"/reason":  {"reason", "Ada’s reading has not moved on in spite of two cycles."},
		"/needs":   {"needs.0.area", "cognition_and_learning", "needs.0.difficulties", "She cannot hold a sentence in mind."},
		"/cycle-0": {"start-day", "1", "cycles.0.start-day", "1", "cycles.0.start-month", "9", "cycles.0.start-year", "2026", "cycles.0.do.0.name", "Phonics in a small group"},
		"/views":   {"views.child", "I like drawing.", "views.family", "She cries before school."},
	} {
		if got := b.fill(at+path, pairs...); got.status != 303 {
			t.Fatalf("%s was not saved: %d %s", path, got.status, got.body)
		}
	}
	pdf := "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
	if got := b.upload(at+"/documents", "files", "Provision_map.pdf", pdf); got.status != 303 {
		t.Fatalf("the file was not taken: %d %s", got.status, got.body)
	}
	b.fill(at+"/document-0", "evidence.0.title", "Provision map", "evidence.0.class", "action_taken")
	b.get(at).wantText(t, "Ada Okoro", "1 cycle", "1 document", "6 of 6")
	check := b.get(at + "/check")
	check.wantText(t, "Ada", "Grace Okoro", "Provision map", "Phonics in a small group", "12 January 2027")
	form := b.opened(at + "/check")
	sent := b.post(at+"/send", form)
	again := b.post(at+"/send", form)
	if sent.goesTo() == "" || sent.goesTo() != again.goesTo() {
		t.Fatalf("a retried click was another act: %q, then %q: %s", sent.goesTo(), again.goesTo(), sent.body)
	}
	done := b.get(sent.goesTo())
	done.wantText(t, "The council has your request", "12 January 2027")
	ref := casework.Ref(strings.Split(sent.goesTo(), "/")[3])
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if c.Opened.Child.FullName() != "Ada Okoro" || c.Opened.Setting != "canal-street-primary" || len(c.Family) != 1 || !c.Family[0].CallFirst || len(c.Evidence) != 1 {
		t.Errorf("the case is %+v with family %+v and evidence %+v", c.Opened.Child, c.Family, c.Evidence)
	}
	request := b.get("/school/requests/" + string(ref))
	request.wantText(t, "Ada, aged 8", "Provision map", "/documents/E1")
	if file := b.get("/school/requests/" + string(ref) + "/documents/E1"); file.body != pdf {
		t.Errorf("the document came back as %q", file.body)
	}
	if file := s.as("owen.price").get("/school/requests/" + string(ref) + "/documents/E1"); file.status != 404 {
		t.Errorf("another school had the document: %d", file.status)
	}
	b.get("/school").wantText(t, string(ref))
}

func TestSendNowIsThereFromTheFirstAnswer(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	b.get(at+"/check").wantText(t, "Say who the child is")
	if got := b.post(at+"/send", b.opened(at+"/check")); got.status != 422 {
		t.Errorf("a request about nobody was answered with %d", got.status)
	}
	if got := b.fill(at+"/child", "child.forenames", "Ada", "go", "send"); got.goesTo() != at+"/check" {
		t.Fatalf("Send now led to %q", got.goesTo())
	}
	b.get(at+"/check").wantText(t, "You could put right first", "Date of birth")
	if got := b.post(at+"/send", b.opened(at+"/check")); !strings.HasSuffix(got.goesTo(), "/sent") {
		t.Errorf("a name was not enough: %d %s", got.status, got.body)
	}
}

func TestWhatIsWrongIsSaidOnceAndKept(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	got := b.fill(at+"/child", "child.forenames", "Ada", "child.upn", "U8712", "child.date_of_birth-day", "31", "child.date_of_birth-month", "2", "child.date_of_birth-year", "2018")
	got.wantText(t, "There are 2 things to put right", "Unique pupil number", `href="#f-child-date_of_birth"`, "It is saved as you typed it", `value="U8712"`)
	if strings.Contains(got.body, "2017-04-30") {
		t.Error("the page says how to mend a date in the words of a program")
	}
	form := url.Values{}
	for _, m := range hidden.FindAllStringSubmatch(got.body, -1) {
		form.Set(m[1], m[2])
	}
	form.Set("child.forenames", "Ada")
	form.Set("child.upn", "U8712")
	for part, text := range map[string]string{"day": "31", "month": "2", "year": "2018"} {
		form.Set("child.date_of_birth-"+part, text)
	}
	if got := b.post(at+"/child", form); got.status != 303 {
		t.Errorf("what is wrong stood in the way: %d", got.status)
	}
}

func TestTwoColleaguesAtTheSamePage(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	rowan, lucy := s.as("millbrook.senco"), s.as("lucy.hartley")
	at := rowan.newDraft()
	one, two := rowan.opened(at+"/reason"), lucy.opened(at+"/reason")
	one.Set("reason", "Reading.")
	two.Set("reason", "Speech.")
	rowan.post(at+"/reason", one)
	got := lucy.post(at+"/reason", two)
	if !strings.Contains(got.goesTo(), "choose=") {
		t.Fatalf("the second was not asked: %d %s", got.status, got.goesTo())
	}
	choose := lucy.get(got.goesTo())
	choose.wantText(t, "Reading.", "Speech.", "Rowan Ashby", "Lucy Hartley", "Nothing is lost")
	form := url.Values{"page": {two.Get("once")}, "keep.reason": {"mine"}}
	lucy.post(at+"/reason/choose", form)
	rowan.get(at+"/reason").wantText(t, "Speech.")
	if page := s.as("nicola.brandt").get(at); page.status != 404 {
		t.Errorf("another school opened the draft: %d", page.status)
	}
}

// TestNothingTypedIsLostWithTheSession posts a page half an hour after the last: the sign-in is asked for, and what was
// typed is there again.
func TestNothingTypedIsLostWithTheSession(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	form := b.opened(at + "/reason")
	form.Set("reason", "Typed for a long time.")
	s.now = s.now.Add(time.Hour)
	got := b.post(at+"/reason", form)
	if got.goesTo() != "/sign-in" {
		t.Fatalf("no sign-in was asked for: %d %s", got.status, got.body)
	}
	b.get("/sign-in").wantText(t, "what you typed is kept")
	back := b.post("/sign-in/demo", url.Values{"person": {"nicola.brandt"}})
	if back.goesTo() != at+"/reason" {
		t.Fatalf("the sign-in led to %q", back.goesTo())
	}
	b.get(back.goesTo())
	b.get(at+"/reason").wantText(t, "Typed for a long time.")
}

func TestAutosaveKeepsWhatIsTyped(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	form := b.opened(at + "/needs")
	for _, text := range []string{"H", "Holding", "Holding words in mind."} {
		form.Set("needs.0.difficulties", text)
		if got := b.post(at+"/needs/autosave", form); got.status != 204 {
			t.Fatalf("autosave answered %d %s", got.status, got.body)
		}
	}
	b.get(at+"/needs").wantText(t, "Holding words in mind.")
}

func TestAnotherEntryWithoutScripts(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	got := b.fill(at+"/family", "family.0.name", "Grace Okoro", "add", "family")
	b.get(strings.Split(got.goesTo(), "#")[0]).wantText(t, `name="family.1.name"`, "Grace Okoro")
	b.fill(at+"/family?add=family", "family.0.name", "Grace Okoro", "family.1.name", "Ben Okoro")
	b.fill(at+"/family", "remove", "family.0")
	page := b.get(at + "/family")
	page.wantText(t, "Ben Okoro")
	if strings.Contains(page.body, "Grace Okoro") {
		t.Error("who was removed is there still")
	}
}

func TestTenSchoolDaysNudge(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	s.now = time.Date(2026, 12, 14, 10, 0, 0, 0, time.UTC)
	if strings.Contains(s.as("nicola.brandt").get(at).body, "ten school days") {
		t.Error("nine school days are told as ten")
	}
	s.now = time.Date(2026, 12, 15, 10, 0, 0, 0, time.UTC)
	s.as("nicola.brandt").get(at).wantText(t, "ten school days")
	s.as("nicola.brandt").get("/school").wantText(t, "Ten school days old")
}

// TestARequestThatJoinsAnotherCaseShowsNothingOfIt: a parent asked before and named no school. The school’s request joins
// that case, is acknowledged, and the case is not the school’s to read.
func TestARequestThatJoinsAnotherCaseShowsNothingOfIt(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	b.fill(at+"/child", "child.forenames", "Ada", "child.surname", "Okoro")
	_, id, _ := strings.Cut(at, "drafts/")
	other := s.receive(func(r map[string]any) {
		delete(r["child"].(map[string]any), "setting")
		byParent(r)
		r["child"].(map[string]any)["setting"] = "harland-academy"
	})
	if err := s.register.DraftSent(t.Context(), "canal-street-primary", id, other.Ref); err != nil {
		t.Fatal(err)
	}
	if got := b.get(at); got.goesTo() != "/school" {
		t.Fatalf("the draft led to %q: %d", got.goesTo(), got.status)
	}
	page := b.get("/school")
	page.wantText(t, "The council has your request")
	if strings.Contains(page.body, string(other.Ref)) {
		t.Error("the page tells of another case")
	}
}

func TestAClickTriedAgainBeginsOneDraft(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	form := url.Values{"once": {"one-click"}}
	first, second := b.post("/school/drafts", form), b.post("/school/drafts", form)
	if first.goesTo() == "" || first.goesTo() != second.goesTo() {
		t.Errorf("one click began %q and %q", first.goesTo(), second.goesTo())
	}
}
