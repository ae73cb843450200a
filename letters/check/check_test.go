package check

import "testing"

func TestAGoodFilePasses(t *testing.T) {
	for _, f := range Check(made(t, good(t))) {
		t.Error(f)
	}
}
