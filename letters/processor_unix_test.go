//go:build unix

package letters

import (
	"syscall"
	"testing"
	"time"
)

// processorTime adds the processor’s own time to a benchmark. On a machine with other work it is steadier than the clock.
func processorTime(b *testing.B) func() {
	b.Helper()
	before := used(b)
	return func() { b.ReportMetric(float64(used(b)-before)/float64(b.N), "cpu-ns/op") }
}

func used(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
