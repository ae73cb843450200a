package letters

import (
	"strings"

	"sendpanel/casework/feedback"
)

// schoolFeedback is the note to the setting after a decision: what was strong, what was not there, what to do next. It
// rests only on what the setting gave or was lawfully shown. An officer reads it before it goes, because no check knows a
// family's matter that is told in other words.
func (d *draft) schoolFeedback() {
	note, ok := d.note()
	if !ok {
		return
	}
	d.open("feedback.title", "Feedback after our decision")
	d.say("feedback.intro")
	d.warn("the school’s feedback is made from the reasons as they were written", "Read it before it goes: it must hold nothing of the family’s circumstances or words.")
	d.about(Fact{"Decided on", date(d.facts.Case.Decided.On)})
	d.noteInto(note)
	d.talk()
	d.say("close.call")
	d.sign()
}

// feedbackToFamily lets the family read what the setting is told. A household that may not learn where the child goes to
// school is told that there is a note, and no more.
func (d *draft) feedbackToFamily() {
	note, ok := d.note()
	if !ok {
		return
	}
	d.open("feedback.family.title", "What we told the school")
	if d.protected() {
		d.say("feedback.family.ask")
	} else {
		d.say("feedback.family.intro")
		d.noteInto(note)
		d.say("feedback.family.wrong")
	}
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// note is the note of the decision, once the family has been told of it.
func (d *draft) note() (feedback.Note, bool) {
	const source = "UK GDPR art 5(1)(c) (unconfirmed)"
	switch {
	case d.facts.Feedback == nil || d.facts.Case.Decided == nil:
		d.gap(FeedbackNote, "there is no note of the decision", source, "Look at it with starter feedback, and finish this task.")
	case !d.facts.Feedback.OpenOn(d.facts.On):
		d.gap(FeedbackNote, "the family is not yet deemed to have its notice", "SEND Regs 2014 reg 5(1)", "Wait until the family has been told.")
	default:
		return *d.facts.Feedback, true
	}
	return feedback.Note{}, false
}

// noteInto writes the parts of the note one after another.
func (d *draft) noteInto(n feedback.Note) {
	for _, e := range n.Wording {
		d.uses(e)
	}
	d.add(Paragraph{Mark: Mark{Source: "CFA 2014 s.36(8)", Holds: []Element{FeedbackNote}}, Text: plain(n.Decision)})
	d.heading(2, "feedback.found.heading")
	for _, f := range n.Findings {
		d.add(Heading{Mark: Mark{Source: "CFA 2014 s.36(3), s.36(8)"}, Level: 3, Text: f.Question})
		text := f.Said
		if len(f.Reasons) > 0 {
			text += " " + strings.Join(f.Reasons, " ")
		}
		d.add(Paragraph{Mark: Mark{Source: "CFA 2014 s.36(8)"}, Text: plain(text)})
	}
	d.points("feedback.strong.heading", n.Strong)
	d.points("feedback.missing.heading", n.Missing)
	d.points("feedback.next.heading", n.Next)
	d.points("feedback.assessment.heading", n.Assessment)
	d.points("feedback.new.heading", n.NewRequest)
	d.points("feedback.standing.heading", n.Standing)
}

// points is one part of the note, left out where it says nothing.
func (d *draft) points(heading string, points []feedback.Point) {
	if len(points) == 0 {
		return
	}
	d.heading(2, heading)
	var l List
	for _, p := range points {
		var papers []string
		for _, e := range p.Evidence {
			papers = append(papers, strings.TrimSpace(string(e.ID)+" "+e.Title))
		}
		text := p.Text
		if len(papers) > 0 {
			text += " (" + strings.Join(papers, "; ") + ")"
		}
		l.Items = append(l.Items, Item{Mark: Mark{Source: p.Source}, Text: plain(text)})
	}
	d.add(l)
}

// feedbackNeeds are the parts of either letter. Where the household is told only that there is a note, the paragraph that
// says so holds it.
func feedbackNeeds() []need {
	return []need{{FeedbackNote, "the note is missing", "UK GDPR art 5(1)(c) (unconfirmed)", "Look at it with starter feedback."}}
}
