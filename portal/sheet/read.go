package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"sendpanel/portal/draft"
)

// The bounds of a workbook that is read. A filled-in one stays far below.
const (
	mostParts    = 400      // files in it
	mostUnpacked = 40 << 20 // bytes, all parts
	mostRatio    = 200      // unpacked bytes for each packed one
	mostRows     = 1000     // of a sheet
	mostColumns  = 60
	mostText     = 20000 // characters of a cell
)

// The reasons for which a workbook is not read at all. Each is wrapped with what to do.
var (
	ErrNotWorkbook = errors.New("it is not an Excel workbook")
	ErrMacros      = errors.New("it holds macros")
	ErrTooLarge    = errors.New("it is larger than a request can be")
	ErrStrange     = errors.New("it is not the council’s spreadsheet")
)

// Fault is something in one cell that was not taken as it stands there.
type Fault struct {
	Sheet, Cell string
	What        string // what is wrong, and how to mend it
}

// Read reads a filled-in workbook into the values of a draft. What is wrong in a cell is a fault, and the rest is read.
func Read(f draft.Form, data []byte, say Say) (url.Values, []Fault, error) {
	if err := safe(data); err != nil {
		return nil, nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked, RawCellValue: true})
	if err != nil {
		return nil, nil, fmt.Errorf("%w: save it again as “Excel Workbook (.xlsx)” and send that", ErrNotWorkbook)
	}
	defer book.Close()
	r := reader{book: book, form: f, say: say, values: url.Values{}}
	for _, name := range book.GetSheetList() {
		r.sheet(name)
	}
	if !r.known {
		return nil, nil, fmt.Errorf("%w: take the spreadsheet from this page, fill it in and send it with its hidden columns", ErrStrange)
	}
	return r.values, r.faults, nil
}

// The first bytes of a packed file, and of the older kind, which a workbook with a password has too.
const (
	zipSign = "PK"
	oleSign = "\xD0\xCF\x11\xE0"
)

// Looks reports whether data begins as a workbook of some kind does, one that [Read] refuses included.
func Looks(data []byte) bool {
	return bytes.HasPrefix(data, []byte(zipSign)) || bytes.HasPrefix(data, []byte(oleSign))
}

// safe looks at the packed file before anything unpacks it.
func safe(data []byte) error {
	if bytes.HasPrefix(data, []byte(oleSign)) {
		return fmt.Errorf("%w that can be read: it is of the older kind (.xls) or has a password. Save it as “Excel Workbook (.xlsx)”, without a password, and send that", ErrNotWorkbook)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: save it as “Excel Workbook (.xlsx)” and send that", ErrNotWorkbook)
	}
	if len(z.File) > mostParts {
		return fmt.Errorf("%w: send the council’s spreadsheet and nothing else in it", ErrTooLarge)
	}
	var unpacked uint64
	for _, part := range z.File {
		name := strings.ToLower(part.Name)
		if strings.Contains(name, "vbaproject") || strings.Contains(name, "macrosheet") || strings.Contains(name, "activex") {
			return fmt.Errorf("%w: save it in Excel as “Excel Workbook (.xlsx)”, without macros, and send that", ErrMacros)
		}
		unpacked += part.UncompressedSize64
		if unpacked > mostUnpacked || part.UncompressedSize64 > 1<<20 && part.UncompressedSize64/max(1, part.CompressedSize64) > mostRatio {
			return fmt.Errorf("%w: send the council’s spreadsheet and nothing else in it; documents can be uploaded beside it", ErrTooLarge)
		}
	}
	return nil
}

type reader struct {
	book   *excelize.File
	form   draft.Form
	say    Say
	values url.Values
	faults []Fault
	known  bool // at least one sheet is of the council's
}

func (r *reader) add(sheet, cell, key string, pairs ...any) {
	if len(r.faults) < 200 {
		r.faults = append(r.faults, Fault{sheet, cell, r.say(key, pairs...)})
	}
}

// path is what a hidden cell holds: the place of an answer.
var path = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.(#|[a-z][a-z0-9_]*))*$`)

func (r *reader) sheet(name string) {
	rows, err := r.book.GetRows(name)
	if err != nil {
		r.add(name, "A1", "sheet-wrong-sheet")
		return
	}
	if len(rows) > mostRows {
		r.add(name, fmt.Sprintf("A%d", mostRows+1), "sheet-wrong-rows")
		rows = rows[:mostRows]
	}
	if len(rows) > 0 && cellAt(rows[0], 3) == pathHead {
		r.once(name, rows)
		return
	}
	if len(rows) > 1 {
		r.table(name, rows)
	}
}

func cellAt(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[i])
}

func (r *reader) once(name string, rows [][]string) {
	for i, row := range rows[1:] {
		field := cellAt(row, 3)
		if !path.MatchString(field) || strings.Contains(field, "#") {
			continue
		}
		if q, asked := r.form.Question(field); asked {
			r.known = true
			r.take(name, fmt.Sprintf("B%d", i+2), cellAt(row, 1), field, q)
		}
	}
}

// table reads a sheet with a row for each entry.
func (r *reader) table(name string, rows [][]string) {
	paths := rows[1]
	counts := map[string]int{} // entries taken, by the list they go into
	for i, row := range rows[2:] {
		cycle, into, begun := "", 0, false
		for column := range min(len(row), len(paths), mostColumns) {
			text, at := cellAt(row, column), strings.TrimSpace(paths[column])
			cell, err := excelize.CoordinatesToCellName(column+1, i+3)
			if err != nil || text == "" {
				continue
			}
			if at == "#" {
				cycle = text
				continue
			}
			if !path.MatchString(at) {
				continue
			}
			q, asked := r.form.Question(strings.ReplaceAll(at, "#", "0"))
			if !asked {
				continue
			}
			r.known = true
			if strings.HasPrefix(at, "cycles.#.") && !ofCycle(cycle) {
				r.add(name, cell, "sheet-wrong-cycle")
				cycle = "1"
			}
			list, rest, ok := place(at, cycle)
			if !ok {
				break
			}
			if !begun {
				into, begun = counts[list], true
				if strings.HasSuffix(list, "cycles") {
					into = number(cycle) - 1
				} else {
					counts[list]++
				}
			}
			if into >= draft.MostEntries {
				r.add(name, cell, "sheet-wrong-entries")
				return
			}
			r.take(name, cell, text, list+"."+strconv.Itoa(into)+"."+rest, q)
		}
	}
}

// ofCycle reports whether the first column of a row says which cycle it belongs to.
func ofCycle(text string) bool {
	n := number(text)
	return n >= 1 && n <= draft.MostEntries
}

// place splits a path into the list that the row goes into and what stands in an entry of it.
func place(at, cycle string) (list, rest string, ok bool) {
	if strings.HasPrefix(at, "cycles.#.") {
		n := number(cycle)
		if inner := strings.TrimPrefix(at, "cycles.#."); strings.Contains(inner, ".#.") {
			name, leaf, _ := strings.Cut(inner, ".#.")
			return fmt.Sprintf("cycles.%d.%s", n-1, name), leaf, true
		}
		return "cycles", strings.TrimPrefix(at, "cycles.#."), true
	}
	return cutLast(at)
}

func cutLast(at string) (list, rest string, ok bool) {
	i := strings.LastIndex(at, ".#.")
	if i < 0 {
		return "", "", false
	}
	return at[:i], at[i+3:], true
}

func number(text string) int {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || n != float64(int(n)) {
		return 0
	}
	return int(n)
}
