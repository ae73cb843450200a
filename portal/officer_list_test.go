package portal

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestNothingToDoIsHidden: a request whose family was told and that still has a task, and a refusal that is undone, are
// found from the list, each with what is next and why.
func TestNothingToDoIsHidden(t *testing.T) {
	s := newSite(t)
	told := s.refusedAt(statute.Date(2026, 12, 18).At(10, 0))
	s.as("amina.khan").get("/cases?stage=notified").wantText(t, "The family has been told. On ", "the time for an appeal will have ended.")
	s.do(told, "amina.khan", casework.RecordAppeal{On: statute.DayOf(s.now)})
	amina := s.as("amina.khan")
	amina.get("/cases").wantText(t, "1 request whose family has been told has something still to be done", `href="/cases?stage=to-do&amp;whose=mine"`)
	amina.get("/cases?stage=to-do&whose=mine").wantText(t, string(told), "1 task is open", "The family has been told.", "Told or over, and something is still to be done")
	s.as("daniel.osei").get("/cases?stage=to-do").wantText(t, "No request is like this")
	amina.get("/cases/"+string(told)+"/dates").wantText(t, "An appeal reaches the Tribunal by", "The council answers the appeal")
	s.do(told, "amina.khan", casework.Overturn{How: statute.ByOrder, On: statute.DayOf(s.now)})
	amina.get("/cases").wantText(t, string(told), "The refusal is undone. The family is told in writing that the council will assess: on ", "the last day for telling the family", "Refusal undone")
	amina.get("/cases/"+string(told)+"/dates").wantText(t, "Saying that the council will assess", "The family is told by Friday 1 January 2027 that the council will assess.", "If no plan follows", "If a plan follows")
	amina.get("/cases?stage=overturned").wantText(t, string(told), "The refusal is undone, the letters are on their way")
}

// TestAColleaguesRequestsAreShown: whoever stands in for somebody sees what they carry.
func TestAColleaguesRequestsAreShown(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	daniel := s.as("daniel.osei")
	daniel.get("/cases?whose=amina.khan").wantText(t, "Amina Khan carries 1 request whose family still waits", string(ref), `<option value="amina.khan" selected="selected">`)
	if got := daniel.get("/cases?whose=nobody.here"); strings.Contains(got.body, string(ref)) {
		t.Error("an unknown colleague shows everybody’s requests as one’s own")
	}
}

// TestADeciderIsLedToWhatWaits: decisions that the panel has advised on, and new requests.
func TestADeciderIsLedToWhatWaits(t *testing.T) {
	s := newSite(t)
	s.refusedAt(statute.Date(2026, 12, 8).At(20, 0))
	s.as("priya.raman").get("/cases").wantText(t, "1 request waits for your decision: the panel has advised", `href="/cases?stage=recommended&amp;whose=all"`)
	if got := s.as("amina.khan").get("/cases"); strings.Contains(got.body, "waits for your decision") {
		t.Error("an officer who decides nothing is led to decisions")
	}
}

// TestACaseThatEndedHasNoClock: after a withdrawal, a move or a death nobody is told that a decision is due.
func TestACaseThatEndedHasNoClock(t *testing.T) {
	s := newSite(t)
	for name, c := range map[string]struct {
		act  casework.Act
		says string
	}{
		"withdrawn": {casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family", Why: "They moved."}, "The request is withdrawn, and the six weeks have ended."},
		"moved":     {casework.TransferOut{To: "Esk Hollow Council", On: statute.DayOf(s.now), Papers: true}, "Esk Hollow Council has been responsible since Tuesday 1 December 2026"},
		"died":      {casework.RecordDeath{On: statute.DayOf(s.now)}, "The child died. Nothing more is sent."},
	} {
		t.Run(name, func(t *testing.T) {
			ref := s.receive(millbrook("", name)).Ref
			s.do(ref, "amina.khan", c.act)
			amina := s.as("amina.khan")
			got := amina.get("/cases/" + string(ref))
			got.wantText(t, c.says, "The six weeks are over")
			for _, untrue := range []string{"must be posted", "The decision is due", "days left"} {
				if strings.Contains(got.body, untrue) {
					t.Errorf("the page says %q", untrue)
				}
			}
			amina.get("/cases/"+string(ref)+"/dates").wantText(t, "The six weeks ended before a decision was due.")
		})
	}
}
