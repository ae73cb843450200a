package portal

import (
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"strings"

	"golang.org/x/oauth2"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
)

// providerStart sends the browser to sign in elsewhere.
func (p *Portal) providerStart(v *Visit) error {
	ctx := v.Context()
	state, nonce, verifier := rand.Text(), rand.Text(), oauth2.GenerateVerifier()
	p.sessions.Put(ctx, sessionState, strings.Join([]string{state, nonce, verifier}, " "))
	to, err := p.provider.Start(ctx, state, nonce, verifier)
	if err != nil {
		p.log.Warn("sign-in elsewhere cannot be reached", "id", v.id, "error", err)
		return p.providerFailed(v, "provider-away")
	}
	return v.Go(to)
}

// providerBack takes the browser back and signs the person in whom the council's settings know by that e-mail address.
func (p *Portal) providerBack(v *Visit) error {
	ctx := v.Context()
	secrets := strings.Fields(p.sessions.PopString(ctx, sessionState))
	query := v.R.URL.Query()
	if len(secrets) != 3 || subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(secrets[0])) != 1 {
		return p.providerFailed(v, "provider-again")
	}
	email, err := p.provider.Back(ctx, identity.Answer{Code: query.Get("code"), Issuer: query.Get("iss")}, secrets[1], secrets[2])
	if err != nil {
		p.log.Warn("sign-in elsewhere failed", "id", v.id, "error", err)
		if errors.Is(err, identity.ErrAway) {
			return p.providerFailed(v, "provider-away")
		}
		return p.providerFailed(v, "provider-again")
	}
	person, err := p.knownBy(v, email)
	if err != nil {
		return err
	}
	if person == "" {
		return p.providerFailed(v, "provider-unknown")
	}
	return v.enterAs(person)
}

// knownBy is the one person of the council's settings today who has the e-mail address, whose account nobody has closed;
// empty where there is none, or where two people share the address and nobody can tell which of them it is.
func (p *Portal) knownBy(v *Visit, email string) (casework.PersonID, error) {
	var found casework.PersonID
	for _, who := range v.Council.People {
		now, here := v.Council.Person(who.ID, v.Today) // an address that they had in an earlier post may be somebody else’s now
		if !here || now.Email == "" || !strings.EqualFold(now.Email, email) || who.ID == found {
			continue
		}
		if found != "" {
			return "", nil
		}
		found = who.ID
	}
	if found == "" {
		return "", nil
	}
	account, err := p.register.Account(v.Context(), found)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return "", err
	}
	if account.Closed {
		return "", nil
	}
	return found, nil
}

func (p *Portal) providerFailed(v *Visit, key string) error {
	v.Form.Wrong("", p.say(key))
	return v.Again("sign-in", p.signInPage(v))
}
