package records

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/casework"
)

// planTo is a backup into a new folder.
func planTo(t testing.TB) BackupPlan {
	return BackupPlan{To: filepath.Join(t.TempDir(), "backup"), By: "omarsh", At: firstStored()}
}

func backedUp(t testing.TB, r *Register, plan BackupPlan) BackupManifest {
	t.Helper()
	m, err := r.Backup(context.Background(), plan)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestBackupWhileOthersWrite backs up while another process and this one write, again and again, and restores each.
func TestBackupWhileOthersWrite(t *testing.T) {
	p := fresh(func(t testing.TB) string { return filepath.Join(t.TempDir(), "register.db") })(t)
	r, ref := furnished(t, p)
	var said bytes.Buffer
	c := exec.Command(os.Args[0], "-test.run=^TestOtherProcess$")
	c.Env = append(os.Environ(), other+"="+p.URL)
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		for seq := 4; seq < 60; seq++ {
			letter := []byte(fmt.Sprint("%PDF ", seq))
			if _, err := r.SaveLetter(context.Background(), ref, letterKey(seq), letter, received(), "Dear Ms Fenwick"); err != nil {
				t.Error(err)
			}
			if err := r.Record(context.Background(), ref, []casework.Event{next(seq, "", "call")}); err != nil {
				t.Error(err)
			}
		}
	}()
	for range 4 {
		restoredSound(t, r)
	}
	<-written
	if err := c.Wait(); err != nil {
		t.Errorf("the other process: %v\n%s", err, &said)
	}
	done := restoredSound(t, r)
	if done.Report.Cases != 22 || done.Report.Letters != 57 {
		t.Errorf("of all that was written there are %+v", done.Report)
	}
}

// restoredAt is the register in a data folder.
func restoredAt(data string) home {
	return home{Options: Options{URL: filepath.Join(data, "register.db"), Files: filepath.Join(data, "files"), Clock: firstStored}}
}

// restoredSound backs up, restores and opens what was restored: all of its cases can be read.
func restoredSound(t testing.TB, r *Register) Restored {
	t.Helper()
	ctx, plan := context.Background(), planTo(t)
	m := backedUp(t, r, plan)
	data := filepath.Join(t.TempDir(), "data")
	done, err := Restore(ctx, plan.To, data)
	if err != nil {
		t.Fatal(err)
	}
	if !done.Sound() || len(m.Faults) > 0 {
		t.Errorf("restored was %+v", done)
	}
	again := restoredAt(data).open(t)
	rows, err := again.Cases(ctx, Filter{})
	if err != nil || len(rows) != m.Cases {
		t.Errorf("%d cases of %d, %v", len(rows), m.Cases, err)
	}
	for _, row := range rows {
		if _, err := again.Events(ctx, row.Ref); err != nil {
			t.Error(err)
		}
	}
	return done
}

// TestRestoredCasesAreTakenUp restores a register whose cases had all been seen awake: the service takes all up again.
func TestRestoredCasesAreTakenUp(t *testing.T) {
	ctx := context.Background()
	p := fresh(func(t testing.TB) string { return filepath.Join(t.TempDir(), "register.db") })(t)
	r, plan, data := p.open(t), planTo(t), filepath.Join(t.TempDir(), "data")
	for i := range 3 {
		if err := r.MarkAwake(ctx, receive(t, r, fmt.Sprint("case ", i))); err != nil {
			t.Fatal(err)
		}
	}
	keys := filepath.Join(t.TempDir(), "keys.json")
	if err := os.WriteFile(keys, []byte(`{"invented": true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	plan.Keys = keys
	backedUp(t, r, plan)
	done, err := Restore(ctx, plan.To, data)
	if err != nil || !done.Sound() || !done.Manifest.Keys {
		t.Fatalf("restored was %+v, %v", done, err)
	}
	again := restoredAt(data).open(t)
	open, err1 := again.OpenCases(ctx)
	asleep, err2 := again.NotAwake(ctx, 0)
	if err := errors.Join(err1, err2); err != nil || len(open) != 3 || len(asleep) != 3 {
		t.Errorf("open are %v, not awake %v, %v", open, asleep, err)
	}
	record(t, again, open[0], next(2, "", "the case goes on"))
	private(t, plan.To)
	private(t, data)
}

// private makes sure that nobody else can read anything in a folder.
func private(t testing.TB, folder string) {
	t.Helper()
	if err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others may read %s: %v", path, info.Mode())
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// TestBackupsThatAreRefused damages backups and names folders that are in use.
func TestBackupsThatAreRefused(t *testing.T) {
	ctx := context.Background()
	p := fresh(func(t testing.TB) string { return filepath.Join(t.TempDir(), "register.db") })(t)
	r, _ := furnished(t, p)
	plan := planTo(t)
	m := backedUp(t, r, plan)
	if m.Keys || len(m.Files) != 2 {
		t.Errorf("the backup holds %+v", m.Files)
	}
	if _, err := r.Backup(ctx, plan); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("a second backup into the folder gave %v", err)
	}
	inUse := t.TempDir()
	if err := os.WriteFile(filepath.Join(inUse, "mine"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(ctx, plan.To, inUse); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("restoring into a folder in use gave %v", err)
	}
	for _, name := range []string{m.Files[0].Name, m.Files[1].Name, backupManifest} {
		path := filepath.Join(plan.To, name)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, damage := range []func() error{
			func() error { return os.WriteFile(path, append(whole, 'x'), 0o600) }, func() error { return os.Remove(path) },
		} {
			data := filepath.Join(t.TempDir(), "data")
			if err := damage(); err != nil {
				t.Fatal(err)
			}
			if _, err := Restore(ctx, plan.To, data); err == nil {
				t.Errorf("with %s damaged it was restored", name)
			}
			if _, err := os.Stat(data); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("with %s damaged something was written: %v", name, err)
			}
		}
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Restore(ctx, plan.To, t.TempDir()); err != nil {
		t.Errorf("into an empty folder: %v", err)
	}
}

// TestBackupOfADamagedRegister is made all the same, and says what is damaged.
func TestBackupOfADamagedRegister(t *testing.T) {
	p := fresh(func(t testing.TB) string { return filepath.Join(t.TempDir(), "register.db") })(t)
	r, ref := furnished(t, p)
	p.tamper(t, `UPDATE contents SET content = salt WHERE chain = ? AND n = 2`, caseChain(ref))
	plan := planTo(t)
	if m := backedUp(t, r, plan); len(m.Faults) == 0 || m.Cases != 2 {
		t.Errorf("the backup says %+v", m)
	}
	if done, err := Restore(context.Background(), plan.To, filepath.Join(t.TempDir(), "data")); err != nil || done.Sound() {
		t.Errorf("restored was %+v, %v", done, err)
	}
}

// filesBackedUp backs up on every database; where the register is not in it, the manifest says so.
func filesBackedUp(t *testing.T, p home) {
	r, _ := furnished(t, p)
	plan, data := planTo(t), filepath.Join(t.TempDir(), "data")
	m := backedUp(t, r, plan)
	if m.Register == r.dialect.numbered {
		t.Errorf("the manifest says %+v", m)
	}
	if _, err := Restore(context.Background(), plan.To, data); err != nil {
		t.Fatal(err)
	}
	letters, err := r.Letters(context.Background(), casework.NewRef(2026, 1))
	if err != nil {
		t.Fatal(err)
	}
	if pdf, err := Folder(filepath.Join(data, "files")).Get(context.Background(), letters[0].SHA256); err != nil || string(pdf) != "%PDF invented" {
		t.Errorf("the letter is %q, %v", pdf, err)
	}
}
