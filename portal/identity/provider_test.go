package identity_test

import (
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/oauth2"

	"sendpanel/portal/identity"
	"sendpanel/portal/providertest"
)

const back = "https://send.example/back"

func known(at *providertest.Provider) *identity.Provider {
	return identity.NewProvider(identity.ProviderOptions{Issuer: at.URL, Client: providertest.Client, Secret: providertest.Secret, Back: back, Name: "your account"})
}

// goes sends a browser to the provider and gives what it comes back with.
func goes(t *testing.T, start string) url.Values {
	t.Helper()
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	got, err := browser.Get(start)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	to, err := got.Location()
	if err != nil {
		t.Fatalf("the provider answered %d: %v", got.StatusCode, err)
	}
	return to.Query()
}

func TestSignInElsewhere(t *testing.T) {
	at := providertest.Start(t)
	p := known(at)
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	const amina = "amina.khan@northmere.example"
	for name, c := range map[string]struct {
		says     jwt.MapClaims
		nonce    string
		verifier string
		issuer   string
		signer   *rsa.PrivateKey
		want     string
	}{
		"as it should be":           {want: amina},
		"written large":             {says: jwt.MapClaims{"email": "Amina.Khan@Northmere.example"}, want: amina},
		"the issuer names itself":   {issuer: at.URL, want: amina},
		"verified in words":         {says: jwt.MapClaims{"email_verified": "true"}, want: amina},
		"a domain of the council":   {says: jwt.MapClaims{"email_verified": nil, "xms_edov": true}, want: amina},
		"for another portal":        {says: jwt.MapClaims{"aud": "elsewhere"}},
		"of another issuer":         {says: jwt.MapClaims{"iss": "https://elsewhere.example"}},
		"another issuer sent it":    {issuer: "https://elsewhere.example"},
		"over":                      {says: jwt.MapClaims{"exp": time.Now().Add(-time.Hour).Unix()}},
		"for another sign-in":       {says: jwt.MapClaims{"nonce": "other"}},
		"for no sign-in":            {says: jwt.MapClaims{"nonce": nil}},
		"signed by somebody else":   {signer: stranger},
		"without what began it":     {verifier: "another verifier that is long enough to be one at all"},
		"an unverified e-mail":      {says: jwt.MapClaims{"email_verified": false}},
		"unverified, domain proved": {says: jwt.MapClaims{"email_verified": false, "xms_edov": true}},
		"nothing said of it":        {says: jwt.MapClaims{"email_verified": nil}},
		"no e-mail":                 {says: jwt.MapClaims{"email": nil}},
	} {
		t.Run(name, func(t *testing.T) {
			says := jwt.MapClaims{"email": amina, "email_verified": true}
			maps.Copy(says, c.says)
			at.Says(says)
			at.AnswersAs(c.issuer)
			if c.signer != nil {
				at.SignsAs(c.signer)
				t.Cleanup(func() { at.SignsAs(nil) })
			}
			verifier := oauth2.GenerateVerifier()
			start, err := p.Start(t.Context(), "state", "nonce", verifier)
			if err != nil {
				t.Fatal(err)
			}
			came := goes(t, start)
			if came.Get("state") != "state" {
				t.Errorf("the state came back as %q", came.Get("state"))
			}
			if c.verifier != "" {
				verifier = c.verifier
			}
			brought := identity.Answer{Code: came.Get("code"), Issuer: came.Get("iss")}
			got, err := p.Back(t.Context(), brought, "nonce", verifier)
			if got != c.want || (err == nil) != (c.want != "") {
				t.Errorf("gave %q, %v; want %q", got, err, c.want)
			}
			if _, err := p.Back(t.Context(), brought, "nonce", verifier); err == nil {
				t.Error("a code was good twice")
			}
		})
	}
}

// TestAProviderThatIsAway keeps nothing from starting, and is asked again when somebody signs in.
func TestAProviderThatIsAway(t *testing.T) {
	at := providertest.Start(t)
	at.Away(true)
	p := known(at)
	if _, err := p.Start(t.Context(), "s", "n", "v"); !errors.Is(err, identity.ErrAway) {
		t.Errorf("a provider that is away gave %v", err)
	}
	at.Away(false)
	if _, err := p.Start(t.Context(), "s", "n", "v"); err != nil {
		t.Errorf("back again, it gave %v", err)
	}
}
