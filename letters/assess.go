package letters

import (
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// decisionToAssess tells the family that the council will assess (s.36(8), reg 5(1)). There is no appeal against that,
// so it holds no rights; it says what an assessment is and is not, by when, and what they can ask for.
func (d *draft) decisionToAssess() {
	d.open("assess.title", "Decision to assess")
	d.say("assess.decision")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)}, Fact{"Law", "Children and Families Act 2014, section 36(8)"})
	d.heading(2, "assess.why.heading")
	d.say("assess.why")
	for _, f := range d.facts.Decision.Findings {
		d.quote(Mark{Source: sourceOf(f.Limb)}, f.Reason)
	}
	d.heading(2, "assess.meaning.heading")
	d.say("assess.means", "assess.means_not")
	d.assessmentDates()
	d.heading(2, "assess.advice.heading")
	d.lead("assess.advice")
	d.list(d.advisers()...)
	d.heading(2, "assess.ask.heading")
	d.say("assess.ask.other", "assess.ask.reports")
	d.talk()
	d.advice()
	d.say("close.call")
	d.signDecision()
	d.otherWays()
}

func (d *draft) assessmentDates() {
	o := d.facts.Case.Opened
	d.heading(2, "assess.dates.heading")
	d.add(Steps{Rows: []Step{d.stepBy(o.NoPlan.Due, "assess.no_plan"), d.stepBy(o.Plan.Due, "assess.plan")}})
}

// advisers lists whose advice is sought (reg 6(1)).
func (d *draft) advisers() []string {
	ids := []string{"assess.advice.family", "assess.advice.school", "assess.advice.health", "assess.advice.psychology", "assess.advice.care"}
	if inYearNine(d.facts.Case.Opened.Child.DateOfBirth, d.facts.On) {
		ids = append(ids, "assess.advice.adulthood")
	}
	return append(ids, "assess.advice.other")
}

// inYearNine reports whether somebody born on the day is in or beyond year 9, the school year in which most turn 14
// (reg 6(1)(g)). Nothing is assumed where the date of birth is not known.
func inYearNine(born, on statute.Day) bool {
	if born.IsZero() {
		return false
	}
	year, month, _ := on.Date()
	if month < time.September {
		year--
	}
	return !born.AddMonths(13 * 12).After(statute.Date(year, time.August, 31))
}

// schoolDecisionToAssess tells the setting, after the family (reg 5(2)).
func (d *draft) schoolDecisionToAssess() {
	d.open("assess.title", "Decision to assess")
	d.say("assess.decision")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)})
	d.heading(2, "assess.why.heading")
	d.say("assess.why")
	d.heading(2, "assess.meaning.heading")
	d.say("assess.means", "assess.means_not")
	d.assessmentDates()
	d.heading(2, "assess.school.advice.heading")
	d.say("assess.school.advice", "assess.school.support")
	d.talk()
	d.say("close.call")
	d.signDecision()
}

// sourceOf is the law behind a limb of the test.
func sourceOf(l casework.Limb) string {
	switch l {
	case casework.LimbS1:
		return "CFA 2014 s.36(3), s.36(5)"
	case casework.Limb8a:
		return "CFA 2014 s.36(8)(a)"
	case casework.Limb8b:
		return "CFA 2014 s.36(8)(b)"
	}
	return ""
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
