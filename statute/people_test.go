package statute

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestSchoolLeavingDay(t *testing.T) {
	for _, tc := range []struct{ why, born, leaves string }{
		{"turns 16 in the autumn", "2010-09-01", "2027-06-25"},
		{"turns 16 on the last day of the school year", "2010-08-31", "2026-06-26"},
		{"turns 16 on the last Friday in June", "2010-06-26", "2026-06-26"},
		{"turns 16 the day after: still that Friday", "2010-06-27", "2026-06-26"},
		{"turns 16 at the New Year", "2011-01-01", "2027-06-25"},
		{"turns 16 on 31 December", "2010-12-31", "2027-06-25"},
		{"born on 29 February", "2012-02-29", "2028-06-30"},
		{"30 June is the Friday", "2007-01-15", "2023-06-30"},
		{"24 June is the Friday", "2005-10-10", "2022-06-24"},
	} {
		born := day(t, tc.born)
		if got := SchoolLeavingDay(born); got.String() != tc.leaves {
			t.Errorf("%s, born %s: got %s, want %s", tc.why, tc.born, got, tc.leaves)
		}
		if got := YoungPersonFrom(born); got != day(t, tc.leaves).AddDays(1) {
			t.Errorf("%s: letters go to the young person from %s", tc.why, got)
		}
	}
}

func TestSchoolLeavingDayIsALastFridayInJune(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		born := Date(1999, time.September, 1).AddDays(rapid.IntRange(0, 365*20).Draw(t, "born"))
		d := SchoolLeavingDay(born)
		if d.Weekday() != time.Friday || d.Month() != time.June || d.AddDays(7).Month() != time.July {
			t.Fatalf("born %s: %s", born, d.Short())
		}
		sixteen := born.AddMonths(16 * 12)
		if d.Sub(sixteen) > 300+5 || sixteen.Sub(d) > 31+31+6 {
			t.Fatalf("born %s, 16 on %s, leaves on %s", born, sixteen, d)
		}
	})
}

func TestAddressee(t *testing.T) {
	const born = "2010-09-15" // leaves on Fri 25 June 2027
	assessed := CapacityFinding{Status: AssessedLacks, Of: YoungPersonRole, Decision: "this appeal", On: day(t, "2027-07-01")}
	doubted := CapacityFinding{Status: NotAssessed, Of: YoungPersonRole, Decision: "this appeal", On: day(t, "2027-07-01")}
	parent := CapacityFinding{Status: AssessedLacks, Of: ParentRole, Decision: "this request", On: day(t, "2026-01-01")}
	for name, tc := range map[string]struct {
		on             string
		finding        CapacityFinding
		representative bool
		role           Role
		who            AlternativePerson
		check          bool
	}{
		"a child":                                              {"2027-06-24", CapacityFinding{}, false, ParentRole, "", false},
		"16 and still at school":                               {"2026-12-01", assessed, true, ParentRole, "", false},
		"on the leaving day itself":                            {"2027-06-25", CapacityFinding{}, false, ParentRole, "", false},
		"the day after":                                        {"2027-06-26", CapacityFinding{}, false, YoungPersonRole, "", false},
		"last day of being 24":                                 {"2035-09-14", CapacityFinding{}, false, YoungPersonRole, "", false},
		"before the finding":                                   {"2027-06-30", assessed, false, YoungPersonRole, "", false},
		"lacking capacity, no representative":                  {"2027-07-01", assessed, false, AlternativeRole, YoungsParent, false},
		"lacking capacity, with representative":                {"2027-07-01", assessed, true, AlternativeRole, Representative, false},
		"the parent lacks capacity":                            {"2026-12-01", parent, true, AlternativeRole, Representative, false},
		"the parent lacks it, nobody acts":                     {"2026-12-01", parent, false, AlternativeRole, Representative, true},
		"the parent lacks it, the child is now a young person": {"2027-07-01", parent, true, YoungPersonRole, "", false},
		"doubted: presumed, and to be checked":                 {"2027-07-01", doubted, false, YoungPersonRole, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := AddresseeOn(day(t, tc.on), day(t, born), tc.finding, tc.representative)
			if err != nil || got.Role != tc.role || got.Who != tc.who || (got.Check != "") != tc.check || got.Why == "" {
				t.Errorf("%+v, %v", got, err)
			}
		})
	}
	for name, tc := range map[string]struct{ on, born string }{
		"no date of birth":                  {"2027-06-24", ""},
		"not yet born":                      {"2010-09-14", born},
		"25":                                {"2035-09-15", born},
		"25, born on 29 February: on 1 May": {"2033-05-01", "2008-02-29"},
	} {
		if got, err := AddresseeOn(day(t, tc.on), day(t, tc.born), CapacityFinding{}, false); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if _, err := AddresseeOn(day(t, "2033-02-28"), day(t, "2008-02-29"), CapacityFinding{}, false); err != nil {
		t.Errorf("born on 29 February, 25 only on 1 March: %v", err)
	}
}

func TestReceiptIsTheFirstArrival(t *testing.T) {
	at := func(s string) time.Time {
		got, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	for _, tc := range []struct {
		why   string
		first string
		more  []string
		want  string
	}{
		{"by e-mail at 23:50 on a Sunday", "2026-11-22T23:50:00Z", nil, "2026-11-22"},
		{"at half past midnight in summer, the day before by UTC", "2026-06-30T23:30:00Z", nil, "2026-07-01"},
		{"the post came first", "2026-11-25T10:00:00Z", []string{"2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z"}, "2026-11-23"},
		{"stamped abroad", "2026-11-23T01:00:00+02:00", nil, "2026-11-22"},
	} {
		var more []time.Time
		for _, s := range tc.more {
			more = append(more, at(s))
		}
		if got, err := ReceiptDay(at(tc.first), more...); err != nil || got.String() != tc.want {
			t.Errorf("%s: got %s (%v), want %s", tc.why, got, err, tc.want)
		}
	}
	if _, err := ReceiptDay(time.Time{}); err == nil {
		t.Error("no moment gave a day")
	}
}

func TestParseMoment(t *testing.T) {
	for s, want := range map[string]string{
		"2026-11-22":                    "2026-11-22",
		"2026-11-22T23:50":              "2026-11-22",
		"2026-07-01T00:10":              "2026-07-01",
		"2026-07-01 00:10:00":           "2026-07-01",
		"2026-06-30T23:30:00Z":          "2026-07-01",
		"2026-06-30T23:30:00.123Z":      "2026-07-01",
		"2026-06-30T23:30:00+01:00":     "2026-06-30",
		"2026-10-25T01:30":              "2026-10-25",
		"2026-03-29T01:30":              "2026-03-29",
		"2027-01-01T00:30:00+05:30":     "2026-12-31",
		"2026-11-22T23:50:00.999999999": "2026-11-22",
	} {
		if got, err := ParseMoment(s); err != nil || got.String() != want {
			t.Errorf("%s: got %s (%v), want %s", s, got, err, want)
		}
	}
	for _, s := range []string{"", "yesterday", "23/11/2026", "2026-11-31T10:00", "2026-11-22T25:00", "22:50"} {
		if got, err := ParseMoment(s); err == nil {
			t.Errorf("%q was read as %s", s, got)
		}
	}
}

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"2026-11-23", "2026-11-22T23:50", "2026-06-30T23:30:00Z", "2026-06-30T23:30:00.5+01:00", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseMoment(s); (err == nil) == d.IsZero() {
			t.Errorf("%q: %s, %v", s, d, err)
		}
	})
}
