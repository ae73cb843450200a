package council_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

func TestCarrier(t *testing.T) {
	c := council.Invented()
	left := statute.Date(2026, 10, 31) // the day after Michelle Farrow's last
	for _, test := range []struct {
		officer casework.PersonID
		on      statute.Day
		want    casework.PersonID
	}{
		{"michelle.farrow", statute.Date(2026, 10, 30), "michelle.farrow"},
		{"michelle.farrow", left, "daniel.osei"},
		{"nobody.known", left, "amina.khan"},
	} {
		if p, ok := c.Carrier(test.officer, test.on); !ok || p.ID != test.want {
			t.Errorf("%s on %s: got %q, want %q", test.officer, test.on.Short(), p.ID, test.want)
		}
	}
	if got := c.Handovers(statute.Date(2026, 10, 30)); len(got) > 0 {
		t.Errorf("before anybody left: %v", got)
	}
	want := []council.Handover{{From: "michelle.farrow", Left: statute.Date(2026, 10, 30), To: "daniel.osei"}}
	if diff := cmp.Diff(want, c.Handovers(left)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	c.People[1].Until, c.People[1].Cover = statute.Date(2026, 11, 30), "rosa.delgado" // her cover leaves too
	if p, _ := c.Carrier("michelle.farrow", statute.Date(2026, 12, 1)); p.ID != "rosa.delgado" {
		t.Errorf("the cover’s cover: got %q", p.ID)
	}
	c.People[1].Cover = "michelle.farrow" // a loop, which Read refuses
	if p, _ := c.Carrier("michelle.farrow", statute.Date(2026, 12, 1)); p.ID != "amina.khan" {
		t.Errorf("a loop of covers: got %q", p.ID)
	}
}

func TestMayChange(t *testing.T) {
	c := council.Invented()
	for id, says := range map[casework.PersonID]string{
		"margaret.ellis": "", "sunil.batra": "", "amina.khan": "ask Margaret Ellis (margaret.ellis) or Sunil Batra", "nobody": "is nobody",
	} {
		err := c.MayChange(id, term)
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%s: got %v, want %q", id, err, says)
		}
	}
}

func TestClosures(t *testing.T) {
	c := council.Invented()
	school, _ := c.School("canal-street-primary")
	nursery, _ := c.School("little-larks-nursery")
	for day, want := range map[statute.Day]bool{
		statute.Date(2026, 7, 14): false, statute.Date(2026, 7, 15): true, statute.Date(2026, 8, 26): true, statute.Date(2026, 8, 27): false,
		statute.Date(2026, 12, 20): false, // Christmas is shorter than four weeks
	} {
		if _, got := school.ClosureFor(day); got != want {
			t.Errorf("advice asked for on %s: got %t, want %t", day.Short(), got, want)
		}
	}
	if _, long := nursery.ClosureFor(statute.Date(2026, 8, 10)); long {
		t.Error("sixteen days count as four weeks")
	}
	if school.ClosureGround() != statute.SchoolClosed || nursery.ClosureGround() != statute.EarlyYearsClosed {
		t.Error("the ground of a closure is not that of the setting")
	}
	for day, want := range map[statute.Day]bool{statute.Date(2026, 12, 18): false, statute.Date(2026, 12, 19): true, statute.Date(2027, 1, 4): false} {
		if _, got := school.ClosedOn(day); got != want {
			t.Errorf("closed on %s: got %t, want %t", day.Short(), got, want)
		}
	}
}

func TestMeetings(t *testing.T) {
	p, _ := council.Invented().Panel("send-panel", term)
	next, ok := p.NextMeeting(statute.Date(2026, 12, 16))
	if want := statute.Date(2027, 1, 5); !ok || next != want {
		t.Errorf("over Christmas: got %s, want %s", next.Short(), want.Short())
	}
	if got, want := p.PackRelease(next), statute.Date(2026, 12, 31); got != want {
		t.Errorf("papers: got %s, want %s", got.Short(), want.Short())
	}
	if _, ok := p.NextMeeting(statute.Date(2030, 1, 1)); ok {
		t.Error("a meeting is planned for ever")
	}
}

func TestLanguage(t *testing.T) {
	c := council.Invented()
	for _, written := range []string{"pa", "panjabi", " Panjabi ", "ਪੰਜਾਬੀ"} {
		if l, ok := c.Language(written); !ok || l.Code != "pa" || l.RightToLeft() {
			t.Errorf("%q: got %v", written, l)
		}
	}
	if l, ok := c.Language("Urdu"); !ok || !l.RightToLeft() {
		t.Errorf("Urdu runs from right to left; got %v", l)
	}
	if _, ok := c.Language("Elvish"); ok {
		t.Error("a language nobody offers is found")
	}
}

func TestWarningsAndRetention(t *testing.T) {
	c := council.Invented()
	if n := len(c.WarningsFor(casework.RuleDecide)); n != 4 {
		t.Errorf("the decision has %d warning points", n)
	}
	if n := len(c.WarningsFor(casework.RulePlan)); n != 3 {
		t.Errorf("the plan has %d warning points", n)
	}
	if c.WarningsFor("T99") != nil {
		t.Error("a rule that is none has warning points")
	}
	kept, ok := c.Kept(council.RefusedRequest)
	if want := statute.Date(2043, 5, 3); !ok || kept.Until(statute.Date(2018, 5, 3)) != want {
		t.Errorf("a refused request: got %v", kept)
	}
}
