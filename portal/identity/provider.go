package identity

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"strings"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// ProviderOptions say where staff and schools sign in, as Entra ID or One Login.
type ProviderOptions struct {
	Issuer string // its address
	Client string // the name under which it knows the portal
	Secret string
	Back   string // the address to which it sends people back
	Name   string // as people know it: "your council account"
}

// Provider is a place elsewhere where people sign in, by OpenID Connect.
type Provider struct {
	Name     string
	config   oauth2.Config
	verifier *oidc.IDTokenVerifier
}

// NewProvider reads the provider's own description of itself.
func NewProvider(ctx context.Context, o ProviderOptions) (*Provider, error) {
	found, err := oidc.NewProvider(ctx, o.Issuer)
	if err != nil {
		return nil, fmt.Errorf("reach the sign-in provider: %w", err)
	}
	return &Provider{
		Name: o.Name, verifier: found.Verifier(&oidc.Config{ClientID: o.Client}),
		config: oauth2.Config{ClientID: o.Client, ClientSecret: o.Secret, Endpoint: found.Endpoint(), RedirectURL: o.Back,
			Scopes: []string{oidc.ScopeOpenID, "email", "profile"}},
	}, nil
}

// Start is where the browser goes to sign in. The three secrets are for one sign-in and stay in the session.
func (p *Provider) Start(state, nonce, verifier string) string {
	return p.config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier))
}

// Back takes what the provider sent and gives the person's e-mail address, which the provider has verified.
func (p *Provider) Back(ctx context.Context, code, nonce, verifier string) (string, error) {
	token, err := p.config.Exchange(ctx, code, oauth2.VerifierOption(verifier))
	if err != nil {
		return "", fmt.Errorf("ask the sign-in provider: %w", err)
	}
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return "", errors.New("the sign-in provider did not say who signed in")
	}
	id, err := p.verifier.Verify(ctx, raw)
	if err != nil {
		return "", fmt.Errorf("check what the sign-in provider said: %w", err)
	}
	if subtle.ConstantTimeCompare([]byte(id.Nonce), []byte(nonce)) != 1 {
		return "", errors.New("the sign-in provider answered another sign-in")
	}
	var claims struct {
		Email    string `json:"email"`
		Verified *bool  `json:"email_verified"`
	}
	if err := id.Claims(&claims); err != nil {
		return "", fmt.Errorf("read what the sign-in provider said: %w", err)
	}
	if claims.Email == "" || claims.Verified == nil || !*claims.Verified {
		return "", errors.New("the sign-in provider has not verified an e-mail address for this person")
	}
	return strings.ToLower(claims.Email), nil
}
