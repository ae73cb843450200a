package records

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the database/sql driver "pgx"
	"github.com/pressly/goose/v3"
)

// onPostgres is the register in a PostgreSQL database, shared by any number of services.
//
// Writers of one case queue for its row. Text is compared byte by byte (COLLATE "C"), so that references and days sort
// as they do in SQLite and in this program, whatever the language of the server.
func onPostgres(source string) dialect {
	return dialect{
		driver:      "pgx",
		source:      source,
		goose:       goose.DialectPostgres,
		types:       strings.NewReplacer("{text}", `TEXT COLLATE "C"`, "{int}", "BIGINT", "{bytes}", "BYTEA", "{strict}", "", "{by}", `convert_from(p.content, 'UTF8')::json -> 'by' ->> 'person'`),
		numbered:    true,
		forUpdate:   " FOR UPDATE",
		hold:        `SELECT pg_advisory_xact_lock(?)`,
		hasTable:    `SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = ?`,
		connections: 16,
		prepare:     func() error { return nil },
		exists:      func() bool { return true },
		mayRetry: func(err error) bool { // serialization failure, deadlock
			state := postgresState(err)
			return state == "40001" || state == "40P01"
		},
		duplicate: func(err error) bool { return postgresState(err) == "23505" },
	}
}

// postgresState is the SQLSTATE of an error, or empty.
func postgresState(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
