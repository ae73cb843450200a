package gallery

import (
	"time"

	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/statute"
)

func on(month, day int) statute.Day {
	year := 2026
	if month < 9 {
		year = 2027
	}
	return statute.Date(year, time.Month(month), day)
}

// six is a six-week clock begun on 23 November with a panel on 22 December.
func six(today statute.Day) rail.Clock {
	start := on(11, 23)
	return rail.Clock{
		Name: "Decision within six weeks", Start: start, Due: start.AddWeeks(6), Today: today,
		Marks: []rail.Mark{{Day: on(12, 22), Kind: rail.Event, Text: "Panel"}, {Day: on(12, 29), Kind: rail.Limit, Text: "Send by"}},
	}
}

func sixteen() rail.Clock {
	start := on(9, 14)
	return rail.Clock{
		Name: "If there will be no plan, the family is told within sixteen weeks", Start: start, Due: start.AddWeeks(16), Today: on(11, 23),
		Marks: []rail.Mark{{Day: on(10, 26), Kind: rail.Event, Text: "Decided to assess"}, {Day: on(12, 7), Kind: rail.Limit, Text: "Advice by"}, {Day: on(12, 30), Kind: rail.Limit, Text: "Send by"}},
		Spans: []rail.Span{{From: on(11, 2), To: on(11, 30), Text: "Exception recorded: the child is away from the area for four weeks"}},
	}
}

func twenty() rail.Clock {
	start := on(9, 14)
	return rail.Clock{
		Name: "Plan within twenty weeks", Start: start, Due: start.AddWeeks(20), Today: on(12, 16),
		Marks: []rail.Mark{
			{Day: on(10, 26), Kind: rail.Event, Text: "Decided to assess"}, {Day: on(12, 7), Kind: rail.Limit, Text: "Advice by"},
			{Day: on(12, 21), Kind: rail.Event, Text: "Draft plan"}, {Day: on(1, 26), Kind: rail.Limit, Text: "Send by"},
		},
	}
}

func late() rail.Clock {
	return six(on(1, 12))
}

func sent() rail.Clock {
	c := six(on(12, 29))
	c.Finish = on(12, 23)
	return c
}

func why() []string {
	return []string{
		"Six calendar weeks from the day on which the request arrived: Monday 23 November and 42 days is **Monday 4 January**. Weekends and holidays do not stop the clock.",
		"“Send by” is the last day on which a first-class letter, handed over on a working day, reaches the family in time.",
		"Special Educational Needs and Disability Regulations 2014, regulation 5(1). No exception has been recorded.",
	}
}

// drawer draws clocks in the words of the word list.
func drawer(say rail.Say) func(rail.Clock) look.Rail {
	return func(c rail.Clock) look.Rail {
		c.Say = say
		return look.NewRail(c, why()...)
	}
}
