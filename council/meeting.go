package council

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
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

// attendance checks who was there. A seat counts once, and only while the settings know the person; somebody with an
// interest in the case has withdrawn from it and does not count.
func (r *recheck) attendance(present []casework.PersonID, p Panel) {
	taken := map[casework.PersonID]bool{} // by seat
	var counts []Person
	var interested []string
	for i, id := range present {
		at := fmt.Sprintf("present[%d]", i)
		who, known := r.c.Person(id, r.on)
		if !known {
			r.addf(at, "Take the name out.", "%s is nobody in the council’s settings on %s.", id, r.on.Short())
			continue
		}
		seat, belongs := r.seat(at, id, p)
		switch {
		case !belongs:
		case r.interest(who):
			interested = append(interested, who.Name)
		default:
			counts, taken[seat] = append(counts, who), true
		}
	}
	if len(taken) < p.Quorum {
		r.addf("present", "Wait for more members, or bring the case to the next meeting. The six weeks go on.",
			"%d of the %s were present%s and its quorum is %d.", len(taken), p.Name, withdrawn(interested), p.Quorum)
	}
	r.required(counts, p)
}

// interest reports whether the person has an interest in the case: one that was declared or that the records show.
func (r *recheck) interest(who Person) bool {
	if r.in == nil {
		return false
	}
	_, has := r.in.InterestOf(who.actor(r.on, ""))
	return has
}

func withdrawn(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf(" without an interest in this case (%s withdrew)", strings.Join(names, ", "))
}

// required checks that somebody knew what the panel asks for, in the room or, where the panel takes that, in writing.
// Written views are part of the case: without it their roles are not asked for.
func (r *recheck) required(counts []Person, p Panel) {
	for _, need := range p.Required {
		knows := func(who Person) bool { return slices.Contains(who.PanelRoles, need.Role) }
		if slices.ContainsFunc(counts, knows) || need.WrittenView && (r.in == nil || slices.ContainsFunc(r.inWriting(p), knows)) {
			continue
		}
		mend := "Bring the case to a meeting with one. The six weeks go on."
		if need.WrittenView {
			mend = "Have one record a view of the case first, or bring it to a meeting with one. The six weeks go on."
		}
		r.addf("present", mend, "nobody who counts is there as %s, and the %s does not advise without.", inWords(need.Role), p.Name)
	}
}

// inWriting are the members whose own views of the case are recorded, those with an interest left out.
func (r *recheck) inWriting(p Panel) []Person {
	var people []Person
	for _, v := range r.in.Views {
		who, known := r.c.Person(v.Member, r.on)
		if _, seated := p.Seat(v.Member); known && seated && !r.interest(who) {
			people = append(people, who)
		}
	}
	return people
}

// inWords is a name of the settings as a sentence has it.
func inWords[S ~string](name S) string { return strings.ReplaceAll(string(name), "_", " ") }
