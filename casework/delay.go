package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// A family whose decision is late hears from the council: the first notice is prepared at once for the next working day
// and released by a person, with a day that can be kept; after that it is told on every change and at least every
// fortnight, until there is a decision or until it would rather not be told.

// fortnight is how long a family may wait for news at most, in days, and postDays how long its letter is on the way.
const (
	fortnight = 14
	postDays  = 2
)

// DelayTold: an officer released news of a late decision to the family.
type DelayTold struct {
	Why      string      `json:"why,omitempty"` // the officer's own sentences, printed in the letter
	ExpectBy statute.Day `json:"expect_by"`     // the day by which the council expects to send its decision
	First    bool        `json:"first,omitempty"`
	Before   statute.Day `json:"before,omitzero"`   // when the family was told last
	Expected statute.Day `json:"expected,omitzero"` // the day that it was told then
}

// UpdatesStopped: somebody in the family would rather have no more news of a delay, or wants it again.
type UpdatesStopped struct {
	Addressee AddresseeID `json:"addressee"`
	Resumed   bool        `json:"resumed,omitempty"`
}

// Kind is KindDelayTold, and so for the body below.
func (DelayTold) Kind() Kind      { return KindDelayTold }
func (UpdatesStopped) Kind() Kind { return KindUpdatesStopped }

// Delay is what a family has been told of a late decision.
type Delay struct {
	Seq      int         `json:"seq"` // the event of the newest news
	On       statute.Day `json:"on"`
	ExpectBy statute.Day `json:"expect_by"`
}

// TellDelay releases news of a late decision to the family: why, and by when to expect it. Given again it says what has
// changed.
type TellDelay struct {
	Why      string      `json:"why"`
	ExpectBy statute.Day `json:"expect_by"`
}

// Kind is ActTellDelay.
func (TellDelay) Kind() ActKind { return ActTellDelay }

func (a TellDelay) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.BreachedOn.IsZero() {
		g.addf("", "Decide in time: nothing is to be excused yet.", "The decision is not late: it is due by %s.", c.Opened.Decide.Due.Long())
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence or two what the matter is and who sees to it. It is printed in the family’s letter.")
	}
	if a.ExpectBy.IsZero() || !a.ExpectBy.After(on) {
		g.add("expect_by", "must be a day to come.", "Give a day by which the decision will be sent, and one that you can keep.")
	}
}

func (a TellDelay) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	told := DelayTold{Why: a.Why, ExpectBy: a.ExpectBy, First: c.Delay == nil}
	if c.Delay != nil {
		told.Before, told.Expected = c.Delay.On, c.Delay.ExpectBy
	}
	return append([]Body{told}, c.endDelayTasks("The family is told.")...), nil
}

// StopUpdates records that somebody in the family would rather have no more letters about the delay, or wants them again.
type StopUpdates struct {
	Addressee AddresseeID `json:"addressee"`
	Resume    bool        `json:"resume,omitempty"`
}

// Kind is ActStopUpdates.
func (StopUpdates) Kind() ActKind { return ActStopUpdates }

func (a StopUpdates) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if !slices.Contains(c.family(), a.Addressee) {
		g.addf("addressee", "Copy it from the case, as family-1.", "%q is nobody in the family to whom letters go.", a.Addressee)
	}
	if stopped := slices.Contains(c.NoUpdates, a.Addressee); stopped != a.Resume {
		g.addf("resume", "Nothing is to be done, or correct it.", "does not change what %s has asked for.", a.Addressee)
	}
}

func (a StopUpdates) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	bodies := []Body{UpdatesStopped{Addressee: a.Addressee, Resumed: a.Resume}}
	for _, key := range c.Printed() {
		if key.Kind == DelayUpdateLetter && key.To == a.Addressee && !a.Resume {
			bodies = append(bodies, Voided{Letter: key, Why: "They would rather have no more letters about the delay."})
		}
	}
	after, err := c.Apply(c.Record(bodies, by, on.At(12, 0))...)
	if err != nil || c.Delay == nil || len(after.updated()) > 0 {
		return bodies, err
	}
	return append(bodies, c.endDelayTasks("Nobody in the family wants more news of the delay.")...), nil
}

