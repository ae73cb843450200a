package casework

import (
	"fmt"
	"math"

	"sendpanel/statute"
)

// disagreements lists what does not agree with something else in the request: cycles out of order, a review before its
// start, sessions that do not add up. A date that is none is left to the checks of the leaves.
func (r Request) disagreements() []Mend {
	var d disagreeing
	d.arrival(r)
	d.family(r)
	d.cycles(r.Cycles)
	for i, s := range r.Child.PreviousSettings {
		d.inOrder(s.From, s.To, fmt.Sprintf("child.previous_settings[%d].to", i), "from")
	}
	for i, p := range r.Professionals {
		at := fmt.Sprintf("professionals[%d].", i)
		d.inOrder(p.First, p.Last, at+"last_involved", "first_involved")
		d.inOrder(p.First, p.LastReport, at+"last_report", "first_involved")
	}
	for i, s := range r.Suspensions {
		d.inOrder(s.From, s.To, fmt.Sprintf("suspensions[%d].to", i), "from")
	}
	d.attainment(r.Attainment)
	for i, y := range r.Attendance {
		d.sessions(y, fmt.Sprintf("attendance[%d].", i))
	}
	return d.found
}

// disagreeing collects disagreements.
type disagreeing struct{ found []Mend }

func (d *disagreeing) addf(path, how, format string, args ...any) {
	d.found = append(d.found, Mend{Path: path, What: fmt.Sprintf(format, args...), How: how})
}

// inOrder holds that the later of two days does not lie before the earlier, which is named as first.
func (d *disagreeing) inOrder(first, later Text, path, name string) {
	a, b := dayOrNone(first), dayOrNone(later)
	if !a.IsZero() && !b.IsZero() && b.Before(a) {
		d.addf(path, "Look at both again.", "%s lies before %s, %s.", b.Short(), name, a.Short())
	}
}

func (d *disagreeing) arrival(r Request) {
	received, err := readMoment(r.ReceivedAt.Line())
	if err != nil {
		return
	}
	if entered, err := readMoment(r.EnteredAt.Line()); err == nil && statute.DayOf(entered).Before(statute.DayOf(received)) {
		d.addf("entered_at", "received_at is the first arrival anywhere in the council; entered_at, when it was typed in.", "lies before the day of receipt.")
	}
	t := r.Requester
	if w := t.Type.Word(); (w == "school" || w == "post16" || w == "early_years") && t.Setting.Empty() && t.URN.Empty() && t.UKPRN.Empty() && t.LAEstab.Empty() && t.Organisation.Empty() {
		d.addf("requester.setting", "Give the setting’s name in the council’s settings, or its URN.", "is missing, and so are urn, ukprn and la_estab.")
	}
}

// family holds that there is somebody to write to, and somewhere.
func (d *disagreeing) family(r Request) {
	own := !r.Child.Postcode.Empty() && len(r.Child.Address) > 0
	asksForSelf := r.Requester.Type.Word() == "young_person"
	if len(r.Family) == 0 && !asksForSelf {
		d.addf("family", "Give each parent or carer, or the young person, with an address.", "is empty: there is nobody to write to.")
	}
	for i, p := range r.Family {
		if p.LivesWith.Yes() && own || p.isSelf() && own {
			continue
		}
		at := fmt.Sprintf("family[%d].", i)
		if len(p.Address) == 0 {
			d.addf(at+"address", "Give it, or say lives_with_child: yes where it is the child’s.", "is missing.")
		}
		if p.Postcode.Empty() {
			d.addf(at+"postcode", "Give it: a letter needs one.", "is missing.")
		}
	}
}

