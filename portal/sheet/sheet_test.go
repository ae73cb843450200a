package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sendpanel/portal/draft"
	"sendpanel/portal/words/wordstest"
)

func questions(t testing.TB) draft.Form {
	t.Helper()
	f, err := draft.Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// filled is the template, filled in by change.
func filled(t testing.TB, change func(*excelize.File)) []byte {
	t.Helper()
	data, err := Template(questions(t), "Canal Street Primary School", wordstest.Say(t))
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	change(book)
	var b bytes.Buffer
	if _, err := book.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cellOf finds the cell for the answer to a path.
func cellOf(t testing.TB, book *excelize.File, path string, row int) (sheet, cell string) {
	t.Helper()
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			for j, text := range r {
				if text != path {
					continue
				}
				if name == request {
					j, i = 1, i+1
				} else {
					i = row + 2
				}
				cell, err := excelize.CoordinatesToCellName(j+1, i)
				if err != nil {
					t.Fatal(err)
				}
				return name, cell
			}
		}
	}
	t.Fatalf("the template has no cell for %s", path)
	return "", ""
}

func put(t testing.TB, book *excelize.File, path string, row int, value any) (sheet, cell string) {
	t.Helper()
	sheet, cell = cellOf(t, book, path, row)
	if err := book.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
	return sheet, cell
}

