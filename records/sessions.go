package records

import (
	"context"
	"fmt"
	"time"
)

// Sessions are the portal's sessions: who is signed in at which browser. They have the shape that scs asks of a store, and
// end by the machine's clock as scs reckons it.
type Sessions struct{ register *Register }

// Sessions gives the register's sessions.
func (r *Register) Sessions() Sessions { return Sessions{r} }

// FindCtx gives what is kept under the token, and false where there is nothing or its time is over.
func (s Sessions) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	const query = `SELECT data FROM sessions WHERE token = ? AND expires_at > ?`
	err = s.register.read(ctx, func(t tx) error {
		err := t.row(ctx, query, token, stamped(time.Now())).Scan(&data)
		if isMissing(err) {
			return nil
		}
		found = err == nil
		return err
	})
	if err != nil {
		return nil, false, fmt.Errorf("look up a session: %w", err)
	}
	return data, found, nil
}

// CommitCtx keeps data under the token until its time is over, in place of what was there.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	const keep = `INSERT INTO sessions (token, data, expires_at) VALUES (?, ?, ?)
		ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at`
	return s.change(ctx, "keep a session", keep, token, data, stamped(expiry))
}

// DeleteCtx ends a session. Nothing happens where there is none.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	return s.change(ctx, "end a session", `DELETE FROM sessions WHERE token = ?`, token)
}

// Sweep takes away the sessions whose time is over, and with them codes, invitations and what families wrote
// and never sent.
func (s Sessions) Sweep(ctx context.Context) error {
	err := s.register.write(ctx, func(t tx) error {
		if err := t.exec(ctx, `DELETE FROM sessions WHERE expires_at <= ?`, stamped(time.Now())); err != nil {
			return err
		}
		if err := t.exec(ctx, `DELETE FROM browser_codes WHERE expires_at <= ?`, s.register.now()); err != nil {
			return err
		}
		if err := t.exec(ctx, `DELETE FROM asks WHERE expires_at <= ?`, s.register.now()); err != nil {
			return err
		}
		return t.exec(ctx, `DELETE FROM invitations WHERE expires_at <= ?`, s.register.now())
	})
	if err != nil {
		return fmt.Errorf("take away what is over: %w", err)
	}
	return nil
}

func (s Sessions) change(ctx context.Context, doing, query string, args ...any) error {
	err := s.register.write(ctx, func(t tx) error { return t.exec(ctx, query, args...) })
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// Find is [Sessions.FindCtx] for callers without a context.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is [Sessions.CommitCtx] for callers without a context.
func (s Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is [Sessions.DeleteCtx] for callers without a context.
func (s Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }
