package portal

import (
	"encoding/base64"
	"errors"
	"html/template"
	"slices"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
)

// signInPage is what the sign-in page shows.
type signInPage struct {
	Provider string // the name of the place to sign in at, where there is one
	Invented []inventedGroup
}

func (p *Portal) signInForm(v *Visit) error {
	if v.Who.SignedIn() {
		return v.Go("/")
	}
	return v.Page("sign-in", p.signInPage(v))
}

func (p *Portal) signInPage(v *Visit) signInPage {
	page := signInPage{}
	if p.provider != nil {
		page.Provider = p.provider.Name
	}
	if p.demo {
		page.Invented = p.inventedPeople(v)
	}
	return page
}

// signIn takes an e-mail address and a password. What is wrong is never told apart: nobody learns which accounts there are.
func (p *Portal) signIn(v *Visit) error {
	email := v.Form.Required("email", p.say("email-missing"))
	password := v.Form.Get("password")
	if password == "" {
		v.Form.Wrong("password", p.say("password-missing"))
	}
	if !v.Form.OK() {
		return v.Again("sign-in", p.signInPage(v))
	}
	if err := p.tries.allow(v.address(), email); err != nil {
		return err
	}
	account, err := p.register.AccountByEmail(v.Context(), email)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return err
	}
	done, err := p.tries.oneHash(v.Context())
	if err != nil {
		return err
	}
	wrong := identity.VerifyPassword(password, account.Password)
	done()
	_, leftErr := v.Council.Actor(account.Person, p.today(), "")
	switch {
	case errors.Is(wrong, identity.ErrWrong), wrong == nil && (account.Closed || leftErr != nil):
		v.Form.Wrong("password", p.say("sign-in-wrong"))
		return v.Again("sign-in", p.signInPage(v))
	case wrong != nil:
		return wrong
	}
	ctx := v.Context()
	if err := p.sessions.RenewToken(ctx); err != nil {
		return err
	}
	p.sessions.Put(ctx, sessionHalf, string(account.Person))
	p.sessions.Put(ctx, sessionHalfAt, p.clock().Unix())
	p.sessions.Put(ctx, sessionProof, accountProof(account))
	return v.Go("/sign-in/code")
}

// secondFactorPage is what the page of the second factor shows: first of all the secret to set it up.
type secondFactorPage struct {
	Secret  string       // to be typed into the app, in groups of four; empty where the second factor is set up
	Address template.URL // for the app on the same telephone
	Picture template.URL // the address as a square that an app reads off the screen
	Codes   []string
}

// halfIn is the person whose password was right a short while ago and still is, with their account.
func (p *Portal) halfIn(v *Visit) (records.Account, bool, error) {
	ctx, s := v.Context(), p.sessions
	person := s.GetString(ctx, sessionHalf)
	if person == "" || p.clock().Sub(time.Unix(s.GetInt64(ctx, sessionHalfAt), 0)) > halfLimit {
		return records.Account{}, false, nil
	}
	a, err := p.register.Account(ctx, casework.PersonID(person))
	if errors.Is(err, records.ErrNoAccount) {
		return a, false, nil
	}
	return a, err == nil && !a.Closed && s.GetString(ctx, sessionProof) == accountProof(a), err
}

func (p *Portal) secondFactorForm(v *Visit) error {
	account, half, err := p.halfIn(v)
	if err != nil {
		return err
	}
	if !half {
		return v.Go("/sign-in")
	}
	page, err := p.secondFactorPage(v, account)
	if err != nil {
		return err
	}
	return v.Page("second-factor", page)
}

