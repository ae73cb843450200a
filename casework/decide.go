package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// Decide records the council's decision whether to secure an EHC needs assessment (s.36(5), s.36(8)).
//
// An agreement is light: both limbs met, a sentence, evidence picked. A refusal is refused while its one failing limb
// lacks a finding, evidence, an answer to what spoke for the request, or a reason; while the family has not been asked
// for its views; and while nobody says why the panel's advice is not followed, or why no panel met.
type Decide struct {
	Decision
}

// Kind is ActDecide.
func (Decide) Kind() ActKind { return ActDecide }

func (a Decide) check(c Case, by Actor, on statute.Day, g *gaps) {
	checkOutcome(a.Outcome, g)
	checkFindings(c, "findings", a.Findings, g)
	if a.Outcome == NotAssess {
		a.checkRefusal(c, by, on, g)
		return
	}
	a.checkAgreement(g)
}

// follows raises the tasks of the calls that come before the letters.
func (a Decide) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	bodies := []Body{Decided{Decision: a.Decision, Prose: c.Prose(a.Decision), DecidedBy: by.Name, Post: by.Post, Delegation: *by.Delegation}}
	after, err := c.Apply(c.Record(bodies, by, on.At(12, 0))...)
	if err != nil {
		return nil, err
	}
	for _, key := range c.Printed() {
		if overtaken(key.Kind) {
			bodies = append(bodies, Voided{Letter: key, Why: "The decision has been made."})
		}
	}
	bodies = append(bodies, c.endDelayTasks("The decision has been made.")...)
	bodies = append(append(bodies, a.reviewTask()...), a.panelReport(c)...)
	bodies = append(bodies, after.callTasks()...)
	for _, end := range after.callMoment() { // what is late waits for no call, from the moment of the decision
		if !end.on.After(on) {
			bodies = append(bodies, end.body)
		}
	}
	return bodies, nil
}

// checkAgreement asks for the two limbs of s.36(8), both met.
func (a Decide) checkAgreement(g *gaps) {
	for _, limb := range []Limb{Limb8a, Limb8b} {
		if f, ok := findingOn(a.Findings, limb); !ok || f.Answer != Met {
			g.addf("findings", "Answer it with yes, or decide not to assess.", "%s is not answered with yes, which an agreement needs.", limb.asked())
		}
	}
	if f, ok := findingOn(a.Findings, LimbS1); ok && f.Answer != Met {
		g.add("findings", "say that limb S1 is not met, and an agreement passes it.", "Answer met, or leave the limb out.")
	}
	reasoned := false
	for _, f := range a.Findings {
		reasoned = reasoned || !blank(f.Reason)
	}
	if !reasoned {
		g.add("findings", "give no reason.", "One plain sentence is enough to agree.")
	}
}

// checkRefusal asks for what makes a refusal lawful (s.36(5), reg 5(3)) and what makes it a reasoned one.
func (a Decide) checkRefusal(c Case, by Actor, on statute.Day, g *gaps) {
	a.checkFailedLimb(c, g)
	a.checkOrder(c, g)
	a.checkMayBeTold(c, g)
	if !c.familyAsked() {
		g.add("", "Nothing shows that the family was asked for its views.", "Record when and how they were asked, and what they said (s.36(4), s.36(7)).")
	}
	a.checkPanel(c, by, on, g)
	a.checkProse(c, by, on, g)
	if c.Opened.Child.AgeOn(on) >= 18 && blank(a.Over18) {
		g.add("over_18", "is missing.", "Say whether the young person needs more time than most of the same age to complete education or training (s.36(10)).")
	}
}

