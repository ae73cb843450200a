package letters

import (
	"sendpanel/casework"
)

// refusal tells the family that the council will not assess, why, what help there should be now, and how to challenge
// it (s.36(5), reg 5(1), reg 5(3), reg 32). [refusalNeeds] lists what it must hold.
func (d *draft) refusal() {
	d.open("refusal.title", "Decision not to assess")
	d.say("refusal.decision", "refusal.guide")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)}, Fact{"Law", d.lawOfRefusal()})
	d.heading(2, "refusal.why.heading")
	d.reasons()
	d.otherEvidence()
	d.nextSteps()
	d.rights()
	d.talk()
	d.advice()
	if !blank(d.facts.Council.Complaints) {
		d.heading(3, "refusal.complaints.heading")
		d.quote(Mark{}, d.facts.Council.Complaints)
	}
	if d.facts.Case.Opened.School != nil {
		d.heading(3, "refusal.copy.heading")
		d.say("refusal.copy")
	}
	d.signDecision()
	d.otherWays()
}

func (d *draft) lawOfRefusal() string {
	if f, ok := d.facts.Decision.Failed(); ok && f.Limb == casework.LimbS1 {
		return "Children and Families Act 2014, section 36(5)"
	}
	return "Children and Families Act 2014, section 36(8)"
}

// reasons answers the questions of the legal test one by one.
func (d *draft) reasons() {
	dec := d.facts.Decision
	if failed, ok := dec.Failed(); ok && failed.Limb == casework.LimbS1 {
		d.say("refusal.test.first_stage")
	} else {
		d.say("refusal.test")
	}
	for _, f := range dec.Findings {
		d.finding(f)
	}
	if !blank(dec.Over18) {
		d.heading(3, "refusal.over_18")
		d.quote(Mark{Source: "CFA 2014 s.36(10)"}, dec.Over18)
	}
	if !blank(dec.Departure) {
		d.words["departure"] = dec.Departure
		d.say("refusal.departure")
	}
}

func (d *draft) finding(f casework.Finding) {
	d.heading(3, "refusal.question."+string(f.Limb))
	if answer := "refusal.answer." + string(f.Answer); blank(f.Reason) {
		d.say(answer)
	} else {
		d.lead(answer)
	}
	m := Mark{Source: sourceOf(f.Limb)}
	if f.Answer == casework.NotMet {
		m.Holds = []Element{Reasons}
	}
	d.quote(m, f.Reason)
	d.evidence("refusal.relied", d.exhibits(f.ReliedOn))
	d.evidence("refusal.set_aside", d.setAside(f.NotReliedOn))
	if !blank(f.AnswerToFamily) {
		d.words["family_answer"] = f.AnswerToFamily
		d.say("refusal.family")
	}
}

func (d *draft) evidence(lead string, rows []Exhibit) {
	if len(rows) > 0 {
		d.lead(lead)
		d.add(EvidenceList{Rows: rows})
	}
}

func (d *draft) exhibits(ids []casework.DocumentID) []Exhibit {
	var rows []Exhibit
	for _, id := range ids {
		if e, ok := d.exhibit(id); ok && d.mayTell(e) {
			rows = append(rows, exhibit(d.unnamed(e), ""))
		}
	}
	return rows
}

func (d *draft) setAside(aside []casework.SetAside) []Exhibit {
	var rows []Exhibit
	for _, s := range aside {
		if e, ok := d.exhibit(s.Evidence); ok && d.mayTell(e) {
			rows = append(rows, exhibit(d.unnamed(e), s.Why))
		}
	}
	return rows
}

// mayTell reports whether the addressee may be told that a document exists. A decision that rests on one that they may
// not be told of has a lawyer's sign-off, or was refused.
func (d *draft) mayTell(e casework.Evidence) bool {
	return d.facts.Case.MayKnowAs(d.letter.Key.To, e)
}

// exhibit finds a document. A reason must not go out with a document left out of it.
func (d *draft) exhibit(id casework.DocumentID) (casework.Evidence, bool) {
	e, ok := d.facts.Case.Exhibit(id)
	if !ok {
		d.gap(Reasons, "the reasons name "+string(id)+", which is not in the case’s evidence", "CFA 2014 s.36(5)(a)", "Correct the number of the document in the decision.")
	}
	return e, ok
}

