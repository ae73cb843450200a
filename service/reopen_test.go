package service_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/records"
	"sendpanel/service"
	"sendpanel/statute"
)

// TestALateAppealIsSafeWhileTemporalIsAway: a closed case is open again in the register before Temporal is called, once, and
// the register’s dates verify.
func TestALateAppealIsSafeWhileTemporalIsAway(t *testing.T) {
	desk := deskWithoutTemporal(t)
	c := closedCase(t, desk)
	on := desk.Today(c)
	appeal := casework.RecordAppeal{On: on, Admitted: on}
	if _, err := desk.Do(t.Context(), c.Ref, "amina.khan", on, "late", casework.RecordAppeal{On: on}); casework.AsRefused(err) == nil {
		t.Errorf("an appeal out of time was told %v, want that only the Tribunal extends it", err)
	}
	if _, err := desk.Do(t.Context(), c.Ref, "joe.marsh", on, "late", appeal); casework.AsRefused(err) == nil {
		t.Errorf("a clerk was told %v", err)
	}
	done, err := desk.Do(t.Context(), c.Ref, "amina.khan", on, "late", appeal)
	if err != nil {
		t.Fatal(err)
	}
	again, err := desk.Do(t.Context(), c.Ref, "amina.khan", on, "late", appeal)
	if err == nil && (!again.Already || again.First != done.First) {
		t.Errorf("the same appeal again gave %+v, want %+v", again, done)
	}
	open, err := desk.Register.OpenCases(t.Context())
	if err != nil || len(open) != 1 {
		t.Errorf("open in the register are %v, %v; the hourly reconciling would not take the case up", open, err)
	}
	report, err := desk.Register.Verify(t.Context())
	for _, f := range report.Faults {
		if strings.Contains(f.What, "dates") {
			t.Errorf("a date does not verify: %+v", f)
		}
	}
	if err != nil || report.Dates == 0 {
		t.Errorf("%d dates were recomputed, %v", report.Dates, err)
	}
}

// closedCase is a refused case in the register whose time for an appeal ended some months ago.
func closedCase(t *testing.T, desk *service.Desk) casework.Case {
	t.Helper()
	whole := casetest.RefusedEvents(t)
	var begun int
	request := casetest.RequestJSON(t, nil)
	sum := sha256.Sum256(request)
	original := hex.EncodeToString(sum[:])
	ref, _, err := desk.Register.Receive(t.Context(), records.Receipt{Key: original, Year: 2026, Original: request, Open: func(ref casework.Ref) ([]casework.Event, error) {
		events := casetest.BegunAs(t, ref)
		opened := events[0].Body.(casework.Opened)
		opened.Request = original
		opened.Shift = time.Until(statute.Date(2027, time.September, 1).At(10, 0))
		events[0].Body, begun = opened, len(events)
		return events, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.Register.Record(t.Context(), ref, whole[begun:]); err != nil {
		t.Fatal(err)
	}
	c, err := desk.Case(t.Context(), ref)
	if err != nil || !c.Closed() {
		t.Fatalf("the case stands at %s, %v", c.Stage, err)
	}
	return c
}
