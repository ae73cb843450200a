package workflows

import (
	"context"
	"fmt"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// Call starts the workflow of a meeting that is in the register. It is idempotent, as [Client.Start] is.
func (c Client) Call(ctx context.Context, in Calling) error {
	_, err := c.Temporal.ExecuteWorkflow(ctx, client.StartWorkflowOptions{
		ID: MeetingID(in.Ref), TaskQueue: TaskQueue,
		WorkflowIDConflictPolicy: enums.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
		WorkflowIDReusePolicy:    enums.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
		StaticSummary:            string(in.Ref),
	}, Sitting, in)
	if err != nil {
		return fmt.Errorf("start the workflow of meeting %s: %w", in.Ref, err)
	}
	return nil
}

// DoMeeting gives a command to a meeting and comes back when what happened is in the register. The errors are those of
// [Client.Do].
func (c Client) DoMeeting(ctx context.Context, ref casework.MeetingRef, cmd meeting.Command) (activities.Done, error) {
	handle, err := c.Temporal.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID: MeetingID(ref), UpdateID: cmd.Key, UpdateName: Do, Args: []any{cmd}, WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	var done activities.Done
	if err == nil {
		err = handle.Get(ctx, &done)
	}
	return done, c.explain(ctx, err)
}

// CarriedMeetings lists the meetings that a workflow is carrying. The list may lag a little behind.
func (c Client) CarriedMeetings(ctx context.Context) (map[casework.MeetingRef]bool, error) {
	carried := map[casework.MeetingRef]bool{}
	var page []byte
	for {
		list, err := c.Temporal.ListWorkflow(ctx, &workflowservice.ListWorkflowExecutionsRequest{
			Namespace: c.Namespace, Query: fmt.Sprintf("WorkflowType = '%s' AND ExecutionStatus = 'Running'", Sitting), PageSize: 1000, NextPageToken: page,
		})
		if err != nil {
			return nil, fmt.Errorf("list the meetings being carried: %w", err)
		}
		for _, w := range list.GetExecutions() {
			if ref, ok := MeetingOf(w.GetExecution().GetWorkflowId()); ok {
				carried[ref] = true
			}
		}
		if page = list.GetNextPageToken(); len(page) == 0 {
			return carried, nil
		}
	}
}
