package meeting

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Outcome is what became of a case at a meeting. It comes from the case's own events.
type Outcome string

// Outcomes.
const (
	Pending     Outcome = "" // nothing yet
	Recommended Outcome = "recommended"
	Deferred    Outcome = "deferred"
	Moved       Outcome = "moved" // listed for another meeting without a deferral
	Decided     Outcome = "decided"
	Withdrawn   Outcome = "withdrawn" // by the family, or the child moved away or died
)

// Item is a case as the meeting sees it.
type Item struct {
	Case    casework.Case
	Outcome Outcome             // at this meeting, once it has taken the case up
	Until   statute.Day         // the day it was put off or moved to
	Present []casework.PersonID // whom a recommendation names as present
}

// Takes reports whether the case is on the meeting's agenda: it is being considered, and listed for the meeting or, where
// its listing names no meeting, for its panel on its day.
func (m Meeting) Takes(c casework.Case) bool {
	if c.Stage != casework.StageConsidering || c.Listed == nil || c.Opened.Shift != m.Shift {
		return false
	}
	if c.Listed.Meeting != "" {
		return c.Listed.Meeting == m.Ref
	}
	return c.Listed.Panel == m.Panel && c.Listed.On == m.On
}

// ItemOf is the case of these events as the meeting sees it.
func (m Meeting) ItemOf(c casework.Case, events []casework.Event) Item {
	item := Item{Case: c}
	after := slices.IndexFunc(events, func(e casework.Event) bool {
		met, ok := e.Body.(casework.PanelMet)
		return ok && met.Meeting == m.Ref
	})
	if after < 0 {
		return item
	}
	for _, e := range events[after+1:] {
		if item.become(e.Body, m.Ref); item.Outcome != Pending {
			break
		}
	}
	return item
}

// become takes the first outcome: what followed it later is the case's own affair.
func (i *Item) become(body casework.Body, at casework.MeetingRef) {
	switch b := body.(type) {
	case casework.Recommended:
		i.Outcome, i.Present = Recommended, b.Present
	case casework.Deferred:
		i.Outcome, i.Until = Deferred, b.Until
	case casework.Listed:
		if b.Meeting == at {
			return // listed here once more
		}
		i.Outcome, i.Until = Moved, b.On
	case casework.Decided:
		i.Outcome = Decided
	case casework.Withdrawn, casework.TransferredOut, casework.Died, casework.Closed:
		i.Outcome = Withdrawn
	}
}

// Agenda is what the register knows around a meeting at one moment.
type Agenda struct {
	Items []Item // those listed for it, and those it took up, in the order of [casework.AgendaOrder]
	Slots []Slot // the coming meetings of the same panel
}

// NewAgenda puts items in the order in which a panel takes them.
func NewAgenda(items []Item, slots []Slot) Agenda {
	cases := make([]casework.Case, len(items))
	by := map[casework.Ref]Item{}
	for i, item := range items {
		cases[i], by[item.Case.Ref] = item.Case, item
	}
	a := Agenda{Slots: slots}
	for _, c := range casework.AgendaOrder(cases) {
		a.Items = append(a.Items, by[c.Ref])
	}
	return a
}

// item finds a case.
func (a Agenda) item(ref casework.Ref) (Item, bool) {
	i := slices.IndexFunc(a.Items, func(i Item) bool { return i.Case.Ref == ref })
	if i < 0 {
		return Item{}, false
	}
	return a.Items[i], true
}

// listed are the items that are on the agenda now and that the meeting has not taken up.
func (a Agenda) listed(m Meeting) []Item {
	return slices.DeleteFunc(slices.Clone(a.Items), func(i Item) bool { return !m.Takes(i.Case) || m.tookUp(i.Case.Ref) })
}

func (m Meeting) tookUp(ref casework.Ref) bool {
	return slices.ContainsFunc(m.Items, func(s Standing) bool { return s.Case == ref })
}

// Tell is what a case is told: events to be recorded in it, after the one with which it was read.
type Tell struct {
	Case   casework.Case
	Bodies []casework.Body
}

// Follows is what follows from a command or a moment: events of the meeting, and what its cases are told. All of it is
// recorded together, or nothing.
type Follows struct {
	By     casework.Actor // in whose name
	Events []Event
	Tells  []Tell
}
