package records

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Files keeps whole files under the SHA-256 of what they hold, in hexadecimal. What is put twice is kept once, and
// nothing is ever changed.
type Files interface {
	Put(ctx context.Context, content []byte) (sha256 string, err error)
	Get(ctx context.Context, sha256 string) ([]byte, error) // a [DamageError] where the content is not what was put
	Remove(ctx context.Context, sha256 string) error        // nothing happens where there is no such file
}

// Folder keeps files in a folder, which only the service's own user may read.
type Folder string

// Put writes the file beside its place, waits until it is on the disk, and renames it: there is never half a file.
func (f Folder) Put(_ context.Context, content []byte) (string, error) {
	sum := hexOf(content)
	path := f.path(sum)
	if held, err := os.ReadFile(path); err == nil && hexOf(held) == sum {
		return sum, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("keep file %s: %w", sum, err)
	}
	if err := writeThrough(path, content); err != nil {
		return "", fmt.Errorf("keep file %s: %w", sum, err)
	}
	return sum, nil
}

// Get reads a file and makes sure that it is what was put.
func (f Folder) Get(_ context.Context, sum string) ([]byte, error) {
	if raw, err := hex.DecodeString(sum); err != nil || len(raw) != sha256.Size {
		return nil, DamageError{Where: "files", What: "the name asked for is not the hash of a file"}
	}
	content, err := os.ReadFile(f.path(sum))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, DamageError{Where: "file " + sum, What: "it is missing"}
	}
	if err != nil {
		return nil, fmt.Errorf("read file %s: %w", sum, err)
	}
	if hexOf(content) != sum {
		return nil, DamageError{Where: "file " + sum, What: "its content is not what was stored"}
	}
	return content, nil
}

// Remove overwrites the file and takes it away. On a disk that moves what it writes, the old content may still be found.
func (f Folder) Remove(_ context.Context, sum string) error {
	if raw, err := hex.DecodeString(sum); err != nil || len(raw) != sha256.Size {
		return DamageError{Where: "files", What: "the name to be removed is not the hash of a file"}
	}
	path := f.path(sum)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = overwrite(path, info.Size())
	}
	if err = errors.Join(err, os.Remove(path)); err != nil {
		return fmt.Errorf("remove file %s: %w", sum, err)
	}
	return syncFolder(filepath.Dir(path))
}

// overwrite puts zeros in the place of what a file holds.
func overwrite(path string, size int64) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.Write(make([]byte, size))
	return errors.Join(err, file.Sync(), file.Close())
}

// path spreads the files over 256 folders.
func (f Folder) path(sum string) string { return filepath.Join(string(f), sum[:2], sum[2:]) }

func writeThrough(path string, content []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // after the rename there is nothing left to remove
	_, err = temp.Write(content)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder puts the new name on the disk. Windows does so by itself and cannot be asked.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
