package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// MeetingRow is a meeting as it stands in a list.
type MeetingRow struct {
	Ref      casework.MeetingRef
	Panel    string
	Name     string // of the panel
	On       statute.Day
	Starts   string        // as 09:30, or empty
	Moved    []statute.Day // the days it was moved away from
	Stage    meeting.Stage
	Capacity int
	Listed   int // how many cases are on its agenda now
	Shift    time.Duration
	Next     casework.Moment
	Open     bool // something can still follow
}

// MeetingFilter says which meetings to list. The zero filter lists all.
type MeetingFilter struct {
	Open  bool
	Panel string
	From  statute.Day // held on this day or later
}

// onAgenda counts the cases on the agenda of the meeting m. It asks twice, because with an OR every open case is looked at.
const onAgenda = `((SELECT COUNT(*) FROM cases c WHERE c.is_open = 1 AND c.stage = 'considering' AND c.meeting = m.ref)
	+ (SELECT COUNT(*) FROM cases c WHERE c.is_open = 1 AND c.stage = 'considering' AND c.panel = m.panel AND c.listed_on = m.held_on AND c.meeting = ''))`

// agendaOf finds the open cases that are listed for a meeting by its reference, or for its panel and its day.
const agendaOf = `SELECT ref FROM cases WHERE is_open = 1 AND meeting = ?
	UNION SELECT ref FROM cases WHERE is_open = 1 AND panel = ? AND listed_on = ? AND meeting = '' ORDER BY ref`

// Meetings lists meetings, the earliest first.
func (r *Register) Meetings(ctx context.Context, f MeetingFilter) ([]MeetingRow, error) {
	query := `SELECT m.ref, m.panel, m.name, m.held_on, m.starts, m.moved_from, m.stage, m.capacity, ` + onAgenda + `, m.shift, m.next_on, m.next_why, m.is_open
		FROM meetings m WHERE m.held_on >= ?`
	args := []any{f.From.String()}
	if f.Open {
		query += ` AND m.is_open = 1`
	}
	if f.Panel != "" {
		query, args = query+` AND m.panel = ?`, append(args, f.Panel)
	}
	var list []MeetingRow
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var m MeetingRow
			var open int
			var moved string
			err := rows.Scan(&m.Ref, &m.Panel, &m.Name, day{&m.On}, &m.Starts, &moved, &m.Stage, &m.Capacity, &m.Listed, &m.Shift, day{&m.Next.On}, &m.Next.Why, &open)
			m.Open = open == 1
			for _, was := range strings.Fields(moved) {
				var on statute.Day
				err = errors.Join(err, on.UnmarshalText([]byte(was)))
				m.Moved = append(m.Moved, on)
			}
			list = append(list, m)
			return err
		}, query+` ORDER BY m.held_on, m.ref`, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("list meetings: %w", err)
	}
	return list, nil
}

// ListedByDay counts, by day, the open cases that are listed for a day of the panel without a meeting being named.
func (r *Register) ListedByDay(ctx context.Context, panel string) (map[statute.Day]int, error) {
	counts := map[statute.Day]int{}
	err := r.read(ctx, func(t tx) error {
		clear(counts)
		return t.each(ctx, func(rows *sql.Rows) error {
			var on statute.Day
			var n int
			err := rows.Scan(day{&on}, &n)
			counts[on] = n
			return err
		}, `SELECT listed_on, COUNT(*) FROM cases WHERE is_open = 1 AND stage = 'considering' AND meeting = '' AND panel = ? GROUP BY listed_on`, panel)
	})
	if err != nil {
		return nil, fmt.Errorf("count the cases listed for the days of %s: %w", panel, err)
	}
	return counts, nil
}

// MeetingEvents are the events of a meeting, from the first. The error is [ErrNoMeeting] where there is no such meeting,
// and a [DamageError] where a content is not what was stored.
func (r *Register) MeetingEvents(ctx context.Context, ref casework.MeetingRef) ([]meeting.Event, error) {
	var events []meeting.Event
	err := r.read(ctx, func(t tx) (err error) {
		events, err = t.meetingEvents(ctx, ref)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the events of meeting %s: %w", ref, err)
	}
	return events, nil
}

// Agenda gives a meeting's events, and the cases on its agenda and those it took up, all as they stand at one moment,
// each with its events. The cases are in no order: see [meeting.NewAgenda].
func (r *Register) Agenda(ctx context.Context, ref casework.MeetingRef) (events []meeting.Event, cases map[casework.Ref][]casework.Event, err error) {
	err = r.read(ctx, func(t tx) error {
		if events, err = t.meetingEvents(ctx, ref); err != nil {
			return err
		}
		m, err := meeting.Fold(events)
		if err != nil {
			return err
		}
		cases = map[casework.Ref][]casework.Event{}
		refs, err := t.listedFor(ctx, m)
		if err != nil {
			return err
		}
		for _, ref := range refs {
			if cases[ref], err = t.events(ctx, ref); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read the agenda of meeting %s: %w", ref, err)
	}
	return events, cases, nil
}

// listedFor finds the cases that are on the agenda, or that the meeting took up.
func (t tx) listedFor(ctx context.Context, m meeting.Meeting) ([]casework.Ref, error) {
	var refs []casework.Ref
	seen := map[casework.Ref]bool{}
	for _, s := range m.Items {
		refs, seen[s.Case] = append(refs, s.Case), true
	}
	err := t.each(ctx, func(rows *sql.Rows) error {
		var ref casework.Ref
		err := rows.Scan(&ref)
		if !seen[ref] {
			refs = append(refs, ref)
		}
		return err
	}, agendaOf,
		string(m.Ref), m.Panel, m.On.String())
	return refs, err
}