// cycles holds that the cycles stand in order, none begins before the one above it was reviewed, and each is reviewed
// after it began.
func (d *disagreeing) cycles(cycles []Cycle) {
	var above, reviewed statute.Day
	for i, c := range cycles {
		at := fmt.Sprintf("cycles[%d].", i)
		start, end := dayOrNone(c.Start), dayOrNone(c.Reviewed)
		switch {
		case start.IsZero():
		case start.Before(above):
			d.addf(at+"start", "Put the cycles in order, earliest first.", "%s lies before the start of the cycle above it, %s.", start.Short(), above.Short())
		case start.Before(reviewed):
			d.addf(at+"start", "One cycle follows the review of the one before; look at both dates again.", "%s lies before the review of the cycle above it, %s.", start.Short(), reviewed.Short())
		}
		if !start.IsZero() && !end.IsZero() && !end.After(start) {
			d.addf(at+"reviewed", "Look at both dates again.", "%s does not lie after the start, %s.", end.Short(), start.Short())
		}
		if !start.IsZero() {
			above = start
		}
		if !end.IsZero() {
			reviewed = end
		}
		d.interventions(c, at)
	}
}

func (d *disagreeing) interventions(c Cycle, at string) {
	for i, v := range c.Interventions {
		here := fmt.Sprintf("%sdo[%d].", at, i)
		d.inOrder(v.Start, v.End, here+"end", "start")
		d.inOrder(c.Start, v.End, here+"end", "the start of its cycle")
		if _, children, ok := v.Ratio.adultsToChildren(); ok {
			if size, given := v.GroupSize.Number(); given && size < children {
				d.addf(here+"group_size", "Give one of the two.", "%g children are fewer than the ratio, %s, speaks of.", size, v.Ratio.Line())
			}
		}
		rate, rated := v.HourlyRate.Pounds()
		hours, counted := v.HoursPerYear.Number()
		cost, costed := v.AnnualCost.Pounds()
		product := Pence(math.Round(float64(rate) * hours))
		if rated && counted && costed && math.Abs(float64(product-cost)) > 0.05*float64(max(product, cost)) {
			d.addf(here+"annual_cost", "Look at the three again.", "%s is not hourly_rate times hours_per_year, which is %s.", cost, product)
		}
	}
}

// attainment holds that one measure has one value on one day.
func (d *disagreeing) attainment(points []Measure) {
	type key struct{ date, subject, measure string }
	seen := map[key]Text{}
	for i, p := range points {
		k := key{p.Date.Line(), p.Subject.Word(), p.Measure.Word()}
		if before, twice := seen[k]; twice && before != p.Value && k.date != "" {
			d.addf(fmt.Sprintf("attainment[%d].value", i), "Keep the right one.", "%s differs from the value given above for the same measure on the same day.", quoted(string(p.Value)))
		}
		seen[k] = p.Value
	}
}

// sessions holds that the sessions of a school year add up, and agree with its percentage.
func (d *disagreeing) sessions(y YearRate, at string) {
	possible, havePossible := y.Possible.Number()
	attended, haveAttended := y.Attended.Number()
	authorised, haveAuthorised := y.Authorised.Number()
	unauthorised, haveUnauthorised := y.Unauthorised.Number()
	switch sum := attended + authorised + unauthorised; {
	case havePossible && attended > possible:
		d.addf(at+"attended", "Look at both again.", "%g is more than the sessions possible, %g.", attended, possible)
	case havePossible && haveAttended && haveAuthorised && haveUnauthorised && sum != possible:
		d.addf(at+"possible", "Look at the four again.", "%g is not attended, authorised and unauthorised together, which are %g.", possible, sum)
	}
	given, haveGiven := y.Percent.Percentage()
	if havePossible && haveAttended && haveGiven && possible > 0 && attended <= possible && math.Abs(given-100*attended/possible) > 0.1 {
		d.addf(at+"percent", "Look at the three again.", "%g is not %g of %g sessions, which is %.1f.", given, attended, possible, 100*attended/possible)
	}
	if percent, ok := y.Rate(); ok && !y.Persistent.Empty() && y.Persistent.Yes() != (percent <= 90) {
		d.addf(at+"persistent_absence", "It is yes where a tenth or more of the sessions was missed.", "does not go with %.1f per cent.", percent)
	}
}
