package portal

import (
	"strings"

	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// clockCard is what moves the day by which an answer is owed.
type clockCard struct {
	Open  bool     // something typed in it is wrong
	Story []string // what was asked back, and what was told
	What  look.Choices
	On    look.DateInput
	Why   look.Field
}

// What can be recorded about the clock of an answer.
const (
	askedWho   = "ask-identity"
	askedWhat  = "ask-scope"
	cameBack   = "came"
	moreMonths = "extend"
)

func stands(d disclosure.Draft) bool { _, open := d.Clock.Stands(); return open }

// dueOf is the day by which an answer is owed, or that the clock stands still.
func (p *Portal) dueOf(d records.Disclosure, draft disclosure.Draft) string {
	if open, stands := draft.Clock.Stands(); stands {
		return p.say("clock-stands", "day", open.From.Long())
	}
	return draft.Clock.Due(d.AskedOn).Long()
}

func (p *Portal) clockCard(v *Visit, a openAnswer) clockCard {
	f := look.NewForm(shown(v.Form), faults(v.Form))
	card := clockCard{Open: strings.HasSuffix(v.R.URL.Path, "/clock"), On: f.Date("on", p.say("clock-on")), Why: f.Text("why", p.say("clock-why")).Hinted(p.say("clock-why-hint"))}
	options := []string{askedWho, askedWhat}
	if stands(a.Draft) {
		options = []string{cameBack}
	}
	if a.Draft.Clock.Extended.IsZero() {
		options = append(options, moreMonths)
	}
	var list []look.Option
	for _, o := range options {
		list = append(list, look.Option{Value: o, Label: p.say("clock-" + o)})
	}
	card.What = f.Radios("what", p.say("clock-what"), list...)
	for _, pause := range a.Draft.Clock.Pauses {
		key := "clock-" + pause.Why + "-open"
		if !pause.To.IsZero() {
			key = "clock-" + pause.Why
		}
		card.Story = append(card.Story, p.say(key, "from", pause.From.Long(), "to", dayOrDash(pause.To)))
	}
	if c := a.Draft.Clock; !c.Extended.IsZero() {
		card.Story = append(card.Story, p.say("clock-extended", "day", c.Extended.Long(), "why", c.Why))
	}
	return card
}

// answerClock records what moves the day by which the answer is owed.
func (p *Portal) answerClock(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	on, given := v.Form.Day("on")
	what, clock := v.Form.Get("what"), a.Draft.Clock
	open, standing := clock.Stands()
	switch {
	case !given || on.After(v.Today) || on.Before(a.AskedOn):
		v.Form.Wrong("on", p.say("clock-on-missing"))
	case standing && what == cameBack && on.Before(open.From):
		v.Form.Wrong("on", p.say("clock-on-before"))
	case what == moreMonths && !standing && on.After(clock.First(a.AskedOn)):
		v.Form.Wrong("on", p.say("clock-too-late", "day", clock.First(a.AskedOn).Long()))
	}
	switch {
	case (what == askedWho || what == askedWhat) && !standing:
		why := disclosure.ForIdentity
		if what == askedWhat {
			why = disclosure.ForScope
		}
		clock.Pauses = append(clock.Pauses, disclosure.Pause{Why: why, From: on})
	case what == cameBack && standing:
		for i, pause := range clock.Pauses {
			if pause == open {
				clock.Pauses[i].To = on
			}
		}
	case what == moreMonths && clock.Extended.IsZero():
		clock.Extended, clock.Why = on, v.Form.Required("why", p.say("clock-why-missing"))
	default:
		v.Form.Wrong("what", p.say("clock-what-missing"))
	}
	if !v.Form.OK() {
		return p.answerParts(v)
	}
	if err := p.changeAnswer(v, func(d *disclosure.Draft) { d.Clock = clock }); err != nil {
		return err
	}
	v.Tell(p.say("clock-kept"))
	return v.Go(p.answerHere(v))
}
