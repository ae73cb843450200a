package rail

import (
	"fmt"
	"html/template"
	"math"
	"slices"
)

// The measures of an upright rail, in pixels of type of 16 pixels.
const (
	uprightBar  = 14
	uprightX    = 10
	uprightText = 52
	uprightRow  = 52 // a label of two lines and the space after it
	uprightWeek = 26
	uprightTop  = 16
)

// Upright draws the rail from top to bottom, each label in two lines, for a phone.
func (c Clock) Upright() template.HTML {
	marks := c.marks()
	// Marks of one day from both sides of a wide rail share a label here.
	slices.SortStableFunc(marks, func(a, b Mark) int { return a.Day.Compare(b.Day) })
	length := max(c.Weeks()*uprightWeek, (len(marks)-1)*uprightRow)
	length = min(length, 640+len(marks)*uprightRow)
	ys := spread(c.places(marks, float64(length)), uprightRow, float64(length))
	d := &drawing{}
	d.open("rail rail-upright", "100%", float64(length+uprightTop+40), c.Words())
	c.drawUprightBar(d, length)
	heads := make([]string, len(marks))
	for i, m := range marks {
		at := uprightTop + math.Floor(c.share(m.Day)*float64(length))
		words := uprightTop + math.Floor(ys[i])
		lead(d, uprightX+uprightBar, at, uprightX+uprightBar+12, words)
		lead(d, uprightX+uprightBar+12, words, uprightText-6, words)
		heads[i] = fmt.Sprintf(`<circle class="head head-%s" cx="%s" cy="%s" r="8"/>`, m.Kind, rem(uprightX+uprightBar/2), rem(at))
		fmt.Fprintf(d, `<text class="label label-%s" x="%s" y="%s">%s</text>`, m.Kind, rem(uprightText), rem(words+5), escape(m.Text))
		fmt.Fprintf(d, `<text class="label-day" x="%s" y="%s">%s</text>`, rem(uprightText), rem(words+26), escape(dayWords(m)))
	}
	for i := range marks { // the first mark of neighbours stays whole: it is today more often than not
		d.WriteString(heads[len(heads)-1-i])
	}
	d.close()
	return d.html()
}

func lead(d *drawing, x1, y1, x2, y2 float64) {
	fmt.Fprintf(d, `<line class="lead" x1="%s" y1="%s" x2="%s" y2="%s"/>`, rem(x1), rem(y1), rem(x2), rem(y2))
}

func dayWords(m Mark) string {
	return fmt.Sprintf("%s %d %s", m.Day.Weekday(), dayOfMonth(m.Day), m.Day.Month())
}

func (c Clock) drawUprightBar(d *drawing, length int) {
	cell := func(class string, from, to, x, width float64) {
		fmt.Fprintf(d, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"/>`, class, rem(x), rem(uprightTop+math.Round(from*float64(length))), rem(width), rem(math.Round(max(0, to-from)*float64(length))))
	}
	cell("track", 0, 1, uprightX, uprightBar)
	cell("gone", 0, min(c.share(c.reached()), c.share(c.Due)), uprightX, uprightBar)
	if c.Late() {
		cell("over", c.share(c.Due), c.share(c.reached()), uprightX, uprightBar)
	}
	for _, s := range c.Spans {
		if !s.To.Before(c.Start) && !s.From.After(c.end()) {
			cell("span", c.share(s.From), c.share(s.To), uprightX-5, 4)
		}
	}
	for day := 7; day < c.length(); day += 7 {
		y := rem(uprightTop + math.Round(float64(day)/float64(c.length())*float64(length)))
		fmt.Fprintf(d, `<line class="week" x1="%s" x2="%s" y1="%s" y2="%s"/>`, rem(uprightX), rem(uprightX+uprightBar), y, y)
	}
}

func (c Clock) places(marks []Mark, length float64) []float64 {
	out := make([]float64, len(marks))
	for i, m := range marks {
		out[i] = c.share(m.Day) * length
	}
	return out
}

// spread moves places, which are in order, as little as is needed for neighbours to be apart by space, within 0 to
// length; there must be room for all of them.
func spread(places []float64, space, length float64) []float64 {
	out := slices.Clone(places)
	for i := 1; i < len(out); i++ {
		out[i] = max(out[i], out[i-1]+space)
	}
	ceiling := length
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = min(out[i], ceiling)
		ceiling = out[i] - space
	}
	return out
}
