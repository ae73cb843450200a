package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

	"sendpanel/casework"
	"sendpanel/service"
	"sendpanel/workflows"
)

// The benchmarks of the running service. Each prints its figure, the floor measured in the same run where the bar is a
// ratio, the bar, and whether it is met. None fails for being slow: a machine may be busy.
//
//	go -C devserver test -run '^$' -bench . ./

// verdict prints one figure beside its bar.
func verdict(b *testing.B, met bool, format string, args ...any) {
	b.Helper()
	word := "not met"
	if met {
		word = "met"
	}
	b.Logf(format+": %s", append(args, word)...)
}

// parked is the floor: a workflow with one timer and an update whose handler is empty.
func parked(ctx workflow.Context) error {
	if err := workflow.SetUpdateHandler(ctx, "nothing", func(workflow.Context) error { return nil }); err != nil {
		return err
	}
	timer := workflow.NewTimer(ctx, 20*7*24*time.Hour)
	parkedNow.Add(1)
	return timer.Get(ctx, nil)
}

// parkedNow counts the parked workflows that have begun in this process.
var parkedNow atomic.Int64

const floorQueue = "floor"

// withFloor has the bare workflows carried on the same server, over the same connection.
func (st *stand) withFloor(b *testing.B) {
	b.Helper()
	w := worker.New(st.desk.Cases.Temporal, floorQueue, worker.Options{})
	w.RegisterWorkflowWithOptions(parked, workflow.RegisterOptions{Name: "Parked"})
	if err := w.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(w.Stop)
}

func (st *stand) park(ctx context.Context, id string) error {
	_, err := st.desk.Cases.Temporal.ExecuteWorkflow(ctx, client.StartWorkflowOptions{ID: id, TaskQueue: floorQueue}, "Parked")
	return err
}

// nothing gives the empty update.
func (st *stand) nothing(ctx context.Context, id string) error {
	handle, err := st.desk.Cases.Temporal.UpdateWorkflow(ctx, client.UpdateWorkflowOptions{
		WorkflowID: id, UpdateName: "nothing", WaitForStage: client.WorkflowUpdateStageCompleted,
	})
	if err != nil {
		return err
	}
	return handle.Get(ctx, nil)
}

// BenchmarkCommand measures how long a person waits for a command, from the desk to what happened being on the disk,
// against an update with an empty handler. The two are measured in turns, each once the letters that the turn before owed
// are out, so that both see the same machine.
func BenchmarkCommand(b *testing.B) {
	const cases, bar = 40, 1.6
	st := stood(b, tempData(b))
	st.withFloor(b)
	refs := make([]casework.Ref, cases)
	for n := range refs {
		refs[n] = st.received(b, n, 20).Ref
		if err := st.park(b.Context(), fmt.Sprint("parked/", n)); err != nil {
			b.Fatal(err)
		}
	}
	for _, ref := range refs {
		st.settled(b, ref)
	}
	for _, s := range toDecision() { // once: a case is decided once
		floor, took := st.inTurns(b, refs, s)
		if s.key != "asked" && s.key != "decided" {
			continue
		}
		ratio := float64(took) / float64(floor)
		b.ReportMetric(ratio, "x-floor/"+string(s.act.Kind()))
		verdict(b, ratio <= bar, "%s: median %.1f ms from command to recorded; an empty update on the same server %.1f ms; %.2f times, at most %.1f",
			s.act.Kind(), ms(took), ms(floor), ratio, bar)
	}
}

