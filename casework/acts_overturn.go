package casework

import (
	"slices"

	"sendpanel/statute"
)

// RecordAppeal records that the family appealed against the refusal. The case stays open until the appeal has ended.
type RecordAppeal struct {
	On statute.Day `json:"on"`
}

// Kind is ActAppeal.
func (RecordAppeal) Kind() ActKind { return ActAppeal }

func (a RecordAppeal) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.refusedAndTold(g) {
		c.between(a.On, on, g)
	}
	if c.Challenge != nil && !c.Challenge.Appeal.IsZero() {
		g.addf("", "Nothing more is to be done.", "An appeal of %s is recorded and has not ended.", c.Challenge.Appeal.Long())
	}
}

func (a RecordAppeal) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{AppealRecorded(a)}, nil
}

// RecordMediation records that the family wants mediation. It is held within thirty days.
type RecordMediation struct {
	On statute.Day `json:"on"` // the day on which the family told the council
}

// Kind is ActMediation.
func (RecordMediation) Kind() ActKind { return ActMediation }

func (a RecordMediation) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.refusedAndTold(g) {
		c.between(a.On, on, g)
	}
}

func (a RecordMediation) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	held, err := c.duty(RuleMediate, a.On)
	if err != nil {
		return nil, err
	}
	return []Body{MediationRecorded{On: a.On, Held: held}, TaskRaised{Task: "mediation", For: CaseworkOfficer,
		What: "Arrange the mediation that the family wants, by " + held.Due.Long() + ", with somebody who may settle it."}}, nil
}

// EndAppeal records that an appeal ended without an order to assess. Where the time for another has ended too, the case
// closes.
type EndAppeal struct {
	On  statute.Day `json:"on"`
	How string      `json:"how"`
}

// Kind is ActEndAppeal.
func (EndAppeal) Kind() ActKind { return ActEndAppeal }

func (a EndAppeal) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.Challenge == nil || c.Challenge.Appeal.IsZero() {
		g.add("", "No appeal is recorded.", "Record it first, with record_appeal.")
	}
	c.between(a.On, on, g)
	if a.How != "dismissed" && a.How != "withdrawn" {
		g.addf("how", "Write dismissed or withdrawn. An order to assess is recorded with overturn.", "%q is not a way in which an appeal ends.", a.How)
	}
}

func (a EndAppeal) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{AppealEnded(a)}, nil
}

// Overturn records that the refusal is undone, by whom and when. What the council gives up itself an officer with a
// delegation gives up; what the Tribunal orders anybody who carries the case records.
type Overturn struct {
	How statute.Overturn `json:"how"`
	On  statute.Day      `json:"on"`
	Why string           `json:"why,omitempty"`
}

// Kind is ActOverturn.
func (Overturn) Kind() ActKind { return ActOverturn }

func (a Overturn) check(c Case, by Actor, on statute.Day, g *gaps) {
	if !c.refusedAndTold(g) {
		return
	}
	c.between(a.On, on, g)
	if !slices.Contains(statute.Overturns(), a.How) {
		g.addf("how", "Write “mediation agreement”, “order of the Tribunal”, “sealed consent order”, “notice to the Tribunal under reg 45” or how else, as docs/law.md has it.", "%q is not a way in which a refusal is undone.", a.How)
		return
	}
	appealed := c.Challenge != nil && !c.Challenge.Appeal.IsZero()
	if needs := a.How != statute.ByMediation && a.How != statute.Informally; needs && !appealed {
		g.add("how", "takes an appeal, and none is recorded.", "Record it first, with record_appeal.")
	}
	if a.How == statute.Informally && appealed {
		g.add("how", "is something else while an appeal is open.", "Give notice under reg 45, agree a consent order, or record the concession as one.")
	}
	if !a.byTribunal() && by.Delegation == nil {
		g.addf("by", "Ask an officer who has one.", "%s has no delegation in force to undo a refusal for the council.", nameOf(by))
	}
	if !a.byTribunal() && blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence why the council now assesses. It stays in the file.")
	}
}

func (a Overturn) byTribunal() bool {
	return a.How == statute.ByOrder || a.How == statute.ByConsentOrder
}

// follows computes what is due now, takes back what was printed of the refusal and ends the tasks of the challenge.
func (a Overturn) follows(c Case, by Actor, _ statute.Day) ([]Body, error) {
	law, err := statute.RuleSetByID(c.Opened.RuleSet)
	if err != nil {
		return nil, err
	}
	clocks, err := law.AfterOverturn(statute.Overturned{How: a.How, Matter: statute.AssessmentRefused, On: a.On, Received: c.Opened.Received})
	if err != nil {
		return nil, err
	}
	body := Overturned{How: a.How, On: a.On, Why: a.Why, Clocks: clocks}
	if clocks[0].Stage == statute.SayAssessment {
		tell, err := c.duty(clocks[0].WorkTo.Rule, a.On)
		if err != nil {
			return nil, err
		}
		body.Tell = &tell
	}
	if !a.byTribunal() {
		body.DecidedBy, body.Post, body.Delegation = by.Name, by.Post, by.Delegation
	}
	bodies := append([]Body{body}, c.recallAll("The refusal has been undone.")...)
	if c.taskOpen("mediation") {
		bodies = append(bodies, TaskDone{Task: "mediation", How: "The refusal has been undone."})
	}
	return bodies, nil
}

// duty computes the dates of a rule under the law that governs the case, for letters by first class post.
func (c Case) duty(rule statute.RuleID, from statute.Day) (statute.Dates, error) {
	law, err := statute.RuleSetByID(c.Opened.RuleSet)
	if err != nil {
		return statute.Dates{}, err
	}
	duty, err := law.Duty(rule)
	if err != nil {
		return statute.Dates{}, err
	}
	return duty.From(from, statute.By(statute.FirstClass))
}
