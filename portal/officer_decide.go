package portal

import (
	"net/http"
	"strings"

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

// decisionReasonsPage is where the reasons are written.
type decisionReasonsPage struct {
	Outcome  casework.Outcome
	Limb     look.Choices
	Ticks    []look.Choices
	Reason   look.Textarea
	Earlier  *look.Textarea // on the limb that is met before the one that fails
	Picked   *look.Choices  // of an agreement
	Evidence []evidencePick
	Views    []saidCard
	Answer   look.Textarea
	Next     look.Textarea
	Others   []sheetPart // departure, no panel, over 18, legal sign-off, second look
	Advice   *look.Notice
	Saved    string
}

// evidencePick is a document with what the decision makes of it.
type evidencePick struct {
	Title, Note string
	Hidden      bool // somebody who is written to may not be told of it
	Use         look.Choices
	Why         *look.Textarea
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
	page := decisionReasonsPage{Outcome: casework.Outcome(v.Form.Get("outcome")), Advice: p.adviceNotice(v)}
	if page.Outcome == casework.Assess {
		page.Ticks = []look.Choices{
			f.Checkboxes("agree-a", p.say("question-a"), look.Option{Value: "yes", Label: p.say("decide-tick-a")}),
			f.Checkboxes("agree-b", p.say("question-b"), look.Option{Value: "yes", Label: p.say("decide-tick-b")}),
		}
		page.Reason = f.Textarea("agree-reason", p.say("decide-sentence")).Hinted(p.say("decide-sentence-hint")).Checked(v.at("decide", "look"))
		s := sheetForm{p: p, v: v}
		picked := f.Checkboxes("agree-use", p.say("decide-agree-evidence"), s.evidence()...)
		page.Picked = &picked
		return page, nil
	}
	page.Limb = f.Radios("limb", p.say("decide-limb"), p.limbOptions(v)...).Hinted(p.say("decide-limb-hint"))
	page.Reason = f.Textarea("reason", p.say("decide-reason")).Hinted(p.say("decide-reason-hint")).Checked(v.at("decide", "look"))
	if v.Case.Determined {
		earlier := f.Textarea("met-reason", p.say("decide-met-reason")).Hinted(p.say("decide-met-reason-hint")).Checked(v.at("decide", "look"))
		page.Earlier = &earlier
	}
	page.Evidence = p.evidencePicks(v, f)
	page.Answer = f.Textarea("answer", p.say("decide-answer")).Hinted(p.say("decide-answer-hint")).Checked(v.at("decide", "look"))
	page.Next = f.Textarea("next", p.say("decide-next")).Hinted(p.say("decide-next-hint")).Checked(v.at("decide", "look"))
	page.Others = p.otherReasons(v, f)
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

// limbOptions are the limbs on which a refusal can rest now: before the determination the first alone, after it the others.
func (p *Portal) limbOptions(v *Visit) []look.Option {
	if !v.Case.Determined {
		return []look.Option{{Value: string(casework.LimbS1), Label: p.say("limb-not-S1"), Hint: casework.LimbS1.Words()}}
	}
	return []look.Option{
		{Value: string(casework.Limb8a), Label: p.say("limb-not-a"), Hint: "s.36(8)(a)"}, {Value: string(casework.Limb8b), Label: p.say("limb-not-b"), Hint: "s.36(8)(b)"},
	}
}

// evidencePicks are the documents, each with what the decision makes of it.
func (p *Portal) evidencePicks(v *Visit, f look.Form) []evidencePick {
	var picks []evidencePick
	for _, e := range v.Case.Evidence {
		id := string(e.ID)
		pick := evidencePick{Title: id + ": " + e.Title, Note: p.say("given-by-party", "party", p.say("party-"+e.From))}
		if cited := strings.TrimPrefix(e.Cited(), e.Title+", "); cited != e.Title {
			pick.Note = cited + ". " + pick.Note
		}
		for _, a := range v.Case.Family {
			pick.Hidden = pick.Hidden || a.Standing != casework.Supporter && !v.Case.MayKnowAs(a.ID, e)
		}
		pick.Use = f.Radios("use-"+id, p.say("decide-use-of", "document", id), look.Option{Value: "relied", Label: p.say("decide-relied")}, look.Option{Value: "aside", Label: p.say("decide-aside")}).AsSmall()
		why := f.Textarea("why-"+id, p.say("decide-why-not", "document", id)).Lined(2)
		pick.Why = &why
		picks = append(picks, pick)
	}
	return picks
}

// otherReasons are the fields that only some refusals need.
func (p *Portal) otherReasons(v *Visit, f look.Form) []sheetPart {
	s := sheetForm{p: p, v: v, f: f, kind: "decide"}
	c := v.Case
	switch {
	case c.Recommended != nil && c.Recommended.Outcome == casework.Assess:
		s.area("departure")
	case c.Recommended == nil:
		s.area("nopanel")
		s.pick("nopanel-by", p.secondOfficers(v))
	}
	if c.Opened.Child.AgeOn(v.Today) >= 18 {
		s.area("over18")
	}
	if d := p.decisionIn(v); len(p.grave(v, d)) > 0 || v.Form.Get("reviewed-why") != "" || v.Form.Get("override") != "" {
		s.pick("reviewed-by", p.secondOfficers(v))
		s.area("reviewed-why")
		if !v.Today.Before(c.Opened.Decide.SendBy) {
			s.area("override")
		}
	}
	if p.restsOnHidden(v) || v.Form.Get("legal-why") != "" {
		s.line("legal-by", "")
		s.area("legal-why")
	}
	return s.parts
}

// restsOnHidden reports whether the reasons rest on a document of which somebody who is written to may not be told.
func (p *Portal) restsOnHidden(v *Visit) bool {
	for _, pick := range p.evidencePicks(v, look.NewForm(shown(v.Form), nil)) {
		if pick.Hidden && len(pick.Use.Options) > 0 && pick.Use.Options[0].Chosen {
			return true
		}
	}
	return false
}

// secondOfficers are those who can look a second time: officers with a delegation and managers, without the decider.
func (p *Portal) secondOfficers(v *Visit) []look.Option {
	var options []look.Option
	seen := map[casework.PersonID]bool{v.Who.Actor.Person: true}
	for _, person := range v.Council.People {
		a, err := v.Council.Actor(person.ID, v.Today, "")
		if err != nil || seen[person.ID] || !a.Has(casework.DecisionMaker) && !a.Has(casework.ServiceManager) {
			continue
		}
		seen[person.ID] = true
		options = append(options, look.Option{Value: string(person.ID), Label: a.Name + ", " + a.Post})
	}
	return options
}
