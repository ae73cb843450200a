package evidence

import (
	"fmt"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// cyclesWith makes a look for the cycles that hold something.
func cyclesWith(holds func(casework.Cycle) bool) func(bundle) []Place {
	return func(p bundle) []Place {
		var found []Place
		for i, c := range p.request.Cycles {
			if holds(c) {
				found = append(found, p.in(InCycles, "%s", cycleWords(i, c)))
			}
		}
		return found
	}
}

// cycleWords names a cycle by the day it began, or by its place where that is not given.
func cycleWords(i int, c casework.Cycle) string {
	if c.Start.Empty() {
		return fmt.Sprintf("cycle %d", i+1)
	}
	return "the cycle from " + long(c.Start)
}

func assessed(c casework.Cycle) bool   { return !c.Assess.Empty() || len(c.Baselines) > 0 }
func planned(c casework.Cycle) bool    { return !c.Plan.Empty() || len(c.Targets) > 0 }
func withFamily(c casework.Cycle) bool { return !c.FamilyPart.Empty() }
func exits(c casework.Cycle) bool      { return len(c.Exits) > 0 }

// measured reports whether an aim holds a number, or a number in words.
func measured(c casework.Cycle) bool {
	text := join(c.Plan)
	for _, t := range c.Targets {
		text += join(t.Target)
	}
	return hasNumber(text)
}

// hasReview reports whether anything is said of how the cycle went.
func hasReview(c casework.Cycle) bool {
	for _, t := range c.Targets {
		if !t.Outcome.Empty() || !t.Comment.Empty() {
			return true
		}
	}
	return !c.Review.Empty()
}

func done(c casework.Cycle) bool {
	for _, in := range c.Interventions {
		if !in.Name.Empty() {
			return true
		}
	}
	return false
}

// amounts reports whether it can be seen of some help who gave it, how often and for how long.
func amounts(c casework.Cycle) bool {
	for _, in := range c.Interventions {
		if (!in.DeliveredBy.Empty() || !in.Role.Empty()) && !in.SessionsPerWeek.Empty() && !in.MinutesEach.Empty() {
			return true
		}
	}
	return false
}

func outcomes(c casework.Cycle) bool {
	for _, in := range c.Interventions {
		if !in.Outcome.Empty() || !in.Exit.Empty() || !in.Comment.Empty() {
			return true
		}
	}
	return false
}

func tried(p bundle) []Place {
	return append(cyclesWith(done)(p), p.told("what was tried", func(r SchoolReply) casework.Text { return r.WhatWasTried })...)
}

func reviewed(p bundle) []Place {
	return append(cyclesWith(hasReview)(p), p.told("what happened", func(r SchoolReply) casework.Text { return r.WhatHappened })...)
}

// changedAfterReview takes a cycle that was planned or begun after another had been reviewed.
func changedAfterReview(p bundle) []Place {
	var found []Place
	for i, later := range p.request.Cycles {
		for j, earlier := range p.request.Cycles {
			if i != j && hasReview(earlier) && (planned(later) || done(later)) && before(earlier, later, j < i) {
				found = append(found, p.in(InCycles, "%s, planned after a review", cycleWords(i, later)))
				break
			}
		}
	}
	return found
}

// before reports whether one cycle began before another; where a day is missing, the order in the request stands.
func before(a, b casework.Cycle, standsBefore bool) bool {
	dayA, errA := statute.ParseDay(a.Start.Line())
	dayB, errB := statute.ParseDay(b.Start.Line())
	if errA != nil || errB != nil {
		return standsBefore
	}
	return dayA.Before(dayB)
}

// childTookPart looks for the child's name, or for words such as "chose" and "own list", in what is said of a cycle.
func childTookPart(p bundle) []Place {
	name := p.request.Child.PreferredName.Line()
	if name == "" {
		name, _, _ = strings.Cut(p.request.Child.Forenames.Line(), " ")
	}
	return cyclesWith(func(c casework.Cycle) bool {
		return !c.ChildPart.Empty() || mentions(c.FamilyPart.Line(), named(name)) || mentions(allOf(c), childsPart())
	})(p)
}

// adviceUsed looks for a specialist in what was assessed, planned and done in a cycle.
func adviceUsed(p bundle) []Place {
	return cyclesWith(func(c casework.Cycle) bool {
		text := join(c.Assess, c.Plan, c.NextStep)
		for _, in := range c.Interventions {
			text += join(in.Name, in.DeliveredBy) + strings.ReplaceAll(in.Role.Line(), "_", " ") + " | "
		}
		return mentions(text, specialists())
	})(p)
}

// whenReduced looks for words such as "without" and "less help", and for the same help given in two cycles, the later time
// less of it.
func whenReduced(p bundle) []Place {
	found := cyclesWith(func(c casework.Cycle) bool { return mentions(seen(c), lessHelp()) })(p)
	for i, later := range p.request.Cycles {
		for j, earlier := range p.request.Cycles {
			if name := lessOfTheSame(earlier, later); name != "" && i != j && hasReview(later) && before(earlier, later, j < i) {
				found = append(found, p.in(InCycles, "%s, in which there was less of “%s” than in %s", cycleWords(i, later), name, cycleWords(j, earlier)))
			}
		}
	}
	for _, d := range p.docs {
		if mentions(d.says, lessHelp()) {
			found = append(found, d.place())
		}
	}
	return append(found, p.told("when help was less", func(r SchoolReply) casework.Text { return r.WhenHelpWasLess })...)
}

// lessOfTheSame names an intervention of which a week of the later cycle had less than a week of the earlier.
func lessOfTheSame(earlier, later casework.Cycle) string {
	for _, a := range earlier.Interventions {
		for _, b := range later.Interventions {
			was, known1 := weekly(a)
			is, known2 := weekly(b)
			if known1 && known2 && is < was && !a.Name.Empty() && strings.EqualFold(a.Name.Line(), b.Name.Line()) {
				return b.Name.Line()
			}
		}
	}
	return ""
}

// weekly is the minutes of an intervention in a week.
func weekly(in casework.Intervention) (float64, bool) {
	sessions, err1 := strconv.ParseFloat(in.SessionsPerWeek.Line(), 64)
	minutes, err2 := strconv.ParseFloat(in.MinutesEach.Line(), 64)
	return sessions * minutes, err1 == nil && err2 == nil
}

// openParts names the parts of a cycle that are not filled in. A cycle that is under way has no review yet, and that is no
// fault.
func openParts(p bundle) []string {
	var open []string
	for i, c := range p.request.Cycles {
		var lacks []string
		for _, part := range []struct {
			is   bool
			name string
		}{{assessed(c), "what was found at the start"}, {planned(c), "what was planned"}, {done(c), "what was done"}, {hasReview(c), "a review"}} {
			if !part.is {
				lacks = append(lacks, part.name)
			}
		}
		if len(lacks) > 0 {
			open = append(open, capital(cycleWords(i, c))+" does not have yet: "+list(lacks)+".")
		}
	}
	return open
}

// allOf is all that is written of a cycle.
func allOf(c casework.Cycle) string {
	return join(c.Assess, c.Plan, c.FamilyPart, c.ChildPart, c.NextStep) + seen(c)
}

// seen is what is written of how a cycle went. What was only planned is not in it.
func seen(c casework.Cycle) string {
	text := join(c.Review)
	for _, t := range c.Targets {
		text += join(t.Comment)
	}
	for _, in := range c.Interventions {
		text += join(in.Comment)
	}
	return text
}

// join puts texts one after another so that no cue is found across their border.
func join(texts ...casework.Text) string {
	s := ""
	for _, t := range texts {
		s += t.Line() + " | "
	}
	return s
}
