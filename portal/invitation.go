package portal

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
)

// invitedFor is how long a link to choose a password is good; one that was asked for because it was forgotten, less.
const (
	invitedFor   = 7 * 24 * time.Hour
	forgottenFor = time.Hour
)

// invite sends a person a link to choose a password. The secret stands in the link's fragment-free query and nowhere else;
// the log has patterns only, and no page that the link opens refers elsewhere.
func (p *Portal) invite(ctx context.Context, to casework.PersonID, email string, by casework.PersonID, good time.Duration, key string) error {
	secret := rand.Text()
	err := p.register.Invite(ctx, records.Invitation{Hash: identity.Hash(secret), Person: to, Email: email, By: by, Expires: p.clock().Add(good)})
	if err != nil {
		return err
	}
	link := p.base + "/invitation?token=" + secret
	if err := p.notifier.Notify(ctx, Notice{Channel: "email", To: email, Subject: p.say(key + "-subject"), Text: p.say(key+"-message", "link", link)}); err != nil {
		return fmt.Errorf("send a link: %w", err)
	}
	return nil
}

func (p *Portal) invitationForm(v *Visit) error {
	token := v.R.URL.Query().Get("token")
	if _, err := p.register.Invitation(v.Context(), identity.Hash(token)); err != nil {
		return orGone(err)
	}
	v.Narrow = true
	return v.Page("invitation", token)
}

func (p *Portal) invitation(v *Visit) error {
	hash := identity.Hash(v.Form.Get("token"))
	if err := p.tries.allow(v.address(), "invitation"); err != nil {
		return err
	}
	found, err := p.register.Invitation(v.Context(), hash)
	if err != nil {
		return orGone(err)
	}
	password := v.Form.Get("password")
	if err := p.mayChoose(v, found.Person); err != nil {
		return err
	}
	if err := identity.CheckPassword(password, found.Email); err != nil {
		v.Form.Wrong("password", p.say("password-weak", "why", err.Error()))
	} else if password != v.Form.Get("password-again") {
		v.Form.Wrong("password-again", p.say("password-differs"))
	}
	if !v.Form.OK() {
		v.Narrow = true
		return v.Again("invitation", v.Form.Get("token"))
	}
	done, err := p.tries.oneHash(v.Context())
	if err != nil {
		return err
	}
	kept := identity.HashPassword(password)
	done()
	if _, err := p.register.Accept(v.Context(), hash, kept); err != nil {
		return orGone(err)
	}
	v.Tell(p.say("password-chosen"))
	return v.Go("/sign-in")
}

// mayChoose says that somebody who has left since they were invited chooses no password.
func (p *Portal) mayChoose(v *Visit, person casework.PersonID) error {
	if _, here := v.Council.Person(person, p.today()); !here {
		return errGone
	}
	return nil
}

func orGone(err error) error {
	if errors.Is(err, records.ErrNoInvitation) {
		return errGone
	}
	return err
}

func (p *Portal) forgottenForm(v *Visit) error { return v.Page("forgotten", nil) }

// forgotten sends a link where there is an account. The answer is the same where there is none.
func (p *Portal) forgotten(v *Visit) error {
	email := v.Form.Required("email", p.say("email-missing"))
	if !v.Form.OK() {
		return v.Again("forgotten", nil)
	}
	if err := p.tries.allow(v.address(), "forgotten/"+email); err != nil {
		return err
	}
	address := v.address()
	p.aside(v.Context(), func(ctx context.Context) error {
		account, err := p.register.AccountByEmail(ctx, email)
		if errors.Is(err, records.ErrNoAccount) || err == nil && (account.Closed || !p.tries.mayText(address, "link/"+string(account.Person))) {
			return nil
		}
		if err != nil {
			return err
		}
		return p.invite(ctx, account.Person, account.Email, account.Person, forgottenFor, "forgotten")
	})
	v.Tell(p.say("forgotten-sent"))
	return v.Go("/sign-in")
}
