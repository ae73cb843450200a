package meeting_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// house is a meeting with the cases on its agenda, as the register would hold them.
type house struct {
	m      meeting.Meeting
	events []meeting.Event
	cases  map[casework.Ref][]casework.Event
	slots  []meeting.Slot
	at     time.Time
	n      int
}

var meetingDay = statute.Date(2026, time.December, 8)

func clerk() casework.Actor { return casetest.Clerk() }

func chair() casework.Actor { return casetest.Chair() }

func planned() meeting.Planned {
	seat := func(id casework.PersonID, knows ...string) meeting.Seat {
		return meeting.Seat{Member: id, Name: string(id), For: id, Knows: knows}
	}
	stand := seat("paul")
	stand.For = "ruth.okafor"
	return meeting.Planned{
		Ref: casework.NewMeetingRef(2026, 7), Panel: "send-panel", Name: "SEND Panel", On: meetingDay, Chair: "ruth.okafor", Clerk: "joe.marsh",
		Seats:  []meeting.Seat{seat("ruth.okafor"), seat("esther", "educational_psychologist"), seat("grace", "health"), seat("ben"), stand},
		Quorum: 3, Required: []meeting.Required{{Knows: "educational_psychologist"}, {Knows: "health", WrittenView: true}},
		PackOn: meetingDay.AddDays(-5), Capacity: 3,
	}
}

// newHouse has a meeting planned and so many cases listed for it.
func newHouse(t testing.TB, cases int) *house {
	t.Helper()
	h := &house{cases: map[casework.Ref][]casework.Event{}, at: statute.Date(2026, time.November, 30).At(10, 0)}
	events, err := meeting.Begin(planned(), clerk(), "plan", h.at)
	if err != nil {
		t.Fatal(err)
	}
	h.happen(t, meeting.Follows{Events: events})
	for i := range cases {
		ref := casework.NewRef(2026, 412+i)
		h.cases[ref] = casetest.BegunAs(t, ref)
		h.record(t, ref, casetest.Officer(), casework.Listed{Panel: "send-panel", Name: "SEND Panel", On: meetingDay, Meeting: h.m.Ref})
	}
	return h
}

func (h *house) c(t testing.TB, ref casework.Ref) casework.Case {
	t.Helper()
	c, err := casework.Fold(h.cases[ref])
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (h *house) record(t testing.TB, ref casework.Ref, by casework.Actor, bodies ...casework.Body) {
	t.Helper()
	h.cases[ref] = append(h.cases[ref], h.c(t, ref).Record(bodies, by, h.at)...)
	h.c(t, ref)
}

func (h *house) agenda(t testing.TB) meeting.Agenda {
	t.Helper()
	var items []meeting.Item
	for ref, events := range h.cases {
		c := h.c(t, ref)
		if took := slices.ContainsFunc(h.m.Items, func(s meeting.Standing) bool { return s.Case == ref }); took || h.m.Takes(c) {
			items = append(items, h.m.ItemOf(c, events))
		}
	}
	return meeting.NewAgenda(items, h.slots)
}

func (h *house) happen(t testing.TB, f meeting.Follows) {
	t.Helper()
	m, err := h.m.Apply(f.Events...)
	if err != nil {
		t.Fatal(err)
	}
	h.m, h.events = m, append(h.events, f.Events...)
	for _, tell := range f.Tells {
		h.record(t, tell.Case.Ref, casework.Engine(), tell.Bodies...)
	}
}

func (h *house) do(t testing.TB, by casework.Actor, act meeting.Act) error {
	t.Helper()
	h.n++
	f, err := h.m.Do(meeting.Command{Key: strconv.Itoa(h.n), By: by, Act: act}, h.agenda(t), h.at)
	if err == nil {
		h.happen(t, f)
	}
	return err
}

func (h *house) must(t testing.TB, by casework.Actor, act meeting.Act) {
	t.Helper()
	if err := h.do(t, by, act); err != nil {
		t.Fatal(err)
	}
}

func came(who ...casework.PersonID) meeting.Attend {
	var a meeting.Attend
	for _, id := range who {
		a.People = append(a.People, meeting.Attended{Member: id, What: meeting.Arrived, At: "09:30"})
	}
	return a
}

func (h *house) onTheDay() { h.at = meetingDay.At(9, 30) }

func refuses(t testing.TB, err error, want string) {
	t.Helper()
	if casework.AsRefused(err) == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("refused with %v, want %q in it", err, want)
	}
}

