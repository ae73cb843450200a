//go:build race

package browsertest

// racing says that the race detector is at work.
const racing = true
