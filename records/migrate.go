package records

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"path"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// migrations are the steps by which the register came to its shape, numbered once for both databases.
//
//go:embed migrations/*.sql
var migrations embed.FS

// steps reads the migrations in the types of the database.
func steps(d dialect) ([]*goose.Migration, error) {
	files, err := migrations.ReadDir("migrations")
	if err != nil {
		return nil, err
	}
	list := make([]*goose.Migration, len(files))
	for i, f := range files {
		version, err := goose.NumericComponent(f.Name())
		if err != nil {
			return nil, err
		}
		text, err := migrations.ReadFile(path.Join("migrations", f.Name()))
		if err != nil {
			return nil, err
		}
		statements := d.types.Replace(string(text))
		list[i] = goose.NewGoMigration(version, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, statements)
			return err
		}}, nil)
	}
	return list, nil
}

// migrate brings the database up to the newest step. Services that start together on PostgreSQL take turns.
func migrate(ctx context.Context, db *sql.DB, d dialect) error {
	known, applied, err := versions(ctx, db, d)
	if err != nil {
		return fmt.Errorf("set up the register: %w", err)
	}
	if applied > known {
		return fmt.Errorf("set up the register: %w", VersionError{Has: applied, Wants: known})
	}
	list, err := steps(d)
	if err != nil {
		return fmt.Errorf("set up the register: %w", err)
	}
	options := []goose.ProviderOption{
		goose.WithGoMigrations(list...), goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()),
	}
	if d.goose == goose.DialectPostgres {
		turns, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return fmt.Errorf("set up the register: %w", err)
		}
		options = append(options, goose.WithSessionLocker(turns))
	}
	p, err := goose.NewProvider(d.goose, db, nil, options...)
	if err != nil {
		return fmt.Errorf("set up the register: %w", err)
	}
	for attempt := 1; ; attempt++ {
		_, err := p.Up(ctx)
		if err == nil || checkVersion(ctx, db, d) == nil { // another service was setting it up, and has
			return nil
		}
		if attempt == attempts || ctx.Err() != nil {
			return fmt.Errorf("set up the register: %w", err)
		}
		time.Sleep(time.Duration(10*attempt) * time.Millisecond)
	}
}

// VersionError says that the register has another shape than the program knows.
type VersionError struct {
	Has   int64 // the newest migration that the register has been through
	Wants int64 // the newest that the program knows
}

func (e VersionError) Error() string {
	if e.Has > e.Wants {
		return fmt.Sprintf("the register is newer than this program: it is at version %d and the program knows versions up to %d. Use the newer program", e.Has, e.Wants)
	}
	return fmt.Sprintf("the register is older than this program: it is at version %d and the program needs %d. Start the service once with make run, which brings it up to date", e.Has, e.Wants)
}

// checkVersion makes sure that the register has the shape that the program knows, and changes nothing.
func checkVersion(ctx context.Context, db *sql.DB, d dialect) error {
	known, applied, err := versions(ctx, db, d)
	switch {
	case err != nil:
		return err
	case applied == 0:
		return ErrNotMigrated
	case applied != known:
		return VersionError{Has: applied, Wants: known}
	}
	return nil
}

// versions is the newest migration of the program and the newest that the database has been through, 0 for none.
func versions(ctx context.Context, db *sql.DB, d dialect) (known, applied int64, err error) {
	list, err := steps(d)
	if err != nil {
		return 0, 0, err
	}
	for _, m := range list {
		known = max(known, m.Version)
	}
	var tables int
	if err := db.QueryRowContext(ctx, d.rebind(d.hasTable), goose.DefaultTablename).Scan(&tables); err != nil {
		return 0, 0, err
	}
	if tables == 0 {
		return known, 0, nil
	}
	query := d.rebind(`SELECT COALESCE(MAX(version_id), 0) FROM ` + goose.DefaultTablename + ` WHERE version_id > ?`)
	err = db.QueryRowContext(ctx, query, 0).Scan(&applied)
	return known, applied, err
}
