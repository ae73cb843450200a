package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/devserver/cluster"
	"sendpanel/examples"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// play plays one example from receipt to its end and gives the reference it got.
func (t *theatre) play(ctx context.Context, e examples.Example) (casework.Ref, error) {
	request, _, err := casework.ParseRequest(e.Request)
	if err != nil {
		return "", err
	}
	received, err := request.Received()
	if err != nil {
		return "", err
	}
	got, err := t.desk.Receive(ctx, e.Request, time.Until(received))
	if err != nil {
		return "", err
	}
	if got.Asleep != nil {
		return "", got.Asleep
	}
	t.progress.step(e.Name, got.Case.Opened.Received, "received")
	for i, step := range e.Steps {
		if err := t.take(ctx, got.Case, e.Name, i, step); err != nil {
			return "", fmt.Errorf("step %d (%s on %s): %w", i+1, step.Kind, step.On, err)
		}
	}
	return got.Case.Ref, t.until(ctx, got.Case, e.Name, e.End)
}

// take plays one step, once the letters owed before it have been printed.
func (t *theatre) take(ctx context.Context, c casework.Case, name string, n int, step examples.Step) error {
	if err := t.until(ctx, c, name, step.On); err != nil {
		return err
	}
	t.progress.step(name, step.On, string(step.Kind))
	switch step.Kind {
	case examples.Wait:
		return nil
	case examples.PostAll:
		return t.postAll(ctx, c.Ref, step)
	case examples.Receive:
		return t.join(ctx, c, step)
	}
	_, err := t.desk.Do(ctx, c.Ref, step.As, step.On, fmt.Sprintf("step %d", n+1), step.Act)
	return step.Check(err)
}

// join hands in a further request for the same child, and waits until the workflow has seen it.
func (t *theatre) join(ctx context.Context, c casework.Case, step examples.Step) error {
	request, _, err := casework.ParseRequest(step.Request)
	if err != nil {
		return err
	}
	received, err := request.Received()
	if err != nil {
		return err
	}
	got, err := t.desk.Receive(ctx, step.Request, time.Until(received))
	if err != nil {
		return err
	}
	if got.Case.Ref != c.Ref {
		return fmt.Errorf("the further request became a case of its own, %s", got.Case.Ref)
	}
	_, err = t.settled(ctx, c.Ref)
	return err
}

// postAll confirms the posting of one printed letter after another until none is left: what the posting of the family's
// notice owes to the school is printed, and posted, in the same round.
func (t *theatre) postAll(ctx context.Context, ref casework.Ref, step examples.Step) error {
	for {
		c, err := t.settled(ctx, ref)
		if err != nil {
			return err
		}
		printed := c.Printed()
		if len(printed) == 0 {
			return nil
		}
		if _, err := t.desk.Do(ctx, ref, step.As, step.On, "posted "+printed[0].String(), casework.ConfirmPosted{Letter: printed[0], On: step.On}); err != nil {
			return err
		}
	}
}

// until moves the case's clock on to the day, through every warning and limit that lies between.
func (t *theatre) until(ctx context.Context, c casework.Case, name string, day statute.Day) error {
	if _, err := t.settled(ctx, c.Ref); err != nil {
		return err
	}
	now, err := t.cluster.Now(ctx, workflows.WorkflowID(c.Ref))
	if errors.Is(err, cluster.ErrEnded) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("ask for the time of the case: %w", err)
	}
	ahead := day.At(examples.Hour, 0).Sub(now.Add(c.Opened.Shift))
	if ahead <= 0 {
		return nil
	}
	if err := t.cluster.FastForward(ctx, workflows.WorkflowID(c.Ref), ahead); err != nil && !errors.Is(err, cluster.ErrEnded) {
		return fmt.Errorf("move the clock on to %s: %w", day, err)
	}
	t.progress.step(name, day, "")
	return nil
}

// settled waits until every letter that the case owes is printed, or stuck with a task.
func (t *theatre) settled(ctx context.Context, ref casework.Ref) (casework.Case, error) {
	for {
		c, err := t.desk.Case(ctx, ref)
		if err != nil {
			return casework.Case{}, err
		}
		if len(c.Owed()) == 0 {
			return c, nil
		}
		select {
		case <-ctx.Done():
			return c, fmt.Errorf("wait for the letters of %s: %w", ref, ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}
