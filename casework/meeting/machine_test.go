package meeting_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/casework/meeting"
)

// TestWhateverPeopleDoWithAMeeting lets people give commands in any order on any day, and holds the meeting against what
// may never happen.
func TestWhateverPeopleDoWithAMeeting(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		h := newHouse(t, rapid.IntRange(0, 3).Draw(r, "cases"))
		r.Repeat(map[string]func(*rapid.T){
			"a day or more passes": func(r *rapid.T) {
				h.at = h.at.AddDate(0, 0, rapid.IntRange(1, 5).Draw(r, "days"))
				h.happen(t, h.m.Pass(h.agenda(t), h.at))
				if again := h.m.Pass(h.agenda(t), h.at); len(again.Events)+len(again.Tells) > 0 {
					r.Fatalf("what has passed passes again: %+v", again)
				}
			},
			"the day comes": func(*rapid.T) {
				if day := meetingDay.At(9, 30); day.After(h.at) {
					h.at = day
				}
			},
			"somebody acts":   func(r *rapid.T) { h.anything(t, r) },
			"a case has news": func(r *rapid.T) { h.news(t, r) },
			"":                func(r *rapid.T) { h.invariants(t, r) },
		})
	})
}

func (h *house) ref(r *rapid.T) casework.Ref {
	return casework.NewRef(2026, 412+rapid.IntRange(0, 3).Draw(r, "case"))
}

func (h *house) anything(t testing.TB, r *rapid.T) {
	who := rapid.SampledFrom([]casework.PersonID{"ruth.okafor", "esther", "grace", "ben", "paul", "nobody"}).Draw(r, "who")
	what := rapid.SampledFrom([]meeting.Coming{meeting.Arrived, meeting.Arrived, meeting.Left, meeting.Withdrew, meeting.Returned}).Draw(r, "what")
	acts := []meeting.Act{
		came("ruth.okafor", "esther", "grace"), meeting.Open{}, meeting.Open{}, meeting.Open{NotQuorate: true}, meeting.Close{}, meeting.Close{}, meeting.TakeUp{}, meeting.Release{},
		meeting.Attend{People: []meeting.Attended{{Member: who, What: what, At: "10:00", Case: h.ref(r), Why: "a friend"}}}, meeting.Excuse{Member: who},
		meeting.Cancel{Why: "So."}, meeting.ChangeDate{On: h.m.On.AddDays(rapid.IntRange(-3, 9).Draw(r, "by")), Why: "So."}, meeting.SetCapacity{Capacity: 5},
	}
	act := rapid.SampledFrom(acts).Draw(r, "act")
	before := h.m.Seq
	err := h.do(t, rapid.SampledFrom([]casework.Actor{clerk(), chair()}).Draw(r, "by"), act)
	if err != nil && (casework.AsRefused(err) == nil || h.m.Seq != before) {
		r.Fatalf("%s gave %v and %d events", act.Kind(), err, h.m.Seq-before)
	}
}

func (h *house) news(t testing.TB, r *rapid.T) {
	ref := h.ref(r)
	if _, there := h.cases[ref]; !there || h.c(t, ref).Stage != casework.StageConsidering {
		return
	}
	c := h.c(t, ref)
	bodies := []casework.Body{
		casework.InterestDeclared{Member: "ben", What: "a friend", Source: "declared"}, casework.Viewed{Panel: "send-panel"},
		casework.Listed{Panel: "send-panel", On: h.m.On, Meeting: h.m.Ref}, casework.Listed{Panel: "send-panel", On: h.m.On}, casework.Withdrawn{},
	}
	if c.Sitting != nil && c.Sitting.Quorate {
		bodies = append(bodies, casework.Recommended{Panel: "send-panel", Present: []casework.PersonID{"ruth.okafor"}}, casework.Deferred{Panel: "send-panel", Until: h.m.On.AddDays(9)})
	}
	h.record(t, ref, casework.Actor{Person: "grace"}, rapid.SampledFrom(bodies).Draw(r, "news"))
}

func (h *house) invariants(t testing.TB, r *rapid.T) {
	data, err := json.Marshal(h.events)
	if err != nil {
		r.Fatal(err)
	}
	var back []meeting.Event
	if err := json.Unmarshal(data, &back); err != nil {
		r.Fatal(err)
	}
	again, err := meeting.Fold(back)
	if diff := cmp.Diff(fmt.Sprintf("%+v", h.m), fmt.Sprintf("%+v", again)); err != nil || diff != "" {
		r.Fatalf("the stored events make another meeting: %v\n%s", err, diff)
	}
	for _, item := range h.agenda(t).Items {
		c := item.Case
		seat := slices.IndexFunc(h.m.Seats, func(s meeting.Seat) bool { return s.Member == "ben" })
		_, interested := c.InterestOf(casework.Actor{Person: "ben"})
		if interested && seat >= 0 && h.m.MayRead("ben", c) {
			r.Fatal("somebody with an interest may read the papers")
		}
		if h.m.Stage == meeting.StagePlanned && c.Sitting != nil && c.Sitting.Meeting == h.m.Ref {
			r.Fatal("a case is told that a meeting has opened which has not")
		}
		if h.m.Stage == meeting.StagePlanned && c.Listed.Meeting == h.m.Ref && len(c.ViewsFor(casetest.Decider(), h.m.On)) > 0 {
			r.Fatal("views can be read before the meeting has opened")
		}
	}
	for _, s := range h.m.Items {
		if s.Quorate != (len(s.Missing) == 0) || s.Quorate && len(s.Present) < h.m.Quorum {
			r.Fatalf("a case looks valid without a quorum: %+v", s)
		}
	}
	if _, more := h.m.Next(); h.m.Over() && more {
		r.Fatal("a meeting that is over has something to do")
	}
	for _, res := range h.m.Results {
		if res.Outcome == meeting.Pending {
			r.Fatalf("closed with %s without an outcome", res.Case)
		}
	}
}
