package portal

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
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
	if other, taken := personByEmail(v.Council, email); email != "" && taken && (other.Setting != own || !other.Until.IsZero()) {
		v.Form.Wrong("email", p.say("colleague-email-taken"))
	} else if taken {
		return p.inviteAgain(v, other)
	}
	if !v.Form.OK() || own == "" {
		return p.colleaguesAgain(v)
	}
	who := council.Person{ID: freshID(v.Council, name), Name: name, Post: post + ", " + schoolName(v), Email: email, Setting: own,
		Roles: []casework.Role{casework.SchoolStaff}, From: v.Today}
	err := p.changePeople(v, func(in *council.Council) { in.People = append(in.People, who) })
	if faulty := council.AsFaulty(err); faulty != nil {
		v.Form.Wrong("email", p.say("colleague-email-missing"))
		return p.colleaguesAgain(v)
	}
	if err != nil {
		return err
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
	if kept, err := p.register.Account(v.Context(), id); err == nil {
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

func personByEmail(in council.Council, email string) (council.Person, bool) {
	for _, who := range in.People {
		if strings.EqualFold(who.Email, email) {
			return who, true
		}
	}
	return council.Person{}, false
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
