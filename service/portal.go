package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/dispatch/notify"
	"sendpanel/portal"
	"sendpanel/portal/identity"
	"sendpanel/portal/scan"
)

// counter is the desk as the portal wants it.
type counter struct{ *Desk }

func (c counter) Receive(ctx context.Context, data []byte, shift time.Duration) (portal.Received, error) {
	got, err := c.Desk.Receive(ctx, data, shift)
	var kept *Kept
	if errors.As(err, &kept) {
		return portal.Received{}, &portal.Kept{Task: kept.Task, Why: kept.Why}
	}
	return portal.Received{Case: got.Case, Fresh: got.Fresh, ToMend: got.ToMend, Asleep: got.Asleep}, err
}

func (c counter) CallMeeting(ctx context.Context, as casework.PersonID, key string, n portal.NewMeeting) (meeting.Meeting, error) {
	return c.PlanMeeting(ctx, as, key, NewMeeting{Panel: n.Panel, On: n.On, Capacity: n.Capacity, Place: n.Place, From: n.From})
}

// portalServer serves the portal.
type portalServer struct{ http *http.Server }

// servesPortal reports whether the settings say where the portal is served.
func (s Settings) servesPortal() bool { return s.HTTP != "" && s.HTTP != "off" }

// sweepEvery is how often sessions and codes whose time is over are taken away.
const sweepEvery = 10 * time.Minute

// servePortal listens where the settings say. Where health checks are asked for at the same address, it answers them too.
func servePortal(ctx context.Context, d *Desk, health *health, logger *slog.Logger) (*portalServer, error) {
	if !d.settings.servesPortal() {
		return &portalServer{}, nil
	}
	said, err := openMessages(d)
	if err != nil {
		return nil, err
	}
	pages, err := makePortal(d, said, logger)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", d.settings.HTTP)
	if err != nil {
		return nil, fmt.Errorf("serve the portal on %s: %w. Something else uses that address: stop it, or set SENDPANEL_HTTP to another, or to off", d.settings.HTTP, err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", pages.Handler())
	if d.settings.NotifyTell != "" {
		told, err := notify.Callbacks(d.settings.NotifyTell, d.Told)
		if err != nil {
			return nil, errors.Join(err, listener.Close())
		}
		mux.Handle("POST /notify", told)
	}
	if d.settings.Health == d.settings.HTTP {
		health.on(mux, onLoopback(listener)) // the figures are nobody’s business outside
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 5 * time.Minute, WriteTimeout: 5 * time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelDebug)}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			logger.Error("the portal is no longer served", "error", err)
		}
	}()
	go sweep(ctx, d, logger)
	go verifying(ctx, pages, logger)
	go looking(ctx, pages, logger)
	if d.settings.Clamd != "" {
		go rescan(ctx, pages, logger)
	}
	go nudger{desk: d, said: said, base: pages.Base(), log: logger, clock: time.Now}.send(ctx)
	go noticer{desk: d, said: said, base: pages.Base(), log: logger}.send(ctx)
	go reminder{desk: d, said: said, base: pages.Base(), log: logger, clock: time.Now}.send(ctx)
	return &portalServer{http: server}, nil
}

func onLoopback(l net.Listener) bool {
	at, ok := l.Addr().(*net.TCPAddr)
	return ok && at.IP.IsLoopback()
}

func makePortal(d *Desk, said portal.Notifier, logger *slog.Logger) (*portal.Portal, error) {
	s := d.settings
	o := portal.Options{Desk: counter{d}, Register: d.Register, Notifier: said, Log: logger, Base: s.Base, Demo: s.Demo, Filling: s.Filling, Proxies: s.Proxies}
	if o.Base == "" {
		o.Base = "http://" + s.HTTP
	}
	if s.Clamd != "" {
		o.Scanner = scan.Clamd{Address: s.Clamd}
	}
	if s.OIDCIssuer != "" {
		o.Provider = identity.NewProvider(identity.ProviderOptions{Issuer: s.OIDCIssuer, Client: s.OIDCClient, Secret: s.OIDCSecret,
			Name: s.OIDCName, Back: o.Base + "/sign-in/provider/back"})
	}
	return portal.New(o)
}

// sweep takes away what is over, until ctx ends.
func sweep(ctx context.Context, d *Desk, logger *slog.Logger) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(sweepEvery):
		}
		if err := d.Register.Sessions().Sweep(ctx); err != nil && ctx.Err() == nil {
			logger.Warn("sessions that are over were not taken away", "error", err)
		}
	}
}

// verifyEvery is how often it is looked for a verification that somebody asked for and nobody is at.
const verifyEvery = 10 * time.Second

// verifying takes up a verification that was cut short, as by a restart, until ctx ends.
func verifying(ctx context.Context, pages *portal.Portal, logger *slog.Logger) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(verifyEvery):
		}
		if _, err := pages.WorkOnVerification(ctx); err != nil && ctx.Err() == nil {
			logger.Warn("the register was not verified: it is begun again", "error", err)
		}
	}
}

// lookEvery is how often papers are looked at of which it could not be looked whose they are when they came.
const lookEvery = time.Minute

// looking has papers looked at that wait for it, at once after a start and until ctx ends.
func looking(ctx context.Context, pages *portal.Portal, logger *slog.Logger) {
	for {
		if _, err := pages.LookAgain(ctx); err != nil && ctx.Err() == nil {
			logger.Error("it was not looked whose papers are: it is tried again", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookEvery):
		}
	}
}

// rescanEvery is how often files are looked at that came while the virus scanner did not answer.
const rescanEvery = time.Minute

// rescan has files looked at that wait for the virus scanner, until ctx ends.
func rescan(ctx context.Context, pages *portal.Portal, logger *slog.Logger) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(rescanEvery):
		}
		done, err := pages.ScanWaiting(ctx)
		if err != nil && ctx.Err() == nil {
			logger.Warn("files wait for the virus scanner", "error", err)
		}
		if done > 0 {
			logger.Info("files that waited for the virus scanner were looked at", "files", done)
		}
	}
}

// stop lets pages that are being made be finished.
func (p *portalServer) stop() {
	if p.http == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_ = p.http.Shutdown(ctx)
}
