package portal

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/records"
)

// giveFile posts a form with a file.
func (b *browser) giveFile(path, name string, content []byte, fields url.Values) page {
	b.s.t.Helper()
	return b.giveFileIn("files", path, name, content, fields)
}

// giveFileIn posts a form with a file in a field.
func (b *browser) giveFileIn(field, path, name string, content []byte, fields url.Values) page {
	b.s.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for known, values := range fields {
		for _, value := range values {
			_ = w.WriteField(known, value)
		}
	}
	part, err := w.CreateFormFile(field, name)
	if err != nil {
		b.s.t.Fatal(err)
	}
	_, _ = part.Write(content)
	_ = w.Close()
	r, err := http.NewRequestWithContext(b.s.t.Context(), http.MethodPost, b.s.http.URL+path, &body)
	if err != nil {
		b.s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Origin", b.s.http.URL)
	return b.do(r)
}

func TestAFamilySeesWhereItsRequestIs(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	b := s.family(ref, "family-1")
	home := "/family/" + string(ref)
	got := b.get(home)
	got.wantText(t, "We are deciding whether to assess Jaspreet", "You will hear from us by <strong>Monday 4 January 2027</strong>",
		"We will ring you first, with an interpreter for Panjabi", "Step by step", "From Millbrook Primary School.", "Tell us what you think", "Amina Khan")
	b.get(home+"/dates").wantText(t, "Monday 23 November 2026", "Monday 4 January 2027", "reg 5(1)")
	s.at(2027, time.January, 12, 10)
	b = s.family(ref, "family-1")
	b.get(home).wantText(t, "We are late", "You should have heard from us by <strong>Monday 4 January 2027</strong>. We are sorry.")
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || !slices.ContainsFunc(reads, func(r records.Read) bool { return r.By == "family-1" && r.What == "family page" }) {
		t.Errorf("the reading is not in the ledger: %v %v", reads, err)
	}
}

func TestARefusalIsToldWithItsRights(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	b := s.family(ref, "family-1")
	home := "/family/" + string(ref)
	b.get(home).wantText(t, "We have decided not to assess Jaspreet", "Contact the mediation adviser by", "There is a letter for you: Our decision: we will not assess")
	list := b.get(home + "/letters")
	list.wantText(t, "Our decision: we will not assess", "We have your request", ">New<")
	_, rest, _ := strings.Cut(list.body, `href="`+home+`/letters/decision-not-to-assess/`)
	path, _, _ := strings.Cut(rest, `"`)
	path = home + "/letters/decision-not-to-assess/" + path
	letter := b.get(path)
	letter.wantText(t, "We have decided not to assess Jaspreet’s education, health and care needs", "the reading ages rise steadily", `<table class="letter-facts">`)
	pdf := b.get(path + "/pdf")
	if pdf.header.Get("Content-Type") != "application/pdf" || !strings.HasPrefix(pdf.body, "%PDF") {
		t.Errorf("the PDF is %d %s", pdf.status, pdf.header)
	}
	s.composed = nil // the settings have changed: what was stored is shown
	b.get(path).wantText(t, "the reading ages rise steadily", "<h1>We have decided not to assess")
	b.get(home+"/rights").wantText(t, "1. Mediation", "2. Appeal", "Northmere SENDIASS", "Ask again at any time", "Ombudsman")
	b.get(home+"/school-note").wantText(t, "What we told the school")
	if got := b.get(home + "/letters/decision-not-to-assess-school/1/1"); got.status != http.StatusNotFound {
		t.Errorf("the school’s letter is shown to the family: %d", got.status)
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || !slices.ContainsFunc(reads, func(r records.Read) bool { return strings.HasPrefix(r.What, "letter decision-not-to-assess/family-1") }) {
		t.Errorf("the letter’s reading is not in the ledger: %v", err)
	}
}

func TestALetterIsNotShownBeforeItHasGone(t *testing.T) {
	s := newSite(t)
	s.at(2026, time.November, 23, 10)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	key := c.Owed()[0].Letters[0]
	s.issue(ref, key)
	b := s.family(ref, "family-1")
	b.get("/family/"+string(ref)+"/letters").wantText(t, "No letter has gone to you yet")
	if got := b.get(letterPath(ref, key)); got.status != http.StatusNotFound {
		t.Errorf("a printed letter is shown before it is posted: %d", got.status)
	}
}

// TestViewsAndPapersReachTheCase: through the forms, with a retried click.
func TestViewsAndPapersReachTheCase(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	b := s.family(ref, "family-1")
	home := "/family/" + string(ref)
	if got := b.post(home+"/views", url.Values{"own": {" "}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("nothing was said, and taken: %d", got.status)
	}
	said := url.Values{"own": {"She is worn out every evening."}, "child": {"I like drawing."}, "helped": {"by drawing"}, "share": {"school"}, "once": {"one-click"}}
	for range 2 {
		if got := b.post(home+"/views", said); got.status != http.StatusSeeOther {
			t.Fatalf("views were not taken: %d %s", got.status, got.body)
		}
	}
	pdf := []byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
	for range 2 {
		if got := b.giveFile(home+"/add", "diary.pdf", pdf, url.Values{"about": {"Diary"}, "once": {"one-upload"}, "share": {"health"}}); got.status != http.StatusSeeOther {
			t.Fatalf("a paper was not taken: %d %s", got.status, got.body)
		}
	}
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	views := 0
	for _, said := range c.Consulted {
		if said.Received && said.How == "portal" {
			views++
		}
	}
	last := c.Evidence[len(c.Evidence)-1]
	if views != 2 || last.Title != "Diary (diary)" || last.From != "family-1" || len(c.Evidence) != 4 {
		t.Errorf("the case has %d views and %d papers, the last %+v", views, len(c.Evidence), last)
	}
	if c.MayKnowAs(casework.School, last) {
		t.Error("the school may know of the family’s paper before an officer releases it")
	}
	b.get(home+"/papers").wantText(t, "Diary (diary)")
	if got := b.get(home + "/papers/" + string(last.ID)); got.status != http.StatusOK || got.body != string(pdf) {
		t.Errorf("the paper came back as %d, %q", got.status, got.body)
	}
	if got := b.get(home + "/papers/E1"); got.status != http.StatusNotFound {
		t.Errorf("a paper of the school is shown unreleased: %d", got.status)
	}
	if got := b.giveFile(home+"/add", "x.exe", []byte("MZ\x00\x01"), nil); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a program was taken: %d", got.status)
	}
}

func TestWhatIsToldBecomesATask(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	b := s.family(ref, "family-1")
	home := "/family/" + string(ref)
	for about, form := range map[string]url.Values{
		"call": {"times": {"after four"}}, "urgent": {"what": {"family-urgent-exclusion"}}, "withdraw": {}, "address": {"words": {"We have moved."}},
		"helper": {"words": {"My sister"}}, "paper": {"words": {"the nurse’s report"}}, "copy": {"words": {"large print"}}, "other": {"words": {"Thank you"}},
	} {
		b.get(home+"/tell/"+about).wantText(t, "<h1>")
		form.Set("once", about)
		if got := b.post(home+"/tell/"+about, form); got.status != http.StatusSeeOther {
			t.Errorf("%s: %d %s", about, got.status, got.body)
		}
	}
	if got := b.post(home+"/tell/other", url.Values{"words": {""}, "times": {"evenings"}}); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.body, "evenings") {
		t.Errorf("nothing was told, and what was typed is lost or taken: %d", got.status)
	}
	if got := b.get(home + "/tell/parents"); got.status != http.StatusNotFound {
		t.Errorf("a parent says what parents may see: %d", got.status)
	}
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	for _, about := range []string{"call", "urgent", "withdrawal", "address", "helper", "paper", "copy", "other"} {
		if !slices.ContainsFunc(c.Tasks, func(task casework.Task) bool { return strings.HasPrefix(string(task.Task), "family-"+about+"/") }) {
			t.Errorf("%s is no officer’s task", about)
		}
	}
	if c.Stage != casework.StageConsidering {
		t.Errorf("the request was withdrawn by a click: %s", c.Stage)
	}
}

func TestHowAFamilyIsReached(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	b := s.family(ref, "family-1")
	home := "/family/" + string(ref)
	b.get(home+"/reach").wantText(t, `value="Panjabi"`, "ਪੰਜਾਬੀ", "f…@example.org")
	form := url.Values{"language": {"Panjabi"}, "interpreter": {"yes"}, "format": {"large_print"}, "call_first": {"no"}, "voicemail": {"no"}, "notices": {"yes"}, "times": {"after four"}}
	if got := b.post(home+"/reach", form); got.status != http.StatusSeeOther {
		t.Fatalf("wishes were not taken: %d %s", got.status, got.body)
	}
	c, _ := s.desk.Case(t.Context(), ref)
	if who, _ := c.Addressee("family-1"); who.Format != "large_print" || who.CallFirst || !who.Notices || who.Voicemail != "no" {
		t.Errorf("the wishes are %+v", who)
	}
}

// TestAContactIsChangedByTheOldRoute: the new one counts only when the codes of both were typed.
func TestAContactIsChangedByTheOldRoute(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	b := s.family(ref, "family-1")
	at := "/family/" + string(ref) + "/reach/contact"
	if got := b.post(at, url.Values{"contact": {"twelve"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("“twelve” is a contact: %d", got.status)
	}
	b.post(at, url.Values{"contact": {"07700 900123"}})
	old, new := s.sent[len(s.sent)-2], s.sent[len(s.sent)-1]
	if old.To != contactOf("family-1") || new.To != "07700900123" {
		t.Fatalf("the codes went to %s and %s", old.To, new.To)
	}
	if got := b.post(at+"/codes", url.Values{"code-old": {"000000"}, "code-new": {codeIn(new.Text)}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("the new code alone changes the contact: %d", got.status)
	}
	if got := b.post(at+"/codes", url.Values{"code-old": {codeIn(old.Text)}, "code-new": {codeIn(new.Text)}}); got.status != http.StatusSeeOther {
		t.Fatalf("two right codes: %d %s", got.status, got.body)
	}
	access, err := s.register.FamilyAccess(t.Context(), ref, "family-1")
	if err != nil || access.Contact != "07700900123" || s.lastNotice().To != contactOf("family-1") {
		t.Errorf("the access is %+v, %v; the last notice went to %s", access, err, s.lastNotice().To)
	}
}

// codeIn finds the six digits of a message.
func codeIn(text string) string {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(word) == 6 {
			return word
		}
	}
	return ""
}

// TestAReplacedLetterNamesTheNewOne: both ways, and a withdrawn one says that it does not count.
func TestAReplacedLetterNamesTheNewOne(t *testing.T) {
	key := func(version int) casework.LetterKey {
		return casework.LetterKey{Kind: casework.NotAssessLetter, To: "family-1", For: 7, Version: version}
	}
	list := []familyLetter{{Letter: casework.Letter{Key: key(3)}}, {Letter: casework.Letter{Key: key(2)}}, {Letter: casework.Letter{Key: key(1)}},
		{Letter: casework.Letter{Key: casework.LetterKey{Kind: casework.DelayLetter, To: "family-1", For: 9, Version: 1}, State: casework.LetterWithdrawn}}}
	link(list)
	if list[0].Replaces == nil || list[0].Replaces.Key.Version != 2 || list[2].ReplacedBy == nil || list[2].ReplacedBy.Key.Version != 2 || list[0].ReplacedBy != nil || list[3].Replaces != nil {
		t.Errorf("the letters are linked as %+v", list)
	}
	if list[3].Gone() != "family-letter-withdrawn" {
		t.Errorf("a withdrawn letter says %q", list[3].Gone())
	}
}

// TestAStoredLetterIsReadBack: what the text broke because a line was full is one line again, and nothing else is joined.
func TestAStoredLetterIsReadBack(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 40))
	text := "Northmere Borough Council\nSEND Service\n\n# Our decision\n\n" + long[:94] + "\n" + long[95:] + "\n\n- one\n- two\n\n  Child          Jaspreet\n  Date of birth  14 March 2018\n"
	got := letterBlocks(text)
	if len(got) != 5 || got[1].Level != 1 || got[1].Lines[0] != "Our decision" || len(got[0].Lines) != 2 || len(got[2].Lines) != 1 || got[2].Lines[0] != long || len(got[3].Items) != 2 || len(got[4].Lines) != 2 {
		t.Errorf("the letter was read back as %+v", got)
	}
}
