package portal

import (
	"strings"

	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// whoCard is what is known of whoever asks, and what is still to be found out.
type whoCard struct {
	Open      bool // something typed in it is wrong
	Facts     look.SummaryList
	Advice    string
	Standing  look.Choices
	Identity  look.Textarea
	Authority look.Textarea
}

func (p *Portal) standings(f look.Form) look.Choices {
	var options []look.Option
	for _, s := range disclosure.Standings() {
		options = append(options, look.Option{Value: string(s), Label: p.say("asks-" + string(s))})
	}
	return f.Radios("standing", p.say("answer-standing"), options...)
}

// ageOf is how old the child was on the day on which somebody asked.
func (p *Portal) ageOf(v *Visit, a openAnswer) int {
	return disclosure.Age(v.Case.Opened.Child.DateOfBirth, a.AskedOn)
}

func (p *Portal) whoCard(v *Visit, a openAnswer) whoCard {
	w, age := a.Draft.Who, p.ageOf(v, a)
	values := map[string][]string{"standing": {string(w.Standing)}, "identity": {w.Identity}, "authority": {w.Authority}}
	wrong := strings.HasSuffix(v.R.URL.Path, "/who")
	if wrong {
		values = shown(v.Form)
	}
	f := look.NewForm(values, faults(v.Form))
	card := whoCard{Open: wrong, Standing: p.standings(f), Identity: f.Textarea("identity", p.say("answer-identity")).Hinted(p.say("answer-identity-hint")),
		Authority: f.Textarea("authority", p.say("answer-authority")).Hinted(p.say("answer-authority-hint"))}
	standing, old := p.say("not-known"), p.say("not-known")
	if age >= 0 {
		old = p.count("year-old", age)
	}
	if w.Standing != "" {
		standing = p.say("asks-" + string(w.Standing))
	}
	card.Facts.Rows = []look.SummaryRow{{Key: p.say("answer-standing"), Value: standing}, {Key: p.say("answer-age"), Value: old}, {Key: p.say("answer-identity"), Value: orNot(w.Identity, p.say("not-known"))}}
	if w.NeedsAuthority(age) || w.Authority != "" {
		card.Facts.Rows = append(card.Facts.Rows, look.SummaryRow{Key: p.say("answer-authority"), Value: orNot(w.Authority, p.say("not-known"))})
	}
	switch {
	case w.Standing == disclosure.AParent && w.NeedsAuthority(age):
		card.Advice = p.say("answer-parent-of-sixteen")
	case w.AskTheChild(age):
		card.Advice = p.say("answer-ask-the-child")
	case w.Standing == disclosure.Themself && w.NeedsAuthority(age):
		card.Advice = p.say("answer-child-asks")
	case w.Standing == disclosure.Own:
		card.Advice = p.say("answer-own")
	}
	return card
}

func orNot(text, none string) string {
	if text == "" {
		return none
	}
	return text
}

// answerWho keeps what was found out of whoever asks.
func (p *Portal) answerWho(v *Visit) error {
	who := disclosure.Who{Standing: disclosure.Standing(v.Form.Get("standing")), Identity: v.Form.Line("identity"), Authority: v.Form.Line("authority"), By: string(v.Who.Actor.Person)}
	known := false
	for _, s := range disclosure.Standings() {
		known = known || s == who.Standing
	}
	if !known {
		v.Form.Wrong("standing", p.say("answer-standing-missing"))
		return p.answerParts(v)
	}
	if err := p.changeAnswer(v, func(d *disclosure.Draft) { d.Who = who }); err != nil {
		return err
	}
	v.Tell(p.say("answer-who-kept"))
	return v.Go(p.answerHere(v))
}

// answerHere is the address of the answer in the address.
func (p *Portal) answerHere(v *Visit) string {
	return answerPath(records.Disclosure{Ref: v.Case.Ref, ID: v.Path("answer")})
}
