package statute

// counter computes step by step and remembers each step. After its first error it does nothing more.
type counter struct {
	calendar *calendar
	steps    []Step
	err      error
}

func (c *counter) note(s Step, err error) Day {
	if c.err != nil {
		return Day{}
	}
	if err != nil {
		c.err = err
		return Day{}
	}
	c.steps = append(c.steps, s)
	return s.Result
}

// limit returns the last day that the limit allows.
func (c *counter) limit(l Limit, start, second Day) Day {
	if second.IsZero() {
		return c.period("due", l.First, start)
	}
	switch l.Choice {
	case AsAgreed:
		return c.note(Step{Gives: "due", By: TakeAgreed, From: start, Other: second, Result: maxDay(start, second)}, nil)
	case MoveUnlessUnaware:
		return c.move(l.First, start, second)
	case Later:
		first := c.period("first", l.First, start)
		return c.later(first, c.period("second", l.Second, second))
	}
	return c.period("due", l.First, start)
}

func (c *counter) period(gives string, p Period, event Day) Day {
	if c.err != nil {
		return Day{}
	}
	last, skipped, err := p.last(c.calendar, event)
	rounded := p.Unit == Months && !event.hasCorresponding(p.signed())
	return c.note(Step{Gives: gives, By: CountPeriod, From: event, Period: p, Result: last, NotCounted: skipped, MonthEnd: rounded}, err)
}

func (c *counter) later(a, b Day) Day {
	return c.note(Step{Gives: "due", By: TakeLater, From: a, Other: b, Result: maxDay(a, b)}, nil)
}

// move is reg 15(2). The authority was aware in time if it knew on or before the 15th working day before the move.
func (c *counter) move(p Period, aware, move Day) Day {
	if !aware.Before(move) {
		return c.period("due", p, aware)
	}
	back := Period{N: p.N, Unit: WorkingDays, Count: BeforeEvent}
	if inTime := c.period("aware_in_time", back, move); !aware.After(inTime) {
		return c.note(Step{Gives: "due", By: TakeMove, From: aware, Other: move, Result: move}, nil)
	}
	return c.period("due", p, aware)
}

func (c *counter) dayBefore(gives string, d Day) Day {
	return c.note(Step{Gives: gives, By: DayBefore, From: d, Result: d.AddDays(-1)}, nil)
}

func (c *counter) dayAfter(gives string, d Day) Day {
	return c.note(Step{Gives: gives, By: DayAfter, From: d, Result: d.AddDays(1)}, nil)
}

func (c *counter) workingDay(gives string, d Day) Day {
	if c.err != nil {
		return Day{}
	}
	found, err := c.calendar.onOrBefore(d)
	return c.note(Step{Gives: gives, By: LastWorkingDay, From: d, Result: found, NotCounted: between(found, d)}, err)
}

func (c *counter) rule12(raw Day) Day {
	if c.err != nil {
		return Day{}
	}
	moved, err := c.calendar.afterRule12(raw)
	return c.note(Step{Gives: "effective", By: Rule12, From: raw, Result: moved}, err)
}

func (c *counter) sendBy(channel Channel, due, workBy Day) Day {
	if c.err != nil {
		return Day{}
	}
	last, err := channel.lastHandover(c.calendar, due)
	return c.note(Step{Gives: "send_by", By: HandOver, From: due, Other: workBy, Result: minDay(last, workBy)}, err)
}

// between returns the days after the working day found and up to d, as the stretch that was passed over.
func between(found, d Day) []Span {
	if !found.Before(d) {
		return nil
	}
	return []Span{{From: found.AddDays(1), To: d}}
}

func (p Period) signed() int {
	if p.Count == BeforeEvent {
		return -p.N
	}
	return p.N
}

func maxDay(a, b Day) Day {
	if a.After(b) {
		return a
	}
	return b
}

func minDay(a, b Day) Day {
	if a.Before(b) {
		return a
	}
	return b
}
