package records

import (
	"context"
	"database/sql"
	"strings"
	"testing"
)

// TestWhatOfficersCarryIsCountedFromAnIndexAlone: with twenty thousand cases a look at each took the manager's first page over its bar.
func TestWhatOfficersCarryIsCountedFromAnIndexAlone(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		want := []string{"USING COVERING INDEX cases_of_load"}
		if r.dialect.numbered {
			for _, do := range []string{twentyThousand, `VACUUM ANALYZE cases`} {
				if _, err := r.db.ExecContext(ctx, do); err != nil {
					t.Fatal(err)
				}
			}
			want = []string{"Index Only Scan using cases_of_load"}
		}
		plan := answersBy(t, r, workload, "2026-06-01", "2026-06-15")
		for _, part := range want {
			if !strings.Contains(plan, part) || strings.Contains(plan, "TEMP B-TREE") || strings.Contains(plan, "Sort") {
				t.Errorf("it is not counted from the index alone, in its order:\n%s", plan)
			}
		}
	})
}

// twentyThousand are so many rows of cases, as wide as real ones.
const twentyThousand = `INSERT INTO cases (ref, stage, clock, received, due, send_by, officer, setting, child, name_folded, born, upn, next_on, next_why, is_open)
	SELECT 'SEN-2026-' || n, 'received', 'running', '2026-01-01', '2026-02-12', '2026-02-' || (10 + n % 18), 'officer-' || n % 100, 'setting-' || n % 60,
		'Forename Surname ' || n, 'surname forename ' || n, '2018-05-03', 'H80120000' || n, '2026-01-28', 'the day before the meeting of the panel', 1
	FROM generate_series(1, 20000) n`

// answersBy is how the database would answer the query.
func answersBy(t *testing.T, r *Register, query string, args ...any) string {
	t.Helper()
	explain := `EXPLAIN QUERY PLAN `
	if r.dialect.numbered {
		explain = `EXPLAIN `
	}
	var plan strings.Builder
	err := r.read(t.Context(), func(tx tx) error {
		return tx.each(t.Context(), func(rows *sql.Rows) error {
			columns, err := rows.Columns()
			if err != nil {
				return err
			}
			values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			err = rows.Scan(into...)
			plan.WriteString(values[len(values)-1].String + "\n")
			return err
		}, explain+query, args...)
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan.String()
}
