package casework_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestALookAtALetterEndsWithIt: nobody is left with a letter to look at that has gone, or will not go.
func TestALookAtALetterEndsWithIt(t *testing.T) {
	key := casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: 1}
	next := key
	next.Version = 2
	raised := []casework.Body{casework.Issued{Letter: key}, casework.LookTaskRaised(key, "The name of the mediation adviser is missing.")}
	for name, tc := range map[string]struct {
		then []casework.Body
		open []casework.TaskID
	}{
		"it lies printed":               {nil, []casework.TaskID{"look:acknowledgement/family-1/1/1"}},
		"it was posted":                 {[]casework.Body{casework.Posted{Letter: key}}, nil},
		"it was voided":                 {[]casework.Body{casework.Voided{Letter: key, Why: "Another date."}}, nil},
		"it was withdrawn unread":       {[]casework.Body{casework.LetterMended{Letter: key, How: casework.MendWithdrawn, Why: "It is overtaken."}}, nil},
		"its next version is looked at": {[]casework.Body{casework.Voided{Letter: key}, casework.Issued{Letter: next}, casework.LookTaskRaised(next, "As before.")}, []casework.TaskID{"look:acknowledgement/family-1/1/2"}},
		"another was posted":            {[]casework.Body{casework.Issued{Letter: next}, casework.Posted{Letter: next}}, []casework.TaskID{"look:acknowledgement/family-1/1/1"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := casetest.Considering(t)
			after, err := c.Apply(c.Record(append(raised, tc.then...), casework.Engine(), statute.Date(2026, time.November, 23).At(12, 0))...)
			if err != nil {
				t.Fatal(err)
			}
			var open []casework.TaskID
			for _, task := range after.Tasks {
				if !task.Done {
					open = append(open, task.Task)
				}
			}
			if diff := cmp.Diff(tc.open, open); diff != "" {
				t.Errorf("open tasks (-want +got):\n%s", diff)
			}
		})
	}
}
