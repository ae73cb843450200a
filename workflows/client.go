package workflows

import (
	"context"
	"errors"
	"fmt"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
)

// Register puts the workflows and activities on a worker, under the names that histories hold.
func Register(w worker.Registry, cases *activities.Cases, letters *activities.Letters, meetings *activities.Meetings) {
	w.RegisterWorkflowWithOptions(NeedsAssessment, workflow.RegisterOptions{Name: Journey})
	w.RegisterWorkflowWithOptions(PanelMeeting, workflow.RegisterOptions{Name: Sitting})
	w.RegisterActivity(meetings)
	w.RegisterActivity(cases)
	w.RegisterActivity(letters)
}

// ErrNotConfirmed says that a command may or may not have been recorded: nobody answered in time. Given again with the
// same key, it is recorded once.
var ErrNotConfirmed = errors.New("not confirmed yet: the service did not answer in time. Send the same again in a moment; it will be recorded once")

// ErrNotCarried says that no workflow carries the case at this moment. The service takes it up again within the hour, or
// when it starts.
var ErrNotCarried = errors.New("the case is not being carried at the moment: start the service, or wait until it has taken the case up again")

// ErrAway says that the cluster does not answer at all.
var ErrAway = errors.New("the service does not answer: start it with make run, and send the same again")

// Client drives cases. Every command to a case goes through it.
type Client struct {
	Temporal  client.Client
	Namespace string
}

// Start starts the workflow of a case, which is in the register. It is idempotent: a case that is being carried stays as
// it is, and a closed one may be taken up again.
func (c Client) Start(ctx context.Context, of casework.Case) error {
	_, err := c.Temporal.ExecuteWorkflow(ctx, client.StartWorkflowOptions{
		ID: WorkflowID(of.Ref), TaskQueue: TaskQueue,
		WorkflowIDConflictPolicy: enums.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
		WorkflowIDReusePolicy:    enums.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
		StaticSummary:            string(of.Ref),
		EnableEagerStart:         true, // a worker of this process begins with it, and the queue is spared
		TypedSearchAttributes:    temporal.NewSearchAttributes(attributesOf(of).set(of)...),
	}, Journey, Opening{Ref: of.Ref, Resume: of.Seq})
	if err != nil {
		return fmt.Errorf("start the workflow of %s: %w", of.Ref, err)
	}
	return nil
}

// Do gives a command to a case and comes back when what happened is in the register.
//
// The error is a *casework.Refused where the command was turned away, [ErrNotCarried] where nobody carries the case,
// [ErrNotConfirmed] where nobody answered before ctx ended, and [ErrAway] where there is nobody to answer.
func (c Client) Do(ctx context.Context, ref casework.Ref, cmd casework.Command) (activities.Done, error) {
	handle, err := c.Temporal.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID: WorkflowID(ref), UpdateID: cmd.Key, UpdateName: Do, Args: []any{cmd}, WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	var done activities.Done
	if err == nil {
		err = handle.Get(ctx, &done)
	}
	return done, c.explain(ctx, err)
}

func (c Client) explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if refused := activities.RefusalIn(err); refused != nil {
		return refused
	}
	var (
		notFound *serviceerror.NotFound
		away     *serviceerror.Unavailable
		late     *client.WorkflowUpdateServiceTimeoutOrCanceledError
	)
	switch {
	case errors.As(err, &notFound):
		return fmt.Errorf("%w (%w)", ErrNotCarried, err)
	case errors.As(err, &late), ctx.Err() != nil:
		return ErrNotConfirmed
	case errors.As(err, &away):
		return fmt.Errorf("%w (%w)", ErrAway, err)
	}
	return err
}

// Tell tells the workflow of a case that something was recorded in the register by another.
func (c Client) Tell(ctx context.Context, ref casework.Ref) error {
	if err := c.Temporal.SignalWorkflow(ctx, WorkflowID(ref), "", Again, nil); err != nil {
		return fmt.Errorf("tell the workflow of %s to look again: %w", ref, err)
	}
	return nil
}

// Look asks the workflow for the case as it holds it. People's pages read the register; this is for tests and operators.
func (c Client) Look(ctx context.Context, ref casework.Ref) (casework.Case, error) {
	var found casework.Case
	value, err := c.Temporal.QueryWorkflow(ctx, WorkflowID(ref), "", Look)
	if err == nil {
		err = value.Get(&found)
	}
	if err != nil {
		return casework.Case{}, fmt.Errorf("look at the workflow of %s: %w", ref, err)
	}
	return found, nil
}

// Carried lists the cases that a workflow is carrying. The list may lag a little behind.
func (c Client) Carried(ctx context.Context) (map[casework.Ref]bool, error) {
	carried := map[casework.Ref]bool{}
	var page []byte
	for {
		list, err := c.Temporal.ListWorkflow(ctx, &workflowservice.ListWorkflowExecutionsRequest{
			Namespace: c.Namespace, Query: fmt.Sprintf("WorkflowType = '%s' AND ExecutionStatus = 'Running'", Journey), PageSize: 1000, NextPageToken: page,
		})
		if err != nil {
			return nil, fmt.Errorf("list the cases being carried: %w", err)
		}
		for _, w := range list.GetExecutions() {
			if ref, ok := RefOf(w.GetExecution().GetWorkflowId()); ok {
				carried[ref] = true
			}
		}
		if page = list.GetNextPageToken(); len(page) == 0 {
			return carried, nil
		}
	}
}
