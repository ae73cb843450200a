package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"sendpanel/portal/draft"
)

// The sheets that every workbook has.
const (
	guidance = "Guidance"
	request  = "Request"
	choices  = "Choices"
	pathHead = "Path" // over the hidden column by which answers are placed
)

// rowsReady is how many rows of a list have their drop-down lists made ready.
const rowsReady = 60

// Say gives the words of a key of the word list, filled in from pairs of name and value.
type Say func(key string, pairs ...any) string

// title is the name of a list's sheet.
func (w *writer) title(list string) string {
	return w.say("sheet-title-" + strings.NewReplacer(".#.", "-", ".", "-").Replace(list))
}

// Template is the workbook, empty, as XLSX, in the words of the word list. The error is of the questions or of writing.
func Template(f draft.Form, school string, say Say) ([]byte, error) {
	w := writer{file: excelize.NewFile(), form: f, say: say, at: map[string]string{}}
	defer w.file.Close()
	w.styles()
	w.try(w.file.SetSheetName("Sheet1", guidance))
	w.guidance(school)
	w.sheet(choices)
	w.choices()
	w.once()
	for _, s := range f.Sections {
		w.lists(s, "")
	}
	w.lists(f.Cycle, "cycles.#.")
	w.table("evidence", f.Document.Parts[0].Questions, f.Document.Parts[1].Questions)
	w.try(w.file.SetSheetVisible(choices, false))
	if w.err != nil {
		return nil, fmt.Errorf("make the spreadsheet: %w", w.err)
	}
	var b bytes.Buffer
	if _, err := w.file.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write the spreadsheet: %w", err)
	}
	return b.Bytes(), nil
}

// writer writes a workbook and keeps the first error.
type writer struct {
	file              *excelize.File
	form              draft.Form
	say               Say
	head, plain, lead int               // styles
	at                map[string]string // where the words of a set of choices stand
	err               error
}

func (w *writer) try(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) styles() {
	var err error
	w.head, err = w.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E4EBF5"}}})
	w.try(err)
	w.plain, err = w.file.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	w.try(err)
	w.lead, err = w.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	w.try(err)
}

func (w *writer) sheet(name string) {
	_, err := w.file.NewSheet(name)
	w.try(err)
}

func (w *writer) set(sheet string, column, row int, text string, style int) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	w.try(err)
	w.try(w.file.SetCellStr(sheet, cell, text))
	if style != 0 {
		w.try(w.file.SetCellStyle(sheet, cell, cell, style))
	}
}

func (w *writer) guidance(school string) {
	lines := []string{
		w.say("sheet-guide-title"), school, w.say("sheet-guide-begin"), w.say("sheet-guide-then"), w.say("sheet-guide-dates"),
		w.say("sheet-guide-values"), w.say("sheet-guide-cycles"), w.say("sheet-guide-move"),
	}
	for i, line := range lines {
		style := w.plain
		if i == 0 {
			style = w.lead
		}
		w.set(guidance, 1, i+1, line, style)
	}
	w.try(w.file.SetColWidth(guidance, "A", "A", 100))
}

// choices writes the words of all choices, a column for each set.
func (w *writer) choices() {
	names := make([]string, 0, len(w.form.Choices))
	for name := range w.form.Choices {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		for j, c := range w.form.Choices[name] {
			w.set(choices, i+1, j+1, c.Words(), 0)
		}
		column, err := excelize.ColumnNumberToName(i + 1)
		w.try(err)
		w.at[name] = fmt.Sprintf("%s!$%s$1:$%s$%d", choices, column, column, len(w.form.Choices[name]))
	}
}

// offer makes cells a drop-down list. Another value can be typed all the same: it is kept, and said to be to mend.
func (w *writer) offer(sheet, cells string, q draft.Question) {
	if q.Of == "" || q.Kind == "several" {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	v.SetSqrefDropList(w.at[q.Of])
	v.SetError(excelize.DataValidationErrorStyleWarning, w.say("sheet-not-a-choice"), w.say("sheet-choose-one"))
	w.try(w.file.AddDataValidation(sheet, v))
}

// once writes the questions that are asked once.
func (w *writer) once() {
	w.sheet(request)
	for i, head := range []string{w.say("sheet-question"), w.say("sheet-answer"), w.say("sheet-how"), pathHead} {
		w.set(request, i+1, 1, head, w.head)
	}
	row := 1
	for _, s := range w.form.Sections {
		begun := false
		for _, p := range s.Parts {
			if p.List != "" {
				continue
			}
			for _, q := range p.Questions {
				if !begun {
					row++
					w.set(request, 1, row, s.Title, w.lead)
					begun = true
				}
				row++
				w.set(request, 1, row, q.Ask, w.plain)
				w.set(request, 2, row, "", w.plain)
				w.set(request, 3, row, w.how(q), w.plain)
				w.set(request, 4, row, q.Path, 0)
				w.offer(request, fmt.Sprintf("B%d", row), q)
			}
		}
	}
	w.try(w.file.SetColWidth(request, "A", "A", 46))
	w.try(w.file.SetColWidth(request, "B", "B", 60))
	w.try(w.file.SetColWidth(request, "C", "C", 44))
	w.try(w.file.SetColVisible(request, "D", false))
	w.try(w.file.SetPanes(request, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// lists writes the lists of a section; of a cycle, its own questions are a list too.
func (w *writer) lists(s draft.Section, at string) {
	var own []draft.Question
	for _, p := range s.Parts {
		if p.List == "" {
			own = append(own, p.Questions...)
		}
	}
	if at != "" {
		w.table(strings.TrimSuffix(at, ".#."), own, nil)
	}
	for _, p := range s.Parts {
		if p.List != "" {
			w.table(at+p.List, p.Questions, p.Rest)
		}
	}
}

// table writes a sheet with a row for each entry of a list.
func (w *writer) table(list string, questions, rest []draft.Question) {
	name := w.title(list)
	w.sheet(name)
	column := 1
	if strings.HasPrefix(list, "cycles") {
		w.set(name, 1, 1, w.say("sheet-cycle"), w.head)
		w.set(name, 1, 2, "#", 0)
		column = 2
	}
	for _, q := range slices.Concat(questions, rest) {
		text := q.Ask
		if hint := w.how(q); hint != "" {
			text += "\n" + hint
		}
		w.set(name, column, 1, text, w.head)
		w.set(name, column, 2, list+".#."+q.Path, 0)
		letter, err := excelize.ColumnNumberToName(column)
		w.try(err)
		w.try(w.file.SetColWidth(name, letter, letter, 26))
		w.try(w.file.SetColStyle(name, letter, w.plain))
		w.try(w.file.SetCellStyle(name, letter+"1", letter+"1", w.head))
		w.offer(name, fmt.Sprintf("%s3:%s%d", letter, letter, rowsReady+2), q)
		column++
	}
	w.try(w.file.SetRowVisible(name, 2, false))
	w.try(w.file.SetRowHeight(name, 1, 64))
	w.try(w.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}))
}

// how says how an answer is written.
func (w *writer) how(q draft.Question) string {
	switch {
	case q.Kind == "date":
		return w.say("sheet-how-date")
	case q.Kind == "several":
		return w.say("sheet-how-several")
	case q.Kind == "lines":
		return w.say("sheet-how-lines")
	case q.Of != "":
		return w.say("sheet-how-choice")
	}
	return q.Hint
}
