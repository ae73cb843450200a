package look

import (
	"html/template"

	"sendpanel/portal/rail"
)

// Tag is a state in words; its tone only underlines them: template "tag".
type Tag struct{ Text, Tone string }

// The tones of tags and notices.
const (
	Plain = ""      // to be started, closed
	Info  = "info"  // under way
	Soon  = "soon"  // needs somebody soon
	Late  = "late"  // late, refused, broken
	Done  = "done"  // done, agreed, sent
	Quiet = "quiet" // cannot start yet
)

// SummaryList shows answers or facts, each with what can be done: template "summary-list".
type SummaryList struct {
	Rows  []SummaryRow
	Tight bool // in a side column: labels above
}

// SummaryRow is one row. Values of more than one line are paragraphs; an empty Value shows Missing.
type SummaryRow struct {
	Key, Value string
	Missing    string // “Not told yet”
	Link       *Link  // the value is this link instead
	Tag        *Tag
	Actions    []Link
}

// TaskList is what there is to do, in any order: template "task-list".
type TaskList struct{ Groups []TaskGroup }

// TaskGroup is tasks under a heading; the heading may be empty.
type TaskGroup struct {
	Heading string
	Tasks   []Task
}

// Task is one task. Without Href it cannot be started yet. ID must be its own on the page.
type Task struct {
	ID, Text, Href, Hint string
	Tag                  Tag
}

// Timeline is what has happened, newest first: template "timeline".
type Timeline struct{ Events []Event }

// Event is one thing that happened.
type Event struct {
	Text     string // ** makes strong
	When     string // as people write it: “14 December, 3:12pm”
	Datetime string // the same for machines: 2026-12-14
	Who      string
	Tone     string
	Link     *Link
	More     string // paragraphs under “Show more”
}

// Steps tells a family what happened, what is happening and what comes: template "steps".
type Steps struct{ Items []Step }

// Step is one step. State is "past", "now" or "" for what comes.
type Step struct {
	Title, Text, State string
	When               string
	Link               *Link
}

// Rail is a clock with its standing: template "rail" in full, "rail-thin" for lists.
type Rail struct {
	Clock   rail.Clock
	Wide    template.HTML // empty when only Upright can be drawn
	Upright template.HTML
	Thin    template.HTML
	Why     []string // the proof, a paragraph each, behind “Why these dates?”
}

// NewRail draws a clock; why proves its dates, a paragraph each.
func NewRail(c rail.Clock, why ...string) Rail {
	return Rail{Clock: c, Wide: c.Wide(), Upright: c.Upright(), Thin: c.Thin(), Why: why}
}

// Spans says the exceptions of the clock in words: the drawing marks them under its weeks.
func (r Rail) Spans() []string {
	var out []string
	for _, s := range r.Clock.Spans {
		out = append(out, r.Clock.SpanWords(s))
	}
	return out
}

// Standing is the tag that says how the clock stands; a limit within fourteen days is soon.
func (r Rail) Standing() Tag {
	t := Tag{Text: r.Clock.Standing(), Tone: Info}
	switch {
	case r.Clock.Late():
		t.Tone = Late
	case !r.Clock.Finish.IsZero():
		t.Tone = Done
	case r.Clock.Excepted || r.Clock.DaysLeft() <= 14:
		t.Tone = Soon
	}
	return t
}

// Table shows rows under headings; on a phone each row becomes a card: template "table". The first cell of a row is
// its heading.
type Table struct {
	Caption    string
	HideTitle  bool // the caption is said by the heading before it
	Columns    []Column
	Rows       []Row
	Empty      Empty // shown when there are no rows
	Pagination Pagination
}

// Column is one column; Sort is the address that sorts by it, Sorted is "ascending", "descending" or empty.
type Column struct {
	Title   string
	Numbers bool
	Wide    bool // takes the room that the others leave: sentences
	Sort    string
	Sorted  string
}

// Row is one row, a cell for each column.
type Row struct{ Cells []Cell }

// Cell is one cell: the first of Link, Tag, Rail and Text that is set; Note stands under it. A note
// that is OffPaper, as a child’s name in a list, is left out in print.
type Cell struct {
	Text, Note string
	OffPaper   bool
	Link       *Link
	Tag        *Tag
	Rail       *Rail
	Number     bool
	Label      string // the column’s title; filled in by NewTable
}

// NewTable makes a table; each row needs a cell for each column.
func NewTable(caption string, columns []Column, rows []Row) Table {
	for _, row := range rows {
		for i := range row.Cells {
			row.Cells[i].Label, row.Cells[i].Number = columns[i].Title, columns[i].Numbers
		}
	}
	return Table{Caption: caption, Columns: columns, Rows: rows}
}

// Empty says that there is nothing, why, and what to do: template "empty".
type Empty struct {
	Title, Text string
	Action      *Link
}
