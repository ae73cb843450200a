package records

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// dossier is what the chain of a case says.
type dossier struct {
	ref      casework.Ref
	original string // the SHA-256 of the request as it arrived, empty where its content is gone
	events   []casework.Event
	left     map[int64][]byte // what stands in for events that were disposed of
	faults   []Fault
	broken   bool // an event is missing, so the case cannot be folded

	limits     map[statute.RuleID]statute.Dates // the limits that run, as the events before say
	recomputed int                              // how many dates were recomputed
}

// take adds an entry of the case's chain.
func (d *dossier) take(l ledger, f found) {
	where := place(caseChain(d.ref), f.n)
	left, standsIn := d.left[f.n]
	if standsIn = standsIn && f.disposedAt.Valid && f.salt == nil; standsIn {
		f.content = left
	} else if !f.whole() {
		d.broken = d.broken || f.n > 0
		return
	}
	if f.n == 0 {
		d.original = hexOf(f.content)
		return
	}
	var e casework.Event
	if err := json.Unmarshal(f.content, &e); err != nil {
		d.faults, d.broken = append(d.faults, Fault{Where: where, What: "its content is not an event"}), true
		return
	}
	d.events = append(d.events, e)
	d.dates(where, e, standsIn)
	says := map[string]string{
		"kind": string(e.Body.Kind()), "fell_on": e.FellOn.String(), "recorded_at": stamped(e.RecordedAt), "key": storable(e.Key),
	}
	for _, column := range l.columns {
		if want, ok := says[column]; ok && want != f.text(l, column) {
			d.faults = append(d.faults, Fault{Where: where, What: "its column " + column + " is not what its content says"})
		}
	}
}

// dossier verifies what follows from the events of a case: its row in the list, and its letters.
func (v *verification) dossier(ctx context.Context, t tx, d dossier) error {
	v.report.Cases++
	v.report.Events += len(d.events)
	v.report.Dates += d.recomputed
	v.report.Faults = append(v.report.Faults, d.faults...)
	if d.broken {
		return nil
	}
	c, err := casework.Fold(d.events)
	if err != nil || len(d.events) == 0 {
		v.faultf(caseChain(d.ref), "its events do not make a case")
		return nil
	}
	if named := c.Opened.Request; named != "" && d.original != "" && named != d.original {
		v.faultf(place(caseChain(d.ref), 0), "it is not the request that the first event names")
	}
	if err := v.row(ctx, t, d.ref, c); err != nil {
		return err
	}
	if err := v.persons(ctx, t, d); err != nil {
		return err
	}
	return v.issued(ctx, t, d)
}

// persons compares who stands beside each entry with who did it, as its content says. Nobody stands beside the request.
func (v *verification) persons(ctx context.Context, t tx, d dossier) error {
	did := map[int64]string{0: ""}
	for _, e := range d.events {
		did[int64(e.Seq)] = storable(string(e.By.Person))
	}
	return t.each(ctx, func(rows *sql.Rows) error {
		var seq int64
		var person string
		err := rows.Scan(&seq, &person)
		if want, known := did[seq]; known && want != person {
			v.faultf(place(caseChain(d.ref), seq), "its column person is not what its content says")
		}
		return err
	}, `SELECT seq, person FROM entries WHERE ref = ? ORDER BY seq`, string(d.ref))
}

// row compares the rows of a case with what its events make.
func (v *verification) row(ctx context.Context, t tx, ref casework.Ref, c casework.Case) error {
	if err := v.rowIn(ctx, t, "cases", ref, columnsOfCase(), rowOf(c)); err != nil {
		return err
	}
	return v.rowIn(ctx, t, "assessments", ref, columnsOfAssessment(), assessmentOf(c))
}

// rowIn compares the row of a case in a table with the one that its events make; nil is none.
func (v *verification) rowIn(ctx context.Context, t tx, table string, ref casework.Ref, columns []string, row []any) error {
	where := "row of " + string(ref)
	if table != "cases" {
		where += " in " + table
	}
	held, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range held {
		into[i] = &held[i]
	}
	err := t.row(ctx, `SELECT `+strings.Join(columns, `, `)+` FROM `+table+` WHERE ref = ?`, string(ref)).Scan(into...)
	switch {
	case errors.Is(err, sql.ErrNoRows) && row == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		v.faultf(where, "it is missing")
		return nil
	case err != nil:
		return err
	case row == nil:
		v.faultf(where, "it is there, and its events make none")
	}
	for i, want := range row {
		if fmt.Sprint(held[i]) != fmt.Sprint(want) {
			v.faultf(where, "its column %s is not what its events make", columns[i])
		}
	}
	return nil
}

// issued makes sure that every letter that the events say was issued is there, as it was issued.
func (v *verification) issued(ctx context.Context, t tx, d dossier) error {
	for _, e := range d.events {
		issued, ok := e.Body.(casework.Issued)
		if !ok {
			continue
		}
		where := fmt.Sprintf("letter %s of %s", issued.Letter, d.ref)
		var sum, dated string
		err := t.row(ctx, `SELECT sha256, dated FROM letters WHERE ref = ? AND key = ?`, string(d.ref), issued.Letter.String()).Scan(&sum, &dated)
		switch {
		case isMissing(err):
			v.faultf(where, "it was issued and is missing")
		case err != nil:
			return err
		case sum != issued.SHA256 || dated != issued.Dated.String():
			v.faultf(where, "it is not the one that was issued")
		}
	}
	return nil
}

// letter verifies the file of a letter.
func (v *verification) letter(ctx context.Context, where, sum string) error {
	v.report.Letters++
	_, err := v.files.Get(ctx, sum)
	var damage DamageError
	if errors.As(err, &damage) {
		v.faultf(where, "%s: %s", damage.Where, damage.What)
		return nil
	}
	return err
}
