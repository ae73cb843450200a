// Command devserver is SEND Panel with everything in one process: the embedded Temporal server on a SQLite file, the
// register on another, the worker and the letters. Nothing else need be installed.
//
//	go -C devserver run .            runs it as a service on ../data
//	go -C devserver run . demo       plays the requests in ../examples and leaves their letters in ../out
//	go -C devserver run . cluster    runs the Temporal server alone, for workers in processes of their own
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"sendpanel/service"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Environ(), os.Stdout, os.Stderr)) }

// line is the command line.
type line struct {
	Home string `default:".." help:"The project's folder: data/, out/ and examples/ lie below it." type:"path"`

	Run     RunCmd     `cmd:"" default:"withargs" help:"Run the service on data/ until it is stopped."`
	Demo    DemoCmd    `cmd:"" help:"Play the requests in examples/ through their weeks in seconds."`
	Cluster ClusterCmd `cmd:"" help:"Run the embedded Temporal server alone."`
}

// stage is what every command works with.
type stage struct {
	ctx      context.Context
	home     string
	environ  []string
	out, err io.Writer
}

// run runs one command and gives the exit status: 0 done, 1 not done, 2 not understood.
func run(ctx context.Context, args, environ []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // told a second time, the process ends at once
	var cli line
	status := -1
	parser, err := kong.New(&cli, kong.Name("devserver"), kong.Writers(stdout, stderr), kong.Exit(func(code int) { status = code }),
		kong.Description("SEND Panel with everything in one process."))
	if err != nil {
		fmt.Fprintln(stderr, "devserver:", err)
		return 2
	}
	parsed, err := parser.Parse(args)
	if status >= 0 { // help was printed
		fmt.Fprint(stdout, "\n", service.Described())
		return status
	}
	if err != nil {
		fmt.Fprintf(stderr, "devserver: %v\n", err)
		return 2
	}
	if err := parsed.Run(&stage{ctx: ctx, home: cli.Home, environ: environ, out: stdout, err: stderr}); err != nil {
		fmt.Fprintln(stderr, "devserver:", err)
		return 1
	}
	return 0
}

// logger writes what an operator should see, one line each.
func logger(w io.Writer, level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level}))
}
