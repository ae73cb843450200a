package records

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// CaseRow is a case as it stands in a list.
type CaseRow struct {
	Ref      casework.Ref
	Stage    casework.Stage
	Clock    string      // the state of the six-week clock in one word: see [casework.Case.Clock]
	Received statute.Day // the day on which the clock started
	Due      statute.Day // the last day for the family to have the decision
	SendBy   statute.Day // the last day on which it can be posted in time
	Officer  casework.PersonID
	Setting  casework.SettingID
	Child    string          // the name in full
	Next     casework.Moment // the next day on which a clock has something to say; the zero Moment for none
	Open     bool            // something can still follow
	Panel    string          // the panel on whose agenda it is or was, empty for none
	ListedOn statute.Day     // the day of that panel's meeting
	Urgent   bool            // something makes it more pressing than its dates, until the family has been told
	Tasks    int             // how many tasks are open in it
}

// columnsOfCase are the columns of the table of cases, in the order of rowOf.
func columnsOfCase() []string {
	return []string{"ref", "stage", "clock", "received", "due", "send_by", "officer", "setting",
		"child", "name_folded", "born", "upn", "next_on", "next_why", "is_open", "urgent", "tasks", "panel", "listed_on", "meeting"}
}

// rowOf is the row of a case: nothing in it comes from anywhere but the events.
func rowOf(c casework.Case) []any {
	next, _ := c.Next()
	child := c.Opened.Child
	row := []any{
		string(c.Ref), string(c.Stage), c.Clock(), c.Opened.Received.String(), c.Opened.Decide.Due.String(),
		c.Opened.Decide.SendBy.String(), string(c.Officer), string(c.Opened.Setting),
		child.FullName(), folded(child), child.DateOfBirth.String(), strings.ToUpper(child.UPN),
		next.On.String(), next.Why, number(!c.Closed()), number(len(c.Urgent) > 0 && c.Waits()), openTasks(c), "", "", "",
	}
	if on := c.Listed; on != nil {
		copy(row[len(row)-3:], []any{on.Panel, on.On.String(), string(on.Meeting)})
	}
	for i, v := range row {
		if s, ok := v.(string); ok {
			row[i] = storable(s)
		}
	}
	return row
}

// openTasks is how many tasks of the case nobody has finished.
func openTasks(c casework.Case) (n int) {
	for _, t := range c.Tasks {
		if !t.Done {
			n++
		}
	}
	return n
}

// putCase stores the row of a case in place of the one before.
func (t tx) putCase(ctx context.Context, c casework.Case) error {
	columns := columnsOfCase()
	sets := make([]string, len(columns)-1)
	for i, name := range columns[1:] {
		sets[i] = name + " = excluded." + name
	}
	query := `INSERT INTO cases (` + strings.Join(columns, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(columns)-1) + `)
		ON CONFLICT (ref) DO UPDATE SET ` + strings.Join(sets, ", ")
	if err := t.exec(ctx, query, rowOf(c)...); err != nil {
		return fmt.Errorf("store the row of %s: %w", c.Ref, err)
	}
	return t.putAssessment(ctx, c)
}

// shown are the columns that [scanCase] reads.
const shown = `ref, stage, clock, received, due, send_by, officer, setting, child, next_on, next_why, is_open, panel, listed_on, urgent, tasks`

func scanCase(rows *sql.Rows) (CaseRow, error) {
	var c CaseRow
	var open, urgent int
	err := rows.Scan(&c.Ref, &c.Stage, &c.Clock, day{&c.Received}, day{&c.Due}, day{&c.SendBy},
		&c.Officer, &c.Setting, &c.Child, day{&c.Next.On}, &c.Next.Why, &open, &c.Panel, dayOrNone{&c.ListedOn}, &urgent, &c.Tasks)
	c.Open, c.Urgent = open == 1, urgent == 1
	return c, err
}

// day reads a civil day from a column of text.
type day struct{ *statute.Day }

// Scan takes what the database gives.
func (d day) Scan(from any) error {
	text, ok := from.(string)
	if !ok {
		return fmt.Errorf("read a day: the column holds %T", from)
	}
	return d.UnmarshalText([]byte(text))
}

// folded is a name with everything taken away that two people may write differently: case, accents, hyphens, spaces.
func folded(who casework.Identity) string {
	return casework.FoldedName(who.Surname) + " " + casework.FoldedName(who.Forenames)
}

// dayOrNone reads a civil day from a column of text that may be empty.
type dayOrNone struct{ *statute.Day }

// Scan takes what the database gives.
func (d dayOrNone) Scan(from any) error {
	if from == "" {
		*d.Day = statute.Day{}
		return nil
	}
	return day(d).Scan(from)
}
