package workflows

import (
	"errors"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
)

// Done says what became of a command: the events it gave are in the register.
type Done struct {
	Ref     casework.Ref `json:"ref"`
	First   int          `json:"first"`             // the sequence of the first event it gave
	Last    int          `json:"last"`              // and of the last
	Already bool         `json:"already,omitempty"` // it had been recorded before, under the same key
}

// validate turns a command away before anything is written to the history. A command that comes before the case has
// been recalled is let in, and checked when it has.
func (j *journey) validate(ctx workflow.Context, cmd casework.Command) error {
	if j.c.Seq == 0 {
		return nil
	}
	_, err := j.c.Do(cmd, j.now(ctx))
	return refusal(err)
}

// command checks the command against the case as it stands now, records what happened, and answers.
func (j *journey) command(ctx workflow.Context, cmd casework.Command) (Done, error) {
	if err := workflow.Await(ctx, func() bool { return j.c.Seq > 0 }); err != nil {
		return Done{}, err
	}
	var done Done
	err := j.alone(ctx, func() error {
		events, err := j.c.Do(cmd, j.now(ctx))
		if err != nil {
			return refusal(err)
		}
		if len(events) == 0 {
			first := j.c.Keys[cmd.Key].Seq
			done = Done{Ref: j.c.Ref, First: first, Last: first, Already: true}
			return nil
		}
		done = Done{Ref: j.c.Ref, First: events[0].Seq, Last: events[len(events)-1].Seq}
		return j.record(ctx, events)
	})
	return done, err
}

// refusal makes a refusal travel: its gaps go with it as details, and it is not tried again.
func refusal(err error) error {
	if refused := casework.AsRefused(err); refused != nil {
		return temporal.NewApplicationErrorWithOptions(refused.Error(), activities.TypeRefused,
			temporal.ApplicationErrorOptions{NonRetryable: true, Details: []any{refused}})
	}
	return err
}

// refusalIn finds a refusal in an error that has travelled, or gives the error back as it is.
func refusalIn(err error) error {
	var failed *temporal.ApplicationError
	if !errors.As(err, &failed) || failed.Type() != activities.TypeRefused {
		return err
	}
	var refused casework.Refused
	if failed.HasDetails() && failed.Details(&refused) == nil {
		return &refused
	}
	return &casework.Refused{Gaps: []casework.Gap{{What: failed.Message()}}}
}
