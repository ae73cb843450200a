package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"strings"

	"sendpanel/casework"
)

// found is an entry as it lies in its table, with what other tables say of it.
type found struct {
	n             int64
	values        []any // of the ledger's columns
	link          []byte
	salt, content []byte         // nil where the content is gone
	sealed        []byte         // the link that was sealed, nil where this entry was not the end then
	disposedAt    sql.NullString // when its content was destroyed on purpose
	disposedBy    sql.NullString
	why           sql.NullString
}

// whole reports whether the content is there and is what was stored.
func (f found) whole() bool {
	digest, _ := f.values[len(f.values)-1].([]byte)
	return f.salt != nil && bytes.Equal(digest, digestOf(f.salt, f.content))
}

// text is the value of a column, for the columns that hold text.
func (f found) text(l ledger, column string) string {
	for i, name := range l.columns {
		if name == column {
			s, _ := f.values[i].(string)
			return s
		}
	}
	return ""
}

// chain verifies one chain from its first entry to its end.
func (v *verification) chain(ctx context.Context, t tx, name string) error {
	l, of, ok := ledgerOf(name)
	if !ok {
		v.faultf(name, "no chain has such a name")
		return nil
	}
	w := walk{v: v, l: l, name: name, expect: l.first, previous: []byte{}}
	if l.name == caseLedger().name {
		left, err := t.standIns(ctx, name)
		if err != nil {
			return err
		}
		w.dossier = &dossier{ref: casework.Ref(of), left: left}
	}
	if l.name == meetingLedger().name {
		w.sitting = &sitting{ref: casework.MeetingRef(of)}
	}
	if err := t.entries(ctx, l, of, func(f found) error { return w.step(ctx, f) }); err != nil {
		return err
	}
	if err := w.end(ctx, t); err != nil {
		return err
	}
	if w.dossier != nil {
		return v.dossier(ctx, t, *w.dossier)
	}
	if w.sitting != nil {
		return v.sitting(ctx, t, *w.sitting)
	}
	return nil
}

// entries reads a chain.
func (t tx) entries(ctx context.Context, l ledger, of string, take func(found) error) error {
	name := l.chain(of)
	query := `SELECT l.` + l.number + `, l.` + strings.Join(l.columns, `, l.`) + `, l.link,
		p.salt, p.content, s.head, d.stored_at, d.person, d.why FROM ` + l.table + ` l
		LEFT JOIN contents p ON p.chain = ? AND p.n = l.` + l.number + `
		LEFT JOIN seals s ON s.chain = ? AND s.entries = l.` + l.number + ` + ?
		LEFT JOIN disposals d ON d.chain = ? AND d.entry = l.` + l.number
	args := []any{name, name, 1 - l.first, name}
	if l.of != "" {
		query, args = query+` WHERE l.`+l.of+` = ?`, append(args, of)
	}
	return t.each(ctx, func(rows *sql.Rows) error {
		f := found{values: make([]any, len(l.columns))}
		into := []any{&f.n}
		for i := range f.values {
			into = append(into, &f.values[i])
		}
		into = append(into, &f.link, &f.salt, &f.content, &f.sealed, &f.disposedAt, &f.disposedBy, &f.why)
		if err := rows.Scan(into...); err != nil {
			return err
		}
		return take(f)
	}, query+` ORDER BY l.`+l.number, args...)
}

// standIns are what stands in for the contents of a chain that were disposed of, by entry. Whether they are what was
// stored is verified in their own chain.
func (t tx) standIns(ctx context.Context, chain string) (map[int64][]byte, error) {
	const query = `SELECT x.entry, q.content FROM redactions x JOIN contents q ON q.chain = ? AND q.n = x.n WHERE x.chain = ?`
	left := map[int64][]byte{}
	err := t.each(ctx, func(rows *sql.Rows) error {
		var entry int64
		var content []byte
		err := rows.Scan(&entry, &content)
		left[entry] = content
		return err
	}, query, redactionLedger().chain(""), chain)
	return left, err
}

