//go:build !unix

package letters

import "testing"

// processorTime is not known here.
func processorTime(*testing.B) func() { return func() {} }
