package check

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// byLibrary checks a file as pdfcpu reads it.
func byLibrary(pdf []byte) []Finding {
	in := newInspection(pdf)
	in.byLibrary = true
	return in.look()
}

// TestPlainReadingFindsTheSame reads the good file and all its mutants in both ways.
func TestPlainReadingFindsTheSame(t *testing.T) {
	text := good(t)
	if in := (&inspection{pdf: made(t, text)}); !in.readPlainly() {
		t.Fatal("the good file is not read plainly: nothing is compared")
	}
	plain := 0
	for _, m := range mutants {
		pdf := made(t, mutated(t, text, m))
		if (&inspection{pdf: pdf}).readPlainly() {
			plain++
		}
		if diff := cmp.Diff(byLibrary(pdf), Check(pdf)); diff != "" {
			t.Errorf("%s: pdfcpu and the plain way find different faults:\n%s", m.name, diff)
		}
	}
	if plain < len(mutants)/2 {
		t.Errorf("of %d mutants only %d are read plainly", len(mutants), plain)
	}
}

// TestWhatIsNotPlainIsLeft gives files in forms that only pdfcpu reads.
func TestWhatIsNotPlainIsLeft(t *testing.T) {
	text := good(t)
	for name, change := range map[string][2]string{
		"a key twice":                   {"/Marked true", "/Marked true /Marked true"},
		"a key of nothing":              {"/Marked true", "/Marked true /Suspects null"},
		"a name with a code":            {"/DisplayDocTitle", "/Display#44ocTitle"},
		"a comment":                     {"/Marked true", "% a comment\n/Marked true"},
		"a reference over lines":        {"/Pages 2 0 R", "/Pages 2 0\nR"},
		"a string in digits with space": {"/Marked true", "/Marked true /X <41 42>"},
	} {
		if !bytes.Contains([]byte(text), []byte(change[0])) {
			t.Fatalf("%s: the good file has no %q", name, change[0])
		}
		pdf := made(t, string(bytes.Replace([]byte(text), []byte(change[0]), []byte(change[1]), 1)))
		if (&inspection{pdf: pdf}).readPlainly() {
			t.Errorf("%s is read plainly", name)
		}
	}
	later := append(made(t, text), "startxref\n0\n%%EOF\n"...)
	if (&inspection{pdf: later}).readPlainly() {
		t.Error("a file that was added to is read plainly")
	}
}

// FuzzPlainReadingIsNoWeaker changes some bytes of a good file: what passes when it is read plainly passes when pdfcpu reads
// it.
func FuzzPlainReadingIsNoWeaker(f *testing.F) {
	whole := made(f, good(f))
	f.Add(900, []byte("x"))
	f.Add(1200, []byte(" /A 1"))
	f.Add(3000, []byte("<<"))
	f.Fuzz(func(t *testing.T, at int, with []byte) {
		if at < 0 || len(with) > 40 || at+len(with) > len(whole) {
			return
		}
		pdf := slices.Clone(whole)
		copy(pdf[at:], with)
		if !(&inspection{pdf: pdf}).readPlainly() || len(Check(pdf)) > 0 {
			return
		}
		if found := byLibrary(pdf); len(found) > 0 {
			t.Fatalf("with %q at %d pdfcpu finds %v, and the plain way nothing", with, at, found)
		}
	})
}
