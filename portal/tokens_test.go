package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"sendpanel/records"
)

// TestWhatATokenDoesNotOpen has tokens that are over, ended, none, and whose person has no account any more.
func TestWhatATokenDoesNotOpen(t *testing.T) {
	for name, spoil := range map[string]func(*site, *browser) error{
		"over": func(s *site, _ *browser) error { s.now = s.now.AddDate(0, 0, 31); return nil },
		"ended": func(s *site, _ *browser) error {
			return s.register.EndToken(t.Context(), "canal-street-primary", "canal-street-primary", "nicola.brandt")
		},
		"none": func(_ *site, b *browser) error { b.http.Transport = withToken{"sendpanel_x"}; return nil },
		"closed": func(s *site, _ *browser) error {
			return s.register.SaveAccount(t.Context(), records.Account{Person: "nicola.brandt", Email: "n@example.org", Closed: true})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			b := s.system("canal-street-primary", "nicola.brandt")
			if got := b.get("/api/requests"); got.status != http.StatusOK {
				t.Fatalf("the good token was answered with %d: %s", got.status, got.body)
			}
			if err := spoil(s, b); err != nil {
				t.Fatal(err)
			}
			got := b.get("/api/requests")
			if got.status != http.StatusUnauthorized || got.header.Get("WWW-Authenticate") == "" {
				t.Errorf("it was answered with %d: %s", got.status, got.body)
			}
		})
	}
}

func TestATokenHasALimit(t *testing.T) {
	s := newSite(t)
	b := s.system("canal-street-primary", "nicola.brandt")
	for range firstCalls {
		b.get("/api/requests")
	}
	if got := b.get("/api/requests"); got.status != http.StatusTooManyRequests || got.header.Get("Retry-After") == "" {
		t.Errorf("call %d was answered with %d", firstCalls+1, got.status)
	}
	s.now = s.now.Add(time.Minute)
	if got := b.get("/api/requests"); got.status != http.StatusOK {
		t.Errorf("a minute later it was answered with %d", got.status)
	}
}

// TestALeadMakesAndEndsATokenOnThePage walks the page and uses what it shows.
func TestALeadMakesAndEndsATokenOnThePage(t *testing.T) {
	s := newSite(t)
	lead := s.as("nicola.brandt")
	lead.post("/school/tokens", url.Values{"name": {""}}).wantText(t, "Give the token a name", "Choose the person", "Choose how long")
	form := url.Values{"name": {"Our system"}, "for": {"nicola.brandt"}, "lasts": {"365"}, "once": {"k1"}}
	token := regexp.MustCompile(tokenBegins + `[\w-]{43}`).FindString(lead.post("/school/tokens", form).body)
	if token == "" {
		t.Fatal("no token was shown")
	}
	if got := lead.post("/school/tokens", form); got.goesTo() != "/school/tokens" {
		t.Errorf("a click tried again made another: %d", got.status)
	}
	page := lead.get("/school/tokens")
	page.wantText(t, "Our system", "Not used yet")
	if strings.Contains(page.body, token) {
		t.Error("the token is shown twice")
	}
	b := s.browser()
	b.http.Transport = withToken{token}
	if got := b.get("/api/requests"); got.status != http.StatusOK {
		t.Fatalf("the token was answered with %d: %s", got.status, got.body)
	}
	lead.get("/school/tokens").wantText(t, "Used once, last on")
	list, err := s.register.Tokens(t.Context(), "canal-street-primary")
	if err != nil || len(list) != 1 {
		t.Fatalf("%v: %+v", err, list)
	}
	foreign := url.Values{"name": {"X"}, "for": {"owen.price"}, "lasts": {"90"}}
	if got := lead.post("/school/tokens", foreign); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a lead made a token for another school: %d", got.status)
	}
	manager := s.as("margaret.ellis")
	manager.get("/school/tokens").wantText(t, "Our system")
	if got := manager.post("/school/tokens/"+list[0].ID+"/end", nil); got.status != http.StatusSeeOther {
		t.Errorf("the manager did not end it: %d", got.status)
	}
	if got := b.get("/api/requests"); got.status != http.StatusUnauthorized {
		t.Errorf("the ended token was answered with %d", got.status)
	}
}

func FuzzTokenHeader(f *testing.F) {
	for _, seed := range []string{"Bearer " + tokenOf("a"), "bearer " + tokenOf("b"), "Basic x", "", "Bearer  ", "Bearer " + tokenOf("a") + "\n", "Bearer sendpanel_=="} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		hash, ok := bearer(header)
		if ok != (hash != "") {
			t.Fatalf("%q gives %q, %v", header, hash, ok)
		}
		if ok && (len(hash) != 64 || len(header) != len("Bearer "+tokenBegins)+43) {
			t.Errorf("%q was taken as a token", header)
		}
	})
}
