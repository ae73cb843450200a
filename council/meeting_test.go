package council_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/council"
)

// TestMeetingOnACase: interests and written views, which only the case can tell.
func TestMeetingOnACase(t *testing.T) {
	six := []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley", "david.achebe"}
	without := func(who ...casework.PersonID) []casework.PersonID {
		var left []casework.PersonID
		for _, id := range six {
			gone := false
			for _, w := range who {
				gone = gone || w == id
			}
			if !gone {
				left = append(left, id)
			}
		}
		return left
	}
	views := func(by ...casework.PersonID) []casework.MemberView {
		var list []casework.MemberView
		for _, id := range by {
			list = append(list, casework.MemberView{Member: id})
		}
		return list
	}
	tests := map[string]struct {
		setting casework.SettingID
		present []casework.PersonID
		views   []casework.MemberView
		says    []string          // none: they may advise
		objects casework.PersonID // a member to whom the family objects
	}{
		"the family objects to one":              {present: without("lucy.hartley", "david.achebe"), objects: "helen.forsyth", says: []string{"3 of the"}},
		"the family objects to its psychologist": {present: six, objects: "esther.boateng", says: []string{"as educational psychologist"}},
		"all there":                              {setting: "canal-street-primary", present: six},
		"no setting":                             {present: six},
		"one withdraws, five left":               {setting: "millbrook-primary", present: six},
		"one withdraws, too few left":            {setting: "millbrook-primary", present: without("helen.forsyth", "david.achebe"), says: []string{"3 of the Northmere SEND Panel were present without an interest in this case (Lucy Hartley withdrew)"}},
		"the same four on another":               {setting: "harland-academy", present: without("helen.forsyth", "david.achebe")},
		"no health":                              {setting: "harland-academy", present: without("grace.mwangi", "david.achebe"), says: []string{"Nobody who counts is there as health", "record a view of the case first"}},
		"health in writing":                      {present: without("grace.mwangi"), views: views("grace.mwangi")},
		"health in writing by substitute":        {present: without("grace.mwangi"), views: views("fiona.mcbride")},
		"health in writing by a stranger":        {present: without("grace.mwangi"), views: views("sian.prosser", "nobody"), says: []string{"as health"}},
		"a psychologist only in writing":         {present: without("esther.boateng"), views: views("esther.boateng"), says: []string{"as educational psychologist", "Bring the case to a meeting"}},
		"both in writing, quorum missed":         {present: without("grace.mwangi", "ben.carter", "david.achebe"), views: views("grace.mwangi", "ben.carter"), says: []string{"3 of the"}},
	}
	c := council.Invented()
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			in := casework.Case{Opened: casework.Opened{Setting: test.setting}, Views: test.views}
			if test.objects != "" {
				in.Interests = []casework.InterestDeclared{{Member: test.objects, What: "the family objects", Source: "family"}}
			}
			act, early := c.CompleteIn(in, casework.Recommend{Panel: "send-panel", Present: test.present}, term)
			if q := act.(casework.Recommend).Quorum; q != 4 {
				t.Errorf("quorum: got %d, want 4", q)
			}
			chair := by(t, "helen.forsyth", term)
			if !strings.HasPrefix(string(test.present[0]), "helen") {
				chair = by(t, "esther.boateng", term)
			}
			recorded := c.ConfirmsIn(in, casework.Event{Seq: 9, FellOn: term, RecordedAt: term.At(10, 0), By: chair, Body: casework.Recommended{
				Panel: "send-panel", Present: test.present, Quorum: 4,
			}})
			for when, err := range map[string]error{"when given": early, "when recorded": recorded} {
				if len(test.says) == 0 && err != nil {
					t.Errorf("%s: %v", when, err)
				}
				for _, says := range test.says {
					if casework.AsRefused(err) == nil || !strings.Contains(err.Error(), says) {
						t.Errorf("%s: got %v, want it to say %q", when, err, says)
					}
				}
			}
		})
	}
	if _, err := c.CompleteIn(casework.Case{}, casework.Determine{}, term); err != nil {
		t.Errorf("another act: %v", err)
	}
	if _, err := c.CompleteIn(casework.Case{}, casework.Recommend{Panel: "tea-party"}, term); casework.AsRefused(err) == nil {
		t.Errorf("no such panel: %v", err)
	}
}
