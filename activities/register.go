package activities

import (
	"context"
	"errors"
	"fmt"

	"go.temporal.io/sdk/temporal"

	"sendpanel/casework"
)

// The types of error that are not retried, as the workflows know them.
const (
	TypeRefused  = "refused"  // the council's settings no longer bear the command out
	TypeConflict = "conflict" // something else was recorded in the case first
	TypeNoDemo   = "no-demo"  // a demonstration's case in a real service
)

// Register is what the case's activities need of the register.
type Register interface {
	// Events gives the whole case, from its first event.
	Events(ctx context.Context, ref casework.Ref) ([]casework.Event, error)
	// Record stores events once, however often it is called. It fails with [ErrConflict] when the case holds others there.
	Record(ctx context.Context, ref casework.Ref, events []casework.Event) error
	// MarkAwake notes that a workflow carries the case.
	MarkAwake(ctx context.Context, ref casework.Ref) error
}

// ErrConflict says that the register holds another event at the same place in the case.
var ErrConflict = errors.New("the case has moved on")

// Council says whether the settings in force bear out what an event claims: that the person has the role, that the
// delegation is in force, that the panel had its quorum.
type Council interface {
	Confirms(e casework.Event) error
}

// Cases are the activities on the register.
type Cases struct {
	Register Register
	Council  Council
	Demo     bool // whether cases with a shifted clock are carried: demonstrations and tests only
}

// Recall gives the events of a case without what was written at length, for a workflow that begins or begins again.
func (a *Cases) Recall(ctx context.Context, ref casework.Ref) ([]casework.Event, error) {
	events, err := a.Register.Events(ctx, ref)
	if err != nil {
		return nil, fmt.Errorf("recall %s: %w", ref, err)
	}
	for i, e := range events {
		if o, ok := e.Body.(casework.Opened); ok && o.Shift != 0 && !a.Demo {
			return nil, temporal.NewNonRetryableApplicationError(fmt.Sprintf("%s has a shifted clock and this service is not a demonstration", ref), TypeNoDemo, nil)
		}
		events[i] = e.Light()
	}
	if err := a.Register.MarkAwake(ctx, ref); err != nil {
		return nil, fmt.Errorf("recall %s: %w", ref, err)
	}
	return events, nil
}

// Record stores what happened in a case, in one transaction, and is retried until it is stored.
//
// What a person did is checked once more against the council's settings: somebody may have left, or a delegation ended,
// since the command was made. Two errors are final: [TypeRefused] and [TypeConflict].
func (a *Cases) Record(ctx context.Context, ref casework.Ref, events []casework.Event) error {
	for _, e := range events {
		if err := a.Council.Confirms(e); err != nil {
			return temporal.NewNonRetryableApplicationError(err.Error(), TypeRefused, nil)
		}
	}
	err := a.Register.Record(ctx, ref, events)
	if errors.Is(err, ErrConflict) {
		return temporal.NewNonRetryableApplicationError(fmt.Sprintf("%s has moved on since you looked at it", ref), TypeConflict, nil)
	}
	if err != nil {
		return fmt.Errorf("record in %s: %w", ref, err)
	}
	return nil
}
