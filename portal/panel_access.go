package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// MeetingRule says whether somebody stands to the meeting in the address, and to the case where the address names one
// too, as a route asks.
type MeetingRule func(v *Visit) bool

// atMeeting reports whether one of the rules about the meeting in the address holds.
func (a Access) atMeeting(v *Visit) bool {
	return v.Meeting.Ref != "" && slices.ContainsFunc(a.Meeting, func(rule MeetingRule) bool { return rule(v) })
}

// Invited is for those who have a seat at the meeting.
func Invited() Access {
	return Access{Meeting: []MeetingRule{func(v *Visit) bool {
		_, invited := v.Meeting.Seat(v.Who.Actor.Person)
		return invited
	}}}
}

// ReadsPack is for those invited who may read the papers of the case: once they are released, and without an interest.
func ReadsPack() Access {
	return Access{Meeting: []MeetingRule{func(v *Visit) bool { return v.Meeting.MayRead(v.Who.Actor.Person, v.Case) }}}
}

// ChairsCase is for whoever takes the chair of the meeting and may read the papers of the case.
func ChairsCase() Access {
	return Access{Meeting: []MeetingRule{func(v *Visit) bool {
		return v.Who.Actor.Has(casework.PanelChair) && v.Meeting.Grants(v.Who.Actor, meeting.ActClose) && v.Meeting.MayRead(v.Who.Actor.Person, v.Case)
	}}}
}

// Holding is for those who may give the meeting such a command at some stage of it.
func Holding(kinds ...casework.ActKind) Access {
	return Access{Meeting: []MeetingRule{func(v *Visit) bool {
		return slices.ContainsFunc(kinds, func(kind casework.ActKind) bool { return v.Meeting.Grants(v.Who.Actor, kind) })
	}}}
}

// panelPeople are those who have to do with panels' meetings.
func panelPeople() Access {
	return Staff(casework.PanelMember, casework.PanelChair, casework.Clerk, casework.CaseworkOfficer, casework.ServiceManager)
}

// meetingPeople are the panel and those of the council who prepare meetings.
func meetingPeople() Access {
	return Invited().Or(Staff(casework.Clerk, casework.CaseworkOfficer, casework.ServiceManager))
}
