package portal

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// meetingItems is how many cases the meeting of the benchmark has: a long one.
const meetingItems = 15

// BenchmarkThePanel asks for the pages of an open meeting with fifteen cases, a view of each member on each, over twenty thousand
// cases, and reports the slowest of a hundred (p99) of each, in milliseconds.
func BenchmarkThePanel(b *testing.B) {
	s := newSite(b)
	s.many(20_000)
	m, first := s.longMeeting(meetingItems)
	at := "/panel/meetings/" + string(m.Ref)
	chair, clerk, member := s.as("helen.forsyth"), s.as("joe.marsh"), s.as("esther.boateng")
	for _, page := range []struct {
		name string
		who  *browser
		path string
	}{
		{"home of a member", member, "/panel"},
		{"meeting of the chair", chair, at}, {"meeting of the clerk", clerk, at}, {"meeting of a member", member, at},
		{"attendance", clerk, at + "/attendance"}, {"interests", member, at + "/interests"}, {"minutes", member, at + "/minutes"}, {"close", chair, at + "/close"},
		{"papers", chair, itemAt(m.Ref, first)}, {"view", member, itemAt(m.Ref, first, "view")}, {"recommendation", chair, itemAt(m.Ref, first, "recommend")},
	} {
		b.Run(page.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				if got := page.who.get(page.path); got.status != 200 {
					b.Fatalf("%d: %s", got.status, got.body)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

// longMeeting is an open meeting with so many cases, each viewed by three members, after two meetings that nobody came to; and its
// first case.
func (s *site) longMeeting(items int) (meeting.Meeting, casework.Ref) {
	s.t.Helper()
	for week := 1; week <= 3; week++ {
		s.call(meetingDay().AddDays(7 * week))
	}
	m, err := s.desk.CallMeeting(s.t.Context(), "joe.marsh", "long", NewMeeting{Panel: "send-panel", On: meetingDay(), Capacity: items})
	if err != nil {
		s.t.Fatal(err)
	}
	var first casework.Ref
	for i := range items {
		ref := s.receive(func(r map[string]any) {
			child := r["child"].(map[string]any)
			child["setting"], child["upn"], child["forenames"] = "canal-street-primary", fmt.Sprintf("X%012d", i), fmt.Sprint("Listed", i)
			r["requester"].(map[string]any)["setting"] = "canal-street-primary"
		}).Ref
		s.list(ref, meetingDay())
		if i == 0 {
			first = ref
		}
		for _, who := range []casework.PersonID{"esther.boateng", "grace.mwangi", "ben.carter"} {
			findings := []casework.Finding{{Limb: casework.Limb8a, Answer: casework.Met, Reason: "A language disorder is described."}, {Limb: casework.Limb8b, Answer: casework.Met, Reason: "He learns only with an adult."}}
			s.do(ref, who, casework.RecordView{Panel: "send-panel", Findings: findings})
		}
	}
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley", "david.achebe")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	return m, first
}

// A long meeting is walked from its first case to its last by what the pages themselves lead to: the agenda once at each end, and
// for each case its papers and the recommendation.
func TestALongMeetingIsWalkedWithoutTheAgenda(t *testing.T) {
	s := newSite(t)
	m, first := s.longMeeting(meetingItems)
	at := "/panel/meetings/" + string(m.Ref)
	helen := s.as("helen.forsyth")
	helen.get(at).wantText(t, `<a class="button" href="`+itemAt(m.Ref, first)+`"`)
	here := itemAt(m.Ref, first)
	for n := range meetingItems {
		helen.get(here).wantText(t, fmt.Sprintf("Case %d of %d", n+1, meetingItems), `href="`+here+`/recommend"`)
		form := viewForm("met")
		form.Set("outcome", "assess")
		form.Set("reasons", "More may be needed than a school can give.")
		if here = helen.post(here+"/recommend", form).goesTo(); here == "" {
			t.Fatalf("recommendation %d was refused", n+1)
		}
	}
	if here != at {
		t.Fatalf("after the last recommendation the chair is at %s", here)
	}
	helen.get(at).wantText(t, "Every case has its outcome")
}
