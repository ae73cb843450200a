package letters

import (
	"sendpanel/casework"
	"sendpanel/council"
)

// rights is the block that makes a refusal lawful notice: appeal and its time, the six items of reg 32, disagreement
// resolution (reg 5(3)). The date of mediation comes first, because it comes first in life.
func (d *draft) rights() {
	mediation, appeal, err := casework.FamilyLimits(d.facts.Case.Opened.RuleSet, d.facts.On)
	if err != nil {
		d.gap(AppealTime, "the family’s time limits cannot be computed: "+err.Error(), "SEND Regs 2014 reg 5(3)(b), reg 33", "Bring the calendar or the rule set up to date.")
		return
	}
	d.words["appeal_by"], d.words["appeal_raw"] = long(appeal.Effective), long(appeal.Due)
	d.heading(2, "rights.heading")
	d.lead("rights.opening")
	step := "rights.step.appeal"
	if appeal.Effective != appeal.Due {
		step = "rights.step.appeal.moved"
	}
	_, when, _ := d.worded("rights.when.certificate")
	d.add(Steps{Rows: []Step{d.step(long(mediation.Due), "rights.step.mediation"), d.step(when.String(), step)}})
	d.mediation()
	d.appeal()
	d.heading(3, "rights.disagreement.heading")
	d.lead("rights.disagreement")
	d.contact(council.DisagreementResolution, Disagreement)
}

func (d *draft) mediation() {
	d.heading(3, "rights.mediation.heading")
	d.say("rights.mediation.right", "rights.mediation.certificate")
	d.lead("rights.mediation.adviser")
	d.contact(council.MediationAdviser, AdviserDetails)
	d.say("rights.mediation.telling")
	d.lead("rights.mediation.officer")
	d.contact(council.MediationOfficer, CouncilContact)
}

func (d *draft) appeal() {
	d.heading(3, "rights.appeal.heading")
	d.lead("rights.appeal.how")
	if !d.contact(council.Tribunal) {
		d.gap(AppealRight, "the Tribunal’s contact details are missing", "SEND Regs 2014 reg 5(3)(a)", "Record the Tribunal in the council’s contacts.")
	}
}