// updated lists those in the family who want news of a delay.
func (c Case) updated() []AddresseeID {
	return slices.DeleteFunc(c.family(), func(id AddresseeID) bool { return slices.Contains(c.NoUpdates, id) })
}

// endDelayTasks closes what is open of the news that a family is owed.
func (c Case) endDelayTasks(how string) []Body {
	var bodies []Body
	for _, t := range c.Tasks {
		if !t.Done && (t.Task == taskBreach || t.Task == c.updateTask() || t.Task == c.overdueTask()) {
			bodies = append(bodies, TaskDone{Task: t.Task, How: how})
		}
	}
	return bodies
}

func (c Case) updateTask() TaskID  { return c.delayTask("delay-update") }
func (c Case) overdueTask() TaskID { return c.delayTask("delay-update-overdue") }

// delayTask names a task after the news that it follows on; there is none before the first.
func (c Case) delayTask(name string) TaskID {
	if c.Delay == nil {
		return ""
	}
	return TaskID(fmt.Sprintf("%s:%d", name, c.Delay.Seq))
}

// updateMoments are the days on which a family that waits is owed news: when the day it was told has passed, or a
// fortnight after the last letter, so early that the next one arrives in time; and when nobody has seen to it.
func (c Case) updateMoments() []tick {
	if c.Delay == nil || c.Decided != nil || len(c.updated()) == 0 {
		return nil
	}
	by := c.Delay.On.AddDays(fortnight)
	on, why := by.AddDays(-postDays-1), "a fortnight since the family last heard of the delay ends on "+by.Long()
	if passed := c.Delay.ExpectBy.AddDays(1); passed.Before(on) {
		on, why = passed, "the day that the family was told, "+c.Delay.ExpectBy.Long()+", has passed"
	}
	var coming []tick
	if !c.taskKnown(c.updateTask()) {
		coming = append(coming, tick{on: on, why: "the family is to hear again of the delay", body: TaskRaised{
			Task: c.updateTask(), For: ServiceManager,
			What: "Tell the family how things stand: " + why + ". Say what has changed and by which day you will send the decision.",
		}})
	}
	if !c.taskKnown(c.overdueTask()) {
		coming = append(coming, tick{on: by.AddDays(1), why: "the family will have waited more than a fortnight for news", body: TaskRaised{
			Task: c.overdueTask(), For: Director,
			What: "The family of a late decision has heard nothing for more than a fortnight. Decide who tells them today.",
		}})
	}
	return coming
}

func (c Case) taskKnown(id TaskID) bool {
	return slices.ContainsFunc(c.Tasks, func(t Task) bool { return t.Task == id })
}

// breachTask asks for the first news of a delay, prepared for the next working day.
func breachTask(from statute.Day) TaskRaised {
	when := "today"
	if day, err := statute.WorkingDayOnOrAfter(from); err == nil {
		when = "on " + day.Long()
	}
	return TaskRaised{Task: taskBreach, For: ServiceManager, What: "Tell the family " + when + " that the decision is late: why, who sees to it, and a day that you can keep. " +
		"Release the letter on the delay. Call first where they asked for it."}
}

// takeDelay takes what a family is told of a delay.
func (c *Case) takeDelay(e Event) {
	switch b := e.Body.(type) {
	case DelayTold:
		c.Delay = &Delay{Seq: e.Seq, On: e.FellOn, ExpectBy: b.ExpectBy}
	case UpdatesStopped:
		c.NoUpdates = slices.DeleteFunc(slices.Clone(c.NoUpdates), func(id AddresseeID) bool { return id == b.Addressee })
		if !b.Resumed {
			c.NoUpdates = append(c.NoUpdates, b.Addressee)
		}
	}
}
