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

// mostSkips bounds the timers, and the delays between an activity's tries, that one
// fast-forward jumps over. Twenty weeks of a timer a day are 140. Without a bound an
// activity that fails for ever would be tried for ever, in no time at all.
const mostSkips = 2000

// FastForward moves one workflow's clock on. It lets the workflow finish what it is
// doing, jumps, and returns when the workflow has come to rest at the new time: every
// timer due by then has fired, and what followed from it is done.
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
	if err := c.fastForward(ctx, workflowID, by); err != nil {
		return fmt.Errorf("fast-forward %s by %s: %w", workflowID, by, err)
	}
	return nil
}

func (c *Cluster) fastForward(ctx context.Context, workflowID string, by time.Duration) error {
	// From rest, so that a timer set by what is going on now counts as set before the jump.
	if err := c.awaitRest(ctx, workflowID, time.Time{}); err != nil {
		return c.explain(ctx, workflowID, err)
	}
	moment, err := c.skip(ctx, workflowID, by)
	if errors.Is(err, ErrEnded) {
		return err
	}
	if err != nil {
		return errors.Join(c.explain(ctx, workflowID, err), c.endSkip(ctx, workflowID))
	}
	if err := c.awaitRest(ctx, workflowID, moment); err != nil {
		return c.explain(ctx, workflowID, err)
	}
	return nil
}

// skip returns the moment, on the workflow's own clock, that it skipped to.
func (c *Cluster) skip(ctx context.Context, workflowID string, by time.Duration) (time.Time, error) {
	id := uuid.NewString() // by which the server tells this fast-forward from the last
	err := c.setSkipping(ctx, workflowID, &common.TimeSkippingConfig{
		Enabled:             true,
		FastForwardConfig:   &common.FastForwardConfig{Id: id, Duration: durationpb.New(by)},
		MaxSessionSkipCount: mostSkips,
	})
	if err != nil {
		return time.Time{}, err
	}
	return c.awaitSkip(ctx, workflowID, id)
}

// endSkip takes a fast-forward back that was not waited for: left alone, it would
// still jump as soon as whatever holds it is out of the way.
func (c *Cluster) endSkip(ctx context.Context, workflowID string) error {
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

// awaitSkip polls for a fast-forward's end. The server answers a poll when that comes,
// or after some seconds, and so nothing here waits by the wall clock.
func (c *Cluster) awaitSkip(ctx context.Context, workflowID, id string) (time.Time, error) {
	for {
		r, err := c.client.WorkflowService().PollWorkflowExecutionTimeSkipping(ctx, &workflowservice.PollWorkflowExecutionTimeSkippingRequest{
			Namespace:         c.options.Namespace,
			WorkflowExecution: &common.WorkflowExecution{WorkflowId: workflowID},
			FastForwardId:     id,
		})
		if err != nil {
			return time.Time{}, err
		}
		switch r.GetFastForwardPollingResult() {
		case enums.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED:
			return r.GetFastForwardInfo().GetTargetTime().AsTime(), nil
		case enums.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED:
			if c.ended(ctx, workflowID) {
				return time.Time{}, ErrEnded
			}
			return time.Time{}, errors.New(r.GetFailedReason())
		}
	}
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
	if own := d.GetWorkflowExtendedInfo().GetTimeSkippingInfo(); own != nil {
		return own.GetCurrentTime().AsTime(), nil
	}
	return time.Now().UTC(), nil
}
