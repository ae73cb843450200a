package sealing_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"go.temporal.io/sdk/temporal"
	"google.golang.org/protobuf/proto"

	"sendpanel/service/sealing"
)

const secret = "Jaspreet Dhillon"

func TestWhatIsSealedReadsBackAndTellsNothing(t *testing.T) {
	seal := newSeal(t)
	sealed, err := seal.DataConverter().ToPayloads(map[string]string{"child": secret})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := proto.Marshal(sealed)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(raw, []byte("Jaspreet")) {
		t.Error("the sealed payload shows the name")
	}
	var back map[string]string
	if err := seal.DataConverter().FromPayloads(sealed, &back); err != nil || back["child"] != secret {
		t.Errorf("read back %v, %v", back, err)
	}
}

func TestFailuresAreSealed(t *testing.T) {
	seal := newSeal(t)
	failure := seal.FailureConverter().ErrorToFailure(temporal.NewApplicationError(secret+" has no address", "refused"))
	raw, err := proto.Marshal(failure)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(raw, []byte("Jaspreet")) {
		t.Error("the sealed failure shows the name")
	}
	var app *temporal.ApplicationError
	if back := seal.FailureConverter().FailureToError(failure); !errors.As(back, &app) || app.Message() != secret+" has no address" {
		t.Errorf("the failure reads back as %v", back)
	}
}

func TestAnotherKeyOpensNothing(t *testing.T) {
	sealed, err := newSeal(t).DataConverter().ToPayload(secret)
	if err != nil {
		t.Fatal(err)
	}
	var back string
	if err := newSeal(t).DataConverter().FromPayload(sealed, &back); err == nil {
		t.Errorf("another key opened the payload: %q", back)
	}
}

func TestProgramsThatStartAtOnceShareOneKeySet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "keys.json")
	seals := make([]*sealing.Seal, 8)
	var wait sync.WaitGroup
	for i := range seals {
		wait.Go(func() {
			seal, err := sealing.Open(path)
			if err != nil {
				t.Error(err)
			}
			seals[i] = seal
		})
	}
	wait.Wait()
	sealed, err := seals[0].DataConverter().ToPayload(secret)
	if err != nil {
		t.Fatal(err)
	}
	for i, seal := range seals {
		var back string
		if err := seal.DataConverter().FromPayload(sealed, &back); err != nil || back != secret {
			t.Errorf("program %d reads %q, %v", i, back, err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key set has mode %v, %v; want 0600", info.Mode(), err)
	}
}

func newSeal(t *testing.T) *sealing.Seal {
	t.Helper()
	seal, err := sealing.New()
	if err != nil {
		t.Fatal(err)
	}
	return seal
}
