package workflows

import (
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
)

// atOnce is how the register is asked: from the worker itself, and again until it answers. Only a refusal
// ends it, because a person waits for the answer and must never hear a false one.
func atOnce(ctx workflow.Context) workflow.Context {
	return workflow.WithLocalActivityOptions(ctx, workflow.LocalActivityOptions{
		StartToCloseTimeout: 30 * time.Second,
		RetryPolicy: &temporal.RetryPolicy{
			InitialInterval: 200 * time.Millisecond, BackoffCoefficient: 2, MaximumInterval: time.Minute,
			NonRetryableErrorTypes: []string{activities.TypeRefused, activities.TypeNoDemo, activities.TypeBroken},
		},
	})
}

// withinTask is how letters are issued while a workflow's own task waits for them: once, and for no longer than a task may
// take. A command that comes meanwhile waits as long.
func withinTask(ctx workflow.Context) workflow.Context {
	return workflow.WithLocalActivityOptions(ctx, workflow.LocalActivityOptions{
		StartToCloseTimeout: 7 * time.Second, // a task ends after ten
		RetryPolicy:         &temporal.RetryPolicy{MaximumAttempts: 1},
	})
}

// untilDone is how letters are issued: again and again while the machine fails, for as long as the case is open.
func untilDone(ctx workflow.Context) workflow.Context {
	return workflow.WithActivityOptions(ctx, workflow.ActivityOptions{
		StartToCloseTimeout: time.Minute,
		HeartbeatTimeout:    15 * time.Second, // a letter takes milliseconds; a worker that died is noticed soon
		RetryPolicy:         &temporal.RetryPolicy{InitialInterval: time.Second, BackoffCoefficient: 2, MaximumInterval: 10 * time.Minute},
	})
}
