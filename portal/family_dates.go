package portal

import (
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// familyDate is a date with why it is that day.
type familyDate struct {
	What, When string
	Why        string
	Law        string
	Passed     *look.Tag
}

// familyDatesPage is the dates; where a decision can be challenged, the page says who the people of its dates are.
type familyDatesPage struct {
	Dates     []familyDate
	Refused   bool
	Exception string // why the council may take longer, where it may
}

// familyDates shows every date that matters to the person, with its reason.
func (p *Portal) familyDates(v *Visit) error {
	if err := v.Read("dates"); err != nil {
		return err
	}
	s := story{v: v, c: v.Case, page: v.family(nil)}
	page := familyDatesPage{Dates: s.dates(), Refused: s.refused() || s.outcome() != nil}
	if v.Case.NoticeGiven == nil && !s.over() {
		page.Exception, _ = s.exception()
	}
	return v.showFamily("family-dates", page)
}

func (s story) dates() []familyDate {
	o := s.c.Opened
	list := []familyDate{{What: s.p("family-date-received"), When: s.v.long(o.Received), Why: s.p("family-date-received-why")}}
	add := func(key string, d statute.Dates, day statute.Day) {
		one := familyDate{What: s.p(key), When: s.v.long(day), Why: s.v.why(d), Law: d.Proof.Cite}
		if s.v.Today.After(day) {
			one.Passed = &look.Tag{Text: s.p("family-date-passed")}
		}
		list = append(list, one)
	}
	if s.over() && !s.refused() && s.outcome() == nil {
		return list // nothing is due any more
	}
	add("family-date-decide", o.Decide, o.Decide.Due)
	if s.refused() {
		if mediation := s.c.NoticeGiven.Mediation; mediation != nil {
			add("family-date-mediation", *mediation, mediation.Due)
		}
		appeal := s.appeal()
		add("family-date-appeal", appeal, appeal.Effective)
	}
	if ended := s.outcome(); ended != nil {
		add("family-date-mediation", ended.Mediation, ended.Mediation.Due)
		add("family-date-appeal", ended.Appeal, ended.Appeal.Effective)
		return list
	}
	if draft := s.draft(); draft != nil {
		add("family-date-draft", draft.Reply, draft.Reply.Due)
	}
	if s.c.Undone != nil {
		for _, clock := range s.c.Undone.Clocks {
			if key, told := undoneDates()[clock.Stage]; told && s.v.why(clock.WorkTo) != "" {
				add(key, clock.WorkTo, clock.WorkTo.Due)
			}
		}
	}
	if s.c.Undone == nil && !s.refused() && !s.over() {
		if s.draft() == nil {
			add("family-date-noplan", o.NoPlan, o.NoPlan.Due)
		}
		add("family-date-plan", o.Plan, o.Plan.Due)
	}
	if from, comes := s.c.AgeSwitchOn(); comes && !s.page.Self && !from.After(s.v.Today.AddMonths(ageSwitchAhead)) {
		list = append(list, familyDate{What: s.p("family-date-own", "child", s.page.Child), When: s.v.long(from), Why: s.p("family-date-own-why", "child", s.page.Child), Law: ageSwitchLaw})
	}
	return list
}

// A parent is told a year and a half ahead from when their child has the rights themselves.
const (
	ageSwitchAhead = 18
	ageSwitchLaw   = "CFA 2014 s.83(2); Education Act 1996 s.8(3)"
)

// undoneDates are the keys of what is due once a refusal no longer counts.
func undoneDates() map[statute.Stage]string {
	return map[statute.Stage]string{statute.SayAssessment: "family-date-undone-say", statute.NoPlanStage: "family-date-noplan",
		statute.DraftStage: "family-date-undone-draft", statute.FinalStage: "family-date-plan", statute.AgreedStage: "family-date-undone-agreed"}
}
