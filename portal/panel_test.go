package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

func itemAt(m casework.MeetingRef, ref casework.Ref, more ...string) string {
	return strings.Join(append([]string{"/panel/meetings", string(m), "cases", string(ref)}, more...), "/")
}

// A member sees the agenda, reads the papers of the cases they may see, and nothing of one in which they have an interest.
func TestAMembersAgenda(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	esther, lucy := s.as("esther.boateng"), s.as("lucy.hartley")
	esther.get("/panel").wantText(t, "Tuesday 8 December 2026", "2 cases")
	agenda := esther.get("/panel/meetings/" + string(m.Ref))
	agenda.wantText(t, "Theo, aged 8", "Jaspreet, aged 8", "Your view is not in yet", string(theo))
	hers := lucy.get("/panel/meetings/" + string(m.Ref))
	hers.wantText(t, "Theo, aged 8", "Not shown to you", string(jaspreet))
	if strings.Contains(hers.body, "Jaspreet") {
		t.Error("a member with an interest sees the child’s name")
	}
	if got := lucy.get(itemAt(m.Ref, jaspreet)).status; got != http.StatusNotFound {
		t.Errorf("a member with an interest gets %d for the papers", got)
	}
	pack := esther.get(itemAt(m.Ref, theo))
	pack.wantText(t, "Speech and language report", "Are there, or may there be, special educational needs?", "Case 1 of 2", "Next case", "I like pictures", "<strong>Cycle 3</strong>", "Attendance")
	esther.get(itemAt(m.Ref, jaspreet)).wantText(t, "What is not there, and whether it matters", "Previous case")
	s.as("joe.marsh").get("/panel/meetings/"+string(m.Ref)).wantText(t, "Who has read the papers", "1 of 6", "1 of 5")
}

// Before the papers are out a member sees initials alone, and no papers.
func TestBeforeThePapersAreOut(t *testing.T) {
	s := newSite(t)
	m := s.call(meetingDay())
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.list(ref, meetingDay())
	b := s.as("esther.boateng")
	page := b.get("/panel/meetings/" + string(m.Ref))
	page.wantText(t, "J. D., aged 8", "Papers are not out yet")
	if strings.Contains(page.body, "Jaspreet") || b.get(itemAt(m.Ref, ref)).status != http.StatusNotFound {
		t.Error("a member sees the case before its papers are out")
	}
}

// The plan offers a chair the days of the panels that they lead, and nobody a day for which a meeting is called.
func TestDaysInThePlan(t *testing.T) {
	s := newSite(t)
	s.call(meetingDay())
	other, earlyYears := "panel=send-panel&amp;on=2026-12-15", "panel=early-years-panel&amp;on="
	joe := s.as("joe.marsh").get("/panel")
	joe.wantText(t, other, earlyYears)
	judith := s.as("judith.adeyemi").get("/panel") // leads the early years panel
	judith.wantText(t, earlyYears)
	for who, page := range map[string]string{"joe.marsh": joe.body, "judith.adeyemi": judith.body} {
		if strings.Contains(page, "on="+meetingDay().String()+`"`) {
			t.Errorf("%s is asked to call a meeting that is called", who)
		}
	}
	if strings.Contains(judith.body, other) {
		t.Error("a chair is asked to call a meeting of a panel that she does not lead")
	}
}

// A member who is on another panel sees nothing of this one, whatever their role.
func TestAnotherPanel(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	ruth := s.as("ruth.ashworth") // of the early years panel alone
	for _, path := range []string{"/panel/meetings/" + string(m.Ref), itemAt(m.Ref, theo), itemAt(m.Ref, theo, "view")} {
		if got := ruth.get(path).status; got != http.StatusNotFound {
			t.Errorf("%s answers %d to a member of another panel", path, got)
		}
	}
}

func viewForm(answer8b string) url.Values {
	return url.Values{"answer-8a": {"met"}, "reason-8a": {"The therapist’s report shows a language disorder."}, "evidence-8a": {"E2"},
		"answer-8b": {answer8b}, "reason-8b": {"He learns only while an adult is beside him."}, "evidence-8b": {"E1", "E3"}}
}

