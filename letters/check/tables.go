package check

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// The largest table that is looked at: spans in a damaged file could ask for any number of cells.
const (
	widestTable = 200
	longestSpan = 2000
)

// attribute gives an attribute of an element by its owner, from one attribute object or a list of them.
func (in *inspection) attribute(e *element, owner, key string) types.Object {
	for _, o := range in.items(e.dict["A"]) {
		if d := in.dict(o); in.name(d["O"]) == owner && d[key] != nil {
			return d[key]
		}
	}
	return nil
}

// checkTables looks at every table: as many columns in each row, headings that head something.
func (in *inspection) checkTables() {
	for _, e := range in.tree.elements {
		if e.kind == "Table" {
			in.checkTable(e)
		}
	}
}

func rowsOf(table *element) (rows []*element) {
	for _, kid := range table.kids {
		if kid.kind == "TR" {
			rows = append(rows, kid)
			continue
		}
		for _, row := range kid.kids {
			if row.kind == "TR" {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// grid is a table being filled, row by row.
type grid struct {
	taken map[[2]int]bool
	width int // of the first row
}

func (in *inspection) checkTable(table *element) {
	g := grid{taken: map[[2]int]bool{}}
	rows := rowsOf(table)
	scoped := in.checkHeadingCells(table, rows)
	for r, row := range rows {
		width := in.fill(&g, rows, r)
		if r == 0 {
			g.width = width
		}
		if width != g.width {
			in.fail("table-regular", place{row.page, row.object}, "row %d of a table has %d columns, the first has %d", r+1, width, g.width)
		}
	}
	if !scoped && len(rows) > 0 {
		in.fail("15-003", place{table.page, table.object}, "the table has no cell that heads others")
	}
}

// fill puts the cells of a row into the grid, and gives the row’s width.
func (in *inspection) fill(g *grid, rows []*element, r int) int {
	column := 0
	for _, cell := range rows[r].kids {
		for g.taken[[2]int{r, column}] {
			column++
		}
		across, down := in.span(cell, "ColSpan", widestTable), in.span(cell, "RowSpan", longestSpan)
		if r+down > len(rows) {
			in.fail("table-regular", place{cell.page, cell.object}, "a cell spans %d rows, and the table ends before", down)
			down = len(rows) - r
		}
		for i := range across {
			for j := range down {
				if g.taken[[2]int{r + j, column + i}] {
					in.fail("table-regular", place{cell.page, cell.object}, "two cells of a table overlap")
				}
				g.taken[[2]int{r + j, column + i}] = true
			}
		}
		if column += across; column > widestTable {
			break
		}
	}
	for g.taken[[2]int{r, column}] {
		column++
	}
	return column
}

func (in *inspection) span(cell *element, key string, most int) int {
	o := in.attribute(cell, "Table", key)
	if o == nil {
		return 1
	}
	n, ok := in.integer(o)
	if !ok || n < 1 || n > most {
		in.fail("table-regular", place{cell.page, cell.object}, "a cell has a /%s that is no number of cells", key)
		return 1
	}
	return n
}

// checkHeadingCells wants a scope for each heading cell, unless the cells name their headings themselves. It reports
// whether anything heads anything.
func (in *inspection) checkHeadingCells(table *element, rows []*element) bool {
	named, headings := map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		for _, cell := range row.kids {
			for _, h := range in.items(in.attribute(cell, "Table", "Headers")) {
				named[string(in.raw(h))] = true
			}
			if cell.kind == "TH" {
				headings[string(in.raw(cell.dict["ID"]))] = true
			}
		}
	}
	for id := range named {
		if !headings[id] {
			in.fail("table-headers", place{table.page, table.object}, "a cell names the heading %q, which the table does not have", id)
		}
	}
	heads := false
	for _, row := range rows {
		for _, cell := range row.kids {
			if cell.kind != "TH" {
				continue
			}
			scope := in.name(in.attribute(cell, "Table", "Scope"))
			good := scope == "Row" || scope == "Column" || scope == "Both" || named[string(in.raw(cell.dict["ID"]))]
			if heads = heads || good; !good {
				in.fail("15-003", place{cell.page, cell.object}, "a heading cell has no /Scope")
			}
		}
	}
	return heads
}
