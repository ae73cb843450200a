package service

import (
	"context"
	"log/slog"
	"time"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/service/metrics"
	"sendpanel/workflows"
)

// keeper does what nobody asks for: it has every open case carried and the register's chains sealed.
type keeper struct {
	desk  *Desk
	log   *slog.Logger
	awake *roll

	figures  *metrics.Figures
	follower *follower // nil where no carrier says what becomes of letters
}

// keep works until ctx ends, and seals once more on the way out.
func (k keeper) keep(ctx context.Context) {
	wake, reconcile, seal := time.NewTicker(wakeEvery), time.NewTicker(reconcileEvery), time.NewTicker(sealEvery)
	follow := time.NewTicker(k.desk.settings.Follow)
	for _, t := range []*time.Ticker{wake, reconcile, seal, follow} {
		defer t.Stop()
	}
	for {
		select {
		case <-ctx.Done():
			ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastWithin)
			defer cancel()
			k.bring(ctx)
			k.seal(ctx)
			return
		case <-wake.C:
			k.wakeNew(ctx)
		case <-reconcile.C:
			k.reconcile(ctx)
		case <-follow.C:
			k.follower.follow(ctx)
		case <-seal.C:
			k.seal(ctx)
		}
	}
}

// lastWithin bounds what is done once more when the service stops.
const lastWithin = 10 * time.Second

// callRoll notes in the register which cases are carried, until ctx ends: taking up thousands of them does not hold it up.
func (k keeper) callRoll(ctx context.Context) {
	tick := time.NewTicker(noteEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			k.bring(ctx)
		}
	}
}

// bring notes in the register which cases are carried.
func (k keeper) bring(ctx context.Context) {
	if err := k.awake.bring(ctx); err != nil && ctx.Err() == nil {
		k.log.Error("the cases that are carried were not noted", "error", err)
	}
}

// reconcile has every case that is open in the register carried by a workflow. Whatever happened to Temporal (a lost
// database, a restore, a lost key), this is the way back.
func (k keeper) reconcile(ctx context.Context) {
	open, err := k.desk.Register.OpenCases(ctx)
	if err != nil {
		k.log.Error("open cases were not listed", "error", err)
		return
	}
	carried, err := k.desk.Cases.Carried(ctx)
	if err != nil {
		k.log.Error("carried cases were not listed", "error", err)
		return
	}
	if k.start(ctx, open, func(ref casework.Ref) bool { return !carried[ref] }) {
		k.figures.Reconciled()
	}
	k.reconcileMeetings(ctx)
}

// reconcileMeetings does the same for the meetings.
func (k keeper) reconcileMeetings(ctx context.Context) {
	open, err := k.desk.Register.Meetings(ctx, records.MeetingFilter{Open: true})
	if err != nil {
		k.log.Error("open meetings were not listed", "error", err)
		return
	}
	carried, err := k.desk.Cases.CarriedMeetings(ctx)
	if err != nil {
		k.log.Error("carried meetings were not listed", "error", err)
		return
	}
	for _, m := range open {
		if carried[m.Ref] {
			continue
		}
		if err := k.desk.Cases.Call(ctx, workflows.Calling{Ref: m.Ref}); err != nil {
			k.log.Error("a meeting was not taken up", "meeting", string(m.Ref), "error", err)
			return
		}
		k.log.Info("meeting taken up", "meeting", string(m.Ref))
	}
}

// wakeNew starts the cases that were received while Temporal did not answer.
func (k keeper) wakeNew(ctx context.Context) {
	k.bring(ctx)
	asleep, err := k.desk.Register.NotAwake(ctx, wakeEvery)
	if err != nil {
		k.log.Error("new cases were not listed", "error", err)
		return
	}
	k.start(ctx, asleep, func(casework.Ref) bool { return true })
}

// leastPause is how long it pauses at least after each case that it has taken up.
const leastPause = 5 * time.Millisecond

// start has the missing ones of the cases carried. After each it pauses for as long as the cluster took over it, so that a
// cluster that comes back to thousands of them keeps answering people. It reports whether it came to the end of them.
func (k keeper) start(ctx context.Context, refs []casework.Ref, missing func(casework.Ref) bool) bool {
	started, whole := 0, true
	for _, ref := range refs {
		if !missing(ref) {
			continue
		}
		c, err := k.desk.Case(ctx, ref)
		if err != nil { // one that is damaged must not keep the others from being carried
			k.log.Error("a case was not read", "case", string(ref), "error", err)
			whole = false
			continue
		}
		began := time.Now()
		if err := k.desk.Cases.Start(ctx, c); err != nil {
			k.log.Error("a case was not taken up", "case", string(ref), "error", err)
			return false
		}
		started++
		if !rest(ctx, max(leastPause, time.Since(began))) {
			return false
		}
	}
	if started > 0 {
		k.log.Info("cases taken up", "cases", started)
	}
	return whole
}

func (k keeper) seal(ctx context.Context) {
	if _, err := k.desk.Register.SealHeads(ctx); err != nil {
		k.log.Error("the register was not sealed", "error", err)
	}
}
