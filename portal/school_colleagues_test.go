package portal

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestWhoWasRemovedIsInvitedAgain: on the same day and later, as the same person; what they had before opens nothing until
// they have chosen a new password, and an address that was handed on is not another person's account.
func TestWhoWasRemovedIsInvitedAgain(t *testing.T) {
	for name, later := range map[string]time.Duration{"the same day": time.Hour, "a week later": 7 * 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			invitation := url.Values{"name": {"Sam Webb"}, "post": {"Deputy SENCO"}, "email": {"sam.webb@canalstreet.northmere.example"}}
			lead := s.as("nicola.brandt")
			lead.post("/school/colleagues", invitation)
			first := linkIn(t, s.lastNotice().Text)
			lead.post("/school/colleagues/sam.webb/remove", nil)
			s.now = s.now.Add(later)
			lead = s.as("nicola.brandt")
			if got := lead.post("/school/colleagues", url.Values{"name": {"Una Price"}, "post": {"SENCO"}, "email": invitation["email"]}); got.status != 422 || !strings.Contains(got.body, "This was the address of Sam Webb") {
				t.Errorf("an address that was handed on was answered with %d", got.status)
			}
			invitation.Set("post", "SENCO")
			if got := lead.post("/school/colleagues", invitation); got.goesTo() != "/school/colleagues" {
				t.Fatalf("he is not invited again: %d %s", got.status, got.body)
			}
			lead.get("/school/colleagues").wantText(t, "Sam Webb", "SENCO, Canal Street Primary School · Invited")
			if got := lead.post("/school/colleagues", invitation); got.goesTo() != "/school/colleagues" {
				t.Errorf("a link that was lost is not sent again: %d", got.status)
			}
			if got := s.browser().get(first); got.status == 200 {
				t.Error("the link of the first invitation opens a page")
			}
			link := linkIn(t, s.lastNotice().Text)
			token := strings.TrimPrefix(link, "/invitation?token=")
			fresh := "walrus gravel violin nine"
			if got := s.browser().post("/invitation", url.Values{"token": {token}, "password": {fresh}, "password-again": {fresh}}); got.goesTo() != "/sign-in" {
				t.Fatalf("he cannot choose a password: %d %s", got.status, got.body)
			}
			if got := s.as("sam.webb").get("/school"); got.status != 200 {
				t.Errorf("he does not get in: %d", got.status)
			}
			if in, _, err := s.register.Settings(t.Context()); err != nil || freshID(in, "Sam Webb") != "sam.webb.2" {
				t.Errorf("he is another person now (%v)", err)
			}
			lead.post("/school/colleagues/sam.webb/remove", nil)
			if got := s.as("sam.webb").get("/school"); got.status == 200 && later > 24*time.Hour {
				t.Error("who was removed again gets in")
			}
		})
	}
}

// TestWhatTheCouncilClosedALeadDoesNotOpen.
func TestWhatTheCouncilClosedALeadDoesNotOpen(t *testing.T) {
	s := newSite(t)
	lead := s.as("nicola.brandt")
	invitation := url.Values{"name": {"Sam Webb"}, "post": {"Deputy SENCO"}, "email": {"sam.webb@canalstreet.northmere.example"}}
	lead.post("/school/colleagues", invitation)
	token := strings.TrimPrefix(linkIn(t, s.lastNotice().Text), "/invitation?token=")
	fresh := "walrus gravel violin nine"
	s.browser().post("/invitation", url.Values{"token": {token}, "password": {fresh}, "password-again": {fresh}})
	if got := s.as("margaret.ellis").post("/people/sam.webb/close", nil); got.status != 303 {
		t.Fatalf("the manager closed nothing: %d", got.status)
	}
	for _, path := range []string{"/school/colleagues", "/school/colleagues/sam.webb/remove"} {
		if got := lead.post(path, invitation); got.status != 422 || !strings.Contains(got.body, "The council closed this account") {
			t.Errorf("%s was answered with %d", path, got.status)
		}
	}
}
