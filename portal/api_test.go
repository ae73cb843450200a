package portal

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/portal/identity"
	"sendpanel/records"
	"sendpanel/statute"
)

var updateAPI = flag.Bool("update-api", false, "write docs/openapi.json")

// withToken puts a token on every call.
type withToken struct{ token string }

func (w withToken) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+w.token)
	return http.DefaultTransport.RoundTrip(r)
}

func tokenOf(seed casework.SettingID) string {
	return tokenBegins + base64.RawURLEncoding.EncodeToString([]byte((string(seed) + strings.Repeat("-", tokenBytes))[:tokenBytes]))
}

// system is the information system of a setting, with a token good for thirty days.
func (s *site) system(of casework.SettingID, actsFor casework.PersonID) *browser {
	s.t.Helper()
	token := tokenOf(of)
	err := s.register.KeepToken(s.t.Context(), records.ServiceToken{Hash: identity.Hash(token), ID: string(of), Setting: of, Name: "MIS", For: actsFor,
		By: actsFor, Expires: s.now.Add(30 * 24 * time.Hour)})
	if err != nil {
		s.t.Fatal(err)
	}
	b := s.browser()
	b.http.Transport = withToken{token}
	return b
}

// call sends bytes with headers in pairs.
func (b *browser) call(method, path string, body []byte, headers ...string) page {
	b.s.t.Helper()
	r, err := http.NewRequestWithContext(b.s.t.Context(), method, b.s.http.URL+path, bytes.NewReader(body))
	if err != nil {
		b.s.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return b.do(r)
}

func (b *browser) sends(data []byte, headers ...string) page {
	return b.call(http.MethodPost, "/api/requests", data, append([]string{"Content-Type", "application/json"}, headers...)...)
}

func canalStreet(r map[string]any) {
	r["child"].(map[string]any)["setting"] = "canal-street-primary"
	delete(r["requester"].(map[string]any), "setting")
}

// TestASystemSendsAndFollows sends a request and a document and reads where it is.
func TestASystemSendsAndFollows(t *testing.T) {
	s := newSite(t, func(o *Options) { o.Scanner = fakeScanner{} })
	b := s.system("canal-street-primary", "nicola.brandt")
	data := casetest.RequestJSON(t, canalStreet)
	got := b.sends(data, "Idempotency-Key", "one")
	if got.status != http.StatusCreated {
		t.Fatalf("the request was answered with %d: %s", got.status, got.body)
	}
	var said apiReceived
	if err := json.Unmarshal([]byte(got.body), &said); err != nil || said.Request == nil {
		t.Fatalf("%v: %s", err, got.body)
	}
	if want := statute.DayOf(s.now); said.Request.Received != want {
		t.Errorf("it arrived on %s, want %s: the six weeks begin when it comes, whatever it says", said.Request.Received, want)
	}
	s.now = s.now.Add(time.Hour)
	if again := b.sends(data, "Idempotency-Key", "one"); again.status != http.StatusOK || !strings.Contains(again.body, string(said.Request.Ref)) {
		t.Errorf("sent again it was answered with %d: %s", again.status, again.body)
	}
	if other := b.sends(casetest.RequestJSON(t, func(r map[string]any) { canalStreet(r); r["reason"] = "Another." }), "Idempotency-Key", "one"); other.status != http.StatusConflict {
		t.Errorf("another request under the key was answered with %d", other.status)
	}
	at := "/api/requests/" + string(said.Request.Ref)
	b.get(at).wantText(t, `"next":"`, `"decide_by":"`)
	b.get("/api/requests").wantText(t, string(said.Request.Ref))
	b.get(at+"/letters").wantText(t, `{"letters":[]}`)
	pdf := []byte("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
	for range 2 { // tried again, it is one document
		file := b.call(http.MethodPut, at+"/documents", pdf, "Content-Disposition", `attachment; filename="Reading_log.pdf"`, "Document-Class", "action_taken")
		if file.status != http.StatusCreated {
			t.Fatalf("the document was answered with %d: %s", file.status, file.body)
		}
	}
	c, err := s.desk.Case(t.Context(), said.Request.Ref)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range c.Evidence {
		if e.Title == "Reading log" && e.Class == "action_taken" && e.From == string(casework.TheSchool) {
			found++
			if back := s.as("nicola.brandt").get("/school/requests/" + string(c.Ref) + "/documents/" + string(e.ID)); back.body != string(pdf) {
				t.Errorf("the document came back as %q", back.body)
			}
		}
	}
	if found != 1 {
		t.Errorf("the case has the document %d times: %+v", found, c.Evidence)
	}
	harm := b.call(http.MethodPost, at+"/documents", []byte("harmful"), "Content-Disposition", "attachment; filename=a.txt", "Document-Class", "action_taken")
	if harm.status != http.StatusUnprocessableEntity {
		t.Errorf("a harmful file was answered with %d", harm.status)
	}
	bare := b.call(http.MethodPost, at+"/documents", nil)
	bare.wantText(t, `"path":"Document-Class"`, `"path":"Content-Disposition"`, `"path":"body"`)
	other := s.system("millbrook-primary", "lucy.hartley")
	for _, path := range []string{at, at + "/letters", "/api/nothing"} {
		if got := other.get(path); got.status != http.StatusNotFound || got.header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("another school’s token was answered with %d %s at %s", got.status, got.body, path)
		}
	}
}

// TestASystemIsToldAfterTheFamily holds the rule of the pages: nothing of a decision before the family has it.
func TestASystemIsToldAfterTheFamily(t *testing.T) {
	for day, told := range map[int]bool{10: false, 11: true} {
		s := newSite(t)
		ref := s.refusedAt(statute.Date(2026, time.December, day).At(18, 0))
		b := s.system("canal-street-primary", "nicola.brandt")
		at := "/api/requests/" + string(ref)
		letter := at + "/letters/decision-not-to-assess-school.school." + decisionSeq(t, s, ref) + ".1"
		if got := b.get(letter); (got.status == http.StatusOK && strings.HasPrefix(got.body, "%PDF")) != told {
			t.Errorf("on %d December the letter was answered with %d", day, got.status)
		}
		if got := b.get(at + "/letters"); strings.Contains(got.body, "decision-not-to-assess-school") != told {
			t.Errorf("on %d December the letters are %s", day, got.body)
		}
		if got := b.get(at); strings.Contains(got.body, "not_assess") != told || strings.Contains(got.body, `"told"`) != told {
			t.Errorf("on %d December the request is %s", day, got.body)
		}
	}
}

// TestHostileCalls send what no school’s system should.
func TestHostileCalls(t *testing.T) {
	s := newSite(t)
	b := s.system("canal-street-primary", "nicola.brandt")
	with := func(change func(map[string]any)) []byte {
		return casetest.RequestJSON(t, func(r map[string]any) { canalStreet(r); change(r) })
	}
	for name, c := range map[string]struct {
		data   []byte
		status int
		has    string
	}{
		"not JSON":      {[]byte("\x00{"), 422, "kept with the time it came"},
		"very deep":     {bytes.Repeat([]byte("["), 100_000), 422, "kept with the time it came"},
		"nobody":        {[]byte(`{"requester":{"name":"A"}}`), 422, "child has no name"},
		"too large":     {bytes.Repeat([]byte(" "), casework.MaxRequest+1), 413, "smaller"},
		"another child": {with(func(r map[string]any) { r["child"].(map[string]any)["setting"] = "harland-academy" }), 422, `"path":"child.setting"`},
		"as a parent":   {with(func(r map[string]any) { r["requester"].(map[string]any)["type"] = "parent" }), 422, `"path":"requester.type"`},
	} {
		t.Run(name, func(t *testing.T) {
			got := b.sends(c.data)
			if got.status != c.status || got.header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("answered with %d, want %d", got.status, c.status)
			}
			got.wantText(t, c.has, `"reference":"`)
		})
	}
	if got := b.call(http.MethodPost, "/api/requests", []byte("{}"), "Content-Type", "text/plain"); got.status != http.StatusUnsupportedMediaType {
		t.Errorf("text was answered with %d", got.status)
	}
	if got := b.get("/school"); got.goesTo() != "/sign-in" {
		t.Errorf("a token opened a page: %d", got.status)
	}
}

