package rail

import (
	"cmp"
	"fmt"
	"html/template"
)

// The measures of a wide rail, in pixels of type of 16 pixels.
const (
	rowHeight = 26 // of a row of labels
	barHeight = 28
	stem      = 12 // from the bar to the nearest row
	maxRows   = 5
)

// Wide draws the rail from left to right. It is empty when the labels cannot be placed at MinWidth: show Upright then.
func (c Clock) Wide() template.HTML {
	var above, below []Mark
	for _, m := range c.marks() {
		if m.Kind.below() {
			below = append(below, m)
		} else {
			above = append(above, m)
		}
	}
	top, topRows, okTop := place(c.labels(above), MinWidth, maxRows)
	bottom, bottomRows, okBottom := place(c.labels(below), MinWidth, maxRows)
	if !okTop || !okBottom {
		return ""
	}
	bar := float64(topRows*rowHeight + stem)
	height := bar + float64(barHeight+stem+bottomRows*rowHeight)
	d := &drawing{}
	d.open("rail rail-wide", "100%", height, c.Words())
	c.drawBar(d, bar, barHeight)
	c.drawNumbers(d, bar)
	for i, l := range top {
		words := bar - stem - float64(l.row*rowHeight)
		d.line(stemClass(above[i].Kind), c.share(above[i].Day), words+3, bar+stemInto(above[i].Kind))
		c.drawHead(d, above[i], bar)
		d.text(above[i], c.share(above[i].Day), words-3, l.anchor)
	}
	for i, l := range bottom {
		words := bar + barHeight + stem + float64((l.row+1)*rowHeight)
		into := 0.0
		if below[i].Kind != Start {
			into = barHeight
		}
		d.line(stemClass(below[i].Kind), c.share(below[i].Day), bar+barHeight-into, words-rowHeight+4)
		d.text(below[i], c.share(below[i].Day), words-7, l.anchor)
	}
	d.close()
	return d.html()
}

func stemInto(k Kind) float64 {
	if k == Now || k == Finish {
		return barHeight
	}
	return 0
}

func (c Clock) labels(marks []Mark) []label {
	out := make([]label, len(marks))
	for i, m := range marks {
		out[i] = label{at: c.share(m.Day) * MinWidth, width: textWidth(m.Text + " " + shortDay(m.Day))}
	}
	return out
}

// drawBar draws the track, what is gone, what is late, the exceptions and the ends of weeks.
func (c Clock) drawBar(d *drawing, y, height float64) {
	d.rect("track", 0, 1, y, height)
	d.rect("gone", 0, min(c.share(c.reached()), c.share(c.Due)), y, height)
	if c.Late() {
		d.rect("over", c.share(c.Due), c.share(c.reached()), y, height)
	}
	for _, s := range c.Spans {
		if s.To.Before(c.Start) || s.From.After(c.end()) {
			continue
		}
		d.rect("span", c.share(s.From), c.share(s.To), y+height-5, 5)
	}
	for day := 7; day < c.length(); day += 7 {
		d.line("week", float64(day)/float64(c.length()), y, y+height)
	}
}

// drawNumbers writes each week's number in its cell; on a long rail every second or fourth.
func (c Clock) drawNumbers(d *drawing, bar float64) {
	every := 1
	for MinWidth*7*every/c.length() < 28 {
		every *= 2
	}
	for week := 1; week*7 <= c.length()+3; week++ {
		centre := (float64(week)*7 - 3.5) / float64(c.length())
		if week%every != 0 && week != 1 || centre > 0.99 {
			continue
		}
		class := "number"
		switch day := c.Start.AddDays(week*7 - 4); {
		case day.After(c.Due) && c.Late():
			class = "number number-over"
		case day.Before(c.reached()):
			class = "number number-gone"
		}
		fmt.Fprintf(d, `<text class="%s" x="%s" y="%s" text-anchor="middle">%d</text>`, class, percent(centre), rem(bar+20), week)
	}
}

// drawHead draws the sign of a mark that stands on the bar.
func (c Clock) drawHead(d *drawing, m Mark, bar float64) {
	shape := cmp.Or(map[Kind]string{
		Now:    `<path class="head head-now" d="M-7 -9H7L0 1z"/>`,
		Finish: `<circle class="head head-finish" r="11"/><path class="check" d="M-5 0l4 4 7-8"/>`,
	}[m.Kind], `<circle class="head head-event" r="7"/>`)
	y := bar
	if m.Kind == Finish {
		y += barHeight / 2
	}
	fmt.Fprintf(d, `<svg class="at" x="%s" y="%s" width="1" height="1" overflow="visible">%s</svg>`, percent(c.share(m.Day)), rem(y), shape)
}
