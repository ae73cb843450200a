package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/records/pgtest"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// TestLettersWaitForThePrintFolder has letters become due while the folder cannot be written. Nothing of the case is
// lost, other commands are answered, and the letters go by themselves, once, when the folder is mended.
func TestLettersWaitForThePrintFolder(t *testing.T) {
	t.Run("read-only", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("this account writes in read-only folders too; see the subtest beside this one")
		}
		lettersWait(t, func(dir string) error { return os.Chmod(dir, 0o500) }, func(dir string) error { return os.Chmod(dir, 0o750) })
	})
	t.Run("mounted read-only", func(t *testing.T) {
		if runtime.GOOS != "linux" || os.Geteuid() != 0 {
			t.Skip("only root on Linux can mount a folder read-only")
		}
		lettersWait(t, func(dir string) error {
			return cmp.Or(mounted(t, dir, "--bind", dir, dir), mounted(t, dir, "-o", "remount,bind,ro", dir))
		}, func(dir string) error { return exec.Command("umount", dir).Run() })
	})
	t.Run("a file in its place", func(t *testing.T) {
		lettersWait(t, func(dir string) error {
			return errors.Join(os.Rename(dir, dir+".away"), os.WriteFile(dir, nil, 0o600))
		}, func(dir string) error {
			return errors.Join(os.Remove(dir), os.Rename(dir+".away", dir))
		})
	})
}

func lettersWait(t *testing.T, spoil, mend func(dir string) error) {
	settings := tempData(t)
	st := stood(t, settings)
	folder := st.desk.Settings().Print
	if err := spoil(folder); err != nil {
		t.Fatal(err)
	}
	c := st.received(t, 1, 1)
	eventually(t, func() error { return st.tried(c.Ref, 2) })
	st.do(t, c.Ref, toPanel(c.Opened.Received)[0])
	if now, err := st.desk.Case(t.Context(), c.Ref); err != nil || len(now.Owed()) == 0 {
		t.Errorf("the case owes %v, %v; its letters cannot have gone", now.Owed(), err)
	}
	if err := mend(folder); err != nil {
		t.Fatal(err)
	}
	oneFileForEach(t, st, st.settled(t, c.Ref))
}

// tried reports nothing when an activity of the case has been tried so often and is being tried again.
func (st *stand) tried(ref casework.Ref, times int32) error {
	d, err := st.desk.Cases.Temporal.DescribeWorkflowExecution(context.Background(), workflows.WorkflowID(ref), "")
	if err != nil {
		return err
	}
	for _, a := range d.GetPendingActivities() {
		if a.GetAttempt() >= times {
			return nil
		}
	}
	return fmt.Errorf("no activity of %s has been tried %d times", ref, times)
}

// oneFileForEach checks that every letter of the case lies in the print folder once.
func oneFileForEach(t *testing.T, st *stand, c casework.Case) {
	t.Helper()
	live := 0
	for _, l := range c.Letters {
		if l.State == casework.LetterIssued || l.State == casework.LetterPosted {
			live++
		}
	}
	eventually(t, func() error { // a letter that was voided is taken out of the folder in its own time
		if files := printedFiles(t, st.desk.Settings().Print, c.Ref); live == 0 || len(files) != live {
			return fmt.Errorf("%s has %d letters out and the print folder holds %v: %+v", c.Ref, live, files, c.Letters)
		}
		return nil
	})
}

// TestTemporalAwayWhileSubmitting submits by the command line while the Temporal server is dead. The request is received,
// and the worker, which was never stopped, takes the case up when the server is back.
func TestTemporalAwayWhileSubmitting(t *testing.T) {
	h := newHouse(t)
	port := strconv.Itoa(aFreePort(t))
	cluster := func() *process {
		p := h.start("devserver", nil, "cluster", "--home", h.home, "--temporal-port", port, "--ui-port", "0")
		p.says("Temporal is running")
		return p
	}
	running := cluster()
	worker := h.start("worker", []string{"TEMPORAL_ADDRESS=127.0.0.1:" + port, "TEMPORAL_NAMESPACE=" + namespace})
	eventually(t, func() error { _, err := os.Stat(filepath.Join(h.data(), "service.json")); return err })
	running.kill()

	ref := h.submit("Juniper", 2)
	if out, err := h.starter("consult", string(ref), "--as", "amina.khan", "--whom", "family", "--how", "call", "--key", "asked"); err == nil {
		t.Errorf("a command was answered while nobody could: %s", out)
	}
	running = cluster()
	h.printedOnce(h.printed(ref))
	eventually(t, func() error {
		_, err := h.starter("consult", string(ref), "--as", "amina.khan", "--whom", "family", "--how", "call", "--key", "asked")
		return err
	})
	if got := withKey(h.events(ref), "asked"); got != 1 {
		t.Errorf("the consultation is recorded %d times", got)
	}
	worker.stop()
	running.stop()
}

func aFreePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// withKey counts the commands that began with the key.
func withKey(events []casework.Event, key string) (n int) {
	for _, e := range events {
		if e.Key == key {
			n++
		}
	}
	return n
}