// TestTheDescriptionOfTheAPI compares it with docs/openapi.json and with the table of routes.
func TestTheDescriptionOfTheAPI(t *testing.T) {
	s := newSite(t)
	got := s.browser().get("/api/openapi.json")
	path := filepath.Join("..", "docs", "openapi.json")
	data, err := openAPI()
	if err != nil {
		t.Fatal(err)
	}
	if *updateAPI {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(want, data) {
		t.Errorf("docs/openapi.json is not what is served (%v): go test ./portal -run TheDescription -update-api", err)
	}
	var served struct {
		OpenAPI string
		Paths   map[string]map[string]any
	}
	if err := json.Unmarshal([]byte(got.body), &served); err != nil || served.OpenAPI != "3.1.0" {
		t.Fatalf("%v: %s", err, got.body)
	}
	described := 0
	for _, of := range served.Paths {
		described += len(of)
	}
	routes := 0
	for _, route := range s.routes() {
		if !route.api() {
			continue
		}
		routes++
		method, path, _ := strings.Cut(route.Pattern, " ")
		if served.Paths[path][strings.ToLower(method)] == nil {
			t.Errorf("%s is not described", route.Pattern)
		}
	}
	if described != routes {
		t.Errorf("%d operations are described and there are %d routes", described, routes)
	}
}