// What a member types is kept as it is typed, comes back, and is read by nobody else; recorded, it is shown to others when
// the meeting opens.
func TestAView(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	esther, grace := s.as("esther.boateng"), s.as("grace.mwangi")
	path := itemAt(m.Ref, theo, "view")
	if got := esther.post(path+"/draft", url.Values{"reason-8a": {"Half a thought"}}).status; got != http.StatusNoContent {
		t.Fatalf("the draft was answered with %d", got)
	}
	esther.get(path).wantText(t, "Half a thought", "The family can ask to read this.")
	if strings.Contains(grace.get(path).body, "Half a thought") {
		t.Error("another member sees the draft")
	}
	bad := esther.post(path, url.Values{"reason-8a": {"Half a thought"}})
	bad.wantText(t, "Choose an answer.", "Half a thought")
	if got := esther.post(path, viewForm("met")); got.goesTo() != itemAt(m.Ref, theo) {
		t.Fatalf("the view was answered with %d %s", got.status, got.body)
	}
	esther.get(itemAt(m.Ref, theo)).wantText(t, "Your view", "an adult is beside him", "E1 Provision map")
	for _, b := range []*browser{grace, s.as("joe.marsh"), s.as("helen.forsyth")} {
		if strings.Contains(b.get(itemAt(m.Ref, theo)).body, "an adult is beside him") {
			t.Error("somebody reads the view before the meeting opens")
		}
	}
	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	grace = s.as("grace.mwangi")
	grace.get(itemAt(m.Ref, theo)).wantText(t, "an adult is beside him", "How members see the two questions")
}

// The chair runs the meeting: attendance and quorum, the recommendation, a deferral seen before it is confirmed, the close.
func TestAMeetingIsHeld(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	s.call(meetingDay().AddDays(7))
	s.now = morning()
	at := "/panel/meetings/" + string(m.Ref)
	joe, helen := s.as("joe.marsh"), s.as("helen.forsyth")
	joe.get(at+"/attendance").wantText(t, "There is no quorum now", "nobody takes the chair")
	joe.post(at+"/open", nil).wantText(t, "The meeting has no quorum")
	joe.post(at+"/attendance", url.Values{"at": {"soon"}, "arrived": {"helen.forsyth"}}).wantText(t, "is not a time. Give the time as 09:30.", "soon")
	joe.post(at+"/attendance", url.Values{"at": {"9.25"}, "arrived": {"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"}})
	joe.get(at+"/attendance").wantText(t, "There is a quorum")
	if got := joe.post(at+"/open", nil); got.status != http.StatusSeeOther {
		t.Fatalf("the meeting was not opened: %s", got.body)
	}
	joe.post(at+"/attendance", url.Values{"at": {"09:40"}, "who": {"grace.mwangi"}, "case": {string(theo)}, "why": {"Treats the child’s brother"}})
	helen.get(at).wantText(t, "No quorum on this case")
	joe.post(at+"/attendance", url.Values{"at": {"09:41"}, "arrived": {"david.achebe"}})
	helen.get(itemAt(m.Ref, theo, "recommend")).wantText(t, "There is no quorum on this case", "health")
	helen.post(at+"/close", nil).wantText(t, string(theo)+" has no outcome yet")

	form := viewForm("met")
	form.Set("outcome", "assess")
	form.Set("reasons", "He may need more than a school can give.")
	if got := helen.post(itemAt(m.Ref, jaspreet, "recommend"), form); got.status != http.StatusSeeOther {
		t.Fatalf("the recommendation was refused: %s", got.body)
	}
	put := url.Values{"until": {"2026-12-15"}, "why": {"Health’s view is needed from somebody else."}, "ask-1-of": {"Health"}, "ask-1-for": {"A view"},
		"ask-1-by-day": {"11"}, "ask-1-by-month": {"12"}, "ask-1-by-year": {"2026"}}
	sure := helen.post(itemAt(m.Ref, theo, "defer"), put)
	sure.wantText(t, "Put the case off to Tuesday 15 December 2026?", "the clock does not stop", "The family has waited <strong>15 days</strong>", "22 days")
	if c, err := s.desk.Case(t.Context(), theo); err != nil || c.Deferrals != 0 {
		t.Fatalf("the case was put off before that was confirmed: %v", err)
	}
	put.Set("confirmed", "yes")
	if got := helen.post(itemAt(m.Ref, theo, "defer"), put); got.status != http.StatusSeeOther {
		t.Fatalf("the deferral was refused: %s", got.body)
	}
	done := helen.post(at+"/close", url.Values{"notes": {"The room was cold."}, "action-1-who": {"joe.marsh"}, "action-1-what": {"Ask for another room"}})
	if done.goesTo() != at+"/minutes" {
		t.Fatalf("the meeting was not closed: %s", done.body)
	}
	minutes := helen.get(at + "/minutes")
	minutes.wantText(t, "The room was cold.", "Ask for another room", "Put off to Tue 15 Dec 2026", "Advice recorded", "Grace Mwangi withdrew at 09:40")
	if strings.Contains(minutes.body, "Jaspreet") {
		t.Error("the minutes name a child")
	}
}

