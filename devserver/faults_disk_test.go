package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"go.temporal.io/api/serviceerror"
	"go.temporal.io/server/common/config"

	"sendpanel/casework"
)

// mounted mounts something, or skips the test where that is not allowed, as in most containers.
func mounted(t *testing.T, at string, args ...string) error {
	t.Helper()
	if out, err := exec.Command("mount", args...).CombinedOutput(); err != nil {
		t.Skipf("mount %v is not possible here: %v: %s", args, err, out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", at).Run() })
	return nil
}

// TestTheDiskIsFull has everything, the register, Temporal's database and the letters, on a disk that fills up. What cannot be
// recorded is not said to be, and is recorded once when there is room again.
func TestTheDiskIsFull(t *testing.T) {
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("only root on Linux can mount a disk that is small enough")
	}
	disk := t.TempDir()
	_ = mounted(t, disk, "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk)
	settings := tempData(t)
	settings.Data = filepath.Join(disk, "data")
	st := stood(t, settings)
	before := st.received(t, 1, 20)
	st.settled(t, before.Ref)
	ballast := filepath.Join(disk, "ballast")
	if err := fill(ballast); err != nil {
		t.Fatal(err)
	}
	asked := toPanel(before.Opened.Received)[0]
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	if _, err := st.desk.Do(ctx, before.Ref, asked.as, before.Opened.Received.AddDays(20), asked.key, asked.act); err == nil {
		t.Error("a command was said to be recorded on a full disk")
	} else if casework.AsRefused(err) != nil {
		t.Errorf("a full disk was taken for a refusal: %v", err)
	}
	if _, err := st.desk.Receive(t.Context(), aRequest(t, 2, 1), 0); err == nil {
		t.Error("a request was said to be received on a full disk")
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	eventually(t, func() error { return st.give(t.Context(), before.Ref, asked) })
	after := st.received(t, 2, 1)
	oneFileForEach(t, st, st.settled(t, after.Ref))
	if c := st.settled(t, before.Ref); len(c.Consulted) != 1 {
		t.Errorf("the command that was sent again is recorded %d times", len(c.Consulted))
	}
}

// fill writes a file until nothing more fits.
func fill(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	return f.Close()
}

// TestTheServersStoreFails has the embedded server's database fail at every tenth call, before the call or after it was done,
// while cases are carried to their decision: nothing is lost and nothing doubled.
func TestTheServersStoreFails(t *testing.T) {
	var failing atomic.Bool
	var failed, asked atomic.Int64
	faults := func(config.FaultInjectionTarget) error {
		if !failing.Load() {
			return nil
		}
		asked.Add(1)
		if rand.IntN(10) > 0 {
			return nil
		}
		failed.Add(1)
		return serviceerror.NewUnavailable("the store was told to fail")
	}
	st, err := raiseWith(t.Context(), tempData(t), faults)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		failing.Store(false)
		if err := st.stop(); err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("stop the service: %v", err)
		}
	})
	failing.Store(true)
	refs := make([]casework.Ref, 4)
	for n := range refs {
		data := aRequest(t, n, 20)
		eventually(t, func() error {
			got, err := st.desk.Receive(t.Context(), data, 0)
			refs[n] = got.Case.Ref
			return err
		})
	}
	for _, ref := range refs {
		c, err := st.desk.Case(t.Context(), ref)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range append(toPanel(c.Opened.Received), recommended(), decided()) {
			eventually(t, func() error { return st.give(t.Context(), ref, s) })
		}
	}
	for _, ref := range refs {
		oneFileForEach(t, st, st.settled(t, ref))
		decisions := 0
		for _, e := range st.events(t, ref) {
			if _, ok := e.Body.(casework.Decided); ok {
				decisions++
			}
		}
		if decisions != 1 {
			t.Errorf("%s is decided %d times", ref, decisions)
		}
	}
	t.Logf("%d of %d calls to the store failed", failed.Load(), asked.Load())
	if failed.Load() == 0 {
		t.Error("no call failed: nothing was tried")
	}
}
