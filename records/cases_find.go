package records

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Count is how many cases the filter lets through, however many of them a list shows.
func (r *Register) Count(ctx context.Context, f Filter) (n int, err error) {
	f.After = Cursor{}
	where, args := f.where()
	err = r.read(ctx, func(t tx) error {
		return t.row(ctx, `SELECT COUNT(*) FROM cases`+where, args...).Scan(&n)
	})
	if err != nil {
		return 0, fmt.Errorf("count cases: %w", err)
	}
	return n, nil
}

// Work counts the cases that the filter lets through, and of these the ones that should have been sent before the day, and
// by the other day.
func (r *Register) Work(ctx context.Context, f Filter, today, soon statute.Day) (all, late, by int, err error) {
	where, args := f.where()
	err = r.read(ctx, func(t tx) error {
		query := `SELECT COUNT(*), COALESCE(SUM(CASE WHEN send_by < ? THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN send_by <= ? THEN 1 ELSE 0 END), 0) FROM cases` + where
		return t.row(ctx, query, append([]any{today.String(), soon.String()}, args...)...).Scan(&all, &late, &by)
	})
	if err != nil {
		return 0, 0, 0, fmt.Errorf("count the work: %w", err)
	}
	return all, late, by, nil
}

// WithLettersToPost lists open cases in which more letters were printed than posted or taken back, those to be sent first
// at the top.
func (r *Register) WithLettersToPost(ctx context.Context) ([]casework.Ref, error) {
	const query = `SELECT c.ref FROM cases c JOIN entries e ON e.ref = c.ref
		WHERE c.is_open = 1 AND e.kind IN (?, ?, ?) GROUP BY c.ref, c.send_by
		HAVING SUM(CASE WHEN e.kind = ? THEN 1 ELSE -1 END) > 0 ORDER BY c.send_by, c.ref`
	issued, posted, voided := string(casework.KindIssued), string(casework.KindPosted), string(casework.KindVoided)
	return r.refs(ctx, "list cases with letters to post", query, issued, posted, voided, issued)
}

// anyOf is the condition that a column holds one of the values.
func anyOf[S ~string](column string, values []S) (string, []any) {
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = string(v)
	}
	return column + ` IN (?` + strings.Repeat(", ?", len(values)-1) + `)`, args
}

// searched is the condition of a search. Each word begins one of the child's names, however it is written; a number is part
// of a reference; what looks like a unique pupil number is that.
func searched(typed string) (string, []any) {
	words := strings.FieldsFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	var names []string
	args := []any{strings.ToUpper(strings.Join(words, ""))}
	for _, word := range words {
		if name := casework.FoldedName(word); name != "" {
			names, args = append(names, `' ' || name_folded LIKE ?`), append(args, "% "+name+"%")
		}
	}
	condition := `upn = ?`
	if len(names) > 0 {
		condition += ` OR (` + strings.Join(names, ` AND `) + `)`
	}
	if len(words) == 1 && strings.Trim(words[0], "0123456789-") == "" {
		condition, args = condition+` OR ref LIKE ?`, append(args, "%-"+words[0]+"-%")
	}
	return `(` + condition + `)`, args
}
