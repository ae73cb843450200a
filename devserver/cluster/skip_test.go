package cluster

import (
	"context"
	"errors"
	"testing"
	"time"
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
		for range 5 {
			run := execute(t, d, "young", Daily, 3)
			if err := c.FastForward(soon(t), "young", 10*24*time.Hour); !errors.Is(err, ErrEnded) {
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
		if _, err := c.skip(hurried, "knocking", week); err == nil {
			t.Error("skipped while an activity was under way")
		}
		if err := c.endSkip(hurried, "knocking"); err != nil {
			t.Error(err)
		}
		close(office.open)
		update(t, d, "knocking", "nudge")
		near(t, now(t, c, "knocking").Sub(before), 0)
		skip(t, c, "knocking", week)
	})

	t.Run("COST", func(t *testing.T) {
		execute(t, d, "cost", Daily, 200)
		skip(t, c, "cost", 140*24*time.Hour)
	})

	t.Run("refuses what it cannot do", func(t *testing.T) {
		if err := c.FastForward(soon(t), "nobody", week); err == nil || errors.Is(err, ErrEnded) {
			t.Errorf("fast-forward of no workflow: %v", err)
		}
		openCase(t, d, "backwards")
		wantError(t, c.FastForward(soon(t), "backwards", -week), "must be positive")
	})
}

func TestFastForwardIsOffUnlessAskedFor(t *testing.T) {
	c := start(t, Options{})
	openCase(t, dial(t, c), "case")
	wantError(t, c.FastForward(soon(t), "case", week), "without time skipping")
	_, err := c.skip(soon(t), "case", week)
	wantError(t, err, "not enabled")
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
