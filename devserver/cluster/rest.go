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

// awaitRest returns when a workflow has nothing under way and no timer overdue, and
// says what its clock then shows. If the workflow has ended it returns ErrEnded.
func (c *Cluster) awaitRest(ctx context.Context, workflowID string) (now time.Time, err error) {
	var fault error
	err = until(ctx, 5*time.Millisecond, func() (busy error) {
		now, busy = c.atRest(ctx, workflowID)
		if busy == nil || errors.Is(busy, errBusy) {
			return busy
		}
		fault = busy
		return nil
	})
	return now, errors.Join(fault, err)
}

// atRest returns errBusy while there is something to wait for.
func (c *Cluster) atRest(ctx context.Context, workflowID string) (now time.Time, err error) {
	d, err := c.client.DescribeWorkflowExecution(ctx, workflowID, "")
	if err != nil {
		return now, err
	}
	run := d.GetWorkflowExecutionInfo()
	if run.GetStatus() != enums.WORKFLOW_EXECUTION_STATUS_RUNNING {
		return now, ErrEnded
	}
	if len(underWay(d)) > 0 {
		return now, errBusy
	}
	open, last, err := c.openTimers(ctx, run)
	if err != nil {
		return now, err
	}
	now = clock(d)
	if open.anyDue(now) || last != run.GetHistoryLength() { // or something happened between the two looks
		return now, errBusy
	}
	return now, nil
}

// underWay names what a workflow is doing. An activity waiting for its next try is not doing anything.
func underWay(d *workflowservice.DescribeWorkflowExecutionResponse) []string {
	var names []string
	if t := d.GetPendingWorkflowTask(); t != nil {
		names = append(names, fmt.Sprintf("workflow task (attempt %d)", t.GetAttempt()))
	}
	for _, a := range d.GetPendingActivities() {
		if !waitsForNextTry(a, clock(d)) {
			names = append(names, fmt.Sprintf("activity %s (attempt %d)", a.GetActivityType().GetName(), a.GetAttempt()))
		}
	}
	return names
}

func waitsForNextTry(a *workflow.PendingActivityInfo, now time.Time) bool {
	next := a.GetNextAttemptScheduleTime()
	return a.GetState() == enums.PENDING_ACTIVITY_STATE_SCHEDULED && next != nil && next.AsTime().After(now)
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
		obstacles = append(obstacles, fmt.Sprintf("%d child workflow(s)", n))
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
