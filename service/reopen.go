package service

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
)

// reopen gives a command to a case that is closed, which no workflow carries. As a receipt, what follows is in the register
// before Temporal is called: a late appeal is safe when Temporal is away, and reconciling finds the case open again.
func (d *Desk) reopen(ctx context.Context, ref casework.Ref, cmd casework.Command) (activities.Done, error) {
	for range joinTries {
		c, err := d.Case(ctx, ref)
		if err != nil {
			return activities.Done{}, err
		}
		if used, known := c.Keys[cmd.Key]; known {
			return activities.Done{Ref: ref, First: used.Seq, Last: used.Seq, Already: true}, nil
		}
		if !c.Closed() { // another has taken it up meanwhile
			return d.give(ctx, c, cmd)
		}
		events, err := c.Do(cmd, time.Now().Add(c.Opened.Shift))
		if err != nil {
			return activities.Done{}, err
		}
		err = d.Register.RecordChecked(ctx, ref, events, council.Council.ConfirmsIn)
		if errors.As(err, new(records.ConflictError)) {
			continue
		}
		if err != nil {
			return activities.Done{}, fmt.Errorf("take %s up again: %w", ref, err)
		}
		oweNotices(ctx, d.Register, d.log, ref, events)
		done := activities.Done{Ref: ref, First: events[0].Seq, Last: events[len(events)-1].Seq}
		after, err := c.Apply(events...)
		if err != nil {
			return done, err
		}
		if err := d.wake(ctx, after); err != nil {
			d.log.Warn("a case that was taken up again is not carried yet; it is when the service reconciles", "case", string(ref), "error", err)
		}
		return done, nil
	}
	return activities.Done{}, errors.New("the case keeps moving on: send the same again")
}
