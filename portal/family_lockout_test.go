package portal

import (
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"testing"
	"time"

	"sendpanel/portal/identity"
	"sendpanel/records"
)

// through sends everything that a browser asks from an address of its own, as a proxy before the portal says it.
type through struct{ address string }

func (t through) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("X-Forwarded-For", t.address)
	return http.DefaultTransport.RoundTrip(r)
}

func (s *site) browserAt(address string) *browser {
	b := s.browser()
	b.http.Transport = through{address}
	return b
}

// TestNobodyKeepsAParentOut: somebody who knows the reference and the number, as a former partner does, asks for code after
// code and spoils them. The parent gets in with the last code on their telephone, though no new one goes to it.
func TestNobodyKeepsAParentOut(t *testing.T) {
	s := newSite(t, func(o *Options) {
		o.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	})
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.openAs(ref, "family-1", "home@example.org", false)
	ask := url.Values{"ref": {string(ref)}, "contact": {"home@example.org"}}
	for _, address := range []string{"203.0.113.9", "203.0.113.10", "203.0.113.11", "203.0.113.12"} {
		other := s.browserAt(address)
		for range 3 {
			s.now = s.now.Add(time.Second)
			other.post("/sign-in/family", ask)
		}
		for range 12 {
			other.post("/sign-in/family/code", url.Values{"code": {"000000"}})
		}
	}
	if len(s.sent) != firstTexts {
		t.Fatalf("%d codes were sent, want %d", len(s.sent), firstTexts)
	}
	parent := s.browserAt("198.51.100.1")
	parent.post("/sign-in/family", ask)
	if len(s.sent) != firstTexts {
		t.Fatal("one more code was sent than may be")
	}
	got := parent.post("/sign-in/family/code", url.Values{"code": {codeIn(s.lastNotice().Text)}})
	if got.goesTo() != "/" {
		t.Errorf("the last code does not let the parent in: %d %s", got.status, got.goesTo())
	}
	if got := parent.get(familyPath(ref)); got.status != http.StatusOK {
		t.Errorf("their page: %d", got.status)
	}
}

// TestACodeIsSpoiltInTheEnd: however many addresses and browsers try, a code is good for so many wrong ones and no more.
func TestACodeIsSpoiltInTheEnd(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.openAs(ref, "family-1", "home@example.org", false)
	looked := 0
	for i := range firstTexts + mostShares + 20 {
		asked := identity.Hash(strconv.Itoa(i))
		if err := s.sendFamilyCode(t.Context(), asked, "203.0.113."+strconv.Itoa(i), ref, "home@example.org"); err != nil {
			t.Fatal(err)
		}
		for range familyCodeTries + 1 {
			if _, err := s.register.UseCode(t.Context(), asked, "wrong", familyCodeTries); err == nil {
				t.Fatal("a wrong code let somebody in")
			}
		}
		good := identity.Hash(codeIn(s.lastNotice().Text))
		if _, err := s.register.UseCode(t.Context(), asked, good, familyCodeTries); !errors.Is(err, records.ErrNoCode) {
			t.Errorf("a spoilt code: %v", err)
		}
		if i >= firstTexts+mostShares {
			late := identity.Hash("late" + asked)
			if err := s.sendFamilyCode(t.Context(), late, "198.51.100."+strconv.Itoa(i), ref, "home@example.org"); err != nil {
				t.Fatal(err)
			}
			if _, err := s.register.UseCode(t.Context(), late, good, familyCodeTries); err == nil {
				looked++
			}
		}
	}
	if looked > 0 {
		t.Errorf("the code was still good at %d browsers more than %d", looked, mostShares)
	}
}

// TestWrongTokensSlowNobodysRequest: calls of the programming interface without a good token are counted apart from the
// pages that a parent writes at the same address.
func TestWrongTokensSlowNobodysRequest(t *testing.T) {
	s := newSite(t)
	for s.tries.mayMiss("203.0.113.9") {
	}
	if !s.tries.mayWrite("203.0.113.9") {
		t.Error("a page of a request is refused after wrong tokens from the same address")
	}
}
