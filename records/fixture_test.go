package records

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/records/pgtest"
	"sendpanel/statute"
)

// home is an empty register that a test may open as often as it likes.
type home struct {
	Options
	another func(testing.TB) home // one more, on the same kind of database
}

// open opens the register once more, as another process would.
func (p home) open(t testing.TB) *Register {
	t.Helper()
	r, err := Open(context.Background(), p.Options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// tamper changes the database behind the register's back, with no rule of the database in the way.
func (p home) tamper(t testing.TB, query string, args ...any) {
	t.Helper()
	d, db := dialectFor(t, p), openDB(t, p)
	defer db.Close()
	db.SetMaxOpenConns(1)
	off := `PRAGMA foreign_keys = OFF`
	if d.numbered {
		off = `SET session_replication_role = replica`
	}
	if _, err := db.Exec(off); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(d.rebind(query), args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// forEachStore runs the test on every database that is to be had.
func forEachStore[T interface {
	testing.TB
	Run(string, func(T)) bool
}](t T, run func(t T, fresh func(testing.TB) home)) {
	t.Run("sqlite", func(t T) {
		run(t, fresh(func(t testing.TB) string { return filepath.Join(t.TempDir(), "register.db") }))
	})
	t.Run("postgres", func(t T) {
		server := os.Getenv(pgtest.Variable)
		if server == "" {
			server = pgtest.StartServer(t)
		}
		run(t, fresh(func(t testing.TB) string { return pgtest.NewDatabase(t, server) }))
	})
}

// fresh makes empty registers in the places that it is given.
func fresh(url func(testing.TB) string) func(testing.TB) home {
	return func(t testing.TB) home {
		t.Helper()
		p := home{
			Options: Options{URL: url(t), Files: filepath.Join(t.TempDir(), "files"), Clock: firstStored},
			another: fresh(url),
		}
		if err := Migrate(context.Background(), p.Options); err != nil {
			t.Fatal(err)
		}
		return p
	}
}

// firstStored is a clock that stands still.
func firstStored() time.Time { return time.Date(2026, time.November, 24, 8, 0, 0, 0, time.UTC) }

// received is the day on which the invented cases arrive.
func received() statute.Day { return statute.Date(2026, time.November, 23) }

// law is the one in force when the invented cases arrive.
func law() statute.RuleSet {
	set, err := statute.InForce(received())
	if err != nil {
		panic(err) // the calendar of a test has come to its end
	}
	return set
}

// from is what a rule gives from the day of receipt.
func from(rule statute.RuleID) statute.Dates {
	duty, err := law().Duty(rule)
	if err != nil {
		panic(err)
	}
	dates, err := duty.From(received(), statute.By(statute.FirstClass))
	if err != nil {
		panic(err)
	}
	return dates
}

// opened is the first event of a case about an invented child.
func opened(ref casework.Ref, change ...func(*casework.Opened)) casework.Event {
	o := casework.Opened{
		Ref: ref, Received: received(), ReceivedAt: received().At(9, 0).UTC(), Channel: "post", Basis: "s36_1",
		RequestedBy: casework.Asker{Type: "parent", Name: "Wilhelmina Fenwick"},
		Child:       casework.Identity{Surname: "Fenwick", Forenames: "Tobias", DateOfBirth: statute.Date(2018, time.May, 3), UPN: "H801200001001"},
		Family:      []casework.Addressee{{ID: "family-1", Standing: casework.Parent, Name: "Wilhelmina Fenwick"}},
		Setting:     "larkfield", Officer: "officer-1", CouncilName: "Ashby Vale",
		RuleSet: string(law().ID()), Decide: from(casework.RuleDecide), NoPlan: from(casework.RuleNoPlan), Plan: from(casework.RulePlan),
		Warnings: []casework.WarningPoint{{Days: 10, Tell: casework.CaseworkOfficer}},
	}
	for _, c := range change {
		c(&o)
	}
	return casework.Event{Seq: 1, FellOn: o.Received, RecordedAt: o.ReceivedAt, By: casework.Engine(), Body: o}
}

// next is an event that may follow any other.
func next(seq int, key, what string) casework.Event {
	return casework.Event{
		Seq: seq, FellOn: received().AddDays(seq), RecordedAt: received().AddDays(seq).At(10, 0).UTC(), Key: key,
		By:   casework.Actor{Person: "officer-1", Name: "Odette Marsh", Account: "omarsh"},
		Body: casework.TaskRaised{Task: casework.TaskID(fmt.Sprintf("task-%d", seq)), For: casework.CaseworkOfficer, What: what},
	}
}

// receive opens one case.
func receive(t testing.TB, r *Register, key string, change ...func(*casework.Opened)) casework.Ref {
	t.Helper()
	ref, _, err := r.Receive(context.Background(), receipt(key, change...))
	if err != nil {
		t.Fatal(err)
	}
	return ref
}

func receipt(key string, change ...func(*casework.Opened)) Receipt {
	return Receipt{Key: key, Year: 2026, Original: []byte(`{"invented": "` + key + `"}`), Open: func(ref casework.Ref) ([]casework.Event, error) {
		return []casework.Event{opened(ref, change...)}, nil
	}}
}

func record(t testing.TB, r *Register, ref casework.Ref, events ...casework.Event) {
	t.Helper()
	if err := r.Record(context.Background(), ref, events); err != nil {
		t.Fatal(err)
	}
}
