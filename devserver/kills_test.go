package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/dispatch"
	"sendpanel/statute"
)

// killsVariable is how often [TestKilledBetweenAnyTwoSteps] kills the worker; 200 takes some minutes.
const killsVariable = "SENDPANEL_KILLS"

// carriers is how many people submit requests and carry their cases at the same time.
const carriers = 6

// TestKilledBetweenAnyTwoSteps kills the worker again and again, at random moments, while several people submit requests
// and give commands, each again under the same key until it is answered. At the end nothing is lost and nothing doubled:
// every request is one case, every command is recorded once, every letter lies in the print folder once, and the register
// is sound.
func TestKilledBetweenAnyTwoSteps(t *testing.T) {
	kills := killsWanted(t)
	h := newHouse(t)
	r := startRaid(t, h)
	var wait sync.WaitGroup
	for who := range carriers {
		wait.Go(func() { r.carry(t, who) })
	}
	for range kills {
		r.strike(t, 1200*time.Millisecond)
	}
	r.over.Store(true)
	wait.Wait()
	if t.Failed() {
		t.FailNow()
	}
	r.check(t)
	t.Logf("%d kills, %d cases, %d commands answered, %d of them after they had been given more than once", kills, len(r.cases), r.answered.Load(), r.again.Load())
}

func killsWanted(t *testing.T) int {
	t.Helper()
	said := os.Getenv(killsVariable)
	if said == "" {
		return 12
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		t.Fatalf("%s is %q, and should be a number of kills", killsVariable, said)
	}
	return n
}

// raid is a worker that is killed and started again, and what was promised to people meanwhile.
type raid struct {
	h        *house
	env      []string
	cluster  *process
	worker   *process
	side     *stand // the desk of the people; nothing is carried in the test's own process
	over     atomic.Bool
	answered atomic.Int64
	again    atomic.Int64
	mu       sync.Mutex
	cases    map[casework.Ref][]string // the keys that were answered
	requests map[string]casework.Ref   // by their bytes
}

func startRaid(t *testing.T, h *house) *raid {
	t.Helper()
	r := &raid{h: h, side: &stand{log: &log{}}, cases: map[casework.Ref][]string{}, requests: map[string]casework.Ref{}}
	r.cluster = h.start("devserver", nil, "cluster", "--home", h.home, "--temporal-port", "0", "--ui-port", "0")
	r.cluster.says("Temporal is running")
	_, said, _ := strings.Cut(r.cluster.out.String(), "TEMPORAL_ADDRESS=")
	address := strings.Fields(said)[0]
	r.env = []string{"TEMPORAL_ADDRESS=" + address, "TEMPORAL_NAMESPACE=" + namespace}
	r.worker = h.start("worker", r.env)
	settings := tempData(t)
	settings.Data, settings.Temporal = h.data(), address
	if err := r.side.open(settings); err != nil {
		t.Fatalf("%v\n%s", err, r.worker.out)
	}
	t.Cleanup(func() { _ = r.side.desk.Close() })
	return r
}

// strike lets the worker run for a random while, kills it, and starts another. Some are killed before they have carried
// anything, most in the middle of something.
func (r *raid) strike(t *testing.T, within time.Duration) {
	t.Helper()
	// The moment has to be any moment, so nothing is waited for but time.
	select {
	case <-time.After(100*time.Millisecond + rand.N(within)):
	case <-t.Context().Done():
	}
	r.worker.kill()
	r.worker = r.h.start("worker", r.env)
}

// carry submits requests and carries their cases to the decision, until the raid is over and the case in hand is done.
func (r *raid) carry(t *testing.T, who int) {
	for n := who; !r.over.Load(); n += carriers {
		request := aRequest(t, n, 20)
		ref, err := r.submit(request)
		if err != nil {
			t.Errorf("submit request %d: %v", n, err)
			return
		}
		r.note(string(request), ref)
		for _, s := range toDecision() {
			if err := r.give(ref, s); err != nil {
				t.Errorf("%s of %s: %v", s.key, ref, err)
				return
			}
		}
	}
}

// toDecision are all commands of a case, from receipt to the call to the family.
func toDecision() []step {
	steps := toPanel(statute.DayOf(time.Now()).AddDays(-10))
	return append(append(steps, fiveViews()[:2]...), recommended(), decided(), called())
}

