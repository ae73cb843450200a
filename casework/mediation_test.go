package casework_test

import (
	"encoding/json"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// closed is the refused case when the time for an appeal has ended and it has closed.
func closed(t *testing.T) *script {
	s := told(t)
	s.pass(jan(20).AddMonths(12))
	if !s.c.Closed() {
		t.Fatalf("the case stands at %s", s.c.Stage)
	}
	return s
}

// TestALateAppealTakesTheCaseUpAgain: the Tribunal has extended the time, the case is open again, an officer responds, and
// it closes when the appeal has ended.
func TestALateAppealTakesTheCaseUpAgain(t *testing.T) {
	s := closed(t)
	on := jan(20).AddMonths(13)
	s.refused(on, casetest.Officer(), casework.RecordAppeal{On: on}, "Only the Tribunal extends the time")
	s.refused(on, casetest.Officer(), casework.RecordAppeal{On: on, Admitted: on.AddDays(1)}, "between the notice and today")
	s.refused(on, casetest.Clerk(), casework.RecordAppeal{On: on, Admitted: on}, "takes the role")
	s.do(on, casetest.Officer(), casework.RecordAppeal{On: on, Admitted: on.AddDays(-2)})
	if s.c.Closed() || s.c.Stage != casework.StageNotified || !taskOpen(s.c, "respond-to-appeal") {
		t.Fatalf("after a late appeal the case stands at %s, with tasks %+v", s.c.Stage, s.c.Tasks)
	}
	if fell := s.pass(on.AddMonths(12)); len(fell) != 0 {
		t.Errorf("with a late appeal open, %v fell", fell)
	}
	s.do(on.AddDays(90), casetest.Officer(), casework.EndAppeal{On: on.AddDays(90), How: "dismissed"})
	if taskOpen(s.c, "respond-to-appeal") {
		t.Error("the response is still a task when the appeal has ended")
	}
	if fell := s.pass(on.AddDays(90)); len(fell) != 1 || fell[0] != "closed "+on.AddDays(90).String() || !s.c.Closed() {
		t.Errorf("the appeal has ended and %v fell", fell)
	}
}

// TestALateOrderUndoesAClosedRefusal, with letters and clocks of its own.
func TestALateOrderUndoesAClosedRefusal(t *testing.T) {
	s := closed(t)
	on := jan(20).AddMonths(13)
	s.do(on, casetest.Officer(), casework.RecordAppeal{On: on, Admitted: on})
	s.do(on.AddDays(40), casetest.Officer(), casework.Overturn{How: statute.ByOrder, On: on.AddDays(40)})
	if owed := s.c.Owed(); len(owed) != 1 || owed[0].Letters[0].Kind != casework.OverturnLetter {
		t.Errorf("owed are %v, want the family’s letter", owed)
	}
}

// TestALateMediation: the council may go to mediation late; its end leaves the family the time that a certificate gives.
func TestALateMediation(t *testing.T) {
	s := closed(t)
	on := jan(20).AddMonths(13)
	s.refused(on, casetest.Officer(), casework.RecordMediation{On: on}, "Say in a sentence why")
	s.do(on, casetest.Officer(), casework.RecordMediation{On: on, Why: "The notice gave a wrong number for the adviser."})
	s.refused(on.AddDays(9), casetest.Officer(), casework.EndMediation{On: on.AddDays(9), How: "lost"}, "not a way")
	s.do(on.AddDays(9), casetest.Officer(), casework.EndMediation{On: on.AddDays(9), How: casework.NoAgreement})
	fell := s.pass(on.AddMonths(6))
	if len(fell) != 1 || !strings.HasPrefix(fell[0], "closed ") || fell[0] <= "closed "+on.AddDays(9).AddMonths(1).String() {
		t.Errorf("%v fell; want the close, a month from the certificate at the earliest", fell)
	}
}

// TestOnlyARefusalIsTakenUpAgain: a case that closed for another reason stays closed.
func TestOnlyARefusalIsTakenUpAgain(t *testing.T) {
	s := told(t)
	s.do(jan(20), casetest.Officer(), casework.RecordDeath{On: jan(20)})
	s.refused(jan(21), casetest.Officer(), casework.RecordAppeal{On: jan(20)}, "closed for another reason")
	s.refused(jan(21), casetest.Officer(), casework.Consult{}, "cannot be recorded: the case is closed")
}

// TestOtherDaysAgreedAtMediation are worked to, with their proof, beside those that the regulations give.
func TestOtherDaysAgreedAtMediation(t *testing.T) {
	on := jan(20)
	s := told(t)
	agreed := []statute.Agreed{{Stage: statute.FinalStage, By: on.AddDays(120)}}
	s.refused(on, casetest.Decider(), casework.Overturn{How: statute.Informally, On: on, Why: "x", Agreed: agreed}, "only the parties to a mediation agreement")
	s.refused(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "x", Agreed: []statute.Agreed{{Stage: statute.DraftStage, By: on}}}, "not a stage")
	s.refused(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "x", Agreed: []statute.Agreed{{Stage: statute.SayAssessment, By: on.AddDays(60)}}}, "within two weeks")
	s.refused(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "x", Agreed: append(agreed, agreed[0])}, "there twice")
	s.refused(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "x", Agreed: []statute.Agreed{{Stage: statute.FinalStage, By: on.AddDays(-1)}}}, "before the agreement")
	s.do(on, casetest.Decider(), casework.Overturn{How: statute.ByMediation, On: on, Why: "A report.", Agreed: agreed})
	final, _ := s.c.Undone.Due(statute.FinalStage)
	noPlan, _ := s.c.Undone.Due(statute.NoPlanStage)
	if got := final.WorkTo; got.Due != on.AddDays(120) || got.Rule != "T20.agreed" || got.Verify() != nil || len(final.Readings) != 2 || !strings.Contains(final.ForLawyers, "in writing") {
		t.Errorf("the plan is worked to %s under %s (%v), readings %d: %q", got.Due, got.Rule, got.Verify(), len(final.Readings), final.ForLawyers)
	}
	if noPlan.WorkTo.Rule != "T22" || s.c.Undone.Tell.Due != on.AddDays(14) {
		t.Errorf("no plan is worked to under %s, and the family told by %s", noPlan.WorkTo.Rule, s.c.Undone.Tell.Due)
	}
}

