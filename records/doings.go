package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Way is in what way somebody had to do with a case.
type Way string

// The ways: a read is in the ledger of reads; what was sent is a letter that was posted or a letter shared with another school; every
// other event of a case changed it.
const (
	WayRead    Way = "read"
	WayChanged Way = "changed"
	WaySent    Way = "sent"
)

// Doing is one thing that somebody did.
type Doing struct {
	At      time.Time // when it was stored
	Way     Way
	By      string       // the person
	Account string       // of a read: from which account
	Ref     casework.Ref // empty for a read of no case by itself
	What    string       // of a read: what was read
	Kind    casework.Kind
	Seq     int // of an event: its place in the case

	place doingPlace
}

// Mark stands for the place of a doing among all: the next page begins after it.
func (d Doing) Mark() string { return d.place.String() }

// DoingsFilter narrows what was done. The zero filter is everything.
type DoingsFilter struct {
	Ref      casework.Ref
	Person   string
	Way      Way         // empty for all
	From, To statute.Day // the first and the last day in London on which it was stored; zero for no bound
	After    string      // the mark of the last doing of the page before; empty for the first page
	Limit    int         // how many at most
}

// ErrNoMark means that a mark is none that a page gave.
var ErrNoMark = errors.New("a page of what was done begins at no such place")

// Doings lists who read, changed and sent what across all cases, the newest first. Each page is read from an index at its place,
// however many lie before it.
func (r *Register) Doings(ctx context.Context, f DoingsFilter) ([]Doing, error) {
	after, err := parseMark(f.After)
	if err != nil {
		return nil, err
	}
	var list []Doing
	err = r.read(ctx, func(t tx) error {
		list = nil
		for _, s := range sourcesOf(f) {
			if err := s.read(ctx, t, f, after, &list); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list what was done: %w", err)
	}
	slices.SortFunc(list, func(a, b Doing) int { return -a.place.compare(b.place) })
	return list[:min(len(list), f.Limit)], nil
}

// sentKinds are the kinds of event by which something goes out.
func sentKinds() []casework.Kind {
	return []casework.Kind{casework.KindPosted, casework.KindDecisionShared}
}

// doingSource is a question whose answer lies in one index, in order.
type doingSource struct {
	reads bool
	way   Way
	kind  casework.Kind   // only this kind of event
	not   []casework.Kind // none of these
}

func sourcesOf(f DoingsFilter) []doingSource {
	var list []doingSource
	if f.Way == "" || f.Way == WayRead {
		list = append(list, doingSource{reads: true, way: WayRead})
	}
	switch f.Way {
	case "":
		list = append(list, doingSource{})
	case WayChanged:
		list = append(list, doingSource{way: WayChanged, not: sentKinds()})
	case WaySent:
		for _, k := range sentKinds() {
			list = append(list, doingSource{way: WaySent, kind: k})
		}
	}
	return list
}

// query is the question with its arguments.
func (s doingSource) query(f DoingsFilter, after doingPlace) (string, []any) {
	query, a, b, letter := `SELECT stored_at, person, ref, kind, seq, '', '', ref FROM entries WHERE seq > 0`, "ref", "seq", markEntry
	if s.reads {
		query, a, b, letter = `SELECT stored_at, person, ref, '', n, account, what, day FROM reads WHERE n > 0`, "day", "n", markRead
	}
	var args []any
	and := func(condition string, values ...any) {
		query, args = query+` AND `+condition, append(args, values...)
	}
	if f.Ref != "" {
		and(`ref = ?`, string(f.Ref))
	}
	if f.Person != "" {
		and(`person = ?`, f.Person)
	}
	if s.kind != "" {
		and(`kind = ?`, string(s.kind))
	}
	for _, k := range s.not {
		and(`kind <> ?`, string(k))
	}
	if !f.From.IsZero() {
		and(`stored_at >= ?`, stamped(f.From.At(0, 0)))
	}
	if !f.To.IsZero() {
		and(`stored_at < ?`, stamped(f.To.AddDays(1).At(0, 0)))
	}
	switch {
	case after.at == "":
	case after.letter == letter:
		and(`(stored_at, `+a+`, `+b+`) < (?, ?, ?)`, after.at, after.of, after.n)
	case after.letter > letter:
		and(`stored_at <= ?`, after.at)
	default:
		and(`stored_at < ?`, after.at)
	}
	return query + ` ORDER BY stored_at DESC, ` + a + ` DESC, ` + b + ` DESC LIMIT ?`, append(args, f.Limit)
}

func (s doingSource) read(ctx context.Context, t tx, f DoingsFilter, after doingPlace, into *[]Doing) error {
	query, args := s.query(f, after)
	return t.each(ctx, func(rows *sql.Rows) error {
		d := Doing{Way: s.way}
		p := doingPlace{letter: markEntry}
		if err := rows.Scan(&p.at, &d.By, &d.Ref, &d.Kind, &p.n, &d.Account, &d.What, &p.of); err != nil {
			return err
		}
		switch {
		case s.reads:
			p.letter = markRead
		default:
			d.Seq = int(p.n)
			if d.Way = WayChanged; slices.Contains(sentKinds(), d.Kind) {
				d.Way = WaySent
			}
		}
		var err error
		d.At, err = unstamped(p.at)
		d.place = p
		*into = append(*into, d)
		return err
	}, query, args...)
}
