package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"go.temporal.io/sdk/client"
)

// healthServer answers health checks.
type healthServer struct{ http *http.Server }

// answerHealth listens where the settings say. GET /healthz answers 200 while the register and Temporal answer, and 503
// with what does not. Where the portal is served at the same address, it answers them itself.
func answerHealth(d *Desk, logger *slog.Logger) (*healthServer, error) {
	if d.settings.Health == "off" || d.settings.servesPortal() && d.settings.Health == d.settings.HTTP {
		return &healthServer{}, nil
	}
	listener, err := net.Listen("tcp", d.settings.Health)
	if err != nil {
		return nil, fmt.Errorf("answer health checks on %s: %w. Something else uses that address: stop it, or set SENDPANEL_HEALTH to another, or to off", d.settings.Health, err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { d.health(w, r) })
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			logger.Error("health checks are no longer answered", "error", err)
		}
	}()
	return &healthServer{http: server}, nil
}

func (h *healthServer) stop() {
	if h.http == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	_ = h.http.Shutdown(ctx)
}

// health asks the register and Temporal, and says which does not answer.
func (d *Desk) health(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
	defer cancel()
	state := map[string]string{"register": "ok", "temporal": "ok"}
	status := http.StatusOK
	if err := d.Register.Ping(ctx); err != nil {
		state["register"], status = "does not answer", http.StatusServiceUnavailable
	}
	if _, err := d.temporal.CheckHealth(ctx, &client.CheckHealthRequest{}); err != nil {
		state["temporal"], status = "does not answer", http.StatusServiceUnavailable
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(state)
}
