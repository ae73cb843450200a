package records

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/statute"
)

func casesListed(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	for i := range 12 {
		receive(t, r, fmt.Sprint(i), func(o *casework.Opened) {
			o.Decide.SendBy = received().AddDays(40 - i/3) // several share a day
			o.Officer = casework.PersonID(fmt.Sprint("officer-", i%2))
			o.Setting = casework.SettingID(fmt.Sprint("setting-", i%3))
		})
	}
	record(t, r, casework.NewRef(2026, 1), closing(2))
	all, err := r.Cases(ctx, Filter{})
	if err != nil || len(all) != 12 {
		t.Fatalf("listed %d cases, %v", len(all), err)
	}
	first := CaseRow{
		Ref: casework.NewRef(2026, 10), Stage: casework.StageReceived, Clock: "running", Received: received(), Due: received().AddDays(42),
		SendBy: received().AddDays(37), Officer: "officer-1", Setting: "setting-0", Child: "Tobias Fenwick", Open: true,
		Next: casework.Moment{On: received().AddDays(27), Why: all[0].Next.Why},
	}
	if d := cmp.Diff(first, all[0]); d != "" {
		t.Error(d)
	}
	for name, c := range map[string]struct {
		filter Filter
		keep   func(CaseRow) bool
	}{
		"open":    {Filter{Open: true}, func(c CaseRow) bool { return c.Open }},
		"officer": {Filter{Officer: "officer-1"}, func(c CaseRow) bool { return c.Officer == "officer-1" }},
		"setting": {Filter{Setting: "setting-2", Open: true}, func(c CaseRow) bool { return c.Setting == "setting-2" && c.Open }},
		"stage":   {Filter{Stage: casework.StageClosed}, func(c CaseRow) bool { return c.Stage == casework.StageClosed }},
		"stages":  {Filter{Stages: []casework.Stage{casework.StageClosed, casework.StageWithdrawn}}, func(c CaseRow) bool { return c.Stage == casework.StageClosed }},
		"clock":   {Filter{Clocks: []string{"ended"}}, func(c CaseRow) bool { return c.Clock == "ended" }},
		"send by": {Filter{SendBy: received().AddDays(38)}, func(c CaseRow) bool { return !c.SendBy.After(received().AddDays(38)) }},
		"name":    {Filter{Find: "fen Tób"}, func(CaseRow) bool { return true }},
		"no name": {Filter{Find: "nwick"}, func(CaseRow) bool { return false }},
		"number":  {Filter{Find: "0010"}, func(c CaseRow) bool { return c.Ref == casework.NewRef(2026, 10) }},
		"all":     {Filter{}, func(CaseRow) bool { return true }},
	} {
		var want []CaseRow
		for _, c2 := range all {
			if c.keep(c2) {
				want = append(want, c2)
			}
		}
		for limit := range 5 {
			if d := cmp.Diff(want, paged(t, r, c.filter, limit)); d != "" {
				t.Errorf("%s in pages of %d: %s", name, limit, d)
			}
		}
	}
	if open, err := r.OpenCases(ctx); err != nil || len(open) != 11 || open[0] != all[0].Ref {
		t.Errorf("open cases: %v, %v", open, err)
	}
	if one, err := r.Case(ctx, all[3].Ref); err != nil || one != all[3] {
		t.Errorf("one case: %v, %v", one, err)
	}
	if _, err := r.Case(ctx, casework.NewRef(2026, 99)); !errors.Is(err, ErrNoCase) {
		t.Errorf("an unknown case gave %v", err)
	}
}

// paged lists cases page by page; a limit of 0 lists them at once.
func paged(t testing.TB, r *Register, f Filter, limit int) []CaseRow {
	t.Helper()
	var list []CaseRow
	for f.Limit = limit; ; {
		page, err := r.Cases(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, page...)
		if limit == 0 || len(page) < limit {
			return list
		}
		f.After = page[len(page)-1].Cursor()
	}
}

func closing(seq int) casework.Event {
	e := next(seq, "", "")
	e.Body = casework.Closed{Why: "The invented case ends."}
	return e
}

