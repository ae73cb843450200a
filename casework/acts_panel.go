package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// MarkUrgent has the case listed before others. The duty is to act as soon as practicable, whatever the long-stop.
type MarkUrgent struct {
	Reason UrgentReason `json:"reason"`
	Facts  string       `json:"facts"`
}

// Kind is ActUrgent.
func (MarkUrgent) Kind() ActKind { return ActUrgent }

func (a MarkUrgent) check(_ Case, _ Actor, _ statute.Day, g *gaps) {
	reasons := []UrgentReason{RiskOfExclusion, NoSchoolPlace, InHospital, Bereavement, FromAbroad}
	if !slices.Contains(reasons, a.Reason) {
		g.addf("reason", "Write risk_of_exclusion, no_school_place, hospital, bereavement or arrival_from_abroad.", "%q is not a reason for urgency.", a.Reason)
	}
	if blank(a.Facts) {
		g.add("facts", "are missing.", "Say in a sentence what makes it urgent.")
	}
}

func (a MarkUrgent) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{MarkedUrgent(a)}, nil
}

// List puts the case on the agenda of a meeting of the panel.
type List struct {
	Panel string      `json:"panel"`
	Name  string      `json:"name,omitempty"` // filled in from the council's settings
	On    statute.Day `json:"on"`             // the day of the meeting
	// Meeting is filled in from the register, where it holds a meeting of the panel on the day.
	Meeting MeetingRef `json:"meeting,omitempty"`
}

// Kind is ActList.
func (List) Kind() ActKind { return ActList }

// check refuses a meeting that would leave no time to send the decision.
func (a List) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if blank(a.Panel) {
		g.add("panel", "is missing.", "Name the panel as the council’s settings do.")
	}
	c.checkMeeting("on", a.On, on, g)
}

func (a List) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{Listed(a)}, nil
}

// checkMeeting refuses a day on which a meeting would come too late, or is past.
func (c Case) checkMeeting(path string, day, today statute.Day, g *gaps) {
	sendBy := c.Opened.Decide.SendBy
	switch {
	case day.IsZero() || day.Before(today):
		g.addf(path, "Give the day of a coming meeting.", "must be a day from today (%s) on.", today.Short())
	case day.After(sendBy) && !today.After(sendBy):
		g.addf(path, "Choose an earlier meeting, or decide without one. A manager may agree an assessment the same day.",
			"is after %s, the last day on which the decision can be sent in time.", sendBy.Long())
	}
}

// DeclareInterest takes a panel member out of the case: by their own word, or because the family objects to them.
type DeclareInterest struct {
	Member PersonID `json:"member,omitempty"` // whose interest; the person who declares, if left out
	What   string   `json:"what"`
	Source string   `json:"source,omitempty"` // "declared", or "family" where the family objects
}

// Kind is ActInterest.
func (DeclareInterest) Kind() ActKind { return ActInterest }

func (a DeclareInterest) check(_ Case, by Actor, _ statute.Day, g *gaps) {
	if blank(a.What) {
		g.add("what", "is missing.", "Say in a few words what the interest is.")
	}
	if a.Source != "" && a.Source != "declared" && a.Source != "family" {
		g.addf("source", "Write declared or family.", "%q is not a source.", a.Source)
	}
	if a.Member != "" && a.Member != by.Person && !by.Has(CaseworkOfficer) && !by.Has(Clerk) {
		g.add("member", "is somebody else.", "Each member declares for themselves; an officer or the clerk records the family’s objection.")
	}
}

func (a DeclareInterest) follows(_ Case, by Actor, _ statute.Day) ([]Body, error) {
	body := InterestDeclared{Member: a.Member, What: a.What, Source: orElse(a.Source, "declared")}
	if body.Member == "" {
		body.Member = by.Person
	}
	return []Body{body}, nil
}

// RecordView records a panel member's own view of the case against the legal test. The family can ask to read it. Given
// again before the panel has advised, it takes the place of the earlier one.
type RecordView struct {
	Panel    string    `json:"panel"`
	Findings []Finding `json:"findings"`
	Note     string    `json:"note,omitempty"`
}

// Kind is ActView.
func (RecordView) Kind() ActKind { return ActView }

func (a RecordView) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	c.checkPanelIs(a.Panel, g)
	checkFindings(c, "findings", a.Findings, g)
}

func (a RecordView) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{Viewed{Panel: a.Panel, Limbs: a.Findings, Note: a.Note}}, nil
}

// checkPanelIs refuses another panel than the one on whose agenda the case is.
func (c Case) checkPanelIs(panel string, g *gaps) {
	if c.Listed != nil && panel != c.Listed.Panel {
		g.addf("panel", "Name that panel, or list the case for the other one.", "%q is not the panel on whose agenda the case is (%s).", panel, c.Listed.Panel)
	}
}

