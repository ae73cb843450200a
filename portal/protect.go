package portal

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"time"
)

type requestKey struct{}

// requestID is the name under which the log knows a request; a person reads it from an error page.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// policy lets pages load what comes from the portal itself and nothing else, and nobody show them in a frame.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'self'; frame-src 'self'"

// protect puts what every answer needs around the pages: headers, a name for the log, and a page in place of a panic.
func (p *Portal) protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if p.secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		id := rand.Text()[:10]
		r = r.WithContext(context.WithValue(r.Context(), requestKey{}, id))
		began, seen := time.Now(), &watched{ResponseWriter: w}
		defer p.note(r, seen, id, began)
		defer func() {
			if broken := recover(); broken != nil {
				p.log.Error("a page broke off", "id", id, "route", r.Pattern, "panic", broken)
				if seen.status == 0 {
					p.broken(seen, id)
				}
			}
		}()
		next.ServeHTTP(seen, r)
	})
}

// note writes one line for a request: the route's pattern and never the address, which may hold a secret or a reference.
func (p *Portal) note(r *http.Request, w *watched, id string, began time.Time) {
	p.log.LogAttrs(r.Context(), slog.LevelInfo, "page", slog.String("id", id), slog.String("route", r.Pattern),
		slog.Int("status", w.status), slog.Duration("took", time.Since(began).Round(time.Microsecond)))
}

// watched remembers the status of an answer.
type watched struct {
	http.ResponseWriter
	status int
}

func (w *watched) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach what lies under it.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }
