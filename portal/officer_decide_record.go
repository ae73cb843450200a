package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// decisionRows are the rows in which a decision is shown before it is made.
type decisionRows struct {
	p    *Portal
	v    *Visit
	list look.SummaryList
}

// add adds an answer with the way to change it.
func (r *decisionRows) add(key, value, field string) {
	r.list.Rows = append(r.list.Rows, look.SummaryRow{Key: key, Value: value, Missing: r.p.say("not-written"),
		Actions: []look.Link{{Text: r.p.say("change"), Href: r.v.at("decide", "reasons") + "#" + look.ID(field), Hidden: key}}})
}

// recordOf is the decision as a list of answers. A refusal that names no question yet shows no answer to any.
func (p *Portal) recordOf(v *Visit, d casework.Decision) look.SummaryList {
	r := &decisionRows{p: p, v: v}
	failed, _ := d.Failed()
	for _, f := range d.Findings {
		switch {
		case f.Answer == casework.NotReached && d.Outcome == casework.NotAssess:
		case d.Outcome == casework.NotAssess && failed.Limb == "" && f.Answer == casework.Met:
		default:
			r.finding(d.Outcome, f)
		}
	}
	if d.Outcome == casework.NotAssess {
		r.add(p.say("decide-next"), strings.Join(d.NextSteps, "\n"), "next")
	}
	r.others(d)
	return r.list
}

// finding is one question of the law with its answer, the evidence, and the answer to the family.
func (r *decisionRows) finding(outcome casework.Outcome, f casework.Finding) {
	p := r.p
	field := map[casework.Answer]string{casework.Met: "met-reason"}[f.Answer]
	if field == "" {
		field = "reason"
	}
	switch {
	case f.Limb == "":
		r.add(p.say("decide-limb"), "", "limb")
		r.add(p.say("decide-reason"), f.Reason, "reason")
	case outcome == casework.Assess:
		r.add(f.Limb.Words(), p.say("answer-"+string(f.Answer))+"\n\n"+f.Reason, "agree-"+strings.TrimPrefix(string(f.Limb), "8"))
	default:
		r.add(f.Limb.Words(), p.say("answer-"+string(f.Answer))+"\n\n"+f.Reason, field)
	}
	r.add(p.say("decide-relied"), p.documentsNamed(r.v, f.ReliedOn), usedField(r.v, outcome))
	for _, s := range f.NotReliedOn {
		r.add(p.say("decide-aside")+": "+string(s.Evidence), s.Why, "why-"+string(s.Evidence))
	}
	if f.Answer == casework.NotMet {
		r.add(p.say("decide-answer"), f.AnswerToFamily, "answer")
	}
}

// usedField is the field in which the evidence is picked: the first document’s, for a refusal.
func usedField(v *Visit, outcome casework.Outcome) string {
	if outcome == casework.Assess || len(v.Case.Evidence) == 0 {
		return "agree-use"
	}
	return "use-" + string(v.Case.Evidence[0].ID)
}

// others are the answers that only some refusals need.
func (r *decisionRows) others(d casework.Decision) {
	p := r.p
	if d.Departure != "" {
		r.add(p.words["act-decide-departure"], d.Departure, "departure")
	}
	if d.WithoutPanel != nil {
		r.add(p.words["act-decide-nopanel"], d.WithoutPanel.Why+"\n\n"+p.personName(r.v, d.WithoutPanel.ReviewedBy), "nopanel")
	}
	if d.Over18 != "" {
		r.add(p.words["act-decide-over18"], d.Over18, "over18")
	}
	if d.Reviewed != nil {
		r.add(p.words["act-decide-reviewed-by"], p.personName(r.v, d.Reviewed.By)+"\n\n"+d.Reviewed.Why, "reviewed-by")
	}
	if d.Override != "" {
		r.add(p.words["act-decide-override"], d.Override, "override")
	}
	if d.LegalSignOff != nil {
		r.add(p.words["act-decide-legal-by"], d.LegalSignOff.By+"\n\n"+d.LegalSignOff.Why, "legal-by")
	}
}

func (p *Portal) documentsNamed(v *Visit, ids []casework.DocumentID) string {
	var names []string
	for _, id := range ids {
		if e, known := v.Case.Exhibit(id); known {
			names = append(names, string(id)+": "+e.Title)
		}
	}
	return strings.Join(names, "\n")
}
