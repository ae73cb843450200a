package service

import (
	"log/slog"
	"strings"
	"testing"
)

// TestADemonstrationIsOnOneMachine: nobody signs in with one click on a register that others share.
func TestADemonstrationIsOnOneMachine(t *testing.T) {
	s := Settings{Data: t.TempDir(), Demo: true, Register: "postgres://nowhere.invalid/send"}.Filled()
	_, err := prepare(t.Context(), s, slog.New(slog.DiscardHandler), nil)
	if err == nil || !strings.Contains(err.Error(), "one machine alone") {
		t.Errorf("it gave %v", err)
	}
}