// walk goes along a chain.
type walk struct {
	v        *verification
	l        ledger
	name     string
	expect   int64  // the number of the next entry
	previous []byte // the link before it
	count    int64
	contents int64    // how many contents belong to entries
	dossier  *dossier // for the chain of a case, what it says
	sitting  *sitting // for the chain of a meeting
}

func (w *walk) step(ctx context.Context, f found) error {
	where := place(w.name, f.n)
	if f.n == w.expect {
		link, err := linkOf(w.previous, w.name, f.n, f.values)
		if err != nil || !bytes.Equal(link, f.link) {
			w.v.faultf(where, "it is not what was recorded: its link does not fit")
		}
	}
	for ; w.expect < f.n; w.expect++ { // what follows a gap has nothing to be compared with
		w.v.faultf(place(w.name, w.expect), "the entry is missing")
	}
	if f.sealed != nil && !bytes.Equal(f.sealed, f.link) {
		w.v.faultf(where, "it is not what was sealed")
	}
	w.expect, w.previous, w.count = f.n+1, f.link, w.count+1
	if w.l.content {
		w.content(where, f)
	}
	switch w.l.name {
	case letterLedger().name:
		if f.disposedAt.Valid {
			w.v.report.Letters++
			return nil // its file went with its text
		}
		return w.v.letter(ctx, where, f.text(w.l, "sha256"))
	case sealLedger().name:
		w.v.report.LastSeal = Seal{N: f.n, Link: hex.EncodeToString(f.link)}
	}
	return nil
}

// content verifies what the entry says at length, or that it was destroyed on purpose.
func (w *walk) content(where string, f found) {
	if f.salt != nil {
		w.contents++
	}
	switch {
	case f.disposedAt.Valid && f.salt != nil:
		w.v.faultf(where, "its content is recorded as disposed of and is there")
	case f.disposedAt.Valid:
		at, _ := unstamped(f.disposedAt.String)
		w.v.report.Disposed = append(w.v.report.Disposed, Disposal{Where: where, Entry: f.n, At: at, By: f.disposedBy.String, Why: f.why.String})
	case f.salt == nil:
		w.v.faultf(where, "its content is missing, and no disposal is recorded")
	case !f.whole():
		w.v.faultf(where, "its content is not what was stored")
	}
	if w.dossier != nil {
		w.dossier.take(w.l, f)
	}
	if w.sitting != nil {
		w.sitting.take(w.l, f)
	}
}

// end compares the chain with what is recorded of its end.
func (w *walk) end(ctx context.Context, t tx) error {
	var recorded, sealed, last, contents int64
	var head []byte
	err := t.row(ctx, `SELECT entries, head, sealed FROM chains WHERE name = ?`, w.name).Scan(&recorded, &head, &sealed)
	switch {
	case isMissing(err):
		w.v.faultf(w.name, "its end is not recorded")
	case err != nil:
		return err
	case recorded != w.count:
		w.v.faultf(w.name, "%d entries are recorded and %d are there", recorded, w.count)
	case !bytes.Equal(head, w.previous):
		w.v.faultf(w.name, "its end is not the one that is recorded")
	}
	const counts = `SELECT (SELECT COALESCE(MAX(entries), 0) FROM seals WHERE chain = ?), (SELECT COUNT(*) FROM contents WHERE chain = ?)`
	if err := t.row(ctx, counts, w.name, w.name).Scan(&last, &contents); err != nil {
		return err
	}
	if last > w.count {
		w.v.faultf(w.name, "it was sealed with %d entries and %d are there: its end was torn off", last, w.count)
	}
	if sealed != last {
		w.v.faultf(w.name, "it is marked as sealed up to %d entries and the last seal covers %d", sealed, last)
	}
	if contents != w.contents {
		w.v.faultf(w.name, "%d contents belong to no entry", contents-w.contents)
	}
	if w.count > last && w.l.name != sealLedger().name {
		w.v.report.Unsealed = append(w.v.report.Unsealed, Unsealed{Chain: w.name, Entries: w.count - last})
	}
	return nil
}
