package records

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/examples"
)

// played are the events of the example cases.
func played(t testing.TB) map[string][]casework.Event {
	t.Helper()
	all, err := examples.Read(os.DirFS("../examples"))
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string][]casework.Event{}
	for i, e := range all {
		events, err := examples.Play(e, council.Invented(), casework.NewRef(2026, i+1))
		if err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		cases[e.Name] = events
	}
	return cases
}

// TestStandInFolds puts the stand-in in the place of each event of each example: the case folds as before, but for who
// the child is.
func TestStandInFolds(t *testing.T) {
	for name, events := range played(t) {
		whole, err := casework.Fold(events)
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range events {
			left := append([]casework.Event{}, events...)
			left[i] = standIn(e)
			c, err := casework.Fold(left)
			if err != nil {
				t.Errorf("%s without event %d, %s: %v", name, e.Seq, e.Body.Kind(), err)
				continue
			}
			was, is := rowOf(whole), rowOf(c)
			if e.Seq == 1 {
				was, is = append(was[:8:8], was[14:]...), append(is[:8:8], is[14:]...) // nor when they come of age
			}
			if d := cmp.Diff(was, is); d != "" {
				t.Errorf("%s without event %d, %s: %s", name, e.Seq, e.Body.Kind(), d)
			}
			if d := cmp.Diff(whole.Owed(), c.Owed()); d != "" {
				t.Errorf("%s without event %d, %s: letters owed: %s", name, e.Seq, e.Body.Kind(), d)
			}
		}
	}
}

// TestStandInSaysNothing looks for what anybody wrote, and for the child, in the stand-in of every event of every example.
func TestStandInSaysNothing(t *testing.T) {
	for name, events := range played(t) {
		child := events[0].Body.(casework.Opened).Child
		for _, e := range events {
			before, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			left, err := json.Marshal(standIn(e))
			if err != nil {
				t.Fatal(err)
			}
			var again casework.Event
			if err := json.Unmarshal(left, &again); err != nil || again.Seq != e.Seq || again.Key != e.Key || again.FellOn != e.FellOn {
				t.Errorf("%s, event %d does not come back: %v", name, e.Seq, err)
			}
			for _, word := range []string{child.Surname, child.Forenames, child.UPN, child.DateOfBirth.String()} {
				if word != "" && strings.Contains(string(left), `"`+word) {
					t.Errorf("%s, event %d: %q is left", name, e.Seq, word)
				}
			}
			if after, _ := json.Marshal(e); string(after) != string(before) {
				t.Errorf("%s, event %d was changed itself", name, e.Seq)
			}
			if d := e.Body; d.Kind() == casework.KindDecided && d.(casework.Decided).Findings[0].Reason != "" && strings.Contains(string(left), "reason\":\"") {
				t.Errorf("%s: a reason is left in %s", name, left)
			}
		}
	}
}

// disposedAndGoesOn disposes of every event of a case, from the last to the first: the case folds, is sound, and goes on.
func disposedAndGoesOn(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	record(t, r, ref, next(2, "k2", "call"), next(3, "", "write"))
	before, err := r.Case(ctx, ref)
	if err != nil {
		t.Fatal(err)
	}
	for seq := 3; seq >= 0; seq-- {
		if err := r.Dispose(ctx, ref, seq, "the time for keeping it has ended", "graham.tully"); err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
	}
	after, err := r.Case(ctx, ref)
	if before.Child = ""; err != nil || before != after {
		t.Errorf("the row is %v, %v; want %v", after, err, before)
	}
	record(t, r, ref, next(4, "k4", "call"))
	if err := r.Record(ctx, ref, []casework.Event{next(5, "k2", "call")}); !errors.As(err, new(ConflictError)) {
		t.Errorf("the command of a disposed event was recorded again: %v", err)
	}
	mustBeSound(t, r)
	noTrace(t, p, "Fenwick", "write", `"invented"`)
}

func letterDisposal(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref, twin := receive(t, r, "a"), receive(t, r, "b")
	first, err := r.SaveLetter(ctx, ref, letterKey(1), []byte("%PDF one"), received(), "Dear Ms Fenwick")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.SaveLetter(ctx, twin, letterKey(1), []byte("%PDF one"), received(), "Dear Ms Fenwick"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := r.DisposeLetter(ctx, ref, letterKey(1), "adoption", "graham.tully"); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := r.Letter(ctx, twin, letterKey(1)); err != nil {
		t.Errorf("the other letter with the same file: %v", err)
	}
	want := DisposedError{Ref: ref, Letter: letterKey(1).String()}
	var got DisposedError
	if _, _, err := r.Letter(ctx, ref, letterKey(1)); !errors.As(err, &got) || got != want {
		t.Errorf("reading it gave %v", err)
	}
	if _, err := r.SaveLetter(ctx, ref, letterKey(1), []byte("%PDF two"), received(), "Dear somebody"); !errors.As(err, &got) {
		t.Errorf("storing it again gave %v", err)
	}
	list, err := r.Letters(ctx, ref)
	if err != nil || len(list) != 1 || !list[0].Disposed || list[0].Text != "" || list[0].SHA256 != first.SHA256 {
		t.Errorf("listed %v, %v", list, err)
	}
	if err := r.DisposeLetter(ctx, twin, letterKey(1), "adoption", "graham.tully"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(Folder(p.Files).path(first.SHA256)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is still there, or %v", err)
	}
	if err := r.DisposeLetter(ctx, ref, letterKey(2), "adoption", "graham.tully"); !errors.Is(err, ErrNoLetter) {
		t.Errorf("an unknown letter gave %v", err)
	}
	if err := r.DisposeLetter(ctx, ref, letterKey(1), "", "graham.tully"); err == nil {
		t.Error("a disposal without a reason was taken")
	}
	if report := verified(t, r); !report.Sound() || len(report.Disposed) != 2 || report.Letters != 2 {
		t.Errorf("the report says %+v", report)
	}
	noTrace(t, p, "Dear Ms Fenwick")
}
