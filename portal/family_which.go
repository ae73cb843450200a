package portal

import (
	"context"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// sessionProved is the contact that a code was typed back from, as "email/somebody@example.org": what it opens is looked
// up anew each time.
const sessionProved = "proved"

// familyProved goes on after a good code: to the case, or where the contact opens several, to the choice between them.
// Parents who share a telephone choose who they are; somebody with two children chooses which.
func (p *Portal) familyProved(v *Visit, ref casework.Ref, id casework.AddresseeID) error {
	ctx := v.Context()
	access, err := p.register.FamilyAccess(ctx, ref, id)
	if err != nil {
		return err
	}
	open, err := p.openBy(ctx, access.Channel, access.Contact)
	if err != nil {
		return err
	}
	p.sessions.Put(ctx, sessionProved, access.Channel+"/"+access.Contact)
	if len(open) > 1 {
		if err := p.sessions.RenewToken(ctx); err != nil {
			return err
		}
		p.sessions.Remove(ctx, sessionHalf)
		return v.Go("/sign-in/family/which")
	}
	return p.familyEnter(v, ref, id)
}

// familyEnter signs the person addressed in, and forgets a page of another case that was asked for before.
func (p *Portal) familyEnter(v *Visit, ref casework.Ref, id casework.AddresseeID) error {
	next := p.sessions.GetString(v.Context(), sessionNext)
	if home := familyPath(ref); next != home && !strings.HasPrefix(next, home+"/") {
		p.sessions.Remove(v.Context(), sessionNext)
	}
	if err := v.beginInOwnLanguage(ref, id); err != nil {
		return err
	}
	return v.enter(map[string]string{sessionRef: string(ref), sessionAddressee: string(id)})
}

// openBy lists everything that is open to whoever holds the contact.
func (p *Portal) openBy(ctx context.Context, channel, contact string) ([]Addressed, error) {
	list, err := p.register.FamilyAccessBy(ctx, channel, func(other string) bool {
		return sameContact(records.FamilyAccess{Channel: channel, Contact: other}, contact)
	})
	if err != nil {
		return nil, err
	}
	var open []Addressed
	for _, a := range list {
		one, err := p.familyAccess(ctx, a.Ref, a.Addressee)
		if err != nil {
			return nil, err
		}
		if one != nil {
			open = append(open, *one)
		}
	}
	return open, nil
}

// proved lists what the contact of this session opens; nothing where no code was typed.
func (v *Visit) proved() ([]Addressed, error) {
	channel, contact, ok := strings.Cut(v.p.sessions.GetString(v.Context(), sessionProved), "/")
	if !ok {
		return nil, nil
	}
	return v.p.openBy(v.Context(), channel, contact)
}

func (p *Portal) familyWhich(v *Visit) error {
	open, err := v.proved()
	if err != nil {
		return err
	}
	if len(open) == 0 {
		return v.Go("/sign-in/family")
	}
	options, err := v.whichOptions(open)
	if err != nil {
		return err
	}
	v.Narrow = true
	which := v.fields().Radios("which", v.say("family-which"), options...).AsHeading()
	if v.Form.OK() {
		return v.Page("family-which", which)
	}
	return v.Again("family-which", which)
}

func (v *Visit) whichOptions(open []Addressed) ([]look.Option, error) {
	var options []look.Option
	for _, one := range open {
		c, err := v.p.desk.Case(v.Context(), one.Ref)
		if err != nil {
			return nil, err
		}
		options = append(options, look.Option{Value: string(one.Ref) + "/" + string(one.Addressee),
			Label: v.say("family-which-one", "child", c.Opened.Child.ShortName(), "name", one.Name), Hint: string(one.Ref)})
	}
	return options, nil
}

func (p *Portal) familyChosen(v *Visit) error {
	open, err := v.proved()
	if err != nil {
		return err
	}
	for _, one := range open {
		if v.Form.Get("which") == string(one.Ref)+"/"+string(one.Addressee) {
			return p.familyEnter(v, one.Ref, one.Addressee)
		}
	}
	v.Form.Wrong("which", v.say("family-which-missing"))
	return p.familyWhich(v)
}

// familyPath is where the pages of a case begin.
func familyPath(ref casework.Ref) string { return "/family/" + string(ref) }
