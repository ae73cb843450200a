// Package notifytest is GOV.UK Notify on a loopback port, for tests: as strict as the real one about signatures, clocks,
// required and unknown fields, and as late with its verdict on a letter's layout.
package notifytest

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"sendpanel/dispatch/notify"
)

// The IDs of the invented Notify service and its template.
const (
	Service  = "26785a09-ab16-4eb0-8407-a37497a57506"
	Secret   = "3d844edf-8d35-48ac-975b-e847b4f122b0"
	Template = "f33517ff-2a88-4f6e-b855-c550268ce08a"
	APIKey   = "northmere_letters-" + Service + "-" + Secret
)

// Stored is a message as the server holds it.
type Stored struct {
	notify.Message
	To   string
	Fill map[string]string
	PDF  []byte
}

// Server is the invented Notify. Its fields may be set before it is used.
type Server struct {
	*httptest.Server
	Team bool             // its key is a team key, which sends no letters
	Now  func() time.Time // its clock

	mu     sync.Mutex
	stored []*Stored
	faults []Fault
}

// Fault makes one request fail. Taken says whether the message is stored all the same.
type Fault struct {
	Method string // of the request it waits for; empty for any
	Taken  bool
	Status int    // answered; 0 closes the connection without an answer
	Type   string // of the error, as RateLimitError
	After  string // the Retry-After header
}

// Start starts the server for a test.
func Start(t testing.TB) *Server {
	t.Helper()
	s := &Server{Now: time.Now}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/notifications/letter", s.letter)
	mux.HandleFunc("POST /v2/notifications/email", s.message(notify.KindEmail, "email_address"))
	mux.HandleFunc("POST /v2/notifications/sms", s.message(notify.KindText, "phone_number"))
	mux.HandleFunc("GET /v2/notifications", s.list)
	mux.HandleFunc("GET /v2/notifications/{id}", s.one)
	mux.HandleFunc("GET /v2/notifications/{id}/pdf", s.pdf)
	s.Server = httptest.NewServer(s.guard(mux))
	t.Cleanup(s.Close)
	return s
}

// Client is a client of the server that does not wait between tries.
func (s *Server) Client(t testing.TB) *notify.Client {
	t.Helper()
	c, err := notify.New(APIKey, notify.Options{Base: s.URL, Pause: noPause})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Fail has the next requests fail, one by each fault, in their order.
func (s *Server) Fail(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, faults...)
}

// Messages are what the server was sent, in that order.
func (s *Server) Messages() []Stored {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]Stored, 0, len(s.stored))
	for _, m := range s.stored {
		all = append(all, *m)
	}
	return all
}

// Advance takes every message one step on its way: a letter is checked, accepted, printed; an e-mail or text delivered.
func (s *Server) Advance() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.stored {
		m.Status = s.next(m)
		if m.Status.Final() && m.Completed.IsZero() {
			m.Completed = s.Now().UTC()
		}
	}
}

func (s *Server) next(m *Stored) notify.Status {
	switch m.Status {
	case notify.PendingVirus:
		if !bytes.HasPrefix(m.PDF, []byte("%PDF-")) || bytes.Count(m.PDF, []byte("/Type /Page\n")) > notify.MaxPages {
			return notify.ValidationFailed
		}
		return notify.Accepted
	case notify.Accepted:
		return notify.Received
	case notify.Created, notify.Sending:
		switch {
		case strings.HasPrefix(m.To, "perm-fail") || m.To == "07700900002":
			return notify.PermanentFailure
		case strings.HasPrefix(m.To, "temp-fail") || m.To == "07700900003":
			return notify.TemporaryFailure
		}
		return notify.Delivered
	}
	return m.Status
}

// guard checks the signature as Notify does, then fails as it was told to.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if fault := s.signature(r.Header.Get("Authorization")); fault != "" {
			fail(w, http.StatusForbidden, "AuthError", fault)
			return
		}
		fault, ok := s.fault(r.Method)
		if !ok {
			next.ServeHTTP(w, r)
			return
		}
		if fault.Taken {
			next.ServeHTTP(httptest.NewRecorder(), r)
		}
		if fault.Status == 0 {
			panic(http.ErrAbortHandler)
		}
		if fault.After != "" {
			w.Header().Set("Retry-After", fault.After)
		}
		fail(w, fault.Status, fault.Type, "as the test wants it")
	})
}

func (s *Server) fault(method string) (Fault, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.faults) == 0 || s.faults[0].Method != "" && s.faults[0].Method != method {
		return Fault{}, false
	}
	f := s.faults[0]
	s.faults = s.faults[1:]
	return f, true
}

func (s *Server) signature(header string) string {
	raw, ok := strings.CutPrefix(header, "Bearer ")
	if !ok {
		return "Unauthorized: authentication token must be provided"
	}
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(Secret), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithTimeFunc(s.Now), jwt.WithLeeway(30*time.Second), jwt.WithIssuer(Service))
	if err != nil {
		return "Invalid token: API key not found"
	}
	issued, err := token.Claims.GetIssuedAt()
	if err != nil || issued == nil {
		return "Invalid token: iat field not provided"
	}
	if off := s.Now().Sub(issued.Time); off > 30*time.Second || off < -30*time.Second {
		return "Error: Your system clock must be accurate to within 30 seconds"
	}
	return ""
}

func fail(w http.ResponseWriter, status int, kind, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintf(w, `{"status_code":%d,"errors":[{"error":%q,"message":%q}]}`, status, kind, message)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:])
	h := hex.EncodeToString(b[:])
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}
