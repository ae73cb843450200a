package rail

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
)

// drawing writes SVG, upward and downward in rem, so that a rail grows with the size of its reader’s type. Whatever comes from outside is escaped in open and text, which are the only ways in for words.
type drawing struct{ strings.Builder }

func (d *drawing) open(class, width string, height float64, words string) {
	fmt.Fprintf(d, `<svg class="%s" width="%s" height="%s" role="img" aria-label="%s" focusable="false">`, class, width, rem(height), escape(words))
}

func (d *drawing) close() { d.WriteString("</svg>") }

func (d *drawing) html() template.HTML { return template.HTML(d.String()) }

func (d *drawing) rect(class string, from, to float64, y, height float64) {
	fmt.Fprintf(d, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`, class, percent(from), rem(y), percent(max(0, to-from)), rem(height))
}

func (d *drawing) line(class string, x, y1, y2 float64) {
	fmt.Fprintf(d, `<line class="%s" x1="%s" x2="%s" y1="%s" y2="%s"/>`, class, percent(x), percent(x), rem(y1), rem(y2))
}

func (d *drawing) text(m Mark, x, y float64, a anchor) {
	fmt.Fprintf(d, `<text class="label label-%s" x="%s" y="%s" text-anchor="%s">%s <tspan class="label-day">%s</tspan></text>`,
		m.Kind, percent(x), rem(y), a, escape(m.Text), escape(shortDay(m.Day)))
}

func escape(s string) string { return template.HTMLEscapeString(s) }

// percent writes a share as SVG does, with two decimals at most.
func percent(share float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(share*100, 'f', 2, 64), ".00") + "%"
}

// rem writes a measure, in pixels of type of 16 pixels, as a multiple of the size of type.
func rem(pixels float64) string {
	return strconv.FormatFloat(pixels/16, 'f', -1, 64) + "rem"
}

// stemClass is the class of the line from a mark to its label.
func stemClass(k Kind) string { return "stem stem-" + string(k) }
