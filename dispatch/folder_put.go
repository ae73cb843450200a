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

	"sendpanel/statute"
)

// put is one letter on its way into the folder. Each step is taken only where the ones before went well.
type put struct {
	folder  *Folder
	item    Item
	receipt Receipt
	part    string // where it lies under a passing name; empty where it need not be written
	named   bool   // it was given its name by this hand
	err     error
}

func (p *put) step(do func() error) {
	if p.err == nil {
		p.err = do()
	}
}

func (p *put) outcome() Outcome {
	if p.err != nil {
		return Outcome{Err: fmt.Errorf("hand over letter %s: %w", p.item.Key, p.err)}
	}
	p.folder.clear(p.receipt.Name)
	return Outcome{Receipt: p.receipt}
}

// prepare writes the letter under a passing name, unless it has been handed over before.
func (p *put) prepare(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	name, err := p.item.Key.FileName()
	if err != nil {
		return err
	}
	p.receipt = Receipt{Name: name, SHA256: sum(p.item.PDF), Channel: statute.FirstClass}
	if p.receipt.Again, err = p.before(); err == nil && !p.receipt.Again {
		p.part, err = p.folder.write(name, p.item.PDF)
	}
	return err
}

// before reports whether the letter has been handed over: it lies here, or lay here once and was taken by the clerk.
func (p *put) before() (bool, error) {
	f, name := p.folder, p.receipt.Name
	if _, err := os.Stat(f.path(voided, name)); err == nil {
		return false, &WithdrawnError{Key: p.item.Key, Name: filepath.Join(voided, name)}
	}
	known, err := f.handedOver(name)
	if err != nil || known == "" {
		return false, err
	}
	if known != p.receipt.SHA256 {
		return false, &TakenError{Key: p.item.Key, Name: name, Before: known, Attempts: p.receipt.SHA256}
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

// name gives the letter its name, unless another worker was quicker with the same letter.
func (p *put) name() error {
	if p.part == "" {
		return nil
	}
	err := rename(p.part, p.folder.path(p.receipt.Name))
	if err == nil {
		p.named = true
		return nil
	}
	// Another worker named its own copy, and may have cleared this one away: what counts is which letter lies there now.
	known, lookErr := p.before()
	if lookErr != nil || known {
		p.receipt.Again = known
		return lookErr
	}
	return err
}

// note records that the letter lay here. Written after the letter: a note without a letter would be one that never goes.
func (p *put) note() error {
	path := p.folder.path(handed, p.receipt.Name)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	part, err := p.folder.write("note-"+p.receipt.Name, []byte(p.receipt.SHA256+"\n"))
	if err != nil {
		return err
	}
	return os.Rename(part, path)
}

// write writes a file under a passing name and flushes it.
func (f *Folder) write(name string, data []byte) (string, error) {
	file, err := os.CreateTemp(f.path(writing), name+partSuffix+"*")
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
