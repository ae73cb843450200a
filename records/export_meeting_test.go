package records

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/statute"
)

func exportOfMeeting(t testing.TB, r *Register, ref casework.MeetingRef) []byte {
	t.Helper()
	var b bytes.Buffer
	agenda := func(m meeting.Meeting, cases map[casework.Ref][]casework.Event) (meeting.Agenda, error) {
		var items []meeting.Item
		for _, events := range cases {
			c, err := casework.Fold(events)
			if err != nil {
				return meeting.Agenda{}, err
			}
			items = append(items, m.ItemOf(c, events))
		}
		return meeting.NewAgenda(items, nil), nil
	}
	if _, err := r.ExportMeeting(context.Background(), &b, ref, "omarsh", firstStored(), agenda); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// meetingExported takes a meeting out, with its reminders, and finds every change to what was taken out.
func meetingExported(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	apply(t, r, council.InventedJSON())
	day := statute.Date(2026, time.December, 8)
	ref, c := planned(t, r, "plan-1", day), receive(t, r, "a")
	record(t, r, c, considering(2), listedFor(3, day, ref))
	reminded := meeting.Event{Seq: 2, FellOn: day.AddDays(-1), RecordedAt: day.AddDays(-1).At(0, 0), By: casework.Engine(), Body: meeting.Reminded{What: meeting.RemindMeeting, To: []casework.PersonID{"clerk-1"}}}
	if err := r.RecordMeeting(ctx, ref, []meeting.Event{reminded}, nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	owed, err := r.TakeMeetingNotices(ctx, 5)
	if err != nil || len(owed) != 1 || owed[0].Person != "clerk-1" {
		t.Fatalf("owed are %+v, %v", owed, err)
	}
	if again, err := r.TakeMeetingNotices(ctx, 5); err != nil || len(again) != 0 {
		t.Errorf("taken twice: %+v, %v", again, err)
	}
	if err := r.EndMeetingNotice(ctx, owed[0], "sent"); err != nil {
		t.Fatal(err)
	}
	archive := exportOfMeeting(t, r, ref)
	if !bytes.Equal(archive, exportOfMeeting(t, r, ref)) {
		t.Error("the same state gives two archives")
	}
	report := checked(t, archive)
	if !report.Sound() || report.Events != 2 || report.Manifest.Meeting != ref || report.Manifest.Ref != "" || report.Head == "" {
		t.Errorf("the report says %+v", report)
	}
	files := unzipped(t, archive)
	for _, name := range []string{eventsFile, meetingFile, agendaFile, attendanceFile, minutesFile, messagesFile, readsFile, readmeFile, manifestFile} {
		if len(files[name]) == 0 {
			t.Errorf("%s is missing or empty", name)
		}
	}
	if s := string(files[minutesFile]); !strings.Contains(s, "Agenda of the The Panel") || !strings.Contains(s, string(c)) || !strings.Contains(s, "Petra Rowe") {
		t.Errorf("the agenda reads:\n%s", s)
	}
	if s := string(files[messagesFile]); !strings.Contains(s, `"outcome": "sent"`) {
		t.Errorf("the messages are %s", s)
	}
	for name, data := range files {
		if name == readmeFile || name == manifestFile {
			continue
		}
		if bytes.Contains(data, []byte("Wren")) || slices.Contains([]string{requestFile}, name) {
			t.Errorf("%s holds something of a case", name)
		}
	}
	mustBeSound(t, r)
}
