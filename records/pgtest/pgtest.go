// Package pgtest gives tests a PostgreSQL database: the one that SENDPANEL_TEST_POSTGRES names, or a throw-away server
// made from the PostgreSQL that is installed on the machine.
package pgtest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // the database/sql driver "pgx"
)

// Variable names a PostgreSQL in which tests may make and drop databases, as a URL.
const Variable = "SENDPANEL_TEST_POSTGRES"

// Start gives the URL of a new, empty database, which goes at the end of the test. Where no PostgreSQL is to be had it
// skips the test and says so.
func Start(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		server = StartServer(t)
	}
	return NewDatabase(t, server)
}

// StartServer starts a throw-away server, which is stopped and removed at the end of the test, and gives its URL. Tests
// with many cases start one and make a database for each with [NewDatabase].
func StartServer(t testing.TB) string {
	t.Helper()
	bin, err := installed()
	if err != nil {
		t.Skipf("not tested on PostgreSQL: %v, and %s is not set", err, Variable)
	}
	s, err := launch(bin)
	if err != nil {
		t.Fatalf("start a throw-away PostgreSQL: %v", err)
	}
	t.Cleanup(func() {
		if err := s.stop(); err != nil {
			t.Errorf("stop the throw-away PostgreSQL: %v", err)
		}
	})
	return s.url()
}

// NewDatabase makes an empty database on a server and gives its URL. It is dropped at the end of the test.
func NewDatabase(t testing.TB, server string) string {
	t.Helper()
	name := "test_" + strings.ToLower(rand.Text())
	if err := run(server, `CREATE DATABASE `+name); err != nil {
		t.Fatalf("make a database for the test: %v", err)
	}
	t.Cleanup(func() {
		if err := run(server, `DROP DATABASE `+name+` WITH (FORCE)`); err != nil {
			t.Logf("drop the database of the test: %v", err)
		}
	})
	u, err := url.Parse(server)
	if err != nil {
		t.Fatalf("read the URL of the PostgreSQL: %v", err)
	}
	u.Path = "/" + name
	return u.String()
}

func run(server, statement string) error {
	db, err := sql.Open("pgx", server)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}
