package records

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
)

// onSQLite is the register in one file, which several processes of one machine may have open.
//
// A transaction that writes takes its lock when it begins, so that none fails half-way because another wrote first, and
// waits up to ten seconds for it. Every commit is on the disk before it is answered (synchronous FULL). Deleted content
// is overwritten (secure_delete).
func onSQLite(path string) dialect {
	pragmas := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "secure_delete(1)",
	}}
	name := filepath.ToSlash(path)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // a drive letter
	}
	return dialect{
		driver:      "sqlite",
		source:      "file:" + (&url.URL{Path: name}).EscapedPath() + "?" + pragmas.Encode(),
		goose:       goose.DialectSQLite3,
		types:       strings.NewReplacer("{text}", "TEXT", "{int}", "INTEGER", "{bytes}", "BLOB", "{strict}", " STRICT", "{by}", `json_extract(CAST(p.content AS TEXT), '$.by.person')`),
		hasTable:    `SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = ?`,
		erase:       `PRAGMA wal_checkpoint(TRUNCATE)`,
		copyTo:      `VACUUM INTO ?`,
		connections: 8,
		oneWriter:   true,
		prepares:    true,
		prepare:     func() error { return makePrivate(path) },
		exists:      func() bool { _, err := os.Stat(path); return err == nil },
		mayRetry:    func(err error) bool { return sqliteCode(err)&0xff == 5 },                    // SQLITE_BUSY
		duplicate:   func(err error) bool { c := sqliteCode(err); return c == 2067 || c == 1555 }, // UNIQUE, PRIMARYKEY
	}
}

// makePrivate makes the file, empty, so that from the start nobody else may read it. Its companions take its mode.
func makePrivate(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// sqliteCode is the extended result code of SQLite, or 0.
func sqliteCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}
