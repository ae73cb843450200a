package casework

import (
	"fmt"

	"sendpanel/statute"
)

// RecordMediation records that the family wants mediation. It is held within thirty days. A case that was closed is taken
// up again for it: nothing forbids a council to talk to a family late.
type RecordMediation struct {
	On  statute.Day `json:"on"`            // the day on which the family told the council
	Why string      `json:"why,omitempty"` // why the council goes to it, in a case that was closed
}

// Kind is ActMediation.
func (RecordMediation) Kind() ActKind { return ActMediation }

func (a RecordMediation) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.refusedAndTold(g) && c.mayReopen(g) {
		c.between(a.On, on, g)
	}
	if c.Closed() && blank(a.Why) {
		g.add("why", "is missing: the time for mediation has passed and the case was closed.", "Say in a sentence why the council goes to mediation now.")
	}
}

func (a RecordMediation) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	held, err := c.duty(RuleMediate, a.On)
	if err != nil {
		return nil, err
	}
	return append(c.reopen("The family wants mediation, and the council goes to it."), MediationRecorded{On: a.On, Held: held, Why: a.Why}, TaskRaised{Task: "mediation", For: CaseworkOfficer,
		What: "Arrange the mediation that the family wants, by " + held.Due.Long() + ", with somebody who may settle it."}), nil
}

// EndMediation records that a mediation ended and the refusal stands. What was agreed instead is to be kept within two
// weeks, or by the days that the parties set (reg 42).
type EndMediation struct {
	On     statute.Day     `json:"on"`
	How    MediationEnding `json:"how"`
	Agreed []Undertaking   `json:"agreed,omitempty"`
}

// Undertaking is something that the council agreed to do.
type Undertaking struct {
	What string      `json:"what"`
	By   statute.Day `json:"by,omitzero"` // the day that the parties set; none for two weeks
}

// Kind is ActEndMediation.
func (EndMediation) Kind() ActKind { return ActEndMediation }

func (a EndMediation) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if c.Challenge == nil || c.Challenge.Mediation.IsZero() {
		g.add("", "No mediation is recorded.", "Record it first, with record_mediation.")
		return
	}
	if a.On.IsZero() || a.On.Before(c.Challenge.Mediation) || a.On.After(on) {
		g.addf("on", "Give the day on which it ended.", "must lie between the day on which the family wanted it (%s) and today.", c.Challenge.Mediation.Short())
	}
	switch a.How {
	case NoAgreement, FamilyWithdrew:
		if len(a.Agreed) > 0 {
			g.add("agreed", "is there, and nothing was agreed.", "Write agreed_other for how, or leave it out.")
		}
	case AgreedOther:
		if len(a.Agreed) == 0 {
			g.add("agreed", "is missing.", "Write what the council is to do, and by when if the parties set a day.")
		}
	default:
		g.addf("how", "Write no_agreement, agreed_other or family_withdrew. An agreement to assess is recorded with overturn.", "%q is not a way in which a mediation ends.", a.How)
	}
	for i, u := range a.Agreed {
		if blank(u.What) {
			g.add(fmt.Sprintf("agreed[%d].what", i), "is missing.", "Write what the council is to do.")
		}
		if !u.By.IsZero() && u.By.Before(a.On) {
			g.add(fmt.Sprintf("agreed[%d].by", i), "lies before the agreement.", "Give the day that the parties set, or leave it out for two weeks.")
		}
	}
}

// follows computes until when the certificate may come and an appeal with it, and makes a task of everything agreed.
func (a EndMediation) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	certify, err := c.duty(RuleCertify, a.On)
	if err != nil {
		return nil, err
	}
	limits, err := appealLimits(c.Opened.RuleSet, c.NoticeGiven.RunsFrom(), certify.Due)
	if err != nil {
		return nil, err
	}
	ended := MediationEnded{On: a.On, How: a.How, Certify: certify, LastAppeal: limits.Appeal}
	bodies := []Body{nil}
	for i, u := range a.Agreed {
		due, err := c.toKeepBy(a.On, u.By)
		if err != nil {
			return nil, err
		}
		k := ToKeep{Task: TaskID(fmt.Sprintf("agreed-%d-%d", c.Seq+1, i+1)), What: u.What, By: u.By, Due: due}
		ended.Agreed = append(ended.Agreed, k)
		bodies = append(bodies, TaskRaised{Task: k.Task, For: CaseworkOfficer, What: "Agreed at mediation, to be done by " + due.Due.Long() + ": " + u.What})
	}
	bodies[0] = ended
	if c.taskOpen("mediation") {
		bodies = append(bodies, TaskDone{Task: "mediation", How: "The mediation has ended."})
	}
	return bodies, nil
}

// toKeepBy are the dates of something agreed: by the day that the parties set, or within two weeks.
func (c Case) toKeepBy(agreed, by statute.Day) (statute.Dates, error) {
	if by.IsZero() {
		return c.duty(RuleAgreed, agreed)
	}
	return c.duty(RuleAgreed+".agreed", agreed, statute.Second(by))
}
