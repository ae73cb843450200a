package casework

import (
	"cmp"
	"slices"
	"strings"

	"sendpanel/statute"
)

// Moment is the next day on which a clock of the case has something to say. It begins at midnight in London.
type Moment struct {
	On  statute.Day `json:"on"`
	Why string      `json:"why"`
}

// Next is the next moment on any clock of the case that has not yet been recorded, or nothing when no clock runs.
func (c Case) Next() (Moment, bool) {
	coming := c.moments()
	if len(coming) == 0 {
		return Moment{}, false
	}
	return Moment{On: coming[0].on, Why: coming[0].why}, true
}

// Pass says what is to be recorded when the day has come: every moment up to and on today that has not been recorded.
//
// The engine may have been away. Each event then keeps the day it fell on, and missed warnings become one, the gravest.
func (c Case) Pass(today statute.Day) []Body {
	var missed Warned
	var bodies []Body
	for _, m := range c.moments() {
		if m.on.After(today) {
			break
		}
		if w, ok := m.body.(Warned); ok {
			missed.Rule, missed.SendBy = w.Rule, w.SendBy
			missed.Points = append(missed.Points, w.Points...)
			continue
		}
		bodies = append(bodies, m.body)
		bodies = append(bodies, m.follows...)
	}
	if len(missed.Points) > 0 {
		bodies = append([]Body{missed}, bodies...)
	}
	return bodies
}

// FellOn is the day to which a body that [Case.Pass] gave belongs.
func (c Case) FellOn(b Body, today statute.Day) statute.Day {
	switch b := b.(type) {
	case Warned:
		last := b.Points[len(b.Points)-1]
		return b.SendBy.AddDays(-last.Days)
	case SendByPassed:
		return b.SendBy.AddDays(1)
	case Breached:
		return b.Due.AddDays(1)
	case Closed:
		if c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil {
			return c.NoticeGiven.Appeal.Effective.AddDays(1)
		}
	}
	return today
}

type moment struct {
	on      statute.Day
	why     string
	body    Body
	follows []Body // tasks that the moment gives to somebody
}

// moments lists what the clocks still have to say, the earliest first.
func (c Case) moments() []moment {
	switch {
	case c.Closed() || c.Stage == StageWithdrawn:
		return nil
	case c.NoticeGiven != nil:
		return c.endOfAppealTime()
	}
	coming := c.warnings()
	decide := c.Opened.Decide
	if !c.SendByPassed {
		coming = append(coming, moment{
			on: decide.SendBy.AddDays(1), why: "the last day for sending the decision in time will have passed",
			body:    SendByPassed{Rule: decide.Rule, SendBy: decide.SendBy, Due: decide.Due},
			follows: []Body{TaskRaised{Task: "send-by-passed", For: Director, What: "The last day for sending the decision in time has passed. Decide who acts today, and send the decision by hand or electronically if the family agrees."}},
		})
	}
	if c.BreachedOn.IsZero() {
		coming = append(coming, moment{
			on: decide.Due.AddDays(1), why: "the limit will have been missed", body: Breached{Rule: decide.Rule, Due: decide.Due},
			follows: []Body{TaskRaised{Task: "breach-notice", For: ServiceManager, What: "Tell the family today that the decision is late, why, who is dealing with it and by when it will come. Call first where they asked for it."}},
		})
	}
	slices.SortStableFunc(coming, func(a, b moment) int { return cmp.Compare(a.on.Sub(b.on), 0) })
	return coming
}

// warnings are the warning points not yet recorded that lie after the day of receipt.
func (c Case) warnings() []moment {
	sendBy := c.Opened.Decide.SendBy
	points := slices.Clone(c.Opened.Warnings)
	slices.SortFunc(points, func(a, b WarningPoint) int { return cmp.Compare(b.Days, a.Days) })
	var coming []moment
	for _, p := range points {
		on := sendBy.AddDays(-p.Days)
		if slices.Contains(c.WarnedDays, p.Days) || !on.After(c.Opened.Received) {
			continue
		}
		coming = append(coming, moment{on: on, why: "a warning is due", body: Warned{Rule: c.Opened.Decide.Rule, Points: []WarningPoint{p}, SendBy: sendBy}})
	}
	return coming
}

// endOfAppealTime closes a refusal when the family's time for an appeal has run out.
func (c Case) endOfAppealTime() []moment {
	if c.NoticeGiven.Appeal == nil {
		return nil
	}
	return []moment{{
		on: c.NoticeGiven.Appeal.Effective.AddDays(1), why: "the time for an appeal will have ended",
		body: Closed{Why: "The time for an appeal has ended and none is recorded."},
	}}
}

// letter is the letter a task is about, if it is about one.
func (id TaskID) letter() (LetterKey, bool) {
	rest, ok := strings.CutPrefix(string(id), "letter:")
	if !ok {
		return LetterKey{}, false
	}
	var key LetterKey
	if err := key.UnmarshalText([]byte(rest)); err != nil {
		return LetterKey{}, false
	}
	return key, true
}

// LetterTask is the task of a letter that could not be issued.
func LetterTask(key LetterKey) TaskID { return TaskID("letter:" + key.String()) }
