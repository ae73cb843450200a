package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"sendpanel/devserver/cluster"
	"sendpanel/service"
)

// namespace is where the embedded server keeps the workflows.
const namespace = "sendpanel"

// retention is how long a closed workflow can be looked at. The register keeps its case for decades.
const retention = 90 * 24 * time.Hour

// startWithin bounds the start of the embedded server, which takes about a second.
const startWithin = time.Minute

// RunCmd runs the service.
type RunCmd struct {
	Demo         bool `help:"A demonstration: invented people sign in with one click, and an empty register is filled with invented requests. Refused for a real council."`
	TemporalPort int  `default:"7233" help:"Loopback port of the embedded Temporal server; 0 for a free one."`
	UIPort       int  `name:"ui-port" default:"8233" help:"Loopback port of Temporal's own web page; 0 for none."`
}

// Run runs the embedded server and the service until it is told to stop.
func (cmd *RunCmd) Run(s *stage) (err error) {
	settings, err := settingsBelow(s)
	if err != nil {
		return err
	}
	settings.Log = cmp.Or(settings.Log, "text") // read by whoever sits before it
	log, err := settings.Logger(s.err)
	if err != nil {
		return err
	}
	c, err := startCluster(s.ctx, cluster.Options{
		File: filepath.Join(settings.Data, cluster.FileName), Port: cmd.TemporalPort, UIPort: cmd.UIPort, Log: logger(s.err, slog.LevelError),
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, inTime("Temporal’s server", clusterBound, c.Stop)) }()
	settings.Temporal, settings.Namespace = c.Address(), namespace
	settings.Demo = settings.Demo || cmd.Demo
	filled := new(filling)
	if cmd.Demo {
		settings.Filling = filled.told
	}
	var seeding sync.WaitGroup
	defer func() {
		err = errors.Join(err, inTime("filling the demonstration", seedingBound, func() error { seeding.Wait(); return nil }))
	}()
	return service.RunBounded(s.ctx, settings, log, func(d *service.Desk) {
		greet(s, d.Settings(), c)
		if cmd.Demo {
			seeding.Go(func() { seedDemo(s.ctx, d, filled, log) })
		}
	}, service.StopBound)
}

// How long parts of the process may take to stop. With the service's own bound it is some seventy seconds at the most;
// mostly it is one.
const (
	clusterBound = 15 * time.Second
	seedingBound = 10 * time.Second
)

// inTime stops something, and gives up on it when its time is over: the error says on what.
func inTime(what string, most time.Duration, stop func() error) error {
	done := make(chan error, 1)
	go func() { done <- stop() }()
	select {
	case err := <-done:
		return err
	case <-time.After(most):
		return &service.CutShort{Within: most, Doing: what}
	}
}

// greet says what runs where, and what to do next.
func greet(s *stage, settings service.Settings, c *cluster.Cluster) {
	fmt.Fprintf(s.out, "SEND Panel is running on %s. Stop it with Ctrl-C; nothing is lost.\n", settings.Data)
	if settings.HTTP != "off" {
		fmt.Fprintf(s.out, "  the portal        http://%s\n", settings.HTTP)
	}
	if settings.Health != "off" {
		fmt.Fprintf(s.out, "  health            http://%s/healthz\n", settings.Health)
	}
	fmt.Fprintf(s.out, "  letters to post   %s\n", settings.Print)
	if ui := c.UIAddress(); ui != "" {
		fmt.Fprintf(s.out, "  Temporal          %s\n", ui)
	}
	fmt.Fprintf(s.out, "In another terminal: go run ./starter submit --received now examples/01-agreed/request.json\n")
}

// ClusterCmd runs the embedded server alone.
type ClusterCmd struct {
	TemporalPort int `default:"7233" help:"Loopback port of the embedded Temporal server; 0 for a free one."`
	UIPort       int `name:"ui-port" default:"8233" help:"Loopback port of Temporal's own web page; 0 for none."`
}

// Run runs it until it is told to stop.
func (cmd *ClusterCmd) Run(s *stage) error {
	settings, err := settingsBelow(s)
	if err != nil {
		return err
	}
	c, err := startCluster(s.ctx, cluster.Options{
		File: filepath.Join(settings.Data, cluster.FileName), Port: cmd.TemporalPort, UIPort: cmd.UIPort, Log: logger(s.err, slog.LevelError),
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Temporal is running. Start workers with TEMPORAL_ADDRESS=%s TEMPORAL_NAMESPACE=%s SENDPANEL_DATA=%s go run ./worker\n", c.Address(), namespace, settings.Data)
	<-s.ctx.Done()
	return inTime("Temporal’s server", clusterBound, c.Stop)
}

// settingsBelow reads the settings, with the data folder below the project's.
func settingsBelow(s *stage) (service.Settings, error) {
	settings, err := service.FromEnvironment(s.environ)
	if err != nil {
		return service.Settings{}, err
	}
	if !filepath.IsAbs(settings.Data) {
		settings.Data = filepath.Join(s.home, settings.Data)
	}
	if settings.Data, err = filepath.Abs(settings.Data); err != nil {
		return service.Settings{}, fmt.Errorf("find the data folder: %w", err)
	}
	return settings, nil
}

// startCluster starts the embedded server with the namespace and the attributes that the cases' workflows need.
func startCluster(ctx context.Context, o cluster.Options) (*cluster.Cluster, error) {
	collectLess()
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	o.Namespace, o.Retention, o.SearchAttributes = namespace, retention, service.Attributes()
	c, err := cluster.Start(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("start the embedded Temporal server: %w", err)
	}
	return c, nil
}
