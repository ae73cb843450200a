package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sendpanel/records"
)

// TestADemonstrationIsFilledOnce: an empty register is filled with requests in every state, which verify; filled again it
// stays as it is; and a register with somebody else’s request is left alone.
func TestADemonstrationIsFilledOnce(t *testing.T) {
	s := &stage{ctx: t.Context(), home: "..", out: os.Stdout, err: os.Stderr}
	err := onStage(t.Context(), s, t.TempDir(), func(th *theatre) error {
		r := th.desk.Register
		for range 2 {
			if err := fillDemo(t.Context(), th.desk, new(filling)); err != nil {
				return err
			}
			n, err := r.Count(t.Context(), records.Filter{})
			if err != nil || n < 30 {
				t.Errorf("%d requests, %v", n, err)
			}
			drafts, err := r.Drafts(t.Context(), "canal-street-primary")
			if err != nil || len(drafts) != 1 {
				t.Errorf("%d drafts, %v", len(drafts), err)
			}
		}
		report, err := r.Verify(t.Context())
		if err != nil {
			return err
		}
		for _, f := range report.Faults {
			t.Error(f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOthersRequestsAreLeftAlone(t *testing.T) {
	s := &stage{ctx: t.Context(), home: "..", out: os.Stdout, err: os.Stderr}
	err := onStage(t.Context(), s, t.TempDir(), func(th *theatre) error {
		request, err := os.ReadFile(filepath.Join("..", "examples", "01-agreed", "request.json"))
		if err != nil {
			return err
		}
		if _, err := th.desk.Receive(t.Context(), request, 365*24*time.Hour); err != nil {
			return err
		}
		if err := fillDemo(t.Context(), th.desk, new(filling)); !errors.Is(err, errOthers) {
			t.Errorf("filled beside somebody’s request: %v", err)
		}
		n, err := th.desk.Register.Count(t.Context(), records.Filter{})
		if n != 1 {
			t.Errorf("%d requests", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
