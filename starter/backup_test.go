package main

import (
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/records"
)

func TestBackupAndRestore(t *testing.T) {
	b, folder, data := newBench(t), filepath.Join(t.TempDir(), "backup"), filepath.Join(t.TempDir(), "restored")
	var commands struct {
		Backup  BackupCmd  `cmd:""`
		Restore RestoreCmd `cmd:""`
	}
	if err := b.run(t, &commands, "backup", "--out", folder); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.out.String(), "verified: 1 cases") || !strings.Contains(b.err.String(), "personal data") {
		t.Errorf("it says %s%s", &b.out, &b.err)
	}
	b.out.Reset()
	streams, restore := &Streams{Out: &b.out, Err: &b.err}, RestoreCmd{From: folder}
	if err := restore.Run(&line{Data: data}, streams); err != nil || !strings.Contains(b.out.String(), "The register is sound") {
		t.Fatalf("%v\n%s", err, &b.out)
	}
	r, err := records.Open(t.Context(), records.Options{URL: filepath.Join(data, "register.db"), Files: filepath.Join(data, "files")})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if open, err := r.OpenCases(t.Context()); err != nil || len(open) != 1 || open[0] != b.ref {
		t.Errorf("open are %v, %v", open, err)
	}
	if err := restore.Run(&line{Data: data}, streams); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("restoring again gave %v", err)
	}
}
