package records

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// BenchmarkLookups times what the pages of officers, managers and auditors ask of twenty thousand cases with four events each, and
// reports the slowest of a hundred (p99) of each, in milliseconds.
func BenchmarkLookups(b *testing.B) {
	forEachStore(b, func(b *testing.B, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(b).open(b)
		if err := r.write(ctx, func(t tx) error { return seedNamed(ctx, t, 20_000) }); err != nil {
			b.Fatal(err)
		}
		if r.dialect.numbered {
			if _, err := r.db.ExecContext(ctx, `ANALYZE`); err != nil {
				b.Fatal(err)
			}
		}
		for _, q := range lookups(r) {
			b.Run(q.name, func(b *testing.B) {
				var took []time.Duration
				for b.Loop() {
					began := time.Now()
					if err := q.ask(ctx); err != nil {
						b.Fatal(err)
					}
					took = append(took, time.Since(began))
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
			})
		}
	})
}

// lookup is one question to the register.
type lookup struct {
	name string
	ask  func(context.Context) error
}

func lookups(r *Register) []lookup {
	day := statute.Date(2026, time.June, 1)
	list := func(f Filter) func(context.Context) error {
		return func(ctx context.Context) error { _, err := r.Cases(ctx, f); return err }
	}
	return []lookup{
		{"search by name", list(Filter{Find: "surnamecd", Limit: 50})},
		{"search by two names", list(Filter{Find: "forenameab surnamecd", Limit: 50})},
		{"search by number", list(Filter{Find: "1234", Limit: 50})},
		{"an officer’s list", list(Filter{Open: true, Officer: "officer-42", Limit: 20})},
		{"everybody’s list", list(Filter{Open: true, Clocks: RunningClocks(), Limit: 20, Skip: 400})},
		{"late ones", list(Filter{Open: true, Clocks: []string{"breached"}, Limit: 31})},
		{"workload", func(ctx context.Context) error { _, err := r.Workload(ctx, day, day.AddDays(14)); return err }},
		{"counts", func(ctx context.Context) error {
			_, _, _, err := r.Work(ctx, Filter{Open: true, Clocks: RunningClocks()}, day, day.AddDays(14))
			return err
		}},
		{"events of a kind", func(ctx context.Context) error {
			_, err := r.EventsOf(ctx, casework.KindBreached, day)
			return err
		}},
		{"the same child", func(ctx context.Context) error {
			_, err := r.Resembling(ctx, casework.Identity{Surname: "Surnamecd", DateOfBirth: statute.Date(2018, time.May, 3), UPN: "H801200001001"})
			return err
		}},
	}
}

// seedNamed stores rows of cases for children of some four hundred surnames, and entries of their chains without content.
func seedNamed(ctx context.Context, t tx, n int) error {
	letters := func(i int) string { return string([]byte{'a' + byte(i%20), 'a' + byte(i/20%20)}) }
	for i := range n {
		ref := casework.NewRef(2026, i+1)
		c, err := casework.Fold([]casework.Event{opened(ref, func(o *casework.Opened) {
			o.Officer = casework.PersonID(fmt.Sprint("officer-", i%100))
			o.Decide.SendBy = statute.Date(2026, 1, 1).AddDays(i * 7919 % 365)
			o.Child.Surname, o.Child.Forenames, o.Child.UPN = "Surname"+letters(i), "Forename"+letters(i/7), fmt.Sprintf("H80120%07d", i)
		})})
		if err != nil {
			return err
		}
		if err := t.putCase(ctx, c); err != nil {
			return err
		}
		const entry = `INSERT INTO entries (ref, seq, kind, fell_on, recorded_at, stored_at, key, digest, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
		for seq, kind := range []casework.Kind{casework.KindOpened, casework.KindConsulted, casework.KindListed, casework.KindDecided} {
			if err := t.exec(ctx, entry, string(ref), seq, string(kind), statute.Date(2026, 1, 1).AddDays(i%365).String(), "", "", fmt.Sprint(i, "/", seq), []byte{1}, []byte{1}); err != nil {
				return err
			}
		}
	}
	return nil
}
