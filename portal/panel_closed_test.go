package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// An interest closes the case’s papers, its discussion and its part of the minutes: what the panel advised, who counted, and who
// else left the room.
func TestTheMinutesOfACaseAreClosedToAnInterest(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley", "david.achebe")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	at := "/panel/meetings/" + string(m.Ref)
	joe, helen := s.as("joe.marsh"), s.as("helen.forsyth")
	joe.post(at+"/attendance", url.Values{"at": {"09:40"}, "who": {"david.achebe"}, "case": {string(jaspreet)}, "why": {"a neighbour of the family"}})
	form := viewForm("met")
	form.Set("outcome", "not_assess")
	form.Set("answer-8b", "not_met")
	form.Set("evidence-8b", "E1")
	form.Set("reasons", "The school gives what she needs.")
	if got := helen.post(itemAt(m.Ref, jaspreet, "recommend"), form); got.status != http.StatusSeeOther {
		t.Fatalf("the recommendation was refused: %s", got.body)
	}
	helen.get(at+"/minutes").wantText(t, "Not to assess", "David Achebe withdrew at 09:40 ("+string(jaspreet)+")")

	for who, withdrew := range map[string]string{"lucy.hartley": "Lucy Hartley", "david.achebe": "David Achebe"} {
		got := s.as(casework.PersonID(who)).get(at + "/minutes")
		got.wantText(t, string(theo), "Not shown to you", withdrew)
		for _, closed := range []string{"Not to assess", "Advice recorded", string(jaspreet) + " with"} {
			if strings.Contains(got.body, closed) {
				t.Errorf("%s reads %q of a case in which they have an interest", who, closed)
			}
		}
	}
	if got := s.as("lucy.hartley").get(at + "/minutes"); strings.Contains(got.body, "David Achebe withdrew") {
		t.Error("a member with an interest reads who else left the room for the case")
	}
	s.as("david.achebe").get(at+"/minutes").wantText(t, "David Achebe withdrew at 09:40")
	s.as("lucy.hartley").get(at).wantText(t, "Not shown to you. The records show that you work at the child’s school. If that is wrong, tell the clerk.")
	s.as("david.achebe").get(at).wantText(t, "You have an interest in this case: a neighbour of the family.")
}

// A clerk with an interest reads no papers of the case either.
func TestAClerksInterestClosesTheCase(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	joe := s.as("joe.marsh")
	joe.post("/panel/meetings/"+string(m.Ref)+"/interests", url.Values{"case": {string(theo)}, "what": {"an uncle of the child"}, "member": {"joe.marsh"}})
	page := joe.get("/panel/meetings/" + string(m.Ref))
	page.wantText(t, "You have an interest in this case: an uncle of the child.", "Jaspreet")
	for _, where := range []string{"", "/attendance", "/close", "/interests"} {
		if got := joe.get("/panel/meetings/" + string(m.Ref) + where); strings.Contains(got.body, "Theo") {
			t.Errorf("the page %q names a child in whose case the clerk has an interest", where)
		}
	}
	if got := joe.get(itemAt(m.Ref, theo)).status; got != http.StatusNotFound {
		t.Errorf("a clerk with an interest gets %d for the papers", got)
	}
	if got := joe.get(itemAt(m.Ref, jaspreet)).status; got != http.StatusOK {
		t.Errorf("the clerk gets %d for the papers of another case", got)
	}
}

// Officers and managers who prepare a meeting follow a case to its own page: the panel’s papers are the panel’s. Whoever carries a
// case and has no seat sees it on the agenda.
func TestAnAgendaLeadsOfficersToTheCase(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	for _, who := range []string{"amina.khan", "margaret.ellis"} {
		b := s.as(casework.PersonID(who))
		agenda := b.get("/panel/meetings/" + string(m.Ref))
		agenda.wantText(t, "Theo, aged 8", `href="/cases/`+string(theo)+`"`)
		if strings.Contains(agenda.body, "Not shown to you") {
			t.Errorf("%s has no seat, and a case is hidden", who)
		}
		if got := b.get("/cases/" + string(theo)).status; got != http.StatusOK {
			t.Errorf("the agenda leads %s to an answer of %d", who, got)
		}
	}
}
