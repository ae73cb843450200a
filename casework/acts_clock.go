package casework

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// ClaimException claims one of the exceptions that the law lists against the six weeks (reg 5(4)) or, during the assessment,
// against the limit of its outcome (reg 10(4), 13(3), 44(3)). It is tested against the dates, stands beside the due date and
// never changes it. It can be claimed only once the council has determined that a plan may be necessary.
type ClaimException struct {
	Rule  statute.RuleID `json:"rule,omitempty"` // whose limit; during the assessment the plan's unless it says another
	Claim statute.Claim  `json:"claim"`
}

// Kind is ActClaim.
func (ClaimException) Kind() ActKind { return ActClaim }

// check refuses a limb the rule does not have, a claim that its own dates do not bear out, and one that is not complete.
func (a ClaimException) check(c Case, by Actor, on statute.Day, g *gaps) {
	if _, err := a.against(c); err != nil {
		g.add("rule", "has no limit to which an exception could be claimed now.", err.Error())
		return
	}
	tested, err := a.test(c, by, on)
	if err != nil {
		g.add("claim.limb", "is not an exception to this limit.", err.Error())
		return
	}
	for _, missing := range tested.Missing {
		g.addf("claim", "Fill it in.", "is not complete: %s is missing.", missing)
	}
	if len(tested.Missing) == 0 && !tested.Stands() {
		g.add("claim", "does not hold.", strings.Join(tested.Why, " "))
	}
}

func (a ClaimException) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	tested, err := a.test(c, by, on)
	if err != nil {
		return nil, err
	}
	return []Body{ExceptionClaimed{Tested: tested}}, nil
}

// test holds the claim, in the name of whoever makes it, against the limit.
func (a ClaimException) test(c Case, by Actor, on statute.Day) (statute.Tested, error) {
	a.Claim.Author, a.Claim.ClaimedOn = by.Name, on
	dates, err := a.against(c)
	if err != nil {
		return statute.Tested{}, err
	}
	return dates.Test(a.Claim)
}

// against are the dates that the claim is held against.
func (a ClaimException) against(c Case) (statute.Dates, error) {
	limits := c.Claimable()
	for _, d := range limits {
		if a.Rule == "" || a.Rule == d.Rule {
			return d, nil
		}
	}
	if len(limits) == 0 {
		return statute.Dates{}, errors.New("the council owes nothing in this case whose limit runs")
	}
	return statute.Dates{}, fmt.Errorf("%s does not run in this case now: write %s", a.Rule, limits[0].Rule)
}

// Claimable are the limits that run now and that an exception can be claimed against, the one that matters most first.
func (c Case) Claimable() []statute.Dates {
	if c.NoticeGiven == nil && c.Undone == nil {
		return []statute.Dates{c.Opened.Decide}
	}
	var limits []statute.Dates
	for _, how := range []AssessmentOutcome{FinalPlan, NoPlan} {
		if dates, runs := c.OutcomeBy(how); runs {
			limits = append(limits, dates)
		}
	}
	return limits
}

// EndException records that the fact of an exception has ended. The duty is then "as soon as practicable".
type EndException struct {
	Limb string      `json:"limb"`
	On   statute.Day `json:"on"` // the first day after the fact
}

// Kind is ActEndClaim.
func (EndException) Kind() ActKind { return ActEndClaim }

func (a EndException) check(c Case, _ Actor, on statute.Day, g *gaps) {
	open := slices.ContainsFunc(c.Exceptions, func(e ExceptionAt) bool { return e.Limb == a.Limb && e.Until.IsZero() })
	if !open {
		g.addf("limb", "Copy it from the case.", "%q is not an exception whose end is open.", a.Limb)
	}
	if a.On.IsZero() || a.On.After(on) {
		g.add("on", "must be a day up to today.", "Give the first day after the fact.")
	}
}

func (a EndException) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{ExceptionEnded(a)}, nil
}

// exceptionOn finds an exception to a rule's limit in force at the end of the day.
func (c Case) exceptionOn(rule statute.RuleID, day statute.Day) (ExceptionAt, bool) {
	for _, e := range c.Exceptions {
		if e.Rule == rule && e.Stand && !day.Before(e.From) && (e.Until.IsZero() || day.Before(e.Until)) {
			return e, true
		}
	}
	return ExceptionAt{}, false
}

// RecordCertificate records that a mediation certificate was issued. An appeal may then come until a month from it, or
// until two months from the notice, whichever is later (tribunal rule 20(1)(c)).
type RecordCertificate struct {
	On statute.Day `json:"on"`
}

// Kind is ActCertificate.
func (RecordCertificate) Kind() ActKind { return ActCertificate }

func (a RecordCertificate) check(c Case, _ Actor, on statute.Day, g *gaps) {
	switch {
	case c.NoticeGiven.Appeal == nil:
		g.add("", "There is no appeal against a decision to assess.", "Look whether this is the right case.")
	case a.On.IsZero() || a.On.Before(c.NoticeGiven.On) || a.On.After(on):
		g.addf("on", "Give the day on the certificate.", "must lie between the notice (%s) and today.", c.NoticeGiven.On.Short())
	}
}

func (a RecordCertificate) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	limits, err := appealLimits(c.Opened.RuleSet, c.NoticeGiven.RunsFrom(), a.On)
	if err != nil {
		return nil, err
	}
	bodies := []Body{CertificateIssued{On: a.On, Appeal: limits.Appeal}}
	if c.taskOpen("mediation") {
		bodies = append(bodies, TaskDone{Task: "mediation", How: "A mediation certificate has been issued."})
	}
	return bodies, nil
}
