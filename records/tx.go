package records

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"time"
)

// attempts is how often a transaction is run when another one keeps getting in its way.
const attempts = 12

// tx is a transaction that takes the register's one set of queries.
type tx struct {
	*sql.Tx
	d          dialect
	kept       *keptCases
	statements *statements // nil where the driver keeps them
}

func (t tx) exec(ctx context.Context, query string, args ...any) error {
	var err error
	if stmt := t.prepared(ctx, query); stmt != nil {
		_, err = stmt.ExecContext(ctx, args...)
	} else {
		_, err = t.ExecContext(ctx, t.d.rebind(query), args...)
	}
	return err
}

func (t tx) row(ctx context.Context, query string, args ...any) *sql.Row {
	if stmt := t.prepared(ctx, query); stmt != nil {
		return stmt.QueryRowContext(ctx, args...)
	}
	return t.QueryRowContext(ctx, t.d.rebind(query), args...)
}

// prepared is the query as it is kept on the transaction's connection, or nil.
func (t tx) prepared(ctx context.Context, query string) *sql.Stmt {
	if t.statements == nil {
		return nil
	}
	stmt := t.statements.get(query)
	if stmt == nil {
		return nil
	}
	return t.StmtContext(ctx, stmt)
}

// each calls take with every row of the answer.
func (t tx) each(ctx context.Context, take func(*sql.Rows) error, query string, args ...any) error {
	rows, err := t.query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := take(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (t tx) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if stmt := t.prepared(ctx, query); stmt != nil {
		return stmt.QueryContext(ctx, args...)
	}
	return t.QueryContext(ctx, t.d.rebind(query), args...)
}

// write runs do in a transaction: all of it is stored, on the disk, or nothing. do may be run more than once.
func (r *Register) write(ctx context.Context, do func(tx) error) error {
	if r.writing != nil {
		select {
		case r.writing <- struct{}{}:
			defer func() { <-r.writing }()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for attempt := 1; ; attempt++ {
		err := r.once(ctx, nil, do)
		if err == nil || attempt == attempts || !r.dialect.mayRetry(err) {
			return err
		}
		select {
		case <-time.After(time.Duration(rand.IntN(20*attempt)+1) * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// read runs do on the register as it stands at one moment.
func (r *Register) read(ctx context.Context, do func(tx) error) error {
	return r.once(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, do)
}

func (r *Register) once(ctx context.Context, how *sql.TxOptions, do func(tx) error) error {
	if err := r.run(ctx, how, do); err != nil {
		return err
	}
	if r.statements != nil {
		r.statements.prepare(ctx, r.db)
	}
	return nil
}

func (r *Register) run(ctx context.Context, how *sql.TxOptions, do func(tx) error) error {
	t, err := r.db.BeginTx(ctx, how)
	if err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	defer t.Rollback() // after a commit it does nothing
	if err := do(tx{Tx: t, d: r.dialect, kept: &r.kept, statements: r.statements}); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// stamp writes a moment so that it sorts as text.
const stamp = "2006-01-02T15:04:05.000000000Z"

func stamped(at time.Time) string { return at.UTC().Format(stamp) }

func unstamped(s string) (time.Time, error) { return time.Parse(stamp, s) }

// now is the real time of storing.
func (r *Register) now() string { return stamped(r.clock()) }
