package service

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// TestAStopThatHangsEnds: whatever hangs, the process goes on in its time, and the error says on what it gave up.
func TestAStopThatHangsEnds(t *testing.T) {
	const most = 20 * time.Millisecond
	failed := errors.New("it failed")
	hang := make(chan struct{})
	t.Cleanup(func() { close(hang) })
	tests := map[string]struct {
		told bool // the process was told to stop
		run  func(ctx context.Context, stop *stopping) error
		want string
	}{
		"it ends by itself":    {false, func(context.Context, *stopping) error { return failed }, "it failed"},
		"it stops when told":   {true, func(ctx context.Context, _ *stopping) error { <-ctx.Done(); return failed }, "it failed"},
		"it hangs in its work": {true, func(context.Context, *stopping) error { <-hang; return nil }, "the service did not stop within 20ms"},
		"a part hangs": {true, func(ctx context.Context, stop *stopping) error {
			<-ctx.Done()
			stop.now("the portal")
			stop.now("the register")
			<-hang
			return nil
		}, "the register did not stop within 20ms"},
		"a part hangs after a failure": {false, func(_ context.Context, stop *stopping) error {
			stop.now("the portal")
			<-hang
			return nil
		}, "the portal did not stop within 20ms"},
	}
	for title, test := range tests {
		t.Run(title, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if test.told {
				cancel()
			}
			err := bounded(ctx, most, func(stop *stopping) error { return test.run(ctx, stop) })
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("got %v, want %s…", err, test.want)
			}
			var short *CutShort
			if errors.As(err, &short) == errors.Is(err, failed) {
				t.Errorf("%v is not the error that it says", err)
			}
		})
	}
}
