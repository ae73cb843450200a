package service

import (
	"context"
	"testing"

	"sendpanel/casework"
)

// TestTheRollIsCalledLater: a workflow that begins does not wait for the note of it, and what could not be noted is noted the
// next time.
func TestTheRollIsCalledLater(t *testing.T) {
	n, _, ref, _ := noticeCase(t, func(*casework.Addressee) {})
	register := n.desk.Register
	r := &roll{register: register}
	asleep := func() int {
		t.Helper()
		refs, err := register.NotAwake(t.Context(), -1)
		if err != nil {
			t.Fatal(err)
		}
		return len(refs)
	}
	caseRegister{roll: r}.MarkAwake(ref)
	if asleep() != 1 {
		t.Fatal("the register was asked at once")
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := r.bring(stopped); err == nil {
		t.Error("nothing was said of a roll that could not be brought")
	}
	if err := r.bring(t.Context()); err != nil || asleep() != 0 {
		t.Errorf("brought again: %v, %d cases are asleep", err, asleep())
	}
}
