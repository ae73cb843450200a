package form

import (
	"testing"

	"sendpanel/casework"
)

func TestWhatACommandLacksIsSaidBesideItsField(t *testing.T) {
	refused := &casework.Refused{Gaps: []casework.Gap{
		{Path: "departure", What: "is missing.", Mend: "Say why."},
		{Path: "findings[1].reason", What: "“Two years behind”: There is no threshold.", Mend: ""},
		{Path: "elsewhere", What: "Nobody may."},
	}}
	f := New()
	if !f.Refused(refused, Place{Path: "departure", Field: "why"}, Place{Path: "findings", Field: "reason"}) {
		t.Fatal("a refusal is not known as one")
	}
	want := []Error{
		{Field: "why", Text: "This is missing. Say why."},
		{Field: "reason", Text: "“Two years behind”: There is no threshold."},
		{Field: "", Text: "Nobody may."},
	}
	for i, w := range want {
		if i >= len(f.Errors) || f.Errors[i] != w {
			t.Errorf("the errors are %+v, want %+v", f.Errors, want)
			break
		}
	}
}
