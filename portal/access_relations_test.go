package portal

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// relation is somebody who stands to a case in a way of its own: let in like a visitor of the table of access, but for some
// routes.
type relation struct {
	name string
	ref  casework.Ref
	b    *browser
	like string   // a visitor of the table
	out  []string // the routes that the visitor may use and this person may not, by how their patterns begin
}

// TestWhoMayUseWhichRouteByRelation asks every route as people whose relation to the case is out of the ordinary. What
// each may do is written down by hand beside the visitor of the table they are like.
func TestWhoMayUseWhichRouteByRelation(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	m := s.call(meetingDay())
	relations := slices.Concat(s.withAnInterest(t), s.protected(t), s.young(t))
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	relations = append(relations, s.past(t, relations[0].ref)...)
	routes := s.routes()
	for i := range routes {
		routes[i].Handle = func(v *Visit) error { v.W.WriteHeader(http.StatusNoContent); return nil }
	}
	s.serve(s.handler(routes))
	table := allowed()
	for _, r := range relations {
		s.tries = newTries(s.clockNow)
		unused := slices.Clone(r.out)
		for _, route := range routes {
			want := lets(table[route.Pattern], r.like, "listed")
			i := slices.IndexFunc(r.out, func(begin string) bool { return strings.HasPrefix(route.Pattern, begin) })
			if want && i >= 0 {
				want = false
				unused = slices.DeleteFunc(unused, func(begin string) bool { return begin == r.out[i] })
			}
			if got := askRoute(r.b, route.Pattern, r.ref, m.Ref); got != want {
				t.Errorf("%s, %s: let in %v, want %v", route.Pattern, r.name, got, want)
			}
		}
		if len(unused) > 0 {
			t.Errorf("%s: %s may not use %q either", r.name, r.like, unused)
		}
	}
}

// withAnInterest are people of whom an interest of their own is recorded. Whoever has one neither sits on the case nor
// decides it; an officer has the case’s pages until a manager gives it to somebody else, and no seat at the panel.
func (s *site) withAnInterest(t *testing.T) []relation {
	t.Helper()
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.list(ref, meetingDay())
	for _, who := range []casework.PersonID{"amina.khan", "priya.raman", "esther.boateng", "helen.forsyth"} {
		s.declare(ref, who)
	}
	const item = " /panel/meetings/{meeting}/cases/{ref}"
	reads := []string{"GET" + item, "POST" + item + "/view"}
	return []relation{
		{"an officer with an interest", ref, s.as("amina.khan"), "officer", nil},
		{"a decision-maker with an interest", ref, s.as("priya.raman"), "decider", []string{"GET /cases/{ref}/decide", "POST /cases/{ref}/decide"}},
		{"another decision-maker", ref, s.as("tom.whitfield"), "decider", nil},
		{"a member who declared an interest", ref, s.as("esther.boateng"), "member", reads},
		{"a chair who declared an interest", ref, s.as("helen.forsyth"), "chair", []string{"GET" + item, "POST" + item}},
	}
}

func (s *site) declare(ref casework.Ref, who casework.PersonID) {
	s.t.Helper()
	in, err := s.desk.Council(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	by, err := in.Actor("amina.khan", statute.DayOf(s.now), "portal")
	if err != nil {
		s.t.Fatal(err)
	}
	c, err := s.desk.Case(s.t.Context(), ref)
	if err != nil {
		s.t.Fatal(err)
	}
	cmd := casework.Command{Key: "interest of " + string(who), By: by, Act: casework.DeclareInterest{Member: who, What: "a neighbour of the family"}}
	if _, err := (paperDesk{s, s.register}).give(s.t.Context(), c, cmd); err != nil {
		s.t.Fatal(err)
	}
}

// protected are two households of a case in which one is reached with care. What an officer opened to one is open to that
// one alone, and what was closed again is shut at once. The school and the council go on as in any case.
func (s *site) protected(t *testing.T) []relation {
	t.Helper()
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025002", "Harjit")(r)
		father(r)
		r["family"].([]any)[0].(map[string]any)["safe_contact"] = "The father must not know where we live."
	}).Ref
	s.list(ref, meetingDay())
	mother, dad := s.opened(ref, "family-1"), s.opened(ref, "family-2")
	s.openAs(ref, "family-2", contactOf("family-2"), false)
	never := s.receive(func(r map[string]any) {
		millbrook("U871200025003", "Amrit")(r)
		r["family"].([]any)[0].(map[string]any)["safe_contact"] = "Never ring the house."
	}).Ref
	s.openAs(never, "family-1", "closed@example.org", false)
	outside := s.browser()
	if _, sent := s.signIn(outside, never, "closed@example.org"); sent {
		t.Error("a protected case that nobody opened sends a code")
	}
	return []relation{
		{"the household of a protected case that was opened", ref, mother, "parent", nil},
		{"the other household, closed again", ref, dad, "nobody", nil},
		{"the opened household, at another protected case", never, mother, "other-family", nil},
		{"the family of a protected case that nobody opened", never, outside, "nobody", nil},
		{"the school of a protected case", ref, s.as("millbrook.senco"), "own-school", nil},
	}
}

