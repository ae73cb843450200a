package statute

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// day reads a day that the test itself has written.
func day(t testing.TB, s string) Day {
	t.Helper()
	if s == "" {
		return Day{}
	}
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDayOfAnInstantIsLondons(t *testing.T) {
	for name, tc := range map[string]struct{ instant, want string }{
		"winter, same as UTC":                    {"2026-11-22T23:50:00Z", "2026-11-22"},
		"summer, after midnight by London clock": {"2026-06-30T23:30:00Z", "2026-07-01"},
		"summer, last minute of the day":         {"2026-06-30T22:59:59Z", "2026-06-30"},
		"an hour before the clocks go forward":   {"2027-03-28T00:30:00Z", "2027-03-28"},
		"eve of that, late":                      {"2027-03-27T23:59:59Z", "2027-03-27"},
		"first evening of summer time":           {"2027-03-28T23:00:00Z", "2027-03-29"},
		"the day the clocks go back, before":     {"2026-10-24T23:00:00Z", "2026-10-25"},
		"the day the clocks go back, after":      {"2026-10-25T23:59:00Z", "2026-10-25"},
		"written in another zone":                {"2026-12-31T20:00:00-05:00", "2027-01-01"},
		"year's end":                             {"2026-12-31T23:59:59Z", "2026-12-31"},
	} {
		t.Run(name, func(t *testing.T) {
			at, err := time.Parse(time.RFC3339, tc.instant)
			if err != nil {
				t.Fatal(err)
			}
			if got := DayOf(at).String(); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

func TestDayBeginsByLondonsClock(t *testing.T) {
	for _, tc := range []struct {
		got  time.Time
		want string
	}{
		{day(t, "2026-11-23").Start(), "2026-11-23T00:00:00Z"},
		{day(t, "2026-07-01").Start(), "2026-06-30T23:00:00Z"},
		{day(t, "2026-07-01").At(8, 0), "2026-07-01T07:00:00Z"},
		{day(t, "2026-03-29").At(1, 30), "2026-03-29T01:30:00Z"}, // London has no 01:30 on this day
		{day(t, "2026-10-25").At(1, 30), "2026-10-25T00:30:00Z"}, // and two on this one
		{day(t, "2026-10-25").At(2, 0), "2026-10-25T02:00:00Z"},
	} {
		if got := tc.got.UTC().Format(time.RFC3339); got != tc.want {
			t.Errorf("got %s, want %s", got, tc.want)
		}
	}
}

func TestAddMonthsNamesItsRounding(t *testing.T) {
	for _, tc := range []struct {
		from string
		n    int
		end  string // ToMonthEnd
		next string // ToNextMonth
	}{
		{"2026-10-01", 2, "2026-12-01", "2026-12-01"},
		{"2026-11-29", 1, "2026-12-29", "2026-12-29"},
		{"2026-12-30", 2, "2027-02-28", "2027-03-01"},
		{"2027-12-31", 2, "2028-02-29", "2028-03-01"},
		{"2028-02-29", 12, "2029-02-28", "2029-03-01"},
		{"2027-07-31", 2, "2027-09-30", "2027-10-01"},
		{"2027-07-31", -5, "2027-02-28", "2027-03-01"},
		{"2027-01-31", -2, "2026-11-30", "2026-12-01"},
		{"2027-01-15", -1, "2026-12-15", "2026-12-15"},
		{"2026-12-15", 1, "2027-01-15", "2027-01-15"},
	} {
		from := day(t, tc.from)
		if got := from.AddMonths(tc.n).String(); got != tc.end {
			t.Errorf("%s and %d months: got %s, want %s", from, tc.n, got, tc.end)
		}
		if got := from.AddMonthsRounded(tc.n, ToNextMonth).String(); got != tc.next {
			t.Errorf("%s and %d months to the next: got %s, want %s", from, tc.n, got, tc.next)
		}
	}
}

func TestDayWriting(t *testing.T) {
	d := Date(2026, time.November, 3)
	got := []string{d.String(), d.Short(), d.Long(), d.GoString(), Day{}.String(), Day{}.Short(), Day{}.Long(), Day{}.GoString()}
	want := []string{"2026-11-03", "Tue 3 Nov 2026", "Tuesday 3 November 2026", "statute.Date(2026, time.November, 3)", "", "", "", "statute.Day{}"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDayInJSON(t *testing.T) {
	type record struct {
		On   Day         `json:"on"`
		None Day         `json:"none"`
		By   map[Day]int `json:"by"`
	}
	want := record{On: day(t, "2028-02-29"), By: map[Day]int{day(t, "2026-11-23"): 1}}
	text, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != `{"on":"2028-02-29","none":"","by":{"2026-11-23":1}}` {
		t.Errorf("written %s", text)
	}
	var got record
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if err := json.Unmarshal([]byte(`{"on":"23/11/2026"}`), &got); err == nil {
		t.Error("a day in another form was read")
	}
}

func TestZeroDayStaysNone(t *testing.T) {
	var none Day
	for name, d := range map[string]Day{
		"days": none.AddDays(1), "weeks": none.AddWeeks(6), "months": none.AddMonths(2),
		"before year 1": Date(0, time.January, 1), "past the calendar": Date(9999, time.December, 31).AddDays(1),
	} {
		if !d.IsZero() {
			t.Errorf("%s: got %s", name, d)
		}
	}
	if !none.Start().IsZero() || none.Year() != 0 {
		t.Error("no day has an instant or a year")
	}
}

func TestParseDayRefuses(t *testing.T) {
	for _, s := range []string{"", "2026-11-31", "2027-02-29", "23/11/2026", "2026-1-2", "20261123", "2026-11-23 ", "0000-01-01", "2026-11-23T10:00"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("%q was read as %s", s, d)
		}
	}
}

// TestDaysCountAsTheCalendarDoes holds Day against time.Time, its other way of counting.
func TestDaysCountAsTheCalendarDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-250000, 250000).Draw(t, "days from 1970")
		std := time.Unix(0, 0).UTC().AddDate(0, 0, n)
		d := Date(1970, time.January, 1).AddDays(n)
		if d != Date(std.Date()) || d.Weekday() != std.Weekday() || d.String() != std.Format(time.DateOnly) {
			t.Fatalf("%s is not %s", d, std)
		}
		if d.Sub(d.AddWeeks(-6)) != 42 || d.AddDays(1).Compare(d) != 1 || !d.Before(d.AddDays(1)) || !d.After(d.AddDays(-1)) {
			t.Fatalf("%s does not order", d)
		}
		if DayOf(d.Start()) != d || DayOf(d.AddDays(1).Start().Add(-time.Second)) != d {
			t.Fatalf("%s does not last from midnight to midnight", d)
		}
	})
}

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2026-11-23", "2028-02-29", "", "0001-01-01", "9999-12-31", "2026-11-23T00:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDay(s)
		if err == nil && d.String() != s {
			t.Errorf("%q was read as %s", s, d)
		}
		if err != nil && !d.IsZero() {
			t.Errorf("%q failed and gave %s", s, d)
		}
	})
}
