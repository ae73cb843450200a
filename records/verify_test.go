package records

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/council"
)

func letterKey(version int) casework.LetterKey {
	return casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: version}
}

// furnished is a register with something in every table: the reference is of a case with a letter and three events.
func furnished(t testing.TB, p home) (*Register, casework.Ref) {
	t.Helper()
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	letter, err := r.SaveLetter(ctx, ref, letterKey(1), []byte("%PDF invented"), received(), "Dear Ms Fenwick")
	if err != nil {
		t.Fatal(err)
	}
	issued := next(2, "", "")
	issued.Body = casework.Issued{Letter: letter.Key, SHA256: letter.SHA256, Dated: letter.Dated}
	record(t, r, ref, issued, next(3, "k3", "call"))
	other := receive(t, r, "b")
	record(t, r, other, next(2, "k2", "call"), next(3, "", "write"))
	if _, err := r.KeepUnopened(ctx, received().At(9, 0), []byte("??"), "the request cannot be read"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(
		r.SettleUnopened(ctx, 1, "an advertisement", "officer-1"),
		r.NoteRead(ctx, "officer-1", "omarsh", ref, "summary"), r.NoteRead(ctx, "officer-2", "prowe", ref, "summary"),
		r.Dispose(ctx, other, 0, "the document of another child", "records-manager"),
		r.Dispose(ctx, other, 3, "the document of another child", "records-manager"), r.MarkAwake(ctx, ref),
	); err != nil {
		t.Fatal(err)
	}
	apply(t, r, council.InventedJSON())
	planned(t, r, "plan-1", received().AddDays(15))
	if _, err := r.SealHeads(ctx); err != nil {
		t.Fatal(err)
	}
	return r, ref
}

func verified(t testing.TB, r *Register) Report {
	t.Helper()
	report, err := r.Verify(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func mustBeSound(t testing.TB, r *Register) {
	t.Helper()
	for _, f := range verified(t, r).Faults {
		t.Errorf("fault in a sound register: %s", f)
	}
}

func soundRegister(t *testing.T, p home) {
	r := p.open(t)
	mustBeSound(t, r)
	r, _ = furnished(t, p)
	mustBeSound(t, r)
	report := verified(t, r)
	if report.Cases != 2 || report.Events != 7 || report.Meetings != 1 || report.Letters != 1 || len(report.Disposed) != 2 || len(report.Unsealed) != 0 || report.LastSeal.N == 0 {
		t.Errorf("the report says %+v", report)
	}
}

// everyColumn changes one value in each column of each table, and puts it back.
func everyColumn(t *testing.T, p home) {
	r, _ := furnished(t, p)
	record(t, r, receive(t, r, "c"), assessing()...)
	notTruth := []string{"awake", "handovers", "goose_db_version", "sqlite_sequence",
		"sessions", "accounts", "invitations", "family_access", "browser_codes", "drafts", "uploads", "view_drafts", "family_notices", "meeting_notices", "reply_links", "service_tokens", "service_sent", "asks", "draft_nudges", "disclosures", "verifications", "paper_looks"}
	for _, table := range tablesOf(t, r) {
		if slices.Contains(notTruth, table) {
			continue
		}
		for column, old := range firstRow(t, r, table) {
			changed := otherThan(old)
			set := `UPDATE ` + table + ` SET ` + column + ` = ?`
			p.tamper(t, set+` WHERE `+column+` = ?`, changed, old)
			if faults := verified(t, r).Faults; len(faults) == 0 {
				t.Errorf("a change of %s.%s does not show", table, column)
			}
			p.tamper(t, set+` WHERE `+column+` = ?`, old, changed)
			if t.Failed() {
				return
			}
		}
	}
	mustBeSound(t, r)
}

func tablesOf(t testing.TB, r *Register) []string {
	t.Helper()
	query := `SELECT name FROM sqlite_schema WHERE type = 'table'`
	if r.dialect.numbered {
		query = `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()`
	}
	rows, err := r.db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var tables []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, name)
	}
	return tables
}

// firstRow is one row by its columns. It fails where there is none: every table takes part.
func firstRow(t testing.TB, r *Register, table string) map[string]any {
	t.Helper()
	rows, err := r.db.Query(`SELECT * FROM ` + table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	if !rows.Next() {
		t.Fatalf("no row in %s to tamper with", table)
	}
	values, into, row := make([]any, len(columns)), make([]any, len(columns)), map[string]any{}
	for i := range values {
		into[i] = &values[i]
	}
	if err := rows.Scan(into...); err != nil {
		t.Fatal(err)
	}
	for i, name := range columns {
		row[name] = values[i]
	}
	return row
}

func otherThan(v any) any {
	switch v := v.(type) {
	case int64:
		return v + 1000
	case []byte:
		other := append([]byte{}, v...)
		other[0] ^= 1
		return other
	case string:
		return v + "x"
	}
	return v
}

// takenOrMoved damages the register in ways that a change of one value does not show, and looks for the name of what
// was damaged in what is reported.
func takenOrMoved(t *testing.T, p home) {
	for name, c := range map[string]struct {
		damage []string // @ stands for the reference
		where  string   // what must be named
	}{
		"an event is deleted":             {[]string{`DELETE FROM entries WHERE ref = '@' AND seq = 2`}, "case/@, entry 2"},
		"the last event is deleted":       {[]string{`DELETE FROM entries WHERE ref = '@' AND seq = 3`}, "case/@"},
		"the content of an event goes":    {[]string{`DELETE FROM contents WHERE chain = 'case/@' AND n = 2`}, "case/@, entry 2"},
		"two contents change places":      {[]string{`UPDATE contents SET n = 5 - n + 100 WHERE chain = 'case/@' AND n IN (2, 3)`, `UPDATE contents SET n = n - 100 WHERE n > 100`}, "case/@, entry 3"},
		"the case's row is deleted":       {[]string{`DELETE FROM cases WHERE ref = '@'`}, "row of @"},
		"the stage of the row is changed": {[]string{`UPDATE cases SET stage = 'closed' WHERE ref = '@'`}, "row of @"},
		"the letter is deleted":           {[]string{`DELETE FROM letters WHERE ref = '@'`, `DELETE FROM chains WHERE name = 'letters/@'`, `DELETE FROM contents WHERE chain = 'letters/@'`, `DELETE FROM seals WHERE chain = 'letters/@'`}, "letter acknowledgement/family-1/1/1 of @"},
		"the case is deleted whole": {[]string{`DELETE FROM entries WHERE ref = '@'`, `DELETE FROM letters WHERE ref = '@'`, `DELETE FROM cases WHERE ref = '@'`,
			`DELETE FROM chains WHERE name LIKE '%@'`, `DELETE FROM contents WHERE chain LIKE '%@'`, `DELETE FROM seals WHERE chain LIKE '%@'`}, "receipts/2026"},
		"the disposal is deleted":   {[]string{`DELETE FROM disposals`, `DELETE FROM chains WHERE name = 'disposals'`, `DELETE FROM seals WHERE chain = 'disposals'`}, "entry 0"},
		"a stand-in is deleted":     {[]string{`DELETE FROM redactions`}, "redactions"},
		"settings are deleted":      {[]string{`DELETE FROM settings`, `DELETE FROM contents WHERE chain = 'settings'`, `DELETE FROM chains WHERE name = 'settings'`}, "settings"},
		"the settings file goes":    {[]string{`DELETE FROM contents WHERE chain = 'settings'`}, "settings, entry 1"},
		"a day of reads is deleted": {[]string{`DELETE FROM reads`, `DELETE FROM chains WHERE name LIKE 'reads/%'`}, "reads/2026-11-24"},
		"the counter is deleted":    {[]string{`DELETE FROM counters`}, "receipts/2026"},
	} {
		t.Run(name, func(t *testing.T) {
			q := p.another(t)
			r, ref := furnished(t, q)
			for _, d := range c.damage {
				q.tamper(t, strings.ReplaceAll(d, "@", string(ref)))
			}
			mustName(t, r, strings.ReplaceAll(c.where, "@", string(ref)))
		})
	}
	t.Run("the file of the letter is changed", func(t *testing.T) {
		q := p.another(t)
		r, ref := furnished(t, q)
		l, err := r.Letters(context.Background(), ref)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(q.Files, l[0].SHA256[:2], l[0].SHA256[2:])
		if err := os.WriteFile(path, []byte("%PDF changed"), 0o600); err != nil {
			t.Fatal(err)
		}
		mustName(t, r, "letters/"+string(ref)+", entry 1")
		if _, _, err := r.Letter(context.Background(), ref, letterKey(1)); !errors.As(err, new(DamageError)) {
			t.Errorf("reading the letter gave %v", err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		mustName(t, r, "letters/"+string(ref)+", entry 1")
	})
}

func mustName(t testing.TB, r *Register, where string) {
	t.Helper()
	report := verified(t, r)
	for _, f := range report.Faults {
		if strings.Contains(f.Where, where) {
			return
		}
	}
	t.Errorf("nothing about %q among the faults %v", where, report.Faults)
}

// tornTail takes the last event away so that everything that is left agrees with itself.
func tornTail(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	record(t, r, ref, next(2, "", "call"))
	row := firstRow(t, r, "cases")
	var link []byte
	if err := r.read(ctx, func(t tx) error {
		return t.row(ctx, `SELECT link FROM entries WHERE seq = 2`).Scan(&link)
	}); err != nil {
		t.Fatal(err)
	}
	tear := func() {
		p.tamper(t, `DELETE FROM entries WHERE seq = 3`)
		p.tamper(t, `DELETE FROM contents WHERE n = 3`)
		p.tamper(t, `UPDATE chains SET entries = 3, head = ? WHERE name = ?`, link, caseChain(ref))
		p.tamper(t, `UPDATE cases SET stage = ?, next_on = ?, next_why = ?, tasks = ?`, row["stage"], row["next_on"], row["next_why"], row["tasks"])
	}
	record(t, r, ref, next(3, "", "decide"))
	if report := verified(t, r); len(report.Unsealed) != 1 || report.Unsealed[0] != (Unsealed{caseChain(ref), 4}) {
		t.Errorf("before a seal %v is reported as open to this", report.Unsealed)
	}
	tear()
	mustBeSound(t, r) // it cannot show, which is why the end is sealed
	record(t, r, ref, next(3, "", "decide"))
	if _, err := r.SealHeads(ctx); err != nil {
		t.Fatal(err)
	}
	tear()
	mustName(t, r, caseChain(ref))
	p.tamper(t, `UPDATE chains SET sealed = 3 WHERE name = ?`, caseChain(ref))
	mustName(t, r, caseChain(ref))
}

func disposal(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	record(t, r, ref, next(2, "", "call"), next(3, "", "a matter of another child"))
	if err := r.Dispose(ctx, ref, 3, " ", "records-manager"); err == nil {
		t.Error("a disposal without a reason was taken")
	}
	for range 2 {
		if err := r.Dispose(ctx, ref, 3, "it is about another child", "records-manager"); err != nil {
			t.Fatal(err)
		}
	}
	events, err := r.Events(ctx, ref)
	if err != nil || len(events) != 3 || events[2].Body.(casework.TaskRaised) != (casework.TaskRaised{Task: "task-3", For: casework.CaseworkOfficer}) {
		t.Errorf("reading the events gave %v, %v", events, err)
	}
	record(t, r, ref, next(2, "", "call"), next(3, "", "whatever comes again"), next(4, "", "call")) // the case goes on
	report := verified(t, r)
	if !report.Sound() || len(report.Disposed) != 1 || report.Disposed[0].By != "records-manager" || report.Disposed[0].Where != place(caseChain(ref), 3) {
		t.Errorf("the report says %+v", report)
	}
	if err := errors.Join(r.Dispose(ctx, ref, 1, "adoption", "records-manager"), r.Dispose(ctx, ref, 0, "adoption", "records-manager")); err != nil {
		t.Fatal(err)
	}
	if row, err := r.Case(ctx, ref); err != nil || row.Child != "" {
		t.Errorf("after the disposal the row still names a child, or %v", err)
	}
	if list, err := r.Disposals(ctx, ref); err != nil || len(list) != 3 || list[1].Entry != 1 || list[1].Why != "adoption" {
		t.Errorf("listed %v, %v", list, err)
	}
	var got DisposedError
	if _, err := r.Request(ctx, ref); !errors.As(err, &got) || got != (DisposedError{Ref: ref}) {
		t.Errorf("reading the request gave %v", err)
	}
	mustBeSound(t, r)
	noTrace(t, p, "a matter of another child", "Tobias", "Fenwick")
	p.tamper(t, `UPDATE contents SET content = salt WHERE chain = 'redactions' AND n = 1`)
	if _, err := r.Events(ctx, ref); !errors.As(err, new(DamageError)) {
		t.Errorf("with a stand-in that was changed, reading the events gave %v", err)
	}
	mustName(t, r, "redactions, entry 1")
}

// noTrace looks for content that was destroyed in the files of the database, where it has any here.
func noTrace(t testing.TB, p home, words ...string) {
	t.Helper()
	for _, path := range []string{p.URL, p.URL + "-wal"} {
		content, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		for _, word := range words {
			if strings.Contains(string(content), word) {
				t.Errorf("%q is still in %s", word, filepath.Base(path))
			}
		}
	}
}

func sealedOnce(t *testing.T, p home) {
	ctx := context.Background()
	r, ref := furnished(t, p)
	before := verified(t, r).LastSeal
	if n, err := r.SealHeads(ctx); err != nil || n != 0 {
		t.Errorf("sealing again sealed %d, %v", n, err)
	}
	record(t, r, ref, next(4, "", "call"))
	if n, err := r.SealHeads(ctx); err != nil || n != 1 {
		t.Errorf("after one more event %d were sealed, %v", n, err)
	}
	if after := verified(t, r).LastSeal; after.N != before.N+1 || after.Link == before.Link {
		t.Errorf("the last seal went from %v to %v", before, after)
	}
}
