package council

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// Complete fills in what an act takes from the settings of the day: the name of the panel, and the quorum of one that
// recommends. Where the panel is not known the quorum stays 0, and casework refuses the act.
func (c Council) Complete(act casework.Act, on statute.Day) casework.Act {
	switch a := act.(type) {
	case casework.List:
		panel, _ := c.Panel(a.Panel, a.On)
		a.Name = panel.Name
		return a
	case casework.ChangeSchool:
		a.School = c.SchoolAddressee(a.To)
		return a
	case casework.Recommend:
		panel, _ := c.Panel(a.Panel, on)
		a.Name, a.Quorum = panel.Name, panel.Quorum
		return a
	}
	return act
}

// CompleteIn is [Council.Complete] for a case, and looks whether those named as present make a meeting on it: without
// those who have an interest there is a quorum, and somebody knows what the panel asks for.
//
// The error is a [*casework.Refused] as [Council.ConfirmsIn] would give it later: asked first, a person hears it at once.
func (c Council) CompleteIn(in casework.Case, act casework.Act, on statute.Day) (casework.Act, error) {
	act = c.Complete(act, on)
	r, ok := act.(casework.Recommend)
	if !ok {
		return act, nil
	}
	check := recheck{c: c, in: &in, on: on, act: casework.ActRecommend}
	if p, known := check.panel(r.Panel); known {
		check.attendance(r.Present, p)
	}
	return act, check.err()
}

// meeting checks what a recommendation says of the meeting.
func (r *recheck) meeting(b casework.Recommended, by casework.Actor, p Panel) {
	if b.Name != "" && b.Name != p.Name {
		r.addf("name", again, "is recorded as %s, and the panel is the %s on %s.", b.Name, p.Name, r.on.Short())
	}
	if b.Quorum != p.Quorum {
		r.addf("quorum", again, "is recorded as %d, and the quorum of the %s is %d on %s.", b.Quorum, p.Name, p.Quorum, r.on.Short())
	}
	if !slices.Contains(b.Present, by.Person) {
		r.addf("present", "Add them, or have the member who took the chair record it.", "does not name %s, who records the recommendation.", by.Person)
	}
	r.attendance(b.Present, p)
}

// attendance has the quorum counted of those named as present ([meeting.Quorum]), of whom the settings must know each.
func (r *recheck) attendance(present []casework.PersonID, p Panel) {
	seatOf := func(id casework.PersonID) (meeting.Seat, bool) { return r.c.seatOf(p, id, r.on) }
	var seats []meeting.Seat
	for i, id := range present {
		at := fmt.Sprintf("present[%d]", i)
		if _, known := r.c.Person(id, r.on); !known {
			r.addf(at, "Take the name out.", "%s is nobody in the council’s settings on %s.", id, r.on.Short())
			continue
		}
		if _, belongs := r.seat(at, id, p); belongs {
			seat, _ := seatOf(id)
			seats = append(seats, seat)
		}
	}
	// Whoever records the advice took the chair.
	n := meeting.Quorum{Number: p.Quorum, Required: p.asks()}.Count(seats, r.in, seatOf)
	if n.TooFew {
		r.addf("present", "Wait for more members, or bring the case to the next meeting. The six weeks go on.",
			"%d of the %s were present%s and its quorum is %d.", len(n.Seats), p.Name, withdrawn(n.Interested), p.Quorum)
	}
	for _, need := range n.Without {
		mend := "Bring the case to a meeting with one. The six weeks go on."
		if need.WrittenView {
			mend = "Have one record a view of the case first, or bring it to a meeting with one. The six weeks go on."
		}
		r.addf("present", mend, "Nobody who counts is there as %s, and the %s does not advise without.", inWords(need.Knows), p.Name)
	}
}

func withdrawn(seats []meeting.Seat) string {
	if len(seats) == 0 {
		return ""
	}
	names := make([]string, len(seats))
	for i, s := range seats {
		names[i] = s.Name
	}
	return fmt.Sprintf(" without an interest in this case (%s withdrew)", strings.Join(names, ", "))
}

// inWords is a name of the settings as a sentence has it.
func inWords[S ~string](name S) string { return strings.ReplaceAll(string(name), "_", " ") }
