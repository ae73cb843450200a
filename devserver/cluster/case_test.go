package cluster

import (
	"context"
	"errors"
	"testing"
	"time"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

const queue = "cases"

// State is what a Case has seen.
type State struct {
	Views  int
	Warned int
	Asked  time.Time // when the last view came, on the case's clock
}

// Case warns every six weeks, by the activity named, until it is decided, and counts the views it is sent.
func Case(ctx workflow.Context, warn string) (State, error) {
	var s State
	decided := false
	handlers := errors.Join(
		workflow.SetQueryHandler(ctx, "state", func() (State, error) { return s, nil }),
		workflow.SetUpdateHandler(ctx, "view", func(ctx workflow.Context) (int, error) {
			s.Views++
			s.Asked = workflow.Now(ctx)
			return s.Views, nil
		}),
		workflow.SetUpdateHandler(ctx, "decide", func(ctx workflow.Context) error {
			decided = true
			return nil
		}),
	)
	if handlers != nil {
		return s, handlers
	}
	ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{StartToCloseTimeout: time.Minute})
	for {
		ok, err := workflow.AwaitWithTimeout(ctx, 6*week, func() bool { return decided })
		if ok || err != nil {
			return s, err
		}
		if err := workflow.ExecuteActivity(ctx, warn).Get(ctx, nil); err != nil {
			return s, err
		}
		s.Warned++
	}
}

// Daily sleeps a day at a time.
func Daily(ctx workflow.Context, days int) error {
	for range days {
		if err := workflow.Sleep(ctx, 24*time.Hour); err != nil {
			return err
		}
	}
	return nil
}

// Parent waits for a child that takes a day.
func Parent(ctx workflow.Context) error {
	return workflow.ExecuteChildWorkflow(ctx, Daily, 1).Get(ctx, nil)
}

// Once runs one activity and then waits for nothing, for ever.
func Once(ctx workflow.Context, name string) error {
	nudged := func(workflow.Context) error { return nil }
	if err := workflow.SetUpdateHandler(ctx, "nudge", nudged); err != nil {
		return err
	}
	ctx = workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		StartToCloseTimeout: time.Hour,
		RetryPolicy:         &temporal.RetryPolicy{InitialInterval: time.Hour},
	})
	if err := workflow.ExecuteActivity(ctx, name).Get(ctx, nil); err != nil {
		return err
	}
	return workflow.Await(ctx, func() bool { return false })
}

// Office is where the activities happen.
type Office struct {
	begun, open chan struct{} // Knock sends to the one and then waits for the other
}

func (o *Office) Warn(context.Context) error { return nil }

func (o *Office) Knock(ctx context.Context) error {
	o.begun <- struct{}{}
	select {
	case <-o.open:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (o *Office) FailTwice(ctx context.Context) error {
	if activity.GetInfo(ctx).Attempt < 3 {
		return errors.New("the post room is shut")
	}
	return nil
}

func (o *Office) Fail(context.Context) error { return errors.New("the post room is shut") }

func work(t *testing.T, d client.Client) *Office {
	t.Helper()
	o := &Office{begun: make(chan struct{}), open: make(chan struct{})}
	w := worker.New(d, queue, worker.Options{})
	w.RegisterWorkflow(Case)
	w.RegisterWorkflow(Daily)
	w.RegisterWorkflow(Once)
	w.RegisterWorkflow(Parent)
	w.RegisterActivity(o)
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Stop)
	return o
}

func openCase(t *testing.T, d client.Client, id string) (run string) {
	t.Helper()
	return execute(t, d, id, Case, "Warn").GetRunID()
}

func execute(t *testing.T, d client.Client, id string, w any, args ...any) client.WorkflowRun {
	t.Helper()
	run, err := d.ExecuteWorkflow(soon(t), client.StartWorkflowOptions{ID: id, TaskQueue: queue}, w, args...)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func state(t *testing.T, d client.Client, id string) (s State) {
	t.Helper()
	v, err := d.QueryWorkflow(soon(t), id, "", "state")
	if err == nil {
		err = v.Get(&s)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func update(t *testing.T, d client.Client, id, name string) {
	t.Helper()
	u, err := d.UpdateWorkflow(soon(t), client.UpdateWorkflowOptions{
		WorkflowID: id, UpdateName: name, WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	if err == nil {
		err = u.Get(soon(t), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// silent keeps the client's and the worker's log out of the test's.
type silent struct{}

func (silent) Debug(string, ...any) {}
func (silent) Info(string, ...any)  {}
func (silent) Warn(string, ...any)  {}
func (silent) Error(string, ...any) {}
