package notify_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sendpanel/dispatch/notify"
	"sendpanel/dispatch/notify/notifytest"
)

const page = "%PDF-1.7\n<< /Type /Page\n>>"

func letter() notify.Letter { return notify.Letter{Reference: "a1b2c3d4e5f6", PDF: []byte(page)} }

func TestALetterIsFollowedToItsEnd(t *testing.T) {
	server := notifytest.Start(t)
	client := server.Client(t)
	id, err := client.SendLetter(t.Context(), letter())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.PDF(t.Context(), id); !named(err, "PDFNotReadyError") {
		t.Errorf("a letter that is not made yet was fetched: %v", err)
	}
	for _, want := range []notify.Status{notify.PendingVirus, notify.Accepted, notify.Received, notify.Received} {
		m, err := client.Message(t.Context(), id)
		if err != nil || m.Status != want {
			t.Fatalf("status %s (%v), want %s", m.Status, err, want)
		}
		if m.Status.Final() != (want == notify.Received) {
			t.Errorf("%s is final: %v", m.Status, m.Status.Final())
		}
		server.Advance()
	}
	if pdf, err := client.PDF(t.Context(), id); err != nil || string(pdf) != page {
		t.Errorf("the letter as printed: %q, %v", pdf, err)
	}
}

func TestALetterOfElevenPagesFailsAfterItWasTaken(t *testing.T) {
	server := notifytest.Start(t)
	long := letter()
	long.PDF = []byte("%PDF-1.7\n" + strings.Repeat("<< /Type /Page\n>>", notify.MaxPages+1))
	id, err := server.Client(t).SendLetter(t.Context(), long)
	if err != nil {
		t.Fatal("Notify takes it at first:", err)
	}
	server.Advance()
	m, err := server.Client(t).Message(t.Context(), id)
	if err != nil || !m.Status.Failed() {
		t.Errorf("status %s, %v", m.Status, err)
	}
	if !strings.Contains(m.Status.Words(), "layout") {
		t.Errorf("the officer is told %q", m.Status.Words())
	}
}

func TestWhatIsNotClearIsNotSentAgain(t *testing.T) {
	for name, fault := range map[string]notifytest.Fault{
		"the line breaks after Notify took it":        {Method: http.MethodPost, Taken: true},
		"the line breaks before":                      {Method: http.MethodPost},
		"Notify fails after it took it":               {Method: http.MethodPost, Taken: true, Status: 500, Type: "Exception"},
		"Notify fails, and nobody knows what it took": {Method: http.MethodPost, Status: 504, Type: "Exception"},
	} {
		t.Run(name, func(t *testing.T) {
			server := notifytest.Start(t)
			server.Fail(fault)
			_, err := server.Client(t).SendLetter(t.Context(), letter())
			var unclear *notify.Unclear
			if !errors.As(err, &unclear) || unclear.Reference != letter().Reference {
				t.Fatalf("got %v", err)
			}
			found, err := server.Client(t).ByReference(t.Context(), notify.KindLetter, unclear.Reference)
			if err != nil {
				t.Fatal(err)
			}
			if want := map[bool]int{true: 1}[fault.Taken]; len(found) != want || len(server.Messages()) != want {
				t.Errorf("found %d under the reference, %d were taken, want %d", len(found), len(server.Messages()), want)
			}
		})
	}
}

