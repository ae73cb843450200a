package portal

import (
	"errors"

	"sendpanel/portal/identity"
	"sendpanel/records"
)

// accountPage is what “Your account” shows.
type accountPage struct {
	Email   string
	Local   bool // signs in here, with a password
	Factor  bool // the second factor is set up
	Left    int  // recovery codes
	Setting string
}

func (p *Portal) account(v *Visit) error { return p.showAccount(v) }

func (p *Portal) showAccount(v *Visit) error {
	page := accountPage{}
	if v.Who.Family == nil {
		a, err := p.register.Account(v.Context(), v.Who.Actor.Person)
		if err != nil && !errors.Is(err, records.ErrNoAccount) {
			return err
		}
		page = accountPage{Email: a.Email, Local: a.Password != "", Factor: a.Secret != "", Left: len(a.Recovery)}
		if s, known := v.Council.School(v.Who.Actor.Setting); known {
			page.Setting = s.Name
		}
	}
	return v.Show(v.asGood(), "account", page)
}

// setUpSecondFactor takes the second factor away, so that the next sign-in sets up a new one: for a new telephone. It asks
// for a code of the old one or a recovery code: a page that somebody left open is not enough.
func (p *Portal) setUpSecondFactor(v *Visit) error {
	if v.Who.Family != nil {
		return ErrNotFound
	}
	if err := p.tries.allow(v.address(), string(v.Who.Actor.Person)+"/code"); err != nil {
		return err
	}
	err := p.register.ChangeAccount(v.Context(), v.Who.Actor.Person, func(a *records.Account) error {
		if a.Secret != "" {
			if err := p.useCode(a, v.Form.Line("code")); err != nil {
				return err
			}
		}
		a.Secret, a.Recovery, a.Step = "", nil, 0
		return nil
	})
	switch {
	case errors.Is(err, records.ErrNoAccount):
		return ErrNotFound
	case errors.Is(err, identity.ErrWrong):
		v.Form.Wrong("code", p.say("code-wrong"))
		return p.showAccount(v)
	}
	if err != nil {
		return err
	}
	if err := v.leave(); err != nil {
		return err
	}
	v.Tell(p.say("second-factor-again"))
	return v.Go("/sign-in")
}
