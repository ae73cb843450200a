package dispatch

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"

	"sendpanel/casework"
	"sendpanel/dispatch/notify"
	"sendpanel/dispatch/notify/notifytest"
	"sendpanel/statute"
)

// book is a ledger in memory.
type book struct {
	mu       sync.Mutex
	attempts map[Key]*Attempt
	recalled []Key
	broken   error // what Took answers instead
}

func newBook() *book { return &book{attempts: map[Key]*Attempt{}} }

func (b *book) Begin(_ context.Context, key Key, _, sha string) (Attempt, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if known, ok := b.attempts[key]; ok {
		return *known, nil
	}
	b.attempts[key] = &Attempt{Reference: fmt.Sprintf("reference-%d", len(b.attempts)), SHA256: sha}
	fresh := *b.attempts[key]
	fresh.Fresh = true
	return fresh, nil
}

func (b *book) Took(_ context.Context, reference, id string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.broken != nil {
		err := b.broken
		b.broken = nil
		return err
	}
	for _, a := range b.attempts {
		if a.Reference == reference {
			a.ID = id
		}
	}
	return nil
}

func (b *book) Release(_ context.Context, reference string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for key, a := range b.attempts {
		if a.Reference == reference {
			delete(b.attempts, key)
		}
	}
	return nil
}

func (b *book) Recall(_ context.Context, key Key) (bool, error) {
	b.recalled = append(b.recalled, key)
	return b.attempts[key] != nil, nil
}

func aLetter() Item {
	key := Key{Case: casework.NewRef(2026, 412), Letter: casework.LetterKey{Kind: casework.AssessLetter, To: "family-1", For: 7, Version: 1}}
	return Item{Key: key, PDF: []byte("%PDF-1.7 a letter")}
}

// TestNotifyGetsALetterOnce breaks the hand-over at each of its steps and hands over again, as an activity does.
func TestNotifyGetsALetterOnce(t *testing.T) {
	post := func(taken bool) notifytest.Fault { return notifytest.Fault{Method: http.MethodPost, Taken: taken} }
	ask := notifytest.Fault{Method: http.MethodGet, Status: 400, Type: "BadRequestError"}
	cases := map[string]struct {
		faults []notifytest.Fault
		broken error
		tries  int  // until it goes
		first  bool // whether the first try is an *UnclearError
	}{
		"nothing breaks":                              {nil, nil, 1, false},
		"the line breaks after Notify took it":        {[]notifytest.Fault{post(true)}, nil, 1, false},
		"the line breaks before":                      {[]notifytest.Fault{post(false)}, nil, 2, false},
		"it breaks, and then Notify cannot be asked":  {[]notifytest.Fault{post(true), ask}, nil, 2, true},
		"the register fails after Notify took it":     {nil, errors.New("away"), 2, false},
		"Notify is busy":                              {[]notifytest.Fault{{Status: 429, Type: "RateLimitError"}}, nil, 1, false},
		"it fails within, and has the letter already": {[]notifytest.Fault{{Method: http.MethodPost, Taken: true, Status: 500}}, nil, 1, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			server, ledger := notifytest.Start(t), newBook()
			server.Fail(c.faults...)
			ledger.broken = c.broken
			carrier := &NotifyPost{Client: server.Client(t), Ledger: ledger}
			for try := 1; ; try++ {
				receipt, err := carrier.Hand(t.Context(), aLetter())
				if try == 1 && errors.As(err, new(*UnclearError)) != c.first {
					t.Errorf("the first try gave %v", err)
				}
				if err == nil {
					if try != c.tries || receipt.Channel != statute.Notify {
						t.Errorf("it went at try %d by %s, want try %d", try, receipt.Channel, c.tries)
					}
					break
				}
				if try > 3 {
					t.Fatal(err)
				}
			}
			if again, err := carrier.Hand(t.Context(), aLetter()); err != nil || !again.Again {
				t.Errorf("handed over again: %+v, %v", again, err)
			}
			if n := len(server.Messages()); n != 1 {
				t.Errorf("Notify was given %d letters", n)
			}
		})
	}
}

func TestNotifyAndWhatItDoesNotTake(t *testing.T) {
	server := notifytest.Start(t)
	server.Team = true
	carrier := &NotifyPost{Client: server.Client(t), Ledger: newBook()}
	if _, err := carrier.Hand(t.Context(), aLetter()); !errors.As(err, new(*RefusedError)) {
		t.Errorf("a team key: %v", err)
	}
	server.Team = false
	if _, err := carrier.Hand(t.Context(), aLetter()); err != nil {
		t.Fatal(err)
	}
	other := aLetter()
	other.PDF = []byte("%PDF-1.7 another letter")
	if _, err := carrier.Hand(t.Context(), other); !errors.As(err, new(*TakenError)) {
		t.Errorf("another letter under the same key: %v", err)
	}
	if got := server.Messages()[0].Reference; strings.Contains(got, "SEN-") {
		t.Errorf("the reference %q names the case", got)
	}
}

