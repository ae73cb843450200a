package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/api/enums/v1"
	historypb "go.temporal.io/api/history/v1"
	"go.temporal.io/api/proxy"
	"google.golang.org/protobuf/encoding/protojson"

	"sendpanel/examples"
	"sendpanel/service/sealing"
	"sendpanel/workflows"
)

var record = flag.Bool("record", false, "record the examples' histories for the replay tests of the workflows")

// histories is where the replay tests of the workflows read what was recorded. A version's histories stay for ever: a case
// that began under it must go on under every later one.
const histories = "../workflows/testdata/histories"

// TestRecordHistories plays the examples and keeps the history of each, opened, as the server recorded it.
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
			if err := keepHistory(t.Context(), th, seal, workflows.WorkflowID(p.ref), filepath.Join(histories, p.Name+".json")); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepHistory writes one history with its payloads opened, up to the last workflow task that was completed.
func keepHistory(ctx context.Context, th *theatre, seal *sealing.Seal, id, file string) error {
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
