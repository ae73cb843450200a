package records

import (
	"errors"
	"sync"
	"testing"

	"sendpanel/casework"
)

func aHandoverKey(version int) casework.LetterKey {
	return casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: version}
}

func handoversKept(t *testing.T, p home) {
	r := p.open(t)
	ref, ctx := receive(t, r, "one"), t.Context()
	first, fresh, err := r.BeginHandover(ctx, ref, aHandoverKey(1), "post", "aa")
	if err != nil || !fresh || first.Reference == "" || first.Carrier != "" {
		t.Fatalf("begun: %+v fresh=%v, %v", first, fresh, err)
	}
	again, fresh, err := p.open(t).BeginHandover(ctx, ref, aHandoverKey(1), "post", "bb")
	if err != nil || fresh || again.Reference != first.Reference || again.SHA256 != "aa" {
		t.Errorf("begun again: %+v fresh=%v, %v", again, fresh, err)
	}
	if open, err := r.OpenHandovers(ctx, "post"); err != nil || len(open) != 0 {
		t.Errorf("before the carrier took it, %v is on its way, %v", open, err)
	}
	if err := r.TakeHandover(ctx, first.Reference, "id-1"); err != nil {
		t.Fatal(err)
	}
	if err := r.TakeHandover(ctx, first.Reference, "id-2"); !errors.Is(err, ErrNoHandover) {
		t.Errorf("the carrier's ID was changed: %v", err)
	}
	if err := r.ReleaseHandover(ctx, first.Reference); !errors.Is(err, ErrNoHandover) {
		t.Errorf("a letter that was taken was forgotten: %v", err)
	}
	for _, by := range []string{first.Reference, "id-1"} {
		if h, err := r.Handover(ctx, by); err != nil || h.Letter != aHandoverKey(1) || h.Ref != ref {
			t.Errorf("found by %s: %+v, %v", by, h, err)
		}
	}
	if recalled, err := r.RecallHandover(ctx, ref, aHandoverKey(1)); err != nil || !recalled {
		t.Errorf("recalled %v, %v", recalled, err)
	}
	if open, err := r.OpenHandovers(ctx, "post"); err != nil || len(open) != 1 || !open[0].Recalled || !open[0].Told.IsZero() {
		t.Errorf("on its way: %+v, %v", open, err)
	}
	if err := r.TellHandover(ctx, first.Reference, "received", true); err != nil {
		t.Fatal(err)
	}
	if h, err := r.LetterHandover(ctx, ref, aHandoverKey(1)); err != nil || !h.Final || h.Status != "received" || h.Told.IsZero() {
		t.Errorf("at the end: %+v, %v", h, err)
	}
	if open, err := r.OpenHandovers(ctx, "post"); err != nil || len(open) != 0 {
		t.Errorf("at the end %v is on its way, %v", open, err)
	}
	if recalled, err := r.RecallHandover(ctx, ref, aHandoverKey(2)); err != nil || recalled {
		t.Errorf("a letter that nobody has was recalled: %v, %v", recalled, err)
	}
	if _, err := r.Handover(ctx, ""); !errors.Is(err, ErrNoHandover) {
		t.Errorf("found by nothing: %v", err)
	}
}

// handoversBegunAtOnce has many workers begin the same one: one of them is the first.
func handoversBegunAtOnce(t *testing.T, p home) {
	r := p.open(t)
	ref := receive(t, r, "one")
	var (
		wg         sync.WaitGroup
		mu         sync.Mutex
		first      int
		references = map[string]bool{}
	)
	for range 8 {
		wg.Go(func() {
			h, fresh, err := r.BeginHandover(t.Context(), ref, aHandoverKey(1), "post", "aa")
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			if fresh {
				first++
			}
			references[h.Reference] = true
		})
	}
	wg.Wait()
	if first != 1 || len(references) != 1 {
		t.Errorf("%d were the first, under %d references", first, len(references))
	}
}
