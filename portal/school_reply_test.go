package portal

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
)

// sendFiles posts a form with one file, as a browser does.
func (b *browser) sendFiles(path string, values url.Values, field, name, content string) page {
	b.s.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for key, list := range values {
		for _, value := range list {
			if err := w.WriteField(key, value); err != nil {
				b.s.t.Fatal(err)
			}
		}
	}
	if name != "" {
		part, err := w.CreateFormFile(field, name)
		if err == nil {
			_, err = part.Write([]byte(content))
		}
		if err != nil {
			b.s.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.s.t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(b.s.t.Context(), http.MethodPost, b.s.http.URL+path, &body)
	if err != nil {
		b.s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Origin", b.s.http.URL)
	return b.do(r)
}

// byParent is a request by a parent about a child at Canal Street Primary School.
func byParent(r map[string]any) {
	r["requester"] = map[string]any{"type": "parent", "name": "Harpreet Dhillon"}
	r["child"].(map[string]any)["setting"] = "canal-street-primary"
	r["evidence"] = []any{}
}

const smallPDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"

func TestASchoolAnswersAParentsRequest(t *testing.T) {
	s := newSite(t)
	ref := string(s.receive(byParent).Ref)
	b := s.as("nicola.brandt")
	b.get("/school").wantText(t, "The council asks you", "Answer about "+ref)
	at := "/school/requests/" + ref + "/reply"
	form := b.opened(at)
	if got := b.sendFiles(at, form, "", "", ""); got.status != 422 || !strings.Contains(got.body, "whether you know the child") {
		t.Fatalf("an empty page was answered with %d", got.status)
	}
	form.Set("knows_child", "yes")
	form.Set("support_now", "A teaching assistant, two hours a day.")
	form.Set("attendance.0", "a lot")
	if got := b.sendFiles(at, form, "", "", ""); got.status != 422 || !strings.Contains(got.body, "A teaching assistant, two hours a day.") {
		t.Fatalf("what was typed was lost: %d", got.status)
	}
	form.Set("attendance.0", "91.4")
	for range 2 {
		if got := b.sendFiles(at, form, "files", "Provision map.pdf", smallPDF); got.goesTo() != "/school/requests/"+ref {
			t.Fatalf("the answer was not taken: %d %s", got.status, got.body)
		}
	}
	c, err := s.desk.Case(t.Context(), casework.Ref(ref))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Evidence) != 2 {
		t.Errorf("the case has %+v; want the page and its paper, once", c.Evidence)
	}
	request := b.get("/school/requests/" + ref)
	request.wantText(t, "Provision map", "/documents/E2")
	if strings.Contains(b.get("/school").body, "The council asks you") {
		t.Error("the school is asked still")
	}
}

func TestHealthAnswersByALink(t *testing.T) {
	s := newSite(t)
	ref := string(s.receive(byParent).Ref)
	officer := s.as("amina.khan")
	at := "/cases/" + ref + "/reply-links"
	if got := officer.post(at, url.Values{"whom": {"health"}, "to": {"not an address"}}); got.status != 422 {
		t.Errorf("a link went to no address: %d", got.status)
	}
	if got := officer.post(at, url.Values{"whom": {"health"}, "to": {"therapies@nhs.example"}}); got.status != 303 {
		t.Fatalf("no link was sent: %d %s", got.status, got.body)
	}
	notice := s.lastNotice()
	_, link, _ := strings.Cut(notice.Text, s.http.URL)
	link, _, _ = strings.Cut(link, "\n")
	if strings.Contains(notice.Text+notice.Subject, "Dhillon") || strings.Contains(notice.Text, "Jaspreet") {
		t.Errorf("the message names the child: %s", notice.Text)
	}
	nurse := s.browser()
	got := nurse.get(link)
	if got.goesTo() != "/answer" {
		t.Fatalf("the secret stays in the address: %q %s", got.goesTo(), got.body)
	}
	page := nurse.get("/answer")
	page.wantText(t, "Jaspreet", "What does your service do for the child?")
	form := url.Values{"once": {"k1"}, "knows_child": {"yes"}, "support_now": {"Speech therapy each week."}, "answered_by.name": {"Mia Osei"}, "answered_by.role": {"Therapist"}}
	for range 2 { // a click that is tried again
		if got := nurse.sendFiles("/answer", form, "files", "Report.pdf", smallPDF); got.goesTo() != "/answer" {
			t.Fatalf("the answer was not taken: %d %s", got.status, got.body)
		}
	}
	nurse.get("/answer").wantText(t, "The council has your answer")
	c, err := s.desk.Case(t.Context(), casework.Ref(ref))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Consulted) == 0 || c.Consulted[len(c.Consulted)-1].Whom != "health" || len(c.Evidence) != 1 || c.Evidence[0].From != "health" {
		t.Errorf("the case has %+v and %+v", c.Consulted, c.Evidence)
	}
	if again := nurse.get(link); again.goesTo() == "/answer" {
		if got := nurse.get("/answer"); got.status != http.StatusGone {
			t.Errorf("the link was good twice: %d", got.status)
		}
	}
	if stranger := s.browser().get("/answer"); stranger.status != http.StatusGone {
		t.Errorf("without a link the page answered %d", stranger.status)
	}
	officer.get(at).wantText(t, "Answered", "therapies@nhs.example")
	if file := s.as("nicola.brandt").get("/school/requests/" + ref + "/documents/E1"); file.status != 404 {
		t.Errorf("the school had health’s paper: %d", file.status)
	}
}

func TestDocumentsCanFollow(t *testing.T) {
	s := newSite(t)
	ref := string(s.receive(func(r map[string]any) { r["child"].(map[string]any)["setting"] = "canal-street-primary" }).Ref)
	b := s.as("nicola.brandt")
	at := "/school/requests/" + ref + "/more"
	form := b.opened(at)
	if got := b.sendFiles(at, form, "files", "Reading ages.pdf", smallPDF); got.status != 422 {
		t.Fatalf("nobody asked what it shows: %d", got.status)
	}
	form.Set("class", "attainment")
	for range 2 {
		if got := b.sendFiles(at, form, "", "", ""); got.status != 303 { // the file came with the try before
			t.Fatalf("the document was not taken: %d %s", got.status, got.body)
		}
	}
	b.get("/school/requests/"+ref).wantText(t, "Reading ages.pdf", "/documents/E4")
}

func TestALeadInvitesAndRemovesColleagues(t *testing.T) {
	s := newSite(t)
	lead := s.as("nicola.brandt")
	if got := lead.post("/school/colleagues", url.Values{"name": {"Sam Webb"}, "email": {"sam"}}); got.status != 422 || !strings.Contains(got.body, "Sam Webb") {
		t.Errorf("half an invitation was answered with %d", got.status)
	}
	lead.post("/school/colleagues", url.Values{"name": {"Sam Webb"}, "post": {"Deputy SENCO"}, "email": {"sam.webb@canalstreet.northmere.example"}})
	if notice := s.lastNotice(); notice.To != "sam.webb@canalstreet.northmere.example" {
		t.Fatalf("the link went to %s", notice.To)
	}
	lead.get("/school/colleagues").wantText(t, "Sam Webb", "Deputy SENCO, Canal Street Primary School")
	sam := s.as("sam.webb")
	at := lead.newDraft()
	if got := sam.get(at); got.status != 200 {
		t.Errorf("a colleague cannot open the draft: %d", got.status)
	}
	if got := sam.post("/school/colleagues", url.Values{"name": {"x"}}); got.status != 404 {
		t.Errorf("somebody who leads nothing invited: %d", got.status)
	}
	if got := s.as("owen.price").post("/school/colleagues/sam.webb/remove", nil); got.status != 404 {
		t.Errorf("another school removed him: %d", got.status)
	}
	lead.post("/school/colleagues/sam.webb/remove", nil)
	if got := sam.get(at); got.status == 200 {
		t.Error("who was removed reads on")
	}
	s.now = s.now.Add(48 * time.Hour)
	if strings.Contains(s.as("nicola.brandt").get("/school/colleagues").body, "Sam Webb") {
		t.Error("who was removed is listed still")
	}
}

func TestARequestIsUploaded(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	template := b.get("/school/request.xlsx")
	if !strings.HasPrefix(template.body, "PK") || !strings.Contains(template.header.Get("Content-Disposition"), ".xlsx") {
		t.Fatalf("the spreadsheet is %q", template.header)
	}
	got := b.sendFiles("/school/upload", nil, "request", "filled.xlsx", template.body)
	if !strings.HasPrefix(got.goesTo(), "/school/drafts/") {
		t.Errorf("an empty spreadsheet made no draft: %d %s", got.status, got.body)
	}
	data, err := json.Marshal(map[string]any{"child": map[string]any{"forenames": "Ada", "surname": "Okoro", "date_of_birth": "2018-02-11", "setting": "another-school"},
		"requester": map[string]any{"type": "school", "name": "N Brandt"}, "received_at": "2020-01-01T00:00:00Z", "religion": "none"})
	if err != nil {
		t.Fatal(err)
	}
	got = b.sendFiles("/school/upload", nil, "request", "from-mis.json", string(data))
	at, uploaded := strings.CutSuffix(got.goesTo(), "/uploaded")
	if !uploaded {
		t.Fatalf("what was not taken is not said: %d %q", got.status, got.goesTo())
	}
	b.get(at+"/uploaded").wantText(t, "some of the file needs a look", "religion")
	b.get(at).wantText(t, "Ada Okoro", "was not taken as it stood (1)", at+"/uploaded")
	sent := b.post(at+"/send", b.opened(at+"/check"))
	b.get(sent.goesTo()).wantText(t, "1 December 2026") // what the file said of its receipt does not count
	for name, content := range map[string]string{"broken.json": `{"child":`, "not.xlsx": "hello", "empty.json": ""} {
		if got := b.sendFiles("/school/upload", nil, "request", name, content); got.status != 422 || !strings.Contains(got.body, name) {
			t.Errorf("%s was answered with %d", name, got.status)
		}
	}
}
