package cluster

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/history/v1"
	"go.temporal.io/api/workflow/v1"
	"go.temporal.io/api/workflowservice/v1"
)

var errBusy = errors.New("the workflow is still at work")

// awaitRest returns when nothing that was due by moment is left to do.
//
// The server calls a fast-forward complete when the clock gets there. What falls due
// at that very moment, or was begun shortly before, may not have happened yet; and
// that is usually the very thing the caller skipped the time for.
func (c *Cluster) awaitRest(ctx context.Context, workflowID string, moment time.Time) error {
	var fault error
	err := until(ctx, 5*time.Millisecond, func() error {
		var rests bool
		if rests, fault = c.rests(ctx, workflowID, moment); fault != nil || rests {
			return nil
		}
		return errBusy
	})
	return errors.Join(fault, err)
}

func (c *Cluster) rests(ctx context.Context, workflowID string, moment time.Time) (bool, error) {
	d, err := c.client.DescribeWorkflowExecution(ctx, workflowID, "")
	if err != nil {
		return false, err
	}
	if d.GetWorkflowExecutionInfo().GetStatus() != enums.WORKFLOW_EXECUTION_STATUS_RUNNING {
		return true, nil
	}
	if len(underWay(d)) > 0 {
		return false, nil
	}
	open, last, err := c.openTimers(ctx, d.GetWorkflowExecutionInfo())
	if err != nil {
		return false, err
	}
	if last != d.GetWorkflowExecutionInfo().GetHistoryLength() {
		return false, nil // something happened between the two looks
	}
	return !open.anyDue(moment), nil
}

// underWay names what a workflow has under way. An activity waiting for its next try is not.
func underWay(d *workflowservice.DescribeWorkflowExecutionResponse) []string {
	var names []string
	if t := d.GetPendingWorkflowTask(); t != nil {
		names = append(names, fmt.Sprintf("workflow task (attempt %d)", t.GetAttempt()))
	}
	for _, a := range d.GetPendingActivities() {
		if !betweenTries(a) {
			names = append(names, fmt.Sprintf("activity %s (attempt %d)", a.GetActivityType().GetName(), a.GetAttempt()))
		}
	}
	return names
}

func betweenTries(a *workflow.PendingActivityInfo) bool {
	return a.GetState() == enums.PENDING_ACTIVITY_STATE_SCHEDULED && a.GetNextAttemptScheduleTime() != nil
}

// explain adds to an error what stood in the way, and what happened to it before.
func (c *Cluster) explain(ctx context.Context, workflowID string, err error) error {
	if errors.Is(err, ErrEnded) {
		return err
	}
	// ctx is often what ended, and this is worth knowing nevertheless.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	d, lost := c.client.DescribeWorkflowExecution(ctx, workflowID, "")
	if lost != nil {
		return err
	}
	obstacles := underWay(d)
	if n := len(d.GetPendingChildren()); n > 0 {
		obstacles = append(obstacles, fmt.Sprintf("%d child workflows", n))
	}
	for _, a := range d.GetPendingActivities() {
		if f := a.GetLastFailure(); f != nil {
			obstacles = append(obstacles, fmt.Sprintf("activity %s failed: %s", a.GetActivityType().GetName(), f.GetMessage()))
		}
	}
	if len(obstacles) == 0 {
		return err
	}
	return fmt.Errorf("%w; in the way: %s", err, strings.Join(obstacles, ", "))
}

// timers are the moments, on the workflow's own clock, at which its open timers are due,
// by the number of the event that started each.
type timers map[int64]time.Time

// openTimers reads a run's history, and says the number of the last event it read:
// nothing shorter tells which timers a workflow has.
func (c *Cluster) openTimers(ctx context.Context, run *workflow.WorkflowExecutionInfo) (open timers, last int64, err error) {
	open = timers{}
	events := c.client.GetWorkflowHistory(ctx, run.GetExecution().GetWorkflowId(), run.GetExecution().GetRunId(),
		false, enums.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT)
	for events.HasNext() {
		e, err := events.Next()
		if err != nil {
			return nil, 0, err
		}
		open.apply(e)
		last = e.GetEventId()
	}
	return open, last, nil
}

func (t timers) apply(e *history.HistoryEvent) {
	switch e.GetEventType() {
	case enums.EVENT_TYPE_TIMER_STARTED:
		t[e.GetEventId()] = e.GetEventTime().AsTime().Add(e.GetTimerStartedEventAttributes().GetStartToFireTimeout().AsDuration())
	case enums.EVENT_TYPE_TIMER_FIRED:
		delete(t, e.GetTimerFiredEventAttributes().GetStartedEventId())
	case enums.EVENT_TYPE_TIMER_CANCELED:
		delete(t, e.GetTimerCanceledEventAttributes().GetStartedEventId())
	}
}

func (t timers) anyDue(by time.Time) bool {
	for _, due := range t {
		if !due.After(by) {
			return true
		}
	}
	return false
}
