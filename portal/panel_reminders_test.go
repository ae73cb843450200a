package portal

import (
	"strings"
	"testing"

	"sendpanel/casework/meeting"
)

// Who runs a meeting sees who will be reminded of it and when, who was, and who was not and why; a member sees none of it.
func TestAMeetingsReminders(t *testing.T) {
	s := newSite(t)
	m, _, _ := panelSet(t, s)
	at := "/panel/meetings/" + string(m.Ref)
	s.as("joe.marsh").get(at).wantText(t, "Reminders by e-mail", "Views that are missing", "On Friday 4 December 2026", "On Monday 7 December 2026", "Everybody invited, but for apologies")
	s.now = meetingDay().AddDays(-4).At(0, 5)
	s.pass(m.Ref)
	joe := s.as("joe.marsh")
	joe.get(at).wantText(t, "Not yet", "Still to be sent to")
	s.now = meetingDay().AddDays(-4).At(9, 0)
	owed, err := s.register.TakeMeetingNotices(t.Context(), 10)
	if err != nil || len(owed) < 2 {
		t.Fatalf("owed are %v, %v", owed, err)
	}
	for i, n := range owed {
		outcome := "sent"
		if i == 0 {
			outcome = "the council’s settings hold no e-mail address for them"
		}
		if err := s.register.EndMeetingNotice(t.Context(), n, outcome); err != nil {
			t.Fatal(err)
		}
	}
	page := s.as("joe.marsh").get(at)
	page.wantText(t, "Sent to ", "Not sent to ", "hold no e-mail address for them", "On Monday 7 December 2026")
	if got := s.as("esther.boateng").get(at); strings.Contains(got.body, "Reminders by e-mail") {
		t.Error("a member sees who was reminded")
	}
}

// The page of a meeting keeps itself up to date where somebody asks for that, without a script, and stops by itself.
func TestAMeetingsPageLooksAgain(t *testing.T) {
	s := newSite(t)
	m, _, _ := panelSet(t, s)
	at := "/panel/meetings/" + string(m.Ref)
	if got := s.as("esther.boateng").get(at + "?live=90"); got.header.Get("Refresh") != "" {
		t.Error("a page looks again before the meeting’s day")
	}
	s.now = morning()
	esther := s.as("esther.boateng")
	still := esther.get(at)
	still.wantText(t, "As it stood at 09:30", `href="`+at+`?live=90"`)
	if still.header.Get("Refresh") != "" {
		t.Error("a page looks again unasked")
	}
	for query, want := range map[string]string{"?live=90": "20; url=" + at + "?live=89", "?live=1": "20; url=" + at, "?live=91": "", "?live=x": "", "?live=0": ""} {
		if got := esther.get(at + query).header.Get("Refresh"); got != want {
			t.Errorf("%s is answered with a refresh of %q, want %q", query, got, want)
		}
	}
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	esther.get(at+"?live=5").wantText(t, "Stop that", "There since 09:25")
}
