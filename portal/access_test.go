package portal

import (
	"maps"
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

// allowed says, for each route, who of the visitors below is let in. Each area has its rows in a file of its own. A name
// alone counts for every case; "name@listed", "name@unlisted" for one that is, or is not, on an agenda.
func allowed() map[string]string {
	all := map[string]string{}
	for _, area := range []map[string]string{allowedPublic(), allowedSchool(), allowedFamily(), allowedPanel(), allowedOfficer(), allowedManager(), allowedAuditor(), allowedAPI()} {
		maps.Copy(all, area)
	}
	return all
}

// The visitors of the table by their relation to the two cases, which are about a child at Millbrook Primary School.
const (
	everyone = "own-system other-system nobody suspended closed own-school other-school member member-interest chair officer other-officer clerk decider manager director records parent closed-parent other-family"
	staff    = "own-school other-school member member-interest chair officer other-officer clerk decider manager director records"
	office   = "officer other-officer clerk decider manager director"
)

func allowedPublic() map[string]string {
	signedIn := staff + " parent other-family"
	return map[string]string{
		"GET /{$}": everyone, "GET /how-requests-work": everyone, "GET /what-schools-do": everyone, "GET /dates-and-rights": everyone, "GET /rules": everyone, "GET /accessibility": everyone, "GET /privacy": everyone, "GET /cookies": everyone,
		"GET /sign-in": everyone, "POST /sign-in": everyone, "GET /sign-in/code": everyone, "POST /sign-in/code": everyone,
		"POST /sign-out": everyone, "POST /sign-in/demo": everyone,
		"GET /sign-in/family": everyone, "POST /sign-in/family": everyone, "GET /sign-in/family/code": everyone, "POST /sign-in/family/code": everyone,
		"GET /invitation": everyone, "POST /invitation": everyone, "GET /forgotten": everyone, "POST /forgotten": everyone,
		"GET /account": signedIn, "GET /still-here": signedIn, "POST /account/second-factor": signedIn,
	}
}

// caseOf is where a test's two cases stand.
type caseOf struct {
	name string
	ref  casework.Ref
}

// visitors signs everybody in who the table names.
func visitors(t *testing.T, s *site, cases []caseOf) map[string]*browser {
	t.Helper()
	all := map[string]*browser{"nobody": s.browser()}
	for name, person := range map[string]casework.PersonID{
		"own-school": "millbrook.senco", "other-school": "nicola.brandt", "member": "esther.boateng", "member-interest": "lucy.hartley",
		"chair": "helen.forsyth", "officer": "amina.khan", "other-officer": "daniel.osei", "clerk": "joe.marsh", "decider": "priya.raman",
		"manager": "margaret.ellis", "director": "sunil.batra", "records": "graham.tully", "suspended": "gone.soon", "closed": "shut.out",
	} {
		all[name] = s.as(person)
	}
	if err := s.register.SaveAccount(t.Context(), records.Account{Person: "shut.out", Email: "shut.out@northmere.example", Closed: true}); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		all["parent@"+c.name] = s.family(c.ref, "family-1")
		all["closed-parent@"+c.name] = s.family(c.ref, "family-1")
	}
	all["own-system"], all["other-system"] = s.system("millbrook-primary", "millbrook.senco"), s.system("canal-street-primary", "nicola.brandt")
	other := s.receive(func(r map[string]any) {
		r["child"].(map[string]any)["surname"], r["child"].(map[string]any)["upn"] = "Okoro", "U871200025003"
		r["child"].(map[string]any)["forenames"], r["child"].(map[string]any)["date_of_birth"] = "Ada", "2017-02-11"
	})
	all["other-family"] = s.family(other.Ref, "family-1")
	return all
}

