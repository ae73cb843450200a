package letters

import (
	"bytes"
	"compress/zlib"
	"strconv"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"sendpanel/casework"
	"sendpanel/letters/check"
	"sendpanel/letters/fonts"
)

// BenchmarkLetter measures a refusal at 14 pt, from the facts to the file, beside two others in the same run: gofpdf as
// its manual shows it, with the same words, typeface and size and without a tag; and the floor, which is to deflate what
// stands on the pages and to copy the file.
func BenchmarkLetter(b *testing.B) {
	facts := refused(b)
	write(b, facts) // fonts and standing lines are prepared once in a program
	b.Run("ours with lines in five languages", func(b *testing.B) {
		b.ReportAllocs()
		defer processorTime(b)()
		for b.Loop() {
			write(b, facts)
		}
	})
	facts.Council.Languages = nil // which the naive way cannot write
	b.Run("ours", func(b *testing.B) {
		b.ReportAllocs()
		defer processorTime(b)()
		for b.Loop() {
			write(b, facts)
		}
	})
	b.Run("ours in parallel", func(b *testing.B) {
		b.ReportAllocs()
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				write(b, facts)
			}
		})
	})
	b.Run("naive", func(b *testing.B) {
		b.ReportAllocs()
		defer processorTime(b)()
		pages := 0
		for b.Loop() {
			l := composed(b, casework.NotAssessLetter, facts)
			pages = naive(b, l)
		}
		b.ReportMetric(float64(pages), "pages")
	})
	b.Run("floor", func(b *testing.B) { floor(b, facts) })
	b.Run("compose only", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			composed(b, casework.NotAssessLetter, facts)
		}
	})
}

func write(b *testing.B, facts Facts) []byte {
	l, err := Compose(keyOf(casework.NotAssessLetter), facts)
	if err != nil {
		b.Error(err)
	}
	pdf, err := Render(l)
	if err != nil {
		b.Error(err)
	}
	return pdf
}

func floor(b *testing.B, facts Facts) {
	l := composed(b, casework.NotAssessLetter, facts)
	pdf, err := Render(l)
	if err != nil {
		b.Fatal(err)
	}
	content := contents(b, pdf)
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
	if err != nil {
		b.Fatal(err)
	}
	file := make([]byte, len(pdf))
	b.ReportAllocs()
	defer processorTime(b)()
	for b.Loop() {
		packed.Reset()
		w.Reset(&packed)
		if _, err := w.Write(content); err != nil {
			b.Fatal(err)
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		copy(file, pdf)
	}
	b.ReportMetric(float64(len(pdf)), "bytes/file")
}

// contents inflates what stands on the pages.
func contents(b *testing.B, pdf []byte) []byte {
	var all bytes.Buffer
	for _, part := range bytes.Split(pdf, []byte("\nstream\n"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		var one bytes.Buffer
		if _, err := one.ReadFrom(r); err == nil && bytes.Contains(one.Bytes(), []byte("BDC")) {
			all.Write(one.Bytes())
		}
	}
	if all.Len() == 0 {
		b.Fatal("the file has no page content")
	}
	return all.Bytes()
}

// naive writes a letter as gofpdf’s manual shows it.
func naive(b *testing.B, l Letter) int {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pair := fonts.Atkinson()
	pdf.AddUTF8FontFromBytes("body", "", bytes.Clone(pair.Regular.TTF))
	pdf.AddUTF8FontFromBytes("body", "B", bytes.Clone(pair.Bold.TTF))
	pdf.SetMargins(left, nextTop, pageWidth-right)
	pdf.SetAutoPageBreak(true, 22)
	pdf.SetFooterFunc(func() {
		pdf.SetY(-16)
		pdf.SetFont("body", "", 14)
		pdf.CellFormat(0, 6, string(l.Ref)+"   Page "+strconv.Itoa(pdf.PageNo()), "", 0, "", false, 0, "")
	})
	pdf.AddPage()
	say := func(style string, size float64, text string) {
		pdf.SetFont("body", style, size)
		pdf.MultiCell(0, size*1.26*mmPerPoint, text, "", "L", false)
	}
	for _, line := range append(append([]string{l.Head.Council, l.Head.Service}, l.To...), l.Head.Address...) {
		say("", 12, line)
	}
	pdf.SetY(bodyTop)
	for _, block := range l.Blocks {
		naiveBlock(block, say)
		pdf.Ln(2.3)
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		b.Fatal(err)
	}
	return pdf.PageNo()
}

func naiveBlock(block Block, say func(style string, size float64, text string)) {
	const body = 14
	switch block := block.(type) {
	case Heading:
		say("B", 16, block.Text)
	case Paragraph:
		say("", body, block.Text.String())
	case List:
		for _, i := range block.Items {
			say("", body, "• "+i.Text.String())
		}
	case FactTable:
		for _, r := range block.Rows {
			say("", body, r.Label+": "+r.Value)
		}
	case EvidenceList:
		for _, r := range block.Rows {
			say("", body, r.Number+" "+r.Title+" "+r.Author+" "+r.Date)
			if r.Note != "" {
				say("", body, "Why: "+r.Note)
			}
		}
	case Steps:
		for _, r := range block.Rows {
			say("", body, r.When+": "+r.What.String())
		}
	case Contact:
		say("B", body, block.Name)
		for _, w := range block.Ways {
			say("", body, w.Label+": "+w.Value)
		}
	case Signature:
		say("", body, block.Close)
		say("B", body, block.Name)
		for _, s := range block.Lines {
			say("", body, s)
		}
	}
}

// BenchmarkGate measures what it takes to check a letter before it is issued.
func BenchmarkGate(b *testing.B) {
	facts := refused(b)
	for name, languages := range map[string]bool{"a letter": false, "with lines in five languages": true} {
		if !languages {
			facts = refused(b)
			facts.Council.Languages = nil
		} else {
			facts = refused(b)
		}
		pdf := write(b, facts)
		if found := check.Check(pdf); len(found) > 0 {
			b.Fatal(found)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			defer processorTime(b)()
			for b.Loop() {
				check.Check(pdf)
			}
		})
	}
}
