package meeting

import (
	"fmt"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Slot is a coming meeting of a panel, as whoever looks for one for a case sees it.
type Slot struct {
	Meeting casework.MeetingRef // empty for a day that the council's settings plan and nobody has called yet
	On      statute.Day
	Room    int // how many more cases it takes
}

// hearsBack is for how many days a family that was asked and has not answered is waited for, where there is time.
const hearsBack = 14

// WantsListing reports whether a case is to be put on an agenda by itself: the family has been asked, nobody has listed
// it, and there is still time. A demonstration's case lives in a time of its own, and is listed by its people.
func WantsListing(c casework.Case, today statute.Day) bool {
	if c.Stage != casework.StageConsidering || c.Listed != nil || c.Opened.Shift != 0 || today.After(c.Opened.Decide.SendBy) {
		return false
	}
	_, _, asked := asked(c)
	return asked
}

// asked says when the family or the child was first asked for their views, and whether they have answered.
func asked(c casework.Case) (first statute.Day, answered, ok bool) {
	for _, said := range c.Consulted {
		if said.Whom != "family" && said.Whom != "child" {
			continue
		}
		if !ok || said.Asked.Before(first) {
			first = said.Asked
		}
		ok, answered = true, answered || said.Received
	}
	return first, answered, ok
}

// Choose is the meeting for a case: the first with room, because the duty is to act as soon as practicable, and before
// the last day for sending, so that there is time to decide. An urgent case takes the first whether or not it has room. A
// family that has not answered is given time to, if a later meeting is early enough.
func Choose(c casework.Case, slots []Slot, today statute.Day) (Slot, bool) {
	fits := func(s Slot, from statute.Day) bool {
		return !s.On.Before(from) && s.On.Before(c.Opened.Decide.SendBy) && (s.Room > 0 || len(c.Urgent) > 0)
	}
	first, answered, _ := asked(c)
	if heard := first.AddDays(hearsBack); !answered && len(c.Urgent) == 0 && heard.After(today) {
		if s, ok := earliest(slots, func(s Slot) bool { return fits(s, heard) }); ok {
			return s, true
		}
	}
	return earliest(slots, func(s Slot) bool { return fits(s, today.AddDays(1)) })
}

func earliest(slots []Slot, fits func(Slot) bool) (found Slot, ok bool) {
	for _, s := range slots {
		if fits(s) && (!ok || s.On.Before(found.On)) {
			found, ok = s, true
		}
	}
	return found, ok
}

// Panel is the panel for a case and its coming meetings.
type Panel struct {
	ID    string
	Name  string
	Slots []Slot
}

// List puts a case that wants it on the agenda of the meeting for it. Where no meeting can take it in time, the manager
// gets the choice as a task. It gives nothing where that has been done.
func List(c casework.Case, p Panel, at time.Time) []casework.Event {
	today := statute.DayOf(at)
	if !WantsListing(c, today) || p.ID == "" {
		return nil
	}
	told := slices.ContainsFunc(c.Tasks, func(t casework.Task) bool { return t.Task == casework.TaskNoMeeting })
	slot, ok := Choose(c, p.Slots, today)
	var bodies []casework.Body
	switch {
	case ok:
		bodies = append(bodies, casework.Listed{Panel: p.ID, Name: p.Name, On: slot.On, Meeting: slot.Meeting})
	case !told:
		bodies = append(bodies, casework.TaskRaised{Task: casework.TaskNoMeeting, For: casework.ServiceManager, What: NoMeeting(c, p, today)})
	}
	return c.Record(bodies, casework.Engine(), at)
}

// NoMeeting puts a case that no meeting can take in time before the manager, in a sentence with the choices.
func NoMeeting(c casework.Case, p Panel, today statute.Day) string {
	next := "none is planned"
	if s, ok := earliest(p.Slots, func(s Slot) bool { return s.On.After(today) && s.Room > 0 }); ok {
		next = "the next with room is on " + s.On.Long()
	}
	return fmt.Sprintf("The decision on %s has to be sent by %s, and no meeting of the %s with room comes before that day: %s. "+
		"Choose today: call an urgent meeting; agree to assess the same day; or, if none can meet in time, refuse without a panel, with a second officer’s review. The six weeks go on.",
		c.Ref, c.Opened.Decide.SendBy.Long(), p.Name, next)
}