// TestPostgresAwayInMidCase takes the register's PostgreSQL away in mid-case, while letters are due and a command is under
// way. Nobody is told that something was recorded; when it is back both are done by themselves, once.
//
// The server is the tests' own and cannot be stopped alone, so the wire to it is cut: connections break and new ones are
// refused, as when it is down.
func TestPostgresAwayInMidCase(t *testing.T) {
	database, err := url.Parse(pgtest.Start(t))
	if err != nil {
		t.Fatal(err)
	}
	wire := newWire(t, database.Host)
	database.Host = wire.address
	settings := tempData(t)
	settings.Register = database.String()
	st := stood(t, settings)
	officer := st.actor(t, "amina.khan")
	c := st.received(t, 1, 1)
	wire.cut()

	if _, err := st.desk.Receive(t.Context(), aRequest(t, 2, 1), 0); err == nil {
		t.Error("a request was called received while nothing could store it")
	}
	asked := toPanel(c.Opened.Received)[0]
	if err := st.give(t.Context(), c.Ref, asked); err == nil || casework.AsRefused(err) != nil {
		t.Errorf("a command was told %v; it must be told neither that it was recorded nor that it was refused", err)
	}
	// Given past the desk, the command reaches the workflow, which holds it until the register answers.
	answer := make(chan error, 1)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		_, err := st.desk.Cases.Do(ctx, c.Ref, casework.Command{Key: asked.key, By: officer, Act: asked.act})
		answer <- err
	}()
	select {
	case err := <-answer:
		t.Errorf("the command was answered without a register: %v", err)
	case <-time.After(3 * time.Second): // as long as PostgreSQL is away
	}
	wire.mend(t)
	if err := <-answer; err != nil {
		t.Errorf("the command was not recorded when the register was back: %v", err)
	}
	st.do(t, c.Ref, asked) // the same key again changes nothing
	oneFileForEach(t, st, st.settled(t, c.Ref))
	if events, err := st.desk.Register.Events(t.Context(), c.Ref); err != nil || withKey(events, asked.key) != 1 {
		t.Errorf("the consultation is recorded %d times, %v", withKey(events, asked.key), err)
	}
	if report, err := st.desk.Register.Verify(t.Context()); err != nil || !report.Sound() {
		t.Errorf("the register is not sound: %v, %v", report.Faults, err)
	}
}

func (st *stand) actor(t *testing.T, who casework.PersonID) casework.Actor {
	t.Helper()
	in, err := st.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	by, err := in.Actor(who, statute.DayOf(time.Now()), "test")
	if err != nil {
		t.Fatal(err)
	}
	return by
}

// wire passes connections on, until it is cut.
type wire struct {
	address, to string
	mu          sync.Mutex
	listener    net.Listener
	open        []net.Conn
}

func newWire(t *testing.T, to string) *wire {
	t.Helper()
	w := &wire{address: "127.0.0.1:0", to: to}
	w.mend(t)
	w.address = w.listener.Addr().String()
	t.Cleanup(w.cut)
	return w
}

// mend listens, on the address it had before.
func (w *wire) mend(t *testing.T) {
	t.Helper()
	listener, err := net.Listen("tcp", w.address)
	if err != nil {
		t.Fatal(err)
	}
	w.mu.Lock()
	w.listener = listener
	w.mu.Unlock()
	go w.serve(listener)
}

func (w *wire) serve(listener net.Listener) {
	for {
		from, err := listener.Accept()
		if err != nil {
			return // cut
		}
		to, err := net.Dial("tcp", w.to)
		if err != nil {
			_ = from.Close()
			continue
		}
		w.mu.Lock()
		w.open = append(w.open, from, to)
		w.mu.Unlock()
		go pass(from, to)
		go pass(to, from)
	}
}

func pass(from, to net.Conn) {
	_, _ = io.Copy(to, from)
	_ = errors.Join(from.Close(), to.Close())
}

// cut refuses new connections and breaks those there are.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	_ = w.listener.Close()
	for _, c := range w.open {
		_ = c.Close()
	}
	w.open = nil
}

// TestTwoDecidersAtOnce has two officers decide one case at the same moment. One decision is recorded; the other officer is
// told in plain words.
func TestTwoDecidersAtOnce(t *testing.T) {
	st := stood(t, tempData(t))
	for n := range 5 { // who is first is chance
		c := st.received(t, n, 20)
		st.do(t, c.Ref, toPanel(c.Opened.Received)...)
		st.do(t, c.Ref, fiveViews()[0], recommended())
		answers := bothDecide(t, st, c.Ref)
		refused := casework.AsRefused(errors.Join(answers[0], answers[1]))
		if refused == nil || (answers[0] == nil) == (answers[1] == nil) {
			t.Fatalf("the two were told %v and %v; want one decision and one refusal", answers[0], answers[1])
		}
		if said := refused.Error(); !strings.Contains(said, "decided") {
			t.Errorf("the refusal does not say that the case is decided: %s", said)
		}
		if decisions := withKind(st.events(t, c.Ref), casework.KindDecided); decisions != 1 {
			t.Errorf("%s holds %d decisions", c.Ref, decisions)
		}
	}
}

func bothDecide(t *testing.T, st *stand, ref casework.Ref) (answers [2]error) {
	t.Helper()
	var wait sync.WaitGroup
	for i, who := range []casework.PersonID{"priya.raman", "tom.whitfield"} {
		wait.Go(func() {
			d := decided()
			d.as, d.key = who, "decision of "+string(who)
			answers[i] = st.give(t.Context(), ref, d)
		})
	}
	wait.Wait()
	return answers
}

func (st *stand) events(t *testing.T, ref casework.Ref) []casework.Event {
	t.Helper()
	events, err := st.desk.Register.Events(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	return events
}
