package cluster

import (
	"context"
	"fmt"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/namespace/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/workflowservice/v1"
	"google.golang.org/protobuf/types/known/durationpb"
)

// becomeReady waits until the namespace answers, then brings the one in an existing
// file up to the options: the server itself leaves an existing namespace as it is.
func (c *Cluster) becomeReady(ctx context.Context) error {
	var ns *workflowservice.DescribeNamespaceResponse
	err := until(ctx, 25*time.Millisecond, func() (err error) {
		ns, err = c.client.WorkflowService().DescribeNamespace(ctx,
			&workflowservice.DescribeNamespaceRequest{Namespace: c.options.Namespace})
		return err
	})
	if err != nil {
		return fmt.Errorf("wait for namespace %s: %w", c.options.Namespace, err)
	}
	if err := c.keepFor(ctx, ns.GetConfig()); err != nil {
		return fmt.Errorf("retention: %w", err)
	}
	return c.registerAttributes(ctx)
}

// keepFor sets the retention of an existing namespace.
func (c *Cluster) keepFor(ctx context.Context, now *namespace.NamespaceConfig) error {
	if now.GetWorkflowExecutionRetentionTtl().AsDuration() == c.options.Retention {
		return nil
	}
	_, err := c.client.WorkflowService().UpdateNamespace(ctx, &workflowservice.UpdateNamespaceRequest{
		Namespace: c.options.Namespace,
		Config:    &namespace.NamespaceConfig{WorkflowExecutionRetentionTtl: durationpb.New(c.options.Retention)},
	})
	return err
}

// registerAttributes adds the search attributes that an existing file does not have yet.
func (c *Cluster) registerAttributes(ctx context.Context) error {
	missing, err := c.missingAttributes(ctx)
	if err != nil || len(missing) == 0 {
		return err
	}
	_, err = c.client.OperatorService().AddSearchAttributes(ctx, &operatorservice.AddSearchAttributesRequest{
		Namespace: c.options.Namespace, SearchAttributes: missing,
	})
	if err != nil {
		return fmt.Errorf("register search attributes: %w", err)
	}
	for name := range missing {
		if err := c.awaitAttribute(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cluster) missingAttributes(ctx context.Context) (map[string]enums.IndexedValueType, error) {
	known, err := c.client.OperatorService().ListSearchAttributes(ctx,
		&operatorservice.ListSearchAttributesRequest{Namespace: c.options.Namespace})
	if err != nil {
		return nil, fmt.Errorf("list search attributes: %w", err)
	}
	missing := map[string]enums.IndexedValueType{}
	for name, want := range c.options.SearchAttributes {
		switch has, ok := known.GetCustomAttributes()[name]; {
		case !ok:
			missing[name] = want
		case has != want:
			return nil, fmt.Errorf("search attribute %s is %s in %s, and its type cannot change from there to %s: choose another name, or delete the file",
				name, has, c.options.File, want)
		}
	}
	return missing, nil
}

// awaitAttribute returns when a new attribute may be asked for. The services learn of it
// by looking from time to time; a workflow that sets it a moment too early is tried again by the server.
func (c *Cluster) awaitAttribute(ctx context.Context, name string) error {
	err := until(ctx, 25*time.Millisecond, func() error {
		_, err := c.client.WorkflowService().CountWorkflowExecutions(ctx, &workflowservice.CountWorkflowExecutionsRequest{
			Namespace: c.options.Namespace, Query: name + " is null",
		})
		return err
	})
	if err != nil {
		return fmt.Errorf("wait for search attribute %s: %w", name, err)
	}
	return nil
}

// until tries again and again until try succeeds or ctx ends, and then says why the last try failed.
func until(ctx context.Context, every time.Duration, try func() error) error {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		err := try()
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%w: %w", ctx.Err(), err)
		case <-tick.C:
		}
	}
}
