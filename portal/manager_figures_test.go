package portal

import (
	"testing"

	"pgregory.net/rapid"
)

// What a page shows never lets somebody work out a figure of too few children.
func TestNoSmallFigureCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.OneOf(rapid.Just(0), rapid.IntRange(0, 12))
		y := yearOf{Assess: some.Draw(t, "assess"), Refuse: some.Draw(t, "refuse"), Ended: some.Draw(t, "ended"), Open: some.Draw(t, "open")}
		y.Received = y.Assess + y.Refuse + y.Ended + y.Open
		y.InTime = rapid.IntRange(0, y.Assess+y.Refuse).Draw(t, "in time")
		y.Late = rapid.IntRange(0, y.Assess+y.Refuse-y.InTime).Draw(t, "late")
		hidden := y.hidden()
		unknown := 0
		for i, f := range y.list() {
			if few(f.Number) && !hidden[f.Key] {
				t.Fatalf("%s, %d, is shown: %+v", f.Key, f.Number, y)
			}
			if i >= 1 && i < 5 && hidden[f.Key] {
				unknown++
			}
		}
		if unknown == 1 && !hidden["figure-received"] {
			t.Fatalf("one outcome alone is hidden, so it can be worked out: %+v %v", y, hidden)
		}
		if few(y.Late) && y.InTime > 0 && !hidden["figure-in-time"] {
			t.Fatalf("the late ones can be worked out from those in time: %+v", y)
		}
	})
}
