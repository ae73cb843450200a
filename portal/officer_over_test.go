package portal

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestACaseThatIsOverAsksForNothingMore: after a death nobody is told to ring, and the law's questions are gone; after a move
// the letter that tells of it still waits to be posted, and the page says so.
func TestACaseThatIsOverAsksForNothingMore(t *testing.T) {
	s := newSite(t)
	on := statute.DayOf(s.now)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	at := "/cases/" + string(ref)
	s.as("amina.khan").get(at).wantText(t, "Ring before any letter", "The two questions the law asks")
	s.do(ref, "amina.khan", casework.RecordDeath{On: on})
	died := s.as("amina.khan").get(at)
	died.wantText(t, "The child died.", "Nothing waits for anybody at the moment.")
	died.lacks(t, "Ring before any letter", "The two questions the law asks")

	moved := s.receive(millbrook("U871200025002", "Kiran")).Ref
	s.do(moved, "amina.khan", casework.TransferOut{On: on, To: "Eastmere Council"})
	for _, owing := range s.owed(moved) {
		s.issue(moved, owing)
	}
	got := s.as("amina.khan").get("/cases/" + string(moved))
	got.wantText(t, "A letter is printed and waits to be posted", "Eastmere Council has been responsible since", "the papers have not gone there yet")
	got.lacks(t, "The two questions the law asks")
}

// owed are the letters that a case owes.
func (s *site) owed(ref casework.Ref) []casework.LetterKey {
	s.t.Helper()
	c, err := s.desk.Case(s.t.Context(), ref)
	if err != nil {
		s.t.Fatal(err)
	}
	return owedLetters(c)
}
