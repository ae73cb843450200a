package portal

import (
	"errors"
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// accessPage confirms how a person of the family gets codes for the portal.
type accessPage struct {
	Name    string
	Channel look.Choices
	Contact look.Field
	How     look.Choices
	Open    *look.Choices
	Closed  string
	Now     *look.Notice
	Back    string
}

// mayOpenAccess reports whether the person confirms contacts of families: whoever may record how they are reached.
func (p *Portal) mayOpenAccess(v *Visit) bool {
	return p.mayDo(v, casework.ActSetAddressee) || v.Who.Actor.Has(casework.ServiceManager)
}

// accessTag says whether a person can follow the case in the portal.
func (p *Portal) accessTag(v *Visit, a casework.Addressee, access []records.FamilyAccess) look.Tag {
	i := slices.IndexFunc(access, func(x records.FamilyAccess) bool { return x.Addressee == a.ID })
	_, closed := v.Case.StartsClosed(v.Today)
	switch {
	case i < 0:
		return look.Tag{Text: p.say("access-none")}
	case closed && !access[i].Opened:
		return look.Tag{Text: p.say("access-closed"), Tone: look.Soon}
	}
	return look.Tag{Text: p.say("access-open", "channel", p.say("channel-"+access[i].Channel)), Tone: look.Done}
}

// accessOf finds the person in the address, who must be somebody to whom the case is addressed.
func (p *Portal) accessOf(v *Visit) (casework.Addressee, error) {
	id := casework.AddresseeID(v.Path("addressee"))
	who, known := v.Case.Addressee(id)
	if !known || !v.Case.MayFollow(id) || !p.mayOpenAccess(v) {
		return casework.Addressee{}, ErrNotFound
	}
	return who, nil
}

func (p *Portal) accessForm(v *Visit) error {
	who, err := p.accessOf(v)
	if err != nil {
		return err
	}
	now, err := p.register.FamilyAccess(v.Context(), v.Case.Ref, who.ID)
	if err != nil && !errors.Is(err, records.ErrNoAccess) {
		return err
	}
	v.Form.Set("channel", now.Channel)
	v.Form.Set("contact", now.Contact)
	page := p.accessPage(v, who)
	if err == nil {
		page.Now = &look.Notice{Text: p.say("access-now", "name", p.personName(v, now.By), "day", now.At.Format("2 January 2006")), Tone: look.Info}
	}
	return v.Page("officer-access", page)
}

func (p *Portal) accessPage(v *Visit, who casework.Addressee) accessPage {
	p.crumbsTo(v, "people", "tab-people")
	v.Narrow = true
	f := look.NewForm(shown(v.Form), faults(v.Form))
	page := accessPage{Name: who.Name, Back: v.at("people"),
		Channel: f.Radios("channel", p.say("access-channel"), look.Option{Value: "phone", Label: p.say("channel-phone"), Hint: who.Phone}, look.Option{Value: "email", Label: p.say("channel-email"), Hint: who.Email}),
		Contact: f.Text("contact", p.say("access-contact")).Hinted(p.say("access-contact-hint")),
		How: f.Radios("how", p.say("access-how"), look.Option{Value: "known-number", Label: p.say("access-how-known-number")}, look.Option{Value: "in-person", Label: p.say("access-how-in-person")},
			look.Option{Value: "old-route", Label: p.say("access-how-old-route")}).Hinted(p.say("access-how-hint")),
	}
	if why, closed := v.Case.StartsClosed(v.Today); closed {
		page.Closed = p.say("access-why-closed", "why", why)
		open := f.Radios("open", p.say("access-open-now"), look.Option{Value: "no", Label: p.say("access-keep-closed")}, look.Option{Value: "yes", Label: p.say("access-open-it")})
		page.Open = &open
	}
	return page
}

// access confirms a person's contact, and opens what starts closed.
func (p *Portal) access(v *Visit) error {
	who, err := p.accessOf(v)
	if err != nil {
		return err
	}
	contact := v.Form.Required("contact", p.say("access-contact-missing"))
	how := v.Form.Get("how")
	if !slices.Contains([]string{"known-number", "in-person", "old-route"}, how) {
		v.Form.Wrong("how", p.say("access-how-missing"))
	}
	channel := v.Form.Get("channel")
	if channel != "phone" && channel != "email" {
		v.Form.Wrong("channel", p.say("access-channel-missing"))
	}
	_, closed := v.Case.StartsClosed(v.Today)
	if closed && v.Form.Get("open") == "" {
		v.Form.Wrong("open", p.say("access-open-missing"))
	}
	if !v.Form.OK() {
		return v.Again("officer-access", p.accessPage(v, who))
	}
	opened := !closed || v.Form.Get("open") == "yes"
	if err := v.Read("confirmed the contact of " + string(who.ID) + ", " + how); err != nil {
		return err
	}
	err = p.register.SetFamilyAccess(v.Context(), records.FamilyAccess{Ref: v.Case.Ref, Addressee: who.ID, Channel: channel, Contact: contact, Opened: opened, By: v.Who.Actor.Person})
	if err != nil {
		return err
	}
	v.Tell(p.say("access-confirmed"))
	return v.Go(v.at("people"))
}