func TestAMeetingIsHeldAndClosed(t *testing.T) {
	h := newHouse(t, 2)
	first, second := casework.NewRef(2026, 412), casework.NewRef(2026, 413)
	h.record(t, second, casetest.Officer(), casework.MarkedUrgent{Reason: casework.InHospital})
	if got := h.agenda(t).Items[0].Case.Ref; got != second {
		t.Errorf("the first on the agenda is %s, want the urgent case", got)
	}
	h.onTheDay()
	refuses(t, h.do(t, chair(), meeting.Open{}), "no quorum: 0 of the 3 who must be there count; nobody takes the chair; nobody is there as educational psychologist")
	h.must(t, clerk(), came("ruth.okafor", "esther", "grace"))
	h.record(t, first, casework.Actor{Person: "ben"}, casework.Viewed{Panel: "send-panel"})
	if c := h.c(t, first); len(c.ViewsFor(casetest.Decider(), meetingDay)) != 0 {
		t.Error("views can be read on the day before the meeting has opened")
	}
	h.must(t, chair(), meeting.Open{})
	if c := h.c(t, first); len(c.ViewsFor(casetest.Decider(), meetingDay)) != 1 || c.Sitting == nil || !c.Sitting.Quorate {
		t.Errorf("the case does not know that the panel has met: %+v", c.Sitting)
	}
	err := h.do(t, chair(), meeting.Close{})
	refuses(t, err, string(first)+" has no outcome yet")
	refuses(t, err, string(second)+" has no outcome yet")

	h.record(t, first, chair(), casework.Recommended{Panel: "send-panel", Outcome: casework.Assess, Present: []casework.PersonID{"ruth.okafor", "esther", "ben"}, Quorum: 3})
	h.record(t, second, chair(), casework.Deferred{Panel: "send-panel", Until: meetingDay.AddDays(7)})
	refuses(t, h.do(t, chair(), meeting.Close{}), "names ben as present, and the attendance does not")
	h.must(t, clerk(), came("ben"))
	h.must(t, chair(), meeting.Close{Minutes: meeting.Minutes{Notes: []meeting.Note{{Text: "The terms of reference were looked at."}}}})
	got := map[casework.Ref]meeting.Outcome{}
	for _, r := range h.m.Results {
		got[r.Case] = r.Outcome
	}
	if got[first] != meeting.Recommended || got[second] != meeting.Deferred || !h.m.Over() {
		t.Errorf("closed with %v, %s", got, h.m.Stage)
	}
	if _, more := h.m.Next(); more {
		t.Error("a closed meeting has something to do")
	}
}

func TestWithoutAQuorumNothingLooksValid(t *testing.T) {
	h := newHouse(t, 1)
	ref := casework.NewRef(2026, 412)
	h.onTheDay()
	h.must(t, clerk(), came("ruth.okafor", "grace", "ben"))
	refuses(t, h.do(t, chair(), meeting.Open{}), "nobody is there as educational psychologist")
	h.must(t, chair(), meeting.Open{NotQuorate: true})
	c := h.c(t, ref)
	if h.m.Quorate || c.Sitting.Quorate {
		t.Fatal("it looks valid")
	}
	by := chair()
	_, err := c.Do(casework.Command{By: by, Act: casework.Recommend{Panel: "send-panel", Outcome: casework.Assess, Reasons: "So.", Quorum: 3, Present: []casework.PersonID{"ruth.okafor", "grace", "ben"}}}, h.at)
	refuses(t, err, "no recommendation")
	h.must(t, clerk(), came("esther"))
	if c := h.c(t, ref); !c.Sitting.Quorate {
		t.Error("the psychologist came and the case still has no quorum")
	}
	h.must(t, clerk(), meeting.Attend{People: []meeting.Attended{{Member: "esther", What: meeting.Withdrew, At: "10:00", Case: ref, Why: "they taught the child"}}})
	if c := h.c(t, ref); c.Sitting.Quorate || len(c.Interests) != 1 {
		t.Errorf("the psychologist withdrew and the case has %+v, interests %v", c.Sitting, c.Interests)
	}
	h.must(t, clerk(), meeting.Attend{People: []meeting.Attended{{Member: "esther", What: meeting.Returned, At: "10:10", Case: ref}}})
	if c := h.c(t, ref); c.Sitting.Quorate {
		t.Error("an interest is gone because its holder is back in the room")
	}
}

func TestACancelledMeetingGivesItsCasesBack(t *testing.T) {
	for _, tt := range []struct {
		name string
		act  meeting.Act
	}{{"cancelled", meeting.Cancel{Why: "The heating failed."}}, {"moved", meeting.ChangeDate{On: meetingDay.AddDays(40), Why: "The heating failed."}}} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHouse(t, 1)
			ref := casework.NewRef(2026, 412)
			h.slots = []meeting.Slot{{On: meetingDay.AddDays(7), Room: 2}}
			h.must(t, clerk(), tt.act)
			if c := h.c(t, ref); c.Listed != nil {
				t.Errorf("the case is listed for %s still", c.Listed.On)
			}
			var effects []meeting.Effect
			switch b := h.events[len(h.events)-1].Body.(type) {
			case meeting.Cancelled:
				effects = b.Effects
			case meeting.DateChanged:
				effects = b.Effects
			}
			if len(effects) != 1 || effects[0].Case != ref || effects[0].Next != meetingDay.AddDays(7) || effects[0].SendBy.IsZero() || effects[0].Due.IsZero() {
				t.Errorf("the effect is told as %+v", effects)
			}
		})
	}
}

