package cluster

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"go.temporal.io/server/common/config"
	sqliteplugin "go.temporal.io/server/common/persistence/sql/sqlplugin/sqlite"
	"go.temporal.io/server/schema/sqlite"
	"google.golang.org/protobuf/types/known/durationpb"
)

// store is the one SQLite database of a cluster.
type store struct {
	file string // "" = in memory
	sql  *config.SQL
}

// newStore describes the database; nothing is opened yet. MaxConns is left unset, which is one connection.
func newStore(file string) store {
	// The server's SQLite driver keeps each database open, under its name and
	// attributes, until the process ends. SQLite ignores a pragma it does not know,
	// so this one only tells one start from the next: otherwise a cluster started
	// after its file was deleted would go on writing to the deleted one.
	this := strconv.FormatInt(time.Now().UnixNano(), 10)
	if file == "" {
		return store{sql: &config.SQL{PluginName: sqliteplugin.PluginName, DatabaseName: "memory-" + this,
			ConnectAttributes: map[string]string{"mode": "memory", "cache": "shared"}}}
	}
	// The name becomes part of a URI, in which these three would end the path or begin an escape.
	name := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(file)
	return store{file: file, sql: &config.SQL{PluginName: sqliteplugin.PluginName, DatabaseName: name,
		ConnectAttributes: map[string]string{
			"mode":         "rwc",
			"journal_mode": "wal",
			"synchronous":  "full",  // "normal" is a sixth faster, and may forget the last commits when the power fails
			"busy_timeout": "10000", // milliseconds
			"opened_at":    this,
		}}}
}

// prepare makes the schema, in a new file, and the namespace, if it is missing.
func (s store) prepare(o Options) error {
	if s.file != "" {
		if err := s.create(); err != nil {
			return fmt.Errorf("create %s: %w", s.file, err)
		}
	}
	ns, err := sqlite.NewNamespaceConfig(clusterName, o.Namespace, false, o.SearchAttributes)
	if err != nil {
		return fmt.Errorf("namespace %s: %w", o.Namespace, err)
	}
	ns.Detail.Config.Retention = durationpb.New(o.Retention)
	if err := sqlite.CreateNamespaces(s.sql, ns); err != nil {
		return fmt.Errorf("namespace %s: %w", o.Namespace, err)
	}
	return nil
}

// create lays the schema down in a new file. The schema is a few dozen statements,
// each committed by itself, so a mark stands beside the file until the last is done:
// a file found with its mark was left half-made by a process that died, and is made again.
func (s store) create() error {
	mark := s.file + ".unfinished"
	if exists(s.file) && !exists(mark) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(mark, nil, 0o600); err != nil {
		return err
	}
	if err := s.createEmpty(); err != nil {
		return err
	}
	if err := sqlite.SetupSchema(s.sql); err != nil {
		return err
	}
	return os.Remove(mark)
}

// createEmpty leaves an empty file that nobody else on the machine can read: SQLite
// gives the files it puts beside it the same mode.
func (s store) createEmpty() error {
	for _, part := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(s.file + part); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	f, err := os.OpenFile(s.file, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
