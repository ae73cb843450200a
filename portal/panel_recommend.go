package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// recommendPage takes down what the panel advises. The council decides: it is said on the page.
type recommendPage struct {
	Path, Back string
	Child      string
	Present    string
	Missing    []string // what the quorum lacks on this case
	Spread     *look.Chart
	Views      []memberView
	Outcome    look.Choices
	Limbs      []limbFields
}

// panelRecommendForm shows who is present, what members think, and asks for the advice.
func (p *Portal) panelRecommendForm(v *Visit) error {
	if err := v.Read(readPack); err != nil {
		return err
	}
	if typed, again := v.typedBefore(); again { // posted when the session had ended
		v.Form.Values = typed
	}
	data, err := p.recommendPage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-recommend", data)
}

func (p *Portal) recommendPage(v *Visit) (any, error) {
	v.Crumbs = append(meetingCrumbs(v), look.Link{Text: string(v.Case.Ref), Href: v.itemPath(v.Case.Ref)})
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	page := recommendPage{Path: v.itemPath(v.Case.Ref, "recommend"), Back: v.itemPath(v.Case.Ref), Child: v.p.childLabel(v.Case, v.Today)}
	for _, s := range v.Meeting.Items {
		if s.Case == v.Case.Ref {
			page.Present, page.Missing = v.names(s.Present), s.Missing
		}
	}
	may := v.Case.ViewsFor(v.Who.Actor, v.Today)
	if page.Spread = nil; v.Case.Sitting != nil {
		page.Spread = p.spreadChart(counting(v.Case, may))
	}
	for _, m := range may {
		page.Views = append(page.Views, p.memberView(v, m, events))
	}
	page.Outcome = formFields(v).Radios("outcome", p.say("panel-advice-which"),
		look.Option{Value: string(casework.Assess), Label: p.say("panel-advice-assess")}, look.Option{Value: string(casework.NotAssess), Label: p.say("panel-advice-not_assess"), Hint: p.say("panel-advice-not-hint")})
	page.Limbs = p.limbFields(v, p.say("panel-advice-why"))
	return page, nil
}

// panelRecommend records the panel’s advice with its reasons on each question.
func (p *Portal) panelRecommend(v *Visit) error {
	act := casework.Recommend{Panel: v.Meeting.Panel, Outcome: casework.Outcome(v.Form.Line("outcome")), Limbs: p.findingsOf(v.Form),
		Reasons: strings.TrimSpace(v.Form.Get("reasons")), Dissent: strings.TrimSpace(v.Form.Get("dissent"))}
	if act.Outcome == "" {
		v.Form.Wrong("outcome", p.say("panel-advice-missing"))
	}
	if act.Reasons == "" {
		v.Form.Wrong("reasons", p.say("panel-advice-reasons-missing"))
	}
	var err error
	if v.Form.OK() {
		err = v.Do(act)
	}
	places := append(findingPlaces("limbs"), form.Place{Path: "outcome", Field: "outcome"}, form.Place{Path: "reasons", Field: "reasons"})
	if over, err := v.again(err, "panel-recommend", func() (any, error) { return p.recommendPage(v) }, places...); over {
		return err
	}
	return v.goOn("panel-advice-done")
}
