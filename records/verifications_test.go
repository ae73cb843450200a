package records

import (
	"context"
	"errors"
	"testing"
	"time"
)

// TestAVerificationIsAskedForOnceAndOutlivesARestart: two who ask get one; one that was cut short is taken up again, by one process
// only; what it found is kept with who asked.
func TestAVerificationIsAskedForOnceAndOutlivesARestart(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, p := t.Context(), fresh(t)
		now := firstStored()
		p.Clock = func() time.Time { return now }
		r, _ := furnished(t, p)
		if worked, err := r.WorkOnVerification(ctx); worked || err != nil {
			t.Fatalf("nobody asked, and: %v, %v", worked, err)
		}
		a, err := r.AskVerification(ctx, "graham")
		b, wrong := p.open(t).AskVerification(ctx, "margaret")
		if errors.Join(err, wrong) != nil || a.N != b.N || b.AskedBy != "graham" {
			t.Fatalf("asked twice: %+v, %+v, %v, %v", a, b, err, wrong)
		}
		cut, stop := context.WithCancel(ctx)
		if n, err := r.takeVerification(cut); n != a.N || err != nil {
			t.Fatalf("taken: %d, %v", n, err)
		}
		stop() // the process ends in the middle
		again := p.open(t)
		if worked, err := again.WorkOnVerification(ctx); worked || err != nil {
			t.Fatalf("taken up while somebody may be at it: %v, %v", worked, err)
		}
		now = now.Add(2 * verificationLease)
		if worked, err := again.WorkOnVerification(ctx); !worked || err != nil {
			t.Fatalf("not taken up again: %v, %v", worked, err)
		}
		list, err := r.Verifications(ctx, 5)
		if err != nil || len(list) != 1 || !list[0].Ended() || !list[0].Report.Sound() || list[0].Report.Cases == 0 || list[0].Done != list[0].Total || list[0].Done == 0 {
			t.Fatalf("kept: %+v, %v", list, err)
		}
		if c, err := r.AskVerification(ctx, "margaret"); err != nil || c.N != a.N+1 || c.AskedBy != "margaret" {
			t.Errorf("the next: %+v, %v", c, err)
		}
	})
}
