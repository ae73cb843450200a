package records

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// sitting is what the chain of a meeting says.
type sitting struct {
	ref    casework.MeetingRef
	events []meeting.Event
	broken bool
	faults []Fault
}

func (s *sitting) take(l ledger, f found) {
	if !f.whole() {
		s.broken = true
		return
	}
	where := place(l.chain(string(s.ref)), f.n)
	var e meeting.Event
	if err := json.Unmarshal(f.content, &e); err != nil {
		s.faults, s.broken = append(s.faults, Fault{Where: where, What: "its content is not an event of a meeting"}), true
		return
	}
	s.events = append(s.events, e)
	says := map[string]string{"kind": string(e.Body.Kind()), "fell_on": e.FellOn.String(), "recorded_at": stamped(e.RecordedAt), "key": storable(e.Key)}
	for _, column := range l.columns {
		if want, ok := says[column]; ok && want != f.text(l, column) {
			s.faults = append(s.faults, Fault{Where: where, What: "its column " + column + " is not what its content says"})
		}
	}
}

// sitting verifies what follows from the events of a meeting: its row in the list.
func (v *verification) sitting(ctx context.Context, t tx, s sitting) error {
	v.report.Meetings++
	v.report.Events += len(s.events)
	v.report.Faults = append(v.report.Faults, s.faults...)
	if s.broken {
		return nil
	}
	m, err := meeting.Fold(s.events)
	if err != nil || len(s.events) == 0 {
		v.faultf(meetingLedger().chain(string(s.ref)), "its events do not make a meeting")
		return nil
	}
	where, columns := "row of "+string(s.ref), columnsOfMeeting()
	held, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range held {
		into[i] = &held[i]
	}
	err = t.row(ctx, `SELECT `+strings.Join(columns, `, `)+` FROM meetings WHERE ref = ?`, string(s.ref)).Scan(into...)
	if isMissing(err) {
		v.faultf(where, "it is missing")
		return nil
	}
	if err != nil {
		return err
	}
	for i, want := range rowOfMeeting(m) {
		if fmt.Sprint(held[i]) != fmt.Sprint(want) {
			v.faultf(where, "its column %s is not what its events make", columns[i])
		}
	}
	return nil
}