// Defer puts the case off to another meeting of the panel, and shows what that costs: the clock does not stop, and past
// the last day for sending there is no deferral.
type Defer struct {
	Panel    string      `json:"panel"`
	Until    statute.Day `json:"until"` // the day of the other meeting
	Why      string      `json:"why"`
	AskedFor []Ask       `json:"asked_for,omitempty"`
	Meeting  MeetingRef  `json:"meeting,omitempty"` // filled in from the register, as for [List]
}

// Kind is ActDefer.
func (Defer) Kind() ActKind { return ActDefer }

func (a Defer) check(c Case, _ Actor, on statute.Day, g *gaps) {
	c.checkPanelIs(a.Panel, g)
	if on.After(c.Opened.Decide.SendBy) {
		g.addf("", "Record who decides today, and tell the family.", "The last day for sending the decision in time, %s, has passed: there is no deferral any more.", c.Opened.Decide.SendBy.Long())
		return
	}
	c.checkMeeting("until", a.Until, on.AddDays(1), g)
	if blank(a.Why) {
		g.add("why", "is missing.", "Say what the panel needs, and why it cannot advise on what it has.")
	}
	for i, ask := range a.AskedFor {
		if blank(ask.Of) || blank(ask.For) || ask.By.IsZero() || ask.By.After(a.Until) {
			g.addf(fmt.Sprintf("asked_for[%d]", i), "Give of, for, and a day by that is not after the meeting.", "does not say of whom, what for and by when.")
		}
	}
}

func (a Defer) follows(c Case, _ Actor, on statute.Day) ([]Body, error) {
	return []Body{Deferred{
		Panel: a.Panel, Until: a.Until, Why: a.Why, AskedFor: a.AskedFor,
		DaysLeft: c.Opened.Decide.SendBy.Sub(a.Until), DaysWaited: on.Sub(c.Opened.Received), Meeting: a.Meeting,
	}}, nil
}

// Recommend records what the panel advises the council to decide. The panel does not decide.
type Recommend struct {
	Panel   string     `json:"panel"`
	Name    string     `json:"name,omitempty"` // filled in from the council's settings
	Outcome Outcome    `json:"outcome"`
	Present []PersonID `json:"present"`
	Quorum  int        `json:"quorum,omitempty"` // filled in from the council's settings, and looked up again when recorded
	Limbs   []Finding  `json:"limbs,omitempty"`  // the reasons on each limb of the test, where they are given apart
	Reasons string     `json:"reasons"`
	Dissent string     `json:"dissent,omitempty"`
}

// Kind is ActRecommend.
func (Recommend) Kind() ActKind { return ActRecommend }

func (a Recommend) check(c Case, _ Actor, on statute.Day, g *gaps) {
	c.checkPanelIs(a.Panel, g)
	checkOutcome(a.Outcome, g)
	c.checkMet(on, g)
	if blank(a.Reasons) {
		g.add("reasons", "are missing.", "Say in plain words why the panel advises this, for this child.")
	}
	a.checkLimbs(c, g)
	if a.Quorum < 1 {
		g.add("panel", "has no quorum in the council’s settings.", "Record the panel’s quorum there first.")
	}
	if len(a.Present) == 0 {
		g.add("present", "names nobody.", "Name who was there. Whether they make a quorum on this case is counted when it is recorded.")
	}
}

// checkLimbs looks at the reasons on each limb, where they are given: they are sound, and they bear the advice out.
func (a Recommend) checkLimbs(c Case, g *gaps) {
	if len(a.Limbs) == 0 {
		return
	}
	checkFindings(c, "limbs", a.Limbs, g)
	failed := 0
	for i, f := range a.Limbs {
		if f.Answer != NotMet {
			continue
		}
		failed++
		if blank(f.Reason) {
			g.add(fmt.Sprintf("limbs[%d].reason", i), "is missing.", "Say in plain words why the limb is not met for this child.")
		}
	}
	switch {
	case a.Outcome == Assess && failed > 0:
		g.add("outcome", "is assess, and a limb is recorded as not met.", "Change the finding, or advise not_assess.")
	case a.Outcome == NotAssess && failed != 1:
		g.addf("outcome", "Name the one limb of the test that is not met: 8a or 8b.", "is not_assess with %d limbs not met, and a refusal would rest on one.", failed)
	}
}

func (a Recommend) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	return []Body{Recommended{
		Panel: a.Panel, Name: orElse(a.Name, c.panelName()), Outcome: a.Outcome, Present: a.Present, Quorum: a.Quorum, Limbs: a.Limbs, Reasons: a.Reasons, Dissent: a.Dissent,
	}}, nil
}

// ViewsFor is the views that somebody may read on the day: before the meeting has opened a member sees only their own, so
// that each forms one; the decision-maker sees none until then. Nobody with an interest of their own sees any. Where the register holds no meeting, its day stands for
// its opening.
func (c Case) ViewsFor(who Actor, on statute.Day) []MemberView {
	met := c.Stage != StageConsidering || c.panelHasMet(on)
	_, interested := c.PersonalInterest(who)
	return slices.DeleteFunc(slices.Clone(c.Views), func(v MemberView) bool {
		return v.Member != who.Person && (!met || interested)
	})
}
