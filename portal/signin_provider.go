package portal

import (
	"crypto/rand"
	"crypto/subtle"
	"strings"

	"golang.org/x/oauth2"
)

// providerStart sends the browser to sign in elsewhere.
func (p *Portal) providerStart(v *Visit) error {
	ctx := v.Context()
	state, nonce, verifier := rand.Text(), rand.Text(), oauth2.GenerateVerifier()
	p.sessions.Put(ctx, sessionState, strings.Join([]string{state, nonce, verifier}, " "))
	return v.Go(p.provider.Start(state, nonce, verifier))
}

// providerBack takes the browser back and signs the person in whom the council's settings know by that e-mail address.
func (p *Portal) providerBack(v *Visit) error {
	ctx := v.Context()
	secrets := strings.Fields(p.sessions.PopString(ctx, sessionState))
	query := v.R.URL.Query()
	if len(secrets) != 3 || subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(secrets[0])) != 1 {
		return p.providerFailed(v, "provider-again")
	}
	email, err := p.provider.Back(ctx, query.Get("code"), secrets[1], secrets[2])
	if err != nil {
		p.log.Warn("sign-in elsewhere failed", "id", v.id, "error", err)
		return p.providerFailed(v, "provider-again")
	}
	for _, who := range v.Council.People {
		if _, here := v.Council.Person(who.ID, v.Today); here && who.Email != "" && strings.EqualFold(who.Email, email) {
			return v.enter(map[string]string{sessionPerson: string(who.ID)})
		}
	}
	return p.providerFailed(v, "provider-unknown")
}

func (p *Portal) providerFailed(v *Visit, key string) error {
	v.Form.Wrong("", p.say(key))
	return v.Again("sign-in", p.signInPage(v))
}