// otherEvidence lists what was read and is named in no reason, so that a family sees that nothing was passed over.
func (d *draft) otherEvidence() {
	named := map[casework.DocumentID]bool{}
	for _, f := range d.facts.Decision.Findings {
		for _, id := range f.ReliedOn {
			named[id] = true
		}
		for _, s := range f.NotReliedOn {
			named[s.Evidence] = true
		}
	}
	var rows []Exhibit
	for _, e := range d.facts.Case.Evidence {
		if !named[e.ID] && d.mayTell(e) {
			rows = append(rows, exhibit(d.unnamed(e), ""))
		}
	}
	if len(rows) > 0 {
		d.heading(3, "refusal.read.heading")
		d.add(EvidenceList{Rows: rows})
	}
}

// nextSteps says what help there should be now, without a plan.
func (d *draft) nextSteps() {
	d.heading(2, "refusal.next.heading")
	if d.facts.Case.Opened.School != nil {
		d.say("refusal.next.duty")
	}
	var steps List
	for _, s := range d.facts.Decision.NextSteps {
		for _, part := range paragraphs(s) {
			steps.Items = append(steps.Items, Item{Text: plain(part)})
		}
	}
	if len(steps.Items) > 0 {
		d.lead("refusal.next")
		d.add(steps)
	} else {
		d.warn("the decision names no next steps", "Say what help the child should have now, before the letter goes.")
	}
	d.say("refusal.next.again")
}

// schoolRefusal tells the setting, after the family (reg 5(2)). It names only evidence of the setting’s own, and sets a
// reason out only where it rests on such evidence alone. Who may see a sentence is not yet recorded, so an officer is
// asked to read the letter.
func (d *draft) schoolRefusal() {
	d.open("refusal.title", "Decision not to assess")
	d.say("refusal.decision", "refusal.guide")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)})
	d.heading(2, "refusal.why.heading")
	d.warn("the school’s letter sets out reasons and next steps as they were written for the family", "Read it before it goes: it must hold nothing of the family’s circumstances.")
	if failed, ok := d.facts.Decision.Failed(); ok {
		if failed.Limb == casework.LimbS1 {
			d.say("refusal.test.first_stage")
		} else {
			d.say("refusal.test")
		}
		for _, f := range d.facts.Decision.Findings {
			d.schoolFinding(f)
		}
	}
	d.nextSteps()
	d.say("refusal.school.rights")
	d.talk()
	d.say("close.call")
	d.signDecision()
}

func (d *draft) schoolFinding(f casework.Finding) {
	d.heading(3, "refusal.question."+string(f.Limb))
	if answer := "refusal.answer." + string(f.Answer); blank(f.Reason) {
		d.say(answer)
	} else {
		d.lead(answer)
	}
	relied, aside := d.schoolEvidence(f)
	switch {
	case len(relied) > 0 && len(relied) == len(f.ReliedOn):
		d.quote(Mark{Source: sourceOf(f.Limb)}, f.Reason)
	case f.Answer == casework.NotMet:
		d.say("refusal.school.reason_withheld")
	}
	d.evidence("refusal.school.relied", d.exhibits(relied))
	d.evidence("refusal.school.set_aside", d.setAside(aside))
}

// schoolEvidence picks what is the setting’s own.
func (d *draft) schoolEvidence(f casework.Finding) (relied []casework.DocumentID, aside []casework.SetAside) {
	for _, id := range f.ReliedOn {
		if e, ok := d.exhibit(id); ok && ofSchool(e) {
			relied = append(relied, id)
		}
	}
	for _, s := range f.NotReliedOn {
		if e, ok := d.exhibit(s.Evidence); ok && ofSchool(e) {
			aside = append(aside, s)
		}
	}
	return relied, aside
}

// ofSchool reports whether a document is the setting’s own. What a family or a child said stays theirs, also where the
// setting passed it on.
func ofSchool(e casework.Evidence) bool {
	return e.FromSchool() && e.Class != "family_views" && e.Class != "child_views"
}
