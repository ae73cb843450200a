package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.temporal.io/server/common/config"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/devserver/cluster"
	"sendpanel/service"
	"sendpanel/statute"
)

// patience bounds every wait for what takes seconds at most.
const patience = 90 * time.Second

// stand is a service that runs inside the test, on an embedded server that runs there too. Its clock is the real one.
type stand struct {
	desk    *service.Desk      // of a program beside the service
	own     chan *service.Desk // gets the service's, with which its portal works, once every case has been taken up
	cluster *cluster.Cluster
	log     *log
	stop    func() error
}

// stood is a stand that is running on the settings; it is stopped at the end of the test.
func stood(tb testing.TB, s service.Settings) *stand {
	tb.Helper()
	st, err := raise(tb.Context(), s)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := st.stop(); err != nil {
			tb.Errorf("stop the service: %v\n%s", err, st.log)
		}
	})
	return st
}

// raise starts the embedded server and the service and comes back when commands can be given: the service may still be
// taking up cases.
func raise(ctx context.Context, s service.Settings) (*stand, error) {
	return raiseWith(ctx, s, nil)
}

// raiseWith is [raise] with a database of the embedded server that fails when faults says so.
func raiseWith(ctx context.Context, s service.Settings, faults func(config.FaultInjectionTarget) error) (*stand, error) {
	st := &stand{log: &log{}, own: make(chan *service.Desk, 1)}
	to := slog.New(slog.NewTextHandler(st.log, &slog.HandlerOptions{Level: slog.LevelWarn}))
	var err error
	if st.cluster, err = startCluster(ctx, cluster.Options{File: filepath.Join(s.Data, cluster.FileName), Log: to, Faults: faults}); err != nil {
		return nil, err
	}
	s.Health, s.Temporal, s.Namespace = "off", st.cluster.Address(), namespace
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan error, 1)
	go func() { ended <- service.Run(running, s, to, func(d *service.Desk) { st.own <- d }) }()
	st.stop = func() error {
		if st.desk != nil {
			err = st.desk.Close()
		}
		cancel()
		return errors.Join(err, <-ended, st.cluster.Stop())
	}
	if err := st.open(s); err != nil {
		return nil, errors.Join(err, st.stop())
	}
	return st, nil
}

// open opens a desk of its own, as every program beside the service does, once the service has said where it is.
func (st *stand) open(s service.Settings) error {
	return within(patience, func() error {
		told, err := service.Announced(s.Data)
		if err != nil {
			return err
		}
		if told.Temporal != s.Temporal {
			return errors.New("service.json is still that of the run before")
		}
		st.desk, err = service.Open(context.Background(), told, slog.New(slog.DiscardHandler))
		return err
	})
}

// within is [eventually] for what has no test to fail: it tries until it succeeds or the time is over.
func within(most time.Duration, try func() error) error {
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	for {
		err := try()
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// aRequest is a request for the n-th invented child, received so many days ago.
func aRequest(tb testing.TB, n, daysAgo int) []byte {
	tb.Helper()
	return casetest.RequestJSON(tb, func(m map[string]any) {
		m["received_at"] = time.Now().AddDate(0, 0, -daysAgo).UTC().Format(time.RFC3339)
		child := m["child"].(map[string]any)
		delete(child, "upn") // one number would make them all one child
		child["surname"], child["setting"] = "Dhillon"+inLetters(n), "canal-street-primary"
		m["requester"].(map[string]any)["setting"] = "canal-street-primary"
	})
}

// inLetters writes a number as a name may be written.
func inLetters(n int) string {
	var s []byte
	for {
		s = append(s, byte('a'+n%26))
		if n /= 26; n == 0 {
			slices.Reverse(s)
			return string(s)
		}
	}
}

// step is one command of a person, under a key that is the same however often it is given.
type step struct {
	as  casework.PersonID
	key string
	act casework.Act
}

// toPanel are the commands that bring a case to the day of its panel.
func toPanel(received statute.Day) []step {
	return []step{
		{"amina.khan", "asked", casework.Consult{Whom: "family", How: "call", Asked: received}},
		{"amina.khan", "answered", casework.Consult{Whom: "family", How: "call", Asked: received, Received: true, Views: "We are worn out."}},
		{"amina.khan", "released", casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}}},
		{"amina.khan", "listed", casework.List{Panel: "send-panel", On: statute.DayOf(time.Now())}},
	}
}

// fiveViews are the views of five members of the panel.
func fiveViews() []step {
	var views []step
	for _, who := range []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter", "lucy.hartley"} {
		views = append(views, step{who, "view of " + string(who), casework.RecordView{Panel: "send-panel", Findings: casetest.Refusal().Findings}})
	}
	return views
}

func recommended() step {
	return step{"helen.forsyth", "recommended", casework.Recommend{
		Panel: "send-panel", Outcome: casework.NotAssess, Reasons: "The support works.",
		Present: []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"},
	}}
}

func decided() step { return step{"priya.raman", "decided", casetest.Refusal()} }

func called() step {
	return step{"amina.khan", "called", casework.RecordCall{Addressee: "family-1", Reached: true, Interpreter: "Northmere Interpreting", Said: "The decision was explained."}}
}

// received hands a request in.
func (st *stand) received(tb testing.TB, n, daysAgo int) casework.Case {
	tb.Helper()
	got, err := st.desk.Receive(tb.Context(), aRequest(tb, n, daysAgo), 0)
	if err == nil {
		err = got.Asleep
	}
	if err != nil {
		tb.Fatal(err)
	}
	return got.Case
}

// do gives commands, one after another.
func (st *stand) do(tb testing.TB, ref casework.Ref, steps ...step) {
	tb.Helper()
	for _, s := range steps {
		if err := st.give(tb.Context(), ref, s); err != nil {
			tb.Fatalf("%s of %s: %v", s.key, ref, err)
		}
	}
}

func (st *stand) give(ctx context.Context, ref casework.Ref, s step) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_, err := st.desk.Do(ctx, ref, s.as, statute.DayOf(time.Now()), s.key, s.act)
	return err
}

// settled waits until a case owes no letter, and gives it.
func (st *stand) settled(tb testing.TB, ref casework.Ref) casework.Case {
	tb.Helper()
	c, err := st.awaitLetters(ref)
	if err != nil {
		tb.Fatalf("%v\n%s", err, st.log)
	}
	return c
}

func (st *stand) awaitLetters(ref casework.Ref) (c casework.Case, err error) {
	err = within(patience, func() error {
		if c, err = st.desk.Case(context.Background(), ref); err != nil {
			return err
		}
		if owed := c.Owed(); len(owed) > 0 {
			return fmt.Errorf("%s still owes %v", ref, owed)
		}
		return nil
	})
	return c, err
}

// posted confirms the posting of every letter, those that follow from it among them.
func (st *stand) posted(tb testing.TB, ref casework.Ref) {
	tb.Helper()
	for {
		letters := st.settled(tb, ref).Printed()
		if len(letters) == 0 {
			return
		}
		st.do(tb, ref, step{"joe.marsh", "posted " + letters[0].String(), casework.ConfirmPosted{Letter: letters[0], On: statute.DayOf(time.Now())}})
	}
}

// printedFiles are the letters of a case that lie in the print folder.
func printedFiles(tb testing.TB, folder string, ref casework.Ref) []string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join(folder, string(ref)+"_*.pdf"))
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// tempData is a data folder for a benchmark or a test that stops the service itself.
func tempData(tb testing.TB) service.Settings {
	tb.Helper()
	data := filepath.Join(tb.TempDir(), "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		tb.Fatal(err)
	}
	return service.Settings{Data: data}
}
