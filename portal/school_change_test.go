package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
)

// TestASchoolChangesHands: an officer records it on a form that shows what follows; from then on the old school has neither
// the page nor the list, and the new one has both, without what the old one gave and was written.
func TestASchoolChangesHands(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.post(ref)
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if c.Opened.Setting != "millbrook-primary" {
		t.Fatalf("the case begins at %s", c.Opened.Setting)
	}
	page := "/school/requests/" + string(ref)
	old, next := s.as("millbrook.senco"), s.as("nicola.brandt")
	if got := old.get(page); got.status != http.StatusOK {
		t.Fatalf("the child’s school gets %d", got.status)
	}
	at := "/cases/" + string(ref) + "/record/change_school"
	form := url.Values{"to": {"canal-street-primary"}, "on-day": {"1"}, "on-month": {"12"}, "on-year": {"2026"}, "why": {"The mother rang."}}
	officer := s.as("amina.khan")
	officer.get(at).wantText(t, "None that the council’s settings list", "First day there")
	officer.post(at, form).wantText(t, "What follows", "Decide with the family which papers it may see")
	form.Set("weighed", "yes")
	if got := officer.post(at, form); got.status != http.StatusSeeOther {
		t.Fatalf("not recorded: %d %s", got.status, got.body)
	}
	for _, path := range []string{page, page + "/reply"} {
		if got := old.get(path); got.status != http.StatusNotFound {
			t.Errorf("the old school still gets %s: %d", path, got.status)
		}
	}
	if strings.Contains(old.get("/school").body, string(ref)) {
		t.Error("the old school’s list still has it")
	}
	now := next.get(page)
	if now.status != http.StatusOK || !strings.Contains(next.get("/school").body, string(ref)) {
		t.Fatalf("the new school gets %d", now.status)
	}
	if c, err = s.desk.Case(t.Context(), ref); err != nil {
		t.Fatal(err)
	}
	for _, l := range c.Letters {
		if l.Key.To == casework.School && strings.Contains(now.body, letterID(l.Key)) {
			t.Errorf("the new school has %s, which went to the old one", l.Key)
		}
	}
	for _, e := range c.Evidence {
		if e.From == string(casework.TheFormerSchool) && strings.Contains(now.body, e.Title) {
			t.Errorf("the new school sees %s", e.Title)
		}
	}
	officer.get("/cases/"+string(ref)+"/letters").wantText(t, "A school that the child has left")
}
