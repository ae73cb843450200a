package records

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Filter says which cases to list. The zero Filter lists all.
type Filter struct {
	Open    bool // only cases from which something can still follow
	Officer casework.PersonID
	Setting casework.SettingID
	Stage   casework.Stage
	Stages  []casework.Stage // any of these; all where there is none
	Clocks  []string         // any of these states of the six-week clock: see [casework.Case.Clock]
	SendBy  statute.Day      // only those whose last day for sending is this day or earlier
	Find    string           // words of the child's name, a unique pupil number, or part of a reference
	ToDo    bool             // only cases with an open task
	Urgent  Urgency          // urgent ones alone, or the others; all where it is empty
	Limit   int              // at most so many; 0 for all
	Skip    int              // leave out so many at the top
	After   Cursor           // go on after the last row of the page before
}

// Urgency narrows a list to what is urgent, or to what is not.
type Urgency string

// The urgencies.
const (
	UrgentOnly Urgency = "urgent"
	NotUrgent  Urgency = "not urgent"
)

// Cursor is a place in a list of cases.
type Cursor struct {
	SendBy statute.Day
	Ref    casework.Ref
}

// Cursor is the place of the row in a list.
func (c CaseRow) Cursor() Cursor { return Cursor{SendBy: c.SendBy, Ref: c.Ref} }

// Cases lists cases, the one that has to be sent first at the top, then by reference.
func (r *Register) Cases(ctx context.Context, f Filter) ([]CaseRow, error) {
	where, args := f.where()
	query := `SELECT ` + shown + ` FROM cases` + where + ` ORDER BY send_by, ref`
	if f.Limit > 0 {
		// Which cases are shown is found in an index alone; only those are read.
		query = `SELECT ` + shown + ` FROM cases WHERE ref IN (SELECT ref FROM cases` + where + ` ORDER BY send_by, ref LIMIT ? OFFSET ?) ORDER BY send_by, ref`
		args = append(args, f.Limit, f.Skip)
	}
	var list []CaseRow
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			c, err := scanCase(rows)
			list = append(list, c)
			return err
		}, query, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("list cases: %w", err)
	}
	return list, nil
}

const urgentRefs = `SELECT ref FROM cases WHERE is_open = 1 AND urgent = 1`

// where turns the filter into a condition and its parameters.
func (f Filter) where() (string, []any) {
	var conditions []string
	var args []any
	add := func(condition string, values ...any) {
		conditions, args = append(conditions, condition), append(args, values...)
	}
	if f.Open {
		add(`is_open = 1`)
	}
	if f.Officer != "" {
		add(`officer = ?`, string(f.Officer))
	}
	if f.Setting != "" {
		add(`setting = ?`, string(f.Setting))
	}
	if f.Stage != "" {
		add(`stage = ?`, string(f.Stage))
	}
	if len(f.Stages) > 0 {
		condition, values := anyOf("stage", f.Stages)
		add(condition, values...)
	}
	if len(f.Clocks) > 0 {
		condition, values := anyOf("clock", f.Clocks)
		add(condition, values...)
	}
	if !f.SendBy.IsZero() {
		add(`send_by <= ?`, f.SendBy.String())
	}
	if f.Find != "" {
		condition, values := searched(f.Find)
		add(condition, values...)
	}
	if f.ToDo {
		add(`tasks > 0`)
	}
	// Urgent cases are few, and an index of their own has them: no other case is read to know that it is none.
	switch f.Urgent {
	case UrgentOnly:
		add(`ref IN (` + urgentRefs + `)`)
	case NotUrgent:
		add(`ref NOT IN (` + urgentRefs + `)`)
	}
	if f.After != (Cursor{}) {
		add(`(send_by, ref) > (?, ?)`, f.After.SendBy.String(), string(f.After.Ref))
	}
	if len(conditions) == 0 {
		return "", nil
	}
	return ` WHERE ` + strings.Join(conditions, ` AND `), args
}

