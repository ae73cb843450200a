package workflows

import (
	"time"

	"go.temporal.io/sdk/workflow"

	"sendpanel/casework"
	"sendpanel/statute"
)

// alarm is the one timer of a case: it rings when the day of the next moment begins. It is kept while that day stays the
// same, whatever else happens, and cancelled when it changes, so that none is left to wake a case for nothing.
type alarm struct {
	on     statute.Day
	timer  workflow.Future
	cancel workflow.CancelFunc
}

// set has the alarm ring at the moment, or not at all where there is none.
func (a *alarm) set(ctx workflow.Context, moment casework.Moment, ticking bool, now time.Time) {
	if ticking && a.timer != nil && a.on == moment.On && !a.timer.IsReady() {
		return
	}
	a.stop()
	if !ticking {
		return
	}
	ctx, a.cancel = workflow.WithCancel(ctx)
	a.on = moment.On
	a.timer = workflow.NewTimerWithOptions(ctx, max(moment.On.Start().Sub(now), time.Millisecond),
		workflow.TimerOptions{Summary: moment.On.String() + ": " + moment.Why})
}

// rang reports whether the moment has come.
func (a *alarm) rang() bool { return a.timer != nil && a.timer.IsReady() }

// stop cancels the alarm.
func (a *alarm) stop() {
	if a.cancel != nil {
		a.cancel()
	}
	a.timer, a.cancel = nil, nil
}
