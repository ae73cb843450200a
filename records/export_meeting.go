package records

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// MeetingExportSchema is the shape of the manifest of a meeting's export.
const MeetingExportSchema = "sendpanel/meeting-export/1"

// The names of the files that only a meeting's export has.
const (
	meetingFile    = "meeting.json"
	agendaFile     = "agenda.json"
	attendanceFile = "attendance.json"
	minutesFile    = "minutes.txt"
	messagesFile   = "messages.json"
)

// ExportMeeting writes everything that the register holds of a meeting as a ZIP archive, as [Register.Export] does of a case:
// its events exactly as they are stored, the meeting as they make it, its agenda with what became of each case, who was
// invited and came, the minutes in plain text, the messages that were sent, and the chain by which [CheckExport] checks it
// without the register. Agenda puts the cases in their order.
//
// Cases are named by their references. Noting the read is for the caller, before this. The error is [ErrNoMeeting] where
// there is no such meeting.
func (r *Register) ExportMeeting(ctx context.Context, w io.Writer, ref casework.MeetingRef, by string, at time.Time, agenda func(meeting.Meeting, map[casework.Ref][]casework.Event) (meeting.Agenda, error)) (ExportManifest, error) {
	e := &export{manifest: ExportManifest{Schema: MeetingExportSchema, Meeting: ref, By: by, At: at.UTC()}}
	events, cases, err := r.Agenda(ctx, ref)
	if err != nil {
		return ExportManifest{}, fmt.Errorf("export meeting %s: %w", ref, err)
	}
	err = r.read(ctx, func(t tx) error {
		if err := e.meetingChain(ctx, t, len(events)); err != nil {
			return err
		}
		messages, err := t.meetingNotices(ctx, ref)
		if err != nil {
			return err
		}
		if err := e.messages(messages); err != nil {
			return err
		}
		return e.seal(ctx, t)
	})
	if err == nil {
		err = e.meetingFiles(events, cases, agenda)
	}
	if err == nil {
		err = e.readsOf(ctx, r, casework.Ref(ref))
	}
	if err == nil {
		err = e.write(w)
	}
	if err != nil {
		return ExportManifest{}, fmt.Errorf("export meeting %s: %w", ref, err)
	}
	return e.manifest, nil
}

// meetingChain takes the first events of the meeting's chain, so many as the rest of the export was made from.
func (e *export) meetingChain(ctx context.Context, t tx, events int) error {
	ref := string(e.manifest.Meeting)
	chain := ExportedChain{Name: meetingLedger().chain(ref)}
	var lines [][]byte
	if err := t.entries(ctx, meetingLedger(), ref, func(f found) error {
		if int(f.n) > events { // recorded since
			return nil
		}
		entry, err := exported(meetingLedger(), chain.Name, f)
		if err != nil {
			return err
		}
		chain.Entries, lines = append(chain.Entries, entry), append(lines, f.content)
		return nil
	}); err != nil {
		return err
	}
	e.manifest.Chains = append(e.manifest.Chains, chain)
	e.add(eventsFile, asList(lines))
	return nil
}

// meetingFiles are the meeting as its events make it, for people and for programs.
func (e *export) meetingFiles(events []meeting.Event, cases map[casework.Ref][]casework.Event, agenda func(meeting.Meeting, map[casework.Ref][]casework.Event) (meeting.Agenda, error)) error {
	m, err := meeting.Fold(events)
	if err != nil {
		return err
	}
	a, err := agenda(m, cases)
	if err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		of   any
	}{{meetingFile, m}, {agendaFile, m.Business(a)}, {attendanceFile, m.Attendance()}} {
		data, err := indented(file.of)
		if err != nil {
			return err
		}
		e.add(file.name, data)
	}
	var minutes bytes.Buffer
	if err := meeting.PrintMinutes(&minutes, events, a); err != nil {
		return err
	}
	e.add(minutesFile, minutes.Bytes())
	return nil
}

// messageJSON is one message as an export shows it.
type messageJSON struct {
	Event   int               `json:"event"`
	To      casework.PersonID `json:"to"`
	What    meeting.Reminder  `json:"what"`
	At      time.Time         `json:"at,omitzero"`
	Outcome string            `json:"outcome,omitempty"`
}

func (e *export) messages(sent []MeetingNoticeEnd) error {
	list := make([]messageJSON, len(sent))
	for i, n := range sent {
		list[i] = messageJSON{Event: n.Seq, To: n.Person, What: n.What, At: n.At, Outcome: n.Outcome}
	}
	data, err := indented(list)
	e.add(messagesFile, data)
	return err
}

// readmeOfMeeting says in plain words what the archive is, before anybody passes it on.
func (e *export) readmeOfMeeting() []byte {
	at := e.manifest.At.In(statute.London())
	return fmt.Appendf(nil, `Meeting %s, exported on %s at %s by %s

WHAT THIS IS
Everything that SEND Panel's register holds of one meeting of a panel. It is a copy: the meeting itself stays in the
register. Cases are named by their references alone; what is in them is exported case by case.

IT HOLDS PERSONAL DATA
It holds the names and posts of the people of the panel, when they came and went, in which cases they have an interest, and
what was noted. Send it only in a secure way, and delete it when it has served its purpose. That it was exported is recorded
in the register.

WHAT IS IN IT
  manifest.json    every file with its size and SHA-256, and the register's chain for this meeting
  events.json      what happened, one event a line, exactly as it is stored
  meeting.json     the meeting as its events make it
  agenda.json      the cases on its agenda in their order, who counted on each, and what became of it
  attendance.json  who was invited, who came and when, who sent apologies
  minutes.txt      the agenda, or the minutes, to be read
  messages.json    the reminders that were sent by e-mail, and to whom
  reads.json       who has exported it before

IS IT WHOLE AND UNCHANGED?
  starter export check FILE.zip
`, e.manifest.Meeting, statute.DayOf(at).Long(), at.Format("15:04"), e.manifest.By)
}

// meetingEvents checks the events of a meeting against its chain, and the meeting against its events.
func (c *exportCheck) meetingEvents(lines [][]byte) {
	m := c.report.Manifest
	if len(m.Chains) != 1 || m.Chains[0].Name != meetingLedger().chain(string(m.Meeting)) {
		c.faultf(manifestFile, "the chain of the meeting is missing, or there are others")
		return
	}
	chain := m.Chains[0]
	c.links(chain, meetingLedger(), func(where string, e ExportedEntry) {
		if e.N < 1 || e.N > int64(len(lines)) {
			c.faultf(where, "the event is missing")
			return
		}
		c.report.Events++
		c.holds(where, e, lines[e.N-1])
	})
	if len(lines) != len(chain.Entries) {
		c.faultf(eventsFile, "it has %d events and the chain %d", len(lines), len(chain.Entries))
	}
	var events []meeting.Event
	if err := json.Unmarshal(c.files[eventsFile], &events); err != nil {
		return // of another version: its bytes were checked
	}
	made, err := meeting.Fold(events)
	data, err2 := indented(made)
	if err != nil || err2 != nil || !bytes.Equal(data, c.files[meetingFile]) {
		c.faultf(meetingFile, "it is not what the events make")
	}
}
