package letters

import (
	"strings"
	"unicode/utf8"
)

// textWidth is the longest line of a plain letter, in characters.
const textWidth = 96

// Text is the letter in plain text: the same words in the same order, for a golden file that a lawyer reads, an e-mail
// or a reader who wants no PDF.
func (l Letter) Text() string {
	var t textWriter
	t.line(l.Head.Council, l.Head.Service)
	t.line(l.Head.Address...)
	t.line(l.Head.Phone, l.Head.Email)
	t.gap()
	t.line(l.To...)
	t.gap()
	t.line(long(l.Dated), "Our reference: "+string(l.Ref))
	t.gap()
	if l.Sample != "" {
		t.wrapped("", "", l.Sample)
		t.gap()
	}
	for _, b := range l.Blocks {
		t.block(b)
	}
	return strings.ReplaceAll(strings.TrimRight(t.b.String(), "\n")+"\n", string(nbsp), " ")
}

type textWriter struct{ b strings.Builder }

func (t *textWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		t.wrapped("", "", strings.Repeat("#", b.Level)+" "+b.Text)
	case Paragraph:
		t.wrapped("", "", b.Text.String())
	case List:
		for _, i := range b.Items {
			t.wrapped("- ", "  ", i.Text.String())
		}
	case FactTable:
		t.facts(b.Rows)
	case EvidenceList:
		for _, x := range b.Rows {
			t.wrapped("- ", "  ", x.Number+": "+strings.Join([]string{x.Title, x.Author, x.Date}, "; "))
			if x.Note != "" {
				t.wrapped("  Why: ", "  ", x.Note)
			}
		}
	case Steps:
		for _, s := range b.Rows {
			t.wrapped("- ", "  ", s.When+": "+s.What.String())
		}
	case Answer:
		t.wrapped("", "", b.Ask.String())
		for range b.Lines {
			t.line(strings.Repeat("_", textWidth))
		}
	case Contact:
		t.line("  " + b.Name)
		for _, w := range b.Ways {
			t.wrapped("  ", "    ", w.Label+": "+w.Value)
		}
	case Signature:
		t.line(b.Close, "", b.Name)
		t.line(b.Lines...)
	}
	t.gap()
}

func (t *textWriter) facts(rows []Fact) {
	wide := 0
	for _, f := range rows {
		wide = max(wide, utf8.RuneCountInString(f.Label))
	}
	for _, f := range rows {
		label := f.Label + strings.Repeat(" ", wide-utf8.RuneCountInString(f.Label))
		t.wrapped("  "+label+"  ", strings.Repeat(" ", wide+4), f.Value)
	}
}

func (t *textWriter) line(lines ...string) {
	for _, l := range lines {
		t.b.WriteString(l + "\n")
	}
}

func (t *textWriter) gap() { t.b.WriteString("\n") }

// wrapped writes a text in lines, the first after one prefix and the others after another.
func (t *textWriter) wrapped(first, others, text string) {
	row := first
	empty := true
	for _, w := range strings.Split(text, " ") {
		if w == "" {
			continue
		}
		if !empty && utf8.RuneCountInString(row)+1+utf8.RuneCountInString(w) > textWidth {
			t.line(row)
			row, empty = others, true
		}
		if !empty {
			row += " "
		}
		row, empty = row+w, false
	}
	t.line(row)
}
