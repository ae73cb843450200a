package cluster

import (
	"context"
	"fmt"
	"net"
	"time"

	"github.com/temporalio/ui-server/v2/server"
	"github.com/temporalio/ui-server/v2/server/config"
	"github.com/temporalio/ui-server/v2/server/server_options"
)

// webUI is Temporal's own web interface. It has no login, and so it listens on loopback only.
type webUI struct {
	address string
	server  *server.Server
}

// startUI returns when the UI can be opened in a browser.
func (c *Cluster) startUI(ctx context.Context) error {
	port := c.options.UIPort
	if port == 0 {
		return nil
	}
	c.ui = &webUI{loopback(port), server.NewServer(server_options.WithConfigProvider(&config.Config{
		Host: loopbackIP, Port: port,
		TemporalGRPCAddress: c.address, DefaultNamespace: c.options.Namespace,
		EnableUI: true, HideLogs: true,
		DisableNewsFetch: true,                              // it must not call anybody outside
		CORS:             config.CORS{CookieInsecure: true}, // loopback has no TLS
	}))}
	go c.ui.server.Start() // it ends the process if the port was taken since it was checked, and otherwise has no error to give
	if err := until(ctx, 10*time.Millisecond, c.ui.answers); err != nil {
		return fmt.Errorf("start the Temporal UI: %w", err)
	}
	return nil
}

func (u *webUI) answers() error {
	conn, err := net.DialTimeout("tcp", u.address, time.Second)
	if err != nil {
		return err
	}
	return conn.Close()
}

func (u *webUI) stop() { u.server.Stop() }
