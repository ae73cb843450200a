package casework

import (
	"slices"
	"strings"

	"sendpanel/statute"
)

// Point is one point of a series of attainment.
type Point struct {
	On    statute.Day
	Value float64 // in the series’ unit
	Text  string  // as it was given
}

// Progress is the attainment of a child in one subject by one measure, over time.
type Progress struct {
	Subject string
	Measure string
	Unit    string  // "months" for an age, else "points"
	Points  []Point // those that are numbers, earliest first
	Words   int     // points that are words, and stand only in the request
}

// Rate is the change from the first point to the last, in the series’ units for a year of time. It needs two points on
// different days. For an age the usual rate is 12 months in a year; for a standardised score, 0.
func (p Progress) Rate() (perYear float64, ok bool) {
	if len(p.Points) < 2 {
		return 0, false
	}
	first, last := p.Points[0], p.Points[len(p.Points)-1]
	days := last.On.Sub(first.On)
	if days <= 0 {
		return 0, false
	}
	return toHundredths((last.Value - first.Value) / float64(days) * 365.25), true
}

// Progress arranges the attainment in series, one for each subject and measure, in the order in which they first stand.
func (r Request) Progress() []Progress {
	var series []Progress
	place := map[string]int{}
	for _, m := range r.Attainment {
		key := m.Subject.Word() + "\x00" + m.Measure.Word()
		at, known := place[key]
		if !known {
			at = len(series)
			place[key] = at
			series = append(series, Progress{Subject: m.Subject.Line(), Measure: m.Measure.Line(), Unit: m.unit()})
		}
		series[at].add(m)
	}
	for _, s := range series {
		slices.SortStableFunc(s.Points, func(a, b Point) int { return a.On.Compare(b.On) })
	}
	return series
}

func (p *Progress) add(m Measure) {
	on := dayOrNone(m.Date)
	value, ok := m.number(p.Unit)
	if on.IsZero() || !ok {
		p.Words++
		return
	}
	p.Points = append(p.Points, Point{On: on, Value: value, Text: m.Value.Line()})
}

// unit is months where the measure is an age, as its words say.
func (m Measure) unit() string {
	for _, word := range strings.FieldsFunc(strings.ToLower(m.Measure.Line()), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if word == "age" || word == "ages" {
			return "months"
		}
	}
	return "points"
}

func (m Measure) number(unit string) (float64, bool) {
	if unit == "months" {
		for _, t := range []Text{m.AgeEquivalent, m.Value} {
			if months, ok := t.Months(); ok {
				return float64(months), true
			}
		}
	}
	if n, ok := m.Number.Number(); ok {
		return n, true
	}
	return m.Value.Percentage()
}
