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
	Dates   []familyDate
	Refused bool
}

// familyDates shows every date that matters to the person, with its reason.
func (p *Portal) familyDates(v *Visit) error {
	if err := v.Read("dates"); err != nil {
		return err
	}
	s := story{v: v, c: v.Case, page: v.family(nil)}
	return v.showFamily("family-dates", familyDatesPage{Dates: s.dates(), Refused: v.Case.NoticeGiven != nil && v.Case.NoticeGiven.Appeal != nil})
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
	add("family-date-decide", o.Decide, o.Decide.Due)
	if told := s.c.NoticeGiven; told != nil && told.Appeal != nil {
		if told.Mediation != nil {
			add("family-date-mediation", *told.Mediation, told.Mediation.Due)
		}
		appeal := *told.Appeal
		if s.c.Certificate != nil {
			appeal = s.c.Certificate.Appeal
		}
		add("family-date-appeal", appeal, appeal.Effective)
	}
	if s.c.Undone != nil {
		for _, clock := range s.c.Undone.Clocks {
			if why := s.v.why(clock.WorkTo); why != "" {
				add("family-date-undone", clock.WorkTo, clock.WorkTo.Due)
			}
		}
	}
	if s.c.Undone == nil && !s.refused() && !s.over() {
		add("family-date-noplan", o.NoPlan, o.NoPlan.Due)
		add("family-date-plan", o.Plan, o.Plan.Due)
	}
	return list
}
