package records

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// BenchmarkRecord adds one event to a case of ten.
func BenchmarkRecord(b *testing.B) {
	forEachStore(b, func(b *testing.B, fresh func(testing.TB) home) {
		r := fresh(b).open(b)
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			ref := receive(b, r, fmt.Sprint(i))
			record(b, r, ref, many(2, 9)...)
			b.StartTimer()
			record(b, r, ref, next(11, "k", "call"))
		}
	})
}

// many are n events from the number given.
func many(from, n int) []casework.Event {
	events := make([]casework.Event, n)
	for i := range events {
		events[i] = next(from+i, "", "call the family about the views that are still to come")
	}
	return events
}

// BenchmarkCases lists the two hundred cases of one officer out of twenty thousand.
func BenchmarkCases(b *testing.B) {
	forEachStore(b, func(b *testing.B, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(b).open(b)
		if err := r.write(ctx, func(t tx) error { return seedRows(ctx, t, 20_000) }); err != nil {
			b.Fatal(err)
		}
		var took []time.Duration
		for b.Loop() {
			began := time.Now()
			list, err := r.Cases(ctx, Filter{Open: true, Officer: "officer-42"})
			took = append(took, time.Since(began))
			if err != nil || len(list) != 200 {
				b.Fatalf("listed %d, %v", len(list), err)
			}
		}
		const bar = 20 * time.Millisecond
		slices.Sort(took)
		p99, word := took[len(took)*99/100], "not met"
		if p99 < bar {
			word = "met"
		}
		b.ReportMetric(float64(p99.Microseconds())/1000, "ms/p99")
		b.Logf("99 of 100 of %d lists within %v, under %v: %s", len(took), p99, bar, word)
	})
}

// seedRows stores rows of cases without their events, for a hundred officers.
func seedRows(ctx context.Context, t tx, n int) error {
	for i := range n {
		e := opened(casework.NewRef(2026, i+1), func(o *casework.Opened) {
			o.Officer = casework.PersonID(fmt.Sprint("officer-", i%100))
			o.Decide.SendBy = statute.Date(2026, 1, 1).AddDays(i * 7919 % 365)
		})
		c, err := casework.Fold([]casework.Event{e})
		if err != nil {
			return err
		}
		if err := t.putCase(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkVerify verifies fifty cases with a thousand events between them.
func BenchmarkVerify(b *testing.B) {
	forEachStore(b, func(b *testing.B, fresh func(testing.TB) home) {
		r := fresh(b).open(b)
		for i := range 50 {
			record(b, r, receive(b, r, fmt.Sprint(i)), many(2, 19)...)
		}
		for b.Loop() {
			if report, err := r.Verify(context.Background()); err != nil || !report.Sound() || report.Events != 1000 {
				b.Fatalf("%+v, %v", report, err)
			}
		}
	})
}

// BenchmarkReceive opens one case.
func BenchmarkReceive(b *testing.B) {
	forEachStore(b, func(b *testing.B, fresh func(testing.TB) home) {
		r := fresh(b).open(b)
		for i := 0; b.Loop(); i++ {
			receive(b, r, fmt.Sprint(i))
		}
	})
}

// BenchmarkNamed looks up every name that a report of some forty pages may hold among twenty thousand cases.
func BenchmarkNamed(b *testing.B) {
	forEachStore(b, func(b *testing.B, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(b).open(b)
		if err := r.write(ctx, func(t tx) error { return seedRows(ctx, t, 20_000) }); err != nil {
			b.Fatal(err)
		}
		var text strings.Builder
		for i := range 600 {
			fmt.Fprintf(&text, "Word%c%c Name%c%c and so on. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/26%26, 'a'+i%26)
		}
		names := casework.ReadNames(text.String())
		b.ReportMetric(float64(len(names.Keys)), "names")
		for b.Loop() {
			if _, err := r.Named(ctx, names, ""); err != nil {
				b.Fatal(err)
			}
		}
	})
}
