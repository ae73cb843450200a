// Package paper shows a letter as a web page: the same words in the same order as the PDF, with headings, lists and tables
// that a screen reader knows.
//
// [HTML] draws what letters.Compose made. A letter that was issued once must be shown as it was issued, and settings and
// wording change: so [Issued] draws the composed letter only where its words are still those that were stored, and else
// shows the stored words themselves.
package paper

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"sendpanel/letters"
)

//go:embed letter.html
var files embed.FS

// shape is the template of a letter; it is read once and never changed.
var shape = template.Must(template.New("letter.html").Funcs(template.FuncMap{
	"kind": kind, "level": func(l int) int { return min(l+1, 4) },
}).ParseFS(files, "letter.html"))

// HTML is the letter for a page that has an h1 of its own: its first heading is an h2. The text is escaped.
func HTML(l letters.Letter) (template.HTML, error) {
	var b bytes.Buffer
	if err := shape.Execute(&b, l); err != nil {
		return "", fmt.Errorf("show a letter: %w", err)
	}
	return template.HTML(b.String()), nil
}

// Plain is a letter of which only the words are known.
func Plain(text string) template.HTML {
	return template.HTML(`<div class="paper"><pre class="paper-plain">` + template.HTMLEscapeString(strings.ReplaceAll(text, "# ", "")) + `</pre></div>`)
}

// Issued shows a letter as it was issued, whose words were stored. Composed is the letter made again, or an error where
// that is no longer possible.
func Issued(stored string, composed letters.Letter, err error) (template.HTML, error) {
	if err != nil || composed.Text() != stored {
		return Plain(stored), nil
	}
	return HTML(composed)
}

// kind names the type of a block for the template.
func kind(b letters.Block) string {
	switch b.(type) {
	case letters.Heading:
		return "heading"
	case letters.Paragraph:
		return "paragraph"
	case letters.List:
		return "list"
	case letters.FactTable:
		return "facts"
	case letters.EvidenceList:
		return "evidence"
	case letters.Steps:
		return "steps"
	case letters.Contact:
		return "contact"
	case letters.Signature:
		return "signature"
	}
	return ""
}
