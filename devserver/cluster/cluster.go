package cluster

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/client"
	sdklog "go.temporal.io/sdk/log"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/temporal"
)

// FileName is what a cluster's file should be called.
//
// It carries the server's minor version because a SQLite file is never migrated:
// a newer server may not read an older file, and then it begins a new one.
const FileName = "temporal-1.32.db"

// Options say how a cluster is to run. Namespace must be set; everything else has a usable zero value.
type Options struct {
	File      string        // path of the SQLite file, made if missing; "" = in memory, lost on Stop
	Port      int           // loopback port that clients dial; 0 = a free one
	UIPort    int           // loopback port of the web UI; 0 = no UI
	Namespace string        // where the workflows live; made if missing
	Retention time.Duration // how long a closed workflow can still be read; 0 = seven days, the least is one day

	// SearchAttributes are registered under their names, in an existing file too.
	SearchAttributes map[string]enums.IndexedValueType

	// TimeSkipping allows FastForward. For demonstrations and tests only: with it
	// on, anybody who can reach the port can move a statutory clock.
	TimeSkipping bool

	// Faults is asked before every call to the database, and what it gives is the call's error. For tests only.
	Faults func(config.FaultInjectionTarget) error

	Log *slog.Logger // what the cluster has to say, errors only while it starts; nil = nothing but what ends the process, on standard error
}

// Cluster is a running cluster.
type Cluster struct {
	options Options
	address string
	lock    *fileLock
	log     *serverLog
	server  temporal.Server
	client  client.Client // the cluster's own, for Options.Namespace
	ui      *webUI
	stop    func() error
}

// Start runs a cluster and returns when its namespace answers and all search attributes are known.
// A new file takes about a second. It says plainly when the file is in use or a port is taken.
//
// One fault ends the process instead, with its reason in the log: a cluster port that
// somebody takes in the instant between the check and the use of it.
func Start(ctx context.Context, o Options) (_ *Cluster, err error) {
	if o.Namespace == "" {
		return nil, errors.New("start Temporal: Options.Namespace is empty")
	}
	c := &Cluster{options: withDefaults(o), log: newServerLog(o.Log)}
	c.stop = sync.OnceValue(c.stopAll)
	if err := c.start(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("start Temporal: %w", err), c.Stop())
	}
	return c, nil
}

func withDefaults(o Options) Options {
	if o.Retention == 0 {
		o.Retention = 7 * 24 * time.Hour
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// start takes what the cluster needs, in the order in which stopAll gives it back from the end.
func (c *Cluster) start(ctx context.Context) (err error) {
	if c.lock, err = lockFile(c.options.File); err != nil {
		return err
	}
	ports, err := choosePorts(c.options.Port, c.options.UIPort)
	if err != nil {
		return err
	}
	store := newStore(c.options.File)
	if err := store.prepare(c.options); err != nil {
		return err
	}
	if err := c.startServer(ports, store); err != nil {
		return err
	}
	if err := c.becomeReady(ctx); err != nil {
		return err
	}
	c.log.speak()
	return c.startUI(ctx)
}

func (c *Cluster) startServer(p ports, s store) error {
	server, err := temporal.NewServer(serverOptions(c.options, p, s, c.log)...)
	if err != nil {
		return fmt.Errorf("assemble the server: %w", err)
	}
	c.server, c.address = server, loopback(p.frontend)
	if err := server.Start(); err != nil {
		return fmt.Errorf("run the server: %w", err)
	}
	c.client, err = client.NewLazyClient(client.Options{
		HostPort: c.address, Namespace: c.options.Namespace, Logger: sdklog.NewStructuredLogger(c.options.Log),
	})
	return err
}

// Address is the host and port that a Temporal client dials.
func (c *Cluster) Address() string { return c.address }

// UIAddress is the address of the web UI for a browser, or "" when there is none.
func (c *Cluster) UIAddress() string {
	if c.ui == nil {
		return ""
	}
	return "http://" + c.ui.address
}

// Stop ends the cluster, in about a second, and frees its file for another process.
// Stop the workers and close their clients first. A second call returns what the first did.
//
// It is quiet: a cluster taken apart complains at length about parts that are already gone.
func (c *Cluster) Stop() error { return c.stop() }

func (c *Cluster) stopAll() error {
	c.log.hush()
	if c.ui != nil {
		c.ui.stop()
	}
	if c.client != nil {
		c.client.Close()
	}
	var err error
	if c.server != nil {
		if err = c.server.Stop(); err != nil {
			err = fmt.Errorf("stop Temporal: %w", err)
		}
	}
	return errors.Join(err, c.lock.release())
}