func sameChild(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a", func(o *casework.Opened) {
		o.Child = casework.Identity{Surname: "O’Brien-Łęcka", Forenames: "Zoë Marie", DateOfBirth: statute.Date(2018, 5, 3), UPN: "H801200001001"}
	})
	closed := receive(t, r, "b")
	record(t, r, closed, closing(2))
	for name, c := range map[string]struct {
		who   casework.Identity
		found bool
	}{
		"the same number":            {casework.Identity{UPN: "h801200001001"}, true},
		"the same name and birthday": {casework.Identity{Surname: "OBRIEN ŁECKA", Forenames: "Zoe-Marie", DateOfBirth: statute.Date(2018, 5, 3)}, true},
		"another birthday":           {casework.Identity{Surname: "O’Brien-Łęcka", Forenames: "Zoë Marie", DateOfBirth: statute.Date(2018, 5, 4)}, false},
		"no birthday":                {casework.Identity{Surname: "O’Brien-Łęcka", Forenames: "Zoë Marie"}, false},
		"nothing known":              {casework.Identity{}, false},
		"a case that is closed":      {casework.Identity{Surname: "Fenwick", Forenames: "Tobias", DateOfBirth: statute.Date(2018, 5, 3)}, false},
	} {
		got, err := r.Resembling(ctx, c.who)
		if err != nil || (len(got) == 1 && got[0] == ref) != c.found || (!c.found && len(got) > 0) {
			t.Errorf("%s: found %v, %v", name, got, err)
		}
	}
}

func notAwake(t *testing.T, p home) {
	ctx := context.Background()
	now := firstStored()
	p.Clock = func() time.Time { return now }
	r := p.open(t)
	a, b, c := receive(t, r, "a"), receive(t, r, "b"), receive(t, r, "c")
	record(t, r, c, closing(2))
	now = now.Add(10 * time.Minute)
	d := receive(t, r, "d")
	if err := r.MarkAwake(ctx, a); err != nil {
		t.Fatal(err)
	}
	if err := r.MarkAwake(ctx, casework.NewRef(2026, 9)); !errors.Is(err, ErrNoCase) {
		t.Errorf("an unknown case gave %v", err)
	}
	for older, want := range map[time.Duration][]casework.Ref{0: {b, d}, time.Minute: {b}, time.Hour: nil} {
		if got, err := r.NotAwake(ctx, older); err != nil || cmp.Diff(want, got) != "" {
			t.Errorf("older than %s: %v, %v; want %v", older, got, err, want)
		}
	}
}

func letterOnce(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	first, err := r.SaveLetter(ctx, ref, letterKey(1), []byte("%PDF one"), received(), "Dear Ms Fenwick")
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.open(t).SaveLetter(ctx, ref, letterKey(1), []byte("%PDF two"), received().AddDays(1), "Dear somebody")
	if err != nil || cmp.Diff(first, again) != "" {
		t.Errorf("stored again: %v, %v", again, err)
	}
	got, pdf, err := r.Letter(ctx, ref, letterKey(1))
	if err != nil || cmp.Diff(first, got) != "" || string(pdf) != "%PDF one" {
		t.Errorf("read back: %v, %q, %v", got, pdf, err)
	}
	if _, err := r.SaveLetter(ctx, ref, letterKey(2), []byte("%PDF one"), received(), ""); err != nil {
		t.Error(err)
	}
	if list, err := r.Letters(ctx, ref); err != nil || len(list) != 2 || list[1].Key != letterKey(2) {
		t.Errorf("listed %v, %v", list, err)
	}
	if _, _, err := r.Letter(ctx, ref, letterKey(3)); !errors.Is(err, ErrNoLetter) {
		t.Errorf("an unknown letter gave %v", err)
	}
	if _, err := r.SaveLetter(ctx, casework.NewRef(2026, 9), letterKey(1), nil, received(), ""); !errors.Is(err, ErrNoCase) {
		t.Errorf("a letter of an unknown case gave %v", err)
	}
	if info, err := os.Stat(string(Folder(p.Files).path(first.SHA256))); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file may be read by others, or %v", err)
	}
}

func unopenedKept(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	at := received().At(16, 59)
	for want := int64(1); want <= 2; want++ {
		if id, err := r.KeepUnopened(ctx, at, []byte("\xff\x00 not a request"), "the request cannot be read"); err != nil || id != want {
			t.Fatalf("kept as %d, %v; want %d", id, err, want)
		}
	}
	list, err := r.Unopened(ctx)
	want := Unopened{ID: 2, At: at.UTC(), Why: "the request cannot be read", Original: []byte("\xff\x00 not a request")}
	if err != nil || len(list) != 2 || cmp.Diff(want, list[1]) != "" {
		t.Errorf("listed %v, %v", list, err)
	}
	if err := r.SettleUnopened(ctx, 1, "opened by hand as SEN-2026-0007-X", "officer-1"); err != nil {
		t.Fatal(err)
	}
	for _, id := range []int64{1, 3} {
		if err := r.SettleUnopened(ctx, id, "again", "officer-1"); !errors.Is(err, ErrNotWaiting) {
			t.Errorf("settling %d gave %v", id, err)
		}
	}
	if left, err := r.Unopened(ctx); err != nil || cmp.Diff(list[1:], left) != "" {
		t.Errorf("left to do: %v, %v", left, err)
	}
	if err := r.DisposeUnopened(ctx, 2, "another person’s mail", "officer-1"); !errors.Is(err, ErrStillWaiting) {
		t.Errorf("what waits was disposed of: %v", err)
	}
	for range 2 {
		if err := r.DisposeUnopened(ctx, 1, "another person’s mail", "officer-1"); err != nil {
			t.Errorf("dispose of what was settled: %v", err)
		}
	}
	if arrived, settled, err := r.UnopenedAt(ctx, 1); err != nil || !settled || !arrived.Equal(at) {
		t.Errorf("after it was destroyed: arrived %s, settled %v, %v", arrived, settled, err)
	}
	if _, _, err := r.UnopenedAt(ctx, 9); !errors.Is(err, ErrNotWaiting) {
		t.Errorf("a number that was never given: %v", err)
	}
	mustBeSound(t, r)
}

