package check

import "strings"

// The table of the good file, and its rows.
const (
	theTable = "/S /Table /P 21 0 R /K [32 0 R 33 0 R 34 0 R]"
	rowOne   = "/S /TR /P 31 0 R /K [35 0 R 36 0 R]"
	rowTwo   = "/S /TR /P 31 0 R /K [37 0 R 38 0 R]"
)

// tableOf is the table with other kids.
func tableOf(kids string) string { return "/S /Table /P 21 0 R /K [" + kids + "]" }

// part is an element put into the file, as object 61 or 62, and its kids.
func part(number, kind, kids string) []string {
	return added(number + " 0 obj\n<</Type /StructElem /S /" + kind + " /P 31 0 R /K [" + kids + "]>>")
}

// in moves a row into an element that was put into the file.
func in(row, number string) []string {
	return []string{row, strings.Replace(row, "/P 31 0 R", "/P "+number+" 0 R", 1)}
}

func all(pairs ...[]string) (one []string) {
	for _, p := range pairs {
		one = append(one, p...)
	}
	return one
}

var mutantsOfTables = []mutant{
	{"an element that names no parent", "tree-link", "/S /H2 /P 21 0 R", "/S /H2", nil},
	{"rows without a table", "09-004", "/S /Table", "/S /Div", nil},
	{"a paragraph in a table", "09-004", rowOne, strings.Replace(rowOne, "/TR", "/P", 1), nil},
	{"a table’s head in a list", "09-004", "/S /LBody /P 41 0 R", "/S /THead /P 41 0 R", nil},
	{"a table’s body in a list", "09-004", "/S /LBody /P 41 0 R", "/S /TBody /P 41 0 R", nil},
	{"a table’s foot in a list", "09-004", "/S /LBody /P 41 0 R", "/S /TFoot /P 41 0 R", nil},
	{"a heading cell in a list", "09-004", "/S /LBody /P 41 0 R", "/S /TH /P 41 0 R", nil},
	{"a table with two heads", "09-004", theTable, tableOf("61 0 R 62 0 R 63 0 R"),
		all(part("61", "THead", "32 0 R"), part("62", "THead", "33 0 R"), part("63", "TBody", "34 0 R"), in(rowOne, "61"), in(rowTwo, "62"), []string{"/S /TR /P 31 0 R /K [39 0 R]", "/S /TR /P 63 0 R /K [39 0 R]"})},
	{"a table with two feet", "09-004", theTable, tableOf("61 0 R 62 0 R 63 0 R"),
		all(part("61", "TFoot", "32 0 R"), part("62", "TFoot", "33 0 R"), part("63", "TBody", "34 0 R"), in(rowOne, "61"), in(rowTwo, "62"), []string{"/S /TR /P 31 0 R /K [39 0 R]", "/S /TR /P 63 0 R /K [39 0 R]"})},
	{"a table with a head and no body", "09-004", theTable, tableOf("61 0 R 33 0 R 34 0 R"), all(part("61", "THead", "32 0 R"), in(rowOne, "61"))},
	{"a table with a foot and no body", "09-004", theTable, tableOf("61 0 R 33 0 R 34 0 R"), all(part("61", "TFoot", "32 0 R"), in(rowOne, "61"))},
	{"a paragraph in a table’s head", "09-004", theTable, tableOf("61 0 R 33 0 R 34 0 R"), all(part("61", "THead", "32 0 R"), []string{rowOne, "/S /P /P 61 0 R /K [35 0 R 36 0 R]"})},
	{"a paragraph in a table’s body", "09-004", theTable, tableOf("61 0 R 33 0 R 34 0 R"), all(part("61", "TBody", "32 0 R"), []string{rowOne, "/S /P /P 61 0 R /K [35 0 R 36 0 R]"})},
	{"a paragraph in a table’s foot", "09-004", theTable, tableOf("61 0 R 33 0 R 34 0 R"), all(part("61", "TFoot", "32 0 R"), []string{rowOne, "/S /P /P 61 0 R /K [35 0 R 36 0 R]"})},
	{"a caption in the middle of a table", "09-004", theTable, tableOf("32 0 R 61 0 R 33 0 R 34 0 R"), part("61", "Caption", "")},
	{"a table with two captions", "09-004", theTable, tableOf("61 0 R 32 0 R 33 0 R 34 0 R 62 0 R"), all(part("61", "Caption", ""), part("62", "Caption", ""))},
	{"a caption at the end of a list", "09-004", "/K [41 0 R]>>", "/K [41 0 R 61 0 R]>>", []string{"70 0 obj\n", "61 0 obj\n<</Type /StructElem /S /Caption /P 40 0 R>>\nendobj\n70 0 obj\n"}},
	{"a caption at the end of contents", "09-004", "/S /L /P 21 0 R", "/S /TOC /P 21 0 R",
		[]string{"/S /LI /P 40 0 R", "/S /TOCI /P 40 0 R", "/K [41 0 R]>>", "/K [41 0 R 61 0 R]>>", "70 0 obj\n", "61 0 obj\n<</Type /StructElem /S /Caption /P 40 0 R>>\nendobj\n70 0 obj\n"}},
	{"cells that overlap", "table-regular", "/RowSpan 2 /Headers", "/Headers",
		[]string{"/S /TD /P 33 0 R /Pg 4 0 R /K [4]", "/S /TD /P 33 0 R /Pg 4 0 R /A <</O /Table /RowSpan 2>> /K [4]", "/S /TD /P 34 0 R", "/S /TD /P 34 0 R /A <</O /Table /ColSpan 2>>"}},
	{"an item without a list", "09-004", "/S /L /P 21 0 R", "/S /Div /P 21 0 R", nil},
	{"a paragraph in a list", "09-004", "/S /LI /P 40 0 R", "/S /P /P 40 0 R", nil},
	{"a paragraph in an item", "09-004", "/S /LBody /P 41 0 R", "/S /P /P 41 0 R", nil},
	{"an entry without contents", "09-004", "/S /LBody /P 41 0 R", "/S /TOCI /P 41 0 R", nil},
	{"a paragraph in contents", "09-004", "/S /L /P 21 0 R", "/S /TOC /P 21 0 R", []string{"/S /LI /P 40 0 R", "/S /P /P 40 0 R"}},
	{"two H in one element", "14-007", "/S /H1", "/S /H", []string{"/S /H2", "/S /H"}},
	{"a formula without text", "13-004", "/S /Figure", "/S /Formula", []string{"/Alt (Northmere Council)", ""}},
}
