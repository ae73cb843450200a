package statute

import (
	"errors"
	"fmt"
)

// Overturn is a way in which a refusal is undone.
type Overturn string

// The ways. Only the first four start clocks of their own.
const (
	ByMediation    Overturn = "mediation agreement"
	ByOrder        Overturn = "order of the Tribunal"
	ByReg45        Overturn = "notice to the Tribunal under reg 45"
	ByConsentOrder Overturn = "sealed consent order"
	ByConcession   Overturn = "concession during an appeal, without notice under reg 45 or a sealed order"
	Informally     Overturn = "change of mind without appeal or agreement"
)

// Overturns returns every way in which a refusal is undone.
func Overturns() []Overturn {
	return []Overturn{ByMediation, ByOrder, ByReg45, ByConsentOrder, ByConcession, Informally}
}

// Matter is what was refused, and is now granted.
type Matter string

// The matters of appeal (s.51(2)), and what the Tribunal could not order.
const (
	AssessmentRefused Matter = "refusal to assess or re-assess"
	PlanRefused       Matter = "refusal to make a plan"
	PlanContents      Matter = "contents of the plan"
	PlanSchool        Matter = "school or type of school"
	NotForTribunal    Matter = "a matter that the Tribunal could not order"
)

// Stage is one thing that an overturned refusal makes due.
type Stage string

// The stages.
const (
	SayAssessment Stage = "tell the family that the assessment will happen"
	NoPlanStage   Stage = "no plan, with reasons"
	DraftStage    Stage = "draft plan"
	FinalStage    Stage = "final plan"
	AmendedStage  Stage = "amended plan"
	AgreedStage   Stage = "what was agreed"
)

// Overturned are the facts of an overturned refusal.
type Overturned struct {
	How    Overturn `json:"how"`
	Matter Matter   `json:"matter"`
	// On is the day of the agreement, of the order, of the notice to the Tribunal or of the change of mind.
	On Day `json:"on"`
	// Received is the day of the request that was refused: the original clock runs from it.
	Received Day `json:"received"`
	// Agreed are the days that the parties set at mediation in the place of those of the regulations (reg 42).
	Agreed []Agreed `json:"agreed,omitempty"`
}

// Agreed is a day that the parties to a mediation agreement set for a stage.
type Agreed struct {
	Stage Stage `json:"stage"`
	By    Day   `json:"by"`
}

// Reading is one view of the law, with the dates that follow from it.
type Reading struct {
	Name  string `json:"name"`
	Dates Dates  `json:"dates"`
}

// Clock is what is due at one stage after an overturn: every reading that is open, and the earliest, which is worked
// to.
type Clock struct {
	Stage    Stage     `json:"stage"`
	WorkTo   Dates     `json:"work_to"`
	Readings []Reading `json:"readings"`
	// ForLawyers says that two readings differ, and by how much; empty when there is one.
	ForLawyers string `json:"for_lawyers,omitzero"`
}

type stageRule struct {
	stage Stage
	rule  RuleID
}

// AfterOverturn returns the clocks that an overturned refusal starts or leaves running.
//
// A mediation agreement, an order and a sealed consent order run by reg 44 (and reg 42), a notice under reg 45 by
// that regulation. A change of mind or another concession leaves the original 16 and 20 weeks running (R (W) v
// Hertfordshire CC [2023] EWHC 3138 (Admin)); for a concession it is open whether reg 45 applies as well, so both
// readings are computed. Where the parties to a mediation agreement set a day of their own for a stage, it is worked to
// (reg 42), and the one that reg 44 gives stands beside it.
func (s RuleSet) AfterOverturn(o Overturned) ([]Clock, error) {
	if o.On.IsZero() {
		return nil, errors.New("the day of the agreement, order, notice or change of mind is missing")
	}
	if len(o.Agreed) > 0 && o.How != ByMediation {
		return nil, fmt.Errorf("only the parties to a mediation agreement set days of their own, not %s", o.How)
	}
	started, err := o.started()
	if err != nil {
		return nil, err
	}
	var clocks []Clock
	for _, sr := range started {
		if _, runs := original(sr.stage); o.How == Informally && !runs {
			continue
		}
		clock, err := s.clock(o, sr)
		if err != nil {
			return nil, fmt.Errorf("%s, %s: %w", o.How, sr.stage, err)
		}
		clocks = append(clocks, clock)
	}
	if clocks == nil {
		return nil, fmt.Errorf("%s about %s is owed as soon as practicable: %w", o.How, o.Matter, ErrNoNumber)
	}
	return clocks, nil
}