func readsNoted(t *testing.T, p home) {
	ctx := context.Background()
	now := time.Date(2026, time.July, 1, 22, 59, 0, 0, time.UTC) // 23:59 in London
	p.Clock = func() time.Time { return now }
	r := p.open(t)
	ref := receive(t, r, "a")
	var want []Read
	for _, what := range []string{"summary", "letter", "timeline"} {
		if err := r.NoteRead(ctx, "officer-1", "omarsh", ref, what); err != nil {
			t.Fatal(err)
		}
		want = append(want, Read{At: now, By: "officer-1", Account: "omarsh", Ref: ref, What: what})
		now = now.Add(time.Minute)
	}
	got, err := r.Reads(ctx, ref)
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("reads: %v, %v", got, err)
	}
	chains := []Unsealed{{"case/" + string(ref), 2}, {"reads/2026-07-01", 1}, {"reads/2026-07-02", 2}}
	if report := verified(t, r); !report.Sound() || cmp.Diff(chains, report.Unsealed) != "" {
		t.Errorf("the report says %+v", report)
	}
}

// TestUrgentCasesComeFirst: over the pages of a list, each case once, urgent ones before those that fall due sooner.
func TestUrgentCasesComeFirst(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		var refs []casework.Ref
		for i := range 7 {
			refs = append(refs, receive(t, r, fmt.Sprint("case ", i), func(o *casework.Opened) {
				o.Child.UPN, o.Child.Surname = "", fmt.Sprint("Fenwick", i)
				o.Decide.SendBy = received().AddDays(30 + i)
			}))
		}
		for _, ref := range []casework.Ref{refs[5], refs[3], refs[6]} {
			happens(t, r, ref, casework.MarkedUrgent{Reason: "hospital", Facts: "x"})
		}
		happens(t, r, refs[6], casework.NoticeGiven{On: received(), Rule: casework.RuleDecide}) // and so no longer urgent
		var got []casework.Ref
		for skip := 0; skip < 9; skip += 3 {
			page, err := r.UrgentFirst(ctx, Filter{Open: true, Limit: 3, Skip: skip})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range page {
				got = append(got, c.Ref)
				if c.Urgent != (c.Ref == refs[3] || c.Ref == refs[5]) {
					t.Errorf("%s is urgent: %v", c.Ref, c.Urgent)
				}
			}
		}
		want := []casework.Ref{refs[3], refs[5], refs[0], refs[1], refs[2], refs[4], refs[6]}
		if !slices.Equal(got, want) {
			t.Errorf("listed %v, want %v", got, want)
		}
	})
}

// happens records that something happened in a case.
func happens(t *testing.T, r *Register, ref casework.Ref, bodies ...casework.Body) {
	t.Helper()
	events, err := r.Events(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	c, err := casework.Fold(events)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Record(t.Context(), ref, c.Record(bodies, casework.Engine(), received().At(12, 0))); err != nil {
		t.Fatal(err)
	}
}

// TestOpenTasksAreFound: a case with something to do is found, also after its family was told, until it is done.
func TestOpenTasksAreFound(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		r := fresh(t).open(t)
		receive(t, r, "one")
		ref := receive(t, r, "two", func(o *casework.Opened) { o.Child.UPN, o.Child.Surname = "", "Marlow" })
		task := casework.TaskRaised{Task: "respond", For: casework.CaseworkOfficer, What: "Respond to the appeal."}
		happens(t, r, ref, casework.NoticeGiven{On: received(), Rule: casework.RuleDecide}, task)
		for _, want := range []int{1, 0} {
			list, err := r.Cases(t.Context(), Filter{ToDo: true, Stages: []casework.Stage{casework.StageNotified}, Limit: 5})
			if err != nil || len(list) != want || want > 0 && (list[0].Ref != ref || list[0].Tasks != 1) {
				t.Errorf("listed %+v, want %d, %v", list, want, err)
			}
			happens(t, r, ref, casework.TaskDone{Task: "respond", How: "Done."})
		}
	})
}
