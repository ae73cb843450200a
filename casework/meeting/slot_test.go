package meeting_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

func TestTheMeetingForACase(t *testing.T) {
	today := statute.Date(2026, 11, 25)
	near, far := meeting.Slot{Meeting: "near", On: today.AddDays(6), Room: 1}, meeting.Slot{Meeting: "far", On: today.AddDays(20), Room: 1}
	full := near
	full.Room = 0
	answered := []casework.Body{casework.Consulted{Whom: "family", How: "call", Asked: today, Received: true}}
	waiting := []casework.Body{casework.Consulted{Whom: "family", How: "letter", Asked: today}}
	urgent := append([]casework.Body{casework.MarkedUrgent{Reason: casework.InHospital}}, waiting...)
	for _, tt := range []struct {
		name   string
		known  []casework.Body
		slots  []meeting.Slot
		listed casework.MeetingRef // empty for a task
	}{
		{"the next one", answered, []meeting.Slot{far, near}, "near"},
		{"the next with room", answered, []meeting.Slot{full, far}, "far"},
		{"a family that has not answered is waited for", waiting, []meeting.Slot{near, far}, "far"},
		{"as long as there is time", waiting, []meeting.Slot{near, {On: today.AddDays(60), Room: 9}}, "near"},
		{"an urgent one takes the next, room or not", urgent, []meeting.Slot{full, far}, "near"},
		{"none in time", answered, []meeting.Slot{{Meeting: "late", On: today.AddDays(60), Room: 9}}, ""},
		{"none at all", answered, nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := casetest.Considering(t)
			c, err := c.Apply(c.Record(tt.known, casetest.Officer(), today.At(10, 0))...)
			if err != nil {
				t.Fatal(err)
			}
			events := meeting.List(c, meeting.Panel{ID: "send-panel", Name: "SEND Panel", Slots: tt.slots}, today.At(10, 0))
			if len(events) != 1 {
				t.Fatalf("gave %d events", len(events))
			}
			switch b := events[0].Body.(type) {
			case casework.Listed:
				if b.Meeting != tt.listed {
					t.Errorf("listed for %q, want %q", b.Meeting, tt.listed)
				}
			case casework.TaskRaised:
				for _, want := range []string{string(c.Ref), c.Opened.Decide.SendBy.Long(), "urgent meeting", "agree to assess the same day", "second officer"} {
					if tt.listed != "" || b.For != casework.ServiceManager || !strings.Contains(b.What, want) {
						t.Errorf("want %q in the task for the manager: %+v", want, b)
					}
				}
				if len(tt.slots) > 0 && !strings.Contains(b.What, tt.slots[0].On.Long()) {
					t.Errorf("the next meeting is not named: %s", b.What)
				}
			}
			after, err := c.Apply(events...)
			if err != nil {
				t.Fatal(err)
			}
			if again := meeting.List(after, meeting.Panel{ID: "send-panel", Slots: tt.slots}, today.At(11, 0)); len(again) > 0 {
				t.Errorf("done twice: %+v", again)
			}
		})
	}
}

func TestNothingIsListedTooEarlyOrTooLate(t *testing.T) {
	c := casetest.Considering(t)
	if meeting.WantsListing(c, c.Opened.Received) {
		t.Error("a case is listed before the family was asked")
	}
	c, err := c.Apply(c.Record([]casework.Body{casework.Consulted{Whom: "family", Asked: c.Opened.Received}}, casetest.Officer(), c.Opened.Received.At(12, 0))...)
	if err != nil {
		t.Fatal(err)
	}
	if !meeting.WantsListing(c, c.Opened.Received) || meeting.WantsListing(c, c.Opened.Decide.SendBy.AddDays(1)) {
		t.Error("a case is listed past the last day for sending, or not at all")
	}
}