// inTurns gives the command to every case, and after each an empty update, and gives both medians.
func (st *stand) inTurns(b *testing.B, refs []casework.Ref, s step) (floor, took time.Duration) {
	b.Helper()
	var floors, tooks []time.Duration
	for n, ref := range refs {
		began := time.Now()
		st.do(b, ref, s)
		tooks = append(tooks, time.Since(began))
		st.settled(b, ref)
		began = time.Now()
		if err := st.nothing(b.Context(), fmt.Sprint("parked/", n)); err != nil {
			b.Fatal(err)
		}
		floors = append(floors, time.Since(began))
	}
	return median(floors), median(tooks)
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// BenchmarkHistory counts the events that Temporal keeps of a case from the request to the decision, with five views of
// the panel and every letter issued and posted.
func BenchmarkHistory(b *testing.B) {
	const bar = 160
	st := stood(b, tempData(b))
	for n := range b.N {
		c := st.received(b, n, 20)
		st.posted(b, c.Ref)
		st.do(b, c.Ref, toPanel(c.Opened.Received)...)
		st.do(b, c.Ref, fiveViews()...)
		st.do(b, c.Ref, recommended(), decided(), called())
		st.posted(b, c.Ref)
		total, kinds := st.history(b, c.Ref)
		b.ReportMetric(float64(total), "events")
		verdict(b, total <= bar, "%d events of history with %d letters, at most %d", total, len(st.settled(b, c.Ref).Letters), bar)
		b.Logf("of which %s", kinds)
	}
}

// history counts a case's events and says of which kinds they are, the most frequent first.
func (st *stand) history(b *testing.B, ref casework.Ref) (total int, kinds string) {
	b.Helper()
	count := map[string]int{}
	events := st.desk.Cases.Temporal.GetWorkflowHistory(b.Context(), workflows.WorkflowID(ref), "", false, enums.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT)
	for events.HasNext() {
		e, err := events.Next()
		if err != nil {
			b.Fatal(err)
		}
		total++
		count[e.GetEventType().String()]++
	}
	var lines []string
	for kind := range count {
		lines = append(lines, kind)
	}
	slices.SortFunc(lines, func(x, y string) int { return cmp.Or(count[y]-count[x], strings.Compare(x, y)) })
	for i, kind := range lines {
		lines[i] = fmt.Sprintf("%d %s", count[kind], kind)
	}
	return total, strings.Join(lines, ", ")
}

// BenchmarkSubmit measures how many requests a second are taken in by a few people at once, each until its case is carried
// and its letters of acknowledgement are stored and printed, against bare workflows with one timer, started and parked.
// Requests come in at the desk of the service itself, as those that are sent in its portal do.
func BenchmarkSubmit(b *testing.B) {
	const requests, people, bar = 120, 4, 0.4
	st := stood(b, tempData(b))
	st.withFloor(b)
	portal := <-st.own
	from := 0
	rates := func(n int) (real, floor float64) {
		real = perSecond(n, func() { st.submitAll(b, portal, from, n, people) })
		floor = perSecond(n, func() { st.parkAll(b, from, n, people) })
		from += n
		return real, floor
	}
	rates(20) // the first seconds of a task queue are slower
	for range b.N {
		real, floor := rates(requests)
		b.ReportMetric(real/floor, "x-floor")
		verdict(b, real/floor >= bar, "%.1f requests a second received, carried and acknowledged, %d people at once; bare workflows parked %.1f a second; %.2f times, at least %.1f",
			real, people, floor, real/floor, bar)
	}
}

func perSecond(n int, do func()) float64 {
	began := time.Now()
	do()
	return float64(n) / time.Since(began).Seconds()
}

// submitAll takes requests in and waits until none of their cases owes a letter.
func (st *stand) submitAll(b *testing.B, portal *service.Desk, from, n, people int) {
	b.Helper()
	refs := make([]casework.Ref, n)
	shared(b, n, people, func(i int) error {
		got, err := portal.Receive(b.Context(), aRequest(b, from+i, 1), 0)
		refs[i] = got.Case.Ref
		return cmp.Or(err, got.Asleep)
	})
	for _, ref := range refs {
		st.settled(b, ref)
	}
}

// parkAll starts bare workflows and waits until their timers are set.
func (st *stand) parkAll(b *testing.B, from, n, people int) {
	b.Helper()
	before := parkedNow.Load()
	shared(b, n, people, func(i int) error { return st.park(b.Context(), fmt.Sprint("bare/", from+i)) })
	err := within(patience, func() error {
		if begun := parkedNow.Load() - before; begun < int64(n) {
			return fmt.Errorf("%d of %d have begun", begun, n)
		}
		return nil
	})
	for i := max(0, n-people); i < n && err == nil; i++ { // the last ones may have begun without having answered
		err = within(patience, func() error { return st.isParked(b.Context(), fmt.Sprint("bare/", from+i)) })
	}
	if err != nil {
		b.Fatal(err)
	}
}

func (st *stand) isParked(ctx context.Context, id string) error {
	d, err := st.desk.Cases.Temporal.DescribeWorkflowExecution(ctx, id, "")
	if err == nil && d.GetWorkflowExecutionInfo().GetHistoryLength() < 5 { // started, task scheduled, started, completed, timer
		err = fmt.Errorf("%s has no timer yet", id)
	}
	return err
}

// shared has a few people do n things.
func shared(b *testing.B, n, people int, do func(i int) error) {
	b.Helper()
	var wait sync.WaitGroup
	var next atomic.Int64
	for range people {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wait.Wait()
	if b.Failed() {
		b.FailNow()
	}
}
