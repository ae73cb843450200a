package portal

import (
	"errors"

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

func (p *Portal) account(v *Visit) error {
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
	return v.Page("account", page)
}

// setUpSecondFactor takes the second factor away, so that the next sign-in sets up a new one: for a new telephone. The
// person is signed in, so has just used the old one or a recovery code.
func (p *Portal) setUpSecondFactor(v *Visit) error {
	if v.Who.Family != nil {
		return ErrNotFound
	}
	err := p.register.ChangeAccount(v.Context(), v.Who.Actor.Person, func(a *records.Account) error {
		a.Secret, a.Recovery, a.Step = "", nil, 0
		return nil
	})
	if errors.Is(err, records.ErrNoAccount) {
		return ErrNotFound
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
