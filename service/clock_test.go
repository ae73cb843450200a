package service_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/records"
	"sendpanel/service"
)

// The machine's clock is set back an hour, again and again, once in each hour around the midnights that matter. Every
// moment is recorded once, on the day on which it fell, as with a clock that only goes forward.
func TestAClockSetBackRecordsNoMomentTwice(t *testing.T) {
	desk := deskWithoutTemporal(t)
	steady := passes(t, desk, "steady", func(hour time.Time) []time.Time { return []time.Time{hour} })
	stepped := passes(t, desk, "stepped", func(hour time.Time) []time.Time {
		return []time.Time{hour, hour.Add(-time.Hour), hour.Add(-30 * time.Minute), hour.Add(time.Minute), hour.Add(-time.Hour)}
	})
	if len(steady) < 4 {
		t.Fatalf("only %v were recorded: the test looks at the wrong weeks", steady)
	}
	if !slices.Equal(steady, stepped) {
		t.Errorf("with a clock that is set back:\n%v\nwith one that is not:\n%v", stepped, steady)
	}
}

// passes lets the weeks of a case's limits go by, hour by hour, on the clock that readings makes of each hour, with a real
// register and the activities of the worker. It gives what was recorded, and on which day each fell.
func passes(t *testing.T, desk *service.Desk, child string, readings func(hour time.Time) []time.Time) []string {
	t.Helper()
	got, err := desk.Receive(t.Context(), casetest.RequestJSON(t, func(r map[string]any) {
		who := r["child"].(map[string]any)
		delete(who, "upn")
		who["surname"] = "Dhillon " + child
	}), fromReceipt())
	if err != nil {
		t.Fatal(err)
	}
	cases := activities.Cases{Register: unawake{desk.Register}, Demo: true}
	decide := got.Case.Opened.Decide
	for hour := decide.SendBy.AddDays(-16).Start(); hour.Before(decide.Due.AddDays(3).Start()); hour = hour.Add(time.Hour) {
		for _, at := range readings(hour) {
			if _, err := cases.Pass(t.Context(), activities.Ask{Ref: got.Case.Ref, At: at}); err != nil {
				t.Fatal(err)
			}
		}
	}
	events, err := desk.Register.Events(t.Context(), got.Case.Ref)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, e := range events[got.Case.Seq:] {
		body, err := json.Marshal(e.Body)
		if err != nil {
			t.Fatal(err)
		}
		said = append(said, e.FellOn.String()+" "+string(e.Body.Kind())+" "+string(body))
	}
	if _, err := casework.Fold(events); err != nil {
		t.Fatal(err)
	}
	return said
}

// unawake is the register for a workflow of which nobody keeps a roll.
type unawake struct{ *records.Register }

func (unawake) MarkAwake(casework.Ref) {}
