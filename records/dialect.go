package records

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
)

// dialect is all in which one database differs from the other.
type dialect struct {
	driver      string
	source      string // where, in the words of the driver; may hold a password, so it is never shown
	goose       goose.Dialect
	types       *strings.Replacer // the column types of the migrations
	numbered    bool              // parameters are $1, $2 and not ?
	forUpdate   string            // what a SELECT needs to lock the rows it reads until the end of the transaction
	hold        string            // waits for a number that one transaction holds at a time; empty where there is one writer only
	hasTable    string            // counts the tables of a name
	erase       string            // run after content was removed, so that no copy of it stays behind; may be empty
	copyTo      string            // writes the database, as it is at one moment, into a file; empty where it has means of its own
	connections int               // at most this many at a time
	prepares    bool              // queries are to be kept prepared; the driver does not
	oneWriter   bool              // the database takes one writer at a time and does not queue the others fairly

	prepare   func() error     // before the database is first opened
	exists    func() bool      // whether there is a database to open
	mayRetry  func(error) bool // the transaction failed because of another one and can be run again
	duplicate func(error) bool // a row with the same key is there already
}

// dialectOf reads where the register lies.
func dialectOf(where string) (dialect, error) {
	switch {
	case where == "":
		return dialect{}, errors.New("open the register: no place is set for it")
	case strings.HasPrefix(where, "postgres://"), strings.HasPrefix(where, "postgresql://"):
		return onPostgres(where), nil
	case strings.HasPrefix(where, "sqlite:"):
		where = strings.TrimPrefix(strings.TrimPrefix(where, "sqlite:"), "//")
	case strings.Contains(where, "://"):
		return dialect{}, errors.New("open the register: its place should be a path, sqlite:///path or postgres://…")
	}
	path, err := filepath.Abs(where)
	if err != nil {
		return dialect{}, err
	}
	return onSQLite(path), nil
}

// rebind writes the parameters of a query, each a question mark, as the database wants them.
func (d dialect) rebind(query string) string {
	if !d.numbered {
		return query
	}
	var b strings.Builder
	n := 0
	for _, c := range query {
		if c != '?' {
			b.WriteRune(c)
			continue
		}
		n++
		b.WriteString("$" + strconv.Itoa(n))
	}
	return b.String()
}

// storable is text as both databases take it: without NUL and without broken UTF-8, which PostgreSQL refuses and which
// nobody can read. Content is stored as bytes and stays as it came.
func storable(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}
