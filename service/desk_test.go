package service_test

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/service"
)

// deskWithoutTemporal is a desk whose cluster does not answer.
func deskWithoutTemporal(t *testing.T) *service.Desk {
	t.Helper()
	settings := service.Settings{Data: t.TempDir(), Temporal: "127.0.0.1:1", Namespace: "sendpanel"}.Filled()
	if err := records.Migrate(t.Context(), records.Options{URL: settings.Register, Files: settings.Files}); err != nil {
		t.Fatal(err)
	}
	desk, err := service.Open(t.Context(), settings, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := desk.Register.ApplySettings(t.Context(), council.InventedJSON(), "a test", "test"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	return desk
}

// fromReceipt sets case time to the moment at which the invented request arrived.
func fromReceipt() time.Duration {
	return time.Until(time.Date(2026, time.November, 23, 9, 15, 0, 0, time.UTC))
}

func TestARequestIsReceivedWhileTemporalIsAway(t *testing.T) {
	desk := deskWithoutTemporal(t)
	request := casetest.RequestJSON(t, nil)
	got, err := desk.Receive(t.Context(), request, fromReceipt())
	if err != nil {
		t.Fatal(err)
	}
	if !got.Fresh || got.Asleep == nil {
		t.Errorf("received with fresh=%v asleep=%v; want a fresh case that nobody carries yet", got.Fresh, got.Asleep)
	}
	if due := got.Case.Opened.Decide.Due.String(); due != "2027-01-04" {
		t.Errorf("the clock runs to %s, want 2027-01-04", due)
	}
	if !got.Case.Determined {
		t.Error("the invented council's standing rule did not determine the case on receipt")
	}
	again, err := desk.Receive(t.Context(), request, fromReceipt())
	if err != nil || again.Fresh || again.Case.Ref != got.Case.Ref {
		t.Errorf("the same request again gave %s fresh=%v, %v; want %s and nothing added", again.Case.Ref, again.Fresh, err, got.Case.Ref)
	}
	open, err := desk.Register.OpenCases(t.Context())
	if err != nil || len(open) != 1 {
		t.Errorf("the register has open cases %v, %v; want the one", open, err)
	}
}

func TestWhatCannotBeOpenedIsKept(t *testing.T) {
	desk := deskWithoutTemporal(t)
	tomorrow := time.Now().Add(30 * time.Hour).Format(time.RFC3339)
	for _, arrived := range []string{`{"received_at":"` + tomorrow + `","requester":{"name":"A Parent"},"child":{"forenames":"Sam"}}`, `{"child": `, `{"received_at":"2026-11-23T09:00:00Z","requester":{"name":"A Parent"}}`, "\xff\xfe"} {
		_, err := desk.Receive(t.Context(), []byte(arrived), 0)
		var kept *service.Kept
		if !errors.As(err, &kept) {
			t.Errorf("receiving %q gave %v, want that it is kept", arrived, err)
		}
	}
	tasks, err := desk.Register.Unopened(t.Context())
	if err != nil || len(tasks) != 4 {
		t.Fatalf("%d arrivals are kept, %v; want 4", len(tasks), err)
	}
	if string(tasks[3].Original) != "\xff\xfe" {
		t.Errorf("the last was kept as %q, not as it arrived", tasks[3].Original)
	}
}

func TestACommandWhileTemporalIsAwayIsNotRefused(t *testing.T) {
	desk := deskWithoutTemporal(t)
	got, err := desk.Receive(t.Context(), casetest.RequestJSON(t, nil), fromReceipt())
	if err != nil {
		t.Fatal(err)
	}
	settings, err := desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, err = desk.Do(t.Context(), got.Case.Ref, settings.DefaultOfficer, got.Case.Opened.Received, "", casework.Consult{Whom: "family", How: "call", Asked: got.Case.Opened.Received})
	if err == nil || casework.AsRefused(err) != nil {
		t.Errorf("the command was told %v; it must not be told that it was refused", err)
	}
}

func TestNoServiceIsSaidPlainly(t *testing.T) {
	if _, err := service.Announced(t.TempDir()); !errors.Is(err, service.ErrNoService) {
		t.Errorf("Announced on an empty folder gave %v", err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "service.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := service.Announced(folder); err == nil {
		t.Error("a torn service.json was accepted")
	}
}

func TestSettingsComeFromTheEnvironment(t *testing.T) {
	s, err := service.FromEnvironment([]string{"SENDPANEL_DATA=/srv/send", "SENDPANEL_REGISTER=postgres://db/send"})
	if err != nil {
		t.Fatal(err)
	}
	s = s.Filled()
	if s.Register != "postgres://db/send" || s.Keys != filepath.Join("/srv/send", "keys.json") || s.Health == "" {
		t.Errorf("the settings are %+v", s)
	}
}

func TestTwoRequestsForOneChildAreOneCase(t *testing.T) {
	desk := deskWithoutTemporal(t)
	known := func(m map[string]any) {
		m["child"].(map[string]any)["setting"] = "canal-street-primary"
		m["requester"].(map[string]any)["setting"] = "canal-street-primary"
	}
	school := casetest.RequestJSON(t, known)
	parents := casetest.RequestJSON(t, func(m map[string]any) {
		known(m)
		m["received_at"], m["channel"] = "2026-11-20T17:30:00Z", "post" // entered later: it had arrived three days before
		m["requester"] = map[string]any{"type": "parent", "name": "Harpreet Dhillon"}
		m["evidence"] = []any{map[string]any{"title": "Letter from home", "class": "family_views"}}
	})
	first, err := desk.Receive(t.Context(), school, fromReceipt())
	if err != nil {
		t.Fatal(err)
	}
	second, err := desk.Receive(t.Context(), parents, fromReceipt())
	if err != nil {
		t.Fatal(err)
	}
	c := second.Case
	if c.Ref != first.Case.Ref || !second.Fresh || len(c.Requests) != 2 {
		t.Fatalf("the second request gave %s, fresh=%v, with %d requests; want one case with two", c.Ref, second.Fresh, len(c.Requests))
	}
	if got := c.Opened.Decide.Due.String(); got != "2027-01-01" {
		t.Errorf("the clock runs to %s; the earliest receipt, 20 November, gives 2027-01-01", got)
	}
	if got := c.Evidence[len(c.Evidence)-1]; got.ID != "E4" || got.From != "family" {
		t.Errorf("the second request’s paper is %+v, want E4 from the family", got)
	}
	var acknowledged []string
	for _, owing := range c.Owed() {
		for _, key := range owing.Letters {
			acknowledged = append(acknowledged, key.String())
		}
	}
	if want := "[acknowledgement/family-1/1/1 school-acknowledgement/school/1/1 considering-agency/health/2/1 considering-agency/social-care/2/1 acknowledgement/family-1/3/1]"; fmt.Sprint(acknowledged) != want {
		t.Errorf("owed are %v, want %s", acknowledged, want)
	}
	for range 2 {
		again, err := desk.Receive(t.Context(), parents, fromReceipt())
		if err != nil || again.Fresh || len(again.Case.Requests) != 2 {
			t.Errorf("the same request again: fresh=%v, %d requests, %v", again.Fresh, len(again.Case.Requests), err)
		}
	}
}