func TestNotifyIsToldOfARecall(t *testing.T) {
	ledger := newBook()
	carrier := &NotifyPost{Client: &notify.Client{}, Ledger: ledger}
	if err := carrier.Withdraw(t.Context(), aLetter().Key); err != nil || len(ledger.recalled) != 1 {
		t.Errorf("recalled %v, %v", ledger.recalled, err)
	}
}

// mailbox is a mail server on a loopback port.
type mailbox struct {
	listener net.Listener
	mu       sync.Mutex
	messages []string
	answers  map[string]string // by verb, instead of what it would say; "hang up" closes the line
}

func startMailbox(t *testing.T) *mailbox {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b := &mailbox{listener: l, answers: map[string]string{}}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go b.serve(conn)
		}
	}()
	return b
}

func (b *mailbox) serve(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReader(conn)
	say := func(s string) { fmt.Fprintf(conn, "%s\r\n", s) }
	say("220 mailbox")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		verb, _, _ := strings.Cut(strings.TrimSpace(strings.ToUpper(line)), " ")
		b.mu.Lock()
		answer := b.answers[verb]
		b.mu.Unlock()
		switch {
		case answer == "hang up":
			return
		case answer != "":
			say(answer)
		case verb == "DATA":
			say("354 go on")
			if b.take(in) == "hang up" {
				return
			}
			say("250 taken")
		case verb == "EHLO" || verb == "HELO":
			say("250 mailbox")
		case verb == "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func (b *mailbox) take(in *bufio.Reader) string {
	var text strings.Builder
	for {
		line, err := in.ReadString('\n')
		if err != nil || line == ".\r\n" {
			break
		}
		text.WriteString(line)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.messages = append(b.messages, text.String())
	return b.answers["."]
}

func (b *mailbox) set(verb, answer string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.answers[verb] = answer
}

func (b *mailbox) post(t *testing.T, ledger Ledger) *MailPost {
	t.Helper()
	m, err := NewMail("smtp://"+b.listener.Addr().String(), "send@northmere.example", "Northmere SEND Service")
	if err != nil {
		t.Fatal(err)
	}
	return &MailPost{Mail: m, Ledger: ledger, Address: func(context.Context, Key) (string, error) { return "office@stbrigids.example", nil }}
}

func TestALetterByEmailGoesOnce(t *testing.T) {
	box := startMailbox(t)
	carrier := box.post(t, newBook())
	for again := range 2 {
		receipt, err := carrier.Hand(t.Context(), aLetter())
		if err != nil || receipt.Again != (again == 1) || receipt.Channel != statute.Email {
			t.Fatalf("%+v, %v", receipt, err)
		}
	}
	if len(box.messages) != 1 {
		t.Fatalf("%d messages came", len(box.messages))
	}
	for _, want := range []string{"Subject: Letter from Northmere SEND Service, reference SEN-2026-0412", "To: <office@stbrigids.example>", "application/pdf", "Message-ID: <reference-0@"} {
		if !strings.Contains(strings.ReplaceAll(box.messages[0], "\r\n ", " "), want) {
			t.Errorf("the message lacks %q:\n%s", want, box.messages[0])
		}
	}
}

func TestWhatAMailServerMayAnswer(t *testing.T) {
	cases := map[string]struct {
		verb, answer string
		unclear      bool
		refused      bool
		goes         bool // when it is tried again and nothing stands in the way
	}{
		"no such address":                      {"RCPT", "550 no such user", false, true, true},
		"come back later":                      {"RCPT", "451 busy", false, false, true},
		"the line breaks before the letter":    {"MAIL", "hang up", false, false, true},
		"the line breaks when it has it whole": {".", "hang up", true, false, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			box := startMailbox(t)
			carrier := box.post(t, newBook())
			box.set(c.verb, c.answer)
			_, err := carrier.Hand(t.Context(), aLetter())
			if err == nil || errors.As(err, new(*UnclearError)) != c.unclear || errors.As(err, new(*RefusedError)) != c.refused {
				t.Errorf("got %v", err)
			}
			box.set(c.verb, "")
			_, err = carrier.Hand(t.Context(), aLetter())
			if (err == nil) != c.goes {
				t.Errorf("tried again: %v", err)
			}
			if len(box.messages) != 1 {
				t.Errorf("%d messages came", len(box.messages))
			}
		})
	}
}

func TestMailSettings(t *testing.T) {
	for _, bad := range []string{"", "mail.example", "http://mail.example", "smtp://", "smtp://mail.example:x"} {
		if _, err := NewMail(bad, "a@b.example", "A"); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if _, err := NewMail("smtp://user:se%zzcret@mail.example", "a@b.example", "A"); err == nil || strings.Contains(err.Error(), "cret") {
		t.Errorf("a broken password: %v", err)
	}
}
