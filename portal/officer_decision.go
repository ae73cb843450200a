package portal

import (
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/reasons"
	"sendpanel/portal/form"
)

// decisionIn is the decision as far as the form holds it.
func (p *Portal) decisionIn(v *Visit) casework.Decision {
	if v.Form.Get("outcome") == string(casework.Assess) {
		return p.agreementIn(v)
	}
	f := v.Form
	d := casework.Decision{Outcome: casework.NotAssess, Over18: v.text("over18"), Departure: v.text("departure"), Override: v.text("override"), NextSteps: linesTyped(f.Get("next"))}
	failed := casework.Finding{Limb: casework.Limb(f.Get("limb")), Answer: casework.NotMet, Reason: v.text("reason"), AnswerToFamily: v.text("answer")}
	for _, e := range v.Case.Evidence {
		switch id := string(e.ID); f.Get("use-" + id) {
		case "relied":
			failed.ReliedOn = append(failed.ReliedOn, e.ID)
		case "aside":
			failed.NotReliedOn = append(failed.NotReliedOn, casework.SetAside{Evidence: e.ID, Why: v.text("why-" + id)})
		}
	}
	notReached := func(l casework.Limb) casework.Finding {
		return casework.Finding{Limb: l, Answer: casework.NotReached}
	}
	switch failed.Limb {
	case casework.LimbS1:
		d.Findings = []casework.Finding{failed, notReached(casework.Limb8a), notReached(casework.Limb8b)}
	case casework.Limb8a:
		d.Findings = []casework.Finding{failed, notReached(casework.Limb8b)}
	default:
		d.Findings = []casework.Finding{{Limb: casework.Limb8a, Answer: casework.Met, Reason: v.text("met-reason"), ReliedOn: failed.ReliedOn}, failed}
	}
	if why, by := v.text("nopanel"), f.Get("nopanel-by"); v.Case.Recommended == nil && (why != "" || by != "") {
		d.WithoutPanel = &casework.WithoutPanel{Why: why, ReviewedBy: casework.PersonID(by)}
	}
	if by, why := f.Get("reviewed-by"), v.text("reviewed-why"); by != "" || why != "" {
		d.Reviewed = &casework.Review{By: casework.PersonID(by), Why: why}
	}
	if by, why := f.Line("legal-by"), v.text("legal-why"); by != "" || why != "" {
		d.LegalSignOff = &casework.SignOff{By: by, Why: why}
	}
	return d
}

// agreementIn is an agreement: two ticks, one sentence, evidence picked.
func (p *Portal) agreementIn(v *Visit) casework.Decision {
	relied := idsOf[casework.DocumentID](v.Form.All("agree-use"))
	finding := func(limb casework.Limb, field string) casework.Finding {
		f := casework.Finding{Limb: limb, Answer: casework.NotReached, ReliedOn: relied}
		if v.Form.Get(field) == "yes" {
			f.Answer = casework.Met
		}
		return f
	}
	a, b := finding(casework.Limb8a, "agree-a"), finding(casework.Limb8b, "agree-b")
	b.Reason = v.text("agree-reason")
	return casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{a, b}}
}

// decisionPlaces says which field of the page holds what a path of the decision names.
func decisionPlaces(d casework.Decision) []form.Place {
	if d.Outcome == casework.Assess {
		return []form.Place{{Path: "findings", Field: "agree-a"}}
	}
	first := ""
	for _, f := range d.Findings {
		for _, s := range f.NotReliedOn {
			if first == "" && strings.TrimSpace(s.Why) == "" {
				first = "why-" + string(s.Evidence)
			}
		}
	}
	var places []form.Place
	for i, f := range d.Findings {
		at := fmt.Sprintf("findings[%d]", i)
		if f.Answer == casework.Met {
			places = append(places, form.Place{Path: at + ".reason", Field: "met-reason"})
			continue
		}
		if f.Answer == casework.NotMet {
			places = append(places, form.Place{Path: at + ".reason", Field: "reason"}, form.Place{Path: at + ".answer_to_family", Field: "answer"},
				form.Place{Path: at + ".relied_on", Field: "use-E1"}, form.Place{Path: at + ".limb", Field: "limb"})
			if first != "" {
				places = append(places, form.Place{Path: at + ".not_relied_on", Field: first})
			} else {
				places = append(places, form.Place{Path: at + ".not_relied_on", Field: "use-E1"})
			}
		}
	}
	return append(places, form.Place{Path: "findings", Field: "limb"}, form.Place{Path: "departure", Field: "departure"}, form.Place{Path: "without_panel", Field: "nopanel"},
		form.Place{Path: "over_18", Field: "over18"})
}

// grave are the weak reasons for which a second officer is wanted.
func (p *Portal) grave(v *Visit, d casework.Decision) []casework.ProseFinding {
	var list []casework.ProseFinding
	for _, f := range v.Case.Prose(d) {
		if f.Severity == reasons.Block {
			list = append(list, f)
		}
	}
	return list
}
