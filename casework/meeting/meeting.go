package meeting

import (
	"fmt"
	"maps"
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Stage is how far a meeting has come.
type Stage string

// The stages of a meeting.
const (
	StagePlanned   Stage = "planned"
	StageOpen      Stage = "open"
	StageClosed    Stage = "closed"
	StageCancelled Stage = "cancelled"
)

// Meeting is a meeting as its events make it.
type Meeting struct {
	Planned                            // its date, panel, seats and capacity as they stand now
	Seq       int                      `json:"seq"` // of the last event
	Stage     Stage                    `json:"stage"`
	Excused   []casework.PersonID      `json:"excused,omitempty"`
	Pack      []PackItem               `json:"pack,omitempty"` // what has been released
	PackOut   bool                     `json:"pack_out,omitempty"`
	Reminded  []Reminder               `json:"reminded,omitempty"`
	Presence  []Presence               `json:"presence,omitempty"`   // in the order in which they came
	Quorate   bool                     `json:"quorate,omitempty"`    // it opened with a quorum
	Items     []Standing               `json:"items,omitempty"`      // what it took up, as it stands
	Results   []Result                 `json:"results,omitempty"`    // of a closed one
	MovedFrom []statute.Day            `json:"moved_from,omitempty"` // the days on which it was to be before
	Keys      map[string]casework.Used `json:"keys,omitempty"`
}

// Presence is when somebody was there.
type Presence struct {
	Member   casework.PersonID `json:"member"`
	From     string            `json:"from"`
	Until    string            `json:"until,omitempty"` // empty while they are there
	Withdrew []casework.Ref    `json:"withdrew,omitempty"`
}

// Fold makes the meeting that the events describe. They must be whole and in order, from the first.
func Fold(events []Event) (Meeting, error) { return Meeting{}.Apply(events...) }

// Apply is the meeting after the events have happened; m itself stays as it was.
func (m Meeting) Apply(events ...Event) (Meeting, error) {
	next := m.clone()
	for _, e := range events {
		if err := next.apply(e); err != nil {
			return m, err
		}
	}
	return next, nil
}

func (m Meeting) clone() Meeting {
	m.Seats, m.Excused, m.Pack = slices.Clone(m.Seats), slices.Clone(m.Excused), slices.Clone(m.Pack)
	m.Reminded, m.Presence, m.Items = slices.Clone(m.Reminded), slices.Clone(m.Presence), slices.Clone(m.Items)
	m.MovedFrom, m.Keys = slices.Clone(m.MovedFrom), maps.Clone(m.Keys)
	return m
}

func (m *Meeting) apply(e Event) error {
	if e.Seq != m.Seq+1 {
		return fmt.Errorf("apply event %d of meeting %s: the last one applied is %d", e.Seq, m.Ref, m.Seq)
	}
	if _, first := e.Body.(Planned); first != (e.Seq == 1) {
		return fmt.Errorf("apply event %d of meeting %s: a meeting begins when it is planned, once", e.Seq, m.Ref)
	}
	m.Seq = e.Seq
	if _, seen := m.Keys[e.Key]; e.Key != "" && !seen {
		if m.Keys == nil {
			m.Keys = map[string]casework.Used{}
		}
		m.Keys[e.Key] = casework.Used{Seq: e.Seq, Act: e.Act}
	}
	m.take(e.Body)
	return nil
}

func (m *Meeting) take(body Body) {
	switch b := body.(type) {
	case Planned:
		m.Planned, m.Stage = b, StagePlanned
	case DateChanged:
		m.MovedFrom = append(m.MovedFrom, b.Was)
		m.On, m.PackOn, m.Reminded = b.On, b.PackOn, nil
		m.Pack, m.PackOut = nil, false
	case CapacitySet:
		m.Capacity = b.Capacity
	case Invited:
		m.invite(b.Seat)
	case Excused:
		m.Excused = append(m.Excused, b.Member)
	case PackReleased:
		m.PackOut = true
		m.release(b.Items)
	case Reminded:
		m.Reminded = append(m.Reminded, b.What)
	case Attended:
		m.attend(b)
	case Opened:
		m.Stage, m.Quorate, m.Items = StageOpen, b.Quorate, b.Items
	case TakenUp:
		m.Items = append(m.Items, b.Items...)
	case QuorumChanged:
		m.restand(b.Items)
	case Closed:
		m.Stage, m.Results = StageClosed, b.Results
	case Cancelled:
		m.Stage = StageCancelled
	}
}

func (m *Meeting) invite(s Seat) {
	m.Seats = slices.DeleteFunc(m.Seats, func(old Seat) bool { return old.Member == s.Member })
	m.Excused = slices.DeleteFunc(m.Excused, func(who casework.PersonID) bool { return who == s.Member })
	m.Seats = append(m.Seats, s)
}

func (m *Meeting) release(items []PackItem) {
	for _, item := range items {
		m.Pack = slices.DeleteFunc(m.Pack, func(old PackItem) bool { return old.Case == item.Case })
		m.Pack = append(m.Pack, item)
	}
}

func (m *Meeting) attend(b Attended) {
	if b.What == Arrived {
		m.Presence = append(m.Presence, Presence{Member: b.Member, From: b.At})
		return
	}
	i := m.here(b.Member)
	if i < 0 {
		return
	}
	p := m.Presence[i]
	switch b.What {
	case Left:
		p.Until = b.At
	case Withdrew:
		p.Withdrew = append(slices.Clone(p.Withdrew), b.Case)
	case Returned:
		p.Withdrew = slices.DeleteFunc(slices.Clone(p.Withdrew), func(ref casework.Ref) bool { return ref == b.Case })
	}
	m.Presence[i] = p
}

func (m *Meeting) restand(items []Standing) {
	for _, fresh := range items {
		for i := range m.Items {
			if m.Items[i].Case == fresh.Case {
				m.Items[i] = fresh
			}
		}
	}
}

// here is the place of somebody who is at the meeting now in the list of those present, or -1.
func (m Meeting) here(who casework.PersonID) int {
	return slices.IndexFunc(m.Presence, func(p Presence) bool { return p.Member == who && p.Until == "" })
}

// Came reports whether somebody was at the meeting at any time.
func (m Meeting) Came(who casework.PersonID) bool {
	return slices.ContainsFunc(m.Presence, func(p Presence) bool { return p.Member == who })
}

// Seat finds the seat of somebody who is invited.
func (m Meeting) Seat(who casework.PersonID) (Seat, bool) {
	i := slices.IndexFunc(m.Seats, func(s Seat) bool { return s.Member == who })
	if i < 0 {
		return Seat{}, false
	}
	return m.Seats[i], true
}

// Over reports whether nothing more can follow.
func (m Meeting) Over() bool { return m.Stage == StageClosed || m.Stage == StageCancelled }

// Released reports whether the papers of a case are out.
func (m Meeting) Released(ref casework.Ref) bool {
	return slices.ContainsFunc(m.Pack, func(p PackItem) bool { return p.Case == ref })
}

// MayRead reports whether somebody who is invited may read the papers of a case on the agenda on the day: once they are
// released, and never with an interest in the case. An interest that came up after the release counts too.
func (m Meeting) MayRead(who casework.PersonID, c casework.Case) bool {
	seat, invited := m.Seat(who)
	_, interested := c.InterestOf(seat.actor())
	i := slices.IndexFunc(m.Pack, func(p PackItem) bool { return p.Case == c.Ref })
	return invited && !interested && i >= 0 && !slices.Contains(m.Pack[i].Without, who)
}

func (s Seat) actor() casework.Actor {
	return casework.Actor{Person: s.Member, Name: s.Name, Post: s.Post, Setting: s.Setting}
}
