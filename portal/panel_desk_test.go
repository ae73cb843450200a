package portal

import (
	"context"
	"encoding/json"
	"os"
	"testing"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/service/sittings"
	"sendpanel/statute"
)

func (d paperDesk) CallMeeting(ctx context.Context, as casework.PersonID, key string, n NewMeeting) (meeting.Meeting, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return meeting.Meeting{}, err
	}
	by, err := settings.Actor(as, statute.DayOf(d.site.now), "portal")
	if err != nil {
		return meeting.Meeting{}, err
	}
	planned, err := settings.MeetingOn(n.Panel, n.On)
	if err != nil {
		return meeting.Meeting{}, err
	}
	if n.Capacity != 0 {
		planned.Capacity = n.Capacity
	}
	ref, _, err := d.register.PlanMeeting(ctx, key, n.On.Year(), func(ref casework.MeetingRef) ([]meeting.Event, error) {
		p := planned
		p.Ref = ref
		return meeting.Begin(p, by, key, d.site.now)
	})
	if err != nil {
		return meeting.Meeting{}, err
	}
	m, _, err := d.Meeting(ctx, ref)
	return m, err
}

func (d paperDesk) Meeting(ctx context.Context, ref casework.MeetingRef) (meeting.Meeting, meeting.Agenda, error) {
	return d.book().Meeting(ctx, ref)
}

func (d paperDesk) Complete(ctx context.Context, c casework.Case, act casework.Act) (casework.Act, error) {
	return d.book().Complete(ctx, c, act)
}

// noPanelMeets takes every coming day out of the panels' plan.
func (s *site) noPanelMeets() {
	s.t.Helper()
	in, err := s.desk.Council(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for i := range in.Panels {
		in.Panels[i].Meetings = nil
	}
	putSettings(s.t, s, in)
}

// book is the service's own, at the time of the test.
func (d paperDesk) book() sittings.Book {
	return sittings.Book{Register: d.register, Now: d.site.clockNow}
}

func (d paperDesk) MeetingDay(meeting.Meeting) statute.Day { return statute.DayOf(d.site.now) }

func (d paperDesk) DoMeeting(ctx context.Context, ref casework.MeetingRef, as casework.PersonID, key string, act meeting.Act) (activities.Done, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return activities.Done{}, err
	}
	by, err := settings.Actor(as, statute.DayOf(d.site.now), "portal")
	if err != nil {
		return activities.Done{}, err
	}
	m, agenda, err := d.Meeting(ctx, ref)
	if err != nil {
		return activities.Done{}, err
	}
	if invite, ok := act.(meeting.Invite); ok {
		if seat, seated := settings.SeatAt(m.Panel, invite.Member, m.On); seated {
			invite.Seat = &seat
		}
		act = invite
	}
	f, err := m.Do(meeting.Command{Key: key, By: by, Act: act}, agenda, d.site.now)
	if err != nil {
		return activities.Done{}, err
	}
	return activities.Done{Ref: casework.Ref(ref)}, d.recordMeeting(ctx, ref, f)
}

// recordMeeting records what follows at a meeting, with the checks of the product.
func (d paperDesk) recordMeeting(ctx context.Context, ref casework.MeetingRef, f meeting.Follows) error {
	told := map[casework.Ref][]casework.Event{}
	for _, tell := range f.Tells {
		told[tell.Case.Ref] = tell.Case.Record(tell.Bodies, f.By, d.site.now)
	}
	if len(f.Events)+len(told) == 0 {
		return nil
	}
	return d.register.RecordMeeting(ctx, ref, f.Events, told,
		func(in council.Council, before meeting.Meeting, e meeting.Event) error {
			return in.ConfirmsMeeting(before, e)
		},
		func(in council.Council, before casework.Case, e casework.Event) error {
			return in.ConfirmsIn(before, e)
		})
}

// pass does what the meeting's own workflow does when something changed on its agenda.
func (s *site) pass(ref casework.MeetingRef) {
	s.t.Helper()
	desk := s.desk.(paperDesk)
	m, agenda, err := desk.Meeting(s.t.Context(), ref)
	if err == nil {
		err = desk.recordMeeting(s.t.Context(), ref, m.Pass(agenda, s.now))
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// call calls a meeting of the panel on the day.
func (s *site) call(on statute.Day) meeting.Meeting {
	s.t.Helper()
	m, err := s.desk.CallMeeting(s.t.Context(), "joe.marsh", "call "+on.String(), NewMeeting{Panel: "send-panel", On: on})
	if err != nil {
		s.t.Fatal(err)
	}
	return m
}

// list puts a case on the agenda of the panel's meeting of the day.
func (s *site) list(ref casework.Ref, on statute.Day) {
	s.t.Helper()
	s.do(ref, "amina.khan", casework.List{Panel: "send-panel", Name: "Northmere SEND Panel", On: on})
}

// doMeeting gives a command to a meeting as the person.
func (s *site) doMeeting(ref casework.MeetingRef, as casework.PersonID, act meeting.Act) {
	s.t.Helper()
	if _, err := s.desk.DoMeeting(s.t.Context(), ref, as, string(act.Kind())+s.now.String(), act); err != nil {
		s.t.Fatal(err)
	}
}

// come records that people came to the meeting.
func (s *site) come(ref casework.MeetingRef, people ...casework.PersonID) {
	s.t.Helper()
	var came []meeting.Attended
	for _, who := range people {
		came = append(came, meeting.Attended{Member: who, What: meeting.Arrived, At: "09:25"})
	}
	s.doMeeting(ref, "joe.marsh", meeting.Attend{People: came})
}

// meetingDay is the day of the panel in tests, and morning is when it begins.
func meetingDay() statute.Day { return statute.Date(2026, time.December, 8) }

func morning() time.Time { return meetingDay().At(9, 30) }

// panelSet is a meeting with two cases on its agenda, the papers released; the second child is of Millbrook, where one of
// the members works.
func panelSet(t testing.TB, s *site) (meeting.Meeting, casework.Ref, casework.Ref) {
	t.Helper()
	var theo map[string]any // a request with everything a panel reads
	data, err := os.ReadFile("../examples/01-agreed/request.json")
	if err == nil {
		err = json.Unmarshal(data, &theo)
	}
	if err != nil {
		t.Fatal(err)
	}
	one := s.receive(func(r map[string]any) {
		child := r["child"].(map[string]any)
		child["setting"], child["upn"], child["forenames"] = "canal-street-primary", "U871200025003", "Theo"
		r["requester"].(map[string]any)["setting"] = "canal-street-primary"
		for _, part := range []string{"needs", "cycles", "attainment", "attendance", "views"} {
			r[part] = theo[part]
		}
	}).Ref
	two := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	m := s.call(meetingDay())
	s.list(one, meetingDay())
	s.list(two, meetingDay())
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	return m, one, two
}
