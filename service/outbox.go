package service

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sendpanel/portal"
)

// outbox is a folder into which short messages are written, a file each, for somebody to pass on: what a machine without
// e-mail and text messages has. The files hold codes and links, so only the service's own user may read them.
type outbox string

// Notify writes one message.
func (o outbox) Notify(_ context.Context, n portal.Notice) error {
	if err := os.MkdirAll(string(o), 0o700); err != nil {
		return fmt.Errorf("write a message to the outbox: %w", err)
	}
	name := filepath.Join(string(o), time.Now().UTC().Format("20060102T150405")+"-"+rand.Text()[:8]+".txt")
	text := fmt.Sprintf("By: %s\nTo: %s\nSubject: %s\n\n%s\n", n.Channel, n.To, n.Subject, n.Text)
	if err := os.WriteFile(name+".new", []byte(text), 0o600); err != nil {
		return fmt.Errorf("write a message to the outbox: %w", err)
	}
	if err := os.Rename(name+".new", name); err != nil {
		return fmt.Errorf("write a message to the outbox: %w", err)
	}
	return nil
}
