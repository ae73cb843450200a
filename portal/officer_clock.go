package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/statute"
)

// decideRail is the six-week clock with the panel and the last day for sending on it, and the proof of its dates.
func (p *Portal) decideRail(v *Visit) look.Rail {
	c, d := v.Case, v.Case.Opened.Decide
	clock := rail.Clock{Name: p.say("rail-six-weeks"), Start: d.Start, Due: d.Due, Today: v.Today,
		Marks: []rail.Mark{{Day: d.SendBy, Kind: rail.Limit, Text: p.say("rail-send-by")}}}
	if c.Listed != nil {
		clock.Marks = append(clock.Marks, rail.Mark{Day: c.Listed.On, Kind: rail.Event, Text: p.say("rail-panel")})
	}
	if c.NoticeGiven != nil {
		clock.Finish = c.NoticeGiven.On
	}
	for _, e := range c.Exceptions {
		clock.Spans = append(clock.Spans, rail.Span{From: e.From, To: p.lastDay(e, v.Today), Text: p.say("rail-exception", "limb", e.Limb)})
	}
	if c.Closed() && c.NoticeGiven == nil {
		clock.Today = d.Start
	}
	return look.NewRail(clock, proofOf(d)...)
}

// lastDay is the last day of an exception, or today while its fact lasts.
func (p *Portal) lastDay(e casework.ExceptionAt, today statute.Day) statute.Day {
	if e.Until.IsZero() {
		return today
	}
	return e.Until.AddDays(-1)
}

// proofOf is how the dates were computed, a paragraph each, as the statute book says it.
func proofOf(d statute.Dates) []string { return strings.Split(d.Explain(), "\n") }

// caseDatesPage shows each clock of the case with its proof.
type caseDatesPage struct {
	Head   caseHead
	Rail   look.Rail
	Five   look.SummaryList
	Others []otherClock
	Claims look.SummaryList
}

// otherClock is a limit that follows, with its proof.
type otherClock struct {
	Title, Text string
	Proof       look.Details
}

func (p *Portal) officerDates(v *Visit) error {
	if err := v.Read("dates"); err != nil {
		return err
	}
	d := v.Case.Opened.Decide
	page := caseDatesPage{Head: p.head(v, "dates"), Rail: p.decideRail(v), Others: p.otherClocks(v)}
	page.Five.Rows = []look.SummaryRow{
		p.dated("date-due", d.Due), p.dated("date-target", d.Target), p.dated("date-work-by", d.WorkBy),
		p.dated("date-effective", d.Effective), p.dated("date-send-by", d.SendBy),
	}
	for _, e := range v.Case.Exceptions {
		row := look.SummaryRow{Key: e.Limb, Value: p.say("exception-from", "from", e.From.Long())}
		tag := look.Tag{Text: p.say("exception-lasts"), Tone: look.Soon}
		if !e.Until.IsZero() {
			row.Value = p.say("exception-until", "from", e.From.Long(), "until", e.Until.Long())
			tag = look.Tag{Text: p.say("exception-over")}
		}
		row.Tag = &tag
		page.Claims.Rows = append(page.Claims.Rows, row)
	}
	return v.Page("officer-dates", page)
}

func (p *Portal) dated(key string, day statute.Day) look.SummaryRow {
	return look.SummaryRow{Key: p.say(key), Value: day.Long() + "\n\n" + p.say(key+"-why")}
}

// otherClocks are the limits that follow the decision: of a plan, or of an appeal.
func (p *Portal) otherClocks(v *Visit) []otherClock {
	c := v.Case
	var list []otherClock
	add := func(key string, d statute.Dates, day statute.Day) {
		text := p.say(key+"-lead", "day", day.Long())
		list = append(list, otherClock{Title: p.say(key), Text: text, Proof: look.Details{Summary: p.say("why-this-date"), Text: slices.DeleteFunc(proofOf(d), func(s string) bool { return s == "" })}})
	}
	if n := c.NoticeGiven; n != nil && n.Appeal != nil {
		add("limit-mediation", *n.Mediation, n.Mediation.Due)
		if c.Certificate != nil {
			add("limit-appeal", c.Certificate.Appeal, c.Certificate.Appeal.Effective)
		} else {
			add("limit-appeal", *n.Appeal, n.Appeal.Effective)
		}
		return list
	}
	if c.Decided == nil || c.Decided.Outcome == casework.Assess {
		add("limit-no-plan", c.Opened.NoPlan, c.Opened.NoPlan.Due)
		add("limit-plan", c.Opened.Plan, c.Opened.Plan.Due)
	}
	return list
}
