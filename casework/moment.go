package casework

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"sendpanel/statute"
)

// Moment is the next day on which a clock of the case has something to say. It begins at midnight in London.
type Moment struct {
	On  statute.Day `json:"on"`
	Why string      `json:"why"`
	// Assessment says that it is on a clock that a decision to assess left running.
	Assessment bool `json:"assessment,omitempty"`
}

// Next is the next moment on any clock of the case that has not yet been recorded, or nothing when no clock runs.
func (c Case) Next() (Moment, bool) { return first(c.moments()) }

// NextButAssessment is [Case.Next] without the clocks that a decision to assess leaves running.
func (c Case) NextButAssessment() (Moment, bool) {
	return first(slices.DeleteFunc(c.moments(), func(m tick) bool { return m.assessment }))
}

func first(coming []tick) (Moment, bool) {
	if len(coming) == 0 {
		return Moment{}, false
	}
	return Moment{On: coming[0].on, Why: coming[0].why, Assessment: coming[0].assessment}, true
}

// Pass gives the events of every moment that has come and has not been recorded, by the engine, in case time.
//
// The engine may have been away. Each event then keeps the day it fell on, and missed warnings become one, the gravest.
func (c Case) Pass(at time.Time) []Event {
	today := statute.DayOf(at)
	var passed []tick
	for _, m := range c.moments() {
		if m.on.After(today) {
			break
		}
		passed = append(passed, m)
	}
	var events []Event
	add := func(on statute.Day, b Body) {
		events = append(events, Event{Seq: c.Seq + len(events) + 1, FellOn: on, RecordedAt: at.UTC(), By: Engine(), Body: b})
	}
	for _, m := range gravestOnly(passed) {
		add(m.on, m.body)
		for _, task := range m.follows {
			add(today, task)
		}
	}
	return events
}

// gravestOnly makes all warnings of one limit that have passed into the last of them, which names the others.
func gravestOnly(passed []tick) []tick {
	var kept []tick
	warned := map[AssessmentOutcome]int{}
	for _, m := range passed {
		w, ok := m.body.(Warned)
		if !ok {
			kept = append(kept, m)
			continue
		}
		if at, before := warned[w.For]; before {
			last := kept[at].body.(Warned)
			last.Points = append(slices.Clone(last.Points), w.Points...)
			kept[at].on, kept[at].body = m.on, last
			continue
		}
		warned[w.For] = len(kept)
		kept = append(kept, m)
	}
	return kept
}

type tick struct {
	on      statute.Day
	why     string
	body    Body
	follows []Body // tasks that the moment gives to somebody

	assessment bool // on a clock that a decision to assess left running
}

// moments lists what the clocks still have to say, the earliest first.
func (c Case) moments() []tick {
	if c.ended() {
		return nil
	}
	coming := append(c.ageMoment(), c.callMoment()...)
	switch {
	case c.Undone != nil:
		coming = append(append(append(coming, c.overturnMoments()...), c.agreementMoments()...), c.assessmentMoments()...)
	case c.NoticeGiven != nil:
		coming = append(append(append(append(coming, c.feedbackMoment()...), c.agreementMoments()...), c.endOfAppealTime()...), c.assessmentMoments()...)
	default:
		coming = append(append(append(coming, c.warnings()...), c.limitMoments()...), c.updateMoments()...)
	}
	slices.SortStableFunc(coming, func(a, b tick) int { return a.on.Compare(b.on) })
	return coming
}

// limitMoments are the last day for sending and the limit itself, as far as they have not been recorded.
func (c Case) limitMoments() []tick {
	var coming []tick
	decide := c.Opened.Decide
	if !c.SendByPassed {
		passing := tick{
			on: decide.SendBy.AddDays(1), why: "the last day for sending the decision in time will have passed",
			body:    SendByPassed{Rule: decide.Rule, SendBy: decide.SendBy, Due: decide.Due},
			follows: []Body{TaskRaised{Task: taskSendBy, For: Director, What: "The last day for posting the decision in time has passed. Decide who acts today; send the decision by hand, or electronically if the family agrees."}},
		}
		if _, in := c.exceptionOn(decide.Rule, decide.SendBy); in {
			passing.follows = nil // the exception says who acts, and when
		}
		coming = append(coming, passing)
	}
	breach, ok := c.passing(decide, c.LimitPassed)
	if _, missed := breach.body.(Breached); missed && c.Decided == nil {
		breach.follows = []Body{breachTask(breach.on)}
	}
	if ok && c.BreachedOn.IsZero() {
		coming = append(coming, breach)
	}
	return coming
}

