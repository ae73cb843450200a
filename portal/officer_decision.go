package portal

import (
	"sendpanel/casework"
	"sendpanel/casework/reasons"
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
