package service

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"
)

// StopBound is how long a service may take to stop before whoever runs it goes on without it. Letters and commands under
// way have most of it; what is cut short is done again at the next start.
const StopBound = 45 * time.Second

// CutShort is the error of a service that was told to stop and did not within its time. Nothing that was recorded is lost.
type CutShort struct {
	Within time.Duration
	Doing  string // what was being stopped, in words: "the portal"
}

func (e *CutShort) Error() string {
	return fmt.Sprintf("%s did not stop within %s and is cut short; nothing that was recorded is lost, and the rest is done at the next start", e.Doing, e.Within)
}

// RunBounded is [Run] for a process that must end: once the service stops, because ctx has ended or something failed, it is
// given so long. Then it is left behind, and the error is a [*CutShort].
func RunBounded(ctx context.Context, s Settings, logger *slog.Logger, ready func(*Desk), most time.Duration) error {
	return bounded(ctx, most, func(stop *stopping) error { return run(ctx, s, logger, ready, stop) })
}

func bounded(ctx context.Context, most time.Duration, run func(*stopping) error) error {
	stop := &stopping{begun: make(chan struct{})}
	done := make(chan error, 1)
	go func() { done <- run(stop) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	case <-stop.begun:
	}
	select {
	case err := <-done:
		return err
	case <-time.After(most):
		return &CutShort{Within: most, Doing: stop.what()}
	}
}

// stopping is how far a service has come in stopping. Nil is good for a service that nobody waits for.
type stopping struct {
	mu    sync.Mutex
	doing string
	begun chan struct{} // closed when it begins
}

// now notes what is being stopped from now on.
func (s *stopping) now(what string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.doing == "" {
		close(s.begun)
	}
	s.doing = what
}

func (s *stopping) what() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.doing == "" {
		return "the service" // in the middle of its start, or of what it does now and then
	}
	return s.doing
}
