//go:build unix

package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestAStopThatHangsEndsInItsTime: a letter that is being written to a disk that does not answer, a pipe that nobody reads in
// the place of its file, holds up neither the stop of the whole process for long, nor the letter once the disk is back.
func TestAStopThatHangsEndsInItsTime(t *testing.T) {
	h := newHouse(t)
	running := h.service()
	first := casework.NewRef(statute.DayOf(time.Now().AddDate(0, 0, -1)).Year(), 1)
	pipe := filepath.Join(h.data(), "print", string(first)+"_acknowledgement_family-1-1_1.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	ref := h.submit("Jaspreet", 1)
	if ref != first {
		t.Fatalf("the case is %s, and the pipe stands for a letter of %s", ref, first)
	}
	eventually(t, func() error {
		stored, err := filepath.Glob(filepath.Join(h.data(), "files", "*", "*"))
		if err == nil && len(stored) == 0 {
			err = errors.New("no letter has been written yet")
		}
		return err
	})
	began := time.Now()
	if err := running.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- running.cmd.Wait() }()
	const most = 75 * time.Second
	select {
	case <-ended:
	case <-time.After(most):
		t.Fatalf("the process still runs %s after it was told to stop:\n%s", most, running.out)
	}
	t.Logf("it stopped in %s and said:\n%s", time.Since(began).Round(time.Second), running.out)
	if !strings.Contains(running.out.String(), "cut short") {
		t.Error("it did not say that something was cut short")
	}
	if err := os.Remove(pipe); err != nil {
		t.Fatal(err)
	}
	running = h.service()
	h.printedOnce(h.printed(ref))
	running.stop()
}
