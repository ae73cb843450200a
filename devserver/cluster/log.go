package cluster

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"go.temporal.io/server/common/log"
	"go.temporal.io/server/common/log/tag"
)

// serverLog hands what the server logs to slog.
type serverLog struct {
	to    *slog.Logger
	floor slog.LevelVar // nothing below it is handed on, whatever the handler would take
	exit  func(code int)
}

var _ log.Logger = (*serverLog)(nil)

func newServerLog(to *slog.Logger) *serverLog {
	if to == nil {
		to = slog.New(slog.DiscardHandler)
	}
	l := &serverLog{to: to, exit: os.Exit}
	l.floor.Set(slog.LevelError) // a cluster that starts warns of parts that are left out on purpose
	return l
}

// speak hands everything on from now on.
func (l *serverLog) speak() { l.floor.Set(slog.LevelDebug) }

// hush drops everything from now on, save what ends the process.
func (l *serverLog) hush() { l.floor.Set(slog.LevelError + 1) }

func (l *serverLog) Debug(msg string, tags ...tag.Tag)  { l.say(slog.LevelDebug, msg, tags) }
func (l *serverLog) Info(msg string, tags ...tag.Tag)   { l.say(slog.LevelInfo, msg, tags) }
func (l *serverLog) Warn(msg string, tags ...tag.Tag)   { l.say(slog.LevelWarn, msg, tags) }
func (l *serverLog) Error(msg string, tags ...tag.Tag)  { l.say(slog.LevelError, msg, tags) }
func (l *serverLog) DPanic(msg string, tags ...tag.Tag) { l.say(slog.LevelError, msg, tags) }

// Panic must panic: the server's code goes on as if it had.
func (l *serverLog) Panic(msg string, tags ...tag.Tag) {
	l.say(slog.LevelError, msg, tags)
	panic(msg)
}

// Fatal must not return: the server's code goes on as if the process had ended.
// The reason goes to standard error as well, so that no handler can lose it.
func (l *serverLog) Fatal(msg string, tags ...tag.Tag) {
	l.speak()
	l.say(slog.LevelError, msg, tags)
	fmt.Fprintln(os.Stderr, "Temporal cannot go on:", msg, attributes(tags))
	l.exit(1)
}

func (l *serverLog) say(level slog.Level, msg string, tags []tag.Tag) {
	if level < l.floor.Level() || !l.to.Enabled(context.Background(), level) {
		return
	}
	l.to.LogAttrs(context.Background(), level, msg, attributes(tags)...)
}

func attributes(tags []tag.Tag) []slog.Attr {
	attrs := make([]slog.Attr, len(tags))
	for i, t := range tags {
		attrs[i] = slog.Any(t.Key(), t.Value())
	}
	return attrs
}
