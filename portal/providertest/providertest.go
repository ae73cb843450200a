// Package providertest is a provider of OpenID Connect on this machine: it sends browsers back with codes, checks what the
// portal proves of itself, and signs who signed in. Tests change what it says.
package providertest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Client and Secret are those under which the provider knows the portal.
const (
	Client = "portal"
	Secret = "a secret between the two"
)

// Provider is a running provider.
type Provider struct {
	*httptest.Server

	mu     sync.Mutex
	key    *rsa.PrivateKey
	claims jwt.MapClaims
	asked  map[string]url.Values // what came with the code’s sign-in
	signer *rsa.PrivateKey
	issuer string
	away   bool
}

// Start runs a provider until the test ends. Whoever comes is Amina Khan, until [Provider.Says] says otherwise.
func Start(t testing.TB) *Provider {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	p := &Provider{key: key, signer: key, asked: map[string]url.Values{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.describe)
	mux.HandleFunc("GET /keys", p.keys)
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.away {
			http.Error(w, "away", http.StatusBadGateway)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(p.Close)
	p.Says(jwt.MapClaims{"email": "amina.khan@northmere.example", "email_verified": true})
	return p
}

// Says has the provider say the claims of everybody who comes from now on, over the usual ones. A nil value leaves one out.
func (p *Provider) Says(claims jwt.MapClaims) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.claims = claims
}

// Away has the provider answer nothing, or again.
func (p *Provider) Away(away bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.away = away
}

// SignsAs has somebody else sign what the provider says; with nil, the provider again.
func (p *Provider) SignsAs(key *rsa.PrivateKey) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.signer = key; key == nil {
		p.signer = p.key
	}
}

// AnswersAs has the provider send browsers back in the name of another issuer (RFC 9207).
func (p *Provider) AnswersAs(issuer string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.issuer = issuer
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

func (p *Provider) describe(w http.ResponseWriter, _ *http.Request) {
	answer(w, map[string]any{"issuer": p.URL, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token",
		"jwks_uri": p.URL + "/keys", "id_token_signing_alg_values_supported": []string{"RS256"}})
}

func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	b64 := base64.RawURLEncoding.EncodeToString
	answer(w, map[string]any{"keys": []any{map[string]any{"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256",
		"n": b64(p.key.N.Bytes()), "e": b64(big.NewInt(int64(p.key.E)).Bytes())}}})
}

// authorize signs whoever comes in and sends the browser back with a code.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	if asked.Get("response_type") != "code" || asked.Get("client_id") != Client || asked.Get("code_challenge_method") != "S256" {
		http.Error(w, "not a sign-in", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.asked[code] = asked
	back := url.Values{"code": {code}, "state": {asked.Get("state")}}
	if p.issuer != "" {
		back.Set("iss", p.issuer)
	}
	http.Redirect(w, r, asked.Get("redirect_uri")+"?"+back.Encode(), http.StatusFound)
}

// token gives what a code is good for, once, to the portal that asked for it alone.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	code := r.FormValue("code")
	asked, known := p.asked[code]
	delete(p.asked, code)
	id, secret, basic := r.BasicAuth()
	if !basic {
		id, secret = r.FormValue("client_id"), r.FormValue("client_secret")
	} else if plain, err := url.QueryUnescape(secret); err == nil {
		secret = plain
	}
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	proved := base64.RawURLEncoding.EncodeToString(sum[:]) == asked.Get("code_challenge")
	if !known || !proved || id != Client || secret != Secret || r.FormValue("redirect_uri") != asked.Get("redirect_uri") {
		w.WriteHeader(http.StatusBadRequest)
		answer(w, map[string]string{"error": "invalid_grant"})
		return
	}
	claims := jwt.MapClaims{"iss": p.URL, "aud": Client, "sub": "1", "nonce": asked.Get("nonce"),
		"iat": time.Now().Unix(), "exp": time.Now().Add(time.Hour).Unix()}
	for name, value := range p.claims {
		claims[name] = value
		if value == nil {
			delete(claims, name)
		}
	}
	token := jwt.NewWithClaims(jwt.SigningMethodRS256, claims)
	token.Header["kid"] = "1"
	signed, err := token.SignedString(p.signer)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, map[string]any{"access_token": "x", "token_type": "Bearer", "id_token": signed})
}
