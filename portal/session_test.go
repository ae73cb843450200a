package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
)

const (
	password   = "otter lamp quarry seven"
	someSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
)

// withAccount gives an invented person a password and a second factor of their own.
func (s *site) withAccount(id casework.PersonID, recovery ...string) url.Values {
	s.t.Helper()
	a := records.Account{Person: id, Email: string(id) + "@northmere.example", Password: identity.HashPassword(password), Secret: someSecret}
	for _, code := range recovery {
		a.Recovery = append(a.Recovery, identity.Hash(code))
	}
	if err := s.register.SaveAccount(s.t.Context(), a); err != nil {
		s.t.Fatal(err)
	}
	return url.Values{"email": {a.Email}, "password": {password}}
}

func (s *site) code() url.Values {
	s.t.Helper()
	c, err := totp.GenerateCode(someSecret, s.now)
	if err != nil {
		s.t.Fatal(err)
	}
	return url.Values{"code": {c}}
}

// signsIn goes through both steps, at a moment when no code was used yet.
func (b *browser) signsIn(credentials url.Values) *browser {
	b.s.t.Helper()
	b.s.now = b.s.now.Add(time.Minute)
	b.post("/sign-in", credentials)
	if got := b.post("/sign-in/code", b.s.code()); got.status != http.StatusSeeOther {
		b.s.t.Fatalf("the second step gave %d: %s", got.status, got.body)
	}
	return b
}

// TestASignInEndsAfterTenHours, whatever is done, and every page says so before, without a script.
func TestASignInEndsAfterTenHours(t *testing.T) {
	s := newSite(t)
	b := s.as("amina.khan")
	begun := s.now
	for s.now.Before(begun.Add(absoluteLimit - warnBefore)) {
		if got := b.get("/account"); got.status != http.StatusOK || strings.Contains(got.body, "You will be signed out at") {
			t.Fatalf("after %s: %d, or a warning too early", s.now.Sub(begun), got.status)
		}
		s.now = s.now.Add(20 * time.Minute)
	}
	s.now = begun.Add(absoluteLimit - 10*time.Minute)
	b.get("/account").wantText(t, "You will be signed out at 20:00.")
	s.now = begun.Add(absoluteLimit + time.Second)
	if got := b.get("/account"); got.goesTo() != "/sign-in" {
		t.Fatalf("after ten hours the page is %d", got.status)
	}
	b.get("/sign-in").wantText(t, "a sign-in lasts ten hours at most")
}

// TestWhatWasTypedIsForItsWriterAlone: at a machine that people share, nobody else sees it after signing in.
func TestWhatWasTypedIsForItsWriterAlone(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/record/add_evidence"
	b := s.as("amina.khan")
	s.now = s.now.Add(absoluteLimit + 14*time.Hour) // the next morning
	if got := b.post(at, url.Values{"what": {"Written by Amina"}, "class": {"needs"}}); got.goesTo() != "/sign-in" {
		t.Fatalf("the form was answered with %d %q", got.status, got.goesTo())
	}
	b.post("/sign-in/demo", url.Values{"person": {"daniel.osei"}})
	if got := b.get(at); got.status != http.StatusOK || strings.Contains(got.body, "Written by Amina") {
		t.Errorf("a colleague sees what she typed (%d)", got.status)
	}
	b.post("/sign-in/demo", url.Values{"person": {"amina.khan"}})
	b.get(at).wantText(t, "Written by Amina")
}

