package council_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

var (
	term      = statute.Date(2026, 11, 24)
	afterPost = statute.Date(2027, 9, 1) // the day after Tom Whitfield's secondment
)

func TestActor(t *testing.T) {
	tests := map[string]struct {
		id        casework.PersonID
		on        statute.Day
		says      string // of the error
		delegated bool
	}{
		"casework officer":         {id: "amina.khan", on: term},
		"decision-maker":           {id: "priya.raman", on: term, delegated: true},
		"seconded, in time":        {id: "tom.whitfield", on: statute.Date(2027, 8, 31), delegated: true},
		"seconded, time over":      {id: "tom.whitfield", on: afterPost},
		"before the delegation":    {id: "priya.raman", on: statute.Date(2025, 3, 31)},
		"before the first day":     {id: "lucy.hartley", on: statute.Date(2025, 8, 31), says: "only from Mon 1 Sep 2025"},
		"nobody":                   {id: "amina.kahn", on: term, says: "amina.khan"},
		"nobody, and nobody there": {id: "amina.kahn", on: statute.Date(1999, 1, 4), says: "there are no people"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			a, err := council.Invented().Actor(test.id, test.on, "desk-7")
			if test.says != "" {
				if err == nil || !strings.Contains(err.Error(), test.says) {
					t.Fatalf("got %v, want an error that says %q", err, test.says)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if a.Person != test.id || a.Account != "desk-7" || len(a.Roles) == 0 || a.Name == "" || a.Post == "" {
				t.Errorf("the actor is not whole: %+v", a)
			}
			if got := a.Delegation != nil; got != test.delegated {
				t.Errorf("delegated: got %t, want %t", got, test.delegated)
			}
		})
	}
}

// TestPersonOfTheDay: somebody whose post changed is found as they were on the day.
func TestPersonOfTheDay(t *testing.T) {
	c := council.Invented()
	was := c.People[0]
	was.Until = statute.Date(2026, 12, 31)
	is := c.People[0]
	is.Post, is.From = "Senior SEND Casework Officer", statute.Date(2027, 1, 1)
	c.People = append([]council.Person{was, is}, c.People[1:]...)
	for on, want := range map[statute.Day]string{statute.Date(2026, 12, 31): was.Post, statute.Date(2027, 1, 1): is.Post} {
		if p, ok := c.Person("amina.khan", on); !ok || p.Post != want {
			t.Errorf("%s: got %q, want %q", on.Short(), p.Post, want)
		}
	}
}

func TestStanding(t *testing.T) {
	rule := func(change func(*council.Council)) council.Council {
		c := council.Invented()
		change(&c)
		return c
	}
	tests := map[string]struct {
		c    council.Council
		on   statute.Day
		want bool
	}{
		"in force":              {council.Invented(), term, true},
		"no rule":               {rule(func(c *council.Council) { c.DetermineOnReceipt = false }), term, false},
		"not yet delegated":     {council.Invented(), statute.Date(2025, 3, 31), false},
		"delegation has ended":  {rule(func(c *council.Council) { c.StandingOfficer = "tom.whitfield" }), afterPost, false},
		"nobody":                {rule(func(c *council.Council) { c.StandingOfficer = "ghost" }), term, false},
		"no longer the officer": {rule(func(c *council.Council) { c.People[2].Roles = []casework.Role{casework.ServiceManager} }), term, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := test.c.Standing(test.on); (got != nil) != test.want {
				t.Errorf("got %v, want an officer: %t", got, test.want)
			}
		})
	}
}

func TestPanel(t *testing.T) {
	c := council.Invented()
	p, ok := c.Panel("send-panel", term)
	if !ok {
		t.Fatal("the panel is not found")
	}
	want := []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley", "david.achebe"}
	if diff := cmp.Diff(want, p.Everyone()); diff != "" {
		t.Errorf("everyone (-want +got):\n%s", diff)
	}
	if _, ok := c.Panel("send-panel", statute.Date(2025, 8, 31)); ok {
		t.Error("the panel is found before its first day")
	}
}

func TestStale(t *testing.T) {
	c := council.Invented()
	k, _ := c.Contact(council.MediationAdviser, term) // confirmed on 1 September 2026
	for on, want := range map[statute.Day]bool{term: false, statute.Date(2027, 9, 1): false, statute.Date(2027, 9, 2): true} {
		if got := c.Stale(k, on); got != want {
			t.Errorf("%s: got %t, want %t", on.Short(), got, want)
		}
	}
	if _, ok := c.Contact(council.MediationAdviser, statute.Date(2025, 3, 31)); ok {
		t.Error("a contact is found before its first day")
	}
}

func TestSchoolAddressee(t *testing.T) {
	c := council.Invented()
	want := &casework.Addressee{
		ID: casework.School, Standing: casework.Setting, Name: "Siân Morris", Relationship: "Headteacher",
		Address:  []string{"Canal Street Primary School", "41 Canal Street", "Northmere"},
		Postcode: "NM1 4AS", Phone: "01632 960220", Email: "office@canalstreet.northmere.example", Channel: statute.FirstClass,
	}
	if diff := cmp.Diff(want, c.SchoolAddressee("canal-street-primary")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c.Settings[3].Head, c.Settings[3].HeadPost = "", ""
	if got := c.SchoolAddressee("canal-street-primary").Name; got != "The Headteacher" {
		t.Errorf("no head known: got %q", got)
	}
	if c.SchoolAddressee("") != nil || c.SchoolAddressee("elsewhere") != nil {
		t.Error("an unknown setting has an address")
	}
}

func TestComplete(t *testing.T) {
	c := council.Invented()
	got := c.Complete(casework.Recommend{Panel: "send-panel", Quorum: 1}, term).(casework.Recommend)
	if got.Quorum != 4 {
		t.Errorf("quorum: got %d, want 4", got.Quorum)
	}
	got = c.Complete(casework.Recommend{Panel: "tea-party", Quorum: 1}, term).(casework.Recommend)
	if got.Quorum != 0 {
		t.Errorf("unknown panel: got quorum %d, want 0", got.Quorum)
	}
	if got.Name != "" {
		t.Errorf("unknown panel: got the name %q", got.Name)
	}
	listed := c.Complete(casework.List{Panel: "early-years-panel", On: statute.Date(2026, 12, 3)}, term).(casework.List)
	if listed.Name != "Northmere Early Years Panel" {
		t.Errorf("listed for %q", listed.Name)
	}
	if act := c.Complete(casework.Determine{Why: "so"}, term); act != (casework.Determine{Why: "so"}) {
		t.Errorf("another act was changed: %v", act)
	}
}
