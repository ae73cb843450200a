package records

import (
	"context"
	"fmt"

	"sendpanel/casework"
)

// room makes sure, in the transaction that puts a case on a meeting's agenda, that the meeting still has a place for it:
// of two cases that take the last place at once one gets it. Urgent cases take a place whether or not there is one, and a
// case that is on the agenda already keeps its own.
//
// A person is refused in words. What the engine listed by itself is a [ConflictError]: it looks again, for another meeting.
func (t tx) room(ctx context.Context, before casework.Case, e casework.Event) error {
	ref, full, err := t.fullFor(ctx, before, e)
	if err != nil || !full {
		return err
	}
	if e.By.Person == casework.Engine().Person {
		return ConflictError{Ref: before.Ref, Seq: e.Seq, Why: fmt.Sprintf("meeting %s is full meanwhile", ref)}
	}
	return &casework.Refused{Act: e.Act, Gaps: []casework.Gap{{Path: "on", What: fmt.Sprintf("is the day of meeting %s, and its last place has just been taken.", ref),
		Mend: "Choose another meeting, have the clerk or the chair set a larger capacity, or mark the case urgent if it is."}}}
}

// fullFor finds the meeting for which an event lists the case, and whether it has no place for it. Its row is locked until
// the transaction ends, so that another listing waits.
func (t tx) fullFor(ctx context.Context, before casework.Case, e casework.Event) (ref casework.MeetingRef, full bool, err error) {
	switch b := e.Body.(type) {
	case casework.Listed:
		ref = b.Meeting
	case casework.Deferred:
		ref = b.Meeting
	}
	if ref == "" || len(before.Urgent) > 0 {
		return ref, false, nil
	}
	var panel, on string
	var capacity, listed int
	err = t.row(ctx, `SELECT m.panel, m.held_on, m.capacity FROM meetings m WHERE m.ref = ?`+t.d.forUpdate, string(ref)).Scan(&panel, &on, &capacity)
	if isMissing(err) {
		return ref, false, nil
	}
	if err == nil {
		err = t.row(ctx, `SELECT `+onAgenda+` FROM meetings m WHERE m.ref = ?`, string(ref)).Scan(&listed)
	}
	if err != nil {
		return ref, false, fmt.Errorf("look for room at meeting %s: %w", ref, err)
	}
	if was := before.Listed; was != nil && (was.Meeting == ref || was.Meeting == "" && was.Panel == panel && was.On.String() == on) {
		return ref, false, nil
	}
	return ref, listed >= capacity, nil
}