// TestWhatWasAgreedBesidesIsKept: each thing has its day and its task, lateness is put before the manager, and the case
// stays open until all of it is done.
func TestWhatWasAgreedBesidesIsKept(t *testing.T) {
	on := jan(20)
	s := told(t)
	s.do(on, casetest.Officer(), casework.RecordMediation{On: on})
	s.refused(on, casetest.Officer(), casework.EndMediation{On: on, How: casework.AgreedOther}, "is missing")
	s.refused(on, casetest.Officer(), casework.EndMediation{On: on, How: casework.NoAgreement, Agreed: []casework.Undertaking{{What: "x"}}}, "nothing was agreed")
	s.do(on.AddDays(20), casetest.Officer(), casework.EndMediation{On: on.AddDays(20), How: casework.AgreedOther, Agreed: []casework.Undertaking{
		{What: "An educational psychologist visits the school."}, {What: "A meeting at the school.", By: on.AddDays(90)}}})
	if len(s.c.Agreements) != 2 || s.c.Agreements[0].Due != on.AddDays(34) || s.c.Agreements[1].Due != on.AddDays(110-20) {
		t.Fatalf("agreed are %+v", s.c.Agreements)
	}
	fell := s.pass(on.AddMonths(12))
	if want := "agreement_late " + on.AddDays(35).String(); len(fell) != 3 || fell[1] != want && fell[0] != want && fell[2] != want {
		t.Errorf("%v fell, want two late things and the note to the school", fell)
	}
	if s.c.Closed() {
		t.Fatal("the case closed while something agreed was not done")
	}
	done := on.AddMonths(12).AddDays(1)
	for _, a := range s.c.Agreements {
		s.do(done, casetest.Officer(), casework.FinishTask{Task: a.Task, How: "Done."})
	}
	if fell := s.pass(done); len(fell) != 1 || fell[0] != "closed "+done.String() {
		t.Errorf("all is done and %v fell", fell)
	}
}

// TestAnEarlierVersionsAppealIsRead: one recorded before the response had a day.
func TestAnEarlierVersionsAppealIsRead(t *testing.T) {
	var e casework.Event
	if err := json.Unmarshal([]byte(`{"seq":9,"kind":"appeal_recorded","fell_on":"2027-01-20","recorded_at":"2027-01-20T10:00:00Z","by":{"person":"x"},"body":{"on":"2027-01-18"}}`), &e); err != nil {
		t.Fatal(err)
	}
	if a := e.Body.(casework.AppealRecorded); a.Respond != nil || a.On != jan(18) {
		t.Errorf("read as %+v", a)
	}
}
