package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// RecordAppeal records that the family appealed against the refusal. The case stays open until the appeal has ended. A case
// that was closed is taken up again for an appeal that the Tribunal let in late (tribunal rules 5, 20).
type RecordAppeal struct {
	On statute.Day `json:"on"` // the day on which the Tribunal registered it
	// Admitted is the day on which the Tribunal extended the time, for an appeal that came after it had ended.
	Admitted statute.Day `json:"admitted,omitzero"`
}

// Kind is ActAppeal.
func (RecordAppeal) Kind() ActKind { return ActAppeal }

func (a RecordAppeal) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.refusedAndTold(g) && c.mayReopen(g) {
		c.between(a.On, on, g)
		late := a.On.After(c.lastAppeal())
		switch {
		case late && a.Admitted.IsZero():
			g.addf("admitted", "Only the Tribunal extends the time. Give the day on which it did, from its order.", "is missing: the time for an appeal ended on %s.", c.lastAppeal().Long())
		case !a.Admitted.IsZero() && (a.Admitted.Before(c.NoticeGiven.On) || a.Admitted.After(on)):
			g.add("admitted", "must lie between the notice and today.", "Give the day on which the Tribunal extended the time, or leave it out.")
		}
	}
	if c.Challenge != nil && !c.Challenge.Appeal.IsZero() {
		g.addf("", "Nothing more is to be done.", "An appeal of %s is recorded and has not ended.", c.Challenge.Appeal.Long())
	}
}

// follows gives the officer the response to the Tribunal. The Tribunal’s own directions prevail over the day.
func (a RecordAppeal) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	respond, err := c.duty(RuleRespond, a.On)
	if err != nil {
		return nil, err
	}
	return append(c.reopen("The Tribunal has let an appeal in after the case was closed."), AppealRecorded{On: a.On, Admitted: a.Admitted, Respond: &respond},
		TaskRaised{Task: taskRespond, For: CaseworkOfficer, What: "Respond to the appeal by " + respond.Due.Long() + ", or by the day that the Tribunal’s directions give."}), nil
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

func (a EndAppeal) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	return append([]Body{AppealEnded(a)}, c.responded("The appeal has ended.")...), nil
}

// taskRespond is the response to an appeal.
const taskRespond TaskID = "respond-to-appeal"

// responded ends the task of the response where it is still open.
func (c Case) responded(how string) []Body {
	if !c.taskOpen(taskRespond) {
		return nil
	}
	return []Body{TaskDone{Task: taskRespond, How: how}}
}

// Overturn records that the refusal is undone, by whom and when. What the council gives up itself an officer with a
// delegation gives up; what the Tribunal orders anybody who carries the case records.
type Overturn struct {
	How statute.Overturn `json:"how"`
	On  statute.Day      `json:"on"`
	Why string           `json:"why,omitempty"`
	// Agreed are the days that the parties set at mediation in the place of those of reg 44 (reg 42).
	Agreed []statute.Agreed `json:"agreed,omitempty"`
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
	a.checkAgreed(g)
	if !a.byTribunal() && by.Delegation == nil {
		g.addf("by", "Ask an officer who has one.", "%s has no delegation in force to undo a refusal for the council.", nameOf(by))
	}
	if !a.byTribunal() && blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence why the council now assesses. It stays in the file.")
	}
}

// checkAgreed wants each day that the parties set to be for a stage of an assessment, once, and not before the agreement.
func (a Overturn) checkAgreed(g *gaps) {
	if len(a.Agreed) > 0 && a.How != statute.ByMediation {
		g.add("agreed", "is there, and only the parties to a mediation agreement set days of their own.", "Leave it out.")
	}
	seen := map[statute.Stage]bool{}
	for i, day := range a.Agreed {
		at := fmt.Sprintf("agreed[%d]", i)
		switch day.Stage {
		case statute.NoPlanStage, statute.FinalStage:
		default:
			g.addf(at+".stage", fmt.Sprintf("Write “%s” or “%s”. The family is told of the assessment within two weeks whatever was agreed.", statute.NoPlanStage, statute.FinalStage), "%q is not a stage for which the parties set a day.", day.Stage)
		}
		if seen[day.Stage] {
			g.addf(at+".stage", "Keep one day for each stage.", "“%s” is there twice.", day.Stage)
		}
		seen[day.Stage] = true
		if day.By.Before(a.On) {
			g.add(at+".by", "lies before the agreement, or is missing.", "Give the day that the parties set.")
		}
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
	clocks, err := law.AfterOverturn(statute.Overturned{How: a.How, Matter: statute.AssessmentRefused, On: a.On, Received: c.Opened.Received, Agreed: a.Agreed})
	if err != nil {
		return nil, err
	}
	body := Overturned{How: a.How, On: a.On, Why: a.Why, Agreed: a.Agreed, Clocks: clocks}
	if clocks[0].Stage == statute.SayAssessment {
		body.Tell = &clocks[0].WorkTo
	}
	if !a.byTribunal() {
		body.DecidedBy, body.Post, body.Delegation = by.Name, by.Post, by.Delegation
	}
	bodies := append([]Body{body}, c.recallAll("The refusal has been undone.")...)
	if c.taskOpen("mediation") {
		bodies = append(bodies, TaskDone{Task: "mediation", How: "The refusal has been undone."})
	}
	bodies = append(bodies, c.responded("The refusal has been undone.")...)
	return bodies, nil
}

// duty computes the dates of a rule under the law that governs the case, for letters by first class post.
func (c Case) duty(rule statute.RuleID, from statute.Day, more ...statute.Option) (statute.Dates, error) {
	law, err := statute.RuleSetByID(c.Opened.RuleSet)
	if err != nil {
		return statute.Dates{}, err
	}
	duty, err := law.Duty(rule)
	if err != nil {
		return statute.Dates{}, err
	}
	return duty.From(from, append(more, statute.By(statute.FirstClass))...)
}