// TestAnotherPasswordEndsSessions: whoever is signed in with the old one is so no longer.
func TestAnotherPasswordEndsSessions(t *testing.T) {
	s := newSite(t)
	credentials := s.withAccount("amina.khan")
	here, there := s.browser().signsIn(credentials), s.browser().signsIn(credentials)
	half := s.browser()
	half.post("/sign-in", credentials)
	here.post("/forgotten", url.Values{"email": credentials["email"]})
	token := strings.TrimPrefix(linkIn(t, s.lastNotice().Text), "/invitation?token=")
	fresh := "walrus gravel violin nine"
	if got := here.post("/invitation", url.Values{"token": {token}, "password": {fresh}, "password-again": {fresh}}); got.goesTo() != "/sign-in" {
		t.Fatalf("the password was not taken: %d %s", got.status, got.body)
	}
	s.now = s.now.Add(time.Minute)
	if got := half.post("/sign-in/code", s.code()); got.goesTo() != "/sign-in" {
		t.Errorf("half signed in with the old password leads on: %d %q", got.status, got.goesTo())
	}
	for name, b := range map[string]*browser{"here": here, "there": there} {
		if got := b.get("/account"); got.goesTo() != "/sign-in" {
			t.Errorf("%s: still signed in: %d", name, got.status)
		}
	}
	again := s.browser().signsIn(url.Values{"email": credentials["email"], "password": {fresh}})
	if got := again.get("/account"); got.status != http.StatusOK {
		t.Errorf("the second factor was lost with the password: %d", got.status)
	}
}

// TestTheSecondStepComesSoon: the password alone is worth nothing after a while.
func TestTheSecondStepComesSoon(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.post("/sign-in", s.withAccount("amina.khan"))
	s.now = s.now.Add(halfLimit + time.Second)
	if got := b.post("/sign-in/code", s.code()); got.goesTo() != "/sign-in" {
		t.Errorf("the code was taken: %d %q", got.status, got.goesTo())
	}
}

// TestCodesAreNotGuessed: from however many addresses, an account takes a few wrong codes and no more for a while. Its owner
// comes in by a recovery code, and nobody without the password gets so far.
func TestCodesAreNotGuessed(t *testing.T) {
	s := newSite(t)
	s.proxies = nil
	credentials := s.withAccount("amina.khan", "abcdefghijkl")
	wrong := 0
	for range firstCodes + 5 {
		s.tries.kept["a/127.0.0.1"], s.tries.kept["b/127.0.0.1/amina.khan/code"] = nil, nil // from yet another address
		delete(s.tries.kept, "b/127.0.0.1/amina.khan@northmere.example")
		b := s.browser()
		b.post("/sign-in", credentials)
		if b.post("/sign-in/code", url.Values{"code": {"000000"}}).status == http.StatusUnprocessableEntity {
			wrong++
		}
	}
	if wrong != firstCodes {
		t.Errorf("%d wrong codes were looked at, want %d", wrong, firstCodes)
	}
	s.tries.kept["b/127.0.0.1/amina.khan/code"] = nil
	delete(s.tries.kept, "b/127.0.0.1/amina.khan@northmere.example")
	owner := s.browser()
	owner.post("/sign-in", credentials)
	if got := owner.post("/sign-in/code", url.Values{"code": {"abcd-efgh-ijkl"}}); got.status != http.StatusSeeOther {
		t.Errorf("the owner’s recovery code gave %d", got.status)
	}
}

// TestAnotherTelephone asks for a code of the old one: a page that somebody left open is not enough.
func TestAnotherTelephone(t *testing.T) {
	s := newSite(t)
	b := s.browser().signsIn(s.withAccount("amina.khan", "abcdefghijkl"))
	for _, code := range []string{"", "000000"} {
		got := b.post("/account/second-factor", url.Values{"code": {code}})
		if got.status != http.StatusUnprocessableEntity {
			t.Errorf("the code %q gave %d", code, got.status)
		}
		got.wantText(t, "not the right code")
	}
	if got := b.post("/account/second-factor", url.Values{"code": {"abcd-efgh-ijkl"}}); got.goesTo() != "/sign-in" {
		t.Fatalf("a recovery code gave %d %q", got.status, got.goesTo())
	}
	if a, err := s.register.Account(t.Context(), "amina.khan"); err != nil || a.Secret != "" {
		t.Errorf("the second factor is %q, %v", a.Secret, err)
	}
}

