package portal

import (
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework/meeting"
)

// The chair goes from case to case without the agenda between: what was recorded is said, and the next case’s papers are there. The
// page of a case says who counts on it and who is not in the room.
func TestAChairGoesOnToTheNextCase(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	s.call(meetingDay().AddDays(7))
	s.now = morning()
	at := "/panel/meetings/" + string(m.Ref)
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley")
	helen := s.as("helen.forsyth")
	helen.get(at).wantText(t, "Next without your view: ")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	helen.get(itemAt(m.Ref, theo, "view")).wantText(t, "The meeting is open, and members read each other’s views.")
	helen.get(at).wantText(t, "Go on with Theo, aged 8", `href="`+itemAt(m.Ref, theo)+`"`)
	helen.get(itemAt(m.Ref, theo)).wantText(t, "On this case now", "Helen Forsyth, Dr Esther Boateng, Grace Mwangi, Ben Carter, Lucy Hartley")
	form := viewForm("met")
	form.Set("outcome", "assess")
	form.Set("reasons", "He may need more than a school can give.")
	if got := helen.post(itemAt(m.Ref, theo, "recommend"), form); got.goesTo() != itemAt(m.Ref, jaspreet) {
		t.Fatalf("after a recommendation the chair is at %s: %s", got.goesTo(), got.body)
	}
	helen.get(itemAt(m.Ref, jaspreet)).wantText(t, string(theo)+": The panel’s recommendation is recorded. This is the next case.",
		"Present and counting:</strong> Helen Forsyth, Dr Esther Boateng, Grace Mwangi, Ben Carter<", "Not in the room, by an interest:</strong> Lucy Hartley")
	put := url.Values{"until": {"2026-12-15"}, "why": {"Health’s view."}, "ask-1-of": {"Health"}, "ask-1-for": {"A view"},
		"ask-1-by-day": {"11"}, "ask-1-by-month": {"12"}, "ask-1-by-year": {"2026"}, "confirmed": {"yes"}}
	if got := helen.post(itemAt(m.Ref, jaspreet, "defer"), put); got.goesTo() != at {
		t.Fatalf("after the last outcome the chair is at %s: %s", got.goesTo(), got.body)
	}
	helen.get(at).wantText(t, "Every case has its outcome. The meeting can be closed.")
}

// A member is told how many views are still to be recorded, and led from one case to the next without one.
func TestAMemberGoesOnToTheNextView(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	at := "/panel/meetings/" + string(m.Ref)
	esther := s.as("esther.boateng")
	esther.get(at).wantText(t, "2 views of yours are still to be recorded", "Next without your view: Theo, aged 8")
	esther.post(itemAt(m.Ref, theo, "view"), viewForm("met"))
	esther.get(itemAt(m.Ref, theo)).wantText(t, "Next without your view: Jaspreet, aged 8", `href="`+itemAt(m.Ref, jaspreet)+`"`)
	esther.post(itemAt(m.Ref, jaspreet, "view"), viewForm("met"))
	esther.get(at).wantText(t, "Your views of 2 cases are recorded.")
	s.as("lucy.hartley").get(at).wantText(t, "One view of yours is still to be recorded")
}

// A sooner meeting is fewer days for the family, not a number below nothing.
func TestACaseIsTakenSooner(t *testing.T) {
	s := newSite(t)
	later := s.call(meetingDay())
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.list(ref, meetingDay())
	s.call(meetingDay().AddDays(-7))
	s.as("joe.marsh").post(itemAt(later.Ref, ref, "move"), url.Values{"on": {meetingDay().AddDays(-7).String()}}).wantText(t, "7 days fewer than now planned")
}

// The papers give the request in its own words: the needs, the figures, the people. What a question of the law is answered with
// leads there, and nobody’s telephone is among it.
func TestThePapersHoldTheRequestsOwnWords(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	pack := s.as("esther.boateng").get(itemAt(m.Ref, theo))
	pack.wantText(t, "In the words of the request", `id="said-needs"`, `href="#said-needs"`, `id="said-attainment"`, "What came of cycle 3:")
	s.as("esther.boateng").get(itemAt(m.Ref, jaspreet)).wantText(t, "None of it is needed for an assessment")
	for _, never := range []string{"things are shown", "0 are not"} {
		if strings.Contains(pack.body, never) {
			t.Errorf("the papers say %q", never)
		}
	}
}

// A panel reads who works with a child, and no way to ring them.
func TestThePapersHoldNobodysTelephone(t *testing.T) {
	s := newSite(t)
	m := s.call(meetingDay())
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025001", "Jaspreet")(r)
		r["social_care"] = map[string]any{"open_to_service": "yes", "social_worker": "Maeve Donnelly", "social_workers_phone": "01632 960777", "social_workers_email": "maeve@example.org"}
	}).Ref
	s.list(ref, meetingDay())
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	pack := s.as("esther.boateng").get(itemAt(m.Ref, ref))
	pack.wantText(t, "Maeve Donnelly", `id="said-services"`)
	for _, never := range []string{"960777", "maeve@example.org"} {
		if strings.Contains(pack.body, never) {
			t.Errorf("the papers hold %q", never)
		}
	}
}