func TestAFilledInSpreadsheetIsRead(t *testing.T) {
	data := filled(t, func(b *excelize.File) {
		put(t, b, "child.forenames", 1, "Ada")
		put(t, b, "child.date_of_birth", 1, "11/2/2018")
		put(t, b, "profile.sen_support_since", 1, 43891) // as Excel keeps 1 March 2020
		put(t, b, "profile.secondary_needs", 1, "Autistic spectrum disorder; Hearing impairment")
		put(t, b, "family.#.name", 1, "Grace Okoro")
		put(t, b, "family.#.interpreter", 1, "Yes")
		put(t, b, "family.#.name", 2, "Ben Okoro")
		put(t, b, "cycles.#.plan", 1, "Reading every day")
		put(t, b, "attendance.#.percent", 1, 91.4)
		for _, c := range []struct {
			path string
			row  int
		}{{"cycles.#.do.#.name", 1}, {"cycles.#.do.#.name", 2}, {"cycles.#.do.#.name", 3}} {
			sheet, cell := put(t, b, c.path, c.row, "Intervention "+string(rune('0'+c.row)))
			number := []int{1, 2, 2}[c.row-1]
			if err := b.SetCellValue(sheet, "A"+strings.TrimLeft(cell, "ABCDEFGH"), number); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.SetCellValue("Cycles", "A3", 1); err != nil {
			t.Fatal(err)
		}
	})
	values, faults, err := Read(questions(t), data, wordstest.Say(t))
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v, faults %v", err, faults)
	}
	for field, want := range map[string]string{
		"child.forenames": "Ada", "child.date_of_birth-day": "11", "child.date_of_birth-month": "2", "child.date_of_birth-year": "2018",
		"profile.sen_support_since-day": "1", "profile.sen_support_since-month": "3", "profile.sen_support_since-year": "2020",
		"family.0.name": "Grace Okoro", "family.0.interpreter": "yes", "family.1.name": "Ben Okoro", "cycles.0.plan": "Reading every day",
		"cycles.0.do.0.name": "Intervention 1", "cycles.1.do.0.name": "Intervention 2", "cycles.1.do.1.name": "Intervention 3", "attendance.0.percent": "91.4",
	} {
		if got := values.Get(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if got := strings.Join(values["profile.secondary_needs"], " "); got != "ASD HI" {
		t.Errorf("the further needs are %q", got)
	}
}

func TestEachFaultNamesItsSheetAndCell(t *testing.T) {
	var where [4]string
	data := filled(t, func(b *excelize.File) {
		_, where[0] = put(t, b, "child.date_of_birth", 1, "soon")
		_, where[1] = put(t, b, "child.sex", 1, "perhaps")
		sheet, cell := cellOf(t, b, "reason", 1)
		where[2] = cell
		if err := b.SetCellFormula(sheet, cell, "1+1"); err != nil {
			t.Fatal(err)
		}
		sheet, where[3] = cellOf(t, b, "attainment.#.value", 1) // as a program writes a formula that it worked out
		if err := errors.Join(b.SetCellInt(sheet, where[3], 42), b.SetCellFormula(sheet, where[3], "40+2")); err != nil {
			t.Fatal(err)
		}
		put(t, b, "child.forenames", 1, "Ada")
		put(t, b, "cycles.#.do.#.name", 1, "No cycle")
	})
	values, faults, err := Read(questions(t), data, wordstest.Say(t))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range faults {
		all = append(all, wordstest.Say(t)("sheet-fault", "sheet", f.Sheet, "cell", f.Cell, "what", f.What))
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{
		"Sheet “Request”, cell " + where[0] + ": “soon” is not a date", "cell " + where[1] + ": “perhaps” is not one of the choices",
		"cell " + where[2] + ": it holds a formula", "Sheet “Interventions”, cell B3: the row does not say to which cycle it belongs, and was put into cycle 1",
		"cell " + where[3] + ": it holds a formula, which shows “42”, and",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nobody says %q in\n%s", want, text)
		}
	}
	if values.Get("child.forenames") != "Ada" || values.Get("child.date_of_birth-day") != "soon" || values.Get("cycles.0.do.0.name") != "No cycle" {
		t.Errorf("what was sound, or typed, is lost: %v", values)
	}
}

func TestWhatIsNoSpreadsheetOfOursIsRefused(t *testing.T) {
	packed := func(name string, content []byte) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err == nil {
			err = z.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var plain bytes.Buffer
	book := excelize.NewFile()
	if _, err := book.WriteTo(&plain); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"text":   {[]byte("hello"), ErrNotWorkbook},
		"older":  {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ErrNotWorkbook},
		"macros": {packed("xl/vbaProject.bin", []byte("x")), ErrMacros},
		"a bomb": {packed("xl/worksheets/sheet1.xml", make([]byte, 30<<20)), ErrTooLarge},
		"empty":  {packed("nothing.xml", nil), ErrNotWorkbook},
		"other":  {plain.Bytes(), ErrStrange},
	} {
		if _, _, err := Read(questions(t), c.data, wordstest.Say(t)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// FuzzCells holds that whatever stands in a cell, the sheet is read and what came out is a draft.
func FuzzCells(f *testing.F) {
	f.Add("child.date_of_birth", "31/2/2018")
	f.Add("family.#.name", "=HYPERLINK(\"x\")")
	f.Add("attendance.#.percent", "1e309")
	form := questions(f)
	empty, say := filled(f, func(*excelize.File) {}), wordstest.Say(f)
	f.Fuzz(func(t *testing.T, path, text string) {
		q, asked := form.Question(strings.ReplaceAll(path, "#", "0"))
		if !asked {
			t.Skip("no question stands there")
		}
		r := reader{form: form, say: say, values: url.Values{}}
		book, err := excelize.OpenReader(bytes.NewReader(empty))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		r.book = book
		r.take(request, "B3", text, strings.ReplaceAll(path, "#", "0"), q)
		for _, fault := range r.faults {
			if fault.Sheet == "" || fault.Cell == "" || fault.What == "" {
				t.Errorf("a fault that nobody can find: %+v", fault)
			}
		}
	})
}

// FuzzRead holds that no bytes make the reader fall.
func FuzzRead(f *testing.F) {
	form, say := questions(f), wordstest.Say(f)
	f.Add(filled(f, func(*excelize.File) {}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(_ *testing.T, data []byte) { _, _, _ = Read(form, data, say) })
}
