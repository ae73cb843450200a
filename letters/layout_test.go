package letters

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
)

func TestPagesAreNumbered(t *testing.T) {
	l := composed(t, casework.NotAssessLetter, refused(t))
	_, sheets, err := prepare(l, &room{})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range sheets {
		words := sheetWords(s)
		for _, want := range []string{fmt.Sprintf("Page %d of %d", i+1, len(sheets)), string(l.Ref), "SAMPLE"} {
			if !slices.Contains(words, want) {
				t.Errorf("page %d does not show %q", i+1, want)
			}
		}
	}
}

func sheetWords(s sheet) []string {
	var words []string
	for _, o := range s.ops {
		if o.kind == opText {
			words = append(words, o.text)
		}
	}
	return words
}

// TestATableTakesItsHeadAlong draws a table longer than a page: every page it reaches shows its head.
func TestATableTakesItsHeadAlong(t *testing.T) {
	var rows []Exhibit
	for i := range 60 {
		rows = append(rows, Exhibit{Title: fmt.Sprintf("Report %d", i+1), Author: "A Writer", Date: "2 October 2026"})
	}
	l := composed(t, casework.Acknowledgement, acknowledged(t))
	l.Blocks = []Block{EvidenceList{Rows: rows}}
	_, sheets, err := prepare(l, &room{})
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) < 2 {
		t.Fatal("the table fits one page")
	}
	for i, s := range sheets {
		if !slices.Contains(sheetWords(s), "Document") {
			t.Errorf("page %d shows no head over its rows", i+1)
		}
	}
	wantEveryWord(t, l, sheets)
}

// TestHeadingsAndSignaturesAreNotParted tries letters of every length: no page ends in a heading, and no page holds only
// a signature.
func TestHeadingsAndSignaturesAreNotParted(t *testing.T) {
	for n := range 60 {
		l := composed(t, casework.Acknowledgement, acknowledged(t))
		l.Blocks = nil
		for i := range n {
			l.Blocks = append(l.Blocks, Paragraph{Text: plain(fmt.Sprintf("Paragraph %d.", i))})
		}
		l.Blocks = append(l.Blocks, Heading{Level: 2, Text: "Heading"}, Paragraph{Text: plain("Under it.")}, Signature{Close: "Yours sincerely", Name: "A Writer", Lines: []string{"Officer"}})
		_, sheets, err := prepare(l, &room{})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sheets {
			words := sheetWords(s)
			if slices.Contains(words, "Heading") != slices.Contains(words, "Under it.") || slices.Contains(words, "A Writer") != slices.Contains(words, "Under it.") {
				t.Errorf("after %d paragraphs a page reads %v", n, words)
			}
		}
	}
}

func TestATelephoneNumberIsNotBroken(t *testing.T) {
	for n := range 40 {
		parts := stretches(plain(strings.Repeat("x", n) + " call " + unbroken("01632 960 111") + " today"))
		for _, l := range (&wrapper{scale: scaleOf(Standard), room: &room{}}).wrap(parts, 14, 60) {
			var s string
			for _, sp := range l {
				s += sp.words(parts)
			}
			if strings.Contains(s, "01632") != strings.Contains(s, "111") {
				t.Fatalf("the number is broken: %q", s)
			}
		}
	}
}

// TestWrapKeepsWithinTheWidth also cuts a word that is too wide, after a mark where it can.
func TestWrapKeepsWithinTheWidth(t *testing.T) {
	parts := stretches(Prose{{Text: "An address: "}, {Text: "a.very.long.address.indeed@northmere-borough.example", Bold: true}, {Text: ". Wwwwwwwwwwwwwwwwwwwwwwww!"}})
	for _, width := range []float64{8, 20, 60, 165} {
		for _, l := range (&wrapper{scale: scaleOf(Standard), room: &room{}}).wrap(parts, 14, width) {
			last := l[len(l)-1]
			if end := last.x + last.width; end > width+0.02 {
				t.Errorf("%v is %.1f mm wide where %.0f are free", l, end, width)
			}
		}
	}
}

func TestColoursThatCannotBeReadAreNotUsed(t *testing.T) {
	for hex, want := range map[string]colour{"#1d4f91": {R: 29, G: 79, B: 145}, "#ffdd00": ink, "blue": ink, "": ink} {
		if got := accentOf(hex); got != want {
			t.Errorf("%q gives %v, want %v", hex, got, want)
		}
	}
}