// UrgentFirst lists cases, urgent ones at the top, each part by what has to be sent first. It takes Limit and Skip of the
// filter over both parts, and no cursor.
func (r *Register) UrgentFirst(ctx context.Context, f Filter) ([]CaseRow, error) {
	urgent, rest := f, f
	urgent.Urgent, rest.Urgent = UrgentOnly, NotUrgent
	n, err := r.Count(ctx, urgent)
	if err != nil {
		return nil, err
	}
	var list []CaseRow
	if f.Skip < n {
		if list, err = r.Cases(ctx, urgent); err != nil {
			return nil, err
		}
	}
	if f.Limit > 0 {
		if rest.Limit = f.Limit - len(list); rest.Limit == 0 {
			return list, nil
		}
	}
	rest.Skip = max(0, f.Skip-n)
	more, err := r.Cases(ctx, rest)
	return append(list, more...), err
}

// Case is one row of the list. The error is [ErrNoCase] where there is no such case.
func (r *Register) Case(ctx context.Context, ref casework.Ref) (CaseRow, error) {
	c, err := CaseRow{}, ErrNoCase
	if failed := r.read(ctx, func(t tx) error {
		return t.each(ctx, func(rows *sql.Rows) error {
			c, err = scanCase(rows)
			return err
		}, `SELECT `+shown+` FROM cases WHERE ref = ?`, string(ref))
	}); failed != nil {
		err = failed
	}
	if err != nil {
		return CaseRow{}, fmt.Errorf("look up %s: %w", ref, err)
	}
	return c, nil
}

// Resembling lists the open cases that may be about the same child: the same unique pupil number, or the same date of
// birth and the same surname but for case, accents, hyphens and spaces. Twins are among them: see [casework.SameChild].
func (r *Register) Resembling(ctx context.Context, who casework.Identity) ([]casework.Ref, error) {
	var list []casework.Ref
	err := r.read(ctx, func(t tx) (err error) {
		list, err = t.resembling(ctx, who)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find cases about the same child: %w", err)
	}
	return list, nil
}

// OpenCases lists the references of all cases from which something can still follow.
func (r *Register) OpenCases(ctx context.Context) ([]casework.Ref, error) {
	return r.refs(ctx, "list open cases", `SELECT ref FROM cases WHERE is_open = 1 ORDER BY send_by, ref`)
}

// MarkAwake notes that the workflows of the cases have been seen running, all in one transaction. The error is [ErrNoCase]
// where one of them is no case; then none is noted.
func (r *Register) MarkAwake(ctx context.Context, refs ...casework.Ref) error {
	const note = `INSERT INTO awake (ref, seen_at) VALUES (?, ?) ON CONFLICT (ref) DO UPDATE SET seen_at = excluded.seen_at`
	err := r.write(ctx, func(t tx) error {
		now := r.now()
		for _, ref := range refs {
			if err := t.known(ctx, ref); err != nil {
				return fmt.Errorf("%s: %w", ref, err)
			}
			if err := t.exec(ctx, note, string(ref), now); err != nil {
				return fmt.Errorf("%s: %w", ref, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("note which cases are awake: %w", err)
	}
	return nil
}

// NotAwake lists the open cases that were stored longer ago than the time given and whose workflow has never been
// seen: their clock is on paper only.
func (r *Register) NotAwake(ctx context.Context, olderThan time.Duration) ([]casework.Ref, error) {
	const query = `SELECT c.ref FROM cases c JOIN entries e ON e.ref = c.ref AND e.seq = 0
		LEFT JOIN awake a ON a.ref = c.ref
		WHERE c.is_open = 1 AND a.ref IS NULL AND e.stored_at <= ? ORDER BY c.send_by, c.ref`
	return r.refs(ctx, "list cases that are not awake", query, stamped(r.clock().Add(-olderThan)))
}

func (r *Register) refs(ctx context.Context, doing, query string, args ...any) ([]casework.Ref, error) {
	var list []casework.Ref
	err := r.read(ctx, func(t tx) (err error) {
		list, err = t.refs(ctx, query, args...)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, err)
	}
	return list, nil
}

// known makes sure that there is such a case.
func (t tx) known(ctx context.Context, ref casework.Ref) error {
	var n int
	err := t.row(ctx, `SELECT 1 FROM cases WHERE ref = ?`, string(ref)).Scan(&n)
	if isMissing(err) {
		return ErrNoCase
	}
	return err
}

func (t tx) refs(ctx context.Context, query string, args ...any) ([]casework.Ref, error) {
	var list []casework.Ref
	err := t.each(ctx, func(rows *sql.Rows) error {
		var ref casework.Ref
		err := rows.Scan(&ref)
		list = append(list, ref)
		return err
	}, query, args...)
	return list, err
}
