package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"go.temporal.io/sdk/client"

	"sendpanel/service/metrics"
)

// diskWanted is the least that must be free under the data folder for the service to be ready: a letter that cannot be
// stored cannot be sent.
const diskWanted = 200 << 20 // bytes

// health says whether the service lives, whether it is ready to be given work, and its figures. It answers from the first
// moment on, before there is a register to ask.
type health struct {
	desk     atomic.Pointer[Desk] // nil while the register is being brought up to date
	carrying atomic.Bool          // cases are carried
	draining atomic.Bool          // the service was told to stop
	figures  atomic.Pointer[metrics.Figures]
	http     *http.Server
}

// answerHealth listens where the settings say. Where the portal is served at the same address, it answers them itself.
func answerHealth(s Settings, logger *slog.Logger) (*health, error) {
	h := &health{}
	if s.Health == "off" || s.servesPortal() && s.Health == s.HTTP {
		return h, nil
	}
	listener, err := net.Listen("tcp", s.Health)
	if err != nil {
		return nil, fmt.Errorf("answer health checks on %s: %w. Something else uses that address: stop it, or set SENDPANEL_HEALTH to another, or to off", s.Health, err)
	}
	mux := http.NewServeMux()
	h.on(mux, true)
	h.http = &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	go func() {
		if err := h.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			logger.Error("health checks are no longer answered", "error", err)
		}
	}()
	return h, nil
}

// on puts the answers on a mux:
//
//	/livez     200 while the process runs: for whatever starts it again
//	/readyz    200 while it can be given work, else 503 with what is in the way: for whatever sends it work
//	/healthz   the same as /readyz
//	/metrics   its figures, for Prometheus
func (h *health) on(mux *http.ServeMux, withFigures bool) {
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { told(w, map[string]string{"process": "ok"}, true) })
	mux.HandleFunc("GET /readyz", h.ready)
	mux.HandleFunc("GET /healthz", h.ready)
	if !withFigures {
		return
	}
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		figures := h.figures.Load()
		if figures == nil {
			http.Error(w, "the service is still starting", http.StatusServiceUnavailable)
			return
		}
		figures.Handler().ServeHTTP(w, r)
	})
}

func (h *health) stop() {
	if h.http == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	_ = h.http.Shutdown(ctx)
}

func (h *health) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
	defer cancel()
	state, ok := h.state(ctx)
	told(w, state, ok)
}

// state says of each thing the service needs whether it is there.
func (h *health) state(ctx context.Context) (map[string]string, bool) {
	state, ok := map[string]string{}, true
	say := func(what string, well bool, otherwise string) {
		state[what] = "ok"
		if !well {
			state[what], ok = otherwise, false
		}
	}
	say("service", !h.draining.Load(), "is stopping")
	desk := h.desk.Load()
	if desk == nil {
		say("register", false, "is being brought up to date")
		return state, false
	}
	say("register", desk.Register.Ping(ctx) == nil, "does not answer")
	_, err := desk.temporal.CheckHealth(ctx, &client.CheckHealthRequest{})
	say("temporal", err == nil, "does not answer")
	say("cases", h.carrying.Load(), "are not carried yet")
	free, known := freeBytes(desk.settings.Data)
	say("disk", !known || free >= diskWanted, "is nearly full")
	return state, ok
}

func told(w http.ResponseWriter, state map[string]string, ok bool) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if !ok {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	_ = json.NewEncoder(w).Encode(state)
}
