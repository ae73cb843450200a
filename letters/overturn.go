package letters

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// overturn tells the family that the council will assess after all: how the refusal was undone, and the dates that this
// starts (reg 42, 44, 45). The sixteen and twenty weeks are printed only where they are what runs on.
func (d *draft) overturn() {
	undone, ok := d.undone()
	if !ok {
		return
	}
	d.open("assess.title", "Decision to assess")
	d.say("overturn.how."+wayOf(undone.How), "overturn.decision")
	d.about(Fact{wordOfDay(undone.How), date(undone.On)}, Fact{"Law", lawOf(undone.How)})
	d.heading(2, "assess.meaning.heading")
	d.say("assess.means", "assess.means_not")
	d.overturnDates(undone)
	d.heading(2, "assess.advice.heading")
	d.lead("assess.advice")
	d.list(d.advisers()...)
	d.heading(2, "assess.ask.heading")
	d.say("assess.ask.other", "assess.ask.reports")
	if undone.How == statute.ByReg45 || undone.How == statute.ByConcession {
		d.say("overturn.appeal")
	}
	d.talk()
	d.advice()
	d.say("close.call")
	d.signOverturn(undone)
	d.otherWays()
}

// schoolOverturn tells the setting, after the family.
func (d *draft) schoolOverturn() {
	undone, ok := d.undone()
	if !ok {
		return
	}
	d.open("assess.title", "Decision to assess")
	d.say("assess.decision", "overturn.instead")
	d.about(Fact{wordOfDay(undone.How), date(undone.On)})
	d.heading(2, "assess.meaning.heading")
	d.say("assess.means", "assess.means_not")
	d.overturnDates(undone)
	d.heading(2, "assess.school.advice.heading")
	d.say("assess.school.advice", "assess.school.support")
	d.talk()
	d.say("close.call")
	d.signOverturn(undone)
}

// agencyOverturn tells health and social care, after the family.
func (d *draft) agencyOverturn() {
	undone, ok := d.undone()
	if !ok {
		return
	}
	d.openAgency("agency.assess.title", "Decision to assess")
	d.say("agency.assess", "overturn.instead")
	d.about(Fact{wordOfDay(undone.How), date(undone.On)})
	d.heading(2, "agency.ask.heading")
	d.say("agency.assess.advice")
	d.closeAgency()
	d.signOverturn(undone)
}

// undone is the overturned refusal that owes the letter, and the words for it. Where two readings of the law are open, the
// earlier day is printed and somebody is told.
func (d *draft) undone() (casework.Overturned, bool) {
	undone, ok := d.facts.Owing.Body.(casework.Overturned)
	if !ok || len(undone.Clocks) == 0 {
		d.gap(Decision, "it is not recorded how the refusal was undone", "SEND Regs 2014 reg 42, 44, 45", "Record the order, the agreement or the notice.")
		return undone, false
	}
	if !toFamily(d.letter.Key.Kind) && (d.facts.Case.Undone == nil || d.facts.Case.Undone.Told.IsZero()) {
		d.gap(Decision, "the family has not been told", "SEND Regs 2014 reg 5(2), 44(2)(b)", "Post the family’s letters first: others are told after them.")
		return undone, false
	}
	d.words["undone_on"] = date(undone.On)
	for _, c := range undone.Clocks {
		if c.ForLawyers != "" && c.WorkTo.Rule == casework.RuleAgreed+".agreed" {
			d.warn(c.ForLawyers, "Read the agreement; the letter prints the day that was agreed.")
		} else if c.ForLawyers != "" {
			d.warn("the law gives more than one day for "+string(c.Stage)+" ("+c.ForLawyers+")", "Ask the council’s lawyers; the letter prints the earlier day.")
		}
	}
	return undone, true
}

func toFamily(k casework.LetterKind) bool { return !toSetting(k) && !toBody(k) }

// overturnDates are the last days for no plan and for a plan, each with what it is counted from.
func (d *draft) overturnDates(undone casework.Overturned) {
	d.heading(2, "assess.dates.heading")
	var rows []Step
	passed := false
	for _, s := range []struct {
		stage       statute.Stage
		word, plain string
		weeks, old  string
	}{{statute.NoPlanStage, "no_plan_from", "overturn.no_plan", "10 weeks", "16 weeks"}, {statute.FinalStage, "plan_from", "overturn.plan", "14 weeks", "20 weeks"}} {
		i := slices.IndexFunc(undone.Clocks, func(c statute.Clock) bool { return c.Stage == s.stage })
		if i < 0 {
			d.gap(ApprovedWording, "there is no day for "+string(s.stage), "SEND Regs 2014 reg 44(2)(b)", "Compute the dates again.")
			continue
		}
		dates := undone.Clocks[i].WorkTo
		d.words[s.word] = s.weeks + " from " + startOf(undone.How)
		switch dates.Rule {
		case casework.RuleNoPlan, casework.RulePlan:
			d.words[s.word] = s.old + " from the request"
		case casework.RuleAgreed + ".agreed":
			d.words[s.word] = "as agreed at mediation"
		}
		passed = passed || dates.Due.Before(d.facts.On)
		rows = append(rows, d.stepBy(dates.Due, s.plain))
	}
	d.add(Steps{Rows: rows})
	if len(undone.Agreed) > 0 {
		d.say("overturn.agreed")
	}
	if passed {
		d.say("overturn.passed")
	}
}

// signOverturn signs as the officer who gave the refusal up, or who carries the case where the Tribunal ordered it.
func (d *draft) signOverturn(undone casework.Overturned) {
	if undone.Delegation == nil {
		d.sign()
		return
	}
	d.facts.Decision = &casework.Decided{DecidedBy: undone.DecidedBy, Post: undone.Post, Delegation: *undone.Delegation}
	d.signDecision()
}

// wayOf names the paragraph that says how a refusal was undone.
func wayOf(how statute.Overturn) string {
	switch how {
	case statute.ByMediation:
		return "mediation"
	case statute.ByOrder:
		return "order"
	case statute.ByConsentOrder:
		return "consent_order"
	case statute.ByReg45:
		return "reg45"
	case statute.ByConcession:
		return "concession"
	}
	return "council"
}

// startOf is what the weeks are counted from, in words.
func startOf(how statute.Overturn) string {
	switch how {
	case statute.ByMediation:
		return "the agreement"
	case statute.ByOrder, statute.ByConsentOrder:
		return "the Tribunal’s order"
	}
	return "the day we told the Tribunal"
}

func wordOfDay(how statute.Overturn) string {
	switch how {
	case statute.ByMediation:
		return "Agreed on"
	case statute.ByOrder, statute.ByConsentOrder:
		return "Ordered on"
	}
	return "Decided on"
}

func lawOf(how statute.Overturn) string {
	switch how {
	case statute.ByMediation:
		return "SEND Regulations 2014, regulations 42 and 44"
	case statute.ByOrder, statute.ByConsentOrder:
		return "SEND Regulations 2014, regulation 44"
	case statute.ByReg45:
		return "SEND Regulations 2014, regulation 45"
	}
	return "Children and Families Act 2014, section 36(8)"
}
