package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/statute"
)

// ErrMeetingThatDay means that the panel has a meeting on the day already.
var ErrMeetingThatDay = errors.New("the panel has a meeting on that day already: list the case for it, or choose another day")

// PlanMeeting begins a meeting, in one transaction: it takes the next reference of the year and stores the first event.
// The same key again gives the reference of the first time. The error of begin is given back as it is; it may be called
// more than once, so it does nothing but compute.
func (r *Register) PlanMeeting(ctx context.Context, key string, year int, begin func(casework.MeetingRef) ([]meeting.Event, error)) (ref casework.MeetingRef, fresh bool, err error) {
	err = r.write(ctx, func(t tx) error {
		fresh = false
		err := t.row(ctx, `SELECT ref FROM meeting_entries WHERE seq = 1 AND key = ?`, key).Scan(&ref)
		if err == nil && key != "" {
			return nil
		}
		if err != nil && !isMissing(err) {
			return err
		}
		fresh = true
		ref, err = r.planMeeting(ctx, t, year, begin)
		return err
	})
	if r.dialect.duplicate(err) { // another was faster: the same command, or another meeting on the day
		err = r.read(ctx, func(t tx) error {
			return t.row(ctx, `SELECT ref FROM meeting_entries WHERE seq = 1 AND key = ? AND key <> ''`, key).Scan(&ref)
		})
		if fresh = false; isMissing(err) {
			err = ErrMeetingThatDay
		}
	}
	if err != nil {
		return "", false, fmt.Errorf("plan a meeting: %w", err)
	}
	return ref, fresh, nil
}

func (r *Register) planMeeting(ctx context.Context, t tx, year int, begin func(casework.MeetingRef) ([]meeting.Event, error)) (casework.MeetingRef, error) {
	n, err := t.next(ctx, meetingsOf(year))
	if err != nil {
		return "", err
	}
	ref := casework.NewMeetingRef(year, n)
	events, err := begin(ref)
	if err != nil {
		return "", err
	}
	m, err := meeting.Fold(events)
	if err != nil || m.Ref != ref {
		return "", errors.Join(fmt.Errorf("begin meeting %s: its first event is for %q", ref, m.Ref), err)
	}
	if err := t.putMeeting(ctx, m); err != nil {
		return "", err
	}
	end, err := t.tailOrNew(ctx, meetingLedger(), string(ref))
	if err != nil {
		return "", err
	}
	return ref, t.addMeetingEvents(ctx, end, events, r.now())
}

// MeetingCheck looks at an event of a meeting that is about to be recorded, as [Check] does at one of a case.
type MeetingCheck func(in council.Council, before meeting.Meeting, e meeting.Event) error

// RecordMeeting adds events to a meeting, and events to cases that the meeting tells something, in one transaction: all of
// it or nothing. The checks are made there too. The error is a [ConflictError] where the meeting or one of the cases has
// moved on since it was read, and a [*casework.Refused] where a check fails.
func (r *Register) RecordMeeting(ctx context.Context, ref casework.MeetingRef, events []meeting.Event, told map[casework.Ref][]casework.Event, check MeetingCheck, checkCase Check) error {
	err := r.write(ctx, func(t tx) error {
		if err := r.recordMeeting(ctx, t, ref, events, check); err != nil {
			return err
		}
		for _, c := range slices.Sorted(maps.Keys(told)) {
			entries, err := entriesOf(told[c])
			if err != nil {
				return err
			}
			if err := r.record(ctx, t, c, entries, checkCase); err != nil {
				return err
			}
		}
		return nil
	})
	refused := casework.AsRefused(err)
	switch {
	case err == nil:
		return nil
	case refused != nil:
		return refused
	case r.dialect.duplicate(err):
		return ErrMeetingThatDay
	case errors.As(err, new(ConflictError)):
		return err
	}
	return fmt.Errorf("record events of meeting %s: %w", ref, err)
}

