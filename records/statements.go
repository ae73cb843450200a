package records

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// keptStatements bounds how many queries are kept prepared. Lists have as many forms as there are filters; what is asked
// all day has far fewer.
const keptStatements = 128

// statements are queries that are kept prepared. SQLite reads and plans a query whenever it is asked, which takes about as
// long as the answer. PostgreSQL's driver does the same by itself.
//
// A query that is asked for the first time is asked as it is, and prepared once its transaction has ended: preparing takes
// a connection, and a transaction that waited for a second one could wait for ever.
type statements struct {
	mu       sync.RWMutex
	prepared map[string]*sql.Stmt
	wanted   map[string]bool
}

// get is the query prepared, or nil where it is not yet.
func (s *statements) get(query string) *sql.Stmt {
	s.mu.RLock()
	found, wanted := s.prepared[query], s.wanted[query]
	s.mu.RUnlock()
	if found == nil && !wanted {
		s.want(query)
	}
	return found
}

func (s *statements) want(query string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.prepared)+len(s.wanted) >= keptStatements {
		return
	}
	if s.wanted == nil {
		s.wanted = map[string]bool{}
	}
	s.wanted[query] = true
}

// prepare prepares what was asked for. What cannot be prepared now is prepared when it is asked for again.
func (s *statements) prepare(ctx context.Context, db *sql.DB) {
	s.mu.RLock()
	none := len(s.wanted) == 0
	s.mu.RUnlock()
	if none {
		return
	}
	s.mu.Lock()
	wanted := s.wanted
	s.wanted = nil
	s.mu.Unlock()
	for query := range wanted {
		stmt, err := db.PrepareContext(ctx, query)
		if err != nil {
			continue
		}
		s.mu.Lock()
		if s.prepared == nil {
			s.prepared = map[string]*sql.Stmt{}
		}
		before := s.prepared[query]
		s.prepared[query] = stmt
		s.mu.Unlock()
		if before != nil { // another transaction was as quick; one that still runs keeps its own
			_ = before.Close()
		}
	}
}

// close gives the statements back.
func (s *statements) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var err error
	for _, stmt := range s.prepared {
		err = errors.Join(err, stmt.Close())
	}
	s.prepared, s.wanted = nil, nil
	return err
}
