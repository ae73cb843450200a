package lively

import (
	"fmt"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// The panel that looks at the requests, its clerk, and how many days before it meets it is called.
const (
	panel        = "send-panel"
	earlyPanel   = "early-years-panel" // looks at children under five
	clerk        = "joe.marsh"
	calledBefore = 28
)

// plan finds the days of the meetings: Tuesdays that are working days, from before the first request to the next month.
func (s *Stage) plan(today statute.Day) error {
	for day := today.AddDays(-100); !day.After(today.AddDays(27)); day = day.AddDays(1) {
		if day.Weekday() != 2 {
			continue
		}
		working, err := statute.WorkingDayOnOrAfter(day)
		if err != nil {
			return err
		}
		if working != day {
			continue
		}
		planned, err := s.council.MeetingOn(panel, day)
		if err != nil {
			return err
		}
		s.Meetings = append(s.Meetings, &Meeting{Meeting: meeting.Meeting{Planned: planned}})
	}
	early, err := thursday(today.AddDays(7))
	if err != nil {
		return err
	}
	planned, err := s.council.MeetingOn(earlyPanel, early)
	if err != nil {
		return err
	}
	s.Meetings = append(s.Meetings, &Meeting{Meeting: meeting.Meeting{Planned: planned}})
	// They are called, and so numbered, in the order of their days.
	slices.SortStableFunc(s.Meetings, func(a, b *Meeting) int { return a.Meeting.On.Compare(b.Meeting.On) })
	return nil
}

// thursday is the first Thursday on the day or later that is a working day.
func thursday(day statute.Day) (statute.Day, error) {
	for {
		working, err := statute.WorkingDayOnOrAfter(day)
		if err != nil || working == day && day.Weekday() == time.Thursday {
			return day, err
		}
		day = day.AddDays(1)
	}
}

// earlyMeeting is the day on which the panel for the youngest meets.
func (s *Stage) earlyMeeting() statute.Day {
	i := slices.IndexFunc(s.Meetings, func(m *Meeting) bool { return m.Meeting.Panel == earlyPanel })
	return s.Meetings[i].Meeting.On
}

// meetingFrom is the first meeting of the panel on the day or later.
func (s *Stage) meetingFrom(day statute.Day) (last statute.Day) {
	for _, m := range s.Meetings {
		if m.Meeting.Panel != panel {
			continue
		}
		if last = m.Meeting.On; !last.Before(day) {
			return last
		}
	}
	return last
}

// call calls a meeting.
func (s *Stage) call(m *Meeting) error {
	on := statute.DayOf(s.now)
	by, err := s.council.Actor(clerk, on, "demonstration")
	if err != nil {
		return err
	}
	planned := m.Meeting.Planned
	planned.Ref = casework.NewMeetingRef(planned.On.Year(), s.next("meetings", planned.On.Year()))
	events, err := meeting.Begin(planned, by, "demonstration/"+planned.Panel+"/"+planned.On.String(), s.now)
	if err != nil {
		return err
	}
	m.Meeting, err = meeting.Fold(events)
	m.Events = events
	return err
}

// passMeetings calls the meetings that are near enough, and records what midnight brings to those that are called.
func (s *Stage) passMeetings() error {
	today := statute.DayOf(s.now)
	for _, m := range s.Meetings {
		switch {
		case len(m.Events) == 0 && !today.Before(m.Meeting.On.AddDays(-calledBefore)):
			if err := s.call(m); err != nil {
				return err
			}
		case len(m.Events) > 0 && !m.Meeting.Over():
			if err := s.follow(m, m.Meeting.Pass(s.agenda(m.Meeting), s.now)); err != nil {
				return err
			}
		}
	}
	return nil
}

// agenda is what the register would know around the meeting.
func (s *Stage) agenda(m meeting.Meeting) meeting.Agenda {
	var items []meeting.Item
	for _, c := range s.Cases {
		if len(c.Events) > 0 && (m.Takes(c.Case) || slices.ContainsFunc(m.Items, func(i meeting.Standing) bool { return i.Case == c.Case.Ref })) {
			items = append(items, m.ItemOf(c.Case, c.Events))
		}
	}
	var slots []meeting.Slot
	for _, next := range s.Meetings {
		if next.Meeting.Panel == m.Panel && len(next.Events) > 0 && next.Meeting.On.After(statute.DayOf(s.now)) {
			slots = append(slots, meeting.Slot{Meeting: next.Meeting.Ref, On: next.Meeting.On, Room: next.Meeting.Capacity - s.listed(next.Meeting)})
		}
	}
	return meeting.NewAgenda(items, slots)
}

func (s *Stage) listed(m meeting.Meeting) (n int) {
	for _, c := range s.Cases {
		if len(c.Events) > 0 && m.Takes(c.Case) {
			n++
		}
	}
	return n
}

// follow takes what follows at a meeting, and tells its cases.
func (s *Stage) follow(m *Meeting, f meeting.Follows) (err error) {
	if m.Meeting, err = m.Meeting.Apply(f.Events...); err != nil {
		return err
	}
	m.Events = append(m.Events, f.Events...)
	for _, tell := range f.Tells {
		for _, c := range s.Cases {
			if len(c.Events) > 0 && c.Case.Ref == tell.Case.Ref {
				if err := s.happen(c, c.Case.Record(tell.Bodies, f.By, s.now)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s *Stage) doMeeting(m *Meeting, id casework.PersonID, act meeting.Act) error {
	by, err := s.council.Actor(id, statute.DayOf(s.now), "demonstration")
	if err != nil {
		return err
	}
	f, err := m.Meeting.Do(meeting.Command{Key: fmt.Sprintf("demonstration/%s/%d", m.Meeting.Ref, m.Meeting.Seq), By: by, Act: act}, s.agenda(m.Meeting), s.now)
	if err != nil {
		return fmt.Errorf("meeting of %s: %s by %s: %w", m.Meeting.On, act.Kind(), id, err)
	}
	return s.follow(m, f)
}

// present are those who come. Where one of them works for a child’s school they do not count on that case.
func present() []casework.PersonID {
	return []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley"}
}

// hold holds the meeting of the day, if there is one. One that nothing is listed for was cancelled.
func (s *Stage) hold(day statute.Day) error {
	i := slices.IndexFunc(s.Meetings, func(m *Meeting) bool { return m.Meeting.On == day && len(m.Events) > 0 })
	if i < 0 {
		return nil
	}
	m := s.Meetings[i]
	s.now = day.At(meetingHour, 0)
	if s.listed(m.Meeting) == 0 {
		return s.doMeeting(m, clerk, meeting.Cancel{Why: "No request was ready for it."})
	}
	var came meeting.Attend
	for _, who := range present() {
		came.People = append(came.People, meeting.Attended{Member: who, What: meeting.Arrived, At: "09:25"})
	}
	if err := s.doMeeting(m, clerk, came); err != nil {
		return err
	}
	if err := s.doMeeting(m, "helen.forsyth", meeting.Open{}); err != nil {
		return err
	}
	for _, c := range s.Cases {
		if err := s.act(c, day, true); err != nil {
			return fmt.Errorf("%s (%s) at the meeting of %s: %w", c.Key, c.who.course, day, err)
		}
	}
	return s.doMeeting(m, clerk, meeting.Close{Minutes: meeting.Minutes{Notes: []meeting.Note{{Text: "The legal test was read out at the start. Each request was taken by itself."}}}})
}

// atMeeting fills in what an act takes from the meetings, as the desk does from the register.
func (s *Stage) atMeeting(c *Case, act casework.Act) casework.Act {
	on := func(day statute.Day) casework.MeetingRef {
		for _, m := range s.Meetings {
			if m.Meeting.On == day && len(m.Events) > 0 {
				return m.Meeting.Ref
			}
		}
		return ""
	}
	switch a := act.(type) {
	case casework.List:
		a.Meeting = on(a.On)
		return a
	case casework.Defer:
		a.Meeting = on(a.Until)
		return a
	case casework.Recommend:
		for _, m := range s.Meetings {
			for _, item := range m.Meeting.Items {
				if item.Case == c.Case.Ref && m.Meeting.On == statute.DayOf(s.now) {
					a.Present = item.Present
				}
			}
		}
		return a
	}
	return act
}
