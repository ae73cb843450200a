// Command worker runs SEND Panel against a Temporal cluster and, usually, PostgreSQL.
//
// The cluster is named by Temporal's usual variables (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TLS_…), the register
// by SENDPANEL_REGISTER; docs/running.md lists every setting. Any number of workers may run at once.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"sendpanel/service"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Environ(), os.Stderr)) }

// run runs the service until it is told to stop. With the argument healthcheck it asks a running one instead, for a
// container that has no shell.
func run(ctx context.Context, args, environ []string, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // told a second time, the process ends at once
	settings, err := service.FromEnvironment(environ)
	if err == nil {
		switch {
		case len(args) == 0:
			err = serve(ctx, settings, stderr)
		case len(args) == 1 && (args[0] == "--help" || args[0] == "-h" || args[0] == "help"):
			fmt.Fprint(stderr, help, service.Described())
		case len(args) == 1 && args[0] == "healthcheck":
			err = healthcheck(ctx, settings.Health)
		default:
			err = fmt.Errorf("worker takes no arguments but healthcheck, and was given %q", strings.Join(args, " "))
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, "worker:", err)
		return 1
	}
	return 0
}

const help = `worker             runs SEND Panel against a Temporal cluster, until it is told to stop
worker healthcheck asks a running one whether it is ready

`

func serve(ctx context.Context, settings service.Settings, stderr io.Writer) error {
	logger, err := settings.Logger(stderr)
	if err != nil {
		return err
	}
	return service.RunBounded(ctx, settings, logger, nil, service.StopBound)
}

func healthcheck(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/healthz", nil)
	if err != nil {
		return fmt.Errorf("ask for health at %s: %w", address, err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("ask for health at %s: %w", address, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the service at %s is not well: %s", address, response.Status)
	}
	return nil
}