// A case is put on another agenda only after its effect was seen.
func TestACaseIsMoved(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	s.call(meetingDay().AddDays(7))
	joe := s.as("joe.marsh")
	path := itemAt(m.Ref, theo, "move")
	joe.get(path).wantText(t, "Tuesday 15 December 2026", "Last day to post the letter in time")
	joe.post(path, url.Values{"on": {"2026-12-15"}}).wantText(t, "Put it on the agenda of Tuesday 15 December 2026?", "7 days more than now planned")
	if got := joe.post(path, url.Values{"on": {"2026-12-15"}, "confirmed": {"yes"}}); got.status != http.StatusSeeOther {
		t.Fatalf("the case was not moved: %s", got.body)
	}
	c, err := s.desk.Case(t.Context(), theo)
	if err != nil || c.Listed.On != meetingDay().AddDays(7) {
		t.Errorf("the case is listed for %v, %v", c.Listed, err)
	}
}

// An interest is declared by the member, or recorded by the clerk where the family objects, and takes effect at once.
func TestInterests(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	at := "/panel/meetings/" + string(m.Ref) + "/interests"
	ben := s.as("ben.carter")
	ben.post(at, url.Values{"case": {string(theo)}}).wantText(t, "Say in a few words what the interest is.")
	ben.post(at, url.Values{"case": {string(theo)}, "what": {"a neighbour of the family"}})
	if got := ben.get(itemAt(m.Ref, theo)).status; got != http.StatusNotFound {
		t.Errorf("the papers answer %d to a member who has just declared an interest", got)
	}
	joe := s.as("joe.marsh")
	joe.post(at, url.Values{"case": {string(theo)}, "what": {"taught an older sister"}, "member": {"david.achebe"}, "source": {"family"}})
	joe.get(at).wantText(t, "The family objects", "The school they work for", "a neighbour of the family")
}

// A meeting is called, and moved only after its effect on every case was seen.
func TestAMeetingIsCalledAndMoved(t *testing.T) {
	s := newSite(t)
	joe := s.as("joe.marsh")
	joe.get("/panel").wantText(t, "Days in the plan", "Tuesday 8 December 2026")
	joe.post("/panel/plan", url.Values{"panel": {"send-panel"}}).wantText(t, "Give the day of the meeting.")
	made := joe.post("/panel/plan", url.Values{"panel": {"send-panel"}, "on-day": {"8"}, "on-month": {"12"}, "on-year": {"2026"}, "capacity": {"3"}})
	if made.status != http.StatusSeeOther {
		t.Fatalf("the meeting was not called: %s", made.body)
	}
	at := made.goesTo()
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.list(ref, meetingDay())
	move := url.Values{"change": {"date"}, "on-day": {"10"}, "on-month": {"12"}, "on-year": {"2026"}, "why": {"The room is taken."}}
	joe.post(at+"/change", move).wantText(t, "Hold it on Thursday 10 December 2026 instead?", string(ref), "None of their dates moves")
	move.Set("confirmed", "yes")
	if got := joe.post(at+"/change", move); got.goesTo() != at {
		t.Fatalf("the meeting was not moved: %s", got.body)
	}
	joe.get(at).wantText(t, "Thursday 10 December 2026")
}
