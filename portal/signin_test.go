package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"sendpanel/casework"
)

// TestAnInvitedPersonSignsIn goes the whole way: link, password, second factor, sign out, sign in again.
func TestAnInvitedPersonSignsIn(t *testing.T) {
	s := newSite(t, func(o *Options) { o.Demo = true })
	s.as("margaret.ellis").post("/people/nicola.brandt/invite", nil)
	link := linkIn(t, s.lastNotice().Text)
	b := s.browser()
	b.get(link).wantText(t, "Choose a password")
	token := strings.TrimPrefix(link, "/invitation?token=")
	weak := b.post("/invitation", url.Values{"token": {token}, "password": {"short"}, "password-again": {"short"}})
	if weak.status != http.StatusUnprocessableEntity {
		t.Errorf("a short password was taken: %d", weak.status)
	}
	weak.wantText(t, "at least 12 characters")
	password := "otter lamp quarry seven"
	if got := b.post("/invitation", url.Values{"token": {token}, "password": {password}, "password-again": {password}}); got.goesTo() != "/sign-in" {
		t.Fatalf("the password was not taken: %d %s", got.status, got.body)
	}
	if got := b.get(link); got.status != http.StatusGone {
		t.Errorf("the link was good twice: %d", got.status)
	}
	credentials := url.Values{"email": {"SENCO@canalstreet.northmere.example"}, "password": {password}}
	if got := b.post("/sign-in", url.Values{"email": credentials["email"], "password": {"otter lamp quarry eight"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a wrong password gave %d", got.status)
	}
	if got := b.post("/sign-in", credentials); got.goesTo() != "/sign-in/code" {
		t.Fatalf("the password did not lead on: %d %s", got.status, got.body)
	}
	if got := b.get("/account"); got.goesTo() != "/sign-in" {
		t.Errorf("the password alone let the person in: %d", got.status)
	}
	_, rest, _ := strings.Cut(b.get("/sign-in/code").body, "<code>")
	shownKey, _, _ := strings.Cut(rest, "</code>")
	secret := strings.ReplaceAll(shownKey, " ", "")
	code := func() string {
		c, err := totp.GenerateCode(secret, s.now)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	shown := b.post("/sign-in/code", url.Values{"code": {code()}})
	shown.wantText(t, "recovery codes")
	b.get("/account").wantText(t, "Nicola Brandt", "8 recovery codes")

	b.post("/sign-out", nil)
	if got := b.get("/account"); got.goesTo() != "/sign-in" {
		t.Errorf("still signed in after signing out: %d", got.status)
	}
	b.post("/sign-in", credentials)
	if got := b.post("/sign-in/code", url.Values{"code": {code()}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a code was good twice: %d", got.status)
	}
	s.now = s.now.Add(time.Minute)
	if got := b.post("/sign-in/code", url.Values{"code": {code()}}); got.goesTo() != "/account" {
		t.Errorf("a fresh code did not lead to the page asked for: %d to %q", got.status, got.goesTo())
	}
	_, rest, _ = strings.Cut(shown.body, "<li><code>")
	recovery, _, _ := strings.Cut(rest, "</code>")
	b.post("/sign-out", nil)
	b.post("/sign-in", credentials)
	if got := b.post("/sign-in/code", url.Values{"code": {recovery}}); got.goesTo() == "" {
		t.Errorf("a recovery code did not let the person in: %d", got.status)
	}
	for _, secret := range []string{token, password, "canalstreet", "Brandt"} {
		if strings.Contains(s.log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

func linkIn(t *testing.T, text string) string {
	t.Helper()
	at := strings.Index(text, "/invitation?token=")
	if at < 0 {
		t.Fatalf("no link in %q", text)
	}
	return strings.Fields(text[at:])[0]
}

func TestASessionEndsByItself(t *testing.T) {
	s := newSite(t)
	b := s.as("amina.khan")
	s.now = s.now.Add(29 * time.Minute)
	if got := b.get("/account"); got.status != http.StatusOK {
		t.Errorf("signed out before the idle limit: %d", got.status)
	}
	s.now = s.now.Add(31 * time.Minute)
	kept := b.post("/people/joe.marsh/invite", url.Values{"note": {"typed at length"}})
	if kept.status != http.StatusUnauthorized {
		t.Errorf("a form after the idle limit gave %d", kept.status)
	}
	kept.wantText(t, "typed at length", "You are signed out")
}

func TestAFamilysCodeIsForOneCase(t *testing.T) {
	s := newSite(t)
	c := s.receive(nil)
	b := s.browser()
	ask := url.Values{"ref": {string(c.Ref)}, "contact": {contactOf("family-1")}}
	if got := b.post("/sign-in/family", ask); got.goesTo() != "/sign-in/family/code" || len(s.sent) != 0 {
		t.Errorf("an unconfirmed contact: %d, %d messages; want the same page and no message", got.status, len(s.sent))
	}
	parent := s.family(c.Ref, "family-1")
	if got := parent.get("/family/" + string(c.Ref)); got.status != http.StatusOK {
		t.Errorf("the parent cannot read the page: %d", got.status)
	}
	if got := parent.get("/cases/" + string(c.Ref)); got.status != http.StatusNotFound {
		t.Errorf("the parent reads the officers' page: %d", got.status)
	}
	reads, err := s.register.Reads(t.Context(), c.Ref)
	if err != nil || len(reads) != 1 || reads[0].By != "family-1" {
		t.Errorf("the reads are %+v, %v; want the parent's one", reads, err)
	}
}

// TestAProtectedCaseStartsClosed: an officer's confirmation of the contact alone opens nothing.
func TestAProtectedCaseStartsClosed(t *testing.T) {
	for name, change := range map[string]func(map[string]any){
		"safe contact": func(r map[string]any) { r["family"].([]any)[0].(map[string]any)["safe_contact"] = "ring before six" },
		"sixteen":      func(r map[string]any) { r["child"].(map[string]any)["date_of_birth"] = "2010-03-14" },
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			c := s.receive(change)
			if why, closed := c.StartsClosed(s.today()); !closed {
				t.Fatalf("the case does not start closed (%s): %+v", why, c.Family)
			}
			for _, a := range c.Family {
				s.openTo(c.Ref, a.ID)
				s.browser().post("/sign-in/family", url.Values{"ref": {string(c.Ref)}, "contact": {contactOf(a.ID)}})
			}
			if len(s.sent) != 0 {
				t.Errorf("a code was sent for a case that an officer has not opened: %+v", s.sent)
			}
		})
	}
}

func TestSignInIsTriedAFewTimes(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	last := 0
	for range firstTries + 1 {
		last = b.post("/sign-in", url.Values{"email": {"amina.khan@northmere.example"}, "password": {"wrong"}}).status
	}
	if last != http.StatusTooManyRequests {
		t.Errorf("after %d tries the answer is %d", firstTries+1, last)
	}
	if err := s.tries.allow("another address", "amina.khan@northmere.example"); err != nil {
		t.Errorf("somebody else's tries shut the owner out: %v", err)
	}
}

func TestHeadersAndOtherSites(t *testing.T) {
	s := newSite(t)
	got := s.browser().get("/sign-in")
	for name, want := range map[string]string{"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"} {
		if have := got.header.Get(name); !strings.HasPrefix(have, want) {
			t.Errorf("%s is %q, want %q", name, have, want)
		}
	}
	if csp := got.header.Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || !strings.Contains(csp, "frame-ancestors 'none'") {
		t.Errorf("the policy is %q", csp)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.http.URL+"/sign-in", strings.NewReader("email=a"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Origin", "https://elsewhere.example")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusForbidden {
		t.Errorf("a form of another site was taken: %d", answer.StatusCode)
	}
}

func TestDemoSignInIsNotThereOtherwise(t *testing.T) {
	s := newSite(t, func(o *Options) { o.Demo = false })
	b := s.browser()
	if got := b.post("/sign-in/demo", url.Values{"person": {"amina.khan"}}); got.status != http.StatusNotFound {
		t.Errorf("without the demonstration, one click gave %d", got.status)
	}
	if got := b.get("/sign-in"); strings.Contains(got.body, "Amina Khan") {
		t.Error("the sign-in page lists invented people")
	}
}

func TestHomes(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	s.receive(millbrook("U871200025001", "Jaspreet"))
	for person, text := range map[casework.PersonID]string{
		"amina.khan": "You carry 1 request whose family still waits", "millbrook.senco": "1 request with the council", "nicola.brandt": "no requests with the council",
		"esther.boateng": "No meeting is planned for you", "margaret.ellis": "The council owes 1 decision", "priya.raman": "The service has 1 request whose family still waits", "joe.marsh": "1 request, by what falls due",
	} {
		s.as(person).get("/").wantText(t, text)
	}
}
