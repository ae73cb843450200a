package letters

import (
	"fmt"

	"sendpanel/casework"
	"sendpanel/council"
)

// The letters to health and social care are the least of the set: whom it is about, what the council considers or has
// decided, and when advice is asked for (reg 4(2), reg 5(2)). They hold no address, no reasons and nothing of the family.

// agencyConsidering tells a body that an assessment is being considered (reg 4(2)(a), (b)).
func (d *draft) agencyConsidering() {
	d.openAgency("agency.considering.title", "We are considering an assessment")
	d.say("agency.considering")
	d.about(Fact{"Our answer to the family by", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "agency.ask.heading")
	d.say("agency.ask", "reply.enclosed", "agency.later")
	d.closeAgency()
	d.sign()
	d.agencyForm()
}

// agencyAssess tells a body of the decision to assess, after the family (reg 5(2)).
func (d *draft) agencyAssess() {
	d.openAgency("agency.assess.title", "Decision to assess")
	d.say("agency.assess")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)})
	d.heading(2, "agency.ask.heading")
	d.say("agency.assess.advice")
	d.closeAgency()
	d.signDecision()
}

// agencyRefusal tells a body of the decision not to assess, after the family (reg 5(2)).
func (d *draft) agencyRefusal() {
	d.openAgency("agency.refusal.title", "Decision not to assess")
	d.say("agency.refusal")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)})
	d.say("agency.refusal.now")
	d.closeAgency()
	d.signDecision()
}

func (d *draft) openAgency(title, name string) {
	d.letter.Title = name + ", " + string(d.letter.Ref)
	d.heading(1, title)
	d.say("greeting")
}

func (d *draft) closeAgency() {
	d.say("agency.privacy")
	d.talk()
	d.say("close.call")
}

// body fills in who answers for a body that is told, as the council's settings have it on the day. The last line of the
// contact's address is the postcode.
func (d *draft) body(to casework.Addressee) casework.Addressee {
	kind := map[casework.AddresseeID]council.ContactKind{casework.HealthBody: council.HealthDesk, casework.SocialCareBody: council.SocialCareDesk}[to.ID]
	k, found := d.facts.Council.Contact(kind, d.facts.On)
	if !found || len(k.Address) < 2 {
		d.gap(Addressee, fmt.Sprintf("the council’s contacts have no postal address of the kind %q", kind), "SEND Regs 2014 reg 4(2), 5(2)", "Record it, with the postcode as its last line.")
		return to
	}
	if d.facts.Council.Stale(k, d.facts.On) {
		d.warn("nobody has confirmed the contact "+k.Name+" for more than 12 months", k.Owner+" confirms it or records the new one.")
	}
	last := len(k.Address) - 1
	to.Name, to.Address, to.Postcode = k.Name, k.Address[:last], k.Address[last]
	return to
}
