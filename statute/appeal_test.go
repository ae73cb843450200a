package statute

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestAppealLimits(t *testing.T) {
	for _, tc := range []struct{ why, sent, certificate, mediation, appeal, later string }{
		{"no certificate yet", "2026-10-01", "", "2026-12-01", "2026-12-01", "2026-11-01"},
		{"a certificate that governs", "2026-10-01", "2026-11-29", "2026-12-01", "2027-01-04", "2026-12-04"},
		{"August: mediation does not move, the appeal does", "2027-06-14", "", "2027-08-14", "2027-09-01", "2027-08-01"},
	} {
		got, err := latest(t).AppealLimits(day(t, tc.sent), day(t, tc.certificate))
		if err != nil {
			t.Fatal(err)
		}
		if got.Mediation.Due.String() != tc.mediation || got.Appeal.Effective.String() != tc.appeal || got.LaterIfCertificateAfter.String() != tc.later {
			t.Errorf("%s: mediation %s, appeal %s, later if after %s", tc.why, got.Mediation.Due, got.Appeal.Effective, got.LaterIfCertificateAfter)
		}
	}
	if _, err := latest(t).AppealLimits(Day{}, Day{}); err == nil {
		t.Error("limits were computed for a notice that was never sent")
	}
}

func TestACertificateAfterThePivotMovesTheAppeal(t *testing.T) {
	set := RuleSets()[1]
	rapid.Check(t, func(t *rapid.T) {
		sent := anyDay(t)
		limits, err := set.AppealLimits(sent, Day{})
		if err != nil {
			t.Fatal(err)
		}
		pivot := limits.LaterIfCertificateAfter
		same, _ := set.dates("T18", sent, Second(pivot))
		later, err := set.dates("T18", sent, Second(pivot.AddDays(1)))
		if err != nil || same.Effective != limits.Appeal.Effective || !later.Effective.After(same.Effective) {
			t.Fatalf("sent %s, pivot %s: %s, %s, %s", sent, pivot, limits.Appeal.Effective, same.Effective, later.Effective)
		}
	})
}

func TestOverturns(t *testing.T) {
	const received, on = "2026-09-07", "2027-03-18" // original 16 weeks 28 Dec 2026, 20 weeks 25 Jan 2027
	for name, tc := range map[string]struct {
		how     Overturn
		matter  Matter
		work    map[Stage]string
		lawyers []Stage
	}{
		"agreement to assess": {ByMediation, AssessmentRefused, map[Stage]string{SayAssessment: "2027-04-01", NoPlanStage: "2027-05-27", FinalStage: "2027-06-24"}, nil},
		"order to assess":     {ByOrder, AssessmentRefused, map[Stage]string{SayAssessment: "2027-04-01", NoPlanStage: "2027-05-27", FinalStage: "2027-06-24"}, nil},
		"sealed consent":      {ByConsentOrder, PlanRefused, map[Stage]string{DraftStage: "2027-04-22", FinalStage: "2027-06-03"}, nil},
		"reg 45":              {ByReg45, AssessmentRefused, map[Stage]string{SayAssessment: "2027-04-01", NoPlanStage: "2027-05-27", FinalStage: "2027-06-24"}, nil},
		"reg 45, plan":        {ByReg45, PlanRefused, map[Stage]string{DraftStage: "2027-04-22", FinalStage: "2027-06-03"}, nil},
		"reg 45, contents":    {ByReg45, PlanContents, map[Stage]string{AmendedStage: "2027-04-22"}, nil},
		"reg 45, school":      {ByReg45, PlanSchool, map[Stage]string{AmendedStage: "2027-04-01"}, nil},
		"order, school":       {ByOrder, PlanSchool, map[Stage]string{AmendedStage: "2027-04-01"}, nil},
		"agreement, other":    {ByMediation, NotForTribunal, map[Stage]string{AgreedStage: "2027-04-01"}, nil},
		"other concession":    {ByConcession, AssessmentRefused, map[Stage]string{SayAssessment: "2027-04-01", NoPlanStage: "2026-12-28", FinalStage: "2027-01-25"}, []Stage{SayAssessment, NoPlanStage, FinalStage}},
		"other, contents":     {ByConcession, PlanContents, map[Stage]string{AmendedStage: "2027-04-22"}, []Stage{AmendedStage}},
		"informal":            {Informally, AssessmentRefused, map[Stage]string{NoPlanStage: "2026-12-28", FinalStage: "2027-01-25"}, nil},
		"informal, plan":      {Informally, PlanRefused, map[Stage]string{FinalStage: "2027-01-25"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			clocks, err := latest(t).AfterOverturn(Overturned{How: tc.how, Matter: tc.matter, On: day(t, on), Received: day(t, received)})
			if err != nil || len(clocks) != len(tc.work) {
				t.Fatalf("%+v, %v", clocks, err)
			}
			var marked []Stage
			for _, c := range clocks {
				if c.WorkTo.Due.String() != tc.work[c.Stage] {
					t.Errorf("%s: work to %s, want %s", c.Stage, c.WorkTo.Due, tc.work[c.Stage])
				}
				if c.ForLawyers != "" {
					marked = append(marked, c.Stage)
				}
				for _, r := range c.Readings {
					if r.Dates.Due.Before(c.WorkTo.Due) {
						t.Errorf("%s: %s is earlier than what is worked to", c.Stage, r.Name)
					}
				}
			}
			if len(marked) != len(tc.lawyers) {
				t.Errorf("marked for lawyers: %q, want %q", marked, tc.lawyers)
			}
		})
	}
}

func TestTheEarlierReadingIsWorkedToWhicheverItIs(t *testing.T) {
	// A concession within weeks of the request: the fourteen weeks of reg 45 end before the original twenty.
	clocks, err := latest(t).AfterOverturn(Overturned{How: ByConcession, Matter: AssessmentRefused, On: day(t, "2026-10-05"), Received: day(t, "2026-09-07")})
	if err != nil {
		t.Fatal(err)
	}
	final := clocks[2]
	if len(final.Readings) != 2 || final.WorkTo.Rule != "T29.final" || final.WorkTo.Due.String() != "2027-01-11" {
		t.Errorf("%+v", final)
	}
}

func TestOverturnRefuses(t *testing.T) {
	on, received := day(t, "2027-03-18"), day(t, "2026-09-07")
	for name, o := range map[string]Overturned{
		"no day":               {How: ByOrder, Matter: AssessmentRefused},
		"unknown way":          {How: "by post", Matter: AssessmentRefused, On: on},
		"unknown matter":       {How: ByOrder, Matter: "transport", On: on},
		"not for the Tribunal": {How: ByOrder, Matter: NotForTribunal, On: on},
		"not conceded":         {How: ByReg45, Matter: NotForTribunal, On: on},
		"no day of request":    {How: Informally, Matter: AssessmentRefused, On: on},
	} {
		if got, err := latest(t).AfterOverturn(o); err == nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if _, err := latest(t).AfterOverturn(Overturned{How: Informally, Matter: PlanContents, On: on, Received: received}); !errors.Is(err, ErrNoNumber) {
		t.Errorf("an informal change of contents has no limit: %v", err)
	}
}
