package letters

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
)

// deferral tells the family that the panel has put the request off: why, what was asked of whom and by when, how long the
// family has waited, and that none of its dates moves, because nothing in the Act or the Regulations stops the six weeks.
func (d *draft) deferral() {
	put, ok := d.deferred()
	if !ok {
		return
	}
	d.open("deferral.title", "More information asked for")
	d.say("deferral.put_off", "deferral.clock")
	d.about(Fact{"The panel looks again on", long(put.Until)}, Fact{"Our answer by, as before", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "deferral.why.heading")
	if d.apart() {
		d.say("deferral.untold")
	} else {
		d.lead("deferral.why")
		d.quote(Mark{Source: "practice", Holds: []Element{Cause}}, put.Why)
		d.asks(put.AskedFor, "deferral.asked")
	}
	d.heading(2, "deferral.dates.heading")
	d.lead("deferral.dates")
	d.add(Steps{Rows: d.unmoved(put)})
	if d.underException() {
		d.say("deferral.exception")
	}
	d.say("deferral.waited", "deferral.views")
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// schoolDeferral tells the setting what is asked of it, and no more of why.
func (d *draft) schoolDeferral() {
	put, ok := d.deferred()
	if !ok {
		return
	}
	d.open("deferral.title", "More information asked for")
	d.say("deferral.put_off", "deferral.clock")
	d.about(Fact{"The panel looks again on", long(put.Until)}, Fact{"Our answer to the family by, as before", long(d.facts.Case.Opened.Decide.Due)})
	d.heading(2, "considering.school.heading")
	own := slices.DeleteFunc(slices.Clone(put.AskedFor), func(a casework.Ask) bool { return !d.ofThisSchool(a) })
	if len(own) > 0 {
		d.asks(own, "deferral.school.asked")
		d.say("reply.enclosed")
	} else {
		d.say("deferral.school.nothing")
	}
	d.say("considering.school.support", "ack.school.privacy")
	d.talk()
	d.say("close.call")
	d.sign()
	if len(own) > 0 {
		d.askedForm(own)
	}
}

// deferred is the deferral that owes the letter, with the words for it.
func (d *draft) deferred() (casework.Deferred, bool) {
	put, ok := d.facts.Owing.Body.(casework.Deferred)
	if !ok {
		d.gap(Cause, "no deferral is recorded", "SEND Regs 2014 reg 5(1)", "Record what the panel asked for and why.")
		return put, false
	}
	d.words["until"], d.words["waited"] = long(put.Until), waited(put.DaysWaited)
	return put, true
}

// waited is how long somebody has waited, as one says it.
func waited(days int) string {
	weeks, rest := days/7, days%7
	var parts []string
	for _, p := range []struct {
		n    int
		unit string
	}{{weeks, "week"}, {rest, "day"}} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.unit)
		case p.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", p.n, p.unit))
		}
	}
	if len(parts) == 0 {
		return "less than a day"
	}
	return strings.Join(parts, " and ")
}

// asks lists what was asked for: of whom, what, and by which day.
func (d *draft) asks(asked []casework.Ask, lead string) {
	if len(asked) == 0 {
		return
	}
	d.lead(lead)
	var rows []Step
	for _, a := range asked {
		who := a.Of
		if d.voice != toSchool && d.ofThisSchool(a) {
			who = d.words["school_start"]
		}
		what := a.For
		if d.voice != toSchool {
			what = sentence(who) + ": " + a.For
		}
		rows = append(rows, Step{Mark: Mark{Source: "practice", Holds: []Element{AskedFor}}, When: "By " + date(a.By), What: plain(what)})
	}
	d.add(Steps{Rows: rows})
}

// ofThisSchool reports whether the child's own setting is asked.
func (d *draft) ofThisSchool(a casework.Ask) bool {
	s, _ := d.facts.Council.School(d.facts.Case.Opened.Setting)
	of := strings.ToLower(strings.TrimSpace(a.Of))
	return of == string(casework.TheSchool) || of == "the school" || of != "" && of == strings.ToLower(s.Name)
}

// unmoved are the dates of the request, each as it was.
func (d *draft) unmoved(put casework.Deferred) []Step {
	o := d.facts.Case.Opened
	return []Step{
		d.step(date(put.Until), "deferral.step.panel"), d.stepBy(o.Decide.SendBy, "deferral.step.send"), d.stepBy(o.Decide.Due, "deferral.step.answer"),
		d.stepBy(o.NoPlan.Due, "deferral.step.no_plan"), d.stepBy(o.Plan.Due, "deferral.step.plan"),
	}
}

// underException reports whether an exception that holds is in force on the day of the letter.
func (d *draft) underException() bool {
	for _, e := range d.facts.Case.Exceptions {
		if e.Stand && !d.facts.On.Before(e.From) && (e.Until.IsZero() || d.facts.On.Before(e.Until)) {
			d.words["limb"] = e.Limb
			return true
		}
	}
	return false
}

// apart reports whether the reader is kept apart from another in the family, so that what officers wrote freely is not
// for them to read.
func (d *draft) apart() bool {
	return d.protected() || slices.Contains(d.facts.Case.Dispute, d.to.ID)
}

// sentence begins with a capital letter.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return s
	}
	first := []rune(s)
	return strings.ToUpper(string(first[:1])) + string(first[1:])
}
