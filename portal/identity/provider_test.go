package identity

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// issuer is a provider of sign-in on this machine that signs what the test puts into claims.
type issuer struct {
	*httptest.Server
	key    *rsa.PrivateKey
	claims jwt.MapClaims
}

func newIssuer(t *testing.T) *issuer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	i := &issuer{key: key}
	mux := http.NewServeMux()
	answer := func(w http.ResponseWriter, v any) {
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(v)
	}
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]any{"issuer": i.URL, "authorization_endpoint": i.URL + "/authorize", "token_endpoint": i.URL + "/token", "jwks_uri": i.URL + "/keys",
			"id_token_signing_alg_values_supported": []string{"RS256"}})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		b64 := base64.RawURLEncoding.EncodeToString
		answer(w, map[string]any{"keys": []any{map[string]any{"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256",
			"n": b64(key.N.Bytes()), "e": b64(big.NewInt(int64(key.E)).Bytes())}}})
	})
	mux.HandleFunc("POST /token", func(w http.ResponseWriter, _ *http.Request) {
		token := jwt.NewWithClaims(jwt.SigningMethodRS256, i.claims)
		token.Header["kid"] = "1"
		signed, err := token.SignedString(key)
		if err != nil {
			t.Error(err)
		}
		answer(w, map[string]any{"access_token": "x", "token_type": "Bearer", "id_token": signed})
	})
	i.Server = httptest.NewServer(mux)
	t.Cleanup(i.Close)
	return i
}

func TestSignInElsewhere(t *testing.T) {
	i := newIssuer(t)
	p, err := NewProvider(t.Context(), ProviderOptions{Issuer: i.URL, Client: "portal", Secret: "s", Back: "https://send.example/back", Name: "your account"})
	if err != nil {
		t.Fatal(err)
	}
	start, err := url.Parse(p.Start("state", "nonce", "a-verifier-that-is-long-enough-to-be-one-at-all"))
	if err != nil || start.Query().Get("state") != "state" || start.Query().Get("code_challenge_method") != "S256" {
		t.Errorf("the browser is sent to %v, %v", start, err)
	}
	good := func() jwt.MapClaims {
		return jwt.MapClaims{"iss": i.URL, "aud": "portal", "sub": "1", "exp": time.Now().Add(time.Hour).Unix(), "iat": time.Now().Unix(),
			"nonce": "nonce", "email": "Amina.Khan@northmere.example", "email_verified": true}
	}
	for name, c := range map[string]struct {
		claim string
		value any
		want  string
	}{
		"as it should be":      {"sub", "1", "amina.khan@northmere.example"},
		"for another portal":   {"aud", "elsewhere", ""},
		"of another issuer":    {"iss", "https://elsewhere.example", ""},
		"over":                 {"exp", time.Now().Add(-time.Hour).Unix(), ""},
		"for another sign-in":  {"nonce", "other", ""},
		"an unverified e-mail": {"email_verified", false, ""},
		"no e-mail":            {"email", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			i.claims = good()
			i.claims[c.claim] = c.value
			got, err := p.Back(t.Context(), "code", "nonce", "verifier")
			if got != c.want || (err == nil) != (c.want != "") {
				t.Errorf("gave %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestPasswords(t *testing.T) {
	hash := HashPassword("otter lamp quarry seven")
	if err := VerifyPassword("otter lamp quarry seven", hash); err != nil {
		t.Errorf("the right password: %v", err)
	}
	for _, wrong := range []string{"", "otter lamp quarry eight"} {
		if err := VerifyPassword(wrong, hash); err != ErrWrong {
			t.Errorf("%q gave %v", wrong, err)
		}
	}
	if err := VerifyPassword("x", "$argon2id$v=19$m=99999999,t=1,p=1$AA$AA"); err == nil || err == ErrWrong {
		t.Errorf("a hash of a wild cost gave %v", err)
	}
	if err := VerifyPassword("anything", ""); err != ErrWrong {
		t.Errorf("no password chosen gave %v", err)
	}
}

func TestRecoveryCodesAreGoodOnce(t *testing.T) {
	codes, hashes := NewRecoveryCodes()
	left, err := UseRecoveryCode(codes[2], hashes)
	if err != nil || len(left) != len(hashes)-1 {
		t.Fatalf("%d left, %v", len(left), err)
	}
	if _, err := UseRecoveryCode(codes[2], left); err != ErrWrong {
		t.Errorf("the code was good twice: %v", err)
	}
}
