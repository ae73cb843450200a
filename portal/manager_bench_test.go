package portal

import (
	"slices"
	"testing"
	"time"
)

// BenchmarkTheManager asks for the manager’s pages over twenty thousand cases, and reports the slowest of a hundred (p99)
// of each, in milliseconds.
func BenchmarkTheManager(b *testing.B) {
	s := newSite(b)
	s.many(20_000)
	margaret := s.as("margaret.ellis")
	for _, path := range []string{"/manager", "/manager/workload", "/manager/meetings"} {
		b.Run(path, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				if got := margaret.get(path); got.status != 200 {
					b.Fatalf("%d: %s", got.status, got.body)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}
