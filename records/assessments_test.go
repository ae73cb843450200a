package records

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// assessing are the events with which the council decides to assess and the family is told.
func assessing() []casework.Event {
	at := func(seq int, b casework.Body) casework.Event {
		return casework.Event{Seq: seq, FellOn: received().AddDays(20), RecordedAt: received().AddDays(20).At(10, 0).UTC(), By: casework.Engine(), Body: b}
	}
	return []casework.Event{
		at(2, casework.Decided{Decision: casework.Decision{Outcome: casework.Assess}, DecidedBy: "Helen Shaw"}),
		at(3, casework.NoticeGiven{Rule: casework.RuleDecide, On: received().AddDays(20), Due: received().AddDays(42)}),
	}
}

// assessmentsListed: a row stands while the outcome of an assessment is owed, follows what happens, and goes with it.
func assessmentsListed(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	other := receive(t, r, "b", func(o *casework.Opened) { o.Officer = "officer-2" })
	list := func(officer casework.PersonID, sendBy statute.Day) []AssessmentRow {
		t.Helper()
		rows, err := r.Assessments(ctx, officer, sendBy, 0)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	if rows := list("", statute.Day{}); len(rows) != 0 {
		t.Fatalf("nobody has decided to assess, and %v are listed", rows)
	}
	record(t, r, ref, assessing()...)
	record(t, r, other, assessing()...)
	rows := list("", statute.Day{})
	if len(rows) != 2 || rows[0].Ref != ref || rows[0].Clock != "running" || rows[0].Due != received().AddDays(140) || rows[0].NoPlan != received().AddDays(112) {
		t.Fatalf("listed are %+v", rows)
	}
	if rows := list("officer-2", statute.Day{}); len(rows) != 1 || rows[0].Ref != other {
		t.Errorf("of the second officer: %+v", rows)
	}
	if rows := list("", rows[0].SendBy.AddDays(-1)); len(rows) != 0 {
		t.Errorf("to be sent a day before: %+v", rows)
	}
	c, err := r.Events(ctx, ref)
	if err != nil {
		t.Fatal(err)
	}
	folded, err := casework.Fold(c)
	if err != nil {
		t.Fatal(err)
	}
	on := received().AddDays(100)
	officer := casework.Actor{Person: "officer-1", Name: "Odette Marsh", Roles: []casework.Role{casework.CaseworkOfficer}}
	for i, act := range []casework.Act{casework.ServeDraft{On: on, By: statute.FirstClass}, casework.EndAssessment{How: casework.FinalPlan, On: on.AddDays(30)}} {
		at := on.AddDays(30*i).At(12, 0)
		events, err := folded.Do(casework.Command{Key: string(act.Kind()), By: officer, Act: act}, at)
		if err != nil {
			t.Fatal(err)
		}
		record(t, r, ref, events...)
		if folded, err = folded.Apply(events...); err != nil {
			t.Fatal(err)
		}
		rows := slices.DeleteFunc(list("", statute.Day{}), func(a AssessmentRow) bool { return a.Ref != ref })
		if i == 0 && (len(rows) != 1 || !rows[0].NoPlan.IsZero()) || i == 1 && len(rows) != 0 {
			t.Errorf("after %s listed is %+v", act.Kind(), rows)
		}
	}
	report, err := r.Verify(ctx)
	if err != nil || len(report.Faults) != 0 {
		t.Fatalf("verified with %v, %v", report.Faults, err)
	}
	if _, err := r.db.ExecContext(ctx, `UPDATE assessments SET due = '2030-01-01'`); err != nil {
		t.Fatal(err)
	}
	report, err = r.Verify(ctx)
	if err != nil || len(report.Faults) != 1 || !strings.Contains(report.Faults[0].String(), "due") {
		t.Errorf("a changed row is told as %v, %v", report.Faults, err)
	}
}