// opened is somebody addressed to whom an officer opened the case, signed in.
func (s *site) opened(ref casework.Ref, id casework.AddresseeID) *browser {
	s.t.Helper()
	s.openAs(ref, id, contactOf(id), true)
	b := s.browser()
	got, sent := s.signIn(b, ref, contactOf(id))
	if got.goesTo() == "/sign-in/family/which" {
		got = b.post("/sign-in/family/which", map[string][]string{"which": {string(ref) + "/" + string(id)}})
	}
	if !sent || got.status != http.StatusSeeOther {
		s.t.Fatalf("%s was not signed in: %d", id, got.status)
	}
	return b
}

// young are a young person of 17 who holds the rights, the parent who has none of them, and parents of somebody of 16 who
// is still of compulsory school age: one to whom an officer opened the case, and one to whom it was closed again.
func (s *site) young(t *testing.T) []relation {
	t.Helper()
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025004", "Simran")(r)
		r["child"].(map[string]any)["date_of_birth"] = "2009-01-14"
		r["requester"] = map[string]any{"type": "young_person", "name": "Simran Dhillon"}
		r["family"] = append([]any{map[string]any{"name": "Simran Dhillon", "relationship": "self", "standing": "young_person", "address": []any{"4 Quay Lane"}, "postcode": "NM1 2AB"}}, r["family"].([]any)...)
	}).Ref
	s.list(ref, meetingDay())
	s.openAs(ref, "family-2", "their.parent@example.org", true)
	outside := s.browser()
	if _, sent := s.signIn(outside, ref, "their.parent@example.org"); sent {
		t.Error("a parent without the rights gets a code to the young person’s case")
	}
	sixteen := s.receive(func(r map[string]any) {
		millbrook("U871200025005", "Manjit")(r)
		father(r)
		r["child"].(map[string]any)["date_of_birth"] = "2010-11-14"
	}).Ref
	s.list(sixteen, meetingDay())
	shut := s.opened(sixteen, "family-2")
	s.openAs(sixteen, "family-2", contactOf("family-2"), false)
	return []relation{
		{"a young person of 17", ref, s.opened(ref, "family-1"), "parent", nil},
		{"the parent of a young person", ref, outside, "nobody", nil},
		{"the parent of somebody of 16 at school, opened by an officer", sixteen, s.opened(sixteen, "family-1"), "parent", nil},
		{"the other parent, closed again", sixteen, shut, "nobody", nil},
		{"the young person, at another’s case", sixteen, s.opened(ref, "family-1"), "other-family", nil},
	}
}

// past are people whose role, delegation or seat has ended; they were signed in while it lasted.
func (s *site) past(t *testing.T, ref casework.Ref) []relation {
	t.Helper()
	from := statute.Date(2024, time.September, 1)
	applyPeople(t, s,
		council.Person{ID: "was.officer", Name: "Petra Lowe", Post: "SEND Casework Officer", Roles: []casework.Role{casework.CaseworkOfficer}, From: from},
		council.Person{ID: "was.decider", Name: "Hugh Arden", Post: "Principal SEND Officer", Roles: []casework.Role{casework.DecisionMaker}, From: from,
			Delegation: &council.Delegation{Delegation: casework.Delegation{Scheme: "Scheme of Delegation to Officers", Paragraph: "paragraph 7.4", Status: "employed"}, From: from}},
		council.Person{ID: "was.senco", Name: "Alma Reid", Post: "SENCO, Millbrook Primary School", Roles: []casework.Role{casework.SchoolStaff}, Setting: "millbrook-primary", From: from},
	)
	officer, decider, senco := s.as("was.officer"), s.as("was.decider"), s.as("was.senco")
	yesterday := statute.DayOf(s.now).AddDays(-1)
	in, err := s.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range in.People {
		switch p := &in.People[i]; p.ID {
		case "was.officer":
			p.Roles = []casework.Role{council.RecordsManager}
		case "was.decider":
			p.Delegation.Until = yesterday
		case "was.senco":
			p.Setting = "canal-street-primary"
		}
	}
	putSettings(t, s, in)
	if err := s.register.SaveAccount(t.Context(), records.Account{Person: "was.officer", Email: "was.officer@northmere.example"}); err != nil {
		t.Fatal(err)
	}
	return []relation{
		{"a former officer, now in records", ref, officer, "records", nil},
		{"a decision-maker whose delegation has ended", ref, decider, "decider", []string{"GET /cases/{ref}/decide", "POST /cases/{ref}/decide"}},
		{"a SENCO who has moved to another school", ref, senco, "other-school", []string{"POST /school/colleagues", "GET /school/tokens", "POST /school/tokens"}},
	}
}
