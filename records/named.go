package records

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"sendpanel/casework"
)

// namesAtOnce is how many names are looked up in one query.
const namesAtOnce = 200

// Named lists the children of open cases, other than one, whom the words of a paper name. It looks each name up in the
// index of names, so that it does not matter how many cases there are. Whether the paper is about them is for
// [casework.NamesIn.AreAbout] to say. It gives no reference: whoever asks may have no business with that case.
func (r *Register) Named(ctx context.Context, in casework.NamesIn, not casework.Ref) ([]casework.Identity, error) {
	var found []casework.Identity
	err := r.read(ctx, func(t tx) error {
		found = nil
		seen := map[casework.Ref]bool{not: true}
		take := func(rows *sql.Rows) error {
			ref, who, err := scanNamed(rows)
			if err == nil && !seen[ref] && in.Names(who) {
				seen[ref] = true
				found = append(found, who)
			}
			return err
		}
		for upns := range slices.Chunk(in.UPNs, namesAtOnce) {
			where, args := anyOf("upn", upns)
			if err := t.each(ctx, take, `SELECT ref, child, name_folded, born, upn FROM cases WHERE is_open = 1 AND `+where, args...); err != nil {
				return err
			}
		}
		for keys := range slices.Chunk(in.Keys, namesAtOnce) { // the plus keeps SQLite to the index of names
			query := `WITH w (k) AS (VALUES (?)` + strings.Repeat(", (?)", len(keys)-1) + `) SELECT c.ref, c.child, c.name_folded, c.born, c.upn
				FROM w CROSS JOIN cases c WHERE c.name_folded >= w.k AND c.name_folded < w.k || ? AND +c.is_open = 1`
			if err := t.each(ctx, take, query, append(anys(keys), string(rune(0x10FFFF)))...); err != nil {
				return err
			}
		}
		return nil
	})
	return found, r.wrote("look up the children whom a paper names", err)
}

func anys(values []string) []any {
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = v
	}
	return args
}

// scanNamed reads a child from the row of a case: the surname is the end of the full name that folds to the first part of
// the folded one.
func scanNamed(rows *sql.Rows) (casework.Ref, casework.Identity, error) {
	var ref casework.Ref
	var child, folded string
	var who casework.Identity
	if err := rows.Scan(&ref, &child, &folded, dayOrNone{&who.DateOfBirth}, &who.UPN); err != nil {
		return "", who, err
	}
	surname, _, _ := strings.Cut(folded, " ")
	words := strings.Fields(child)
	for i := range words {
		if rest := strings.Join(words[i:], " "); casework.FoldedName(rest) == surname {
			who.Surname, who.Forenames = rest, strings.Join(words[:i], " ")
			break
		}
	}
	return ref, who, nil
}
