package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"time"

	"sendpanel/records"
)

// eyeOnPublicPages looks at what everybody may open, signed in or not, and at pages that are not there.
func eyeOnPublicPages(e eye) {
	b := e.s.browser()
	e.look(b, "/", "/?size=large", "/how-requests-work", "/what-schools-do", "/dates-and-rights", "/rules", "/accessibility", "/privacy", "/cookies")
	e.lookAt(b, "/nowhere", http.StatusNotFound)
	e.lookAt(e.s.as("amina.khan"), "/nowhere", http.StatusNotFound)
}

// eyeOnSignIn looks at every way in, up to the recovery codes, at forms that were filled in wrongly, and at the end of a session.
func eyeOnSignIn(e eye) {
	s := e.s
	b := s.browser()
	e.look(b, "/sign-in", "/sign-in/family", "/forgotten")
	for _, path := range []string{"/sign-in", "/sign-in/family", "/forgotten"} {
		e.wrong(b, path, path)
	}
	e.try(s.invite(e.t.Context(), "nicola.brandt", "nicola@canalstreet.example", "margaret.ellis", time.Hour, "invite"))
	link := linkIn(e.t, s.lastNotice().Text)
	e.look(b, link)
	e.wrong(b, link, "/invitation")
	token := regexp.MustCompile(`token=(.*)`).FindStringSubmatch(link)[1]
	b.post("/invitation", url.Values{"token": {token}, "password": {"otter lantern gravel nine"}, "password-again": {"otter lantern gravel nine"}})
	b.post("/sign-in", url.Values{"email": {"nicola@canalstreet.example"}, "password": {"otter lantern gravel nine"}})
	e.look(b, "/sign-in/code")
	e.wrong(b, "/sign-in/code", "/sign-in/code")
	e.lookAt(b, "/invitation?token=none", http.StatusGone)
	e.s.receiveTwins(e)
}

// receiveTwins looks at the code of a family, and at the choice between two requests.
func (s *site) receiveTwins(e eye) {
	b := s.browser()
	for upn, name := range map[string]string{"U871200025001": "Jaspreet", "U871200025002": "Harjit"} {
		ref := s.receive(millbrook(upn, name)).Ref
		e.try(s.register.SetFamilyAccess(e.t.Context(), records.FamilyAccess{Ref: ref, Addressee: "family-1", Channel: "email", Contact: "home@example.org", By: "amina.khan"}))
		b.post("/sign-in/family", url.Values{"ref": {string(ref)}, "contact": {"home@example.org"}})
	}
	e.look(b, "/sign-in/family/code")
	e.wrong(b, "/sign-in/family/code", "/sign-in/family/code")
	if got := b.post("/sign-in/family/code", url.Values{"code": {codeIn(s.lastNotice().Text)}}); got.goesTo() != "/sign-in/family/which" {
		e.t.Fatalf("the code leads to %d %s", got.status, got.goesTo())
	}
	e.look(b, "/sign-in/family/which")
	e.wrong(b, "/sign-in/family/which", "/sign-in/family/which")
}
