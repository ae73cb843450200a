package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/statute"
)

// decideRail is the six-week clock with the panel and the last day for sending on it, and the proof of its dates. There is
// none where the six weeks ended before the family was told: the clock no longer runs, and nothing was done in time or late.
func (p *Portal) decideRail(v *Visit) *look.Rail {
	if !v.Case.Waits() && v.Case.NoticeGiven == nil {
		return nil
	}
	c, d := v.Case, v.Case.Opened.Decide
	clock := rail.Clock{Say: p.say, Name: p.say("rail-six-weeks"), Start: d.Start, Due: d.Due, Today: v.Today, Excepted: c.LimitPassed && c.BreachedOn.IsZero(),
		Marks: []rail.Mark{{Day: d.SendBy, Kind: rail.Limit, Text: p.say("rail-send-by")}}}
	if c.Listed != nil {
		clock.Marks = append(clock.Marks, rail.Mark{Day: c.Listed.On, Kind: rail.Event, Text: p.say("rail-panel")})
	}
	if c.NoticeGiven != nil {
		clock.Finish = c.NoticeGiven.On
	}
	for _, e := range c.Exceptions {
		if e.Rule != d.Rule {
			continue // it stops another limit
		}
		clock.Spans = append(clock.Spans, rail.Span{From: e.From, To: p.lastDay(e, v.Today), Text: p.say("rail-exception", "limb", e.Limb)})
	}
	drawn := look.NewRail(clock, proofOf(d)...)
	return &drawn
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
	Rail   *look.Rail
	Plan   *look.Rail // of the plan, once the family has been told of the assessment
	Five   look.SummaryList
	Others []otherClock
	Claims look.SummaryList
}

// otherClock is a limit that follows, with its proof.
type otherClock struct {
	Title, Text string
	Tag         *look.Tag // how far it has come, where that is known
	Proof       look.Details
}

func (p *Portal) officerDates(v *Visit) error {
	if err := v.Read("dates"); err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	d := v.Case.Opened.Decide
	page := caseDatesPage{Head: p.head(v, "dates"), Rail: p.decideRail(v), Plan: p.planRail(v), Others: p.otherClocks(v, events)}
	page.Five.Rows = []look.SummaryRow{
		p.dated("date-due", d.Due), p.dated("date-target", d.Target), p.dated("date-work-by", d.WorkBy),
		p.dated("date-effective", d.Effective), p.dated("date-send-by", d.SendBy),
	}
	page.Claims.Rows = p.claims(v, events)
	return v.Page("officer-dates", page)
}

func (p *Portal) dated(key string, day statute.Day) look.SummaryRow {
	return look.SummaryRow{Key: p.say(key), Value: day.Long() + "\n\n" + p.say(key+"-why")}
}

// claims are the exceptions that were claimed, each with what its legal test rests on.
func (p *Portal) claims(v *Visit, events []casework.Event) []look.SummaryRow {
	var rows []look.SummaryRow
	for _, e := range v.Case.Exceptions {
		row := look.SummaryRow{Key: e.Limb, Value: p.say("exception-from", "from", e.From.Long())}
		tag := look.Tag{Text: p.say("exception-lasts"), Tone: look.Soon}
		if !e.Until.IsZero() {
			row.Value = p.say("exception-until", "from", e.From.Long(), "until", e.Until.Long())
			tag = look.Tag{Text: p.say("exception-over")}
		}
		if claim, known := claimOf(events, e); known {
			row.Value += "\n\n" + claim.Facts + "\n\n" + p.say("exception-because", "why", claim.ImpracticalBecause, "evidence", strings.Join(claim.Evidence, ", "))
			if !claim.FamilyToldOn.IsZero() {
				row.Value += "\n\n" + p.say("exception-told", "day", claim.FamilyToldOn.Long())
			}
		}
		row.Tag = &tag
		rows = append(rows, row)
	}
	return rows
}

func claimOf(events []casework.Event, of casework.ExceptionAt) (statute.Claim, bool) {
	for _, e := range slices.Backward(events) {
		if b, ok := e.Body.(casework.ExceptionClaimed); ok && b.Tested.Claim.Limb == of.Limb && b.Tested.Claim.From == of.From {
			return b.Tested.Claim, true
		}
	}
	return statute.Claim{}, false
}
