package workflows

import (
	"go.temporal.io/sdk/workflow"
)

// carrier is what the workflow of a case and that of a meeting have in common: one thing is checked and recorded at a time,
// one alarm rings, and others tell of what they have recorded in the register.
type carrier struct {
	turn  workflow.Mutex          // held while something is checked and recorded
	news  workflow.ReceiveChannel // others tell here that they have recorded something
	stale bool                    // something was recorded by another since the register was last read
	alarm alarm                   // rings at the next moment on any clock
}

func newCarrier(ctx workflow.Context) carrier {
	return carrier{turn: workflow.NewMutex(ctx), news: workflow.GetSignalChannel(ctx, Again)}
}

// told reports whether another has recorded something that has not been read, and takes note of it.
func (c *carrier) told() bool {
	for c.news.ReceiveAsync(nil) {
		c.stale = true
	}
	return c.stale
}

// behind reports whether the register may hold more than is known here: another has told so, or something is being recorded
// at this moment. News waits in its channel until it is read, so that it is seen here however early a command comes.
func (c *carrier) behind() bool {
	return c.stale || c.news.Len() > 0 || c.turn.IsLocked()
}

// alone runs do while nothing else is being checked or recorded.
func (c *carrier) alone(ctx workflow.Context, do func() error) error {
	if err := c.turn.Lock(ctx); err != nil {
		return err
	}
	defer c.turn.Unlock()
	return do()
}

// wait sleeps until the alarm rings, another tells something, or what is waited for has come about.
func (c *carrier) wait(ctx workflow.Context, happened func() bool) error {
	return workflow.Await(ctx, func() bool { return happened() || c.stale || c.news.Len() > 0 || c.alarm.rang() })
}
