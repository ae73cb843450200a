package casework_test

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// What may not be given is refused alike before and where it is recorded, but for weak reasons: those are read once.
func TestWhatMayBeDoneIsAskedWithoutReadingTheReasons(t *testing.T) {
	c := casetest.Until(t, casework.KindRecommended)
	at := dec(8).At(10, 0)
	weak := casetest.Refusal()
	for i := range weak.Findings {
		if weak.Findings[i].Answer == casework.NotMet {
			weak.Findings[i].Reason = "The school must spend £6,000 before an assessment can be considered."
		}
	}
	decide := casework.Command{Key: "decide", By: casetest.Decider(), Act: weak}
	if err := c.MayDo(decide, at); err != nil {
		t.Errorf("reasons are read before the command is recorded: %v", err)
	}
	if _, err := c.Do(decide, at); casework.AsRefused(err) == nil {
		t.Errorf("a weak reason is recorded: %v", err)
	}
	bare := casework.Command{Key: "bare", By: casetest.Decider(), Act: casework.Decide{}}
	_, err := c.Do(bare, at)
	before := c.MayDo(bare, at)
	if err == nil || before == nil || before.Error() != err.Error() {
		t.Errorf("before it is refused with %v, and where it is recorded with %v", before, err)
	}
}
