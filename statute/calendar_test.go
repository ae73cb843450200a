package statute

import (
	"errors"
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"
	"pgregory.net/rapid"
)

// TestBankHolidaysAgreeWithALibrary asks a library that knows the United Kingdom about every day in the window.
func TestBankHolidaysAgreeWithALibrary(t *testing.T) {
	library := cal.NewBusinessCalendar()
	library.AddHoliday(gb.Holidays...)
	from, to := Coverage()
	for d := from; !d.After(to); d = d.AddDays(1) {
		year, month, n := d.Date()
		want := library.IsWorkday(time.Date(year, month, n, 12, 0, 0, 0, time.UTC))
		got, err := IsWorkingDay(d)
		if err != nil || got != want {
			t.Errorf("%s: working day %t, by the library %t (%v)", d.Short(), got, want, err)
		}
	}
}

func TestBankHolidaysStandInOrderAndOnWeekdays(t *testing.T) {
	perYear := map[int]int{}
	last := Day{}
	for _, h := range BankHolidays() {
		if !h.Day.After(last) {
			t.Errorf("%s is not after %s", h.Day.Short(), last.Short())
		}
		if wd := h.Day.Weekday(); wd == time.Saturday || wd == time.Sunday {
			t.Errorf("%s, %s, is at a weekend", h.Name, h.Day.Short())
		}
		if h.Provisional != (h.Day.Year() > 2027) {
			t.Errorf("%s: provisional is %t", h.Day.Short(), h.Provisional)
		}
		perYear[h.Day.Year()]++
		last = h.Day
	}
	for year := 2024; year <= 2030; year++ {
		if perYear[year] != 8 {
			t.Errorf("%d has %d bank holidays", year, perYear[year])
		}
	}
}

func TestWorkingDaysByHand(t *testing.T) {
	for _, tc := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-12-24", 1, "2026-12-29"},
		{"2026-12-29", -1, "2026-12-24"},
		{"2027-03-25", 1, "2027-03-30"},
		{"2027-12-24", 1, "2027-12-29"},
		{"2027-12-31", 1, "2028-01-04"},
		{"2026-11-21", 0, "2026-11-21"},
		{"2026-11-21", 1, "2026-11-23"},
		{"2026-11-22", -2, "2026-11-19"},
	} {
		if got, err := AddWorkingDays(day(t, tc.from), tc.n); err != nil || got.String() != tc.want {
			t.Errorf("%s and %d: got %s (%v), want %s", tc.from, tc.n, got, err, tc.want)
		}
	}
	next, _ := NextWorkingDay(day(t, "2026-12-24"))
	previous, _ := PreviousWorkingDay(day(t, "2026-12-29"))
	after, _ := WorkingDayOnOrAfter(day(t, "2026-12-26"))
	before, _ := WorkingDayOnOrBefore(day(t, "2026-12-28"))
	if next != day(t, "2026-12-29") || previous != day(t, "2026-12-24") || after != next || before != previous {
		t.Errorf("around Christmas: %s %s %s %s", next, previous, after, before)
	}
}

func TestOutsideTheWindowIsAnErrorNeverAGuess(t *testing.T) {
	for name, ask := range map[string]func() error{
		"day before":    func() error { _, err := IsWorkingDay(day(t, "2023-12-31")); return err },
		"day after":     func() error { _, err := IsWorkingDay(day(t, "2031-01-01")); return err },
		"no day":        func() error { _, err := IsWorkingDay(Day{}); return err },
		"counting out":  func() error { _, err := AddWorkingDays(day(t, "2030-12-30"), 2); return err },
		"counting back": func() error { _, err := PreviousWorkingDay(day(t, "2024-01-02")); return err },
		"a duty":        func() error { _, err := latest(t).dates("T04", day(t, "2030-12-01")); return err },
		"an appeal":     func() error { _, err := latest(t).dates("T18", day(t, "2030-11-15")); return err },
		"post":          func() error { _, err := SecondClass.Deemed(day(t, "2030-12-30")); return err },
	} {
		var outside *CoverageError
		if err := ask(); !errors.As(err, &outside) {
			t.Errorf("%s: %v is no coverage error", name, err)
		}
	}
}

func latest(t testing.TB) RuleSet {
	t.Helper()
	sets := RuleSets()
	return sets[len(sets)-1]
}

// anyDay draws a day from which every rule stays inside the coverage window.
func anyDay(t *rapid.T) Day {
	return Date(2025, time.March, 1).AddDays(rapid.IntRange(0, 365*4).Draw(t, "day"))
}

func TestWorkingDaysAreThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay(t), rapid.IntRange(1, 40).Draw(t, "n")
		there, err := AddWorkingDays(d, n)
		if err != nil {
			t.Fatal(err)
		}
		onOrBefore, _ := WorkingDayOnOrBefore(d)
		if back, err := AddWorkingDays(there, -n); err != nil || back != onOrBefore {
			t.Fatalf("%s, %d there and back: %s, %s", d, n, there, back)
		}
		counted := 0
		for e := d.AddDays(1); !e.After(there); e = e.AddDays(1) {
			if working, _ := IsWorkingDay(e); working {
				counted++
			}
		}
		if counted != n {
			t.Fatalf("from %s to %s lie %d working days, not %d", d, there, counted, n)
		}
	})
}
