package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// RunningClocks are the states of the six-week clock in which the council still owes a decision.
func RunningClocks() []string {
	return []string{"running", "warned", "send-by passed", "passed under an exception", "breached"}
}

// Load is how many open cases with a running clock somebody carries.
type Load struct {
	Officer  casework.PersonID
	Cases    int
	Late     int // whose limit has passed: the duty is broken
	Excepted int // whose limit has passed under an exception
	Passed   int // whose last day for sending has passed, and whose limit has not
	Soon     int // whose last day for sending lies between the two days, both with them
}

// workload counts the open cases of each officer by the state of their clock. It asks for every state, and so needs nothing but
// the index cases_of_load, in the order in which it lies.
const workload = `SELECT officer, clock, COUNT(*), SUM(CASE WHEN send_by < ? THEN 1 ELSE 0 END), SUM(CASE WHEN send_by <= ? THEN 1 ELSE 0 END)
	FROM cases WHERE is_open = 1 GROUP BY officer, clock ORDER BY officer, clock`

// Workload counts, for each officer, the cases whose decision is still owed. The cases that count as soon are those to be
// sent from today to soon.
func (r *Register) Workload(ctx context.Context, today, soon statute.Day) ([]Load, error) {
	var list []Load
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var officer casework.PersonID
			var clock string
			var n, passed, by int
			if err := rows.Scan(&officer, &clock, &n, &passed, &by); err != nil {
				return err
			}
			if !slices.Contains(RunningClocks(), clock) {
				return nil
			}
			if len(list) == 0 || list[len(list)-1].Officer != officer {
				list = append(list, Load{Officer: officer})
			}
			list[len(list)-1].add(clock, n, passed, by)
			return nil
		}, workload, today.String(), soon.String())
	})
	if err != nil {
		return nil, fmt.Errorf("count what each officer carries: %w", err)
	}
	return list, nil
}

// add counts cases in one state of the clock: how many, how many whose last day for sending has passed, and how many with those that
// are to be sent soon.
func (l *Load) add(clock string, n, passed, by int) {
	l.Cases += n
	switch clock {
	case "breached":
		l.Late += n
	case "passed under an exception":
		l.Excepted += n
	default:
		l.Passed, l.Soon = l.Passed+passed, l.Soon+by-passed
	}
}

// Happened is an event with the case it belongs to.
type Happened struct {
	Ref   casework.Ref
	Event casework.Event
}

// EventsOf lists the events of a kind that fell on the day or later, the earliest first. What was destroyed since is left
// out; the error is a [DamageError] where a content is not what was stored.
func (r *Register) EventsOf(ctx context.Context, kind casework.Kind, from statute.Day) ([]Happened, error) {
	const query = `SELECT e.ref, e.seq, e.digest, p.salt, p.content FROM entries e JOIN contents p ON p.chain = 'case/' || e.ref AND p.n = e.seq
		WHERE e.kind = ? AND e.fell_on >= ? ORDER BY e.fell_on, e.ref, e.seq`
	var list []Happened
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var h Happened
			var seq int64
			var digest, salt, content []byte
			if err := rows.Scan(&h.Ref, &seq, &digest, &salt, &content); err != nil {
				return err
			}
			if salt == nil {
				return nil
			}
			if !bytes.Equal(digest, digestOf(salt, content)) {
				return DamageError{Where: place(caseLedger().chain(string(h.Ref)), seq), What: "its content is not what was stored"}
			}
			if err := json.Unmarshal(content, &h.Event); err != nil {
				return err
			}
			list = append(list, h)
			return nil
		}, query, string(kind), from.String())
	})
	if err != nil {
		return nil, fmt.Errorf("list events of the kind %s: %w", kind, err)
	}
	return list, nil
}
