package letters

import (
	"html/template"
	"strconv"
	"strings"
)

// HTML is the letter as a part of a web page: the same words in the same order, with headings, lists and tables that say
// what they are, and the language of words that are not English. It has no look of its own.
func HTML(l Letter) template.HTML {
	var w htmlWriter
	w.raw(`<article class="letter" lang="en-GB">` + "\n")
	w.raw(`<header>` + "\n")
	w.lines("letter-from", append([]string{l.Head.Council, l.Head.Service}, append(l.Head.Address, l.Head.Phone, l.Head.Email)...))
	w.lines("letter-to", l.To)
	w.lines("letter-date", []string{long(l.Dated), "Our reference: " + string(l.Ref)})
	w.raw("</header>\n")
	if l.Sample != "" {
		w.element("p", ` class="letter-sample"`, Prose{{Text: l.Sample, Bold: true}})
	}
	for _, b := range l.Blocks {
		w.block(b)
	}
	w.raw("</article>\n")
	return template.HTML(w.b.String())
}

type htmlWriter struct{ b strings.Builder }

func (w *htmlWriter) raw(markup string) { w.b.WriteString(markup) }

func (w *htmlWriter) text(s string) { template.HTMLEscape(&w.b, []byte(s)) }

// lines are one paragraph with a break after each.
func (w *htmlWriter) lines(class string, lines []string) {
	w.raw(`<p class="` + class + `">`)
	between := ""
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		w.raw(between)
		w.prose(plain(l))
		between = "<br>\n"
	}
	w.raw("</p>\n")
}

func (w *htmlWriter) element(name, attributes string, p Prose) {
	w.raw("<" + name + attributes + ">")
	w.prose(p)
	w.raw("</" + name + ">\n")
}

// prose writes words with their links, their stress and their language.
func (w *htmlWriter) prose(p Prose) {
	for _, s := range stretches(p) {
		var closing string
		open := func(tag, name string) {
			w.raw(tag)
			closing = "</" + name + ">" + closing
		}
		if s.bold {
			open("<strong>", "strong")
		}
		if s.lang != "" {
			open(`<span lang="`+template.HTMLEscapeString(s.lang)+`">`, "span")
		}
		if s.link != nil {
			open(`<a href="`+template.HTMLEscapeString(s.link.uri)+`">`, "a")
		}
		w.text(s.text)
		w.raw(closing)
	}
}

func (w *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		if !blankProse(plain(b.Text)) {
			w.element("h"+strconv.Itoa(b.Level), "", plain(b.Text))
		}
	case Paragraph:
		if !blankProse(b.Text) {
			w.element("p", "", b.Text)
		}
	case List:
		w.list(b)
	case FactTable:
		w.table("letter-facts", nil, len(b.Rows), func(i int) { w.row(b.Rows[i].Label, plain(b.Rows[i].Value)) })
	case Steps:
		w.table("letter-steps", []string{"When", "What"}, len(b.Rows), func(i int) { w.row(b.Rows[i].When, b.Rows[i].What) })
	case EvidenceList:
		w.table("letter-evidence", evidenceHeads(), len(b.Rows), func(i int) { w.exhibit(b.Rows[i]) })
	case Answer:
		w.element("p", ` class="letter-ask"`, b.Ask)
		if b.Lines > 0 {
			w.raw(`<div class="letter-lines">` + strings.Repeat("<div></div>", b.Lines) + "</div>\n")
		}
	case Contact:
		w.contact(b)
	case Signature:
		w.element("p", "", plain(b.Close))
		w.lines("letter-signature", append([]string{b.Name}, b.Lines...))
	}
}

func (w *htmlWriter) list(l List) {
	if len(l.Items) == 0 {
		return
	}
	w.raw("<ul>\n")
	for _, i := range l.Items {
		w.element("li", "", i.Text)
	}
	w.raw("</ul>\n")
}

func (w *htmlWriter) table(class string, heads []string, rows int, row func(int)) {
	if rows == 0 {
		return
	}
	w.raw(`<table class="` + class + `">` + "\n")
	if len(heads) > 0 {
		w.raw("<thead><tr>\n")
		for _, h := range heads {
			w.element("th", ` scope="col"`, plain(h))
		}
		w.raw("</tr></thead>\n")
	}
	w.raw("<tbody>\n")
	for i := range rows {
		row(i)
	}
	w.raw("</tbody>\n</table>\n")
}

func (w *htmlWriter) row(head string, what Prose) {
	w.raw("<tr>")
	w.element("th", ` scope="row"`, plain(head))
	w.element("td", "", what)
	w.raw("</tr>\n")
}

func (w *htmlWriter) exhibit(x Exhibit) {
	w.raw("<tr>")
	w.element("th", ` scope="row"`, plain(x.Number))
	for _, text := range []string{x.Title, x.Author, x.Date} {
		w.element("td", "", plain(text))
	}
	w.raw("</tr>\n")
	if x.Note != "" {
		w.raw("<tr>")
		w.element("td", ` colspan="4"`, why(x.Note))
		w.raw("</tr>\n")
	}
}

func (w *htmlWriter) contact(c Contact) {
	w.raw(`<div class="letter-contact">` + "\n")
	w.element("p", "", Prose{{Text: c.Name, Bold: true}})
	w.raw("<ul>\n")
	for _, way := range c.Ways {
		w.raw("<li>")
		w.text(way.Label + ": ")
		if uri := dial(way); uri != "" {
			w.raw(`<a href="` + uri + `">`)
			w.text(way.Value)
			w.raw("</a>")
		} else {
			w.prose(plain(way.Value))
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n</div>\n")
}

// dial is the link that calls a number, if it is one.
func dial(way Fact) string {
	number := strings.NewReplacer(" ", "", string(nbsp), "").Replace(way.Value)
	if way.Label != "Telephone" || !digits(strings.TrimPrefix(number, "+"), 6, 15) {
		return ""
	}
	return "tel:" + number
}

// evidenceHeads are the heads of the table of evidence.
func evidenceHeads() []string { return []string{"No.", "Document", "Written by", "Date"} }

// why is the reason for which a document did not persuade.
func why(note string) Prose { return Prose{{Text: "Why: ", Bold: true}, {Text: note}} }
