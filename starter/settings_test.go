package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/service"
)

// settingsDesk gives commands one after another to a register of their own.
type settingsDesk struct {
	settings service.Settings
	folder   string
}

func newSettingsDesk(t *testing.T) settingsDesk {
	t.Helper()
	folder := t.TempDir()
	s := service.Settings{Data: folder}.Filled()
	if err := records.Migrate(context.Background(), records.Options{URL: s.Register, Files: s.Files}); err != nil {
		t.Fatal(err)
	}
	return settingsDesk{settings: s, folder: folder}
}

// run gives one command and returns what it printed.
func (d settingsDesk) run(t *testing.T, cmd interface{ Run(*session) error }) (string, error) {
	t.Helper()
	var out bytes.Buffer
	desk, err := service.Open(context.Background(), d.settings, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	err = cmd.Run(&session{ctx: context.Background(), desk: desk, out: &Streams{Out: &out, Err: io.Discard}})
	return out.String(), err
}

func (d settingsDesk) file(t *testing.T, name, old, new string) string {
	t.Helper()
	path := filepath.Join(d.folder, name)
	data := strings.Replace(string(council.InventedJSON()), old, new, 1)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSettings(t *testing.T) {
	d := newSettingsDesk(t)
	first, second := d.file(t, "first.json", "", ""), d.file(t, "second.json", `"quorum": 4`, `"quorum": 5`)
	faulty := d.file(t, "faulty.json", `"quorum": 4`, `"quorum": 40`)
	tests := []struct {
		name string
		cmd  interface{ Run(*session) error }
		says []string // in what is printed, or in the error
		fail bool
	}{
		{"nothing to show", &SettingsShowCmd{}, []string{"starter settings apply"}, true},
		{"a dry run", &SettingsApplyCmd{File: first, As: "margaret.ellis"}, []string{"These are the first: Northmere Borough Council", "Nothing was applied"}, false},
		{"still nothing", &SettingsShowCmd{}, []string{"starter settings apply"}, true},
		{"by somebody else", &SettingsApplyCmd{File: first, As: "amina.khan", Yes: true}, []string{"ask Margaret Ellis"}, true},
		{"with faults", &SettingsApplyCmd{File: faulty, As: "margaret.ellis", Yes: true}, []string{"panels[0].quorum"}, true},
		{"the first", &SettingsApplyCmd{File: first, As: "margaret.ellis", Yes: true}, []string{"as version 1"}, false},
		{"the same", &SettingsApplyCmd{File: first, As: "margaret.ellis", Yes: true}, []string{"say the same as version 1", "in force already, as version 1"}, false},
		{"what would change", &SettingsApplyCmd{File: second, As: "margaret.ellis"}, []string{"Northmere SEND Panel: quorum changes from 4 to 5.", "Nothing was applied"}, false},
		{"the second", &SettingsApplyCmd{File: second, As: "sunil.batra", Yes: true}, []string{"as version 2"}, false},
		{"in force", &SettingsShowCmd{On: "2026-11-24"}, []string{"quorum 5 of 6 with educational psychologist, health (or in writing)", "next on Tue 24 Nov 2026", "Priya Raman", "michelle.farrow", "sunil.batra"}, false},
		{"before", &SettingsShowCmd{Version: 1, On: "2026-11-24"}, []string{"quorum 4 of 6"}, false},
		{"the file", &SettingsShowCmd{Version: 2, JSON: true}, []string{`"quorum": 5`}, false},
		{"no such version", &SettingsShowCmd{Version: 9}, []string{"version 9"}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			said, err := d.run(t, test.cmd)
			if (err != nil) != test.fail {
				t.Fatalf("got %v after printing\n%s", err, said)
			}
			if err != nil {
				said += err.Error()
			}
			for _, says := range test.says {
				if !strings.Contains(said, says) {
					t.Errorf("nothing says %q in\n%s", says, said)
				}
			}
		})
	}
}

func TestSettingsCheck(t *testing.T) {
	d := newSettingsDesk(t)
	var out bytes.Buffer
	streams := &Streams{Out: &out, Err: io.Discard}
	if err := (&SettingsCheckCmd{File: d.file(t, "sound.json", "", "")}).Run(streams); err != nil || !strings.Contains(out.String(), "can be used") {
		t.Errorf("sound settings: %v, %s", err, out.String())
	}
	err := (&SettingsCheckCmd{File: d.file(t, "faulty.json", `"colour": "#1d4f91"`, `"colour": "navy"`)}).Run(streams)
	if council.AsFaulty(err) == nil {
		t.Errorf("a colour by name: %v", err)
	}
}
