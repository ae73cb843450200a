package workflows

import (
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
)

// validate turns a command away before anything is written to the history; only weak reasons are left to the activity, since
// reading them takes longer than all else. A command that comes before the case has been
// recalled is let in, and checked when it has.
//
// Whether a command is lawful is never asked in the workflow but here, which no replay runs again, and in the activity,
// whose answer is in the history: so a check that becomes stricter strands no case.
func (j *journey) validate(ctx workflow.Context, cmd casework.Command) error {
	// What is recorded beside the loop, a letter that has been issued or a meeting that has opened, may not have been read
	// yet; the activity reads it. Nobody is turned away on a case as it was.
	if j.c.Seq == 0 || j.behind() || len(j.sending) > 0 {
		return nil
	}
	err := j.c.MayDo(cmd, j.now(ctx))
	if refused := casework.AsRefused(err); refused != nil {
		return activities.Refusal(refused)
	}
	return err
}

// command has the command recorded on the case as it stands in the register, and answers.
func (j *journey) command(ctx workflow.Context, cmd casework.Command) (activities.Done, error) {
	if err := workflow.Await(ctx, func() bool { return j.c.Seq > 0 }); err != nil {
		return activities.Done{}, err
	}
	var done activities.Done
	err := j.alone(ctx, func() error {
		told, err := j.ask(ctx, j.cases.Do, j.asking(ctx), cmd)
		done = told.Done
		return err
	})
	if refused := activities.RefusalIn(err); refused != nil {
		return done, activities.Refusal(refused)
	}
	return done, err
}
