package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"sendpanel/casework"
	"sendpanel/devserver/cluster"
	"sendpanel/examples"
	"sendpanel/service"
)

// DemoCmd plays the examples.
type DemoCmd struct {
	Out string `default:"out" help:"Where the letters are left, below the project's folder."`
}

// demoWithin bounds the whole demonstration.
const demoWithin = 3 * time.Minute

// Run plays every example at once on an embedded server of its own, whose clocks can be moved on, and prints the
// timelines. Its data are thrown away; its letters stay.
func (cmd *DemoCmd) Run(s *stage) error {
	ctx, cancel := context.WithTimeout(s.ctx, demoWithin)
	defer cancel()
	plays, err := examples.Read(os.DirFS(filepath.Join(s.home, "examples")))
	if err != nil {
		return err
	}
	data, err := os.MkdirTemp("", "sendpanel-demo-")
	if err != nil {
		return fmt.Errorf("make a throw-away data folder: %w", err)
	}
	defer os.RemoveAll(data)
	began := time.Now()
	fmt.Fprintf(s.out, "Playing %d requests on an embedded Temporal server. Each case has its own clock, which is moved on.\n\n", len(plays))
	return onStage(ctx, s, data, func(t *theatre) error {
		t.progress = newProgress(s.err, plays)
		played, err := t.playAll(ctx, plays)
		if err != nil {
			return err
		}
		t.progress.done()
		met, err := t.meet(ctx, held, plays[0])
		if err != nil {
			return err
		}
		out := cmd.Out
		if !filepath.IsAbs(out) {
			out = filepath.Join(s.home, out)
		}
		for _, p := range played {
			if err := t.tell(ctx, s.out, out, p); err != nil {
				return err
			}
		}
		if err := t.tellMeeting(ctx, s.out, met); err != nil {
			return err
		}
		fmt.Fprintf(s.out, "%d cases in %.1f seconds. Their letters are in %s.\n", len(played), time.Since(began).Seconds(), out)
		return nil
	})
}

// theatre is a running service on which cases are played.
type theatre struct {
	desk     *service.Desk
	cluster  *cluster.Cluster
	progress *progress
}

// onStage runs the embedded server and the service for as long as play takes.
func onStage(ctx context.Context, s *stage, data string, play func(*theatre) error) (err error) {
	c, err := startCluster(ctx, cluster.Options{File: filepath.Join(data, cluster.FileName), TimeSkipping: true, Log: logger(s.err, slog.LevelError)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Stop()) }()
	running, stop := context.WithCancel(ctx)
	defer stop()
	settings := service.Settings{Data: data, Health: "off", Temporal: c.Address(), Namespace: namespace, Demo: true}
	ready, ended := make(chan *service.Desk, 1), make(chan error, 1)
	go func() {
		ended <- service.Run(running, settings, logger(s.err, slog.LevelError), func(d *service.Desk) { ready <- d })
	}()
	select {
	case desk := <-ready:
		err = play(&theatre{desk: desk, cluster: c})
		stop()
		return errors.Join(err, <-ended)
	case err := <-ended:
		return err
	}
}

// played is an example that has run to its end.
type played struct {
	examples.Example
	ref casework.Ref
}

// playAll plays the examples at the same time, and gives them in their order.
func (t *theatre) playAll(ctx context.Context, plays []examples.Example) ([]played, error) {
	var wait sync.WaitGroup
	done, failed := make([]played, len(plays)), make([]error, len(plays))
	for i, e := range plays {
		wait.Go(func() {
			ref, err := t.play(ctx, e)
			if err != nil {
				failed[i] = fmt.Errorf("play %s: %w", e.Name, err)
			}
			done[i] = played{Example: e, ref: ref}
		})
	}
	wait.Wait()
	return done, errors.Join(failed...)
}

// tell prints what became of one case and leaves its letters in a folder named after it.
func (t *theatre) tell(ctx context.Context, w interface{ Write([]byte) (int, error) }, out string, p played) error {
	events, err := t.desk.Register.Events(ctx, p.ref)
	if err != nil {
		return fmt.Errorf("read %s: %w", p.ref, err)
	}
	lines, err := casework.Timeline(events)
	if err != nil {
		return err
	}
	if err := casework.PrintTimeline(w, p.Title, lines); err != nil {
		return err
	}
	c, err := casework.Fold(events)
	if err != nil {
		return err
	}
	kept, err := t.saveLetters(ctx, filepath.Join(out, p.Name), c)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s\nLetters: %s\n\n\n", c.Sentence(p.End), kept)
	return nil
}

// saveLetters copies a case's posted letters out of the register.
func (t *theatre) saveLetters(ctx context.Context, dir string, c casework.Case) (string, error) {
	if err := os.RemoveAll(dir); err != nil {
		return "", fmt.Errorf("clear %s: %w", dir, err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make %s: %w", dir, err)
	}
	for _, l := range c.Letters {
		if l.State == casework.LetterVoided || l.State == casework.LetterStuck || l.State == casework.LetterWithdrawn && l.Posted.IsZero() {
			continue
		}
		_, pdf, err := t.desk.Register.Letter(ctx, c.Ref, l.Key)
		if err != nil {
			return "", fmt.Errorf("read letter %s of %s: %w", l.Key, c.Ref, err)
		}
		name := fmt.Sprintf("%s_%s_%s.pdf", l.Dated, l.Key.Kind, l.Key.To)
		if err := os.WriteFile(filepath.Join(dir, name), pdf, 0o644); err != nil {
			return "", fmt.Errorf("save letter %s of %s: %w", l.Key, c.Ref, err)
		}
	}
	return dir, nil
}
