// Package mailtest is a mail server on a loopback port, for tests: it takes a message only as RFC 5321 has it given, each
// step in its order, and only a message that RFC 5322 would have.
package mailtest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"
)

// Message is an e-mail as the server took it.
type Message struct {
	From, To string // of the envelope
	Header   mail.Header
	Subject  string // decoded
	Text     string // decoded, of a message of one part
}

// Server is the mail server. What a client did against the rules is in Faults, and was refused.
type Server struct {
	listener net.Listener
	mu       sync.Mutex
	taken    []Message
	faults   []string
}

// Start starts the server for a test.
func Start(t testing.TB) *Server {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{listener: l}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	return s
}

// URL is where the server is, as SENDPANEL_SMTP names it.
func (s *Server) URL() string { return "smtp://" + s.listener.Addr().String() }

// Messages are what the server took, in that order.
func (s *Server) Messages() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Message(nil), s.taken...)
}

// Faults are what clients did against the rules.
func (s *Server) Faults() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.faults...)
}

// talk is one client's conversation.
type talk struct {
	*Server
	in       *bufio.Reader
	out      io.Writer
	greeted  bool
	from, to string
}

func (s *Server) serve(conn net.Conn) {
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	c := &talk{Server: s, in: bufio.NewReader(conn), out: conn}
	c.say("220 mailtest ESMTP")
	for {
		line, err := c.line()
		if err != nil || !c.answer(line) {
			return
		}
	}
}

func (c *talk) say(text string) { fmt.Fprintf(c.out, "%s\r\n", text) }

func (c *talk) line() (string, error) {
	line, err := c.in.ReadString('\n')
	if err == nil && !strings.HasSuffix(line, "\r\n") {
		c.fault("500 a line does not end with CR LF")
		err = errors.New("no line")
	}
	return strings.TrimSuffix(line, "\r\n"), err
}

// fault refuses and notes why.
func (c *talk) fault(text string) {
	c.mu.Lock()
	c.faults = append(c.faults, text)
	c.mu.Unlock()
	c.say(text)
}

// answer takes one step and reports whether the conversation goes on.
func (c *talk) answer(line string) bool {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb = strings.ToUpper(verb); {
	case verb == "QUIT":
		c.say("221 bye")
		return false
	case verb == "EHLO" || verb == "HELO":
		c.greeted = rest != ""
		c.say("250 mailtest")
	case verb == "NOOP" || verb == "RSET":
		c.from, c.to = "", ""
		c.say("250 ok")
	case !c.greeted:
		c.fault("503 EHLO first, with a name")
	case verb == "MAIL":
		c.from = c.address(rest, "FROM:")
	case verb == "RCPT" && c.from == "":
		c.fault("503 MAIL first")
	case verb == "RCPT":
		c.to = c.address(rest, "TO:")
	case verb == "DATA" && c.to == "":
		c.fault("503 RCPT first")
	case verb == "DATA":
		c.data()
	default:
		c.fault("502 no such command: " + verb)
	}
	return true
}

func (c *talk) address(rest, word string) string {
	path, _, _ := strings.Cut(strings.TrimSpace(rest[min(len(rest), len(word)):]), " ")
	at, err := mail.ParseAddress(path)
	if !strings.HasPrefix(strings.ToUpper(rest), word) || err != nil || !strings.HasPrefix(path, "<") {
		c.fault("501 no address in " + word)
		return ""
	}
	c.say("250 ok")
	return at.Address
}

// mostLine is the longest line of a message, without its end.
const mostLine = 998

func (c *talk) data() {
	c.say("354 go on")
	var text strings.Builder
	for {
		line, err := c.line()
		if err != nil {
			return
		}
		if line == "." {
			break
		}
		if len(line) > mostLine {
			c.fault("552 a line is too long")
			return
		}
		text.WriteString(strings.TrimPrefix(line, ".") + "\r\n")
	}
	m, err := read(text.String())
	if err != nil {
		c.fault("554 " + err.Error())
		return
	}
	m.From, m.To = c.from, c.to
	c.mu.Lock()
	c.taken = append(c.taken, m)
	c.mu.Unlock()
	c.from, c.to = "", ""
	c.say("250 taken")
}

// read takes a message apart; one that lacks what every e-mail has is none.
func read(text string) (Message, error) {
	raw, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		return Message{}, err
	}
	for _, name := range []string{"From", "To", "Date", "Message-Id", "Subject", "Mime-Version", "Content-Type"} {
		if raw.Header.Get(name) == "" {
			return Message{}, fmt.Errorf("the message has no %s", name)
		}
	}
	if _, err := raw.Header.Date(); err != nil {
		return Message{}, err
	}
	m := Message{Header: raw.Header}
	if m.Subject, err = new(mime.WordDecoder).DecodeHeader(raw.Header.Get("Subject")); err != nil {
		return Message{}, err
	}
	body := io.Reader(raw.Body)
	if strings.EqualFold(raw.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
		body = quotedprintable.NewReader(raw.Body)
	}
	decoded, err := io.ReadAll(body)
	m.Text = string(decoded)
	return m, err
}
