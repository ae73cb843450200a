package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
)

// TestAFamilyAsksForWhatIsHeld: the request begins a draft in which nothing is decided, the records manager finds it with
// its words and its last day, the officer has a task, and asking again begins no second one.
func TestAFamilyAsksForWhatIsHeld(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	b, at := s.family(ref, "family-1"), familyPath(ref)+"/held"
	b.get(at).wantText(t, "It is free", "we answer by <strong>Wednesday 13 January 2027</strong>", "What we hold about Jaspreet belongs to Jaspreet")
	if got := b.post(at, url.Values{"words": {strings.Repeat("a", longestAsk+1)}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("too long a text is answered with %d", got.status)
	}
	for range 2 {
		if got := b.post(at, url.Values{"words": {"The notes of the meeting about us."}}); got.goesTo() != at {
			t.Fatalf("asking is answered with %d %s", got.status, got.body)
		}
	}
	b.get(at).wantText(t, "You asked for a copy on <strong>Monday 14 December 2026</strong>. We answer by <strong>Wednesday 13 January 2027</strong>")
	list, err := s.register.Disclosures(t.Context(), ref)
	if err != nil || len(list) != 1 || list[0].AskedOn.String() != "2026-12-14" {
		t.Fatalf("the answers begun are %+v, %v", list, err)
	}
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil || !strings.HasPrefix(string(c.Tasks[len(c.Tasks)-1].Task), "family-held/") {
		t.Errorf("the officer’s tasks are %+v, %v", c.Tasks, err)
	}
	records := s.as("graham.tully")
	records.get("/records").wantText(t, "Asked for by the family, in the portal", "To be answered by Wednesday 13 January 2027")
	records.get(answerPath(list[0])).wantText(t, "Harpreet Dhillon, in the portal", "The notes of the meeting about us.", "still to be decided")
}

// TestWhatIsHeldOfAClosedRequest: the right does not end with the request.
func TestWhatIsHeldOfAClosedRequest(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.post(ref)
	s.do(ref, "amina.khan", casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family"})
	s.post(ref)
	b, at := s.family(ref, "family-1"), familyPath(ref)+"/held"
	if got := b.post(at, nil); got.goesTo() != at {
		t.Fatalf("asking is answered with %d %s", got.status, got.body)
	}
	list, err := s.register.Disclosures(t.Context(), ref)
	if err != nil || len(list) != 1 {
		t.Errorf("the answers begun are %+v, %v", list, err)
	}
}
