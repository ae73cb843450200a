package portal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal/identity"
	"sendpanel/records"
	"sendpanel/statute"
)

// How long a family's code is good, and how often a wrong one may be tried, wherever it is typed. Whoever types is slowed
// down by their address first: somebody who asks for codes in another's name and spoils them is stopped long before the
// code that lies on the other's telephone is good no more. A hundred tries at one of a million codes let nobody in.
const (
	familyCodeFor   = 10 * time.Minute
	familyCodeTries = 100
)

// familyAccess is the person addressed where the case is open to them here: an officer has confirmed where their codes go,
// the case is addressed to them still, and where it starts closed an officer has opened it. It is nil where it is not.
func (p *Portal) familyAccess(ctx context.Context, ref casework.Ref, id casework.AddresseeID) (*Addressed, error) {
	c, err := p.desk.Case(ctx, ref)
	if errors.Is(err, records.ErrNoCase) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	access, err := p.register.FamilyAccess(ctx, ref, id)
	if errors.Is(err, records.ErrNoAccess) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if _, closed := c.StartsClosed(p.desk.Today(c)); closed && !access.Opened || !c.MayFollow(id) {
		return nil, nil
	}
	who, _ := c.Addressee(id)
	return &Addressed{Ref: ref, Addressee: id, Name: who.Name}, nil
}

func (p *Portal) familyForm(v *Visit) error {
	v.Narrow = true
	return v.Page("family-sign-in", nil)
}

// dutyPhone is the number that is answered whoever carries a case.
func (v *Visit) dutyPhone() string {
	if duty, known := v.Council.Contact(council.DutyLine, v.p.today()); known && duty.Phone != "" {
		return duty.Phone
	}
	return v.Council.Phone
}

// familyAsk sends a code where the reference and the contact belong together. The answer is the same where they do not, so
// that nobody learns who has a case.
func (p *Portal) familyAsk(v *Visit) error {
	typedRef := v.Form.Required("ref", v.say("family-ref-missing"))
	contact := v.Form.Required("contact", v.say("family-contact-missing"))
	ref, err := casework.ParseRef(typedRef)
	if typedRef != "" && err != nil {
		v.Form.Wrong("ref", v.say("family-ref-wrong"))
	}
	if !v.Form.OK() {
		return v.Again("family-sign-in", nil)
	}
	if err := p.tries.allow(v.address(), string(ref)); err != nil {
		return err
	}
	id, err := p.sendFamilyCode(v.Context(), ref, contact)
	if err != nil {
		return err
	}
	ctx := v.Context()
	p.sessions.Put(ctx, sessionRef, string(ref))
	p.sessions.Remove(ctx, sessionAddressee)
	p.sessions.Put(ctx, sessionHalf, "family/"+string(id))
	return v.Go("/sign-in/family/code")
}

// sendFamilyCode sends a code where this is the confirmed contact of somebody in the case to whom it is open, and gives the
// first of them: who of several it is, who share a contact, is asked after the code. Where enough codes have gone to them
// none goes, and the last one lets them in all the same.
func (p *Portal) sendFamilyCode(ctx context.Context, ref casework.Ref, contact string) (casework.AddresseeID, error) {
	open, to, err := p.openThrough(ctx, ref, contact)
	if err != nil || open == nil {
		return "", err
	}
	if !p.tries.mayText(string(ref) + "/" + string(open.Addressee)) {
		return open.Addressee, nil
	}
	code, err := identity.NewFamilyCode()
	if err != nil {
		return "", err
	}
	if err := p.register.KeepCode(ctx, ref, open.Addressee, identity.Hash(code), p.clock().Add(familyCodeFor)); err != nil {
		return "", err
	}
	text := p.say("family-code-message", "code", code)
	if err := p.notifier.Notify(ctx, Notice{Channel: to.Channel, To: to.Contact, Subject: p.say("family-code-subject"), Text: text}); err != nil {
		return "", fmt.Errorf("send a code: %w", err)
	}
	return open.Addressee, nil
}

// openThrough finds the first person of the case who is reached by the contact and to whom it is open here; nil where there
// is none.
func (p *Portal) openThrough(ctx context.Context, ref casework.Ref, contact string) (*Addressed, records.FamilyAccess, error) {
	list, err := p.register.FamilyAccessOf(ctx, ref)
	if err != nil {
		return nil, records.FamilyAccess{}, err
	}
	for _, a := range list {
		if !sameContact(a, contact) {
			continue
		}
		if open, err := p.familyAccess(ctx, ref, a.Addressee); err != nil || open != nil {
			return open, a, err
		}
	}
	return nil, records.FamilyAccess{}, nil
}

// sameContact compares what was typed with what an officer confirmed, however its spaces and capitals are written.
func sameContact(a records.FamilyAccess, typed string) bool {
	tidy := func(s string) string {
		if a.Channel == "email" {
			return strings.ToLower(strings.TrimSpace(s))
		}
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
		if rest, abroad := strings.CutPrefix(digits, "44"); abroad {
			return "0" + strings.TrimPrefix(rest, "0")
		}
		return digits
	}
	return tidy(typed) != "" && tidy(typed) == tidy(a.Contact)
}

func (p *Portal) familyCodeForm(v *Visit) error {
	if !strings.HasPrefix(p.sessions.GetString(v.Context(), sessionHalf), "family/") {
		return v.Go("/sign-in/family")
	}
	v.Narrow = true
	return v.Page("family-code", v.dutyPhone())
}

func (p *Portal) familyCode(v *Visit) error {
	ctx := v.Context()
	id, asked := strings.CutPrefix(p.sessions.GetString(ctx, sessionHalf), "family/")
	ref := p.sessions.GetString(ctx, sessionRef)
	if !asked {
		return v.Go("/sign-in/family")
	}
	if err := p.tries.allow(v.address(), ref); err != nil {
		return err
	}
	code := strings.Join(strings.Fields(v.Form.Get("code")), "")
	err := p.register.UseCode(ctx, casework.Ref(ref), casework.AddresseeID(id), identity.Hash(code), familyCodeTries)
	if errors.Is(err, records.ErrNoCode) {
		v.Form.Wrong("code", v.say("family-code-wrong"))
		return v.Again("family-code", v.dutyPhone())
	}
	if err != nil {
		return err
	}
	return p.familyProved(v, casework.Ref(ref), casework.AddresseeID(id))
}

// today is the civil day in real time.
func (p *Portal) today() statute.Day { return statute.DayOf(p.clock()) }
