package workflows_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/converter"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// TestTheFirstLettersAreIssuedInTheFirstTask, all together and once; where that does not come off they go the way of all
// other letters, an activity for each event that owes any.
func TestTheFirstLettersAreIssuedInTheFirstTask(t *testing.T) {
	tests := map[string]struct {
		set func(*press)
		own int // how many activities beside the workflow's own task there were
	}{
		"they can go":                       {func(*press) {}, 0},
		"a carrier outside takes them":      {func(p *press) { p.far = true }, 2},
		"the disk is full for a moment":     {func(p *press) { p.fails = 1 }, 2},
		"and is still when tried once more": {func(p *press) { p.fails = 3 }, 2},
	}
	for title, test := range tests {
		t.Run(title, func(t *testing.T) {
			s := newStage(t)
			test.set(s.press)
			issuing := map[string]bool{}
			s.SetOnActivityStartedListener(func(info *activity.Info, _ context.Context, _ converter.EncodedValues) {
				if info.ActivityType.Name == "Issue" {
					issuing[info.ActivityID] = true
				}
			})
			s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
			if err := s.play(); err != nil {
				t.Fatal(err)
			}
			slices.Sort(s.press.printed)
			want := []string{"acknowledgement/family-1/1/1", "considering-agency/health/2/1", "considering-agency/social-care/2/1", "school-acknowledgement/school/1/1"}
			if diff := cmp.Diff(want, s.press.printed); diff != "" {
				t.Errorf("printed (-want +got):\n%s", diff)
			}
			if len(issuing) != test.own {
				t.Errorf("%d activities issued letters, want %d", len(issuing), test.own)
			}
		})
	}
}
