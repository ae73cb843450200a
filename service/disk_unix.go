//go:build unix

package service

import "golang.org/x/sys/unix"

// freeBytes is how much of the disk under a folder may still be written.
func freeBytes(folder string) (uint64, bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return s.Bavail * uint64(s.Bsize), true
}
