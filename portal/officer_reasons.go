package portal

import (
	"net/http"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// decisionReasonsPage is where the reasons are written.
type decisionReasonsPage struct {
	Outcome  casework.Outcome
	Limb     look.Choices
	Ticks    []look.Choices
	Reason   look.Textarea
	Earlier  *look.Textarea // on the limb that is met before the one that fails
	Picked   *look.Choices  // of an agreement
	Evidence []evidencePick
	Request  string // where the request is read as it arrived
	Views    []saidCard
	Answer   look.Textarea
	Next     look.Textarea
	Others   []sheetPart // departure, no panel, over 18, legal sign-off, second look
	Advice   *look.Notice
	Saved    string
}

// reasonsForm shows the reasons as far as they are written.
func (p *Portal) reasonsForm(v *Visit) error {
	if done, err := p.notNow(v); done {
		return err
	}
	saved, err := p.decideFrame(v)
	if err != nil {
		return err
	}
	if v.Form.Get("outcome") == "" {
		return v.Go(v.at("decide"))
	}
	page, err := p.reasonsPage(v)
	if err != nil {
		return err
	}
	page.Saved = saved
	return v.Page("officer-reasons", page)
}

// saveReasons keeps what is written while it is written.
func (p *Portal) saveReasons(v *Visit) error {
	if err := p.keepReasons(v); err != nil {
		return err
	}
	v.W.WriteHeader(http.StatusNoContent)
	return nil
}

// takeReasons keeps the reasons and goes on to check them.
func (p *Portal) takeReasons(v *Visit) error {
	if err := p.keepReasons(v); err != nil {
		return err
	}
	return v.Go(v.at("decide", "check"))
}

// keepReasons keeps the page's own fields. Those of the other outcome stay, so that changing one's mind loses nothing.
func (p *Portal) keepReasons(v *Visit) error {
	posted := v.Form.Values
	agrees := posted.Get("outcome") == string(casework.Assess)
	mine := func(name string) bool { return name == "outcome" || strings.HasPrefix(name, "agree-") == agrees }
	kept := v.Form
	kept.Values = map[string][]string{}
	if _, err := decisionSlot(v).fill(v); err != nil {
		return err
	}
	for name := range kept.Values {
		if mine(name) {
			delete(kept.Values, name)
		}
	}
	for name, typed := range posted {
		if mine(name) {
			kept.Values[name] = typed
		}
	}
	return decisionSlot(v).save(v)
}

// reasonsPage puts the fields together that the outcome asks for: few for an agreement, the full record for a refusal.
func (p *Portal) reasonsPage(v *Visit) (decisionReasonsPage, error) {
	f := look.NewForm(shown(v.Form), faults(v.Form))
	page := decisionReasonsPage{Outcome: casework.Outcome(v.Form.Get("outcome")), Advice: p.adviceNotice(v), Request: v.at("request")}
	var err error
	if page.Evidence, err = p.evidencePicks(v, f); err != nil {
		return page, err
	}
	if page.Outcome == casework.Assess {
		p.askAgreement(v, f, &page)
		return page, nil
	}
	p.askRefusal(v, f, &page)
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return page, err
	}
	for _, said := range p.saidBy(events) {
		if said.Text != "" {
			page.Views = append(page.Views, said)
		}
	}
	return page, nil
}

// askAgreement asks for what an agreement needs: two ticks, one sentence, the evidence.
func (p *Portal) askAgreement(v *Visit, f look.Form, page *decisionReasonsPage) {
	page.Ticks = []look.Choices{
		f.Checkboxes("agree-a", p.say("question-a"), look.Option{Value: "yes", Label: p.say("decide-tick-a")}),
		f.Checkboxes("agree-b", p.say("question-b"), look.Option{Value: "yes", Label: p.say("decide-tick-b")}),
	}
	page.Reason = p.checkedArea(v, f, "agree-reason", "decide-sentence", "decide-sentence-hint")
	picked := f.Checkboxes("agree-use", p.say("decide-agree-evidence"), (&sheetForm{p: p, v: v}).evidence()...)
	page.Picked = &picked
}

// askRefusal asks for the full record of a refusal.
func (p *Portal) askRefusal(v *Visit, f look.Form, page *decisionReasonsPage) {
	page.Limb = f.Radios("limb", p.say("decide-limb"), p.limbOptions(v)...).Hinted(p.say("decide-limb-hint"))
	page.Reason = p.checkedArea(v, f, "reason", "decide-reason", "decide-reason-hint")
	if v.Case.Determined {
		earlier := p.checkedArea(v, f, "met-reason", "decide-met-reason", "decide-met-reason-hint")
		page.Earlier = &earlier
	}
	page.Answer = p.checkedArea(v, f, "answer", "decide-answer", "decide-answer-hint")
	page.Next = p.checkedArea(v, f, "next", "decide-next", "decide-next-hint")
	page.Others = p.otherReasons(v, f)
}

// checkedArea is a text that is looked at while it is written.
func (p *Portal) checkedArea(v *Visit, f look.Form, name, ask, hint string) look.Textarea {
	return f.Textarea(name, p.say(ask)).Hinted(p.say(hint)).Checked(v.at("decide", "look"))
}
