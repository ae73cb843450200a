package service

import (
	"bufio"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/dispatch"
)

// letterbox is a mail server on this machine that takes every message.
func letterbox(t *testing.T) (where string, messages <-chan string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	taken := make(chan string, 8)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go takeMail(conn, taken)
		}
	}()
	return "smtp://" + l.Addr().String(), taken
}

func takeMail(conn net.Conn, taken chan<- string) {
	defer conn.Close()
	in := bufio.NewReader(conn)
	say := func(line string) { _, _ = io.WriteString(conn, line+"\r\n") }
	say("220 letterbox")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		switch verb, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(line)), " "); verb {
		case "DATA":
			say("354 go on")
			var text strings.Builder
			for {
				line, err := in.ReadString('\n')
				if err != nil || line == ".\r\n" {
					break
				}
				text.WriteString(line)
			}
			taken <- text.String()
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// TestAMessageByRealMail: what a family’s mail server is handed names the event and the number, and nobody.
func TestAMessageByRealMail(t *testing.T) {
	n, _, ref, events := noticeCase(t, func(a *casework.Addressee) { a.Notices = true })
	where, taken := letterbox(t)
	server, err := dispatch.NewMail(where, "send@northmere.example", "Northmere Borough Council SEND Service")
	if err != nil {
		t.Fatal(err)
	}
	n.said = messages{mail: server}
	oweNotices(t.Context(), n.desk.Register, n.log, ref, events)
	if err := n.once(t.Context()); err != nil {
		t.Fatal(err)
	}
	raw := <-taken
	got, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(got.Body))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	number := strings.Split(string(ref), "-")[2]
	if err != nil || subject != "News about request "+number {
		t.Errorf("the subject is %q, %v", subject, err)
	}
	if want := "There is a letter about request " + number + ". Sign in to read it: https://send.northmere.example/sign-in/family"; strings.TrimSpace(string(body)) != want {
		t.Errorf("the message is %q, want %q", body, want)
	}
	if to := got.Header.Get("To"); to != "<home@example.org>" {
		t.Errorf("it went to %s", to)
	}
	for _, never := range []string{"Jaspreet", "Dhillon", "Harpreet", "Millbrook", string(ref)} {
		if strings.Contains(raw, never) {
			t.Errorf("the message says %q:\n%s", never, raw)
		}
	}
}
