package portal

import (
	"sendpanel/casework"
	"sendpanel/records"
)

// plansAhead tells the manager of the plans that are late after a decision to assess, and of those that have to be sent
// within a fortnight.
type plansAhead struct {
	Sentence string
	Coming   []plight
	More     bool // than are told of here
}

// plansAhead counts from the rows of the register; only the few that it tells of are read whole.
func (p *Portal) plansAhead(v *Visit) (plansAhead, error) {
	rows, err := p.register.Assessments(v.Context(), "", v.Today.AddDays(fortnight), 0)
	if err != nil {
		return plansAhead{}, err
	}
	late, excepted := 0, 0
	for _, row := range rows {
		switch row.Clock {
		case planLate:
			late++
		case clockExcepted:
			excepted++
		}
	}
	ahead := plansAhead{More: len(rows) > tellsOf}
	ahead.Sentence = p.say("assessments-sentence", "late", p.count("plan-late", late), "soon", p.count("plan-soon", len(rows)-late-excepted))
	if excepted > 0 {
		ahead.Sentence += " " + p.count("plan-excepted", excepted)
	}
	for _, row := range rows[:min(len(rows), tellsOf)] {
		_, told, err := p.planPlight(v, row)
		if err != nil {
			return plansAhead{}, err
		}
		ahead.Coming = append(ahead.Coming, told)
	}
	return ahead, nil
}

// planPlight reads one case, records that it was read, and tells how its plan stands.
func (p *Portal) planPlight(v *Visit, row records.AssessmentRow) (casework.Case, plight, error) {
	c, err := p.desk.Case(v.Context(), row.Ref)
	if err == nil {
		err = p.noteRead(v, row.Ref, "overview")
	}
	if err != nil {
		return c, plight{}, err
	}
	return c, plight{Ref: row.Ref, Child: row.Child, Sentence: c.Sentence(p.desk.Today(c)), Why: p.whyNoPlanYet(c),
		Acts: p.say("plan-acts", "name", p.nameOf(v, c.Officer)), Who: p.nameOf(v, c.Officer), Tag: p.timeLeft(row.Due, row.SendBy, v.Today, row.Clock == clockExcepted)}, nil
}

// whyNoPlanYet is how far the draft has come.
func (p *Portal) whyNoPlanYet(c casework.Case) string {
	if c.Assessment == nil || c.Assessment.Draft == nil {
		return p.say("why-no-draft")
	}
	draft := c.Assessment.Draft
	return p.say("why-drafted", "sent", draft.On.Long(), "next", draft.Reply.EarliestNext.Long())
}

// latePlans tells of each plan that is late: how far it has come, who acts today, and whether the family has been told.
func (p *Portal) latePlans(v *Visit) ([]breach, string, error) {
	rows, err := p.register.Assessments(v.Context(), "", v.Today, 0)
	if err != nil {
		return nil, "", err
	}
	var list []breach
	n := 0
	for _, row := range rows {
		if row.Clock != planLate {
			continue
		}
		if n++; n > breachesShown {
			continue
		}
		c, told, err := p.planPlight(v, row)
		if err != nil {
			return nil, "", err
		}
		b := breach{plight: told, Told: p.say("breach-plan-told"), Tasks: p.tasksAbove(c)}
		if c.PlanNewsOwed() {
			b.Told = p.say("breach-plan-not-told")
		}
		list = append(list, b)
	}
	return list, p.count("plan-late", n), nil
}
