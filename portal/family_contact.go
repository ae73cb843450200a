package portal

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// A changed telephone number or e-mail address is confirmed twice: by a code that goes to the old one, so that nobody who
// finds a page open takes it over, and by one that goes to the new one, so that it is known to work.

// sessionContact is a change of contact that waits for its two codes.
const sessionContact = "contact"

// contactTries is how often a wrong pair of codes may be typed. The codes are good in this browser alone: whoever spoils
// them keeps nobody out.
const contactTries = 5

// contactChange is what waits. Of the codes it holds the hashes.
type contactChange struct {
	Channel, Contact string
	Old, New         string
	Until            time.Time
	Tries            int
}

// familyContactForm asks for the new contact.
func (p *Portal) familyContactForm(v *Visit) error {
	f := v.fields()
	access, err := p.register.FamilyAccess(v.Context(), v.Case.Ref, v.Who.Family.Addressee)
	if err != nil {
		return err
	}
	v.Back = &look.Link{Text: v.say("family-back-reach"), Href: familyPath(v.Case.Ref) + "/reach"}
	return v.showFamily("family-contact", struct {
		Contact look.Field
		Now     string
	}{f.Text("contact", v.say("family-contact-new")).Hinted(v.say("family-contact-new-hint")), partly(access.Channel, access.Contact)})
}

var (
	mobileShape = regexp.MustCompile(`^(\+?44|0)7[0-9]{9}$`)
	emailShape  = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
)

// contactTyped reads a mobile number or an e-mail address.
func contactTyped(line string) (channel, contact string, ok bool) {
	number := strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(line)
	switch {
	case mobileShape.MatchString(number):
		return "phone", number, true
	case emailShape.MatchString(line):
		return "email", line, true
	}
	return "", "", false
}

// familyContact sends the two codes.
func (p *Portal) familyContact(v *Visit) error {
	channel, contact, ok := contactTyped(v.Form.Line("contact"))
	if !ok {
		v.Form.Wrong("contact", v.say("family-contact-new-wrong"))
		return p.familyContactForm(v)
	}
	me := v.Who.Family.Addressee
	if !p.tries.mayText(v.address(), string(v.Case.Ref)+"/"+string(me)) || !p.tries.mayText(v.address(), "new/"+contact) {
		return errTooMany
	}
	access, err := p.register.FamilyAccess(v.Context(), v.Case.Ref, me)
	if err != nil {
		return err
	}
	change := contactChange{Channel: channel, Contact: contact, Until: p.clock().Add(familyCodeFor)}
	for _, to := range []struct {
		channel, contact, key string
		hash                  *string
	}{{access.Channel, access.Contact, "family-contact-old-message", &change.Old}, {channel, contact, "family-contact-new-message", &change.New}} {
		code, err := identity.NewFamilyCode()
		if err != nil {
			return err
		}
		*to.hash = identity.Hash(code)
		if err := p.notifier.Notify(v.Context(), Notice{Channel: to.channel, To: to.contact, Subject: p.say("family-code-subject"), Text: p.say(to.key, "code", code)}); err != nil {
			return fmt.Errorf("send a code for a change of contact: %w", err)
		}
	}
	if err := v.keepChange(change); err != nil {
		return err
	}
	return v.Go(familyPath(v.Case.Ref) + "/reach/contact/codes")
}

func (v *Visit) keepChange(c contactChange) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	v.p.sessions.Put(v.Context(), sessionContact, data)
	return nil
}

// familyContactCodes asks for the two codes.
func (p *Portal) familyContactCodes(v *Visit) error {
	if len(p.sessions.GetBytes(v.Context(), sessionContact)) == 0 {
		return v.Go(familyPath(v.Case.Ref) + "/reach/contact")
	}
	v.Back = &look.Link{Text: v.say("family-back-reach"), Href: familyPath(v.Case.Ref) + "/reach"}
	return v.showFamily("family-contact-codes", nil)
}

// familyContactConfirm changes the contact when both codes are right, tells the old one, and gives the officer a task.
func (p *Portal) familyContactConfirm(v *Visit) error {
	var change contactChange
	data := p.sessions.GetBytes(v.Context(), sessionContact)
	if err := json.Unmarshal(data, &change); err != nil || p.clock().After(change.Until) || change.Tries >= contactTries {
		p.sessions.Remove(v.Context(), sessionContact)
		return errGone
	}
	if !sameHash(change.Old, v.Form.Get("code-old")) || !sameHash(change.New, v.Form.Get("code-new")) {
		change.Tries++
		v.Form.Wrong("code-old", v.say("family-contact-codes-wrong"))
		return errors.Join(v.keepChange(change), p.familyContactCodes(v))
	}
	p.sessions.Remove(v.Context(), sessionContact)
	others, err := v.othersAt(p.register.FamilyAccess(v.Context(), v.Case.Ref, v.Who.Family.Addressee))
	if err == nil {
		err = v.changeContact(change)
	}
	if err != nil {
		return err
	}
	v.Tell(strings.TrimSpace(v.say("family-contact-changed") + " " + others))
	return v.Go(familyPath(v.Case.Ref))
}

// othersAt says that other requests send their codes to the contact too, where some do: a change holds for one request.
func (v *Visit) othersAt(old records.FamilyAccess, err error) (string, error) {
	if err != nil {
		return "", err
	}
	open, err := v.p.openBy(v.Context(), old.Channel, old.Contact)
	if err != nil || !slices.ContainsFunc(open, func(a Addressed) bool { return a.Ref != v.Case.Ref }) {
		return "", err
	}
	return v.say("family-contact-others"), nil
}

func (v *Visit) changeContact(change contactChange) error {
	ctx, me := v.Context(), v.Who.Family.Addressee
	old, err := v.p.register.FamilyAccess(ctx, v.Case.Ref, me)
	if err != nil {
		return err
	}
	changed := records.FamilyAccess{Ref: v.Case.Ref, Addressee: me, Channel: change.Channel, Contact: change.Contact, Opened: old.Opened, By: casework.PersonID(me)}
	if err := v.p.register.SetFamilyAccess(ctx, changed); err != nil {
		return err
	}
	v.p.sessions.Put(ctx, sessionProved, change.Channel+"/"+change.Contact)
	// The old one is told before anything else: it is where somebody notices that it was not them.
	told := v.p.notifier.Notify(ctx, Notice{Channel: old.Channel, To: old.Contact, Subject: v.p.say("family-contact-changed-subject"),
		Text: v.p.say("family-contact-changed-message", "phone", v.family(nil).Phone)})
	if v.Case.Closed() {
		return told // nobody works on it: there is nothing for a task to change
	}
	said := casework.FamilySaid{About: casework.OtherAddress, Words: v.p.say("family-contact-said", "channel", change.Channel)}
	return errors.Join(told, v.Do(casework.SayAsFamily{FamilySaid: said}))
}

func sameHash(hash, code string) bool {
	typed := identity.Hash(strings.Join(strings.Fields(code), ""))
	return subtle.ConstantTimeCompare([]byte(hash), []byte(typed)) == 1
}
