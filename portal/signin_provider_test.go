package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"

	"sendpanel/council"
	"sendpanel/portal/identity"
	"sendpanel/portal/providertest"
	"sendpanel/records"
	"sendpanel/statute"
)

// signsElsewhere is a site whose staff and schools sign in at a provider, which runs beside it.
func signsElsewhere(t *testing.T) (*site, *providertest.Provider) {
	t.Helper()
	at := providertest.Start(t)
	s := newSite(t)
	s.provider = identity.NewProvider(identity.ProviderOptions{Issuer: at.URL, Client: providertest.Client, Secret: providertest.Secret,
		Name: "your council account", Back: s.base + "/sign-in/provider/back"})
	s.serve(s.Handler())
	s.provider = identity.NewProvider(identity.ProviderOptions{Issuer: at.URL, Client: providertest.Client, Secret: providertest.Secret,
		Name: "your council account", Back: s.base + "/sign-in/provider/back"})
	return s, at
}

// signsInElsewhere follows the browser to the provider and back to the portal’s last answer.
func (b *browser) signsInElsewhere() page {
	b.s.t.Helper()
	start := b.get("/sign-in/provider")
	if start.status != http.StatusSeeOther {
		return start
	}
	return b.get(b.backFrom(start.goesTo()))
}

// backFrom is the path at the portal to which the provider sends the browser.
func (b *browser) backFrom(provider string) string {
	b.s.t.Helper()
	r, err := http.NewRequestWithContext(b.s.t.Context(), http.MethodGet, provider, nil)
	if err != nil {
		b.s.t.Fatal(err)
	}
	to := b.do(r).goesTo()
	path, mine := strings.CutPrefix(to, b.s.http.URL)
	if !mine {
		b.s.t.Fatalf("the provider sent the browser to %q", to)
	}
	return path
}

func TestStaffSignInElsewhere(t *testing.T) {
	s, at := signsElsewhere(t)
	b := s.browser()
	b.get("/sign-in").wantText(t, "your council account")
	if got := b.get("/account"); got.goesTo() != "/sign-in" {
		t.Fatalf("not signed in, the account page goes to %q", got.goesTo())
	}
	if got := b.signsInElsewhere(); got.goesTo() != "/account" {
		t.Fatalf("after signing in elsewhere comes %d %q: %s", got.status, got.goesTo(), got.body)
	}
	b.get("/account").wantText(t, "Amina Khan")

	t.Run("the way back is good once", func(t *testing.T) {
		b := s.browser()
		back := b.backFrom(b.get("/sign-in/provider").goesTo())
		b.get(back)
		if got := b.get(back); got.status != http.StatusUnprocessableEntity {
			t.Errorf("a second time it gave %d", got.status)
		}
	})
	t.Run("somebody else’s way back", func(t *testing.T) { // a link that signs the one who follows it in as its sender
		sender, victim := s.browser(), s.browser()
		back := sender.backFrom(sender.get("/sign-in/provider").goesTo())
		victim.get("/sign-in/provider")
		if got := victim.get(back); got.status != http.StatusUnprocessableEntity {
			t.Errorf("it gave %d %q", got.status, got.goesTo())
		}
		if got := victim.get("/account"); got.goesTo() != "/sign-in" {
			t.Error("it signed the victim in")
		}
	})
	t.Run("the provider is away", func(t *testing.T) {
		at.Away(true)
		defer at.Away(false)
		b := s.browser()
		back := b.get("/sign-in/provider") // its description is known: the browser finds out
		if back.status != http.StatusSeeOther {
			t.Errorf("it gave %d", back.status)
		}
		other, gone := signsElsewhere(t)
		gone.Away(true)
		got := other.browser().get("/sign-in/provider")
		if got.status != http.StatusUnprocessableEntity {
			t.Errorf("one that was never there gave %d", got.status)
		}
		got.wantText(t, "does not answer at the moment", "Password")
	})
	for line := range strings.Lines(s.log.String()) {
		if strings.Contains(line, "amina.khan@") || strings.Contains(line, "code=") {
			t.Errorf("the log holds %s", line)
		}
	}
}

