// Package scan asks clamd whether a file carries something harmful.
package scan

import (
	"bufio"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// Scanner looks at a file before it is kept.
type Scanner interface {
	// Scan gives what was found, by its name, or empty where nothing was. The error means that nobody looked.
	Scan(ctx context.Context, content io.Reader) (found string, err error)
}

// Clamd is a clamd that listens somewhere: "unix:/run/clamav/clamd.ctl" or "host:3310".
type Clamd struct{ Address string }

// within bounds one scan.
const within = 2 * time.Minute

// chunk is how much is sent at a time.
const chunk = 64 << 10

// Scan sends the content through clamd's INSTREAM.
func (c Clamd) Scan(ctx context.Context, content io.Reader) (string, error) {
	network, address := "tcp", c.Address
	if path, ok := strings.CutPrefix(c.Address, "unix:"); ok {
		network, address = "unix", path
	}
	var d net.Dialer
	conn, err := d.DialContext(ctx, network, address)
	if err != nil {
		return "", fmt.Errorf("reach the virus scanner: %w", err)
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(within)); err != nil {
		return "", fmt.Errorf("reach the virus scanner: %w", err)
	}
	sendErr := send(conn, content)
	// clamd answers, and closes, before it has read all where a stream is longer than it takes: its answer says why.
	answer, err := bufio.NewReader(conn).ReadString(0)
	if err != nil && answer == "" {
		if sendErr != nil {
			err = sendErr
		}
		return "", fmt.Errorf("ask the virus scanner: %w", err)
	}
	return verdict(strings.TrimRight(answer, "\x00\n"))
}

func send(w io.Writer, content io.Reader) error {
	if _, err := io.WriteString(w, "zINSTREAM\x00"); err != nil {
		return err
	}
	frame := make([]byte, 4+chunk)
	for {
		n, err := io.ReadFull(content, frame[4:])
		if n > 0 {
			binary.BigEndian.PutUint32(frame, uint32(n))
			if _, err := w.Write(frame[:4+n]); err != nil {
				return err
			}
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			return err
		}
	}
	_, err := w.Write(make([]byte, 4))
	return err
}

// verdict reads "stream: OK", "stream: NAME FOUND" and errors.
func verdict(answer string) (string, error) {
	said := strings.TrimPrefix(answer, "stream: ")
	if said == "OK" {
		return "", nil
	}
	if name, found := strings.CutSuffix(said, " FOUND"); found {
		return name, nil
	}
	return "", fmt.Errorf("the virus scanner did not look at the file: %s", said)
}