// secondFactorPage makes the secret of somebody who has none yet. It counts once a code of it was typed.
func (p *Portal) secondFactorPage(v *Visit, a records.Account) (secondFactorPage, error) {
	if a.Secret != "" {
		return secondFactorPage{}, nil
	}
	ctx := v.Context()
	secret, address := p.sessions.GetString(ctx, sessionNewSecret), p.sessions.GetString(ctx, sessionNewSecret+"-address")
	if secret == "" {
		var err error
		if secret, address, err = identity.NewSecret(p.say("service"), a.Email); err != nil {
			return secondFactorPage{}, err
		}
		p.sessions.Put(ctx, sessionNewSecret, secret)
		p.sessions.Put(ctx, sessionNewSecret+"-address", address)
	}
	drawn, err := identity.Picture(address, 200)
	if err != nil {
		return secondFactorPage{}, err
	}
	picture := "data:image/png;base64," + base64.StdEncoding.EncodeToString(drawn)
	return secondFactorPage{Secret: inFours(secret), Address: template.URL(address), Picture: template.URL(picture)}, nil
}

// inFours writes a key in groups that the eye can follow; apps take it with and without the gaps.
func inFours(key string) string {
	var groups []string
	for group := range slices.Chunk([]byte(key), 4) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}

// secondFactor takes a code of the app, or one of the recovery codes.
func (p *Portal) secondFactor(v *Visit) error {
	account, half, err := p.halfIn(v)
	if err != nil {
		return err
	}
	if !half {
		return v.Go("/sign-in")
	}
	if err := p.tries.allow(v.address(), string(account.Person)+"/code"); err != nil {
		return err
	}
	fresh := account.Secret == ""
	var codes []string
	err = p.register.ChangeAccount(v.Context(), account.Person, func(a *records.Account) error {
		if fresh != (a.Secret == "") { // set up at another browser at this moment
			return identity.ErrWrong
		}
		if fresh {
			a.Secret = p.sessions.GetString(v.Context(), sessionNewSecret)
			codes, a.Recovery = identity.NewRecoveryCodes()
		}
		return p.useCode(a, v.Form.Line("code"))
	})
	if errors.Is(err, identity.ErrWrong) {
		v.Form.Wrong("code", p.say("code-wrong"))
		page, err := p.secondFactorPage(v, account)
		if err != nil {
			return err
		}
		return v.Again("second-factor", page)
	}
	if err != nil {
		return err
	}
	if !fresh {
		return v.enterAs(account.Person)
	}
	p.sessions.Remove(v.Context(), sessionNewSecret)
	p.sessions.Remove(v.Context(), sessionNewSecret+"-address")
	if err := p.begin(v, account.Person); err != nil {
		return err
	}
	return v.Page("recovery-codes", secondFactorPage{Codes: codes})
}

// useCode uses a code up: of the app by its step, of recovery by taking it from the list. Codes of the app are short: once
// many were wrong, the account takes recovery codes alone for a while.
func (p *Portal) useCode(a *records.Account, code string) error {
	left, err := identity.UseRecoveryCode(code, a.Recovery)
	if err == nil {
		a.Recovery = left
		return nil
	}
	if !p.tries.mayTry(string(a.Person)) {
		return errTooMany
	}
	step, err := identity.VerifyCode(code, a.Secret, a.Step, p.clock())
	if err == nil {
		a.Step = step
	}
	return err
}

// begin signs a person in without sending the browser on.
func (p *Portal) begin(v *Visit, person casework.PersonID) error {
	ctx := v.Context()
	if err := p.sessions.RenewToken(ctx); err != nil {
		return err
	}
	proof, err := v.tie(person)
	if err != nil {
		return err
	}
	for _, key := range []string{sessionHalf, sessionRef, sessionAddressee} {
		p.sessions.Remove(ctx, key)
	}
	p.sessions.Put(ctx, sessionPerson, string(person))
	p.sessions.Put(ctx, sessionProof, proof)
	v.began()
	return nil
}

func (p *Portal) signOut(v *Visit) error {
	family, language := v.Who.Family != nil, v.voice.Tag
	if err := v.leave(); err != nil {
		return err
	}
	v.Tell(v.say("signed-out"))
	if family {
		p.sessions.Put(v.Context(), sessionLanguage, language) // so that this is read too; the next person’s case changes it
		return v.Go("/sign-in/family")
	}
	return v.Go("/sign-in")
}
