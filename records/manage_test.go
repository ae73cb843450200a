package records

import "testing"

// TestALoadTellsLateFromLate: what can still be delivered in time, and what is under an exception, is not late.
func TestALoadTellsLateFromLate(t *testing.T) {
	var l Load
	l.add("breached", 2, 2, 2)
	l.add("passed under an exception", 3, 3, 3)
	l.add("send-by passed", 4, 4, 4)
	l.add("running", 9, 0, 5)
	if want := (Load{Cases: 18, Late: 2, Excepted: 3, Passed: 4, Soon: 5}); l != want {
		t.Errorf("counted %+v, want %+v", l, want)
	}
}