// submit hands a request in until it is answered, and once more, as somebody does who did not see the answer.
func (r *raid) submit(request []byte) (ref casework.Ref, err error) {
	for range 2 {
		err = within(patience, func() error {
			got, err := r.side.desk.Receive(context.Background(), request, 0)
			if err == nil && ref != "" && got.Case.Ref != ref {
				err = fmt.Errorf("one request became %s and %s", ref, got.Case.Ref)
			}
			ref = got.Case.Ref
			return err
		})
	}
	return ref, err
}

func (r *raid) note(request string, ref casework.Ref) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.requests[request], r.cases[ref] = ref, nil
}

// give gives a command until it is answered. A refusal is an answer, and none of these commands may be refused.
func (r *raid) give(ref casework.Ref, s step) error {
	tries := 0
	var refused error
	err := within(patience, func() error {
		tries++
		ctx, cancel := context.WithTimeout(context.Background(), 4*time.Second)
		defer cancel()
		_, err := r.side.desk.Do(ctx, ref, s.as, statute.DayOf(time.Now()), s.key, s.act)
		if casework.AsRefused(err) != nil {
			refused = err
			return nil
		}
		return err
	})
	if err = errors.Join(err, refused); err != nil {
		return fmt.Errorf("after %d tries: %w", tries, err)
	}
	r.answered.Add(1)
	if tries > 1 {
		r.again.Add(1)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cases[ref] = append(r.cases[ref], s.key)
	return nil
}

// check looks for what was lost and what was doubled.
func (r *raid) check(t *testing.T) {
	t.Helper()
	open, err := r.side.desk.Register.OpenCases(t.Context())
	if err != nil || len(open) != len(r.requests) || len(r.cases) != len(r.requests) {
		t.Errorf("%d requests became %d cases, of which %d are open: %v", len(r.requests), len(r.cases), len(open), err)
	}
	for ref, keys := range r.cases {
		c := r.side.settled(t, ref)
		events := r.side.events(t, ref)
		for _, key := range keys {
			if n := withKey(events, key); n != 1 {
				t.Errorf("the command %q of %s is recorded %d times", key, ref, n)
			}
		}
		if decided := withKind(events, casework.KindDecided); decided != 1 {
			t.Errorf("%s holds %d decisions", ref, decided)
		}
		r.takenBack(t, c)
		r.h.printedOnce(c)
		r.storedOnce(t, c)
	}
	if out := r.h.must("verify"); !strings.Contains(strings.ToLower(out), "sound") {
		t.Errorf("verify said:\n%s", out)
	}
	r.worker.stop()
	r.cluster.stop()
}

// takenBack waits until letters that were printed too late to be owed, and so were voided, have left the print folder: a
// worker that was killed over it is replaced when its time is over.
func (r *raid) takenBack(t *testing.T, c casework.Case) {
	t.Helper()
	folder := filepath.Join(r.h.data(), "print")
	err := within(patience, func() error {
		for _, l := range c.Letters {
			name, err := dispatch.Key{Case: c.Ref, Letter: l.Key}.FileName()
			if err != nil {
				return err
			}
			if _, err := os.Stat(filepath.Join(folder, name)); err == nil && l.State == casework.LetterVoided {
				return fmt.Errorf("%s is voided and lies in the print folder", name)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// storedOnce checks that each letter is issued by one event and stored as the PDF which that event names.
func (r *raid) storedOnce(t *testing.T, c casework.Case) {
	t.Helper()
	issued := map[casework.LetterKey]string{}
	for _, e := range r.side.events(t, c.Ref) {
		if i, ok := e.Body.(casework.Issued); ok {
			if issued[i.Letter] != "" {
				t.Errorf("letter %s of %s was issued twice", i.Letter, c.Ref)
			}
			issued[i.Letter] = i.SHA256
		}
	}
	for key, sha := range issued {
		stored, _, err := r.side.desk.Register.Letter(t.Context(), c.Ref, key)
		if err != nil || stored.SHA256 != sha {
			t.Errorf("letter %s of %s was issued as %s and is stored as %s: %v", key, c.Ref, sha, stored.SHA256, err)
		}
	}
}

func withKind(events []casework.Event, kind casework.Kind) (n int) {
	for _, e := range events {
		if e.Body.Kind() == kind {
			n++
		}
	}
	return n
}
