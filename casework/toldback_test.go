package casework_test

import (
	"slices"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// TestTheSchoolIsToldOnceTheFamilyHasBeen: the note opens on the day on which the last notice is deemed to have come, once,
// to the school and to each of the family.
func TestTheSchoolIsToldOnceTheFamilyHasBeen(t *testing.T) {
	s := told(t)
	deemed, known := s.c.FamilyToldOn()
	if !known || !deemed.After(s.c.NoticeGiven.On) {
		t.Fatalf("the family is deemed told on %s, %v; notice of %s", deemed, known, s.c.NoticeGiven.On)
	}
	owes := func(kind casework.LetterKind) bool {
		return slices.ContainsFunc(s.c.Owed(), func(o casework.Owing) bool {
			return slices.ContainsFunc(o.Letters, func(k casework.LetterKey) bool { return k.Kind == kind })
		})
	}
	s.pass(deemed.AddDays(-1))
	if owes(casework.SchoolFeedbackLetter) {
		t.Error("the school is told before the family is deemed to know")
	}
	s.pass(deemed)
	if !owes(casework.SchoolFeedbackLetter) || !owes(casework.FeedbackLetter) {
		t.Errorf("the note is not owed to both: %v", s.c.Owed())
	}
	s.sendOwed(deemed)
	s.do(jan(11), casetest.Officer(), casework.MendLetter{Letter: noticeOf(t, s.c).Key, How: casework.MendCorrected, Why: "A number was wrong."})
	s.sendOwed(jan(11))
	if again, _ := s.c.FamilyToldOn(); again != deemed || owes(casework.SchoolFeedbackLetter) {
		t.Errorf("a corrected notice moved the day to %s, or had the note sent again", again)
	}
}

// TestAMoveIsToldBeforeTheCaseCloses: the family has it in writing who is responsible now; after a death nothing goes.
func TestAMoveIsToldBeforeTheCaseCloses(t *testing.T) {
	s := considering(t)
	s.sendOwed(nov(23))
	s.do(nov(30), casetest.Officer(), casework.TransferOut{On: nov(27), To: "Southmere Council"})
	owed := s.c.Owed()
	if s.c.Closed() || len(owed) != 1 || len(owed[0].Letters) != 1 || owed[0].Letters[0].Kind != casework.TransferOutLetter {
		t.Fatalf("closed %v, owed %v; want the letter on the move alone", s.c.Closed(), owed)
	}
	died := &script{t: t, c: s.c}
	s.sendOwed(nov(30))
	if !s.c.Closed() || s.c.ClosedWhy != "The child moved, and Southmere Council is responsible now." {
		t.Errorf("closed %v: %s", s.c.Closed(), s.c.ClosedWhy)
	}
	died.do(nov(30), casetest.Officer(), casework.RecordDeath{On: nov(30)})
	if !died.c.Closed() || len(died.c.Owed()) > 0 {
		t.Errorf("after the death closed %v, owed %v", died.c.Closed(), died.c.Owed())
	}
	none := considering(t)
	none.do(nov(24), casetest.Officer(), casework.EndAddressee{Addressee: "family-1", Why: "An order of the court."})
	none.do(nov(30), casetest.Officer(), casework.TransferOut{On: nov(27), To: "Southmere Council", Papers: true})
	if !none.c.Closed() {
		t.Error("a case with nobody to write to stays open after a move")
	}
}
