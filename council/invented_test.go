package council_test

import (
	"regexp"
	"strings"
	"testing"

	"sendpanel/council"
	"sendpanel/statute"
)

func TestInventedReadsWithoutAFault(t *testing.T) {
	if _, err := council.Read(council.InventedJSON()); err != nil {
		t.Fatal(err)
	}
}

// TestInventedReachesNobody keeps the demonstration from ever naming a telephone, an address or a page that is somebody's.
func TestInventedReachesNobody(t *testing.T) {
	text := string(council.InventedJSON())
	drama := regexp.MustCompile(`^(01632 960\d{3}|0808 157 0\d{3}|020 7946 0\d{3}|07700 900\d{3})$`)
	for _, m := range regexp.MustCompile(`"phone": "([^"]*)"`).FindAllStringSubmatch(text, -1) {
		if !drama.MatchString(m[1]) {
			t.Errorf("%s is not from a range kept free for drama", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`(?:@|https://)([^"/ ]+)`).FindAllStringSubmatch(text, -1) {
		if !strings.HasSuffix(m[1], ".example") {
			t.Errorf("%s could be somebody’s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b`).FindAllString(text, -1) {
		if !strings.HasPrefix(m, "NM") {
			t.Errorf("%s could be a real postcode", m)
		}
	}
}

func TestInventedIsWholeWhileTheExamplesPlay(t *testing.T) {
	c := council.Invented()
	for _, on := range []statute.Day{statute.Date(2026, 9, 1), statute.Date(2027, 4, 30)} {
		for _, kind := range council.ContactKinds() {
			if k, ok := c.Contact(kind, on); !ok || c.Stale(k, on) {
				t.Errorf("%s: no confirmed %s", on.Short(), kind)
			}
		}
		if a, err := c.Actor(c.StandingOfficer, on, ""); err != nil || a.Delegation == nil {
			t.Errorf("%s: the standing officer cannot decide: %v", on.Short(), err)
		}
	}
}

func TestInventedIsTheCallersOwn(t *testing.T) {
	mine := council.Invented()
	mine.People[0].Roles[0], mine.Panels[0].Members[0] = "director", "nobody"
	if c := council.Invented(); c.People[0].Roles[0] == "director" || c.Panels[0].Members[0] == "nobody" {
		t.Error("a change by one caller reached another")
	}
}
