package casework

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/statute"
)

func TestAdultTimeIsSharedByTheGroup(t *testing.T) {
	tests := map[string]struct {
		v    Intervention
		want AdultTime
	}{
		"one to one":          {Intervention{SessionsPerWeek: "5", MinutesEach: "30", GroupSize: "1"}, AdultTime{Hours: 2.5, Contact: 2.5}},
		"a group of four":     {Intervention{SessionsPerWeek: "3", MinutesEach: "40", GroupSize: "4"}, AdultTime{Hours: 0.5, Contact: 2}},
		"two adults":          {Intervention{SessionsPerWeek: "2", MinutesEach: "60", Ratio: "2:1"}, AdultTime{Hours: 4, Contact: 2}},
		"ratio before group":  {Intervention{SessionsPerWeek: "2", MinutesEach: "60", Ratio: "1:2", GroupSize: "6"}, AdultTime{Hours: 1, Contact: 2}},
		"no group said":       {Intervention{SessionsPerWeek: "2", MinutesEach: "60"}, AdultTime{Hours: 2, Contact: 2, Whole: 1}},
		"not how long":        {Intervention{SessionsPerWeek: "2", GroupSize: "1"}, AdultTime{Unsaid: 1}},
		"not how often":       {Intervention{MinutesEach: "20", SessionsPerWeek: "daily"}, AdultTime{Unsaid: 1}},
		"half a session":      {Intervention{SessionsPerWeek: "0.5", MinutesEach: "60", GroupSize: "1"}, AdultTime{Hours: 0.5, Contact: 0.5}},
		"a group of none":     {Intervention{SessionsPerWeek: "1", MinutesEach: "60", GroupSize: "0"}, AdultTime{Hours: 1, Contact: 1, Whole: 1}},
		"less than no time":   {Intervention{SessionsPerWeek: "-1", MinutesEach: "60"}, AdultTime{Unsaid: 1}},
		"no ratio of nothing": {Intervention{SessionsPerWeek: "1", MinutesEach: "60", Ratio: "1:0"}, AdultTime{Hours: 1, Contact: 1, Whole: 1}},
	}
	for name, test := range tests {
		if diff := cmp.Diff(test.want, test.v.AdultTime()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	c := Cycle{Interventions: []Intervention{tests["one to one"].v, tests["a group of four"].v, tests["not how long"].v}}
	if diff := cmp.Diff(AdultTime{Hours: 3, Contact: 4.5, Unsaid: 1}, c.AdultTime()); diff != "" {
		t.Errorf("the cycle (-want +got):\n%s", diff)
	}
}

func TestCost(t *testing.T) {
	tests := map[string]struct {
		v    Intervention
		want Pence
		ok   bool
	}{
		"given":              {Intervention{AnnualCost: "£1,240.50", HourlyRate: "1", HoursPerYear: "1"}, 124050, true},
		"rate and hours":     {Intervention{HourlyRate: "14.60", HoursPerYear: "95"}, 138700, true},
		"rate and the group": {Intervention{HourlyRate: "16", SessionsPerWeek: "3", MinutesEach: "40", GroupSize: "4", Weeks: "12"}, 9600, true},
		"rate alone":         {Intervention{HourlyRate: "16"}, 0, false},
		"nothing":            {Intervention{}, 0, false},
		"words":              {Intervention{AnnualCost: "a lot"}, 0, false},
	}
	for name, test := range tests {
		if got, ok := test.v.Cost(); got != test.want || ok != test.ok {
			t.Errorf("%s: %v, %v; want %v, %v", name, got, ok, test.want, test.ok)
		}
	}
	sum, unsaid := Cycle{Interventions: []Intervention{tests["given"].v, tests["nothing"].v}}.Cost()
	if sum.String() != "£1,240.50" || unsaid != 1 {
		t.Errorf("the cycle costs %s, %d unsaid", sum, unsaid)
	}
	for pence, want := range map[Pence]string{0: "£0", 5: "£0.05", 100000: "£1,000", 123456789: "£1,234,567.89"} {
		if pence.String() != want {
			t.Errorf("%d is %s, want %s", pence, pence, want)
		}
	}
}

func TestOutcomesAreOfTargetsOrElseOfInterventions(t *testing.T) {
	c := Cycle{Interventions: []Intervention{{Outcome: "met"}, {Outcome: "Part"}, {}}}
	if diff := cmp.Diff(Outcomes{Met: 1, Part: 1, Unsaid: 1}, c.Outcomes()); diff != "" {
		t.Error(diff)
	}
	c.Targets = []Target{{Outcome: "not"}}
	if diff := cmp.Diff(Outcomes{Not: 1}, c.Outcomes()); diff != "" {
		t.Error(diff)
	}
}

func TestProgress(t *testing.T) {
	r := Request{Attainment: []Measure{
		{Date: "2026-09-19", Subject: "Reading", Measure: "standardised score", Value: "72"},
		{Date: "2025-09-19", Subject: "reading", Measure: "standardised score", Value: "76"},
		{Date: "2025-09-01", Subject: "reading", Measure: "reading age", Value: "6:04"},
		{Date: "2026-09-01", Subject: "reading", Measure: "reading age", Value: "6 years 10 months"},
		{Date: "2026-09-01", Subject: "writing", Measure: "teacher assessment", Value: "below"},
		{Date: "2026-09-01", Subject: "maths", Measure: "scaled score", Value: "about a hundred", Number: "100"},
	}}
	series := r.Progress()
	type rated struct {
		Subject, Unit string
		Points, Words int
		Rate          float64
		OK            bool
	}
	var got []rated
	for _, s := range series {
		rate, ok := s.Rate()
		got = append(got, rated{s.Subject, s.Unit, len(s.Points), s.Words, rate, ok})
	}
	want := []rated{{"Reading", "points", 2, 0, -4, true}, {"reading", "months", 2, 0, 6, true}, {"writing", "points", 0, 1, 0, false}, {"maths", "points", 1, 0, 0, false}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("progress (-want +got):\n%s", diff)
	}
	if first := series[0].Points[0].Text; first != "76" {
		t.Errorf("the first point is %s, want the earliest", first)
	}
}

func TestSchoolDays(t *testing.T) {
	on := statute.Date(2026, time.November, 23)
	r := Request{Suspensions: []Suspension{
		{Type: "suspension", From: "2026-03-02", Sessions: "2"}, {Type: "suspension", From: "2026-05-11"},
		{Type: "suspension", From: "2026-05-12", Sessions: "4", Rescinded: "yes"}, {Type: "suspension", From: "2024-05-12", Sessions: "4"},
		{Type: "permanent", From: "2026-06-12"},
	}}
	if sessions, unsaid := r.SuspendedSessions(on, 12); sessions != 2 || unsaid != 1 {
		t.Errorf("suspended for %d sessions, %d unsaid", sessions, unsaid)
	}
	if rate, ok := (YearRate{Possible: "380", Attended: "285"}).Rate(); !ok || rate != 75 {
		t.Errorf("the rate is %v, %v", rate, ok)
	}
	if months, ok := (Involved{LastReport: "2025-11-24"}).ReportAge(on); !ok || months != 11 {
		t.Errorf("the report is %d months old, %v", months, ok)
	}
	if weeks, ok := (Cycle{Start: "2026-09-07"}).Weeks(on); !ok || weeks != 11 {
		t.Errorf("the cycle runs for %d weeks, %v", weeks, ok)
	}
}

func TestEachNeedCodeHasItsArea(t *testing.T) {
	areas := map[string]int{}
	for _, code := range []string{"SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "DS"} {
		area, ok := AreaOf(code)
		if !ok {
			t.Errorf("%s has no area", code)
		}
		areas[area]++
	}
	want := map[string]int{"communication_and_interaction": 2, "cognition_and_learning": 5, "social_emotional_and_mental_health": 1, "sensory_and_physical": 4}
	if diff := cmp.Diff(want, areas); diff != "" {
		t.Error(diff)
	}
	if _, ok := AreaOf("OTH"); ok {
		t.Error("OTH belongs to an area")
	}
}
