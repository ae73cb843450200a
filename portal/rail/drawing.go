package rail

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
)

// drawing writes SVG. Whatever comes from outside is escaped in open and text, which are the only ways in for words.
type drawing struct{ strings.Builder }

func (d *drawing) open(class, width string, height int, words string) {
	fmt.Fprintf(d, `<svg class="%s" width="%s" height="%d" role="img" aria-label="%s" focusable="false">`, class, width, height, escape(words))
}

func (d *drawing) close() { d.WriteString("</svg>") }

func (d *drawing) html() template.HTML { return template.HTML(d.String()) }

func (d *drawing) rect(class string, from, to float64, y, height int) {
	fmt.Fprintf(d, `<rect class="%s" x="%s" y="%d" width="%s" height="%d"/>`, class, percent(from), y, percent(max(0, to-from)), height)
}

func (d *drawing) line(class string, x float64, y1, y2 int) {
	fmt.Fprintf(d, `<line class="%s" x1="%s" x2="%s" y1="%d" y2="%d"/>`, class, percent(x), percent(x), y1, y2)
}

func (d *drawing) text(m Mark, x float64, y int, a anchor) {
	fmt.Fprintf(d, `<text class="label label-%s" x="%s" y="%d" text-anchor="%s">%s <tspan class="label-day">%s</tspan></text>`,
		m.Kind, percent(x), y, a, escape(m.Text), escape(shortDay(m.Day)))
}

func escape(s string) string { return template.HTMLEscapeString(s) }

// percent writes a share as SVG does, with two decimals at most.
func percent(share float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(share*100, 'f', 2, 64), ".00") + "%"
}
