package dispatch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"sendpanel/statute"
)

// Folder is a print folder: one PDF for each letter. The clerk prints what lies there, posts it, confirms the posting in
// the case, and may then move the file away.
//
// Beside the letters lie voided/, with those taken back, and .handed/, with a note of each letter that ever lay here, so
// that a letter which the clerk has taken is not printed a second time.
type Folder struct{ dir string }

var _ Carrier = (*Folder)(nil)

const (
	voided = "voided"
	handed = ".handed"
	// partSuffix marks a file that is being written. Its name begins with a dot, so that nobody prints half a letter.
	partSuffix = ".part-"
	// leftBehind is the age from which such a file is taken for the leavings of a machine that stopped.
	leftBehind = time.Hour
)

// PrintFolder opens the folder, makes it where it is missing, and clears away what a crash left half written.
func PrintFolder(dir string) (*Folder, error) {
	f := &Folder{dir: dir}
	for _, d := range []string{dir, f.path(voided), f.path(handed)} {
		if err := os.MkdirAll(d, 0o750); err != nil {
			return nil, fmt.Errorf("open the print folder: %w", err)
		}
	}
	if err := f.clearOld(); err != nil {
		return nil, fmt.Errorf("open the print folder: %w", err)
	}
	return f, nil
}

func (f *Folder) path(parts ...string) string {
	return filepath.Join(append([]string{f.dir}, parts...)...)
}

// Hand puts the letter into the folder. It is written under a passing name, flushed to the disk, and only then given its
// own, in one step that overwrites nothing; so the folder never shows half a letter, whenever the machine stops and
// however many workers hand the same one over.
//
// The errors that a person has to see to are [*TakenError] and [*WithdrawnError]; any other is the disk's.
func (f *Folder) Hand(ctx context.Context, item Item) (Receipt, error) {
	if err := ctx.Err(); err != nil {
		return Receipt{}, fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	name, err := item.Key.FileName()
	if err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Name: name, SHA256: sum(item.PDF), Channel: statute.FirstClass}
	receipt.Again, err = f.before(item.Key, name, receipt.SHA256)
	if err == nil && !receipt.Again {
		receipt.Again, err = f.put(item, name, receipt.SHA256)
	}
	if err != nil {
		return Receipt{}, fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	if err := f.note(name, receipt.SHA256); err != nil {
		return Receipt{}, fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	f.clear(name)
	return receipt, nil
}

// before reports whether the letter has been handed over: it lies here, or lay here once and was taken by the clerk.
func (f *Folder) before(key Key, name, sha string) (bool, error) {
	if _, err := os.Stat(f.path(voided, name)); err == nil {
		return false, &WithdrawnError{Key: key, Name: filepath.Join(voided, name)}
	}
	known, err := f.handedOver(name)
	if err != nil || known == "" {
		return false, err
	}
	if known != sha {
		return false, &TakenError{Key: key, Name: name, Before: known, Attempts: sha}
	}
	return true, nil
}

// Has reports whether a letter was ever put here: it lies here, lay here once, or was taken back.
func (f *Folder) Has(key Key) (bool, error) {
	name, err := key.FileName()
	if err != nil {
		return false, err
	}
	for _, path := range []string{f.path(name), f.path(handed, name), f.path(voided, name)} {
		_, err := os.Stat(path)
		if err == nil {
			return true, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return false, fmt.Errorf("look for letter %s in the print folder: %w", key, err)
		}
	}
	return false, nil
}

// handedOver is the SHA-256 of the letter of that name, by its file or else by its note; empty where there is neither.
func (f *Folder) handedOver(name string) (string, error) {
	pdf, err := os.ReadFile(f.path(name))
	if err == nil {
		return sum(pdf), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	noted, err := os.ReadFile(f.path(handed, name))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return string(bytes.TrimSpace(noted)), err
}

// put writes the letter and names it. It reports true where another worker was quicker with the same letter.
func (f *Folder) put(item Item, name, sha string) (bool, error) {
	part, err := write(f.dir, name, item.PDF)
	if err != nil {
		return false, err
	}
	err = rename(part, f.path(name))
	if err == nil {
		return false, syncDir(f.dir)
	}
	// Another worker named its own copy, and may have cleared this one away: what counts is which letter lies there now.
	known, lookErr := f.before(item.Key, name, sha)
	if lookErr != nil || known {
		return known, lookErr
	}
	return false, err
}

// write writes a file under a passing name in the folder and flushes it.
func write(dir, name string, data []byte) (string, error) {
	file, err := os.CreateTemp(dir, "."+name+partSuffix+"*")
	if err != nil {
		return "", err
	}
	_, err = file.Write(data)
	for _, step := range []func() error{func() error { return file.Chmod(0o640) }, file.Sync} {
		if err == nil {
			err = step()
		}
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", errors.Join(err, os.Remove(file.Name()))
	}
	return file.Name(), nil
}

// rename gives the part its own name and fails where that is taken. A link does this in one step; a file system without
// links is asked first, which leaves a moment in which two workers could both be told that the name is free: they would
// write the same letter.
func rename(part, name string) error {
	err := os.Link(part, name)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fs.ErrExist, err)
	}
	return os.Rename(part, name)
}

// note records that the letter lay here. Written after the letter: a note without a letter would be one that never goes.
func (f *Folder) note(name, sha string) error {
	path := f.path(handed, name)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	part, err := write(f.path(handed), name, []byte(sha+"\n"))
	if err != nil {
		return err
	}
	return os.Rename(part, path)
}

// Withdraw moves a voided letter's file to voided/, so that it is not posted by mistake. A letter that does not lie in
// the folder, or lies in voided/ already, is left as it is: whether the clerk has it in hand is for the clerk to say.
func (f *Folder) Withdraw(ctx context.Context, key Key) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("withdraw letter %s: %w", key, err)
	}
	name, err := key.FileName()
	if err != nil {
		return err
	}
	err = os.Rename(f.path(name), f.path(voided, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = errors.Join(syncDir(f.path(voided)), syncDir(f.dir))
	}
	if err != nil {
		return fmt.Errorf("withdraw letter %s: %w", key, err)
	}
	return nil
}

// clear removes what was written of a letter under a passing name. One that another worker is writing at this moment may
// be among it: that worker finds the letter in its place. What cannot be removed now goes when the folder is opened.
func (f *Folder) clear(name string) {
	parts, _ := fs.Glob(os.DirFS(f.dir), "."+name+partSuffix+"*")
	for _, p := range parts {
		_ = os.Remove(f.path(p))
	}
}

// clearOld removes what has lain half written for long, of any letter.
func (f *Folder) clearOld() error {
	for _, dir := range []string{f.dir, f.path(handed)} {
		parts, err := fs.Glob(os.DirFS(dir), ".*"+partSuffix+"*")
		if err != nil {
			return err
		}
		for _, name := range parts {
			p := filepath.Join(dir, name)
			info, err := os.Lstat(p)
			if err != nil || time.Since(info.ModTime()) < leftBehind {
				continue // gone meanwhile, or perhaps being written
			}
			if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// syncDir flushes the names in a folder. Windows has no such thing and needs none.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