func TestATooBusyNotifyIsTriedAgain(t *testing.T) {
	server := notifytest.Start(t)
	busy := notifytest.Fault{Status: 429, Type: "RateLimitError", After: "2"}
	server.Fail(busy, busy)
	var waited []time.Duration
	client, err := notify.New(notifytest.APIKey, notify.Options{Base: server.URL, Pause: func(_ context.Context, d time.Duration) error {
		waited = append(waited, d)
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.SendLetter(t.Context(), letter()); err != nil {
		t.Fatal(err)
	}
	if len(server.Messages()) != 1 || fmt.Sprint(waited) != "[2s 2s]" {
		t.Errorf("%d letters after waiting %v", len(server.Messages()), waited)
	}
	server.Fail(notifytest.Fault{Status: 500}, notifytest.Fault{Status: 503})
	if _, err := client.ByReference(t.Context(), notify.KindLetter, letter().Reference); err != nil {
		t.Error("asking was not tried again:", err)
	}
}

func TestWhatNotifyRefusesIsNotTriedAgain(t *testing.T) {
	cases := map[string]struct {
		do   func(*notifytest.Server, *notify.Client) error
		want string
	}{
		"the day's limit": {func(s *notifytest.Server, c *notify.Client) error {
			s.Fail(notifytest.Fault{Status: 429, Type: "TooManyRequestsError"})
			_, err := c.SendLetter(t.Context(), letter())
			return err
		}, "print folder"},
		"a team key": {func(s *notifytest.Server, c *notify.Client) error {
			s.Team = true
			_, err := c.SendLetter(t.Context(), letter())
			return err
		}, "live key"},
		"a clock that is off": {func(s *notifytest.Server, c *notify.Client) error {
			s.Now = func() time.Time { return time.Now().Add(25 * time.Second) }
			if _, err := c.SendEmail(t.Context(), notify.Email{Reference: "a1b2c3d4", To: "parent@home.example", Template: notifytest.Template}); err != nil {
				return fmt.Errorf("25 seconds are allowed: %w", err)
			}
			s.Now = func() time.Time { return time.Now().Add(50 * time.Second) }
			_, err := c.SendLetter(t.Context(), letter())
			return err
		}, "clock"},
		"an unknown template": {func(_ *notifytest.Server, c *notify.Client) error {
			_, err := c.SendEmail(t.Context(), notify.Email{Reference: "a1b2c3d4", To: "parent@home.example", Template: "other"})
			return err
		}, "Template not found"},
		"a reference that says something": {func(_ *notifytest.Server, c *notify.Client) error {
			_, err := c.SendText(t.Context(), notify.Text{Reference: "letter to Mrs Example"})
			return err
		}, "reference"},
		"a letter that is too big": {func(_ *notifytest.Server, c *notify.Client) error {
			_, err := c.SendLetter(t.Context(), notify.Letter{Reference: "a1b2c3d4", PDF: make([]byte, notify.MaxBytes+1)})
			return err
		}, "print folder"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			server := notifytest.Start(t)
			err := c.do(server, server.Client(t))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want something about %q", err, c.want)
			}
			for _, m := range server.Messages() {
				if m.Kind == notify.KindLetter {
					t.Error("a letter was taken")
				}
			}
		})
	}
}

func TestEmailsAndTextsAreFollowed(t *testing.T) {
	server := notifytest.Start(t)
	client := server.Client(t)
	fill := map[string]string{"number": "0412"}
	for to, want := range map[string]notify.Status{"parent@home.example": notify.Delivered, "perm-fail@simulator.notify": notify.PermanentFailure} {
		id, err := client.SendEmail(t.Context(), notify.Email{Reference: "a1b2c3d4", To: to, Template: notifytest.Template, Fill: fill})
		if err != nil {
			t.Fatal(err)
		}
		server.Advance()
		if m, err := client.Message(t.Context(), id); err != nil || m.Status != want || !m.Status.Final() {
			t.Errorf("%s: %s, %v", to, m.Status, err)
		}
	}
	if _, err := client.SendText(t.Context(), notify.Text{Reference: "a1b2c3d4", To: "07700900000", Template: notifytest.Template, Fill: fill}); err != nil {
		t.Error(err)
	}
	if got := server.Messages()[2].Fill["number"]; got != "0412" {
		t.Errorf("the text was filled with %q", got)
	}
}

func TestTheSecretIsNeverShown(t *testing.T) {
	key, err := notify.ParseKey("My key-with-hyphens-" + notifytest.Service + "-" + notifytest.Secret)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"%s", "%v", "%+v", "%#v"} {
		if shown := fmt.Sprintf(format, key); strings.Contains(shown, notifytest.Secret) {
			t.Errorf("%s shows %s", format, shown)
		}
	}
	if _, err := notify.ParseKey("a key cut sho"); err == nil || strings.Contains(err.Error(), "cut sho") {
		t.Errorf("a broken key: %v", err)
	}
}

func TestCallbacks(t *testing.T) {
	const token = "a token of the council"
	var got []notify.Told
	broken := false
	handler, err := notify.Callbacks(token, func(_ context.Context, told notify.Told) error {
		if broken {
			return errors.New("away")
		}
		got = append(got, told)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	receipt := `{"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"a1b2c3d4","to":"parent@home.example","status":"delivered","completed_at":"2026-11-24T12:15:30.000000Z"}`
	returned := `{"notification_id":"740e5834-3a29-46b4-9a6f-16142fde533b","reference":"e5f6a7b8","date_sent":"2026-11-20","upload_letter_file_name":null}`
	cases := []struct {
		name, token, body string
		broken            bool
		status, taken     int
	}{
		{"a receipt", token, receipt, false, 204, 1},
		{"a returned letter", token, returned, false, 204, 1},
		{"a wrong token", "another", receipt, false, 401, 0},
		{"not JSON", token, "<xml/>", false, 400, 0},
		{"another JSON", token, `{"a":1}`, false, 400, 0},
		{"too long", token, strings.Repeat("x", 70<<10), false, 413, 0},
		{"the register is away", token, receipt, true, 503, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, broken = nil, c.broken
			r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(c.body))
			r.Header.Set("Authorization", "Bearer "+c.token)
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r)
			if w.Code != c.status || len(got) != c.taken {
				t.Errorf("answered %d and took %v", w.Code, got)
			}
		})
	}
	got = nil
	if told, err := notify.ReadCallback([]byte(returned)); err != nil || !told.Returned || told.Reference != "e5f6a7b8" || told.Status != "" {
		t.Errorf("returned letter: %+v, %v", told, err)
	}
	if _, err := notify.Callbacks("short", nil); err == nil {
		t.Error("a short token was taken")
	}
}

func FuzzReadCallback(f *testing.F) {
	f.Add([]byte(`{"id":"x","status":"delivered"}`))
	f.Add([]byte(`{"notification_id":"x","reference":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		told, err := notify.ReadCallback(data)
		if err == nil && told.ID == "" {
			t.Error("a callback without an ID was taken")
		}
	})
}

func named(err error, kind string) bool {
	var e *notify.Error
	return errors.As(err, &e) && e.Names(kind)
}
