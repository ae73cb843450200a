package main

import (
	"bytes"
	"fmt"
	"slices"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/dispatch/notify/notifytest"
	"sendpanel/statute"
)

// TestLettersGoByNotify runs a council whose letters GOV.UK Notify prints: they are given to it once, are dated on the day
// it posts them and count as posted when it says so.
func TestLettersGoByNotify(t *testing.T) {
	server := notifytest.Start(t)
	settings := tempData(t)
	settings.Notify, settings.NotifyAt, settings.Follow = notifytest.APIKey, server.URL, 200*time.Millisecond
	st := stood(t, settings)
	st.apply(t, func(file []byte) []byte {
		return bytes.Replace(file, []byte(`"family": "first-class"`), []byte(`"family": "notify"`), 1)
	})
	c := st.settled(t, st.received(t, 1, 1).Ref)
	posted := slices.DeleteFunc(slices.Clone(c.Letters), func(l casework.Letter) bool { return l.By != statute.Notify })
	given := len(server.Messages())
	if given < 2 || given != len(posted) {
		t.Fatalf("Notify was given %d letters of %d", given, len(posted))
	}
	tomorrow, err := statute.AddWorkingDays(st.desk.Today(c), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range posted {
		if l.Dated != tomorrow {
			t.Errorf("%s is dated %s, want %s", l.Key, l.Dated, tomorrow)
		}
	}
	server.Advance()
	server.Advance()
	eventually(t, func() error {
		now, err := st.desk.Case(t.Context(), c.Ref)
		if err == nil && slices.ContainsFunc(now.Letters, func(l casework.Letter) bool { return l.By == statute.Notify && l.State != casework.LetterPosted }) {
			err = fmt.Errorf("not posted yet: %v", now.Letters)
		}
		return err
	})
	if again := len(server.Messages()); again != given {
		t.Errorf("Notify was given %d letters more", again-given)
	}
	if report, err := st.desk.Register.Verify(t.Context()); err != nil || len(report.Faults) > 0 {
		t.Errorf("the register: %v, %v", report.Faults, err)
	}
}

// apply puts other settings of the invented council in force.
func (st *stand) apply(t *testing.T, change func([]byte) []byte) {
	t.Helper()
	if _, _, err := st.desk.Register.ApplySettings(t.Context(), change(council.InventedJSON()), "helen.shaw", "test"); err != nil {
		t.Fatal(err)
	}
}
