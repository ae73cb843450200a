package casework

import (
	"math"

	"sendpanel/statute"
)

// The facts that follow from a request. Each says its unit. They inform whoever reads the request; none is a threshold,
// and no decision may rest on one alone.

// AdultTime is the adult time of one intervention or of several.
type AdultTime struct {
	Hours   float64 // hours of an adult’s time a week that are this child’s share: a group of four has a quarter each
	Contact float64 // hours a week for which the child had the help
	Unsaid  int     // interventions that do not say how often or how long, and are not counted
	Whole   int     // interventions that say neither group size nor ratio, and are counted as if one to one
}

func (t AdultTime) plus(u AdultTime) AdultTime {
	return AdultTime{Hours: t.Hours + u.Hours, Contact: t.Contact + u.Contact, Unsaid: t.Unsaid + u.Unsaid, Whole: t.Whole + u.Whole}
}

// AdultTime is the adult time of the intervention: sessions a week times minutes each, pro rata to the group.
func (v Intervention) AdultTime() AdultTime {
	sessions, often := v.SessionsPerWeek.Number()
	minutes, long := v.MinutesEach.Number()
	if !often || !long || sessions < 0 || minutes < 0 {
		return AdultTime{Unsaid: 1}
	}
	contact := sessions * minutes / 60
	share, said := v.share()
	t := AdultTime{Hours: contact * share, Contact: contact}
	if !said {
		t.Whole = 1
	}
	return t
}

// share is the part of an adult’s time that is this child’s: 0.25 in a group of four, 2 where two adults help one child.
func (v Intervention) share() (share float64, said bool) {
	if adults, children, ok := v.Ratio.adultsToChildren(); ok {
		return adults / children, true
	}
	if size, ok := v.GroupSize.Number(); ok && size >= 1 {
		return 1 / size, true
	}
	return 1, false
}

// AdultTime is the adult time of the cycle, all its interventions together.
func (c Cycle) AdultTime() AdultTime {
	var sum AdultTime
	for _, v := range c.Interventions {
		sum = sum.plus(v.AdultTime())
	}
	sum.Hours, sum.Contact = toHundredths(sum.Hours), toHundredths(sum.Contact)
	return sum
}

func toHundredths(x float64) float64 { return math.Round(100*x) / 100 }

// Cost is the cost of the intervention in a year: as given, else the hourly rate times the hours of a year, else the
// hourly rate times this child’s share of the adult time over its weeks. It reports false where none can be had.
func (v Intervention) Cost() (Pence, bool) {
	if cost, ok := v.AnnualCost.Pounds(); ok {
		return cost, true
	}
	rate, ok := v.HourlyRate.Pounds()
	if !ok {
		return 0, false
	}
	if hours, ok := v.HoursPerYear.Number(); ok && hours >= 0 {
		return Pence(math.Round(float64(rate) * hours)), true
	}
	weeks, ok := v.Weeks.Number()
	time := v.AdultTime()
	if !ok || weeks < 0 || time.Unsaid > 0 {
		return 0, false
	}
	return Pence(math.Round(float64(rate) * time.Hours * weeks)), true
}

// Cost is the cost in a year of the cycle’s interventions, and how many of them say none. For information only.
func (c Cycle) Cost() (sum Pence, unsaid int) {
	for _, v := range c.Interventions {
		cost, ok := v.Cost()
		if !ok {
			unsaid++
		}
		sum += cost
	}
	return sum, unsaid
}

// Outcomes counts targets by what came of them.
type Outcomes struct{ Met, Part, Not, Unsaid int }

func (o *Outcomes) count(outcome Text) {
	switch outcome.Word() {
	case "met":
		o.Met++
	case "part":
		o.Part++
	case "not":
		o.Not++
	default:
		o.Unsaid++
	}
}

// Outcomes counts the cycle’s targets by what came of them; where none are given one by one, its interventions.
func (c Cycle) Outcomes() Outcomes {
	var o Outcomes
	for _, t := range c.Targets {
		o.count(t.Outcome)
	}
	if len(c.Targets) == 0 {
		for _, v := range c.Interventions {
			o.count(v.Outcome)
		}
	}
	return o
}

// Weeks is the length of the cycle in whole weeks from its start to its review, or to the day given while it runs.
func (c Cycle) Weeks(until statute.Day) (weeks int, ok bool) {
	start, end := dayOrNone(c.Start), dayOrNone(c.Reviewed)
	if end.IsZero() {
		end = until
	}
	if start.IsZero() || end.IsZero() || end.Before(start) {
		return 0, false
	}
	return end.Sub(start) / 7, true
}

// Rate is the year’s attendance in per cent of possible sessions: as given, else from the sessions.
func (y YearRate) Rate() (percent float64, ok bool) {
	if percent, ok := y.Percent.Percentage(); ok {
		return percent, true
	}
	possible, havePossible := y.Possible.Number()
	attended, haveAttended := y.Attended.Number()
	if !havePossible || !haveAttended || possible <= 0 {
		return 0, false
	}
	return 100 * attended / possible, true
}

// SuspendedSessions is the sessions (half school days) missed by suspensions that began within the months before the
// day and were not taken back, and how many of these do not say their sessions.
func (r Request) SuspendedSessions(on statute.Day, months int) (sessions, unsaid int) {
	since := on.AddMonths(-months)
	for _, s := range r.Suspensions {
		from := dayOrNone(s.From)
		if s.Type.Word() != "suspension" || s.Rescinded.Yes() || from.IsZero() || from.Before(since) || from.After(on) {
			continue
		}
		if n, ok := s.Sessions.Number(); ok {
			sessions += int(n)
		} else {
			unsaid++
		}
	}
	return sessions, unsaid
}

// ReportAge is the age in whole months, on the day, of the professional’s last report. False means there is none.
func (p Involved) ReportAge(on statute.Day) (months int, ok bool) {
	last := dayOrNone(p.LastReport)
	if last.IsZero() || last.After(on) {
		return 0, false
	}
	for !last.AddMonths(months + 1).After(on) {
		months++
	}
	return months, true
}

// AreaOf is the broad area of need to which an SEN2 code belongs, as the request names areas. OTH belongs to none.
func AreaOf(code string) (area string, ok bool) {
	switch code {
	case "SLCN", "ASD":
		return "communication_and_interaction", true
	case "SPLD", "MLD", "SLD", "PMLD", "DS":
		return "cognition_and_learning", true
	case "SEMH":
		return "social_emotional_and_mental_health", true
	case "HI", "VI", "MSI", "PD":
		return "sensory_and_physical", true
	}
	return "", false
}
