package records

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// BackupSchema is the shape of a backup's manifest.
const BackupSchema = "sendpanel/backup/1"

// The names of what lies in a backup.
const (
	backupManifest = "backup.json"
	backupRegister = "register.db"
	backupFiles    = "files"
	backupKeys     = "keys.json"
)

// BackupManifest says what a backup holds. It is written last: a folder without it is no backup.
type BackupManifest struct {
	Schema   string         `json:"schema"`
	At       time.Time      `json:"made_at"` // when it was begun, in real time
	By       string         `json:"made_by"`
	Register bool           `json:"register"`  // false on PostgreSQL, whose own backup holds it
	Keys     bool           `json:"keys"`      // the key set is among the files
	Cases    int            `json:"cases"`     // and so on: what a verification of the copy counted; 0 without a register
	Events   int            `json:"events"`    //
	Letters  int            `json:"letters"`   //
	LastSeal Seal           `json:"last_seal"` // the zero Seal for none
	Faults   []string       `json:"faults"`    // what was damaged already when the backup was made
	Files    []ExportedFile `json:"files"`     // by name
}

// BackupPlan says what is copied, where to and by whom.
type BackupPlan struct {
	To   string    // a folder that is empty or not there yet
	By   string    // who makes it
	Keys string    // the file of the key set; empty to leave it out
	At   time.Time // when it is begun
}

// Backup copies the register and its files while others go on working. The copy is the register as it was at one moment.
// It is verified as a register of its own before the manifest is written, and what was damaged before is named in the
// manifest: a copy of a damaged register is still better than none.
//
// On PostgreSQL only the files are copied. The database is for pg_dump, which should run first: then every letter that
// the dump names has its file here.
//
// The error says that no backup was made; what had been written is removed.
func (r *Register) Backup(ctx context.Context, plan BackupPlan) (BackupManifest, error) {
	m := BackupManifest{Schema: BackupSchema, At: plan.At.UTC(), By: plan.By, Register: r.dialect.copyTo != "", Faults: []string{}}
	to, err := filepath.Abs(plan.To)
	if err == nil {
		err = emptyFolder(to)
	}
	if err != nil {
		return m, fmt.Errorf("back up: %w", err)
	}
	err = r.backup(ctx, to, plan, &m)
	if err != nil {
		return m, errors.Join(fmt.Errorf("back up: %w", err), emptied(to))
	}
	return m, nil
}

func (r *Register) backup(ctx context.Context, to string, plan BackupPlan, m *BackupManifest) error {
	folder, ok := r.files.(Folder)
	if !ok {
		return errors.New("the register's files do not lie in a folder: copy them where they lie")
	}
	// The register comes first: a letter's file is stored before the letter, so each that the copy names is there.
	if m.Register {
		if err := r.copyRegister(ctx, filepath.Join(to, backupRegister)); err != nil {
			return err
		}
	}
	if err := copyFiles(ctx, folder, Folder(filepath.Join(to, backupFiles)), m); err != nil {
		return err
	}
	if plan.Keys != "" {
		keys, err := os.ReadFile(plan.Keys)
		if err != nil {
			return fmt.Errorf("read the key set: %w", err)
		}
		if err := writeThrough(filepath.Join(to, backupKeys), keys); err != nil {
			return err
		}
		m.Keys = true
	}
	if m.Register {
		if err := m.verify(ctx, to); err != nil {
			return err
		}
	}
	var err error
	if m.Files, err = listed(ctx, to); err != nil {
		return err
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return writeThrough(filepath.Join(to, backupManifest), data)
}

// copyRegister writes the database, as it is at one moment, into a new file and waits until it is on the disk.
func (r *Register) copyRegister(ctx context.Context, path string) error {
	if err := makePrivate(path); err != nil {
		return err
	}
	if _, err := r.db.ExecContext(ctx, r.dialect.copyTo, path); err != nil {
		return fmt.Errorf("copy the register: %w", err)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close(), syncFolder(filepath.Dir(path)))
}

// copyFiles copies every file whose content is what its name says, and notes those whose content is not.
func copyFiles(ctx context.Context, from, to Folder, m *BackupManifest) error {
	if err := os.MkdirAll(string(to), 0o700); err != nil {
		return err
	}
	err := filepath.WalkDir(string(from), func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) { // no letter yet, or one that was destroyed on purpose meanwhile
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		sum := filepath.Base(filepath.Dir(path)) + d.Name()
		if raw, err := hex.DecodeString(sum); err != nil || len(raw) != 32 {
			return ctx.Err() // one that is just being written
		}
		content, err := from.Get(ctx, sum)
		if damage := new(DamageError); errors.As(err, damage) {
			if _, gone := os.Stat(path); !errors.Is(gone, fs.ErrNotExist) {
				m.Faults = append(m.Faults, damage.Where+": "+damage.What)
			}
			return ctx.Err()
		}
		if err == nil {
			_, err = to.Put(ctx, content)
		}
		return errors.Join(err, ctx.Err())
	})
	if err != nil {
		return fmt.Errorf("copy the files: %w", err)
	}
	return nil
}

// verify opens the copy as a register of its own and verifies it.
func (m *BackupManifest) verify(ctx context.Context, at string) error {
	report, err := verifiedAt(ctx, at)
	if err != nil {
		return fmt.Errorf("verify the copy: %w", err)
	}
	m.Cases, m.Events, m.Letters, m.LastSeal = report.Cases, report.Events, report.Letters, report.LastSeal
	for _, f := range report.Faults {
		m.Faults = append(m.Faults, f.String())
	}
	return nil
}

// verifiedAt verifies the register in a folder that has the layout of a backup.
func verifiedAt(ctx context.Context, at string) (Report, error) {
	r, err := Open(ctx, Options{URL: filepath.Join(at, backupRegister), Files: filepath.Join(at, backupFiles)})
	if err != nil {
		return Report{}, err
	}
	report, err := r.Verify(ctx)
	return report, errors.Join(err, r.Close())
}

// listed are the files below a folder with their hashes, by name.
func listed(ctx context.Context, folder string) ([]ExportedFile, error) {
	files := []ExportedFile{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return errors.Join(err, ctx.Err())
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		sum, size, err := hashed(path)
		files = append(files, ExportedFile{Name: filepath.ToSlash(name), Size: size, SHA256: sum})
		return err
	})
	slices.SortFunc(files, func(a, b ExportedFile) int { return strings.Compare(a.Name, b.Name) })
	return files, err
}
