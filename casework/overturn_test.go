package casework_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// told is the refused case on the day on which its family has been sent its notice.
func told(t *testing.T) *script {
	return &script{t: t, c: casetest.Until(t, casework.KindNoticeGiven)}
}

// TestAnOpenAppealKeepsTheCaseOpen past the day on which it would have closed, and closes it when it has ended.
func TestAnOpenAppealKeepsTheCaseOpen(t *testing.T) {
	s := told(t)
	s.refused(jan(20), casetest.Officer(), casework.EndAppeal{On: jan(20), How: "withdrawn"}, "No appeal is recorded")
	s.do(jan(20), casetest.Officer(), casework.RecordAppeal{On: jan(18)})
	s.refused(jan(21), casetest.Officer(), casework.RecordAppeal{On: jan(18)}, "has not ended")
	if fell := s.pass(jan(20).AddMonths(12)); len(fell) != 1 || fell[0] != "feedback_opened 2026-12-11" {
		t.Errorf("with an appeal open, %v fell", fell)
	}
	s.refused(jan(20).AddMonths(12), casetest.Officer(), casework.EndAppeal{On: jan(20).AddMonths(12), How: "lost"}, "not a way")
	s.do(jan(20).AddMonths(12), casetest.Officer(), casework.EndAppeal{On: jan(20).AddMonths(12), How: "dismissed"})
	s.pass(jan(20).AddMonths(12))
	if !s.c.Closed() {
		t.Error("the appeal was dismissed and the case did not close")
	}
}

// TestEachWayOfUndoingHasItsOwnClocks: 2, 10 and 14 weeks from the way that starts them; the 16 and 20 weeks of the request
// only where the council simply changes its mind, or while an appeal is open and the reading is open too.
func TestEachWayOfUndoingHasItsOwnClocks(t *testing.T) {
	on := statute.Date(2027, 2, 1) // a Monday; the request came on 23 November 2026
	for how, want := range map[statute.Overturn]struct{ tell, noPlan, final string }{
		statute.ByMediation:    {"2027-02-15", "2027-04-12", "2027-05-10"},
		statute.ByOrder:        {"2027-02-15", "2027-04-12", "2027-05-10"},
		statute.ByConsentOrder: {"2027-02-15", "2027-04-12", "2027-05-10"},
		statute.ByReg45:        {"2027-02-15", "2027-04-12", "2027-05-10"},
		statute.ByConcession:   {"2027-02-15", "2027-03-15", "2027-04-12"},
		statute.Informally:     {"", "2027-03-15", "2027-04-12"},
	} {
		t.Run(string(how), func(t *testing.T) {
			s := told(t)
			if how != statute.ByMediation && how != statute.Informally {
				s.refused(jan(20), casetest.Decider(), casework.Overturn{How: how, On: jan(20), Why: "A report."}, "takes an appeal")
				s.do(jan(20), casetest.Officer(), casework.RecordAppeal{On: jan(18)})
			}
			s.do(on, casetest.Decider(), casework.Overturn{How: how, On: on, Why: "A report shows what nobody had looked at."})
			tell := ""
			if s.c.Undone.Tell != nil {
				tell = s.c.Undone.Tell.Due.String()
			}
			noPlan, _ := s.c.Undone.Due(statute.NoPlanStage)
			final, _ := s.c.Undone.Due(statute.FinalStage)
			if tell != want.tell || noPlan.WorkTo.Due.String() != want.noPlan || final.WorkTo.Due.String() != want.final {
				t.Errorf("tell %q, no plan %s, final %s; want %+v", tell, noPlan.WorkTo.Due, final.WorkTo.Due, want)
			}
			if s.c.Stage != casework.StageOverturned || s.c.Closed() {
				t.Errorf("the case stands at %s", s.c.Stage)
			}
		})
	}
}

// TestWhoMayUndoARefusal: what the council gives up takes a delegation, what the Tribunal orders an officer records.
func TestWhoMayUndoARefusal(t *testing.T) {
	s := told(t)
	s.refused(jan(20), casetest.Officer(), casework.Overturn{How: statute.ByMediation, On: jan(20), Why: "Agreed."}, "no delegation")
	s.refused(jan(20), casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: jan(20)}, "missing")
	s.refused(jan(20), casetest.Decider(), casework.Overturn{How: "whim", On: jan(20), Why: "x"}, "not a way")
	s.do(jan(20), casetest.Officer(), casework.RecordAppeal{On: jan(18)})
	s.refused(jan(21), casetest.Decider(), casework.Overturn{How: statute.Informally, On: jan(21), Why: "x"}, "while an appeal is open")
	s.do(jan(21), casetest.Officer(), casework.Overturn{How: statute.ByOrder, On: jan(21)})
	s.refused(jan(22), casetest.Decider(), casework.Overturn{How: statute.ByReg45, On: jan(22), Why: "x"}, "was not recorded")
}

// TestTheFamilyIsToldFirstAndInTime: its letters are owed at once, the others after them, and a missed day is told.
func TestTheFamilyIsToldFirstAndInTime(t *testing.T) {
	s := told(t)
	s.do(jan(20), casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: jan(20), Why: "Agreed."})
	var owed []string
	for _, o := range s.c.Owed() {
		for _, k := range o.Letters {
			owed = append(owed, k.String())
		}
	}
	if len(owed) != 1 || !strings.HasPrefix(owed[0], "decision-after-overturn/family-1/") {
		t.Errorf("owed are %v, want the family’s letter alone", owed)
	}
	fell := s.pass(jan(20).AddDays(20))
	if len(fell) != 1 || !strings.HasPrefix(fell[0], "overturn_late 2027-02-0") {
		t.Errorf("fell %v, want that the family was not told in time", fell)
	}
}
