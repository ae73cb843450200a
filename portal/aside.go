package portal

import (
	"context"
	"fmt"
	"time"
)

// asideWithin bounds what is done once the page has gone out.
const asideWithin = time.Minute

// aside does something beside the page, which does not wait for it: how long it takes tells nobody anything. What fails is
// logged.
func (p *Portal) aside(ctx context.Context, do func(context.Context) error) {
	id := requestID(ctx)
	ctx = context.WithoutCancel(ctx)
	p.beside(func() {
		ctx, cancel := context.WithTimeout(ctx, asideWithin)
		defer cancel()
		defer func() {
			if broken := recover(); broken != nil {
				p.log.Error("what a page had begun broke off", "id", id, "panic", broken)
			}
		}()
		if err := do(ctx); err != nil {
			p.log.Error("what a page had begun was not done", "id", id, "error", err)
		}
	})
}

// tellAside sends somebody a message beside the page.
func (p *Portal) tellAside(ctx context.Context, n Notice) {
	if n.To == "" {
		return
	}
	p.aside(ctx, func(ctx context.Context) error {
		if err := p.notifier.Notify(ctx, n); err != nil {
			return fmt.Errorf("send a message: %w", err)
		}
		return nil
	})
}
