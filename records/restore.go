package records

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Restored says what came of a restore.
type Restored struct {
	Manifest BackupManifest
	Report   Report // of a verification of what was restored; zero where the backup holds no register
}

// Sound reports whether everything is there and as it was recorded.
func (r Restored) Sound() bool {
	return r.Report.Sound() && len(r.Manifest.Faults) == 0 &&
		r.Report.Cases == r.Manifest.Cases && r.Report.LastSeal == r.Manifest.LastSeal
}

// Restore puts a backup into a data folder that is empty or not there yet, and verifies it. First the whole backup is
// held against its manifest: nothing is written from one that is not whole. A register of an older version is brought
// up to this program.
//
// The notes of which workflows have been seen running are taken out: none has been, for this register, so that the
// service takes every open case up again at once.
//
// The error says that nothing was restored; what had been written is removed.
func Restore(ctx context.Context, from, data string) (Restored, error) {
	m, err := readBackup(ctx, from)
	if err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	if data, err = filepath.Abs(data); err == nil {
		err = emptyFolder(data)
	}
	if err != nil {
		return Restored{}, fmt.Errorf("restore: %w", err)
	}
	done, err := restore(ctx, from, data, m)
	if err != nil {
		return Restored{}, errors.Join(fmt.Errorf("restore: %w", err), emptied(data))
	}
	return done, nil
}

func restore(ctx context.Context, from, data string, m BackupManifest) (Restored, error) {
	done := Restored{Manifest: m}
	for _, f := range m.Files {
		name := filepath.FromSlash(f.Name)
		if err := errors.Join(ctx.Err(), copyFile(filepath.Join(from, name), filepath.Join(data, name), f.SHA256)); err != nil {
			return done, fmt.Errorf("copy %s: %w", f.Name, err)
		}
	}
	if !m.Register {
		return done, nil
	}
	where := Options{URL: filepath.Join(data, backupRegister), Files: filepath.Join(data, backupFiles)}
	if err := Migrate(ctx, where); err != nil {
		return done, err
	}
	r, err := Open(ctx, where)
	if err != nil {
		return done, err
	}
	if err = r.write(ctx, func(t tx) error { return t.exec(ctx, `DELETE FROM awake`) }); err == nil {
		done.Report, err = r.Verify(ctx)
	}
	return done, errors.Join(err, r.Close())
}

// readBackup reads the manifest of a backup and holds every file against it.
func readBackup(ctx context.Context, from string) (BackupManifest, error) {
	var m BackupManifest
	data, err := os.ReadFile(filepath.Join(from, backupManifest))
	if err != nil {
		return m, fmt.Errorf("%w. A folder without %s is no backup, or one that was cut short: use an earlier one", err, backupManifest)
	}
	if err := json.Unmarshal(data, &m); err != nil || m.Schema != BackupSchema {
		return m, errors.Join(fmt.Errorf("%s is not one that this program knows: use the version that made the backup, or a newer one", backupManifest), err)
	}
	held := map[string]bool{}
	for _, f := range m.Files {
		if !filepath.IsLocal(filepath.FromSlash(f.Name)) {
			return m, fmt.Errorf("%s names a file outside the backup: it was not made by starter backup", backupManifest)
		}
		sum, size, err := hashed(filepath.Join(from, filepath.FromSlash(f.Name)))
		if err == nil && (sum != f.SHA256 || size != f.Size) {
			err = errors.New("it is not what was backed up")
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			return m, fmt.Errorf("the backup is damaged, %s: %w. Use another one", f.Name, err)
		}
		held[f.Name] = true
	}
	if m.Register != held[backupRegister] {
		return m, errors.New("the backup’s manifest does not name its register: use another one")
	}
	return m, nil
}
