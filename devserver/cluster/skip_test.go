package cluster

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

func TestFastForward(t *testing.T) {
	c := start(t, Options{TimeSkipping: true})
	d := dial(t, c)
	office := work(t, d)

	t.Run("reaches a limit between two updates", func(t *testing.T) {
		openCase(t, d, "case")
		update(t, d, "case", "view")
		first := state(t, d, "case").Asked

		skip(t, c, "case", 5*week)
		update(t, d, "case", "view")
		got := state(t, d, "case")
		if got.Warned != 0 || got.Views != 2 {
			t.Errorf("after five weeks: %+v", got)
		}
		near(t, got.Asked.Sub(first), 5*week)

		skip(t, c, "case", 1*week)
		if got := state(t, d, "case"); got.Warned != 1 {
			t.Errorf("after six weeks: %+v", got)
		}
		skip(t, c, "case", 18*week+time.Hour) // each warning sets the next timer a little late
		if got := state(t, d, "case"); got.Warned != 4 {
			t.Errorf("after 24 weeks: %+v", got)
		}
	})

	t.Run("returns only when what fell due at the target is done", func(t *testing.T) {
		openCase(t, d, "prompt")
		for n := range 10 {
			skip(t, c, "prompt", 6*week)
			if got := state(t, d, "prompt"); got.Warned != n+1 {
				t.Fatalf("after %d times six weeks the case had warned %d times", n+1, got.Warned)
			}
		}
	})

	t.Run("jumps a workflow that has just started", func(t *testing.T) {
		for range 5 { // there is a race to lose between its first task and the jump
			run := execute(t, d, "young", Daily, 1)
			if err := c.FastForward(soon(t), "young", 24*time.Hour); err != nil && !errors.Is(err, ErrEnded) {
				t.Fatal(err)
			}
			if err := run.Get(soon(t), nil); err != nil {
				t.Fatal(err)
			}
		}
	})

	t.Run("says when the workflow ends on the way", func(t *testing.T) {
		execute(t, d, "short", Daily, 3)
		for range 2 { // on the way, and before
			if err := c.FastForward(soon(t), "short", week); !errors.Is(err, ErrEnded) {
				t.Errorf("error is %v, want ErrEnded", err)
			}
		}
	})

	t.Run("jumps over what waits for nothing", func(t *testing.T) {
		execute(t, d, "idle", Once, "Warn")
		before := now(t, c, "idle")
		skip(t, c, "idle", 20*week)
		near(t, now(t, c, "idle").Sub(before), 20*week)
	})

	t.Run("jumps over the delays between tries", func(t *testing.T) {
		execute(t, d, "retried", Once, "FailTwice")
		skip(t, c, "retried", week)
		e, err := d.DescribeWorkflowExecution(soon(t), "retried", "")
		if err != nil || len(e.GetPendingActivities()) > 0 {
			t.Errorf("still trying: %v %v", e.GetPendingActivities(), err)
		}
	})

	t.Run("comes through an activity that always fails", func(t *testing.T) {
		execute(t, d, "failing", Once, "Fail")
		skip(t, c, "failing", 6*week)
	})

	t.Run("waits for an activity under way", func(t *testing.T) {
		execute(t, d, "knocking", Once, "Knock")
		<-office.begun
		before := now(t, c, "knocking")

		hurried, cancel := context.WithTimeout(soon(t), 50*time.Millisecond)
		defer cancel()
		err := c.FastForward(hurried, "knocking", week)
		wantError(t, err, "in the way: activity Knock (attempt 1)")

		hurried, cancel = context.WithTimeout(soon(t), 50*time.Millisecond)
		defer cancel()
		if err := c.jump(hurried, "knocking", week); err == nil {
			t.Error("jumped while an activity was under way")
		}
		office.open <- struct{}{}
		update(t, d, "knocking", "nudge")
		near(t, now(t, c, "knocking").Sub(before), 0)
		skip(t, c, "knocking", week)
	})

	t.Run("waits for a child workflow", func(t *testing.T) {
		execute(t, d, "parent", Parent)
		hurried, cancel := context.WithTimeout(soon(t), 500*time.Millisecond)
		defer cancel()
		wantError(t, c.FastForward(hurried, "parent", week), "in the way: 1 child workflow")
	})

	t.Run("waits for an activity begun at the target", func(t *testing.T) {
		execute(t, d, "slow", Case, "Knock")
		done := make(chan error, 1)
		go func() { done <- c.FastForward(soon(t), "slow", 6*week) }()
		<-office.begun
		select {
		case err := <-done:
			t.Fatalf("returned with the activity under way: %v", err)
		default:
		}
		office.open <- struct{}{}
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if got := state(t, d, "slow"); got.Warned != 1 {
			t.Errorf("returned before the warning was recorded: %+v", got)
		}
	})

	t.Run("passes a timer a day for twenty weeks", func(t *testing.T) {
		execute(t, d, "daily", Daily, 200)
		skip(t, c, "daily", 20*week)
	})

	t.Run("moves many clocks at once", func(t *testing.T) {
		var all errgroup.Group
		for n := range 20 {
			id := fmt.Sprintf("many-%d", n)
			openCase(t, d, id)
			all.Go(func() error { return c.FastForward(soon(t), id, 6*week) })
		}
		if err := all.Wait(); err != nil {
			t.Fatal(err)
		}
		for n := range 20 {
			if got := state(t, d, fmt.Sprintf("many-%d", n)); got.Warned != 1 {
				t.Errorf("case %d: %+v", n, got)
			}
		}
	})

	t.Run("refuses what it cannot do", func(t *testing.T) {
		if err := c.FastForward(soon(t), "nobody", week); err == nil || errors.Is(err, ErrEnded) {
			t.Errorf("fast-forward of no workflow: %v", err)
		}
		openCase(t, d, "backwards")
		wantError(t, c.FastForward(soon(t), "backwards", -week), "only goes forward")
	})
}

func TestFastForwardIsOffUnlessAskedFor(t *testing.T) {
	c := start(t, Options{})
	openCase(t, dial(t, c), "case")
	wantError(t, c.FastForward(soon(t), "case", week), "without time skipping")
	wantError(t, c.jump(soon(t), "case", week), "not enabled")
}

func skip(t *testing.T, c *Cluster, id string, by time.Duration) {
	t.Helper()
	begun := time.Now()
	if err := c.FastForward(soon(t), id, by); err != nil {
		t.Fatal(err)
	}
	t.Logf("%s by %s took %s", id, by, time.Since(begun).Round(time.Millisecond))
}

func now(t *testing.T, c *Cluster, id string) time.Time {
	t.Helper()
	at, err := c.Now(soon(t), id)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// near allows for the wall clock, which goes on meanwhile.
func near(t *testing.T, got, want time.Duration) {
	t.Helper()
	if got < want || got > want+time.Minute {
		t.Errorf("the clock moved by %s, want %s", got, want)
	}
}
