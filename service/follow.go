package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"sendpanel/casework"
	"sendpanel/dispatch"
	"sendpanel/dispatch/notify"
	"sendpanel/records"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// follower asks GOV.UK Notify how it fares with the letters it took, and has the cases told. Notify forgets a letter after
// seven days.
type follower struct {
	desk   *Desk
	client *notify.Client
	log    *slog.Logger
}

// follower is who asks after letters, or nil where no carrier says what becomes of them.
func (w *ways) follower(d *Desk, logger *slog.Logger) *follower {
	if w.notify == nil {
		return nil
	}
	return &follower{desk: d, client: w.notify.Client, log: logger}
}

// follow asks after every letter on its way once.
func (f *follower) follow(ctx context.Context) {
	if f == nil {
		return
	}
	open, err := f.desk.Register.OpenHandovers(ctx, dispatch.NotifyWay)
	if err != nil {
		f.log.Error("letters on their way were not listed", "error", err)
		return
	}
	for _, h := range open {
		m, err := f.client.Message(ctx, h.Carrier)
		if err == nil {
			err = f.told(ctx, h, m)
		}
		if err != nil {
			f.log.Error("a letter was not asked after", "case", string(h.Ref), "letter", h.Letter.String(), "error", err)
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// told records what Notify says of a letter: in the case first, so that what is not recorded is asked again.
func (f *follower) told(ctx context.Context, h records.Handover, m notify.Message) error {
	carriage := casework.Carriage{Letter: h.Letter, Why: m.Status.Words()}
	switch {
	case m.Status.Failed():
		carriage.Travel = casework.Failed
	case m.Status == notify.Received:
		carriage.Travel, carriage.On = casework.Went, f.went(m)
	case h.Recalled && m.Status == notify.Accepted:
		carriage.Travel = casework.Recall
	}
	if carriage.Travel != "" {
		if err := f.desk.carried(ctx, h.Ref, carriage); err != nil {
			return err
		}
	}
	return f.desk.Register.TellHandover(ctx, h.Reference, string(m.Status), m.Status.Final())
}

// went is the day on which Notify says that a letter was dispatched, or today where it does not say.
func (f *follower) went(m notify.Message) statute.Day {
	if !m.Completed.IsZero() {
		return statute.DayOf(m.Completed)
	}
	return statute.DayOf(time.Now())
}

// Told takes what Notify tells of its own accord: a letter came back. What is no letter of ours is passed over.
func (d *Desk) Told(ctx context.Context, told notify.Told) error {
	h, err := d.Register.Handover(ctx, told.ID)
	if errors.Is(err, records.ErrNoHandover) {
		h, err = d.Register.Handover(ctx, told.Reference)
	}
	if errors.Is(err, records.ErrNoHandover) {
		return nil
	}
	if err != nil || !told.Returned {
		return err
	}
	if err := d.carried(ctx, h.Ref, casework.Carriage{Letter: h.Letter, Travel: casework.Returned}); err != nil {
		return err
	}
	return d.Register.TellHandover(ctx, h.Reference, "returned", true)
}

// carried records in a case what a carrier told, and has its workflow look again.
func (d *Desk) carried(ctx context.Context, ref casework.Ref, t casework.Carriage) error {
	recorded, err := d.recordCarriage(ctx, ref, t)
	if err != nil {
		return fmt.Errorf("record what became of a letter of %s: %w", ref, err)
	}
	oweNotices(ctx, d.Register, d.log, ref, recorded)
	if err := d.Cases.Tell(ctx, ref); err != nil && !errors.Is(err, workflows.ErrNotCarried) {
		return err
	}
	return nil
}

func (d *Desk) recordCarriage(ctx context.Context, ref casework.Ref, t casework.Carriage) ([]casework.Event, error) {
	for range joinTries {
		c, err := d.Case(ctx, ref)
		if err != nil {
			return nil, err
		}
		now := time.Now().Add(c.Opened.Shift)
		bodies, err := c.Carried(t, statute.DayOf(now))
		if err != nil || len(bodies) == 0 {
			return nil, err
		}
		events := c.Record(bodies, casework.Engine(), now)
		err = d.Register.Record(ctx, ref, events)
		if !errors.As(err, new(records.ConflictError)) {
			return events, err
		}
	}
	return nil, errors.New("the case keeps moving on")
}
