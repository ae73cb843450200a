package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/words"
	"sendpanel/statute"
)

// TestEveryLetterToASchoolHasItsWords: a list of letters never shows the name of a kind.
func TestEveryLetterToASchoolHasItsWords(t *testing.T) {
	w, err := words.English()
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	for key := range w { // the officers’ pages name every kind
		kind, is := strings.CutPrefix(key, "letter-kind-")
		if !is || !casework.LetterKind(kind).ToSetting() {
			continue
		}
		if kinds++; w["letter-"+kind] == "" {
			t.Errorf("%s has no words for the school", kind)
		}
	}
	if kinds < 9 {
		t.Errorf("%d kinds of letters to a school are known", kinds)
	}
}

// TestARequestThatHasEnded: nothing counts down any more, nothing is said to come, and no document is asked for.
func TestARequestThatHasEnded(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) { r["child"].(map[string]any)["setting"] = "canal-street-primary" }).Ref
	path := "/school/requests/" + string(ref)
	b := s.as("nicola.brandt")
	b.get(path).wantText(t, "The request has arrived", "days left")
	s.do(ref, "amina.khan", casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family", Why: "They would rather wait."})
	page := b.get(path)
	page.wantText(t, "The request has ended", "no decision follows")
	for _, not := range []string{"days left", "must be told", "A panel looks at it", "Add a document"} {
		if strings.Contains(page.body, not) {
			t.Errorf("a request that was withdrawn still says %q", not)
		}
	}
}

// TestWhatWasDecidedStandsOnTheSchoolsPage: in words, with the letter first; before, the day from which it is there.
func TestWhatWasDecidedStandsOnTheSchoolsPage(t *testing.T) {
	s := newSite(t)
	ref := s.refusedAt(statute.Date(2026, time.December, 10).At(10, 0))
	b, path := s.as("nicola.brandt"), ""
	path = "/school/requests/" + string(ref)
	b.get(path).wantText(t, "you have the letter to the school from Friday 11 December 2026")
	s.now = statute.Date(2026, time.December, 11).At(10, 0)
	b = s.as("nicola.brandt")
	b.get(path).wantText(t, "The council will not assess", "Read the letter to the school", "Read the note on your evidence")
}

// TestASchoolTheChildComesToAfterTheDecision sees nothing of it, by page or by its system, until somebody of the family
// has agreed; then the letter is made for it.
func TestASchoolTheChildComesToAfterTheDecision(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	ref := s.refusedAt(statute.Date(2026, time.December, 15).At(10, 0))
	s.do(ref, "amina.khan", casework.ChangeSchool{To: "millbrook-primary", On: statute.Date(2026, time.December, 14), Why: "The mother rang."})
	path, record := "/school/requests/"+string(ref), "/cases/"+string(ref)+"/record/share_decision"
	next := s.as("millbrook.senco")
	page := next.get(path)
	page.wantText(t, "Decided before the child came to you", "only with their knowledge")
	for _, not := range []string{"will not assess", "Go on with support", "/letters/decision", "/feedback"} {
		if strings.Contains(page.body, not) {
			t.Errorf("the new school reads %q", not)
		}
	}
	if got := next.get(path + "/feedback"); got.status != http.StatusNotFound {
		t.Errorf("the new school reads the note on another’s evidence: %d", got.status)
	}
	officer := s.as("amina.khan")
	officer.get("/cases/"+string(ref)).wantText(t, "Ask the family whether the new school may have the letter")
	form := url.Values{"agreed_by": {"family-1"}, "on-day": {"15"}, "on-month": {"12"}, "on-year": {"2026"}, "how": {"She agreed on the telephone."}, "weighed": {"yes"}}
	if got := officer.post(record, form); got.status != http.StatusSeeOther {
		t.Fatalf("not recorded: %d %s", got.status, got.body)
	}
	s.post(ref)
	next.get(path).wantText(t, "The council will not assess", "Read the letter to the school")
	if got := s.as("nicola.brandt").get(path); got.status != http.StatusNotFound {
		t.Errorf("the school before has the case still: %d", got.status)
	}
}
