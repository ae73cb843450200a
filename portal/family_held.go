package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// familyHeld is the page on which somebody asks for a copy of all that is held about them (UK GDPR, article 15).
type familyHeld struct {
	Which  look.Textarea
	Within string // the last day for an answer to what is asked today
	Asked  string // the day on which they asked, where the answer is being prepared
	Due    string // and its last day
	Last   string // the day on which the last answer was confirmed
}

func (p *Portal) familyHeldForm(v *Visit) error {
	v.restoreTyped()
	list, err := v.ownDisclosures()
	if err != nil {
		return err
	}
	page := familyHeld{Within: v.long(disclosure.Clock{}.Due(v.Today))}
	page.Which = v.fields().Textarea("words", v.say("family-held-which")).Hinted(v.say("family-held-which-hint")).AtMost(4000).Lined(4)
	for _, d := range list {
		if d.ConfirmedAt.IsZero() {
			draft, err := disclosure.Read(d.Body)
			if err != nil {
				return err
			}
			page.Asked, page.Due = v.long(d.AskedOn), v.long(draft.Clock.Due(d.AskedOn))
			break
		}
		if page.Last == "" {
			page.Last = v.long(dayOfTime(d.ConfirmedAt))
		}
	}
	v.Typed = page.Asked == ""
	return v.showFamily("family-held", page)
}

// ownDisclosures are the answers that the person asked for here, the newest first.
func (v *Visit) ownDisclosures() ([]records.Disclosure, error) {
	all, err := v.p.register.Disclosures(v.Context(), v.Case.Ref)
	var own []records.Disclosure
	for _, d := range all {
		if d.BegunBy == casework.PersonID(v.Who.Family.Addressee) {
			own = append(own, d)
		}
	}
	return own, err
}

// familyHeld begins the answer as a draft in which nothing is decided, once while one is being prepared: nothing leaves
// until one person has read every part and another has confirmed it.
func (p *Portal) familyHeld(v *Visit) error {
	words := strings.TrimSpace(v.Form.Get("words"))
	if len([]rune(words)) > longestAsk {
		v.Form.Wrong("words", v.say("family-held-long"))
		return p.familyHeldForm(v)
	}
	list, err := v.ownDisclosures()
	if err != nil {
		return err
	}
	for _, d := range list {
		if d.ConfirmedAt.IsZero() {
			return v.Go(familyPath(v.Case.Ref) + "/held")
		}
	}
	me := v.family(nil).Me
	who := disclosure.Who{Standing: disclosure.AParent, Identity: p.say("answer-by-code")}
	if me.Standing == casework.YoungPerson {
		who.Standing = disclosure.Themself
	}
	body, err := disclosure.Draft{Asked: words, Who: who}.Bytes()
	if err != nil {
		return err
	}
	about := p.say("family-held-by", "name", me.Name)
	_, err = p.register.BeginDisclosure(v.Context(), records.Disclosure{Ref: v.Case.Ref, About: about, AskedOn: v.Today, BegunBy: casework.PersonID(me.ID), Body: body})
	if err != nil {
		return err
	}
	if !v.Case.Closed() { // its officer hears of it too; in a case that nobody carries the records manager alone does
		if err := v.Do(casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: casework.WhatIsHeld, Words: words}}); err != nil {
			return err
		}
	}
	v.Tell(v.say("family-held-thanks", "day", v.long(disclosure.Clock{}.Due(v.Today))))
	return v.Go(familyPath(v.Case.Ref) + "/held")
}

// longestAsk is how many characters of what they want are taken.
const longestAsk = 4000
