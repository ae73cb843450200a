package portal

import (
	"context"
	"crypto/rand"
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

// How long a family's code is good, and how often a wrong one may be tried at the browser that asked for it. Where enough
// have gone to somebody, the last one is good at other browsers that ask too, at fewer tries each and so many in all.
const (
	familyCodeFor   = 10 * time.Minute
	familyCodeTries = 5
	sharedTries     = 2
	mostShares      = 50
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
	v.restoreTyped()
	v.Narrow, v.Typed = true, true
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
		v.Narrow, v.Typed = true, true
		return v.Again("family-sign-in", nil)
	}
	if err := p.tries.allow(v.address(), string(ref)); err != nil {
		return err
	}
	ctx, address := v.Context(), v.address()
	asked, again := strings.CutPrefix(p.sessions.GetString(ctx, sessionHalf), "family/")
	if !again {
		asked = rand.Text()
	}
	p.aside(ctx, func(ctx context.Context) error {
		if err := p.sendFamilyCode(ctx, identity.Hash(asked), address, ref, contact); err != nil {
			return fmt.Errorf("send a code: %w", err)
		}
		return nil
	})
	p.sessions.Put(ctx, sessionRef, string(ref))
	p.sessions.Remove(ctx, sessionAddressee)
	p.sessions.Put(ctx, sessionHalf, "family/"+asked)
	return v.Go("/sign-in/family/code")
}

// sendFamilyCode sends a code where this is the confirmed contact of somebody in the case to whom it is open: the first of
// them, who of several it is, who share a contact, is asked after the code. The code is good at the browser that asked for
// it, so that nobody else can use its tries up. Where enough have gone to them none goes, and the last one lets them in all
// the same. Whoever waits at the page cannot tell by the time whether one was sent.
func (p *Portal) sendFamilyCode(ctx context.Context, asked, address string, ref casework.Ref, contact string) error {
	open, to, err := p.openThrough(ctx, ref, contact)
	if err != nil || open == nil {
		return err
	}
	if !p.tries.mayText(address, string(ref)+"/"+string(open.Addressee)) {
		return p.register.ShareCode(ctx, records.FamilyCode{Asked: asked, Ref: ref, Addressee: open.Addressee}, familyCodeTries-sharedTries, mostShares)
	}
	code, err := identity.NewFamilyCode()
	if err != nil {
		return err
	}
	kept := records.FamilyCode{Asked: asked, Ref: ref, Addressee: open.Addressee, Hash: identity.Hash(code), Until: p.clock().Add(familyCodeFor)}
	if err := p.register.KeepCode(ctx, kept); err != nil {
		return err
	}
	text := p.say("family-code-message", "code", code)
	return p.notifier.Notify(ctx, Notice{Channel: to.Channel, To: to.Contact, Subject: p.say("family-code-subject"), Text: text})
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
	asked, here := strings.CutPrefix(p.sessions.GetString(ctx, sessionHalf), "family/")
	if !here {
		return v.Go("/sign-in/family")
	}
	if err := p.tries.allow(v.address(), "code/"+asked); err != nil {
		return err
	}
	code := strings.Join(strings.Fields(v.Form.Get("code")), "")
	of, err := p.register.UseCode(ctx, identity.Hash(asked), identity.Hash(code), familyCodeTries)
	if errors.Is(err, records.ErrNoCode) {
		v.Form.Wrong("code", v.say("family-code-wrong"))
		return v.Again("family-code", v.dutyPhone())
	}
	if err != nil {
		return err
	}
	return p.familyProved(v, of.Ref, of.Addressee)
}

// today is the civil day in real time.
func (p *Portal) today() statute.Day { return statute.DayOf(p.clock()) }
