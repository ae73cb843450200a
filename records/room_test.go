package records

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/statute"
)

// lastPlace has many cases take the last place of a meeting at once: one gets it. People are told in words, the engine
// looks again, an urgent case takes a place where there is none, and who has a place keeps it.
func lastPlace(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	apply(t, r, council.InventedJSON())
	day := statute.Date(2026, time.December, 8)
	ref := planned(t, r, "plan-1", day)
	events, _ := follows(t, r, ref, "one", meeting.SetCapacity{Capacity: 1})
	if err := r.RecordMeeting(ctx, ref, events, nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	anything := func(council.Council, casework.Case, casework.Event) error { return nil }
	const many = 6
	cases, errs := make([]casework.Ref, many), make([]error, many)
	for i := range cases {
		cases[i] = receive(t, r, fmt.Sprintf("case-%d", i))
		record(t, r, cases[i], considering(2))
	}
	var wait sync.WaitGroup
	for i := range cases {
		e := listedFor(3, day, ref)
		e.Act = casework.ActList
		if e.By = clerkOf(); i%2 == 0 {
			e.By = casework.Engine()
		}
		wait.Go(func() { errs[i] = r.RecordChecked(ctx, cases[i], []casework.Event{e}, anything) })
	}
	wait.Wait()
	got := -1
	for i, err := range errs {
		refused := casework.AsRefused(err)
		switch {
		case err == nil && got < 0:
			got = i
		case err == nil:
			t.Errorf("cases %d and %d both took the last place", got, i)
		case i%2 == 0 && !errors.As(err, new(ConflictError)):
			t.Errorf("the engine was told %v", err)
		case i%2 == 1 && (refused == nil || !strings.Contains(err.Error(), "last place")):
			t.Errorf("somebody was told %v", err)
		}
	}
	if got < 0 {
		t.Fatalf("nobody took the last place: %v", errs)
	}
	again := listedFor(4, day, ref)
	again.By = clerkOf()
	if err := r.RecordChecked(ctx, cases[got], []casework.Event{again}, anything); err != nil {
		t.Errorf("listed where it is listed: %v", err)
	}
	urgent := next(3, "", "")
	urgent.Body = casework.MarkedUrgent{Reason: casework.InHospital}
	late := cases[(got+1)%many]
	if err := r.RecordChecked(ctx, late, []casework.Event{urgent, listedFor(4, day, ref)}, anything); err != nil {
		t.Errorf("an urgent case: %v", err)
	}
	mustBeSound(t, r)
}
