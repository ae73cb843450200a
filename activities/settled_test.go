package activities

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestWhatWasMailedHasGone: a letter that the mail server took is posted, one that GOV.UK Notify took is not until Notify says
// so, and one that is printed by hand has its task; the clerk is asked for the last alone.
func TestWhatWasMailedHasGone(t *testing.T) {
	c, err := casework.Fold(casetest.Begun(t))
	if err != nil {
		t.Fatal(err)
	}
	var owed []casework.LetterKey
	for _, o := range c.Owed() {
		owed = append(owed, o.Letters...)
	}
	if len(owed) < 3 {
		t.Fatalf("the case owes %v", owed)
	}
	on := statute.Date(2026, 11, 24)
	var results []Result
	for i, by := range []statute.Channel{statute.Email, statute.Notify, statute.FirstClass} {
		results = append(results, Result{Letter: owed[i], Issued: &casework.Issued{Letter: owed[i], SHA256: "0", Dated: on, By: by}})
	}
	results[2].ByHand = "It has eleven pages."
	bodies, err := settled(c, results, on)
	if err != nil {
		t.Fatal(err)
	}
	after, err := c.Apply(c.Record(bodies, casework.Engine(), on.At(12, 0))...)
	if err != nil {
		t.Fatal(err)
	}
	state := map[casework.LetterKey]casework.LetterState{}
	for _, l := range after.Letters {
		state[l.Key] = l.State
	}
	if state[owed[0]] != casework.LetterPosted || state[owed[1]] != casework.LetterIssued || state[owed[2]] != casework.LetterIssued {
		t.Errorf("mailed, at Notify, printed here: %v", state)
	}
	if post := after.ToPost(); len(post) != 1 || post[0] != owed[2] {
		t.Errorf("the clerk is to post %v", post)
	}
	if n := len(after.Tasks); n != 1 {
		t.Errorf("there are %d tasks", n)
	}
}
