package records

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// AssessmentRow is a case in which the council still owes the family what an assessment came to.
type AssessmentRow struct {
	Ref     casework.Ref
	Officer casework.PersonID
	Clock   string      // the state of the clock on the plan: see [casework.Case.PlanClock]
	Due     statute.Day // the last day for the final plan
	SendBy  statute.Day // the last day on which it can be posted in time
	NoPlan  statute.Day // the last day for saying that there will be none; no day once the family has a draft
	Child   string      // the name in full
}

// columnsOfAssessment are the columns of the table of assessments, in the order of assessmentOf.
func columnsOfAssessment() []string {
	return []string{"ref", "officer", "clock", "due", "send_by", "no_plan", "child"}
}

// assessmentOf is the row of a case's assessment, made of its events alone; none while none is under way.
func assessmentOf(c casework.Case) []any {
	plan, owed := c.OutcomeBy(casework.FinalPlan)
	if !owed {
		return nil
	}
	noPlan, _ := c.OutcomeBy(casework.NoPlan)
	return []any{string(c.Ref), string(c.Officer), c.PlanClock(), plan.Due.String(), plan.LastToSend().String(), noPlan.Due.String(), storable(c.Opened.Child.FullName())}
}

// putAssessment stores, or takes away, the row of a case's assessment. Before the family has been told of one there is none.
func (t tx) putAssessment(ctx context.Context, c casework.Case) error {
	if c.NoticeGiven == nil && c.Undone == nil {
		return nil
	}
	err := t.exec(ctx, `DELETE FROM assessments WHERE ref = ?`, string(c.Ref))
	if row := assessmentOf(c); err == nil && row != nil {
		err = t.exec(ctx, `INSERT INTO assessments (`+strings.Join(columnsOfAssessment(), ", ")+`) VALUES (?, ?, ?, ?, ?, ?, ?)`, row...)
	}
	if err != nil {
		return fmt.Errorf("store the assessment of %s: %w", c.Ref, err)
	}
	return nil
}

// Assessments lists what the council still owes after decisions to assess, the plan that has to be sent first at the top: of
// one officer, or of all where it is empty; up to the last day for sending, or all where there is none; at most so many, or
// all where it is 0.
func (r *Register) Assessments(ctx context.Context, officer casework.PersonID, sendBy statute.Day, limit int) ([]AssessmentRow, error) {
	query, args := `SELECT `+strings.Join(columnsOfAssessment(), ", ")+` FROM assessments WHERE 1 = 1`, []any{}
	if officer != "" {
		query, args = query+` AND officer = ?`, append(args, string(officer))
	}
	if !sendBy.IsZero() {
		query, args = query+` AND send_by <= ?`, append(args, sendBy.String())
	}
	query += ` ORDER BY send_by, ref`
	if limit > 0 {
		query, args = query+` LIMIT ?`, append(args, limit)
	}
	var list []AssessmentRow
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			var a AssessmentRow
			err := rows.Scan(&a.Ref, &a.Officer, &a.Clock, day{&a.Due}, day{&a.SendBy}, dayOrNone{&a.NoPlan}, &a.Child)
			list = append(list, a)
			return err
		}, query, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("list assessments: %w", err)
	}
	return list, nil
}
