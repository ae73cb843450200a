package portal

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// gapsOf are the things that stand in the way of the decision, each leading to the field that mends it.
func (p *Portal) gapsOf(v *Visit, err error, d casework.Decision) []look.Link {
	f := form.New()
	f.Say = p.say
	if err == nil || !f.Refused(err, decisionPlaces(v, d)...) {
		return nil
	}
	var gaps []look.Link
	for _, e := range f.Errors {
		link := look.Link{Text: p.gapText(v, e.Field, e.Text), Href: v.at("decide", "reasons") + "#" + look.ID(e.Field)}
		if e.Field == "" {
			link = p.gapElsewhere(v, e.Text)
		}
		if !slices.Contains(gaps, link) {
			gaps = append(gaps, link)
		}
	}
	return gaps
}

// gapText says what is to be done. The link leads to the field, so that what is missing is not said of “this”.
func (p *Portal) gapText(v *Visit, field, text string) string {
	if field == "limb" && v.Form.Get(field) == "" {
		return p.say("decide-limb-missing")
	}
	text = strings.TrimPrefix(text, p.say("gap-missing")+" ")
	return strings.TrimPrefix(text, p.say("gap-empty")+" ")
}

// gapElsewhere is what no field of the page mends: that nothing shows that the family was asked, which whoever carries the
// case records.
func (p *Portal) gapElsewhere(v *Visit, text string) look.Link {
	switch asked := slices.ContainsFunc(v.Case.Consulted, func(s casework.Consulted) bool { return s.Whom == "family" || s.Whom == "child" }); {
	case asked:
		return look.Link{Text: text, Href: v.at("decide", "reasons")}
	case p.mayDo(v, casework.ActConsult):
		return look.Link{Text: text, Href: v.at("record", string(casework.ActConsult))}
	}
	return look.Link{Text: p.say("decide-not-asked", "name", p.personName(v, v.Case.Officer)), Href: v.at("views")}
}

// decisionPlaces says which field of the page holds what a path of the decision names.
func decisionPlaces(v *Visit, d casework.Decision) []form.Place {
	if d.Outcome == casework.Assess {
		return []form.Place{{Path: "findings", Field: "agree-a"}}
	}
	var places []form.Place
	for i, f := range d.Findings {
		switch at := fmt.Sprintf("findings[%d]", i); f.Answer {
		case casework.Met:
			places = append(places, form.Place{Path: at + ".reason", Field: "met-reason"})
		case casework.NotMet:
			places = append(places, placesOfFailed(v, at, f)...)
		}
	}
	return append(places, form.Place{Path: "findings", Field: "limb"}, form.Place{Path: "departure", Field: "departure"},
		form.Place{Path: "without_panel.reviewed_by", Field: "nopanel-by"}, form.Place{Path: "without_panel", Field: "nopanel"}, form.Place{Path: "over_18", Field: "over18"},
		form.Place{Path: "reviewed", Field: "reviewed-by"}, form.Place{Path: "override", Field: "override"}, form.Place{Path: "legal_sign_off.why", Field: "legal-why"},
		form.Place{Path: "legal_sign_off", Field: "legal-by"}, form.Place{Path: "next_steps", Field: "next"})
}

// placesOfFailed are those of the question that is answered no. A document is named by its own field.
func placesOfFailed(v *Visit, at string, f casework.Finding) []form.Place {
	places := []form.Place{{Path: at + ".reason", Field: "reason"}, {Path: at + ".answer_to_family", Field: "answer"}, {Path: at + ".limb", Field: "limb"}}
	for j, id := range f.ReliedOn {
		places = append(places, form.Place{Path: fmt.Sprintf("%s.relied_on[%d]", at, j), Field: "use-" + string(id)})
	}
	for j, s := range f.NotReliedOn {
		places = append(places, form.Place{Path: fmt.Sprintf("%s.not_relied_on[%d]", at, j), Field: "why-" + string(s.Evidence)})
	}
	first := usedField(v, casework.NotAssess)
	return append(places, form.Place{Path: at + ".relied_on", Field: first}, form.Place{Path: at + ".not_relied_on", Field: first})
}
