package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
)

// decidePage asks first what the council decides.
type decidePage struct {
	Outcome look.Choices
	Advice  *look.Notice
	Saved   string
	Dates   string
}

// decideFrame is what every page of the decision begins with.
func (p *Portal) decideFrame(v *Visit) (saved string, err error) {
	if err := v.Read("decision"); err != nil {
		return "", err
	}
	p.crumbsTo(v, "", "")
	at, err := decisionSlot(v).fill(v)
	if err != nil || at.IsZero() {
		return "", err
	}
	return p.say("decide-saved", "day", dayOfTime(at).Long()), nil
}

// notNow shows why the decision cannot be made at this stage, where it cannot.
func (p *Portal) notNow(v *Visit) (shown bool, err error) {
	if p.mayDo(v, casework.ActDecide) {
		return false, nil
	}
	rule, _ := ruleFor(casework.ActDecide)
	p.crumbsTo(v, "", "")
	return true, v.Page("officer-later", actPage{Title: p.say("act-decide-title"), Lead: p.later(v, rule)})
}

// decideForm asks for the outcome.
func (p *Portal) decideForm(v *Visit) error {
	if done, err := p.notNow(v); done {
		return err
	}
	saved, err := p.decideFrame(v)
	if err != nil {
		return err
	}
	return v.Page("officer-decide", p.decidePage(v, saved))
}

func (p *Portal) decidePage(v *Visit, saved string) decidePage {
	v.Narrow = true
	f := look.NewForm(shown(v.Form), faults(v.Form))
	d := v.Case.Opened.Decide
	return decidePage{Saved: saved, Advice: p.adviceNotice(v), Dates: p.datesStay(v, d.Due, d.SendBy),
		Outcome: f.Radios("outcome", p.say("decide-outcome"),
			look.Option{Value: string(casework.Assess), Label: p.say("decide-assess"), Hint: p.say("decide-assess-hint")},
			look.Option{Value: string(casework.NotAssess), Label: p.say("decide-not"), Hint: p.say("decide-not-hint")})}
}

func (p *Portal) adviceNotice(v *Visit) *look.Notice {
	text := p.advice(v)
	if text == "" {
		return nil
	}
	return &look.Notice{Title: text, Text: p.say("decide-advice"), Link: &look.Link{Text: p.say("decide-read-views"), Href: v.at("views")}, Tone: look.Info}
}

// decideOutcome takes the outcome and goes on to the reasons. What was written before stays.
func (p *Portal) decideOutcome(v *Visit) error {
	outcome := v.Form.Get("outcome")
	if outcome != string(casework.Assess) && outcome != string(casework.NotAssess) {
		v.Form.Wrong("outcome", p.say("decide-outcome-missing"))
		p.crumbsTo(v, "", "")
		return v.Again("officer-decide", p.decidePage(v, ""))
	}
	if _, err := decisionSlot(v).fill(v); err != nil {
		return err
	}
	v.Form.Set("outcome", outcome)
	if err := decisionSlot(v).save(v); err != nil {
		return err
	}
	return v.Go(v.at("decide", "reasons"))
}
