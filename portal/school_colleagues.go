package portal

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// colleaguesPage lists the people of a school who may work on its requests.
type colleaguesPage struct {
	School string
	List   []personRow
	Lead   bool // the person may invite and remove
	Self   casework.PersonID
}

// colleagues lists the people of the person's own school.
func (p *Portal) colleagues(v *Visit) error {
	page, err := p.colleaguesOf(v)
	if err != nil {
		return err
	}
	return v.Page("school-colleagues", page)
}

func (p *Portal) colleaguesOf(v *Visit) (colleaguesPage, error) {
	own := v.Who.Actor.Setting
	rows, err := p.peopleWhere(v, func(who council.Person) bool { return own != "" && who.Setting == own })
	return colleaguesPage{School: schoolName(v), List: rows, Lead: v.Who.Actor.Has(council.SchoolLead), Self: v.Who.Actor.Person}, err
}

// inviteColleague adds somebody to the people of the lead's own school, with the role of a school and no other, and sends
// them a link to choose a password.
func (p *Portal) inviteColleague(v *Visit) error {
	own := v.Who.Actor.Setting
	name := v.Form.Required("name", p.say("colleague-name-missing"))
	post := v.Form.Required("post", p.say("colleague-post-missing"))
	email := strings.ToLower(v.Form.Required("email", p.say("colleague-email-missing")))
	id := freshID(v.Council, name)
	switch other, taken := personByEmail(v.Council, email); {
	case email == "" || !taken:
	case other.Setting != own:
		v.Form.Wrong("email", p.say("colleague-email-taken"))
	case other.Until.IsZero():
		return p.inviteCurrent(v, other)
	case !strings.EqualFold(other.Name, name): // an address that is handed on would open another person's account
		v.Form.Wrong("email", p.say("colleague-email-was", "name", other.Name))
	default:
		id = other.ID
	}
	if !v.Form.OK() || own == "" {
		return p.colleaguesAgain(v)
	}
	who := council.Person{ID: id, Name: name, Post: post + ", " + schoolName(v), Email: email, Setting: own,
		Roles: []casework.Role{casework.SchoolStaff}, From: v.Today}
	err := p.changePeople(v, func(in *council.Council) { takeBack(in, who) })
	if faulty := council.AsFaulty(err); faulty != nil {
		v.Form.Wrong("email", p.say("colleague-email-missing"))
		return p.colleaguesAgain(v)
	}
	if err != nil {
		return err
	}
	err = p.register.ChangeAccount(v.Context(), who.ID, func(a *records.Account) error {
		a.Closed, a.Password = false, "" // of one who was removed: the old password opens nothing
		return nil
	})
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return err
	}
	return p.inviteAgain(v, who)
}

// takeBack adds somebody to the people from a day on. Where they left on that day or later they never left.
func takeBack(in *council.Council, who council.Person) {
	for i, other := range in.People {
		if other.ID == who.ID && !other.Until.IsZero() && !other.Until.Before(who.From) {
			in.People[i].Until, in.People[i].Post = statute.Day{}, who.Post
			return
		}
	}
	in.People = append(in.People, who)
}

// inviteCurrent sends a new link to a colleague who has access. An account that the council closed is the council's to open.
func (p *Portal) inviteCurrent(v *Visit, who council.Person) error {
	account, err := p.register.Account(v.Context(), who.ID)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return err
	}
	if account.Closed {
		v.Form.Wrong("email", p.say("colleague-closed"))
		return p.colleaguesAgain(v)
	}
	return p.inviteAgain(v, who)
}

func (p *Portal) colleaguesAgain(v *Visit) error {
	page, err := p.colleaguesOf(v)
	if err != nil {
		return err
	}
	return v.Again("school-colleagues", page)
}

func (p *Portal) inviteAgain(v *Visit, who council.Person) error {
	if err := p.invite(v.Context(), who.ID, who.Email, v.Who.Actor.Person, invitedFor, "invite"); err != nil {
		return err
	}
	v.Tell(p.say("invite-sent"))
	return v.Go("/school/colleagues")
}

// removeColleague ends somebody's access to the school's requests at once.
func (p *Portal) removeColleague(v *Visit) error {
	id := casework.PersonID(v.Path("person"))
	who, here := v.Council.Person(id, v.Today)
	own := v.Who.Actor.Setting
	if !here || own == "" || who.Setting != own || slices.Contains(who.Roles, council.SchoolLead) || len(who.Roles) > 1 {
		return ErrNotFound // leads, and people with other posts at the council, are the council's to remove
	}
	account := records.Account{Person: id, Email: who.Email}
	switch kept, err := p.register.Account(v.Context(), id); {
	case err == nil && kept.Closed && who.Until.IsZero():
		v.Form.Wrong("", p.say("colleague-closed"))
		return p.colleaguesAgain(v)
	case err == nil:
		account = kept
	}
	account.Closed = true
	if err := p.register.SaveAccount(v.Context(), account); err != nil {
		return err
	}
	err := p.changePeople(v, func(in *council.Council) {
		for i := range in.People {
			if in.People[i].ID == id && in.People[i].Until.IsZero() {
				in.People[i].Until = v.Today
			}
		}
	})
	if err != nil {
		return err
	}
	v.Tell(p.say("colleague-removed"))
	return v.Go("/school/colleagues")
}

// changePeople puts the settings in force with a change among their people. The register keeps what was changed, and who
// changed it.
func (p *Portal) changePeople(v *Visit, change func(*council.Council)) error {
	in, _, err := p.register.Settings(v.Context())
	if err != nil {
		return err
	}
	in = in.Clone()
	change(&in)
	data, err := json.MarshalIndent(in, "", "  ")
	if err != nil {
		return fmt.Errorf("write the council’s settings: %w", err)
	}
	_, _, err = p.register.ApplySettings(v.Context(), data, string(v.Who.Actor.Person), "portal")
	return err
}

// personByEmail finds who has the address, or who had it last.
func personByEmail(in council.Council, email string) (found council.Person, known bool) {
	for _, who := range in.People {
		if !strings.EqualFold(who.Email, email) {
			continue
		}
		if !known || who.Until.IsZero() || !found.Until.IsZero() && found.Until.Before(who.Until) {
			found, known = who, true
		}
	}
	return found, known
}

// freshID makes an ID of a name that nobody has had.
func freshID(in council.Council, name string) casework.PersonID {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) || r > unicode.MaxASCII })
	base := strings.Join(words, ".")
	if base == "" {
		base = "colleague"
	}
	id := base
	for n := 2; slices.ContainsFunc(in.People, func(p council.Person) bool { return string(p.ID) == id }); n++ {
		id = fmt.Sprintf("%s.%d", base, n)
	}
	return casework.PersonID(id)
}
