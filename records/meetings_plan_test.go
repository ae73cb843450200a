package records

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"
)

// What a meeting asks of the cases is found by an index, whatever the number of cases: with twenty thousand of them a look at each took
// every page of a meeting over its bar.
func TestAMeetingLooksAtItsOwnCasesAlone(t *testing.T) {
	o := Options{URL: filepath.Join(t.TempDir(), "register.db"), Files: t.TempDir()}
	if err := Migrate(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	r, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	for _, query := range []string{agendaOf, `SELECT ` + onAgenda + ` FROM meetings m WHERE m.ref = ?`} {
		args := make([]any, strings.Count(query, "?"))
		for i := range args {
			args[i] = "x"
		}
		err := r.read(t.Context(), func(tx tx) error {
			return tx.each(t.Context(), func(rows *sql.Rows) error {
				var id, parent, unused int
				var detail string
				err := rows.Scan(&id, &parent, &unused, &detail)
				if strings.HasPrefix(detail, "SCAN c") {
					t.Errorf("%s looks at every case: %s", query, detail)
				}
				return err
			}, `EXPLAIN QUERY PLAN `+query, args...)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
