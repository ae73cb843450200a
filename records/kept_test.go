package records

import (
	"context"
	"strings"
	"testing"

	"sendpanel/casework"
)

// What one process keeps in memory of a case must never hide what another has recorded, or destroyed, since.
func TestKeptCasesFollowWhatAnotherProcessDoes(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, place := context.Background(), fresh(t)
		here, there := place.open(t), place.open(t)
		ref := receive(t, here, "one")
		record(t, here, ref, next(2, "two", "telephone the family"))
		if got := whats(t, here, ref); got != "telephone the family" {
			t.Fatalf("read %q", got)
		}
		record(t, there, ref, next(3, "three", "write to the school"))
		if got := whats(t, here, ref); got != "telephone the family; write to the school" {
			t.Errorf("after another process recorded an event, this one reads %q", got)
		}
		record(t, here, ref, next(4, "four", "chase the school"))
		if err := there.Dispose(ctx, ref, 2, "the document of another child", "records-manager"); err != nil {
			t.Fatal(err)
		}
		if got := whats(t, here, ref); strings.Contains(got, "telephone") || !strings.HasSuffix(got, "write to the school; chase the school") {
			t.Errorf("after another process destroyed an event, this one reads %q", got)
		}
	})
}

// A chain that was replaced by a longer one with the same reference, after a restore for example, is read from its start.
func TestKeptCasesAreReadAfreshWhereTheChainIsAnother(t *testing.T) {
	ctx := context.Background()
	first, second := registerOnSQLite(t), registerOnSQLite(t)
	ref := receive(t, first, "one")
	record(t, first, ref, next(2, "two", "telephone the family"))
	if got := whats(t, first, ref); got != "telephone the family" {
		t.Fatalf("read %q", got)
	}
	receive(t, second, "one")
	record(t, second, ref, next(2, "two", "write to the school"), next(3, "three", "chase the school"))
	second.kept.put(mustKeep(t, first, ref))
	events, err := second.Events(ctx, ref)
	if err != nil {
		t.Fatal(err)
	}
	if len(events) != 3 {
		t.Fatalf("%d events, want 3", len(events))
	}
	if got := whats(t, second, ref); got != "write to the school; chase the school" {
		t.Errorf("read %q: the events of another chain were taken for this one’s", got)
	}
}

func registerOnSQLite(t *testing.T) *Register {
	t.Helper()
	return fresh(func(t testing.TB) string { return t.TempDir() + "/register.db" })(t).open(t)
}

func mustKeep(t *testing.T, r *Register, ref casework.Ref) keptCase {
	t.Helper()
	kept, ok := r.kept.get(ref)
	if !ok {
		t.Fatal("the case was not kept")
	}
	return kept
}

func TestKeptCasesAreBounded(t *testing.T) {
	var k keptCases
	for n := range 40 {
		k.put(keptCase{ref: casework.NewRef(2026, n+1), bytes: 1 << 20})
	}
	if k.bytes > keptBytes || k.order.Len() != keptBytes>>20 || len(k.byRef) != k.order.Len() {
		t.Errorf("%d cases of %d bytes are kept, at most %d bytes", k.order.Len(), k.bytes, keptBytes)
	}
	if _, ok := k.get(casework.NewRef(2026, 1)); ok {
		t.Error("the case used longest ago is still kept")
	}
}

// whats are the tasks of a case, as they were raised.
func whats(t *testing.T, r *Register, ref casework.Ref) string {
	t.Helper()
	events, err := r.Events(context.Background(), ref)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range events {
		if task, ok := e.Body.(casework.TaskRaised); ok {
			list = append(list, task.What)
		}
	}
	return strings.Join(list, "; ")
}