// started lists the stages with the rule that the overturn itself starts, or would start on the open reading.
func (o Overturned) started() ([]stageRule, error) {
	rules, known := map[Matter][]stageRule{
		AssessmentRefused: {{SayAssessment, "T21"}, {NoPlanStage, "T22"}, {FinalStage, "T23"}},
		PlanRefused:       {{DraftStage, "T24.draft"}, {FinalStage, "T24.final"}},
		PlanContents:      {{AmendedStage, "T25.amend"}},
		PlanSchool:        {{AmendedStage, "T26"}},
		NotForTribunal:    {{AgreedStage, "T20"}},
	}[o.Matter]
	if !known {
		return nil, fmt.Errorf("%q is not a matter of appeal", o.Matter)
	}
	switch o.How {
	case ByMediation:
		return rules, nil
	case ByOrder, ByConsentOrder:
		if o.Matter == NotForTribunal {
			return nil, fmt.Errorf("the Tribunal cannot order %q", o.Matter)
		}
		return rules, nil
	case ByReg45, ByConcession, Informally:
		return o.conceded()
	}
	return nil, fmt.Errorf("%q is not a way in which a refusal is undone", o.How)
}

func (o Overturned) conceded() ([]stageRule, error) {
	rules, known := map[Matter][]stageRule{
		AssessmentRefused: {{SayAssessment, "T29.notify"}, {NoPlanStage, "T29.noplan"}, {FinalStage, "T29.final"}},
		PlanRefused:       {{DraftStage, "T29.draft"}, {FinalStage, "T29.planfinal"}},
		PlanContents:      {{AmendedStage, "T29.contents"}},
		PlanSchool:        {{AmendedStage, "T29.school"}},
	}[o.Matter]
	if !known {
		return nil, fmt.Errorf("%q cannot be conceded in an appeal", o.Matter)
	}
	return rules, nil
}

// original names the rule of the first clock for a stage.
func original(stage Stage) (RuleID, bool) {
	switch stage {
	case NoPlanStage:
		return "T08", true
	case FinalStage:
		return "T11", true
	}
	return "", false
}

func (s RuleSet) clock(o Overturned, sr stageRule) (Clock, error) {
	clock := Clock{Stage: sr.stage}
	add := func(name string, id RuleID, from Day) error {
		d, err := s.dates(id, from)
		if err != nil {
			return err
		}
		clock.Readings = append(clock.Readings, Reading{Name: name, Dates: d})
		return nil
	}
	first, runs := original(sr.stage)
	runs = runs && (o.How == ByConcession || o.How == Informally)
	if runs {
		if o.Received.IsZero() {
			return Clock{}, errors.New("the day of the request is missing: its clock still runs")
		}
		if err := add("the original clock runs on", first, o.Received); err != nil {
			return Clock{}, err
		}
	}
	if o.How != Informally {
		if err := add(o.readingName(), sr.rule, o.On); err != nil {
			return Clock{}, err
		}
	}
	clock.settle(o.How == ByConcession && !runs)
	return s.agreed(o, clock)
}

// agreed works to the day that the parties set for a stage, if they set one.
func (s RuleSet) agreed(o Overturned, clock Clock) (Clock, error) {
	for _, a := range o.Agreed {
		if a.Stage != clock.Stage {
			continue
		}
		d, err := s.dates("T20.agreed", o.On, Second(a.By))
		if err != nil {
			return Clock{}, err
		}
		regulation := clock.WorkTo.Due
		clock.Readings, clock.WorkTo = append(clock.Readings, Reading{Name: "the day that the parties agreed", Dates: d}), d
		if d.Due.After(regulation) {
			clock.ForLawyers = fmt.Sprintf("the parties agreed %s, later than the %s that the regulations give: see that the family agreed to it in writing", d.Due.Short(), regulation.Short())
		}
	}
	return clock, nil
}

func (o Overturned) readingName() string {
	if o.How == ByConcession {
		return "as if notice under reg 45 had been given"
	}
	return string(o.How)
}

// settle works to the earliest reading and marks what is open. A stage is undated when only a reading that is open
// gives it a day.
func (c *Clock) settle(undated bool) {
	c.WorkTo = c.Readings[0].Dates
	for _, r := range c.Readings[1:] {
		if r.Dates.Due.Before(c.WorkTo.Due) {
			c.WorkTo = r.Dates
		}
	}
	switch apart := c.apart(); {
	case apart > 0:
		c.ForLawyers = fmt.Sprintf("two readings, %s apart: the earlier, %s, is worked to", daysOf(apart), c.WorkTo.Due.Short())
	case undated:
		c.ForLawyers = "only reg 45 dates this stage, and whether it applies is open: worked to " + c.WorkTo.Due.Short()
	}
}

func (c *Clock) apart() int {
	first, last := c.Readings[0].Dates.Due, c.Readings[0].Dates.Due
	for _, r := range c.Readings[1:] {
		first, last = minDay(first, r.Dates.Due), maxDay(last, r.Dates.Due)
	}
	return last.Sub(first)
}
