package records

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sendpanel/casework"
)

// ledger is a table whose rows are entries of chains.
type ledger struct {
	name    string   // of its chains: "case/SEN-2026-0412-K", or the name alone where there is one chain
	table   string   // where its entries lie
	of      string   // the column that tells its chains apart; empty where there is one chain
	number  string   // the column with an entry's place in its chain
	first   int64    // the number of the first entry
	columns []string // what else the link covers, in this order
	content bool     // entries have content apart; its digest is the last of the columns
	person  bool     // who did it stands beside an entry, so that it can be found; no link covers it
}

func caseLedger() ledger {
	return ledger{name: "case", table: "entries", of: "ref", number: "seq", first: 0, content: true, person: true,
		columns: []string{"kind", "fell_on", "recorded_at", "stored_at", "key", "digest"}}
}

func meetingLedger() ledger {
	return ledger{name: "meeting", table: "meeting_entries", of: "ref", number: "seq", first: 1, content: true,
		columns: []string{"kind", "fell_on", "recorded_at", "stored_at", "key", "digest"}}
}

func letterLedger() ledger {
	return ledger{name: "letters", table: "letters", of: "ref", number: "n", first: 1, content: true,
		columns: []string{"key", "sha256", "dated", "stored_at", "digest"}}
}

func unopenedLedger() ledger {
	return ledger{name: "unopened", table: "unopened", number: "n", first: 1, content: true,
		columns: []string{"arrived_at", "why", "stored_at", "digest"}}
}

func settlementLedger() ledger {
	return ledger{name: "settlements", table: "settlements", number: "n", first: 1,
		columns: []string{"unopened", "stored_at", "person", "how"}}
}

func readLedger() ledger {
	return ledger{name: "reads", table: "reads", of: "day", number: "n", first: 1,
		columns: []string{"stored_at", "person", "account", "ref", "what"}}
}

func disposalLedger() ledger {
	return ledger{name: "disposals", table: "disposals", number: "n", first: 1,
		columns: []string{"chain", "entry", "stored_at", "person", "why"}}
}

func sealLedger() ledger {
	return ledger{name: "seals", table: "seals", number: "n", first: 1,
		columns: []string{"chain", "entries", "head", "stored_at"}}
}

func settingsLedger() ledger {
	return ledger{name: "settings", table: "settings", number: "n", first: 1, content: true,
		columns: []string{"sha256", "stored_at", "person", "account", "digest"}}
}

func redactionLedger() ledger {
	return ledger{name: "redactions", table: "redactions", number: "n", first: 1, content: true,
		columns: []string{"chain", "entry", "stored_at", "digest"}}
}

func ledgers() []ledger {
	return []ledger{
		caseLedger(), meetingLedger(), letterLedger(), unopenedLedger(), settlementLedger(), readLedger(), disposalLedger(), redactionLedger(),
		settingsLedger(), sealLedger(),
	}
}

// chain names one chain of the ledger.
func (l ledger) chain(of string) string {
	if l.of == "" {
		return l.name
	}
	return l.name + "/" + of
}

func caseChain(ref casework.Ref) string   { return caseLedger().chain(string(ref)) }
func letterChain(ref casework.Ref) string { return letterLedger().chain(string(ref)) }

// tail is the end of a chain, to which entries are added within a transaction that holds the chain's lock.
type tail struct {
	ledger  ledger
	of      string
	entries int64
	head    []byte
	person  string // who did what is added next, in a ledger that notes it
}

// errNoChain means that a chain has not begun.
var errNoChain = errors.New("there is no such chain")

// tailOf takes the lock of a chain that has begun.
func (t tx) tailOf(ctx context.Context, l ledger, of string) (*tail, error) {
	end := &tail{ledger: l, of: of}
	query := `SELECT entries, head FROM chains WHERE name = ?` + t.d.forUpdate
	err := t.row(ctx, query, l.chain(of)).Scan(&end.entries, &end.head)
	if isMissing(err) {
		return nil, errNoChain
	}
	return end, err
}

// tailOrNew takes the lock of a chain, and begins it where it has not begun.
func (t tx) tailOrNew(ctx context.Context, l ledger, of string) (*tail, error) {
	const begin = `INSERT INTO chains (name, entries, head, sealed) VALUES (?, 0, ?, 0) ON CONFLICT (name) DO NOTHING`
	if err := t.exec(ctx, begin, l.chain(of), []byte{}); err != nil {
		return nil, err
	}
	return t.tailOf(ctx, l, of)
}

// add puts one more entry at the end of the chain and gives its number. The values are those of the ledger's columns;
// where entries have content, its digest is added to them and the content is stored apart.
func (t tx) add(ctx context.Context, end *tail, content []byte, values ...any) (int64, error) {
	l, name := end.ledger, end.ledger.chain(end.of)
	for i, v := range values {
		if s, ok := v.(string); ok {
			values[i] = storable(s)
		}
	}
	n := l.first + end.entries
	if l.content {
		salt := newSalt()
		const keep = `INSERT INTO contents (chain, n, salt, content) VALUES (?, ?, ?, ?)`
		if content == nil {
			content = []byte{}
		}
		if err := t.exec(ctx, keep, name, n, salt, content); err != nil {
			return 0, fmt.Errorf("store the content of entry %d of %s: %w", n, name, err)
		}
		values = append(values, digestOf(salt, content))
	}
	link, err := linkOf(end.head, name, n, values)
	if err != nil {
		return 0, err
	}
	columns := append([]string{l.number}, l.columns...)
	args := append([]any{n}, values...)
	if l.of != "" {
		columns, args = append(columns, l.of), append(args, end.of)
	}
	if l.person {
		columns, args = append(columns, "person"), append(args, storable(end.person))
	}
	columns, args = append(columns, "link"), append(args, link)
	query := `INSERT INTO ` + l.table + ` (` + strings.Join(columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(args)-1) + `)`
	if err := t.exec(ctx, query, args...); err != nil {
		return 0, fmt.Errorf("store entry %d of %s: %w", n, name, err)
	}
	end.entries, end.head = end.entries+1, link
	return n, nil
}

// save stores the new end of the chain.
func (t tx) save(ctx context.Context, end *tail) error {
	name := end.ledger.chain(end.of)
	if err := t.exec(ctx, `UPDATE chains SET entries = ?, head = ? WHERE name = ?`, end.entries, end.head, name); err != nil {
		return fmt.Errorf("store the end of %s: %w", name, err)
	}
	return nil
}

// append adds a single entry to a chain and gives its number.
func (t tx) append(ctx context.Context, l ledger, of string, content []byte, values ...any) (int64, error) {
	end, err := t.tailOrNew(ctx, l, of)
	if err != nil {
		return 0, err
	}
	n, err := t.add(ctx, end, content, values...)
	if err != nil {
		return 0, err
	}
	return n, t.save(ctx, end)
}
