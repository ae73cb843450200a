package letters

import (
	"strings"
	"testing"

	"sendpanel/letters/check"
)

// TestEveryLetterPassesTheGate checks each kind of letter in each way of printing, and letters of awkward data, against
// PDF/UA-1 and PDF/A-2a.
func TestEveryLetterPassesTheGate(t *testing.T) {
	all := everyLetter(t)
	for name, l := range awkward(t) {
		all[name] = l
	}
	for name, l := range all {
		if testing.Short() && l.Print != Standard {
			continue
		}
		pdf, err := Render(l)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, f := range check.Check(pdf) {
			t.Errorf("%s: %s", name, f)
		}
	}
}

// awkward is what real cases bring: long names, long reasons, many papers, letters that only the typeface behind has.
func awkward(t testing.TB) map[string]Letter {
	t.Helper()
	refusal := func() Letter { return everyLetter(t)["decision-not-to-assess"] }
	add := func(l Letter, blocks ...Block) Letter {
		l.Blocks = append(append([]Block{}, l.Blocks[:3]...), append(blocks, l.Blocks[3:]...)...)
		return l
	}
	papers := EvidenceList{}
	for i := range 40 {
		papers.Rows = append(papers.Rows, Exhibit{Number: "E" + strings.Repeat("1", 1+i%3), Title: "Report of an assessment", Author: "A. Writer (educational psychologist)", Date: "2 October 2026", Note: strings.Repeat("It was written long ago. ", i%4)})
	}
	name := refusal()
	name.To = []string{"Mrs Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley", "Flat 12, The Old Rope Works", "27 Quay Lane", "Northmere", "NM1 2AB"}
	return map[string]Letter{
		"awkward-name":         name,
		"awkward-forty-papers": add(refusal(), papers),
		"awkward-reason":       add(refusal(), Paragraph{Text: plain(strings.Repeat("The school has given help that fits what Zoë needs, and she has moved on. ", 60))}),
		"awkward-word":         add(refusal(), Paragraph{Text: plain(strings.Repeat("Donaudampfschiff", 16))}, FactTable{Rows: []Fact{{"Label", strings.Repeat("W", 200)}}}),
		"awkward-latin":        add(refusal(), Paragraph{Text: Prose{{Text: "Ștefan Țepeș, Đặng Thị Ngọc, Ąžuolas, Ōtsuka, Łucja, "}, {Text: "Ελένη и Наталья", Bold: true}}}),
		"awkward-empty":        add(refusal(), Paragraph{}, List{}, List{Items: []Item{{}}}, FactTable{Rows: []Fact{{"", ""}}}, Steps{}, EvidenceList{Rows: []Exhibit{{}}}, Heading{Level: 2}, Contact{}),
		"awkward-link":         add(refusal(), Paragraph{Text: plain("Read https://www.example.org/a/very/long/way/to/a/page/that/does/not/fit/one/line/" + strings.Repeat("of-this-letter/", 12) + " or write to somebody@example.org.")}),
		"awkward-languages":    add(refusal(), Paragraph{Text: Prose{{Text: "In Polish: "}, {Text: "Ten list po polsku.", Lang: "pl"}, {Text: " In Welsh: "}, {Text: "Y llythyr hwn.", Lang: "cy", Bold: true}}}),
	}
}