func TestPapersGoOutByThemselvesAndNotToAnInterest(t *testing.T) {
	h := newHouse(t, 1)
	ref := casework.NewRef(2026, 412)
	h.record(t, ref, casetest.Officer(), casework.InterestDeclared{Member: "ben", What: "family friend", Source: "family"})
	if next, _ := h.m.Next(); next.On != meetingDay.AddDays(-5) {
		t.Errorf("the papers go out on %s", next.On)
	}
	h.at = meetingDay.AddDays(-5).Start()
	h.happen(t, h.m.Pass(h.agenda(t), h.at))
	c := h.c(t, ref)
	if h.m.MayRead("ben", c) || !h.m.MayRead("grace", c) || h.m.MayRead("somebody", c) {
		t.Errorf("who may read is wrong: %+v", h.m.Pack)
	}
	late := casework.NewRef(2026, 500)
	h.cases[late] = casetest.BegunAs(t, late)
	h.record(t, late, casetest.Officer(), casework.Listed{Panel: "send-panel", On: meetingDay}) // by its day alone
	h.happen(t, h.m.Pass(h.agenda(t), h.at))
	if !h.m.MayRead("ben", h.c(t, late)) {
		t.Error("a case listed late is not in the pack")
	}
	h.at = meetingDay.AddDays(-1).At(8, 0)
	h.happen(t, h.m.Pass(h.agenda(t), h.at))
	if got := h.m.Reminded; !slices.Equal(got, []meeting.Reminder{meeting.RemindViews, meeting.RemindMeeting}) {
		t.Errorf("reminded of %v", got)
	}
	if c := h.c(t, late); c.Listed.Meeting != h.m.Ref {
		t.Error("a case listed by its day alone does not know the meeting")
	}
	if again := h.m.Pass(h.agenda(t), h.at); len(again.Events)+len(again.Tells) > 0 {
		t.Errorf("the same moments came twice: %v", again.Events)
	}
}

func TestWhoMayDoWhat(t *testing.T) {
	h := newHouse(t, 0)
	other := casework.Actor{Person: "other", Name: "Another chair", Roles: []casework.Role{casework.PanelChair}}
	member := casework.Actor{Person: "ben", Name: "Ben", Roles: []casework.Role{casework.PanelMember}}
	refuses(t, h.do(t, other, meeting.Cancel{Why: "So."}), "does not chair")
	refuses(t, h.do(t, member, meeting.SetCapacity{Capacity: 4}), "takes the role")
	refuses(t, h.do(t, member, meeting.Excuse{Member: "grace"}), "for themselves")
	h.must(t, member, meeting.Excuse{Member: "ben", Why: "court"})
	refuses(t, h.do(t, clerk(), meeting.Close{}), "the meeting is planned")
	refuses(t, h.do(t, clerk(), meeting.SetCapacity{}), "is 0")
	refuses(t, h.do(t, clerk(), meeting.Release{}), "nothing to release")
	refuses(t, h.do(t, clerk(), came("ruth.okafor")), "The meeting is on")
}

func TestEventsAndCommandsSurviveJSON(t *testing.T) {
	h := newHouse(t, 1)
	h.onTheDay()
	h.must(t, clerk(), came("ruth.okafor", "esther", "grace"))
	h.must(t, chair(), meeting.Open{})
	for _, e := range h.events {
		first, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var back meeting.Event
		if err := json.Unmarshal(first, &back); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(back); string(again) != string(first) {
			t.Errorf("%s became %s", first, again)
		}
	}
	for _, r := range meeting.Rules() {
		if r.Act == meeting.ActPlan {
			continue
		}
		act, err := meeting.ReadAct(r.Act, []byte("{}"))
		if err != nil || act.Kind() != r.Act {
			t.Errorf("%s reads as %v, %v", r.Act, act, err)
		}
	}
	if _, err := meeting.ReadAct(meeting.ActClose, []byte(`{"minuts":{}}`)); err == nil {
		t.Error("a slip of the pen passed")
	}
}

// TestAMeetingNeverEndsBeforeItBegins: a panel's usual end is none for a meeting that begins after it.
func TestAMeetingNeverEndsBeforeItBegins(t *testing.T) {
	for from, want := range map[string]string{"09:30": "12:00", "13:00": "", "12:00": ""} {
		p := planned()
		p.From, p.Until = from, "12:00"
		events, err := meeting.Begin(p, clerk(), "plan", newHouse(t, 0).at)
		if err != nil {
			t.Fatal(err)
		}
		if got := events[0].Body.(meeting.Planned).Until; got != want {
			t.Errorf("a meeting from %s ends at %q, want %q", from, got, want)
		}
	}
}
