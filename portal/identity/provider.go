package identity

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// ErrAway says that the provider does not answer, so that nobody can sign in there for now.
var ErrAway = errors.New("the sign-in provider does not answer")

// askWithin bounds each question to the provider: a page does not wait longer for it.
const askWithin = 10 * time.Second

// ProviderOptions say where staff and schools sign in, as Entra ID or One Login.
type ProviderOptions struct {
	Issuer string // its address
	Client string // the name under which it knows the portal
	Secret string
	Back   string // the address to which it sends people back
	Name   string // as people know it: "your council account"
}

// Provider is a place elsewhere where people sign in, by OpenID Connect. It is asked for its description of itself when
// somebody first signs in there: one that is away keeps nothing else from working.
type Provider struct {
	Name    string
	options ProviderOptions
	client  *http.Client

	mu    sync.Mutex
	known *described
}

// described is what the provider says of itself.
type described struct {
	config   oauth2.Config
	verifier *oidc.IDTokenVerifier
}

// NewProvider names a provider. It asks nothing yet.
func NewProvider(o ProviderOptions) *Provider {
	return &Provider{Name: o.Name, options: o, client: &http.Client{Timeout: askWithin}}
}

// describe reads the provider's own description of itself, once it answers. The error is [ErrAway] until then.
func (p *Provider) describe(ctx context.Context) (*described, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known != nil {
		return p.known, nil
	}
	// What is found outlives the page that asked, and so do the keys that are fetched by it later.
	found, err := oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), p.client), p.options.Issuer)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAway, err)
	}
	o := p.options
	p.known = &described{
		verifier: found.Verifier(&oidc.Config{ClientID: o.Client}),
		config: oauth2.Config{ClientID: o.Client, ClientSecret: o.Secret, Endpoint: found.Endpoint(), RedirectURL: o.Back,
			Scopes: []string{oidc.ScopeOpenID, "email", "profile"}},
	}
	return p.known, nil
}

// Start is where the browser goes to sign in. The three secrets are for one sign-in and stay in the session. The error is
// [ErrAway].
func (p *Provider) Start(ctx context.Context, state, nonce, verifier string) (string, error) {
	d, err := p.describe(ctx)
	if err != nil {
		return "", err
	}
	return d.config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier)), nil
}

// Answer is what the browser brings back from the provider.
type Answer struct {
	Code   string
	Issuer string // who says that it answers (RFC 9207); empty where the provider does not say
}

// Back takes what the browser brought and gives the person's e-mail address, which the provider has verified.
func (p *Provider) Back(ctx context.Context, a Answer, nonce, verifier string) (string, error) {
	if a.Issuer != "" && a.Issuer != p.options.Issuer {
		return "", errors.New("another provider than the one that was asked answered")
	}
	d, err := p.describe(ctx)
	if err != nil {
		return "", err
	}
	ctx = oidc.ClientContext(ctx, p.client)
	token, err := d.config.Exchange(ctx, a.Code, oauth2.VerifierOption(verifier))
	if err != nil {
		return "", fmt.Errorf("ask the sign-in provider: %w", unquoted(err))
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return "", errors.New("the sign-in provider did not say who signed in")
	}
	id, err := d.verifier.Verify(ctx, raw)
	if err != nil {
		return "", fmt.Errorf("check what the sign-in provider said: %w", err)
	}
	if nonce == "" || subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(nonce)) != 1 {
		return "", errors.New("the sign-in provider answered another sign-in")
	}
	return verified(id)
}

// unquoted leaves out of an error what the provider sent: it goes into the log.
func unquoted(err error) error {
	refused := new(oauth2.RetrieveError)
	if errors.As(err, &refused) && refused.Response != nil {
		return fmt.Errorf("it answered %s %s", refused.Response.Status, refused.ErrorCode)
	}
	return err
}

// verified is the e-mail address that the provider has verified: by email_verified, or as Entra ID says it, by xms_edov,
// which is true where the address is of a domain that the council has proved to own.
func verified(id *oidc.IDToken) (string, error) {
	var claims struct {
		Email    string          `json:"email"`
		Verified json.RawMessage `json:"email_verified"`
		Domain   json.RawMessage `json:"xms_edov"`
	}
	if err := id.Claims(&claims); err != nil {
		return "", fmt.Errorf("read what the sign-in provider said: %w", err)
	}
	if claims.Email == "" || !affirmed(claims.Verified) && !(len(claims.Verified) == 0 && affirmed(claims.Domain)) {
		return "", errors.New("the sign-in provider has not verified an e-mail address for this person")
	}
	return strings.ToLower(claims.Email), nil
}

// affirmed reads true however a provider writes it: as a truth value, a number or text.
func affirmed(value json.RawMessage) bool {
	switch string(value) {
	case `true`, `"true"`, `1`, `"1"`:
		return true
	}
	return false
}
