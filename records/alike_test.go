package records

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// oneChildAtOnce has many requests about one child arrive in the same instant: one opens a case, the others learn of it.
// Half name the pupil number, half the date of birth and the name only.
func oneChildAtOnce(t *testing.T, p home) {
	registers := []*Register{p.open(t), p.open(t)}
	var all sync.WaitGroup
	var fresh, alike atomic.Int32
	start := make(chan struct{})
	for i := range 40 {
		all.Go(func() {
			in := receipt(fmt.Sprint("key ", i), func(o *casework.Opened) { o.Child = fenwick(i%4 < 2) })
			in.Child = fenwick(i%4 < 2)
			<-start
			_, isFresh, err := registers[i%2].Receive(context.Background(), in)
			var other AlikeError
			switch {
			case errors.As(err, &other) && len(other.Refs) == 1 && other.Refs[0] == casework.NewRef(2026, 1):
				alike.Add(1)
			case err == nil && isFresh:
				fresh.Add(1)
			default:
				t.Errorf("request %d: fresh %v, %v", i, isFresh, err)
			}
		})
	}
	close(start)
	all.Wait()
	if fresh.Load() != 1 || alike.Load() != 39 {
		t.Errorf("%d cases were opened and %d requests told of them, want 1 and 39", fresh.Load(), alike.Load())
	}
}

// fenwick is the child of the fixture, as two people may write it.
func fenwick(number bool) casework.Identity {
	who := casework.Identity{Surname: "FENWICK", Forenames: "Tobias", DateOfBirth: statute.Date(2018, 5, 3)}
	if number {
		who.UPN = "H801200001001"
	}
	return who
}

// seenBefore opens a case beside one that looks alike and was looked at: a twin, or a request after a decision.
func seenBefore(t *testing.T, p home) {
	r := p.open(t)
	first := receive(t, r, "first")
	in := receipt("second")
	in.Child = fenwick(true)
	if _, _, err := r.Receive(context.Background(), in); !errors.As(err, new(AlikeError)) {
		t.Fatalf("got %v, want the case that looks alike", err)
	}
	in.Seen = []casework.Ref{first}
	ref, fresh, err := r.Receive(context.Background(), in)
	if err != nil || !fresh || ref == first {
		t.Errorf("got %s, %v, %v", ref, fresh, err)
	}
}