func (a Decide) checkFailedLimb(c Case, g *gaps) {
	failed := 0
	for i, f := range a.Findings {
		if f.Answer != NotMet {
			continue
		}
		failed++
		at := fmt.Sprintf("findings[%d]", i)
		if f.Limb == LimbS1 && c.Determined {
			g.add(at+".limb", "cannot be S1: the council has determined that a plan may be necessary.", "Decide on limb 8a or 8b.")
		}
		f.checkReasons(c, at, g)
	}
	if failed != 1 {
		g.addf("findings", "Answer no to the one question on which it rests: S1, 8a or 8b.", "A refusal rests on one question answered with no; here there are %d.", failed)
	}
}

// checkOrder holds the findings to the order of the test: S1 first, then 8a, then 8b; what comes after a failed limb is
// not reached.
func (a Decide) checkOrder(c Case, g *gaps) {
	failed, ok := a.Failed()
	if !ok {
		return
	}
	if failed.Limb != LimbS1 && !c.Determined {
		g.add("findings", "rest on s.36(8), which comes after the determination under s.36(3).", "Record the determination first, or decide on limb S1.")
	}
	if eight, found := findingOn(a.Findings, Limb8a); failed.Limb == Limb8b && (!found || eight.Answer != Met) {
		g.addf("findings", "Answer it with yes, and a sentence.", "%s is not answered with yes, and the next question is asked only then.", Limb8a.asked())
	}
	for i, f := range a.Findings {
		after := failed.Limb == LimbS1 && f.Limb != LimbS1 || failed.Limb == Limb8a && f.Limb == Limb8b
		if after && f.Answer != NotReached {
			g.addf(fmt.Sprintf("findings[%d].answer", i), "Leave it as not reached.", "%s cannot be answered: limb %s failed before it.", f.Limb.asked(), failed.Limb)
		}
	}
}

// checkMayBeTold refuses a refusal that rests on evidence of which its addressee may not be told, unless a lawyer signed
// it off: nobody can answer what they cannot know.
func (a Decide) checkMayBeTold(c Case, g *gaps) {
	if a.LegalSignOff != nil && !blank(a.LegalSignOff.By) && !blank(a.LegalSignOff.Why) {
		return
	}
	failed := slices.IndexFunc(a.Findings, func(f Finding) bool { return f.Answer == NotMet })
	if failed < 0 {
		return
	}
	for j, id := range a.Findings[failed].ReliedOn {
		e, ok := c.Exhibit(id)
		for _, who := range c.family() {
			if ok && !c.MayKnowAs(who, e) {
				g.addf(fmt.Sprintf("findings[%d].relied_on[%d]", failed, j), "Release the document, rely on other evidence, or have a lawyer sign it off in legal_sign_off.", "%s may not be told of %s, on which the refusal rests.", who, id)
			}
		}
	}
}

// checkReasons asks of the failing limb what a reader needs to follow it.
func (f Finding) checkReasons(c Case, at string, g *gaps) {
	if blank(f.Reason) {
		g.add(at+".reason", "is missing.", "Say in plain words why the limb is not met for this child.")
	}
	if len(f.ReliedOn) == 0 {
		g.add(at+".relied_on", "is empty.", "Name at least one piece of evidence by its number.")
	}
	if len(f.NotReliedOn) == 0 && len(c.Evidence) > len(f.ReliedOn) {
		g.add(at+".not_relied_on", "is empty.", "Name the evidence that speaks for the request and say why it did not persuade.")
	}
	for j, s := range f.NotReliedOn {
		if blank(s.Why) {
			g.addf(fmt.Sprintf("%s.not_relied_on[%d].why", at, j), "Say why it did not persuade.", "is missing for %s.", s.Evidence)
		}
	}
	if blank(f.AnswerToFamily) {
		g.add(at+".answer_to_family", "is missing.", "Say what the family’s view is and answer it, or when and how they were asked if none has come.")
	}
}

// familyAsked reports whether a consultation with the family, or with the child, is on record.
func (c Case) familyAsked() bool {
	for _, said := range c.Consulted {
		if said.Whom == "family" || said.Whom == "child" {
			return true
		}
	}
	return false
}
