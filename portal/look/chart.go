package look

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
)

// Chart is a drawing with its table beside: template "chart". Lead with the sentence that it bears out.
type Chart struct {
	Title    string
	Sentence string // what the figures say; ** makes strong
	Drawing  template.HTML
	Table    Table
}

// Value is one figure of a chart; a figure that is not to be shown, as a number under five, is Hidden.
type Value struct {
	Label  string
	Number float64
	Shown  string // the number as read, “58.4%”
	Tone   string
	Hidden bool
	When   float64 // of a line: when it was taken, from 0 for the first to 1 for the last; all 0 for even distances
}

// ChartWords is what every drawing says besides its figures.
type ChartWords struct {
	Beside string // where a drawing’s figures are, for those who cannot see it
	TooFew string // stands for a figure that is not to be shown
}

// NewBars draws figures as bars that lie, one under another, on a scale from 0 to most (the greatest figure when 0).
func (w ChartWords) NewBars(title, sentence, what, unit string, most float64, values []Value) Chart {
	const row, bar = 48, 18
	for _, v := range values {
		most = max(most, v.Number)
	}
	var b strings.Builder
	w.open(&b, "chart chart-bars", float64(len(values)*row), title)
	for i, v := range values {
		y := float64(i * row)
		fmt.Fprintf(&b, `<text class="chart-label" x="0" y="%s">%s</text>`, rem(y+16), template.HTMLEscapeString(v.Label))
		fmt.Fprintf(&b, `<text class="chart-value" x="100%%" y="%s" text-anchor="end">%s</text>`, rem(y+16), template.HTMLEscapeString(w.read(v)))
		fmt.Fprintf(&b, `<rect class="chart-track" x="0" y="%s" width="100%%" height="%s"/>`, rem(y+22), rem(bar))
		if !v.Hidden && most > 0 {
			fmt.Fprintf(&b, `<rect class="chart-bar %s" x="0" y="%s" width="%s" height="%s"/>`, toneClass(v.Tone), rem(y+22), share(v.Number/most), rem(bar))
		}
	}
	b.WriteString("</svg>")
	return Chart{title, sentence, template.HTML(b.String()), w.valueTable(title, what, unit, values)}
}

// NewLine draws figures along time as a line on a scale from 0 to most (the greatest figure when 0); goal, when above
// 0, is drawn across. A hidden figure interrupts the line.
func (w ChartWords) NewLine(title, sentence, what, unit string, most, goal float64, values []Value) Chart {
	const height, top = 180, 12
	most = max(most, goal)
	for _, v := range values {
		most = max(most, v.Number)
	}
	if most == 0 {
		most = 1
	}
	y := func(n float64) string { return rem(math.Round(top + height*(1-n/most))) }
	at := spots(values)
	var b strings.Builder
	w.open(&b, "chart chart-line", height+top+32, title)
	fmt.Fprintf(&b, `<line class="chart-axis" x1="0" x2="100%%" y1="%s" y2="%s"/>`, rem(height+top), rem(height+top))
	if goal > 0 {
		fmt.Fprintf(&b, `<line class="chart-goal" x1="0" x2="100%%" y1="%s" y2="%s"/>`, y(goal), y(goal))
	}
	for i, v := range values {
		if i > 0 && !v.Hidden && !values[i-1].Hidden {
			fmt.Fprintf(&b, `<line class="chart-stroke" x1="%s" y1="%s" x2="%s" y2="%s"/>`, at[i-1].x, y(values[i-1].Number), at[i].x, y(v.Number))
		}
	}
	for i, v := range values {
		if !v.Hidden {
			fmt.Fprintf(&b, `<circle class="chart-dot" cx="%s" cy="%s" r="5"/>`, at[i].x, y(v.Number))
		}
		if at[i].anchor != "" {
			fmt.Fprintf(&b, `<text class="chart-label" x="%s" y="%s" text-anchor="%s">%s</text>`, at[i].label, rem(height+top+24), at[i].anchor, template.HTMLEscapeString(v.Label))
		}
	}
	b.WriteString("</svg>")
	return Chart{title, sentence, template.HTML(b.String()), w.valueTable(title, what, unit, values)}
}

func (w ChartWords) open(b *strings.Builder, class string, height float64, title string) {
	fmt.Fprintf(b, `<svg class="%s" width="100%%" height="%s" role="img" aria-label="%s: %s" focusable="false">`,
		class, rem(height), template.HTMLEscapeString(title), template.HTMLEscapeString(w.Beside))
}

func (w ChartWords) read(v Value) string {
	switch {
	case v.Hidden:
		return w.TooFew
	case v.Shown != "":
		return v.Shown
	}
	return strconv.FormatFloat(v.Number, 'f', -1, 64)
}

// rem writes a measure, in pixels of type of 16 pixels, so that a drawing grows with its reader’s type.
func rem(pixels float64) string { return strconv.FormatFloat(pixels/16, 'f', -1, 64) + "rem" }

func share(s float64) string { return strconv.FormatFloat(s*100, 'f', 2, 64) + "%" }

func toneClass(tone string) string {
	if tone == "" {
		return ""
	}
	return "is-" + tone
}

func (w ChartWords) valueTable(title, what, unit string, values []Value) Table {
	var rows []Row
	for _, v := range values {
		rows = append(rows, Row{[]Cell{{Text: v.Label}, {Text: w.read(v)}}})
	}
	return NewTable(title, []Column{{Title: what}, {Title: unit, Numbers: true}}, rows)
}
