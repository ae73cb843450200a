package council_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// TestDiff compares what a year of changes is told as with its golden file.
func TestDiff(t *testing.T) {
	c := council.Invented()
	c.Phone = "01632 960199"
	c.Address = append(c.Address, "Northmereshire")
	c.DetermineOnReceipt, c.StandingOfficer = false, ""
	c.Warnings[0].Days, c.Warnings[1].Tell = 21, casework.Director
	c.WarningsByRule = c.WarningsByRule[:1]
	c.Channels.School = statute.Email
	c.Contacts[0].Until = statute.Date(2027, 3, 31)
	c.Contacts[3].Checked = statute.Date(2027, 2, 1)
	c.Contacts = append(c.Contacts, council.Contact{
		Kind: council.MediationAdviser, Name: "Fairway Mediation", Phone: "0808 157 0150", Owner: "SEND Service Manager",
		Checked: statute.Date(2027, 3, 1), From: statute.Date(2027, 4, 1),
	})
	c.People[3].Delegation.Until = statute.Date(2027, 12, 31)
	c.People[4].Name = "Margaret Ellis-Hobart"
	c.People[1].Until, c.People[1].Cover = statute.Date(2027, 1, 29), "amina.khan"
	c.People = slices.Delete(c.People, 16, 17)
	c.Panels[0].Quorum, c.Panels[0].Members = 5, append(c.Panels[0].Members[1:], "anita.deol")
	c.Panels[0].Required[0].WrittenView = true
	c.Panels[0].Substitutes = c.Panels[0].Substitutes[:3]
	c.Panels[0].Meets.Place = "Guildhall House, Room 5"
	c.Panels[1].Meets = nil
	c.Settings[0], c.Settings[1] = c.Settings[1], c.Settings[0] // an order of its own: no change
	c.Settings[2].Head = ""
	c.Settings[3].Closures[0].Reopens = statute.Date(2026, 9, 3)
	c.Settings[4].Closures = append(c.Settings[4].Closures, council.Closure{Closure: statute.Closure{Closed: statute.Date(2027, 10, 23), Reopens: statute.Date(2027, 11, 1)}, Why: "autumn half-term 2027"})
	c.Languages[0].Interpreter = ""
	c.Retention[2].Years = 31

	var lines []string
	for _, change := range council.Diff(council.Invented(), c) {
		lines = append(lines, change.Path+"\n  "+change.What+"\n")
	}
	golden(t, "diff.txt", strings.Join(lines, ""))
}

// golden compares a text with a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got; run with -update to accept):\n%s", diff)
	}
}

func TestDiffOfTheSame(t *testing.T) {
	if changes := council.Diff(council.Invented(), council.Invented()); len(changes) > 0 {
		t.Errorf("the same settings differ: %v", changes)
	}
	if len(council.Diff(council.Council{}, council.Invented())) == 0 {
		t.Error("the first settings change nothing")
	}
}

// TestDiffMissesNothing takes any one value out of the settings, or changes it, and wants a change named.
func TestDiffMissesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var tree any
		if err := json.Unmarshal(council.InventedJSON(), &tree); err != nil {
			t.Fatal(err)
		}
		changed := alter(t, tree)
		data, err := json.Marshal(changed)
		if err != nil {
			t.Fatal(err)
		}
		c, err := council.Read(data)
		if err != nil {
			return // what cannot be used need not be compared
		}
		same := cmp.Equal(council.Invented(), c)
		if told := len(council.Diff(council.Invented(), c)) > 0; told == same {
			t.Fatalf("same: %t, told: %t", same, told)
		}
	})
}

// alter changes one leaf of the tree.
func alter(t *rapid.T, v any) any {
	switch v := v.(type) {
	case map[string]any:
		names := make([]string, 0, len(v))
		for name := range v {
			names = append(names, name)
		}
		slices.Sort(names)
		name := rapid.SampledFrom(names).Draw(t, "field")
		v[name] = alter(t, v[name])
	case []any:
		if len(v) == 0 || rapid.IntRange(0, 9).Draw(t, "cut") == 0 {
			return v[:max(0, len(v)-1)]
		}
		i := rapid.IntRange(0, len(v)-1).Draw(t, "entry")
		v[i] = alter(t, v[i])
	case string:
		return v + rapid.SampledFrom([]string{"", "x", " and more"}).Draw(t, "text")
	case bool:
		return !v
	case float64:
		return v + 1
	}
	return v
}
