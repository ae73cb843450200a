package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/api/enums/v1"
	historypb "go.temporal.io/api/history/v1"
	"go.temporal.io/api/proxy"
	"google.golang.org/protobuf/encoding/protojson"

	"sendpanel/casework"
	"sendpanel/examples"
	"sendpanel/service/sealing"
	"sendpanel/workflows"
)

var record = flag.Bool("record", false, "record the examples' histories for the replay tests of the workflows")

// histories is where the replay tests of the workflows read what was recorded. A version's histories stay for ever: a case
// that began under it must go on under every later one.
const histories = "../workflows/testdata/histories"

// TestRecordHistories plays the examples and keeps the history of each, opened, as the server recorded it. What was recorded
// before is left as it is: only a path that has no history yet gets one. To have a later version's beside an earlier one's, give
// it a name of its own in fileOf.
//
//	go -C devserver test . -run TestRecordHistories -record
func TestRecordHistories(t *testing.T) {
	if !*record {
		t.Skip("histories are recorded only with -record")
	}
	plays, err := examples.Read(os.DirFS("../examples"))
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	s := &stage{ctx: t.Context(), home: "..", out: &log{}, err: &log{}}
	onStageOrFail(t, s, data, func(th *theatre) error {
		seal, err := sealing.Open(th.desk.Settings().Keys)
		if err != nil {
			return err
		}
		played, err := th.playAll(t.Context(), plays)
		if err != nil {
			return err
		}
		for _, how := range []ending{held, notQuorate, cancelled} {
			ref, err := th.meet(t.Context(), how, plays[0])
			if err != nil {
				return err
			}
			if err := keepHistory(t.Context(), th, seal, workflows.MeetingID(ref), filepath.Join(histories, "meeting-"+string(how)+".json")); err != nil {
				return err
			}
		}
		for _, p := range played {
			if err := keepHistory(t.Context(), th, seal, workflows.WorkflowID(p.ref), filepath.Join(histories, fileOf(p.Example))); err != nil {
				return err
			}
		}
		return nil
	})
	recordResumed(t, s, exampleOf(t, plays, "02-refused"))
	recordReopened(t, s, exampleOf(t, plays, "02-refused"))
}

// fileOf names the file of an example's history. The examples that go on to the plan did not, when they were recorded first.
func fileOf(e examples.Example) string {
	if slices.ContainsFunc(e.Steps, func(s examples.Step) bool { return s.Act != nil && s.Act.Kind() == casework.ActEndAssessment }) {
		return e.Name + "-to-the-plan.json"
	}
	return e.Name + ".json"
}

func exampleOf(t *testing.T, plays []examples.Example, name string) examples.Example {
	t.Helper()
	for _, e := range plays {
		if e.Name == name {
			return e
		}
	}
	t.Fatalf("there is no example %s", name)
	return examples.Example{}
}

// recordResumed plays half of an example, deletes Temporal's database and plays the rest: the history is that of the
// workflow that took the case up again from the register and went on to the end.
func recordResumed(t *testing.T, s *stage, e examples.Example) {
	t.Helper()
	data := t.TempDir()
	var c casework.Case
	half := len(e.Steps) / 2
	onStageOrFail(t, s, data, func(th *theatre) (err error) {
		first := e
		first.Steps, first.End = e.Steps[:half], e.Steps[half-1].On
		ref, err := th.play(t.Context(), first)
		if err != nil {
			return err
		}
		c, err = th.desk.Case(t.Context(), ref)
		return err
	})
	deleteTemporal(t, data)
	onStageOrFail(t, s, data, func(th *theatre) error {
		for i, step := range e.Steps[half:] {
			if err := th.take(t.Context(), c, e.Name, half+i, step); err != nil {
				return fmt.Errorf("step %d after Temporal was lost: %w", half+i+1, err)
			}
		}
		if err := th.until(t.Context(), c, e.Name, e.End); err != nil {
			return err
		}
		return th.keep(t.Context(), c.Ref, "resumed.json")
	})
}

// recordReopened plays a refusal until it has closed, and then a late appeal: the history is that of the workflow that took
// the case up again and closed it when the appeal was dismissed.
func recordReopened(t *testing.T, s *stage, e examples.Example) {
	t.Helper()
	onStageOrFail(t, s, t.TempDir(), func(th *theatre) error {
		ref, err := th.play(t.Context(), e)
		if err != nil {
			return err
		}
		c, err := th.desk.Case(t.Context(), ref)
		if err != nil || !c.Closed() {
			return fmt.Errorf("%s ends at %s: %w", e.Name, c.Stage, err)
		}
		settings, err := th.desk.Council(t.Context())
		if err != nil {
			return err
		}
		late := e.End.AddMonths(2)
		by, err := settings.Actor("amina.khan", late, "test")
		if err != nil {
			return err
		}
		// A closed case has no clock of its own that could be moved on, so the day is given here.
		events, err := c.Do(casework.Command{Key: "late", By: by, Act: casework.RecordAppeal{On: late, Admitted: late}}, late.At(examples.Hour, 0))
		if err != nil {
			return err
		}
		if err := th.desk.Register.Record(t.Context(), ref, events); err != nil {
			return err
		}
		if c, err = c.Apply(events...); err != nil {
			return err
		}
		if err := th.desk.Cases.Start(t.Context(), c); err != nil {
			return err
		}
		ended := late.AddMonths(4)
		if err := th.until(t.Context(), c, e.Name, ended); err != nil {
			return err
		}
		if _, err := th.desk.Do(t.Context(), ref, "amina.khan", ended, "ended", casework.EndAppeal{On: ended, How: "dismissed"}); err != nil {
			return err
		}
		if err := th.until(t.Context(), c, e.Name, ended.AddDays(2)); err != nil {
			return err
		}
		if c, err = th.desk.Case(t.Context(), ref); err != nil || !c.Closed() {
			return fmt.Errorf("the appeal was dismissed and the case is %s: %w", c.Stage, err)
		}
		return th.keep(t.Context(), ref, "reopened.json")
	})
}

// keep writes the history of a case.
func (t *theatre) keep(ctx context.Context, ref casework.Ref, name string) error {
	seal, err := sealing.Open(t.desk.Settings().Keys)
	if err != nil {
		return err
	}
	return keepHistory(ctx, t, seal, workflows.WorkflowID(ref), filepath.Join(histories, name))
}

// keepHistory writes one history with its payloads opened, up to the last workflow task that was completed, unless the file is
// there already.
func keepHistory(ctx context.Context, th *theatre, seal *sealing.Seal, id, file string) error {
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	events := th.desk.Cases.Temporal.GetWorkflowHistory(ctx, id, "", false, enums.HISTORY_EVENT_FILTER_TYPE_ALL_EVENT)
	history := &historypb.History{}
	for events.HasNext() {
		e, err := events.Next()
		if err != nil {
			return err
		}
		history.Events = append(history.Events, e)
	}
	open := proxy.VisitPayloadsOptions{Visitor: func(_ *proxy.VisitPayloadsContext, payloads []*commonpb.Payload) ([]*commonpb.Payload, error) {
		return seal.Decode(payloads)
	}}
	for _, e := range history.Events {
		if err := proxy.VisitPayloads(ctx, e, open); err != nil {
			return err
		}
	}
	data, err := protojson.MarshalOptions{Multiline: true, Indent: " "}.Marshal(history)
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}
