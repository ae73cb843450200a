package workflows_test

import (
	"log/slog"
	"path/filepath"
	"testing"

	"go.temporal.io/sdk/log"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"

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
