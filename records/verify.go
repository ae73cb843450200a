package records

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
)

// Report is what a verification found. It holds references and numbers, nothing about a child.
type Report struct {
	Cases    int        // how many cases were verified
	Events   int        // how many events they have
	Meetings int        // how many meetings of panels
	Letters  int        // how many letters, each with its file
	Dates    int        // how many stored dates and tested exceptions were computed again from their facts
	Faults   []Fault    // what is not as it was recorded
	Disposed []Disposal // what was destroyed on purpose
	Unsealed []Unsealed // what could be torn off without showing, because no seal covers it yet
	LastSeal Seal       // keep a copy elsewhere: it proves all that came before it
}

// Sound reports whether everything is as it was recorded.
func (r Report) Sound() bool { return len(r.Faults) == 0 }

// Fault is one thing that is not as it was recorded.
type Fault struct {
	Where string // the chain and the entry, the row, or the file
	What  string
}

func (f Fault) String() string { return f.Where + ": " + f.What }

// Disposal is a content that was destroyed on purpose.
type Disposal struct {
	Where string    `json:"where"` // the chain and the entry
	Entry int64     `json:"entry"` // its number in the chain
	At    time.Time `json:"at"`
	By    string    `json:"by"`
	Why   string    `json:"why"`
}

// Unsealed is the end of a chain that no seal covers.
type Unsealed struct {
	Chain   string
	Entries int64 // how many
}

// Seal names the last entry of the chain of seals; the zero Seal for none.
type Seal struct {
	N    int64  `json:"n"`
	Link string `json:"link"` // hexadecimal
}

// Verify recomputes the register: the link of every entry of every chain, the ends and the seals, the digest of every
// content, the hash of every letter's file, every date from its facts and its rule set, every case's row against a fold of
// its events, and the counters of the references. It changes nothing, and others may write meanwhile.
//
// What is wrong stands in the report; the error says only that the register could not be read to its end.
func (r *Register) Verify(ctx context.Context) (Report, error) {
	return r.verify(ctx, func(int, int) error { return nil })
}

// verify is [Register.Verify], and tells after each chain how many it has gone along, of how many.
func (r *Register) verify(ctx context.Context, tell func(done, total int) error) (Report, error) {
	v := &verification{files: r.files}
	var names []string
	err := r.read(ctx, func(t tx) (err error) {
		names, err = t.chainNames(ctx)
		return err
	})
	for i, name := range names {
		if err != nil {
			break
		}
		if err = r.read(ctx, func(t tx) error { return v.chain(ctx, t, name) }); err == nil {
			err = tell(i+1, len(names))
		}
	}
	if err == nil {
		err = r.read(ctx, func(t tx) error { return v.counters(ctx, t) })
	}
	if err != nil {
		return v.report, fmt.Errorf("verify the register: %w", err)
	}
	return v.report, nil
}

// verification is a report in the making.
type verification struct {
	files  Files
	report Report
}

func (v *verification) faultf(where, what string, args ...any) {
	v.report.Faults = append(v.report.Faults, Fault{Where: where, What: fmt.Sprintf(what, args...)})
}

// chainNames lists every chain of which any trace is left in any table.
func (t tx) chainNames(ctx context.Context) ([]string, error) {
	parts := []string{
		`SELECT name FROM chains`, `SELECT chain FROM contents`, `SELECT chain FROM seals`, `SELECT chain FROM disposals`,
		`SELECT '` + caseLedger().name + `/' || ref FROM cases`, `SELECT '` + meetingLedger().name + `/' || ref FROM meetings`,
	}
	for _, l := range ledgers() {
		name := `'` + l.name + `'`
		if l.of != "" {
			name = `'` + l.name + `/' || ` + l.of
		}
		parts = append(parts, `SELECT `+name+` FROM `+l.table)
	}
	var names []string
	err := t.each(ctx, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	}, strings.Join(parts, ` UNION `)+` ORDER BY 1`)
	return names, err
}

// ledgerOf finds the ledger of a chain, and what tells the chain apart within it.
func ledgerOf(name string) (l ledger, of string, ok bool) {
	before, of, several := strings.Cut(name, "/")
	for _, l := range ledgers() {
		if l.name == before && (l.of != "") == several {
			return l, of, true
		}
	}
	return ledger{}, "", false
}

// counters makes sure that every reference that was given out is there, and none besides.
func (v *verification) counters(ctx context.Context, t tx) error {
	given := map[string]int{}
	if err := t.each(ctx, func(rows *sql.Rows) error {
		var name string
		var last int
		err := rows.Scan(&name, &last)
		given[name] = last
		return err
	}, `SELECT name, last FROM counters`); err != nil {
		return err
	}
	held := map[string][]int{}
	if err := t.each(ctx, func(rows *sql.Rows) error {
		var ref casework.Ref
		err := rows.Scan(&ref)
		if n, ok := numberOf(ref); ok {
			held[receiptsOf(ref.Year())] = append(held[receiptsOf(ref.Year())], n)
		}
		return err
	}, `SELECT ref FROM cases`); err != nil {
		return err
	}
	if err := t.each(ctx, func(rows *sql.Rows) error {
		var ref casework.MeetingRef
		err := rows.Scan(&ref)
		if n, ok := numberOfMeeting(ref); ok {
			held[meetingsOf(ref.Year())] = append(held[meetingsOf(ref.Year())], n)
		}
		return err
	}, `SELECT ref FROM meetings`); err != nil {
		return err
	}
	for name := range held {
		if _, ok := given[name]; !ok {
			v.faultf("counter "+name, "it is missing")
		}
	}
	for name, last := range given {
		v.count(name, last, held[name])
	}
	slices.SortStableFunc(v.report.Faults, func(a, b Fault) int { return strings.Compare(a.Where, b.Where) })
	return nil
}

func (v *verification) count(counter string, last int, held []int) {
	slices.Sort(held)
	expected := 1
	for _, n := range held {
		for ; expected < n; expected++ {
			v.faultf("counter "+counter, "what has number %d is missing", expected)
		}
		expected = n + 1
	}
	if expected-1 != last {
		v.faultf("counter "+counter, "it stands at %d and the last that is there has number %d", last, expected-1)
	}
}

// numberOf is the counter within a reference.
func numberOf(ref casework.Ref) (int, bool) {
	if _, err := casework.ParseRef(string(ref)); err != nil {
		return 0, false
	}
	n, err := strconv.Atoi(strings.Split(string(ref), "-")[2])
	return n, err == nil
}
