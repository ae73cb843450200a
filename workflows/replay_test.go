package workflows_test

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	commonpb "go.temporal.io/api/common/v1"
	historypb "go.temporal.io/api/history/v1"
	"go.temporal.io/api/proxy"
	"go.temporal.io/sdk/log"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
	"google.golang.org/protobuf/encoding/protojson"

	"sendpanel/workflows"
)

// TestRecordedHistoriesReplay replays every history ever recorded on a real server. A change to the workflow that makes one
// fail would strand the open cases that began before it: version the change with workflow.GetVersion.
func TestRecordedHistoriesReplay(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "histories", "*.json"))
	if err != nil || len(files) < 3 {
		t.Fatalf("found histories %v, %v; want one for each way a case can go", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			replayer := worker.NewWorkflowReplayer()
			replayer.RegisterWorkflowWithOptions(workflows.NeedsAssessment, workflow.RegisterOptions{Name: workflows.Journey})
			replayer.RegisterWorkflowWithOptions(workflows.PanelMeeting, workflow.RegisterOptions{Name: workflows.Sitting})
			if err := replayer.ReplayWorkflowHistoryFromJSONFile(log.NewStructuredLogger(slog.New(slog.DiscardHandler)), file); err != nil {
				t.Errorf("%s does not replay: %v", file, err)
			}
		})
	}
}

// TestEveryPathHasAHistory looks in the recorded histories for the event that makes each path what it is.
func TestEveryPathHasAHistory(t *testing.T) {
	for path, want := range map[string]struct{ file, holds string }{
		"agreed":              {"01-agreed", `"outcome":"assess"`},
		"refused":             {"02-refused", `"outcome":"not_assess"`},
		"deferred":            {"12-deferred", `"kind":"deferred"`},
		"breached":            {"03-undecided", `"kind":"breached"`},
		"withdrawn":           {"14-withdrawn", `"kind":"withdrawn"`},
		"overturned":          {"17-overturned", `"kind":"overturned"`},
		"assessed":            {"01-agreed-to-the-plan", `"kind":"assessment_ended"`},
		"plan late":           {"16-late-to-the-plan", `"for":"plan"`},
		"resumed":             {"resumed", `"kind":"closed"`},
		"reopened":            {"reopened", `"kind":"reopened"`},
		"meeting held":        {"meeting-held", `"kind":"closed"`},
		"meeting not quorate": {"meeting-not-quorate", `"quorate":false`},
		"meeting cancelled":   {"meeting-cancelled", `"kind":"cancelled"`},
	} {
		said, first := payloads(t, filepath.Join("testdata", "histories", want.file+".json"))
		if !strings.Contains(said, want.holds) {
			t.Errorf("the history of the path %q does not hold %s", path, want.holds)
		}
		if path == "resumed" && (first.Resume < 5 || !strings.Contains(said, `"kind":"notice_given"`)) {
			t.Errorf("the resumed case was taken up at event %d, and should be in its middle, and go on to its end", first.Resume)
		}
	}
}

// payloads are all payloads of a history one after the other, and what its workflow was started with.
func payloads(t *testing.T, file string) (string, workflows.Opening) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var history historypb.History
	if err := protojson.Unmarshal(data, &history); err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
	var all []byte
	visit := proxy.VisitPayloadsOptions{Visitor: func(_ *proxy.VisitPayloadsContext, some []*commonpb.Payload) ([]*commonpb.Payload, error) {
		for _, p := range some {
			all = append(append(all, p.GetData()...), '\n')
		}
		return some, nil
	}}
	if err := proxy.VisitPayloads(t.Context(), &history, visit); err != nil {
		t.Fatal(err)
	}
	var first workflows.Opening
	started := history.GetEvents()[0].GetWorkflowExecutionStartedEventAttributes()
	if err := json.Unmarshal(started.GetInput().GetPayloads()[0].GetData(), &first); err != nil {
		t.Fatal(err)
	}
	return string(all), first
}

// TestReplayNoticesAChange proves that the test above can fail: another workflow under the same name does not replay.
func TestReplayNoticesAChange(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "histories", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("found histories %v, %v", files, err)
	}
	replayer := worker.NewWorkflowReplayer()
	replayer.RegisterWorkflowWithOptions(func(ctx workflow.Context, _ workflows.Opening) error {
		return workflow.Sleep(ctx, 1)
	}, workflow.RegisterOptions{Name: workflows.Journey})
	if err := replayer.ReplayWorkflowHistoryFromJSONFile(log.NewStructuredLogger(slog.New(slog.DiscardHandler)), files[0]); err == nil {
		t.Error("a workflow that does something else replayed")
	}
}
