package casework_test

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// TestEnding: a bereaved family, one that moved, one that withdrew and one whose time for an appeal has passed are told
// different things, before the case closes and after.
func TestEnding(t *testing.T) {
	want := func(c casework.Case, want casework.Ending) {
		t.Helper()
		if got := c.Ending(); got != want {
			t.Errorf("a case that is %s (%s) ended as %q, want %q", c.Stage, c.ClosedWhy, got, want)
		}
	}
	going := considering(t)
	going.sendOwed(nov(23))
	want(going.c, "")
	copied := *going
	moved := &copied
	moved.do(nov(30), casetest.Officer(), casework.TransferOut{On: nov(27), To: "Southmere Council"})
	want(moved.c, casework.EndedMoved)
	later := *moved
	died := &later
	moved.sendOwed(nov(30))
	want(moved.c, casework.EndedMoved)
	died.do(nov(30), casetest.Officer(), casework.RecordDeath{On: nov(30)})
	want(died.c, casework.EndedDeath)
	other := *going
	withdrawn := &other
	withdrawn.do(nov(30), casetest.Officer(), casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family"})
	want(withdrawn.c, casework.EndedWithdrawn)
	withdrawn.sendOwed(nov(30))
	want(withdrawn.c, casework.EndedWithdrawn)
	want(told(t).c, "")
	want(closed(t).c, casework.EndedUnopposed)
}
