package records

import (
	"context"
	"database/sql"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// MeetingNotice is a message to somebody of a panel that a reminder of its meeting owes them.
type MeetingNotice struct {
	Ref    casework.MeetingRef
	Person casework.PersonID
	Seq    int // of the event that reminds: with the person it names the message
	What   meeting.Reminder
	Views  int // how many views the person had not recorded then
}

// MeetingNoticeEnd is what became of a message.
type MeetingNoticeEnd struct {
	MeetingNotice
	At      time.Time // the zero time while it has not been sent
	Outcome string    // "sent", or why not
}

// oweReminders notes the messages of the reminders among the events, in the transaction that records them: none is
// forgotten.
func (t tx) oweReminders(ctx context.Context, ref casework.MeetingRef, events []meeting.Event, now string) error {
	const owe = `INSERT INTO meeting_notices (ref, person, seq, what, views, owed_at, taken_at, ended_at, outcome) VALUES (?, ?, ?, ?, ?, ?, '', '', '')`
	for _, e := range events {
		b, ok := e.Body.(meeting.Reminded)
		if !ok {
			continue
		}
		for _, who := range b.To {
			if err := t.exec(ctx, owe, string(ref), string(who), e.Seq, string(b.What), viewsOf(b, who), now); err != nil {
				return err
			}
		}
	}
	return nil
}

func viewsOf(b meeting.Reminded, who casework.PersonID) (n int) {
	for _, v := range b.Views {
		if v.Member == who {
			n++
		}
	}
	return n
}

// TakeMeetingNotices gives up to most messages that are to be sent, and nobody else takes them for a while.
func (r *Register) TakeMeetingNotices(ctx context.Context, most int) ([]MeetingNotice, error) {
	var list []MeetingNotice
	err := r.write(ctx, func(t tx) error {
		list = nil
		err := t.each(ctx, func(rows *sql.Rows) error {
			var n MeetingNotice
			err := rows.Scan(&n.Ref, &n.Person, &n.Seq, &n.What, &n.Views)
			list = append(list, n)
			return err
		}, `SELECT ref, person, seq, what, views FROM meeting_notices WHERE ended_at = '' AND taken_at < ? ORDER BY owed_at, ref, person, seq LIMIT ?`+t.d.forUpdate,
			stamped(r.clock().Add(-noticeAgain)), most)
		if err != nil {
			return err
		}
		for _, n := range list {
			if err := t.exec(ctx, `UPDATE meeting_notices SET taken_at = ? WHERE ref = ? AND person = ? AND seq = ?`, r.now(), string(n.Ref), string(n.Person), n.Seq); err != nil {
				return err
			}
		}
		return nil
	})
	return list, r.wrote("take messages to people of a panel", err)
}

// EndMeetingNotice notes that a message was sent, or why it is not.
func (r *Register) EndMeetingNotice(ctx context.Context, n MeetingNotice, outcome string) error {
	return r.wrote("note what became of a message", r.write(ctx, func(t tx) error {
		return t.exec(ctx, `UPDATE meeting_notices SET ended_at = ?, outcome = ? WHERE ref = ? AND person = ? AND seq = ?`,
			r.now(), outcome, string(n.Ref), string(n.Person), n.Seq)
	}))
}

// MeetingNotices are the messages of a meeting, with what became of each, in the order of the events.
func (r *Register) MeetingNotices(ctx context.Context, ref casework.MeetingRef) ([]MeetingNoticeEnd, error) {
	var list []MeetingNoticeEnd
	err := r.read(ctx, func(t tx) (err error) {
		list, err = t.meetingNotices(ctx, ref)
		return err
	})
	return list, r.wrote("list the messages of a meeting", err)
}

func (t tx) meetingNotices(ctx context.Context, ref casework.MeetingRef) ([]MeetingNoticeEnd, error) {
	var list []MeetingNoticeEnd
	err := t.each(ctx, func(rows *sql.Rows) error {
		n, at := MeetingNoticeEnd{MeetingNotice: MeetingNotice{Ref: ref}}, ""
		err := rows.Scan(&n.Person, &n.Seq, &n.What, &n.Views, &at, &n.Outcome)
		if err == nil && at != "" {
			n.At, err = unstamped(at)
		}
		list = append(list, n)
		return err
	}, `SELECT person, seq, what, views, ended_at, outcome FROM meeting_notices WHERE ref = ? ORDER BY seq, person`, string(ref))
	return list, err
}
