package records

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestWhatWasDoneIsPagedWhole: page by page everything is listed once, the newest first, however it is narrowed, and also where things
// were stored at one moment.
func TestWhatWasDoneIsPagedWhole(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		p := fresh(t)
		now, ticks := received().At(9, 0), 0
		p.Clock = func() time.Time { // several are stored at one moment, and it takes some days
			ticks++
			return now.Add(time.Duration(ticks/6) * 5 * time.Hour)
		}
		ctx, r := t.Context(), p.open(t)
		var refs []casework.Ref
		for i := range 4 {
			ref := receive(t, r, fmt.Sprint("case ", i), func(o *casework.Opened) { o.Child.Surname = fmt.Sprint("Fenwick", i) })
			refs = append(refs, ref)
			happens(t, r, ref, casework.MarkedUrgent{Reason: "hospital", Facts: "x"})
			for j := range 3 {
				if err := r.NoteRead(ctx, fmt.Sprint("officer-", j%2), "portal", ref, "summary"); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := r.NoteRead(ctx, "officer-1", "portal", "", "export"); err != nil {
			t.Fatal(err)
		}
		all, err := r.Doings(ctx, DoingsFilter{Limit: 1000})
		if err != nil || len(all) != 4*5+1 {
			t.Fatalf("listed %d, %v", len(all), err)
		}
		day := statute.DayOf(all[len(all)/2].At)
		for name, tc := range map[string]struct {
			filter DoingsFilter
			keep   func(Doing) bool
		}{
			"everything":  {DoingsFilter{}, func(Doing) bool { return true }},
			"one person":  {DoingsFilter{Person: "officer-1"}, func(d Doing) bool { return d.By == "officer-1" }},
			"the service": {DoingsFilter{Person: string(casework.Engine().Person)}, func(d Doing) bool { return d.By == string(casework.Engine().Person) }},
			"one case":    {DoingsFilter{Ref: refs[2]}, func(d Doing) bool { return d.Ref == refs[2] }},
			"reads":       {DoingsFilter{Way: WayRead}, func(d Doing) bool { return d.Way == WayRead }},
			"changes":     {DoingsFilter{Way: WayChanged}, func(d Doing) bool { return d.Way == WayChanged }},
			"sent":        {DoingsFilter{Way: WaySent}, func(d Doing) bool { return d.Way == WaySent }},
			"from a day":  {DoingsFilter{From: day}, func(d Doing) bool { return !statute.DayOf(d.At).Before(day) }},
			"to a day":    {DoingsFilter{To: day, Person: "officer-0"}, func(d Doing) bool { return !statute.DayOf(d.At).After(day) && d.By == "officer-0" }},
		} {
			var want, got []string
			for _, d := range all {
				if tc.keep(d) {
					want = append(want, d.Mark())
				}
			}
			for tc.filter.Limit = 3; ; {
				page, err := r.Doings(ctx, tc.filter)
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range page {
					got = append(got, d.Mark())
				}
				if len(page) < 3 {
					break
				}
				tc.filter.After = page[2].Mark()
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
		if _, err := r.Doings(ctx, DoingsFilter{After: "nothing", Limit: 3}); err == nil {
			t.Error("a mark that no page gave is taken")
		}
	})
}

// TestWhatWasDoneLiesInIndexes: each question is answered in the order of an index, without sorting or going through what is not
// shown. What was done to one case is sorted, for it is little.
func TestWhatWasDoneLiesInIndexes(t *testing.T) {
	p := fresh(func(t testing.TB) string { return t.TempDir() + "/register.db" })(t)
	r := p.open(t)
	after := doingPlace{at: stamped(received().At(9, 0)), letter: markEntry, of: "SEN-2026-0001-X", n: 3}
	for _, way := range []Way{"", WayRead, WayChanged, WaySent} {
		for name, f := range map[string]DoingsFilter{"all": {}, "person": {Person: "x"}, "case": {Ref: "x"}, "days": {From: received(), To: received()}, "one person’s days": {Person: "x", From: received()}} {
			f.Way, f.Limit = way, 20
			for _, s := range sourcesOf(f) {
				query, args := s.query(f, after)
				plan := answersBy(t, r, query, args...)
				if strings.HasPrefix(plan, "SCAN") && f.Ref != "" || f.Ref == "" && strings.Contains(plan, "TEMP B-TREE") || !strings.Contains(plan, "INDEX") {
					t.Errorf("%s, %q:\n%s", name, way, plan)
				}
				if f.Person != "" && !strings.Contains(plan, "person=?") && !strings.Contains(plan, "kind=?") {
					t.Errorf("%s, %q, is not found by the person:\n%s", name, way, plan)
				}
			}
		}
	}
}
