package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/records"
	"sendpanel/service/metrics"
	"sendpanel/workflows"
)

// How often the service looks after what nobody asks for.
const (
	noteEvery      = time.Second     // which cases are carried
	wakeEvery      = 5 * time.Second // new cases that no workflow has taken up
	reconcileEvery = time.Hour       // every open case
	sealEvery      = time.Minute     // the heads of the register's chains
	stopWithin     = 20 * time.Second
)

// cachedCases is how many cases a worker keeps warm. A cached case costs some 14 kB; one that is not is read again from
// its history in about a millisecond.
const cachedCases = 2000

// Run runs the service until ctx ends, and then stops what it began, in the opposite order. It calls ready, if it is not
// nil, when cases are being carried and health checks answered.
func Run(ctx context.Context, s Settings, logger *slog.Logger, ready func(*Desk)) error {
	return run(ctx, s, logger, ready, nil)
}

func run(ctx context.Context, s Settings, logger *slog.Logger, ready func(*Desk), stop *stopping) error {
	told := ctx
	ctx, fail := context.WithCancelCause(told)
	defer fail(nil)
	s = s.Filled()
	health, err := answerHealth(s, logger)
	if err != nil {
		return err
	}
	defer health.stop()
	context.AfterFunc(told, func() { health.draining.Store(true) })
	desk, err := prepare(ctx, s, logger, health)
	if err != nil {
		return err
	}
	defer func() {
		stop.now("the register")
		if err := desk.Close(); err != nil {
			logger.Error("the register did not close", "error", err)
		}
	}()
	ways, err := openWays(desk)
	if err != nil {
		return err
	}
	figures := health.figures.Load()
	awake := &roll{register: desk.Register}
	w, err := startWorker(desk, ways, awake, figures, logger, fail)
	if err != nil {
		return err
	}
	defer func() {
		stop.now("what carries cases and issues letters")
		stopWorker(w, logger)
	}()
	health.carrying.Store(true)
	pages, err := servePortal(ctx, desk, health, logger)
	if err != nil {
		return err
	}
	defer func() {
		stop.now("the portal")
		pages.stop()
	}()
	if err := desk.settings.announce(); err != nil {
		return err
	}
	keeper := keeper{desk: desk, log: logger, awake: awake, follower: ways.follower(desk, logger), figures: figures}
	go keeper.callRoll(ctx)
	go keeper.countPapers(ctx)
	keeper.reconcile(ctx)
	if ready != nil {
		ready(desk)
	}
	keeper.keep(ctx)
	if told.Err() == nil {
		return context.Cause(ctx)
	}
	return nil
}

// prepare makes the data folder, brings the register up to date, reads the council's settings and reaches the cluster.
func prepare(ctx context.Context, s Settings, logger *slog.Logger, health *health) (*Desk, error) {
	if s.Demo && strings.HasPrefix(s.Register, "postgres") {
		return nil, errors.New("a demonstration lets anybody sign in as anybody and runs on one machine alone: start without --demo and SENDPANEL_DEMO, or without SENDPANEL_REGISTER")
	}
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	if err := migrate(ctx, s); err != nil {
		return nil, err
	}
	register, err := openRegister(ctx, s)
	if err != nil {
		return nil, err
	}
	figures := metrics.New(register, time.Now, logger)
	desk, err := openDesk(s, register, logger, figures.Temporal())
	if err != nil {
		return nil, err
	}
	health.figures.Store(figures)
	health.desk.Store(desk)
	settings, err := desk.firstSettings(ctx)
	if err != nil {
		return nil, errors.Join(err, desk.Close())
	}
	if s.Demo && !settings.Invented {
		return nil, errors.Join(fmt.Errorf("the register is %s’s, and in a demonstration anybody signs in as anybody: start without --demo and SENDPANEL_DEMO, or on another data folder", settings.Name), desk.Close())
	}
	if settings.Invented {
		logger.Warn("the invented council is in force: every letter is marked SAMPLE. Apply the council's own with starter settings apply")
	}
	if err := reach(ctx, desk, logger); err != nil {
		return nil, errors.Join(err, desk.Close())
	}
	return desk, nil
}

func migrate(ctx context.Context, s Settings) error {
	if err := records.Migrate(ctx, records.Options{URL: s.Register, Files: s.Files}); err != nil {
		return fmt.Errorf("bring the register up to date: %w", err)
	}
	return nil
}

// reach waits until the cluster answers, however long: the register takes requests meanwhile.
func reach(ctx context.Context, d *Desk, logger *slog.Logger) error {
	pause := 250 * time.Millisecond
	for {
		_, err := d.temporal.CheckHealth(ctx, &client.CheckHealthRequest{})
		if err == nil {
			break
		}
		logger.Warn("Temporal does not answer yet", "address", d.settings.Temporal, "error", err)
		select {
		case <-ctx.Done():
			return fmt.Errorf("reach Temporal at %s: %w", d.settings.Temporal, errors.Join(ctx.Err(), err))
		case <-time.After(pause):
			pause = min(2*pause, 15*time.Second)
		}
	}
	if err := registerAttributes(ctx, d.temporal, d.settings.Namespace); err != nil {
		logger.Warn("the search attributes are not registered", "error", err)
	}
	return nil
}

// versioned has the cluster move open cases to the newest build by itself, where builds are named: a case lives for weeks,
// longer than any build is kept running, and what was recorded must replay under every later one.
func versioned(buildID string) worker.DeploymentOptions {
	if buildID == "" {
		return worker.DeploymentOptions{}
	}
	return worker.DeploymentOptions{
		UseVersioning: true, Version: worker.WorkerDeploymentVersion{DeploymentName: "sendpanel", BuildID: buildID},
		DefaultVersioningBehavior: workflow.VersioningBehaviorAutoUpgrade,
	}
}

// startWorker begins to carry cases. A worker that cannot go on ends the service through fail, so that whatever watches
// over the process starts it again.
func startWorker(d *Desk, ways *ways, awake *roll, figures *metrics.Figures, logger *slog.Logger, fail context.CancelCauseFunc) (worker.Worker, error) {
	worker.SetStickyWorkflowCacheSize(cachedCases)
	w := worker.New(d.temporal, workflows.TaskQueue, worker.Options{
		DeploymentOptions: versioned(d.settings.BuildID),
		WorkerStopTimeout: stopWithin,
		// A workflow that cannot go on, by a bug or by a change that its history does not bear, ends loudly, and the case
		// is taken up again from the register.
		WorkflowPanicPolicy: worker.FailWorkflow,
		OnFatalError:        func(err error) { fail(fmt.Errorf("carry cases: %w", err)) },
	})
	cases := &activities.Cases{Register: caseRegister{d.Register, awake, figures, logger}, Panels: panels{d.Register}, Demo: d.settings.Demo}
	workflows.Register(w, cases,
		&activities.Letters{Writer: newScribe(d.Register, ways), Door: ways, Cases: cases},
		&activities.Meetings{Register: meetingRegister{d.Register}, Demo: d.settings.Demo})
	if err := w.Start(); err != nil {
		return nil, fmt.Errorf("start the worker: %w", err)
	}
	return w, nil
}

// stopWorker lets what is under way come to its end, for so long, and says so where it did not.
func stopWorker(w worker.Worker, logger *slog.Logger) {
	began := time.Now()
	w.Stop()
	if took := time.Since(began); took >= stopWithin {
		logger.Warn("letters or commands under way did not come to their end and are cut short; they are done again at the next start", "waited", took.Round(time.Second))
	}
}
