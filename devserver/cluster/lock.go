package cluster

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// errLocked is what take returns when another process has the lock.
var errLocked = errors.New("locked by another process")

// fileLock keeps every other process away from a cluster's file. The operating
// system lets go of it when the process ends, however it ends.
type fileLock struct{ f *os.File }

// lockFile takes the lock beside the cluster's file. A cluster in memory needs none, and gets nil.
func lockFile(file string) (*fileLock, error) {
	if file == "" {
		return nil, nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, err
	}
	path := file + ".lock"
	f, err := take(path)
	if errors.Is(err, errLocked) {
		return nil, fmt.Errorf("%s is in use by another SEND Panel%s: stop that one first, or choose another data folder", file, holder(path))
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", file, err)
	}
	if err := sign(f); err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", file, err), f.Close())
	}
	return &fileLock{f}, nil
}

// sign writes this process's number into the lock file, for the person who meets it.
func sign(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// holder names the process that has the lock, if it can be read.
func holder(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 20))
	if pid := strings.TrimSpace(string(b)); err == nil && pid != "" {
		return " (process " + pid + ")"
	}
	return ""
}

// release gives the file back. The lock file stays: removing it would let two
// processes lock two files of one name.
func (l *fileLock) release() error {
	if l == nil {
		return nil
	}
	return l.f.Close()
}
