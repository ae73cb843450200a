package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// A refusal can be undone: by agreement at mediation, by the Tribunal, by the council itself. The case then goes on to the
// assessment, on the clocks that the way of it starts (reg 42, 44, 45) and never on the sixteen and twenty weeks of a
// request; only where the council simply changes its mind do those run on. While an appeal or a mediation is open the case
// stays open.

// AppealRecorded: the family appealed to the Tribunal against the refusal.
type AppealRecorded struct {
	On       statute.Day    `json:"on"`                // the day on which the Tribunal registered it
	Admitted statute.Day    `json:"admitted,omitzero"` // the day on which it extended the time, where it had ended
	Respond  *statute.Dates `json:"respond,omitempty"` // T19, unless the Tribunal’s directions give another day
}

// AppealEnded: the appeal ended without an order to assess.
type AppealEnded struct {
	On  statute.Day `json:"on"`
	How string      `json:"how"` // "dismissed" or "withdrawn"
}

// Overturned: the refusal was undone, and the council will assess.
type Overturned struct {
	How        statute.Overturn `json:"how"`
	On         statute.Day      `json:"on"`
	Why        string           `json:"why,omitempty"`
	Agreed     []statute.Agreed `json:"agreed,omitempty"`     // the days that the parties set at mediation
	Clocks     []statute.Clock  `json:"clocks"`               // every reading that is open, and the earlier, which is worked to
	Tell       *statute.Dates   `json:"tell,omitempty"`       // by when the family is told; none where only "as soon as practicable"
	DecidedBy  string           `json:"decided_by,omitempty"` // none where the Tribunal ordered it
	Post       string           `json:"post,omitempty"`
	Delegation *Delegation      `json:"delegation,omitempty"`
}

// OverturnTold: every family notice of the overturned refusal has been posted.
type OverturnTold struct {
	On  statute.Day `json:"on"`
	Due statute.Day `json:"due,omitzero"`
}

// OverturnLate: the day by which the family was to be told of the assessment has passed.
type OverturnLate struct {
	Rule statute.RuleID `json:"rule"`
	Due  statute.Day    `json:"due"`
}

// Kind is KindAppeal, and so for each of the bodies below.
func (AppealRecorded) Kind() Kind { return KindAppeal }
func (AppealEnded) Kind() Kind    { return KindAppealEnded }
func (Overturned) Kind() Kind     { return KindOverturned }
func (OverturnTold) Kind() Kind   { return KindOverturnTold }
func (OverturnLate) Kind() Kind   { return KindOverturnLate }

// Challenge is how far the family's challenge to a refusal has come.
type Challenge struct {
	Appeal    statute.Day `json:"appeal,omitzero"`    // registered; none while there is none, and after it ended
	Mediation statute.Day `json:"mediation,omitzero"` // wanted since
	Over      statute.Day `json:"over,omitzero"`      // the day on which the last of them ended
	// LastAppeal is the last day of an appeal with the certificate of a mediation that has ended.
	LastAppeal statute.Day `json:"last_appeal,omitzero"`
}

// Undone is an overturned refusal as the case carries it.
type Undone struct {
	Seq    int              `json:"seq"`
	How    statute.Overturn `json:"how"`
	On     statute.Day      `json:"on"`
	Clocks []statute.Clock  `json:"clocks"`
	Tell   *statute.Dates   `json:"tell,omitempty"`
	Told   statute.Day      `json:"told,omitzero"`
	Late   bool             `json:"late,omitempty"`
}

// Due is the day on which a stage after the overturn is due, or none where the law gives none.
func (u Undone) Due(stage statute.Stage) (statute.Clock, bool) {
	i := slices.IndexFunc(u.Clocks, func(c statute.Clock) bool { return c.Stage == stage })
	if i < 0 {
		return statute.Clock{}, false
	}
	return u.Clocks[i], true
}

// challenged reports whether an appeal or a mediation is open, so that the case cannot close.
func (c Case) challenged() bool {
	return c.Challenge != nil && (!c.Challenge.Appeal.IsZero() || !c.Challenge.Mediation.IsZero())
}

// refusedAndTold wants a refusal whose notice has been sent and that still stands.
func (c Case) refusedAndTold(g *gaps) bool {
	switch {
	case c.NoticeGiven == nil || c.NoticeGiven.Appeal == nil:
		g.add("", "There is no refusal against which anybody could appeal.", "Look whether this is the right case.")
	case c.Undone != nil:
		g.addf("", "Nothing more is to be done about it.", "The refusal was undone on %s.", c.Undone.On.Long())
	default:
		return true
	}
	return false
}

// between wants a day from the notice up to today.
func (c Case) between(day, today statute.Day, g *gaps) {
	if day.IsZero() || day.After(today) || c.NoticeGiven != nil && day.Before(c.NoticeGiven.On) {
		g.add("on", "must lie between the notice and today.", "Give the day.")
	}
}

// takeOverturn takes what becomes of a refusal.
func (c *Case) takeOverturn(e Event) {
	switch b := e.Body.(type) {
	case AppealRecorded:
		c.Challenge = c.challenge(func(ch *Challenge) { ch.Appeal = b.On })
	case AppealEnded:
		c.Challenge = c.challenge(func(ch *Challenge) { ch.Appeal, ch.Over = statute.Day{}, b.On })
	case CertificateIssued:
		if c.Challenge != nil {
			c.Challenge = c.challenge(func(ch *Challenge) { ch.Mediation = statute.Day{} })
		}
	case Overturned:
		c.Undone = &Undone{Seq: e.Seq, How: b.How, On: b.On, Clocks: b.Clocks, Tell: b.Tell}
		c.Challenge, c.Stage = nil, StageOverturned
	case OverturnTold:
		undone := *c.Undone
		undone.Told = b.On
		c.Undone, c.Stage = &undone, StageNotified
	case OverturnLate:
		undone := *c.Undone
		undone.Late = true
		c.Undone = &undone
	}
}

func (c *Case) challenge(change func(*Challenge)) *Challenge {
	var ch Challenge
	if c.Challenge != nil {
		ch = *c.Challenge
	}
	change(&ch)
	return &ch
}

// overturnMoments is the day after the last one on which the family was to be told of the assessment.
func (c Case) overturnMoments() []tick {
	if c.Undone == nil || c.Undone.Tell == nil || c.Undone.Late || !c.Undone.Told.IsZero() {
		return nil
	}
	tell := c.Undone.Tell
	return []tick{{
		on: tell.SendBy.AddDays(1), why: "the last day for telling the family of the assessment will have passed",
		body: OverturnLate{Rule: tell.Rule, Due: tell.Due},
		follows: []Body{TaskRaised{Task: "overturn-late", For: Director, What: fmt.Sprintf(
			"The family is to be told by %s that the council will assess, and its letters are not posted. Decide who sees to it today.", tell.Due.Long())}},
	}}
}

// overturnTold says that the family has been told, once the last of its letters is posted.
func (c Case) overturnTold() []Body {
	if c.Undone == nil || !c.Undone.Told.IsZero() || len(c.family()) == 0 {
		return nil
	}
	last, all := c.allPosted(OverturnLetter, c.Undone.Seq)
	if !all {
		return nil
	}
	told := OverturnTold{On: last}
	if c.Undone.Tell != nil {
		told.Due = c.Undone.Tell.Due
	}
	bodies := []Body{told}
	if c.taskOpen("overturn-late") {
		bodies = append(bodies, TaskDone{Task: "overturn-late", How: "The family has been told."})
	}
	return bodies
}
