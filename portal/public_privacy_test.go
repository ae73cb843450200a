package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"testing"
	"time"

	"sendpanel/council"
)

// keeping notes the name and the time of every cookie that the portal sets.
type keeping struct{ set map[string]*http.Cookie }

func (k keeping) RoundTrip(r *http.Request) (*http.Response, error) {
	got, err := http.DefaultTransport.RoundTrip(r)
	if err == nil {
		for _, c := range got.Cookies() {
			if old := k.set[c.Name]; old == nil || c.MaxAge > old.MaxAge {
				k.set[c.Name] = c
			}
		}
	}
	return got, err
}

// TestTheCookiesPageIsTrue compares the page with the cookies that a family, somebody who asks, and an officer really get.
func TestTheCookiesPageIsTrue(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.openAs(ref, "family-1", "home@example.org", false)
	k := keeping{map[string]*http.Cookie{}}
	visitor := func() *browser {
		b := s.browser()
		b.http.Transport = k
		return b
	}
	family := visitor()
	s.signIn(family, ref, "home@example.org")
	for _, path := range []string{"", "/letters", "/reach?size=large", "/rights?" + languageAsked + "=pl", "/held?" + languageAsked + "=" + englishTag} {
		family.get(familyPath(ref) + path)
	}
	asker := visitor()
	asker.get("/ask?size=usual&" + languageAsked + "=ur")
	asker.asks(t, aParent()...)
	officer := visitor()
	officer.post("/sign-in/demo", url.Values{"person": {"amina.khan"}})
	officer.get("/cases")
	page := s.browser().get("/cookies")
	var said, set []string
	for _, m := range regexp.MustCompile(`<code>([^<]+)</code>`).FindAllStringSubmatch(page.body, -1) {
		said = append(said, m[1])
	}
	for name, c := range k.set {
		set = append(set, name)
		if year := int((365 * 24 * time.Hour).Seconds()); name == sizeCookie && c.MaxAge != year || name != sizeCookie && c.MaxAge > 0 {
			t.Errorf("%s lasts %d seconds, which the page does not say", name, c.MaxAge)
		}
	}
	slices.Sort(said)
	slices.Sort(set)
	if !slices.Equal(said, set) {
		t.Errorf("the page names %v, and the service sets %v", said, set)
	}
	tls := newSite(t, func(o *Options) { o.Base = "https://send.northmere.example" })
	tls.browser().get("/cookies").wantText(t, "<code>__Host-session</code>")
}

// TestThePrivacyPageIsTheCouncils: how long each kind of paper is kept stands there as the settings have it, and whom to
// ask.
func TestThePrivacyPageIsTheCouncils(t *testing.T) {
	s := newSite(t)
	in, err := s.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	page := s.browser().get("/privacy")
	for _, kind := range council.RecordKinds() {
		kept, known := in.Kept(kind)
		if !known || keptKeys()[kind] == "" {
			t.Fatalf("nothing says how long %s is kept", kind)
		}
		page.wantText(t, kept.Basis, s.say(keptKeys()[kind]))
	}
	page.wantText(t, "31 years after the child’s birth", "6 years after the request is closed", "Data Protection Officer", "article 6(1)(c) and (e)", "ico.org.uk", "28 days")
}

// TestTheAccessibilityStatementIsWhole has what the regulations of 2018 and the model statement ask for.
func TestTheAccessibilityStatementIsWhole(t *testing.T) {
	newSite(t).browser().get("/accessibility").wantText(t, "partially conforms", "version 2.2", "What does not work well yet", "If something does not work for you",
		"Equality and Human Rights Commission", "Equality Advisory and Support Service", "equalityadvisoryservice.com", "prepared on 22 November 2026", "How it was tested")
}
