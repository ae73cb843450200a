package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sendpanel/casework/casetest"
	"sendpanel/devserver/cluster"
	"sendpanel/service"
)

// A whole case, from the request to the refusal, leaves nothing of the child, the family or the school in the log, though
// it is written down to the last detail, nor in the figures for Prometheus.
func TestTheLogAndTheFiguresTellNothingOfAChild(t *testing.T) {
	to := &log{}
	logger := slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: slog.LevelDebug}))
	settings := tempData(t)
	settings.Health, settings.HTTP = freeAddress(t), "off"
	st := operated(t, settings, logger)
	request := tellingRequest(t)
	got, err := st.desk.Receive(t.Context(), request, 0)
	if err != nil || got.Asleep != nil || len(got.ToMend) > 0 {
		t.Fatalf("receive the request: %v, %v, to mend %+v", err, got.Asleep, got.ToMend)
	}
	c := got.Case
	st.posted(t, c.Ref)
	st.do(t, c.Ref, toPanel(c.Opened.Received)...)
	st.do(t, c.Ref, fiveViews()...)
	st.do(t, c.Ref, recommended(), decided(), called())
	st.posted(t, c.Ref)
	if err := st.give(t.Context(), c.Ref, decided()); err != nil {
		t.Fatalf("the same command again: %v", err)
	}
	refused := step{"amina.khan", "may not", decided().act}
	if err := st.give(t.Context(), c.Ref, refused); err == nil {
		t.Fatal("a casework officer decided")
	}
	figures := fetched(t, "http://"+settings.Health+"/metrics", http.StatusOK)
	if err := st.stop(); err != nil {
		t.Fatal(err)
	}
	said := to.String()
	for _, want := range []string{"sendpanel_cases_open{", "sendpanel_register_record_seconds_count", "temporal_", "sendpanel_register_unsealed_entries", "sendpanel_reconcile_age_seconds"} {
		if !strings.Contains(figures, want) {
			t.Errorf("the figures lack %s", want)
		}
	}
	if !strings.Contains(said, string(c.Ref)) {
		t.Error("the log does not even name the case: the test looks in the wrong place")
	}
	for _, secret := range secretsOf(t, request) {
		for where, text := range map[string]string{"log": said, "figures": figures} {
			if at := strings.Index(strings.ToLower(text), strings.ToLower(secret)); at >= 0 {
				t.Errorf("the %s shows %q: …%s…", where, secret, text[max(0, at-120):min(len(text), at+80)])
			}
		}
	}
}

// tellingRequest is a request that says all that may be said of who somebody is and where they live.
func tellingRequest(t *testing.T) []byte {
	t.Helper()
	return casetest.RequestJSON(t, func(m map[string]any) {
		m["received_at"] = time.Now().AddDate(0, 0, -20).UTC().Format(time.RFC3339)
		m["requester"].(map[string]any)["setting"] = "canal-street-primary"
		child := m["child"].(map[string]any)
		child["setting"], child["nhs_number"], child["preferred_name"] = "canal-street-primary", "999 000 0018", "Jasprita"
		child["address"] = []any{"4 Quay Lane", "Lower Saltmarsh"}
		mother := m["family"].([]any)[0].(map[string]any)
		mother["phone"], mother["email"], mother["address"] = "07700 900318", "harpreet.dhillon@mail.example", []any{"9 Ropewalk Terrace", "Upper Saltmarsh"}
		mother["safe_contact"] = "Only when the curlews call."
	})
}

// secretsOf are what a request says of who somebody is and where they live, each as it may be written. Each must be found in
// the request itself, or the search for it elsewhere would prove nothing.
func secretsOf(t *testing.T, request []byte) []string {
	t.Helper()
	var r struct {
		Child  map[string]any   `json:"child"`
		Family []map[string]any `json:"family"`
	}
	if err := json.Unmarshal(request, &r); err != nil {
		t.Fatal(err)
	}
	var secrets []string
	tell := func(of map[string]any, names ...string) {
		for _, name := range names {
			found := []any{of[name]}
			if lines, several := of[name].([]any); several {
				found = lines
			}
			for _, value := range found {
				said, _ := value.(string)
				if said == "" || !strings.Contains(string(request), said) {
					t.Fatalf("%s, %q, is not in the request: the test looks for the wrong thing", name, said)
				}
				secrets = append(secrets, said, strings.ReplaceAll(said, " ", ""))
			}
		}
	}
	tell(r.Child, "surname", "forenames", "preferred_name", "date_of_birth", "upn", "nhs_number", "address", "postcode")
	for _, who := range r.Family {
		tell(who, "name", "address", "postcode", "phone", "email", "safe_contact")
	}
	born, err := time.Parse(time.DateOnly, r.Child["date_of_birth"].(string))
	if err != nil {
		t.Fatal(err)
	}
	return append(secrets, born.Format("2 January 2006"), born.Format("02/01/2006"), born.Format("20060102"))
}

// A service says that it lives from the first moment on, and that it is ready only while it can be given work.
func TestReadinessFollowsTemporal(t *testing.T) {
	settings := tempData(t)
	settings.Health, settings.HTTP = freeAddress(t), "off"
	st := operated(t, settings, slog.New(slog.DiscardHandler))
	at := "http://" + settings.Health
	fetched(t, at+"/livez", http.StatusOK)
	if got := fetched(t, at+"/readyz", http.StatusOK); !strings.Contains(got, `"disk":"ok"`) {
		t.Errorf("ready, but says %s", got)
	}
	if err := st.cluster.Stop(); err != nil {
		t.Fatal(err)
	}
	if got := fetched(t, at+"/readyz", http.StatusServiceUnavailable); !strings.Contains(got, `"temporal":"does not answer"`) {
		t.Errorf("without Temporal it says %s", got)
	}
	fetched(t, at+"/livez", http.StatusOK)
}

// operated is a stand whose health checks answer, and whose log goes where the test reads it.
func operated(t *testing.T, s service.Settings, logger *slog.Logger) *stand {
	t.Helper()
	st := &stand{log: &log{}}
	var err error
	if st.cluster, err = startCluster(t.Context(), cluster.Options{File: filepath.Join(s.Data, cluster.FileName), Log: slog.New(slog.DiscardHandler)}); err != nil {
		t.Fatal(err)
	}
	s.Temporal, s.Namespace = st.cluster.Address(), namespace
	running, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	ready, ended := make(chan struct{}), make(chan error, 1)
	go func() { ended <- service.Run(running, s, logger, func(*service.Desk) { close(ready) }) }()
	select {
	case <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	stopped := false
	st.stop = func() error {
		if stopped {
			return nil
		}
		stopped = true
		cancel()
		err := <-ended
		_ = st.cluster.Stop()
		return err
	}
	t.Cleanup(func() { _ = st.stop() })
	if err := st.open(s); err != nil {
		t.Fatal(err)
	}
	return st
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// fetched asks until the answer has the status, and gives what it says.
func fetched(t *testing.T, url string, status int) (body string) {
	t.Helper()
	err := within(patience, func() error {
		response, err := http.Get(url)
		if err != nil {
			return err
		}
		defer response.Body.Close()
		said, err := io.ReadAll(response.Body)
		if err == nil && response.StatusCode != status {
			err = fmt.Errorf("%s: %s: %s", url, response.Status, said)
		}
		body = string(said)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return body
}
