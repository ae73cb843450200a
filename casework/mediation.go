package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// MediationRecorded: the family told the council that it wants mediation. It is held within thirty days (reg 36, 37).
type MediationRecorded struct {
	On   statute.Day   `json:"on"`
	Held statute.Dates `json:"held"`          // T16
	Why  string        `json:"why,omitempty"` // why the council goes to it, where its time had passed
}

// MediationEnding is how a mediation ended without undoing the refusal.
type MediationEnding string

// The endings. Where the council agrees to assess, the refusal is undone, with [Overturn].
const (
	NoAgreement    MediationEnding = "no_agreement"
	AgreedOther    MediationEnding = "agreed_other" // the refusal stands, and something else was agreed
	FamilyWithdrew MediationEnding = "family_withdrew"
)

// MediationEnded: the mediation is over and the refusal stands. The adviser gives the family a certificate, from which the
// time for an appeal may run on.
type MediationEnded struct {
	On         statute.Day     `json:"on"`
	How        MediationEnding `json:"how"`
	Certify    statute.Dates   `json:"certify"`          // T17: until when the adviser issues the certificate
	LastAppeal statute.Dates   `json:"last_appeal"`      // T18, with a certificate of that day
	Agreed     []ToKeep        `json:"agreed,omitempty"` // what the council is to do
}

// ToKeep is something that the council agreed to at mediation, to be done within two weeks or by the day that the parties
// set (reg 42).
type ToKeep struct {
	Task TaskID        `json:"task"`
	What string        `json:"what"`
	By   statute.Day   `json:"by,omitzero"` // the day that the parties set, if they set one
	Due  statute.Dates `json:"due"`         // T20, or T20.agreed
}

// AgreementLate: the day by which something agreed at mediation was to be done has passed.
type AgreementLate struct {
	Task TaskID      `json:"task"`
	Due  statute.Day `json:"due"`
}

// Reopened: a case that had been closed was taken up again, because the family may still challenge the refusal after all.
type Reopened struct {
	Why string `json:"why"`
}

// Kind is KindMediation, and so for each of the bodies below.
func (MediationRecorded) Kind() Kind { return KindMediation }
func (MediationEnded) Kind() Kind    { return KindMediationEnded }
func (AgreementLate) Kind() Kind     { return KindAgreementLate }
func (Reopened) Kind() Kind          { return KindReopened }

// Agreement is something to keep as the case carries it. Whether it is done, its task says.
type Agreement struct {
	Task TaskID      `json:"task"`
	Due  statute.Day `json:"due"`
	Late bool        `json:"late,omitempty"`
}

// takeMediation takes what becomes of a mediation, and of a case that is taken up again for one or for an appeal.
func (c *Case) takeMediation(e Event) {
	switch b := e.Body.(type) {
	case Reopened:
		c.Stage, c.ClosedWhy = StageNotified, ""
	case MediationRecorded:
		c.Challenge = c.challenge(func(ch *Challenge) { ch.Mediation = b.On })
	case MediationEnded:
		c.Challenge = c.challenge(func(ch *Challenge) {
			ch.Mediation, ch.Over, ch.LastAppeal = statute.Day{}, b.On, b.LastAppeal.Effective
		})
		for _, k := range b.Agreed {
			c.Agreements = append(slices.Clip(c.Agreements), Agreement{Task: k.Task, Due: k.Due.Due})
		}
	case AgreementLate:
		c.Agreements = slices.Clone(c.Agreements)
		for i := range c.Agreements {
			c.Agreements[i].Late = c.Agreements[i].Late || c.Agreements[i].Task == b.Task
		}
	}
}

// keptAgreement notes the day on which something agreed at mediation was done.
func (c *Case) keptAgreement(task TaskID, on statute.Day) {
	if slices.ContainsFunc(c.Agreements, func(a Agreement) bool { return a.Task == task }) {
		c.Challenge = c.challenge(func(ch *Challenge) { ch.Over = on })
	}
}

// toKeep reports whether something agreed at mediation is not recorded as done.
func (c Case) toKeep() bool {
	return slices.ContainsFunc(c.Agreements, func(a Agreement) bool { return c.taskOpen(a.Task) })
}

// agreementMoments are the days after those by which what was agreed was to be done, while it is not.
func (c Case) agreementMoments() []tick {
	var coming []tick
	for _, a := range c.Agreements {
		if a.Late || !c.taskOpen(a.Task) {
			continue
		}
		coming = append(coming, tick{
			on: a.Due.AddDays(1), why: "the day by which something agreed at mediation was to be done will have passed",
			body: AgreementLate{Task: a.Task, Due: a.Due},
			follows: []Body{TaskRaised{Task: "late:" + a.Task, For: ServiceManager, What: fmt.Sprintf(
				"What was agreed at mediation was to be done by %s and is not recorded as done. Decide who does it today.", a.Due.Long())}},
		})
	}
	return coming
}

// whyAppealTime is why a refused case closes. Only such a one is ever taken up again.
const whyAppealTime = "The time for an appeal has ended and none is recorded."

// reopen is what a challenge says first in a case that had been closed.
func (c Case) reopen(why string) []Body {
	if !c.Closed() {
		return nil
	}
	return []Body{Reopened{Why: why}}
}

// mayReopen wants a closed case to be one that closed because the time for an appeal had ended.
func (c Case) mayReopen(g *gaps) bool {
	if c.Closed() && c.ClosedWhy != whyAppealTime {
		g.addf("", "Ask the family whether they want to make a new request.", "The case is closed for another reason, and nobody can appeal in it: %s", c.ClosedWhy)
		return false
	}
	return true
}