// TestALostTelephone: the service manager takes the second factor away, the person is told and sets up another.
func TestALostTelephone(t *testing.T) {
	s := newSite(t)
	credentials := s.withAccount("joe.marsh")
	b := s.browser().signsIn(credentials)
	manager := s.as("margaret.ellis")
	manager.get("/people").wantText(t, `action="/people/joe.marsh/second-factor"`)
	if got := s.as("sunil.batra").post("/people/joe.marsh/second-factor", nil); got.status != http.StatusNotFound {
		t.Errorf("the director was let: %d", got.status)
	}
	if got := manager.post("/people/margaret.ellis/second-factor", nil); got.goesTo() != "/people" {
		t.Errorf("one’s own gave %d", got.status)
	}
	manager.post("/people/joe.marsh/second-factor", nil)
	if told := s.lastNotice(); told.To != "joe.marsh@northmere.example" || !strings.Contains(told.Text, "did not ask for this") {
		t.Errorf("he was told %+v", told)
	}
	if got := b.get("/account"); got.goesTo() != "/sign-in" {
		t.Errorf("he is still signed in: %d", got.status)
	}
	b.post("/sign-in", credentials)
	setUp := b.get("/sign-in/code")
	setUp.wantText(t, "Scan this square", `src="data:image/png;base64,`, `href="otpauth://totp/`)
	reads, err := s.register.Reads(t.Context(), "")
	if err != nil || len(reads) == 0 || reads[len(reads)-1].What != "took the second factor of joe.marsh away" {
		t.Errorf("the ledger has %+v, %v", reads, err)
	}
}

// TestNothingOpensAClosedAccount: neither a link that was out, nor one for somebody who has left the council.
func TestNothingOpensAClosedAccount(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	for person, end := range map[casework.PersonID]func(){
		"joe.marsh": func() { s.as("margaret.ellis").post("/people/joe.marsh/close", nil) },
		"gone.soon": func() { leave(t, s) },
	} {
		s.withAccount(person)
		b := s.browser()
		b.post("/forgotten", url.Values{"email": {string(person) + "@northmere.example"}})
		token := strings.TrimPrefix(linkIn(t, s.lastNotice().Text), "/invitation?token=")
		end()
		fresh := "walrus gravel violin nine"
		if got := b.post("/invitation", url.Values{"token": {token}, "password": {fresh}, "password-again": {fresh}}); got.status != http.StatusGone {
			t.Errorf("%s: the link gave %d %q", person, got.status, got.goesTo())
		}
	}
}

// TestLinksThatAreAskedForAgain: whoever asks for links in somebody’s name fills no mailbox and ends no link that is out.
func TestLinksThatAreAskedForAgain(t *testing.T) {
	s := newSite(t)
	credentials := s.withAccount("amina.khan")
	ask := url.Values{"email": credentials["email"]}
	s.browser().post("/forgotten", ask)
	link := linkIn(t, s.lastNotice().Text)
	for range firstTextsFrom + 2 {
		delete(s.tries.kept, "b/127.0.0.1/forgotten/amina.khan@northmere.example")
		s.browser().post("/forgotten", ask)
	}
	if len(s.sent) != firstTextsFrom {
		t.Errorf("%d links were sent, want %d", len(s.sent), firstTextsFrom)
	}
	s.browser().get(link).wantText(t, "Choose a password")
}

// TestManyPasswordsAtOnce: no more are looked at at the same moment than the memory bears.
func TestManyPasswordsAtOnce(t *testing.T) {
	s := newSite(t)
	var ends []func()
	for range mostHashes {
		done, err := s.tries.oneHash(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ends = append(ends, done)
	}
	answered := make(chan int)
	go func() {
		answered <- s.browser().post("/sign-in", url.Values{"email": {"a@b.example"}, "password": {"x"}}).status
	}()
	select {
	case status := <-answered:
		t.Errorf("one more was looked at: %d", status)
	case <-time.After(100 * time.Millisecond):
	}
	for _, end := range ends {
		end()
	}
	if status := <-answered; status != http.StatusUnprocessableEntity {
		t.Errorf("then it gave %d", status)
	}
}
