package portal

import (
	"net/http"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/records"
)

// TestEveryReadOfACaseIsInTheLedger opens every page with a case in its address as somebody who may. Whatever is answered
// with the case’s data is in the ledger of reads afterwards, under the reader’s name.
func TestEveryReadOfACaseIsInTheLedger(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	m := s.call(meetingDay())
	s.list(ref, meetingDay())
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	all := visitors(t, s, []caseOf{{"listed", ref}})
	opened := 0
	for _, route := range s.routes() {
		if !strings.HasPrefix(route.Pattern, "GET ") || !namesCase(route.Pattern) {
			continue
		}
		for name, b := range all {
			if strings.HasPrefix(name, "closed-parent") || name == "other-family" {
				continue
			}
			before := readsOf(t, s, ref)
			path := strings.NewReplacer("{ref}", string(ref), "{meeting}", string(m.Ref)).Replace(strings.TrimPrefix(route.Pattern, "GET "))
			if strings.Contains(path, "{") {
				continue // a part of the case that the test of its own page opens
			}
			got := b.get(path)
			if got.status != http.StatusOK {
				continue
			}
			opened++
			if after := readsOf(t, s, ref); after == before {
				t.Errorf("%s was opened by %s, and the ledger of reads does not know", route.Pattern, name)
				break
			}
		}
	}
	if opened < 60 {
		t.Errorf("%d pages were opened: too few to say anything", opened)
	}
}

func readsOf(t *testing.T, s *site, ref casework.Ref) int {
	t.Helper()
	var reads []records.Read
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return len(reads)
}
