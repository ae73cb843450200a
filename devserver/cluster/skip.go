package cluster

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"go.temporal.io/api/common/v1"
	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflow/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
)

// ErrEnded says that a workflow ended before its clock got where it was sent.
var ErrEnded = errors.New("the workflow has ended")

// FastForward moves one workflow's clock on. It lets the workflow finish what it is
// doing, jumps from one thing due to the next, letting each be done, and returns when
// the workflow has come to rest at the new time: every timer due by then has fired,
// and what followed from it is done.
//
// The clock stands still while an activity, a child workflow or a workflow task is
// under way; a workflow that waits for nothing jumps at once. An activity between two
// tries is not under way: its next try is jumped to. So give ctx a deadline: an
// activity that never ends holds the clock until then, and the error says what was in
// the way. After an error no time is skipped any more, but some may have been.
//
// It returns ErrEnded if the workflow ends on the way, or had already. Only one
// fast-forward of a workflow may run at a time. Other workflows' clocks do not move.
func (c *Cluster) FastForward(ctx context.Context, workflowID string, by time.Duration) error {
	if !c.options.TimeSkipping {
		return errors.New("fast-forward: this cluster was started without time skipping, which is for demonstrations and tests")
	}
	if by <= 0 {
		return fmt.Errorf("fast-forward %s by %s: a clock only goes forward", workflowID, by)
	}
	if err := c.fastForward(ctx, workflowID, by); err != nil {
		return fmt.Errorf("fast-forward %s by %s: %w", workflowID, by, c.explain(ctx, workflowID, err))
	}
	return nil
}

func (c *Cluster) fastForward(ctx context.Context, workflowID string, by time.Duration) error {
	// From rest, so that a timer set by what is going on now counts as set before the jump.
	now, err := c.awaitRest(ctx, workflowID)
	if err != nil {
		return err
	}
	for target := now.Add(by); now.Before(target); {
		if err := c.jump(ctx, workflowID, target.Sub(now)); err != nil {
			return err
		}
		if now, err = c.awaitRest(ctx, workflowID); err != nil {
			return err
		}
	}
	return nil
}

// jump moves the clock to the first thing due, or by the whole of most when nothing is due before.
//
// The server could do all the jumps of a fast-forward by itself, but then it may
// overshoot: when its target passes by the wall clock while the workflow is at work,
// as it does when a timer was due just before, the next jump is to whatever comes
// after the target, be it weeks. One jump at a time, from rest, has no such moment.
func (c *Cluster) jump(ctx context.Context, workflowID string, most time.Duration) error {
	id := uuid.NewString() // by which the server tells this one from the last
	err := c.setSkipping(ctx, workflowID, &common.TimeSkippingConfig{
		Enabled:             true,
		FastForwardConfig:   &common.FastForwardConfig{Id: id, Duration: durationpb.New(most)},
		MaxSessionSkipCount: 1,
	})
	if err != nil {
		return err
	}
	if err := c.awaitJump(ctx, workflowID, id); err != nil {
		return errors.Join(err, c.endSkipping(ctx, workflowID))
	}
	return nil
}

// awaitJump polls until the jump has been made. The server answers a poll when there
// is something to say, or after some seconds, so nothing here waits by the wall clock.
func (c *Cluster) awaitJump(ctx context.Context, workflowID, id string) error {
	for {
		r, err := c.client.WorkflowService().PollWorkflowExecutionTimeSkipping(ctx, &workflowservice.PollWorkflowExecutionTimeSkippingRequest{
			Namespace:         c.options.Namespace,
			WorkflowExecution: &common.WorkflowExecution{WorkflowId: workflowID},
			FastForwardId:     id,
		})
		if err != nil {
			return err
		}
		switch r.GetFastForwardPollingResult() {
		case enums.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED:
			return nil // by the whole duration
		case enums.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED:
			return nil // short of it, and then skipping switched itself off after its one jump
		}
	}
}

// endSkipping takes back a jump that was not waited for: left alone, it would still
// be made as soon as whatever holds it is out of the way.
func (c *Cluster) endSkipping(ctx context.Context, workflowID string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	err := c.setSkipping(ctx, workflowID, &common.TimeSkippingConfig{Enabled: false})
	if err == nil || errors.Is(err, ErrEnded) {
		return nil
	}
	return fmt.Errorf("and time skipping is still on: %w", err)
}

func (c *Cluster) setSkipping(ctx context.Context, workflowID string, to *common.TimeSkippingConfig) error {
	_, err := c.client.WorkflowService().UpdateWorkflowExecutionOptions(ctx, &workflowservice.UpdateWorkflowExecutionOptionsRequest{
		Namespace:                c.options.Namespace,
		WorkflowExecution:        &common.WorkflowExecution{WorkflowId: workflowID},
		WorkflowExecutionOptions: &workflow.WorkflowExecutionOptions{TimeSkippingConfig: to},
		UpdateMask:               &fieldmaskpb.FieldMask{Paths: []string{"time_skipping_config"}},
	})
	if _, missing := errors.AsType[*serviceerror.NotFound](err); missing && c.ended(ctx, workflowID) {
		return ErrEnded
	}
	return err
}

func (c *Cluster) ended(ctx context.Context, workflowID string) bool {
	d, err := c.client.DescribeWorkflowExecution(ctx, workflowID, "")
	return err == nil && d.GetWorkflowExecutionInfo().GetStatus() != enums.WORKFLOW_EXECUTION_STATUS_RUNNING
}

// Now is the time on a workflow's own clock, which is the wall clock plus all that was skipped.
func (c *Cluster) Now(ctx context.Context, workflowID string) (time.Time, error) {
	d, err := c.client.DescribeWorkflowExecution(ctx, workflowID, "")
	if err != nil {
		return time.Time{}, fmt.Errorf("clock of %s: %w", workflowID, err)
	}
	return clock(d), nil
}

func clock(d *workflowservice.DescribeWorkflowExecutionResponse) time.Time {
	if own := d.GetWorkflowExtendedInfo().GetTimeSkippingInfo(); own != nil {
		return own.GetCurrentTime().AsTime()
	}
	return time.Now().UTC()
}