// TestWhoMayUseWhichRoute asks every route as everybody, through the real guard, for a case on an agenda and one that is
// not. Handlers are replaced by one that answers 204, so that only the guard decides.
func TestWhoMayUseWhichRoute(t *testing.T) {
	s := newSite(t)
	addPeople(t, s)
	cases := []caseOf{{"listed", s.receive(millbrook("U871200025001", "Jaspreet")).Ref}, {"unlisted", s.receive(millbrook("U871200025002", "Harjit")).Ref}}
	m := s.call(meetingDay())
	s.list(cases[0].ref, meetingDay())
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	all := visitors(t, s, cases)
	s.now = s.now.AddDate(0, 0, 0)
	leave(t, s)
	routes := s.routes()
	for i := range routes {
		routes[i].Handle = func(v *Visit) error { v.W.WriteHeader(http.StatusNoContent); return nil }
	}
	s.serve(s.handler(routes))
	table := allowed()
	for _, route := range routes {
		who, known := table[route.Pattern]
		if !known {
			t.Errorf("%s has no row in the table of access", route.Pattern)
			continue
		}
		delete(table, route.Pattern)
		for _, c := range cases {
			s.tries = newTries(s.clockNow) // everybody asks again and again from one address
			for visitor, b := range all {
				name, of, per := strings.Cut(visitor, "@")
				if per && of != c.name {
					continue
				}
				if name == "closed-parent" {
					continue // asked in its own test: the same person with the access taken back
				}
				want := lets(who, name, c.name)
				got := askRoute(b, route.Pattern, c.ref, m.Ref)
				if got != want {
					t.Errorf("%s, case %s, %s: let in %v, want %v", route.Pattern, c.name, name, got, want)
				}
			}
		}
	}
	for pattern := range table {
		t.Errorf("the table of access has a row for %s, which is no route", pattern)
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

func lets(row, name, state string) bool {
	entries := strings.Fields(row)
	return slices.Contains(entries, name) || slices.Contains(entries, name+"@"+state)
}

// askRoute asks one route and reports whether the handler was reached. What is not let in must look like a page that is not
// there, or be sent to sign in.
func askRoute(b *browser, pattern string, ref casework.Ref, m casework.MeetingRef) bool {
	method, path, _ := strings.Cut(pattern, " ")
	path = strings.NewReplacer("{$}", "", "{ref}", string(ref), "{meeting}", string(m), "{person}", "amina.khan", "{", "", "}", "").Replace(path)
	got := b.send(method, path, nil)
	switch {
	case got.status == http.StatusNoContent:
		return true
	case got.status == http.StatusNotFound, got.status == http.StatusUnauthorized, got.goesTo() == "/sign-in", got.goesTo() == "/sign-in/family":
		return false
	}
	b.s.t.Errorf("%s answered %d to somebody who is not let in: %s", pattern, got.status, got.body)
	return false
}

func millbrook(upn, forename string) func(map[string]any) {
	return func(r map[string]any) {
		child := r["child"].(map[string]any)
		child["setting"], child["upn"], child["forenames"] = "millbrook-primary", upn, forename
		r["requester"].(map[string]any)["setting"] = "millbrook-primary"
	}
}

// addPeople adds to the invented council somebody of the child's own school who is on no panel, one who is about to leave,
// and one whose account is closed.
func addPeople(t *testing.T, s *site) {
	t.Helper()
	applyPeople(t, s,
		council.Person{ID: "millbrook.senco", Name: "Rowan Ashby", Post: "Deputy SENCO, Millbrook Primary School", Roles: []casework.Role{casework.SchoolStaff}, Setting: "millbrook-primary", From: statute.Date(2026, time.September, 1)},
		council.Person{ID: "gone.soon", Name: "Iris Vane", Post: "SEND Casework Officer", Roles: []casework.Role{casework.CaseworkOfficer}, From: statute.Date(2024, time.September, 1)},
		council.Person{ID: "shut.out", Name: "Noel Firth", Post: "SEND Casework Officer", Roles: []casework.Role{casework.CaseworkOfficer}, From: statute.Date(2024, time.September, 1)},
	)
}

// leave makes yesterday the last day of the one who was about to leave.
func leave(t *testing.T, s *site) {
	t.Helper()
	in, err := s.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(in.People, func(p council.Person) bool { return p.ID == "gone.soon" })
	in.People[i].Until = statute.DayOf(s.now).AddDays(-1)
	putSettings(t, s, in)
}
