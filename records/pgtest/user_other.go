//go:build !unix

package pgtest

import "syscall"

// handOver has nothing to do where there is no root.
func handOver(string) (*syscall.SysProcAttr, error) { return nil, nil }
