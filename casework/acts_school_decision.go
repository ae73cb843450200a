package casework

import "sendpanel/statute"

// DecisionShared: the family has agreed that a school which the child came to after the decision has the letter about it.
// Nothing in the Regulations sends it one: reg 5(2) names those who were told of the assessment before.
type DecisionShared struct {
	AgreedBy AddresseeID `json:"agreed_by"`
	On       statute.Day `json:"on"`
	How      string      `json:"how"`
}

// Kind is KindDecisionShared.
func (DecisionShared) Kind() Kind { return KindDecisionShared }

// ShareDecision records that the family agrees. The letter to the school is then made and sent as any other.
type ShareDecision struct {
	AgreedBy AddresseeID `json:"agreed_by"`
	On       statute.Day `json:"on"`
	How      string      `json:"how"`
}

// Kind is ActShareDecision.
func (ShareDecision) Kind() ActKind { return ActShareDecision }

func (a ShareDecision) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if !c.DecidedBeforeThisSchool() || c.Opened.School == nil {
		g.add("", "There is no school here that the child came to after the decision.", "A school that the child was with is told by itself.")
	}
	if _, known := c.Addressee(a.AgreedBy); !known || a.AgreedBy == School {
		g.add("agreed_by", "is nobody of the family in this case.", "Choose who agreed.")
	}
	if c.NewSchool != nil && (a.On.IsZero() || a.On.After(on) || a.On.Before(c.NewSchool.On)) {
		g.add("on", "must be a day since the child changed school, up to today.", "Give the day on which they agreed.")
	}
	if blank(a.How) {
		g.add("how", "is missing.", "Say in a sentence what was asked and how they answered.")
	}
}

func (a ShareDecision) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	bodies := []Body{DecisionShared(a)}
	if c.taskOpen(TaskNewSchool) {
		bodies = append(bodies, TaskDone{Task: TaskNewSchool, How: "The family agreed, and the new school is sent the letter."})
	}
	return bodies, nil
}

// takeShared takes the family’s agreement: the decision is the new school’s to be told.
func (c *Case) takeShared(e Event) {
	if _, ok := e.Body.(DecisionShared); ok && c.NewSchool != nil {
		now := *c.NewSchool
		now.Shared = true
		c.NewSchool = &now
	}
}

// DecidedBeforeThisSchool reports whether the child came to the school after the family had been told of the decision, and
// nobody of the family has agreed since that the school may have it. A refusal that is undone afterwards is told anew.
func (c Case) DecidedBeforeThisSchool() bool {
	return c.NewSchool != nil && c.NewSchool.Decided && !c.NewSchool.Shared && (c.Undone == nil || c.Undone.Seq < c.NewSchool.Seq)
}
