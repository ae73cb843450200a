package letters

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/letters/check"
)

// TestEveryLetterPassesTheGate draws every letter in every print, with what is awkward in names and reasons, and holds it
// to PDF/UA-1 and PDF/A-2a.
func TestEveryLetterPassesTheGate(t *testing.T) {
	for kind, facts := range kinds(t) {
		for _, print := range Prints() {
			t.Run(string(kind)+" "+string(print), func(t *testing.T) {
				l := composed(t, kind, facts)
				l.Print = print
				pdf, err := Render(l)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range check.Check(pdf) {
					t.Error(f)
				}
			})
		}
	}
}

// TestALongLetterPassesTheGate breaks tables and paragraphs over pages.
func TestALongLetterPassesTheGate(t *testing.T) {
	l := composed(t, casework.NotAssessLetter, refused(t))
	exhibit := Exhibit{Title: strings.Repeat("A report with a long name ", 6), Author: "St Anselm’s Primary School", Date: "14 March 2026", Note: "It says little."}
	l.Blocks = append(l.Blocks, EvidenceList{Rows: repeated(exhibit, 60)}, Paragraph{Text: Prose{{Text: strings.Repeat("Eight pages of reasons. ", 400)}}},
		Paragraph{Text: Prose{{Text: strings.Repeat("Donaudampfschifffahrt", 12)}, {Text: " Łukasz țșđĵ ẞ", Bold: true}}})
	pdf, err := Render(l)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range check.Check(pdf) {
		t.Error(f)
	}
}

func repeated[T any](v T, n int) []T {
	all := make([]T, n)
	for i := range all {
		all[i] = v
	}
	return all
}

// BenchmarkGate is what the gate costs for a refusal, apart from writing it.
func BenchmarkGate(b *testing.B) {
	l, err := Compose(keyOf(casework.NotAssessLetter), refused(b))
	if err != nil {
		b.Fatal(err)
	}
	pdf, err := Render(l)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(pdf)))
	b.ReportAllocs()
	for b.Loop() {
		if len(check.Check(pdf)) > 0 {
			b.Fatal("it fails")
		}
	}
}

// TestTheGateHoldsBackAFaultyLetter makes one fault in a real letter, each by a change that keeps the length.
func TestTheGateHoldsBackAFaultyLetter(t *testing.T) {
	pdf, err := Render(composed(t, casework.NotAssessLetter, refused(t)))
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range []struct {
		rule     check.Rule
		from, to string
	}{
		{"06-marked", "/Marked true", "/Marked null"},
		{"07-001", "/DisplayDocTitle true", "/DisplayDocTitle null"},
		{"11-006", "/Lang", "/Lnag"},
		{"01-000", "/StructTreeRoot", "/StructTreeRoof"},
		{"06-002", "pdfuaid:part>1<", "pdfuaid:part>2<"},
		{"A-6.6.4", "pdfaid:part>2<", "pdfaid:part>1<"},
		{"A-6.2.3", "/GTS_PDFA1", "/GTS_PDFX1"},
		{"15-003", "/Scope", "/Skope"},
		{"14-003", "/S/H2", "/S/H5"},
		{"02-001", "/S/H1", "/S/X1"},
		{"09-004", "/S/LBody", "/S/LBodi"},
		{"parent-tree", "/StructParents 0", "/StructParents 9"},
		{"A-6.1.3-id", "/ID", "/Id"},
		{"A-6.1.2", "%PDF-1.7", "%PDF-9.7"},
		{"31-009", "/FontFile2", "/FontFileX"},
		{"28-004", "/Contents<", "/Kontents<"},
		{"28-004", "/Contents(", "/Kontents("},
	} {
		changed := bytes.ReplaceAll(pdf, []byte(fault.from), []byte(fault.to))
		if bytes.Equal(changed, pdf) {
			if fault.rule != "28-004" {
				t.Errorf("the letter has no %s", fault.from)
			}
			continue
		}
		if !slices.ContainsFunc(check.Check(changed), func(f check.Finding) bool { return f.Rule == fault.rule }) {
			t.Errorf("%s → %s: %s did not find it", fault.from, fault.to, fault.rule)
		}
	}
}