// passing is the day after the limit or, where an exception is in force then, first the passing of the limit, unless that has
// been recorded, and later the day after the exception's fact ended. While that end is open nothing falls.
func (c Case) passing(limit statute.Dates, passed bool) (tick, bool) {
	breach := tick{
		on: limit.Due.AddDays(1), why: "the limit will have been missed", body: Breached{Rule: limit.Rule, Due: limit.Due},
	}
	for {
		exception, in := c.exceptionOn(limit.Rule, breach.on.AddDays(-1))
		switch {
		case !in:
			return breach, true
		case !passed:
			return tick{on: limit.Due.AddDays(1), why: "the limit will have passed under an exception", body: LimitPassed{Rule: limit.Rule, Due: limit.Due, Limb: exception.Limb}}, true
		case exception.Until.IsZero():
			return tick{}, false
		}
		breach.on = exception.Until.AddDays(1)
	}
}

// ageMoment is the day on which the child passes the end of compulsory school age and becomes the addressee.
func (c Case) ageMoment() []tick {
	born := c.Opened.Child.DateOfBirth
	if c.AgeSwitched || born.IsZero() || IsYoungPerson(born, c.Opened.Received) {
		return nil
	}
	from := statute.YoungPersonFrom(born)
	return []tick{{
		on: from, why: "the young person will hold the rights themselves", body: AgeSwitched{From: from},
		follows: []Body{TaskRaised{Task: "age-switch", For: CaseworkOfficer, What: "Letters go to the young person from now on. Ask how they want to be reached, and what they want their parents to see."}},
	}}
}

// callMoment is the last day for sending, on which a letter that waited for a call goes without it.
func (c Case) callMoment() []tick {
	var waiting []AddresseeID
	for _, call := range c.Calls {
		if !call.Over {
			waiting = append(waiting, call.Addressee)
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	return []tick{{on: c.callsEnd(), why: "a letter can wait for a call no longer", body: CallTimeOver{Addressees: waiting}}}
}

// callsEnd is the day on which a letter waits for its call no longer: the last day for sending, or the day of the decision
// where that came later. What is late already waits for nothing: whoever calls reaches the family before the post does.
func (c Case) callsEnd() statute.Day {
	if sendBy := c.Opened.Decide.SendBy; c.Decided == nil || !c.Decided.On.After(sendBy) {
		return sendBy
	}
	return c.Decided.On
}

// The tasks that a limit gives to somebody.
const (
	taskSendBy TaskID = "send-by-passed"
	taskBreach TaskID = "breach-notice"
)

// warnings are the warning points on the way to the decision that have not been recorded.
func (c Case) warnings() []tick {
	return warningsOf(c.Opened.Decide, c.Opened.Warnings, c.WarnedDays, c.Opened.Received)
}

// warningsOf are the warning points before a limit that have not been recorded and lie after the day since which it matters.
func warningsOf(limit statute.Dates, points []WarningPoint, recorded []int, since statute.Day) []tick {
	points = slices.Clone(points)
	slices.SortFunc(points, func(a, b WarningPoint) int { return cmp.Compare(b.Days, a.Days) })
	var coming []tick
	for _, p := range points {
		on := limit.SendBy.AddDays(-p.Days)
		if slices.Contains(recorded, p.Days) || !on.After(since) {
			continue
		}
		coming = append(coming, tick{on: on, why: "a warning is due", body: Warned{Rule: limit.Rule, Points: []WarningPoint{p}, SendBy: limit.SendBy}})
	}
	return coming
}

// endOfAppealTime closes a refusal when no appeal can come any more: after the limit that a certificate gave, or, where
// none is recorded, after the latest that one could give.
func (c Case) endOfAppealTime() []tick {
	if c.NoticeGiven.Appeal == nil || c.challenged() || c.correcting() || c.toKeep() {
		return nil
	}
	on := c.lastAppeal().AddDays(1)
	if c.Challenge != nil && c.Challenge.Over.After(on) {
		on = c.Challenge.Over
	}
	return []tick{{on: on, why: "the time for an appeal will have ended", body: Closed{Why: whyAppealTime}}}
}

// lastAppeal is the last day on which an appeal can be in time: with the certificate that is recorded, or else with the
// latest that a mediation could have given.
func (c Case) lastAppeal() statute.Day {
	last := c.NoticeGiven.LastAppeal.Effective
	if c.Certificate != nil {
		last = c.Certificate.Appeal.Effective
	} else if c.Challenge != nil && c.Challenge.LastAppeal.After(last) {
		last = c.Challenge.LastAppeal
	}
	return last
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
