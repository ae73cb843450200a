package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/service"
	"sendpanel/statute"
)

// bench is a data folder with one invented case, and a way to run commands on it.
type bench struct {
	settings service.Settings
	ref      casework.Ref
	out, err bytes.Buffer
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{settings: service.Settings{Data: filepath.Join(t.TempDir(), "data"), Temporal: "127.0.0.1:1", Namespace: "sendpanel"}.Filled()}
	if err := records.Migrate(t.Context(), records.Options{URL: b.settings.Register, Files: b.settings.Files}); err != nil {
		t.Fatal(err)
	}
	desk := b.session(t).desk
	defer desk.Close()
	if _, _, err := desk.Register.ApplySettings(t.Context(), council.InventedJSON(), "a test", "test"); err != nil {
		t.Fatal(err)
	}
	request, err := os.ReadFile(filepath.Join("..", "examples", "01-agreed", "request.json"))
	if err != nil {
		t.Fatal(err)
	}
	if request, err = stamped(request, "2026-09-07T09:15:00Z"); err != nil {
		t.Fatal(err)
	}
	got, err := desk.Receive(t.Context(), request, 0)
	if err != nil {
		t.Fatal(err)
	}
	b.ref = got.Case.Ref
	return b
}

// session is what main gives to commands.
func (b *bench) session(t *testing.T) *session {
	t.Helper()
	desk, err := service.Open(context.Background(), b.settings, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return &session{ctx: context.Background(), desk: desk, out: &Streams{Out: &b.out, Err: &b.err}}
}

// run runs a command as main does. cmd is a pointer to a struct of commands.
func (b *bench) run(t *testing.T, cmd any, args ...string) error {
	t.Helper()
	b.out.Reset()
	b.err.Reset()
	parser, err := kong.New(cmd, kong.Bind(&Streams{Out: &b.out, Err: &b.err}), kong.BindToProvider(func() (*session, error) { return b.session(t), nil }))
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return err
	}
	return parsed.Run()
}

// TestAMeetingIsExported and checked, and a changed one is found out.
func TestAMeetingIsExported(t *testing.T) {
	b, file := newBench(t), filepath.Join(t.TempDir(), "meeting.zip")
	s := b.session(t)
	on := statute.DayOf(time.Now()).AddDays(30)
	_, _ = s.desk.PlanMeeting(t.Context(), "joe.marsh", "plan", service.NewMeeting{Panel: "send-panel", On: on}) // no workflow carries it here
	rows, err := s.desk.Meetings(t.Context(), records.MeetingFilter{})
	s.close()
	if err != nil || len(rows) != 1 {
		t.Fatalf("planned are %v, %v", rows, err)
	}
	var commands struct {
		Export ExportCmd `cmd:""`
	}
	if err := b.run(t, &commands, "export", "meeting", string(rows[0].Ref), "--out", file); err != nil {
		t.Fatal(err)
	}
	if err := b.run(t, &commands, "export", "check", file); err != nil || !strings.Contains(b.out.String(), "whole and unchanged") || !strings.Contains(b.out.String(), string(rows[0].Ref)) {
		t.Errorf("%v\n%s", err, &b.out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data[:len(data)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := b.run(t, &commands, "export", "check", file); err == nil {
		t.Errorf("a changed export is sound: %s", &b.out)
	}
}

func TestExport(t *testing.T) {
	b, file := newBench(t), filepath.Join(t.TempDir(), "case.zip")
	var commands struct {
		Export ExportCmd `cmd:""`
	}
	if err := b.run(t, &commands, "export", string(b.ref), "--out", file); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.err.String(), "personal data") {
		t.Errorf("it says %q", &b.err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
	if err := b.run(t, &commands, "export", "check", file); err != nil || !strings.Contains(b.out.String(), "whole and unchanged") {
		t.Errorf("%v\n%s", err, &b.out)
	}
	s := b.session(t)
	defer s.close()
	if reads, err := s.desk.Register.Reads(t.Context(), b.ref); err != nil || len(reads) != 1 || reads[0].What != "export of everything" {
		t.Errorf("the reads are %v, %v", reads, err)
	}
	if err := b.run(t, &commands, "export", string(b.ref), "--out", file); err == nil || !strings.Contains(err.Error(), "choose another name") {
		t.Errorf("over a file that is there: %v", err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data = data[:len(data)/2]
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := b.run(t, &commands, "export", "check", file); err == nil {
		t.Errorf("a changed export is sound: %s", &b.out)
	}
}
