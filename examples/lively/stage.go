package lively

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/statute"
)

// hour is the hour by London clocks at which people act on their day; the panel meets at nine.
const (
	hour        = 10
	meetingHour = 9
)

// castYear is the year in which the children of the cast have the ages that their years of birth give.
const castYear = 2026

// Stage is the invented council as it stands at a moment.
type Stage struct {
	Cases    []*Case
	Meetings []*Meeting

	council council.Council
	now     time.Time
	end     statute.Day // the last day that is lived through to its end
	serial  map[string]int
}

// Case is one request with everything that has become of it.
type Case struct {
	Key     string // names the request among those of the demonstration
	Request []byte // as it arrived
	Events  []casework.Event
	Letters []Letter
	Case    casework.Case
	who     child
	says    profile
	steps   []step
	meets   *Meeting
}

// Letter is a letter as it was drawn.
type Letter struct {
	Key   casework.LetterKey
	PDF   []byte
	Dated statute.Day
	Text  string
}

// Meeting is a meeting of the panel with all that happened at it.
type Meeting struct {
	Events  []meeting.Event
	Meeting meeting.Meeting
}

// New makes the council as it stands at the moment. Told, where it is not nil, hears how many of all days are played.
// The error names what could not be done, and in which request.
func New(in council.Council, now time.Time, told func(done, all int)) (*Stage, error) {
	today := statute.DayOf(now)
	s := &Stage{council: in, end: today.AddDays(-1), serial: map[string]int{}}
	if err := s.invite(today); err != nil {
		return nil, err
	}
	first := s.Cases[0].steps[0].on
	for _, c := range s.Cases {
		first = earlier(first, c.steps[0].on)
	}
	first = earlier(first, s.Meetings[0].Meeting.On.AddDays(-calledBefore))
	for day := first; !day.After(today); day = day.AddDays(1) {
		if told != nil {
			told(day.Sub(first), today.Sub(first)+1)
		}
		if err := s.live(day); err != nil {
			return nil, err
		}
	}
	s.Cases = slices.DeleteFunc(s.Cases, func(c *Case) bool { return len(c.Events) == 0 })
	s.Meetings = slices.DeleteFunc(s.Meetings, func(m *Meeting) bool { return len(m.Events) == 0 })
	return s, nil
}

func earlier(a, b statute.Day) statute.Day {
	if b.Before(a) {
		return b
	}
	return a
}

// invite reads everybody’s request and gives each case its course.
func (s *Stage) invite(today statute.Day) error {
	if err := s.plan(today); err != nil {
		return err
	}
	people := cast()
	slices.SortStableFunc(people, func(a, b child) int { return b.days - a.days })
	for i, who := range people {
		received, err := workingDayBefore(today.AddDays(-who.days))
		if err != nil {
			return err
		}
		says, err := read(who, received)
		if err != nil {
			return err
		}
		c := &Case{Key: Key(i + 1), who: who, says: says}
		if c.Request, err = s.request(c, i, received); err != nil {
			return err
		}
		if c.steps, err = s.journey(c, received); err != nil {
			return err
		}
		s.Cases = append(s.Cases, c)
	}
	return nil
}

// live lives through one day: what midnight brings, then what people do. Today is only begun.
func (s *Stage) live(day statute.Day) error {
	s.now = day.Start()
	for _, c := range s.Cases {
		if len(c.Events) == 0 {
			continue
		}
		if err := s.happen(c, c.Case.Pass(s.now)); err != nil {
			return fmt.Errorf("%s: %s: %w", c.Key, day, err)
		}
	}
	if err := s.passMeetings(); err != nil {
		return err
	}
	if day.After(s.end) {
		return nil
	}
	if err := s.hold(day); err != nil {
		return err
	}
	s.now = day.At(hour, 0)
	for _, c := range s.Cases {
		if err := s.act(c, day, false); err != nil {
			return fmt.Errorf("%s (%s): %s: %w", c.Key, c.who.course, day, err)
		}
	}
	return nil
}

// act takes the steps of the day; those at a meeting are taken while it is open.
func (s *Stage) act(c *Case, day statute.Day, sitting bool) error {
	for _, step := range c.steps {
		if step.on != day || step.sitting != sitting {
			continue
		}
		if err := step.take(s, c); err != nil {
			return err
		}
	}
	return nil
}

// request is the request’s JSON for a child.
func (s *Stage) request(c *Case, n int, received statute.Day) ([]byte, error) {
	var r map[string]any
	if err := json.Unmarshal(c.says.Request, &r); err != nil {
		return nil, err
	}
	school, known := s.council.School(casework.SettingID(c.who.setting))
	if !known {
		return nil, fmt.Errorf("%s is no school of the council", c.who.setting)
	}
	street := fmt.Sprintf("%d %s", 3+n*2, []string{"Quay Lane", "Weavers Row", "Orchard Row", "Tannery Street", "Moor View"}[n%5])
	kid := map[string]any{"surname": c.who.surname, "forenames": c.who.first, "sex": c.who.sex, "upn": upn(101 + n), "setting": school.ID,
		"date_of_birth": fmt.Sprintf("%d-%02d-%02d", received.Year()-(castYear-c.who.year), 1+n%8, 3+n%25), "address": []string{street, "Northmere"}, "postcode": fmt.Sprintf("NM%d %dAB", 1+n%6, 1+n%9), "looked_after": "no"}
	if given, ok := r["child"].(map[string]any); ok {
		for k, v := range given {
			kid[k] = v
		}
	}
	if c.who.course == early {
		kid["year_group"] = "Reception"
	}
	adult := map[string]any{"name": c.who.parent, "relationship": c.who.relation(), "parental_responsibility": "yes", "address": kid["address"], "postcode": kid["postcode"],
		"phone": fmt.Sprintf("07700 900%03d", 100+n), "email": fmt.Sprintf("family%02d@mail.example", n+1), "lives_with_child": "yes"}
	if c.who.language != "" {
		adult["language"], adult["interpreter"] = c.who.language, "yes"
	}
	if c.who.call {
		adult["call_before_letter"] = "yes"
	}
	if c.who.course == protected {
		adult["safe_contact"] = "Telephone in school hours, and ask for the safe word before you say who you are. No messages, no texts."
		adult["contact_restrictions"] = "The address, the school and the clinic are not to be told to anybody in the father’s family."
	}
	r["schema"], r["received_at"] = casework.RequestSchema, received.At(9, 5+n).Format(time.RFC3339)
	r["child"] = kid
	if _, own := r["family"]; !own {
		r["family"] = []any{adult}
	}
	if _, own := r["requester"]; !own {
		r["requester"] = map[string]any{"type": "school", "name": s.sender(school), "role": "SENCO", "setting": school.ID, "email": school.Email}
	}
	return json.Marshal(r)
}

// sender is who of the school signs: its SENCO where the settings know one, else its head.
func (s *Stage) sender(school council.School) string {
	for _, who := range s.council.People {
		if who.Setting == school.ID {
			return who.Name
		}
	}
	return school.Head
}

// Key names the nth request of the demonstration.
func Key(n int) string { return fmt.Sprintf("demonstration/%02d", n) }

// workingDayBefore is the last working day up to and with the day.
func workingDayBefore(day statute.Day) (statute.Day, error) {
	for {
		next, err := statute.WorkingDayOnOrAfter(day)
		if err != nil || next == day {
			return day, err
		}
		day = day.AddDays(-1)
	}
}
