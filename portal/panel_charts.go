package portal

import (
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// progressCharts draws each measure that was taken on two days or more, and the attendance of each year.
func (p *Portal) progressCharts(r casework.Request) []look.Chart {
	var charts []look.Chart
	for _, s := range r.Progress() {
		if len(s.Points) < 2 {
			continue
		}
		var values []look.Value
		span := s.Points[len(s.Points)-1].On.Sub(s.Points[0].On)
		for _, at := range s.Points {
			_, day, _ := strings.Cut(at.On.Short(), " ") // without the weekday
			v := look.Value{Label: day, Number: at.Value, Shown: at.Text}
			if span > 0 {
				v.When = float64(at.On.Sub(s.Points[0].On)) / float64(span)
			}
			values = append(values, v)
		}
		title := upperFirst(s.Subject) + ": " + s.Measure
		first, last := s.Points[0], s.Points[len(s.Points)-1]
		sentence := p.say("chart-moved", "from", first.Text, "to", last.Text, "then", first.On.Short(), "now", last.On.Short())
		charts = append(charts, p.chartWords().NewLine(title, sentence, p.say("panel-day"), p.say("chart-value"), 0, 0, values))
	}
	if c, any := p.attendanceChart(r.Attendance); any {
		charts = append(charts, c)
	}
	return charts
}

func (p *Portal) attendanceChart(years []casework.YearRate) (look.Chart, bool) {
	var values []look.Value
	var reasons []string
	for _, year := range years {
		n, ok := year.Percent.Percentage()
		if !ok {
			possible, is := year.Possible.Number()
			attended, was := year.Attended.Number()
			if !is || !was || possible == 0 {
				continue
			}
			n = attended / possible * 100
		}
		values = append(values, look.Value{Label: year.SchoolYear.Line(), Number: n, Shown: strconv.FormatFloat(n, 'f', -1, 64) + "%"})
		if !year.Reasons.Empty() {
			reasons = append(reasons, year.Reasons.Line())
		}
	}
	if len(values) == 0 {
		return look.Chart{}, false
	}
	sentence := p.say("chart-attendance")
	if len(reasons) > 0 {
		sentence = strings.Join(reasons, " ")
	}
	return p.chartWords().NewBars(p.say("chart-attendance-title"), sentence, p.say("chart-year"), p.say("chart-attended"), 100, values), true
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// spreadChart shows how members see each question, once the meeting is open.
func (p *Portal) spreadChart(views []casework.MemberView) *look.Chart {
	if len(views) == 0 {
		return nil
	}
	var values []look.Value
	for _, limb := range []casework.Limb{casework.Limb8a, casework.Limb8b} {
		for _, answer := range []casework.Answer{casework.Met, casework.NotMet, casework.NotReached} {
			n := 0
			for _, view := range views {
				for _, f := range view.Limbs {
					if f.Limb == limb && f.Answer == answer {
						n++
					}
				}
			}
			if n > 0 || answer != casework.NotReached {
				values = append(values, look.Value{Label: p.say("spread-"+strings.ToLower(string(limb))) + ": " + p.say("finding-"+string(answer)), Number: float64(n), Tone: answerTone(answer)})
			}
		}
	}
	c := p.chartWords().NewBars(p.say("spread-title"), p.say("spread-sentence", "n", p.count("view", len(views))), p.say("spread-answer"), p.say("spread-members"), float64(len(views)), values)
	return &c
}

func answerTone(a casework.Answer) string {
	switch a {
	case casework.Met:
		return look.Done
	case casework.NotMet:
		return look.Soon
	}
	return look.Plain
}
