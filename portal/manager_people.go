package portal

import (
	"errors"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
)

// personRow is a person of the council's settings with how they sign in.
type personRow struct {
	council.Person
	State  string // the key of the words for it
	Factor bool   // a second factor is set up
}

// people lists everybody in the council's settings today, and whether they can sign in.
func (p *Portal) people(v *Visit) error {
	rows, err := p.peopleWhere(v, func(council.Person) bool { return true })
	if err != nil {
		return err
	}
	return v.Page("manager-people", rows)
}

func (p *Portal) peopleWhere(v *Visit, want func(council.Person) bool) ([]personRow, error) {
	var rows []personRow
	for _, who := range v.Council.People {
		today, here := v.Council.Person(who.ID, v.Today)
		if !here || today.From != who.From || !want(who) {
			continue
		}
		a, err := p.register.Account(v.Context(), who.ID)
		if err != nil && !errors.Is(err, records.ErrNoAccount) {
			return nil, err
		}
		rows = append(rows, personRow{who, accountState(a, err), a.Secret != ""})
	}
	return rows, nil
}

func accountState(a records.Account, err error) string {
	switch {
	case err != nil:
		return "account-none"
	case a.Closed:
		return "account-closed"
	case a.Password == "":
		return "account-invited"
	}
	return "account-open"
}

// invitePerson sends somebody a link to choose a password.
func (p *Portal) invitePerson(v *Visit) error {
	who, here := v.Council.Person(casework.PersonID(v.Path("person")), v.Today)
	if !here {
		return ErrNotFound
	}
	if who.Email == "" {
		v.Tell(p.say("invite-no-email"))
		return v.Go("/people")
	}
	if err := p.invite(v.Context(), who.ID, who.Email, v.Who.Actor.Person, invitedFor, "invite"); err != nil {
		return err
	}
	if err := p.noteRead(v, "", "invited "+string(who.ID)); err != nil {
		return err
	}
	v.Tell(p.say("invite-sent"))
	return v.Go("/people")
}

// loseSecondFactor takes the second factor of somebody away who has lost their telephone and their recovery codes. Their
// password stays, every session of theirs ends, and they are told: at the next sign-in they set up a new one.
func (p *Portal) loseSecondFactor(v *Visit) error {
	id := casework.PersonID(v.Path("person"))
	if id == v.Who.Actor.Person {
		v.Tell(p.say("lost-not-oneself"))
		return v.Go("/people")
	}
	email := ""
	err := p.register.ChangeAccount(v.Context(), id, func(a *records.Account) error {
		a.Secret, a.Recovery, a.Step, email = "", nil, 0, a.Email
		return nil
	})
	if errors.Is(err, records.ErrNoAccount) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := p.noteRead(v, "", "took the second factor of "+string(id)+" away"); err != nil {
		return err
	}
	p.tellAside(v.Context(), Notice{Channel: "email", To: email, Subject: p.say("lost-subject"), Text: p.say("lost-message", "council", v.Council.Name, "phone", v.dutyPhone())})
	v.Tell(p.say("lost-done"))
	return v.Go("/people")
}

// closePerson ends somebody's sign-in at once, on every browser.
func (p *Portal) closePerson(v *Visit) error {
	id := casework.PersonID(v.Path("person"))
	if id == v.Who.Actor.Person {
		v.Tell(p.say("close-not-oneself"))
		return v.Go("/people")
	}
	err := p.register.ChangeAccount(v.Context(), id, func(a *records.Account) error {
		a.Closed = true
		return nil
	})
	if errors.Is(err, records.ErrNoAccount) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := p.noteRead(v, "", "closed the account of "+string(id)); err != nil {
		return err
	}
	v.Tell(p.say("account-was-closed"))
	return v.Go("/people")
}
