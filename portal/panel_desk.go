package portal

import (
	"context"
	"errors"
	"strings"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/records"
	"sendpanel/statute"
)

// MeetingDesk is the part of the desk at which panels' meetings are worked on.
type MeetingDesk interface {
	// CallMeeting calls a meeting in somebody's name. The key makes it one act. The error is a *casework.Refused, or
	// records.ErrMeetingThatDay.
	CallMeeting(ctx context.Context, as casework.PersonID, key string, n NewMeeting) (meeting.Meeting, error)
	// Meeting is a meeting with its agenda. The error is records.ErrNoMeeting where there is none.
	Meeting(ctx context.Context, ref casework.MeetingRef) (meeting.Meeting, meeting.Agenda, error)
	// DoMeeting gives a command to a meeting in somebody's name; the errors are those of Desk.Do.
	DoMeeting(ctx context.Context, ref casework.MeetingRef, as casework.PersonID, key string, act meeting.Act) (activities.Done, error)
	// Complete fills in what an act on a case takes from the meetings, as Do does. The error is a *casework.Refused where a
	// meeting has no room.
	Complete(ctx context.Context, c casework.Case, act casework.Act) (casework.Act, error)
	// MeetingDay is the civil day in the time of the meeting.
	MeetingDay(m meeting.Meeting) statute.Day
}

// NewMeeting says which meeting is called. What is left empty is as the council's settings have it.
type NewMeeting struct {
	Panel    string
	On       statute.Day
	Capacity int    // how many cases it takes
	Place    string // where it is
	From     string // when it begins, as 09:30
}

// namesMeeting reports whether a pattern has a meeting in its address.
func namesMeeting(pattern string) bool { return strings.Contains(pattern, "{meeting}") }

// lookUpMeeting reads the meeting in the address with its agenda.
func (p *Portal) lookUpMeeting(v *Visit) error {
	ref, err := casework.ParseMeetingRef(v.Path("meeting"))
	if err != nil {
		return ErrNotFound
	}
	v.Meeting, v.Agenda, err = p.desk.Meeting(v.Context(), ref)
	if errors.Is(err, records.ErrNoMeeting) {
		return ErrNotFound
	}
	v.Today = p.desk.MeetingDay(v.Meeting)
	return err
}

// takeItem takes the case from the meeting's agenda; one that is not on it looks like one that is not there.
func (v *Visit) takeItem(ref casework.Ref) error {
	for _, item := range v.Agenda.Items {
		if item.Case.Ref == ref {
			v.Case = item.Case
			return nil
		}
	}
	return ErrNotFound
}

// DoMeeting gives a command to the meeting in the address in the person's name. The form's key makes it one act.
func (v *Visit) DoMeeting(act meeting.Act) error {
	_, err := v.p.desk.DoMeeting(v.Context(), v.Meeting.Ref, v.Who.Actor.Person, v.Form.Key(), act)
	return err
}

// meetingPath is the address of a page of the meeting.
func (v *Visit) meetingPath(more ...string) string {
	return strings.Join(append([]string{"/panel/meetings", string(v.Meeting.Ref)}, more...), "/")
}

// itemPath is the address of a page of the case at the meeting.
func (v *Visit) itemPath(ref casework.Ref, more ...string) string {
	return v.meetingPath(append([]string{"cases", string(ref)}, more...)...)
}
