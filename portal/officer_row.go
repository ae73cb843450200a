package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/records"
	"sendpanel/statute"
)

// farDays is from when on the next day of a told case is too far away to be news: a birthday in ten years.
const farDays = 366

// caseTable shows cases as rows: what is next and who acts, the clock, and how it stands. It reads the register's columns
// and no events, so that it is quick however many cases there are.
func (p *Portal) caseTable(v *Visit, rows []records.CaseRow) look.Table {
	columns := []look.Column{{Title: p.say("request")}, {Title: p.say("next-who"), Wide: true}, {Title: p.say("clock")}, {Title: p.say("standing")}}
	list := make([]look.Row, len(rows))
	for i, c := range rows {
		standing := p.standing(v, c)
		cells := []look.Cell{
			{Link: &look.Link{Text: string(c.Ref), Href: "/cases/" + string(c.Ref)}, Note: p.whoseChild(v, c), OffPaper: true},
			{Text: p.nextStep(v, c)}, {Text: p.say("clock-over")}, {Tag: &standing},
		}
		if c.Urgent && stillWaits(c) {
			cells[0].Note = dotted(p.say("urgent-row"), cells[0].Note)
		}
		if c.Officer != v.Who.Actor.Person {
			cells[3].Note = p.say("officer-of", "name", p.personName(v, c.Officer))
		}
		if c.Tasks > 0 {
			cells[1].Note = p.count("tasks-open", c.Tasks)
		}
		if stillWaits(c) {
			drawn := look.Rail{Thin: rowClock(v, c, p).Thin()}
			cells[2] = look.Cell{Rail: &drawn}
		}
		list[i] = look.Row{Cells: cells}
	}
	table := look.NewTable(p.say("cases-caption"), columns, list)
	table.HideTitle = true
	return table
}

// stillWaits reports whether the family still waits for its decision.
func stillWaits(c records.CaseRow) bool { return c.Stage.Waits() }

// rowClock is the six-week clock as far as the columns know it.
func rowClock(v *Visit, c records.CaseRow, p *Portal) rail.Clock {
	clock := rail.Clock{Say: p.say, Name: p.say("rail-six-weeks"), Start: c.Received, Due: c.Due, Today: v.Today,
		Marks: []rail.Mark{{Day: c.SendBy, Kind: rail.Limit, Text: p.say("rail-send-by")}}}
	if !c.ListedOn.IsZero() {
		clock.Marks = append(clock.Marks, rail.Mark{Day: c.ListedOn, Kind: rail.Event, Text: p.say("rail-panel")})
	}
	return clock
}

func (p *Portal) whoseChild(v *Visit, c records.CaseRow) string {
	if school, known := v.Council.School(c.Setting); known {
		return c.Child + ", " + school.Name
	}
	return c.Child
}

// personName is a person's name as the settings have it today, or the ID of somebody who has left.
func (p *Portal) personName(v *Visit, id casework.PersonID) string {
	if person, here := v.Council.Person(id, v.Today); here {
		return person.Name
	}
	return string(id)
}

// standing is how the clock of a row stands, in words.
func (p *Portal) standing(v *Visit, c records.CaseRow) look.Tag {
	switch {
	case c.Stage == casework.StageNotified && c.Clock == clockMetLate:
		return look.Tag{Text: p.say("standing-told-late"), Tone: look.Soon}
	case c.Stage == casework.StageNotified:
		return look.Tag{Text: p.say("standing-told"), Tone: look.Done}
	case c.Stage == casework.StageOverturned:
		return look.Tag{Text: p.say("standing-overturned"), Tone: look.Soon}
	case !stillWaits(c):
		return look.Tag{Text: p.say("stage-" + string(c.Stage)), Tone: look.Quiet}
	}
	return p.timeLeft(c.Due, c.SendBy, v.Today, c.Clock == clockExcepted)
}

// timeLeft is how long there is to send something, or how late it is.
func (p *Portal) timeLeft(due, sendBy, today statute.Day, excepted bool) look.Tag {
	left := sendBy.Sub(today)
	switch {
	case excepted:
		return look.Tag{Text: p.say("clock-exception"), Tone: look.Soon}
	case today.After(due):
		return look.Tag{Text: p.count("days-late", today.Sub(due)), Tone: look.Late}
	case left < 0:
		return look.Tag{Text: p.say("clock-overdue"), Tone: look.Late}
	case left == 0:
		return look.Tag{Text: p.say("standing-today"), Tone: look.Late}
	case left <= soonDays:
		return look.Tag{Text: p.count("days-left", left), Tone: look.Soon}
	}
	return look.Tag{Text: p.count("days-left", left), Tone: look.Info}
}

// nextStep says in a sentence or two why a case stands where it does, and who acts next.
func (p *Portal) nextStep(v *Visit, c records.CaseRow) string {
	switch {
	case stillWaits(c) && c.Clock == "breached":
		return p.say("next-breached", "due", c.Due.Short()) + " " + p.doing(v, c)
	case stillWaits(c) && c.Clock == clockOverdue:
		return p.say("next-overdue", "sendby", c.SendBy.Short(), "due", c.Due.Short()) + " " + p.doing(v, c)
	case stillWaits(c) && c.Clock == clockExcepted:
		return p.say("next-excepted", "due", c.Due.Short()) + " " + p.doing(v, c)
	case c.Stage == casework.StageNotified && (c.Next.On.IsZero() || c.Next.On.Sub(v.Today) > farDays):
		return p.say("doing-told")
	case c.Stage == casework.StageNotified:
		return p.say("doing-told-until", "day", c.Next.On.Short(), "why", c.Next.Why)
	case c.Stage == casework.StageOverturned && c.Next.On.IsZero():
		return p.say("doing-overturned")
	case c.Stage == casework.StageOverturned:
		return p.say("doing-overturned-until", "day", c.Next.On.Short(), "why", c.Next.Why)
	}
	return p.doing(v, c)
}

// doing is what somebody has to do with the case now.
func (p *Portal) doing(v *Visit, c records.CaseRow) string {
	officer := p.personName(v, c.Officer)
	switch c.Stage {
	case casework.StageReceived:
		return p.say("doing-received")
	case casework.StageConsidering:
		switch {
		case c.ListedOn.IsZero() && c.SendBy.Before(v.Today):
			return p.say("doing-unlisted-late", "name", officer)
		case c.ListedOn.IsZero():
			return p.say("doing-unlisted", "name", officer)
		case c.ListedOn.Before(v.Today):
			return p.say("doing-met", "day", c.ListedOn.Short())
		}
		return p.say("doing-listed", "day", c.ListedOn.Short())
	case casework.StageRecommended:
		if c.SendBy.Before(v.Today) {
			return p.say("doing-recommended-late")
		}
		return p.say("doing-recommended", "sendby", c.SendBy.Short())
	case casework.StageDecided:
		if c.SendBy.Before(v.Today) {
			return p.say("doing-decided-late")
		}
		return p.say("doing-decided", "sendby", c.SendBy.Short())
	case casework.StageWithdrawn:
		return p.say("doing-withdrawn")
	case casework.StageEnded:
		return p.say("doing-ended")
	}
	return p.say("doing-closed")
}