// TestWhoIsKnownFromElsewhere: a verified address of one person of the settings today, and nobody else.
func TestWhoIsKnownFromElsewhere(t *testing.T) {
	s, at := signsElsewhere(t)
	addPeople(t, s)
	in, err := s.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	today := statute.DayOf(s.now)
	for i := range in.People {
		switch in.People[i].ID {
		case "gone.soon":
			in.People[i].Email, in.People[i].Until = "iris@northmere.example", today.AddDays(-1)
		case "shut.out":
			in.People[i].Email = "noel@northmere.example"
		}
	}
	// Somebody who had the school’s shared address in an earlier post: it is its next holder’s now.
	before, now := in.People[0], in.People[0]
	before.ID, now.ID = "moved.on", "moved.on"
	before.Email, before.From, before.Until, before.Delegation = "post@canalstreet.example", today.AddDays(-100), today.AddDays(-50), nil
	now.Email, now.From, now.Until, now.Delegation = "moved.on@northmere.example", today.AddDays(-49), statute.Day{}, nil
	in.People = append(in.People, before, now)
	putSettings(t, s, in)
	if err := s.register.SaveAccount(t.Context(), records.Account{Person: "shut.out", Email: "noel@northmere.example", Closed: true}); err != nil {
		t.Fatal(err)
	}
	for name, says := range map[string]jwt.MapClaims{
		"nobody’s address":              {"email": "somebody@elsewhere.example", "email_verified": true},
		"somebody who has left":         {"email": "iris@northmere.example", "email_verified": true},
		"an account that is closed":     {"email": "noel@northmere.example", "email_verified": true},
		"an address of an earlier post": {"email": "post@canalstreet.example", "email_verified": true},
		"an unverified address":         {"email": "amina.khan@northmere.example", "email_verified": false},
	} {
		t.Run(name, func(t *testing.T) {
			at.Says(says)
			b := s.browser()
			if got := b.signsInElsewhere(); got.status != http.StatusUnprocessableEntity {
				t.Errorf("it gave %d %q", got.status, got.goesTo())
			}
			if got := b.get("/account"); got.goesTo() != "/sign-in" {
				t.Error("they are signed in")
			}
		})
	}
	at.Says(jwt.MapClaims{"email": "moved.on@northmere.example", "email_verified": true})
	b := s.browser()
	b.signsInElsewhere()
	if got := b.get("/account"); got.status != http.StatusOK {
		t.Errorf("the address of today gave %d", got.status)
	}
	t.Run("leaving ends it", func(t *testing.T) {
		putSettings(t, s, without(in, "moved.on", today))
		if got := b.get("/account"); got.goesTo() != "/sign-in" {
			t.Errorf("somebody who has left is still signed in: %d", got.status)
		}
	})
}

// without is the settings with the person gone since yesterday.
func without(in council.Council, id string, today statute.Day) council.Council {
	for i := range in.People {
		if string(in.People[i].ID) == id && in.People[i].Until.IsZero() {
			in.People[i].Until = today.AddDays(-1)
		}
	}
	return in
}

// TestSharedAddress: nobody is guessed where two people of the settings have one address.
func TestSharedAddress(t *testing.T) {
	s, at := signsElsewhere(t)
	in, err := s.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range in.People {
		if in.People[i].ID == "amina.khan" || in.People[i].ID == "daniel.osei" {
			in.People[i].Email = "team@northmere.example"
		}
	}
	putSettings(t, s, in)
	at.Says(jwt.MapClaims{"email": "team@northmere.example", "email_verified": true})
	if got := s.browser().signsInElsewhere(); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a shared address gave %d %q", got.status, url.PathEscape(got.goesTo()))
	}
}
