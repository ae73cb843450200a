package legible

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"
)

// What is read of a table at most.
const (
	mostRows    = 5000 // of a sheet
	mostColumns = 60
)

// workbook reads the sheets that are not hidden, as their cells are shown.
func (w *writer) workbook(content []byte) {
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: allLimit, UnzipXMLSizeLimit: allLimit})
	if err != nil {
		return
	}
	defer book.Close()
	for _, name := range book.GetSheetList() {
		if seen, err := book.GetSheetVisible(name); err != nil || !seen {
			continue
		}
		w.sheet(book, name)
	}
}

func (w *writer) sheet(book *excelize.File, name string) {
	rows, err := book.Rows(name)
	if err != nil { // a sheet of charts has none
		return
	}
	defer rows.Close()
	w.put("\n" + name + "\n")
	for n := 0; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil || n == mostRows || w.full {
			w.less = true
			return
		}
		if len(cells) > mostColumns {
			cells, w.less = cells[:mostColumns], true
		}
		w.cellsOf(cells)
	}
}

// cellsOf puts a row of a table on a line, without the empty cells at its end.
func (w *writer) cellsOf(cells []string) {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) > 0 {
		w.put(strings.Join(cells, " | ") + "\n")
	}
}