func (r *Register) recordMeeting(ctx context.Context, t tx, ref casework.MeetingRef, events []meeting.Event, check MeetingCheck) error {
	end, err := t.tailOf(ctx, meetingLedger(), string(ref))
	if errors.Is(err, errNoChain) {
		return ErrNoMeeting
	}
	if err != nil || len(events) == 0 {
		return err
	}
	if events[0].Seq != int(end.entries)+1 {
		return ConflictError{Ref: casework.Ref(ref), Seq: events[0].Seq, Why: fmt.Sprintf("the last event recorded is %d", end.entries)}
	}
	stored, err := t.meetingEvents(ctx, ref)
	if err != nil {
		return err
	}
	m, err := meeting.Fold(stored)
	if err != nil {
		return err
	}
	in, _, err := r.settingsIn(ctx, t)
	if err != nil && check != nil {
		return err
	}
	for _, e := range events {
		if check != nil {
			if err := check(in, m, e); err != nil {
				return err
			}
		}
		if m, err = m.Apply(e); err != nil {
			return err
		}
	}
	if err := t.addMeetingEvents(ctx, end, events, r.now()); err != nil {
		return err
	}
	if err := t.oweReminders(ctx, ref, events, r.now()); err != nil {
		return err
	}
	return t.putMeeting(ctx, m)
}

func (t tx) addMeetingEvents(ctx context.Context, end *tail, events []meeting.Event, now string) error {
	for _, e := range events {
		content, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if _, err := t.add(ctx, end, content, string(e.Body.Kind()), e.FellOn.String(), stamped(e.RecordedAt), now, e.Key); err != nil {
			return err
		}
	}
	return t.save(ctx, end)
}

func (t tx) meetingEvents(ctx context.Context, ref casework.MeetingRef) ([]meeting.Event, error) {
	var events []meeting.Event
	chain := meetingLedger().chain(string(ref))
	err := t.each(ctx, func(rows *sql.Rows) error {
		var seq int64
		var digest, salt, content []byte
		if err := rows.Scan(&seq, &digest, &salt, &content); err != nil {
			return err
		}
		if salt == nil || !bytes.Equal(digest, digestOf(salt, content)) {
			return DamageError{Where: place(chain, seq), What: "its content is missing or is not what was stored"}
		}
		var e meeting.Event
		if err := json.Unmarshal(content, &e); err != nil {
			return err
		}
		events = append(events, e)
		return nil
	}, `SELECT e.seq, e.digest, p.salt, p.content FROM meeting_entries e LEFT JOIN contents p ON p.chain = ? AND p.n = e.seq WHERE e.ref = ? ORDER BY e.seq`, chain, string(ref))
	if err == nil && len(events) == 0 {
		err = ErrNoMeeting
	}
	return events, err
}

// columnsOfMeeting are the columns of the table of meetings, in the order of rowOfMeeting.
func columnsOfMeeting() []string {
	return []string{"ref", "panel", "name", "held_on", "starts", "moved_from", "stage", "capacity", "shift", "next_on", "next_why", "is_open"}
}

// rowOfMeeting is the row of a meeting: nothing in it comes from anywhere but the events.
func rowOfMeeting(m meeting.Meeting) []any {
	next, _ := m.Next()
	open := int64(1)
	if m.Over() {
		open = 0
	}
	return []any{string(m.Ref), storable(m.Panel), storable(m.Name), m.On.String(), storable(m.From), joinedDays(m.MovedFrom), string(m.Stage), int64(m.Capacity), int64(m.Shift),
		next.On.String(), next.Why, open}
}

func joinedDays(days []statute.Day) string {
	words := make([]string, len(days))
	for i, d := range days {
		words[i] = d.String()
	}
	return strings.Join(words, " ")
}

func (t tx) putMeeting(ctx context.Context, m meeting.Meeting) error {
	columns := columnsOfMeeting()
	sets := make([]string, len(columns)-1)
	for i, name := range columns[1:] {
		sets[i] = name + " = excluded." + name
	}
	query := `INSERT INTO meetings (` + strings.Join(columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(columns)-1) + `)
		ON CONFLICT (ref) DO UPDATE SET ` + strings.Join(sets, ", ")
	if err := t.exec(ctx, query, rowOfMeeting(m)...); err != nil {
		return fmt.Errorf("store the row of meeting %s: %w", m.Ref, err)
	}
	return nil
}

// meetingsOf names the counter of a year's meetings.
func meetingsOf(year int) string { return fmt.Sprintf("meetings/%04d", year) }

// numberOfMeeting is the counter within a reference.
func numberOfMeeting(ref casework.MeetingRef) (int, bool) {
	if _, err := casework.ParseMeetingRef(string(ref)); err != nil {
		return 0, false
	}
	n, err := strconv.Atoi(strings.Split(string(ref), "-")[2])
	return n, err == nil
}
