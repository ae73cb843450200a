// Package tables writes tables for spreadsheets, as CSV or as XLSX, row by row as they come.
//
// What people typed into a case may begin with a sign that a spreadsheet takes for a formula. Such a cell gets an
// apostrophe before it, so that it is read as the text it is.
package tables

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The forms in which a table is written, by the ending of its file.
const (
	CSV  = "csv"
	XLSX = "xlsx"
)

// Type is the media type of a form.
func Type(form string) string {
	if form == XLSX {
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "text/csv; charset=utf-8"
}

// Writer takes a table row by row. A number stays a number; everything else is text.
type Writer interface {
	Row(cells ...any) error
	Close() error // writes what is left; without it the table is not whole
}

// New begins a table with its headings. Name is that of the sheet.
func New(w io.Writer, form, name string, headings ...string) (Writer, error) {
	var t Writer
	switch form {
	case CSV:
		if _, err := io.WriteString(w, "\ufeff"); err != nil { // or Excel reads it in another encoding
			return nil, fmt.Errorf("begin the table: %w", err)
		}
		t = commas{csv.NewWriter(w)}
	case XLSX:
		book := excelize.NewFile()
		if err := book.SetSheetName("Sheet1", name); err != nil {
			return nil, fmt.Errorf("name the sheet: %w", err)
		}
		stream, err := book.NewStreamWriter(name)
		if err != nil {
			return nil, fmt.Errorf("begin the sheet: %w", err)
		}
		t = &workbook{to: w, book: book, stream: stream}
	default:
		return nil, fmt.Errorf("%q is no form of a table: csv or xlsx", form)
	}
	cells := make([]any, len(headings))
	for i, h := range headings {
		cells[i] = h
	}
	return t, t.Row(cells...)
}

// Safe is a text as a spreadsheet reads it as text: the signs that begin a formula, and the tab and the line break that
// are passed over before one, get an apostrophe before them.
func Safe(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) || strings.HasPrefix(text, "＝") || strings.HasPrefix(text, "＋") ||
		strings.HasPrefix(text, "－") || strings.HasPrefix(text, "＠") {
		return "'" + text
	}
	return text
}

type commas struct{ *csv.Writer }

func (c commas) Row(cells ...any) error {
	texts := make([]string, len(cells))
	for i, cell := range cells {
		texts[i] = fmt.Sprint(safe(cell))
	}
	return c.Write(texts)
}

func (c commas) Close() error {
	c.Flush()
	return c.Error()
}

type workbook struct {
	to     io.Writer
	book   *excelize.File
	stream *excelize.StreamWriter
	rows   int
}

func (b *workbook) Row(cells ...any) error {
	b.rows++
	at, err := excelize.CoordinatesToCellName(1, b.rows)
	if err != nil {
		return err
	}
	safed := make([]any, len(cells))
	for i, cell := range cells {
		safed[i] = safe(cell)
	}
	return b.stream.SetRow(at, safed)
}

func (b *workbook) Close() error {
	if err := b.stream.Flush(); err != nil {
		return err
	}
	if err := b.book.Write(b.to); err != nil {
		return err
	}
	return b.book.Close()
}

// safe leaves numbers as they are.
func safe(cell any) any {
	switch cell.(type) {
	case int, int64, float64:
		return cell
	}
	return Safe(fmt.Sprint(cell))
}
