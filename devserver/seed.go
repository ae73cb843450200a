package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"sendpanel/casework"
	"sendpanel/examples/lively"
	"sendpanel/records"
	"sendpanel/service"
	"sendpanel/statute"
)

// filling is how far a demonstration’s register has been filled. The portal says so on its pages meanwhile.
type filling struct {
	mu        sync.Mutex
	done, all int
}

// told gives what is done, of all.
func (f *filling) told() (done, all int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.done, f.all
}

func (f *filling) tell(done, all int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.done, f.all = done, all
}

// errOthers says that the register holds cases that no demonstration made.
var errOthers = errors.New("the register holds requests that are not the demonstration’s, so nothing was added to it. For a lively council start on an empty folder: SENDPANEL_DATA=data-demo go -C devserver run . --demo")

// seedDemo fills the register of the invented council with requests in every state, around today. A register that holds
// anything else is left as it is; one that was filled before is looked through, and what is missing is added.
func seedDemo(ctx context.Context, d *service.Desk, f *filling, log *slog.Logger) {
	err := fillDemo(ctx, d, f)
	f.tell(0, 0)
	switch {
	case err == nil || ctx.Err() != nil:
	case errors.Is(err, errOthers):
		log.Warn(err.Error())
	default:
		log.Error("the demonstration was not filled", "error", err)
	}
}

func fillDemo(ctx context.Context, d *service.Desk, f *filling) error {
	in, err := d.Council(ctx)
	if err != nil {
		return err
	}
	if !in.Invented {
		return errors.New("the council in force is not invented")
	}
	if whole, err := filled(ctx, d.Register); whole || err != nil {
		return err
	}
	now := time.Now()
	stage, err := lively.New(in, now, func(day, days int) { f.tell(day, days*3/2) })
	if err != nil {
		return fmt.Errorf("play the council up to today: %w", err)
	}
	w := writer{desk: d}
	for i, c := range stage.Cases {
		f.tell(2*len(stage.Cases)+i, 3*len(stage.Cases))
		if err := w.writeCase(ctx, c); err != nil {
			return fmt.Errorf("write %s: %w", c.Key, err)
		}
	}
	for _, m := range stage.Meetings {
		if err := w.writeMeeting(ctx, m); err != nil {
			return fmt.Errorf("write the meeting of %s: %w", m.Meeting.On, err)
		}
	}
	if err := w.writeDrafts(ctx, in, now); err != nil {
		return err
	}
	w.carry(ctx, stage)
	return nil
}

// filled reports whether nothing is to be added: every meeting is written after the last request. The error is errOthers
// where somebody else’s requests are there.
func filled(ctx context.Context, r *records.Register) (bool, error) {
	n, err := r.Count(ctx, records.Filter{})
	if err != nil || n == 0 {
		return false, err
	}
	_, _, err = r.Receive(ctx, records.Receipt{Key: lively.Key(1), Year: statute.DayOf(time.Now()).Year(),
		Open: func(casework.Ref) ([]casework.Event, error) { return nil, errOthers }})
	if err != nil {
		return false, errors.Join(errOthers, ignored(err))
	}
	meetings, err := r.Meetings(ctx, records.MeetingFilter{})
	return len(meetings) > 0, err
}

// ignored keeps an error that is another than the one looked for.
func ignored(err error) error {
	if errors.Is(err, errOthers) {
		return nil
	}
	return err
}
