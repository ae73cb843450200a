package records

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"sendpanel/casework"
)

// other names the register that another process of a test is to write to.
const other = "RECORDS_TEST_OTHER_PROCESS"

// forEver has the other process record until it is killed.
const forEver = "RECORDS_TEST_FOR_EVER"

// TestOtherProcess is not a test of its own: twoProcesses runs it as another program.
func TestOtherProcess(t *testing.T) {
	url := os.Getenv(other)
	if url == "" {
		t.Skip("only run by another test")
	}
	r := home{Options: Options{URL: url, Files: t.TempDir()}}.open(t)
	if os.Getenv(forEver) != "" {
		ref := receive(t, r, "for ever")
		for seq := 2; ; seq++ {
			record(t, r, ref, next(seq, "", "call"))
			fmt.Println(seq) // told only once it is recorded
		}
	}
	writeABit(t, r, fmt.Sprint("process ", os.Getpid()))
}

// writeABit opens twenty cases and records in each.
func writeABit(t testing.TB, r *Register, who string) {
	for i := range 20 {
		ref := receive(t, r, fmt.Sprint(who, i))
		record(t, r, ref, next(2, "k", "call"))
	}
}

// twoProcesses has two more programs write to the register at once.
func twoProcesses(t *testing.T, p home) {
	r := p.open(t)
	var running [2]*exec.Cmd
	var said [2]bytes.Buffer
	for i := range running {
		c := exec.Command(os.Args[0], "-test.run=^TestOtherProcess$")
		c.Env = append(os.Environ(), other+"="+p.URL, "TMPDIR="+t.TempDir())
		c.Stdout, c.Stderr = &said[i], &said[i]
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		running[i] = c
	}
	writeABit(t, r, "here")
	for i, c := range running {
		if err := c.Wait(); err != nil {
			t.Errorf("the other process: %v\n%s", err, &said[i])
		}
	}
	if report := verified(t, r); !report.Sound() || report.Cases != 60 || report.Events != 120 {
		t.Errorf("the report says %+v", report)
	}
}

// killed kills another program while it records: what it had been told is recorded is there, whole.
func killed(t *testing.T, p home) {
	c := exec.Command(os.Args[0], "-test.run=^TestOtherProcess$")
	c.Env = append(os.Environ(), other+"="+p.URL, forEver+"=1", "TMPDIR="+t.TempDir())
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	told, lines := 0, bufio.NewScanner(out)
	for lines.Scan() {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Errorf("the other process says %q", lines.Text())
			break
		}
		if told = n; told == 25 {
			break
		}
	}
	if err := c.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = c.Wait() // it says that it was killed
	r := p.open(t)
	events, err := r.Events(context.Background(), casework.NewRef(2026, 1))
	if err != nil || told != 25 || len(events) < told {
		t.Errorf("%d events are there, told were %d, %v", len(events), told, err)
	}
	mustBeSound(t, r)
	// A server may still be finishing what the dead process asked for: then one more event is there than was read.
	err = r.Record(context.Background(), casework.NewRef(2026, 1), []casework.Event{next(len(events)+1, "", "call")})
	if err != nil && !errors.As(err, new(ConflictError)) {
		t.Error(err)
	}
}

// anyRetries records the events of a case in any pieces, from any point before the end, as often as it likes, through
// either of two registers: the case comes out the same.
func anyRetries(t *testing.T, p home) {
	registers, cases := []*Register{p.open(t), p.open(t)}, 0
	rapid.Check(t, func(rt *rapid.T) {
		cases++
		ref := receive(t, registers[0], fmt.Sprint("case ", cases))
		events := []casework.Event{opened(ref)}
		for len(events) < rapid.IntRange(2, 6).Draw(rt, "length") {
			n := len(events) + 1
			events = append(events, next(n, fmt.Sprint("k", n), fmt.Sprint("task ", n)))
		}
		for stored := 1; stored < len(events); {
			from := rapid.IntRange(0, stored).Draw(rt, "from")
			to := rapid.IntRange(from, len(events)).Draw(rt, "to")
			r := registers[rapid.IntRange(0, 1).Draw(rt, "register")]
			if err := r.Record(context.Background(), ref, events[from:to]); err != nil {
				rt.Fatalf("record %d to %d with %d stored: %v", from+1, to, stored, err)
			}
			stored = max(stored, to)
		}
		got, err := registers[1].Events(context.Background(), ref)
		if err != nil || len(got) != len(events) {
			rt.Fatalf("%d events of %d, %v", len(got), len(events), err)
		}
	})
	mustBeSound(t, registers[0])
}
