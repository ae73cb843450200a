package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Options say where the register lies.
type Options struct {
	URL   string           // "sqlite:///path/register.db" or a plain path for SQLite, "postgres://…" for PostgreSQL
	Files string           // the folder for letters and documents
	Clock func() time.Time // the real time of storing; time.Now where it is nil
}

// Register is the register. It is safe for concurrent use, and several processes may have it open.
type Register struct {
	db         *sql.DB
	dialect    dialect
	files      Files
	clock      func() time.Time
	kept       keptCases     // read last
	settings   keptSettings  // the council's, as they were read last
	statements *statements   // kept prepared; nil where the driver keeps them
	writing    chan struct{} // one writer at a time within this process; nil where the database queues writers itself
}

// Migrate sets the register up, or brings an older one up to this program. It is for the service to call before [Open].
// Called again it does nothing. The error says so where the register is newer than the program.
func Migrate(ctx context.Context, o Options) error {
	d, err := dialectOf(o.URL)
	if err != nil {
		return err
	}
	if err := d.prepare(); err != nil {
		return fmt.Errorf("set up the register: %w", err)
	}
	db, err := sql.Open(d.driver, d.source)
	if err != nil {
		return fmt.Errorf("set up the register: %w", err)
	}
	return errors.Join(migrate(ctx, db, d), db.Close())
}

// Open opens a register that has been set up. It changes nothing: the error says in plain words when the register is
// missing, older or newer than the program.
func Open(ctx context.Context, o Options) (*Register, error) {
	if o.Files == "" {
		return nil, errors.New("open the register: no folder for its files is set")
	}
	d, err := dialectOf(o.URL)
	if err != nil {
		return nil, err
	}
	if !d.exists() {
		return nil, fmt.Errorf("open the register: %w", ErrNotMigrated)
	}
	db, err := sql.Open(d.driver, d.source)
	if err != nil {
		return nil, fmt.Errorf("open the register: %w", err)
	}
	db.SetMaxOpenConns(d.connections)
	db.SetMaxIdleConns(d.connections) // each is set up by half a dozen commands
	if err := checkVersion(ctx, db, d); err != nil {
		return nil, errors.Join(fmt.Errorf("open the register: %w", err), db.Close())
	}
	r := &Register{db: db, dialect: d, files: Folder(o.Files), clock: o.Clock}
	if r.clock == nil {
		r.clock = time.Now
	}
	if d.prepares {
		r.statements = &statements{}
	}
	if d.oneWriter {
		r.writing = make(chan struct{}, 1)
	}
	return r, nil
}

// Close closes the register once what is under way has ended.
func (r *Register) Close() error {
	if r.statements != nil {
		return errors.Join(r.statements.close(), r.db.Close())
	}
	return r.db.Close()
}

// Ping asks whether the database answers.
func (r *Register) Ping(ctx context.Context) error {
	if err := r.db.PingContext(ctx); err != nil {
		return fmt.Errorf("reach the register: %w", err)
	}
	return nil
}
