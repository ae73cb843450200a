package tables

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestNothingIsAFormula: whatever people typed is read back as text, in both forms.
func TestNothingIsAFormula(t *testing.T) {
	for _, typed := range []string{"=1+1", "+44 1632", "-3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "plain", "", "O’Hara, Jo"} {
		for _, form := range []string{CSV, XLSX} {
			var b bytes.Buffer
			w, err := New(&b, form, "List", "Name", "Days")
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Row(typed, -3); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			name, days := readBack(t, form, b.Bytes())
			if name != Safe(typed) {
				t.Errorf("%s: %q came back as %q", form, typed, name)
			}
			if days != "-3" {
				t.Errorf("%s: the number came back as %q", form, days)
			}
		}
	}
}

func readBack(t *testing.T, form string, data []byte) (string, string) {
	t.Helper()
	if form == CSV {
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		return rows[1][0], rows[1][1]
	}
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if formula, err := book.GetCellFormula("List", "A2"); err != nil || formula != "" {
		t.Errorf("it is a formula: %q, %v", formula, err)
	}
	name, err := book.GetCellValue("List", "A2")
	if err != nil {
		t.Fatal(err)
	}
	days, err := book.GetCellValue("List", "B2")
	if err != nil {
		t.Fatal(err)
	}
	return name, days
}

func TestAnotherFormIsRefused(t *testing.T) {
	if _, err := New(&bytes.Buffer{}, "pdf", "List"); err == nil {
		t.Error("a table was begun as PDF")
	}
}
