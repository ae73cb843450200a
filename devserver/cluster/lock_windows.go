package cluster

import (
	"errors"
	"io/fs"
	"os"
)

// take holds the file open: Windows does not delete a file that somebody has open,
// so a lock file that can be deleted was left by a process that is gone.
func take(path string) (*os.File, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errLocked
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, errLocked
	}
	return f, err
}
