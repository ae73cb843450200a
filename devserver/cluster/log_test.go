package cluster

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"go.temporal.io/server/common/log/tag"
)

func TestLogSaysWhatTheServerSays(t *testing.T) {
	var out bytes.Buffer
	l := newServerLog(slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelWarn})))
	l.Warn("starting")
	l.speak()
	l.Info("started")
	l.Warn("slow disk", tag.WorkflowID("case"))
	l.hush()
	l.Error("poller is gone")

	got := out.String()
	if !strings.Contains(got, `level=WARN msg="slow disk" wf-id=case`) || strings.Contains(got, "start") || strings.Contains(got, "gone") {
		t.Errorf("log is:\n%s", got)
	}
}

func TestFatalEndsTheProcessWithItsReason(t *testing.T) {
	var out bytes.Buffer
	l := newServerLog(slog.New(slog.NewTextHandler(&out, nil)))
	code := -1
	l.exit = func(c int) { code = c }
	l.hush()
	l.Fatal("no listener")
	if code != 1 || !strings.Contains(out.String(), "no listener") {
		t.Errorf("exit %d, log %q", code, out.String())
	}
}
